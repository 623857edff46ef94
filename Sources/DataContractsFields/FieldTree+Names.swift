import DataContractsCore

extension FieldTree {
  /// Reads the name that begins at `start` and makes its node the one that takes the next value.
  ///
  /// - Returns: Where the name ends: at `end`, or in a form at the `=` or `&` before it.
  package mutating func readName(
    in text: Span<UInt8>, from start: Int, to end: Int
  ) throws(DocumentError) -> Int {
    appends = false
    var position = start + shareSteps(with: text, from: start, to: end)
    if path.isEmpty { position = try readFirstStep(in: text, from: start, to: end) }
    while position < end, !endsName(text[position]) {
      guard !appends else { throw misplacedAppend(at: start) }
      position = try readStep(in: text, at: position, from: start, to: end)
    }
    guard position - start <= settings.options.limits.nameBytes else { throw nameTooLong(at: start) }
    lastName = start..<position
    return position
  }

  /// Reads a name that stands in the input with escapes or in another encoding, at `offset`.
  package mutating func readDecodedName(_ name: [UInt8], at offset: Int) throws(DocumentError) {
    forgetLastName()
    origin = Origin(isDecoded: true, shift: decoded.count, offset: offset)
    decoded.append(contentsOf: name)
    _ = try readName(in: name.span, from: 0, to: name.count)
    origin = Origin()
    lastName = 0..<0
  }

  /// Makes the next name be read from its start.
  private mutating func forgetLastName() {
    path.removeAll(keepingCapacity: true)
    lastName = 0..<0
  }

  @inline(__always)
  private func slice(_ range: Range<Int>) -> FieldText {
    FieldText(range.lowerBound &+ origin.shift..<range.upperBound &+ origin.shift, isDecoded: origin.isDecoded)
  }

  @inline(__always)
  func endsName(_ byte: UInt8) -> Bool { isEscaped && (byte == 0x3D || byte == 0x26) }

  /// Keeps of the last path what the new name shares with it, and returns where that ends.
  private mutating func shareSteps(with text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let common = commonPrefix(text, start, end)
    while let step = path.last {
      if step.end > 0, Int(step.end) <= common, isBoundary(text, start + Int(step.end), end) { return Int(step.end) }
      path.removeLast()
    }
    return 0
  }

  private func commonPrefix(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let raw = text.bytes
    let count = min(lastName.count, end - start)
    var index = 0
    while index &+ 8 <= count {
      let difference =
        raw.unsafeLoadUnaligned(fromByteOffset: start &+ index, as: UInt64.self)
        ^ raw.unsafeLoadUnaligned(fromByteOffset: lastName.lowerBound &+ index, as: UInt64.self)
      if difference != 0 { return index &+ difference.littleEndian.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < count, text[start &+ index] == text[lastName.lowerBound &+ index] { index &+= 1 }
    return index
  }

  /// Whether a step can end here.
  private func isBoundary(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    guard position < end, !endsName(text[position]) else { return true }
    let (byte, _) = unit(text, position, end)
    return byte == 0x5B || byte == 0x2E && splitsDots
  }

  /// The byte that stands at `position`, and how many bytes of the input it takes.
  @inline(__always)
  private func unit(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> (byte: UInt8, length: Int) {
    let byte = text[position]
    guard byte == 0x25, isEscaped, position &+ 2 < end,
      let high = PercentEncoding.value(ofHex: text[position &+ 1]),
      let low = PercentEncoding.value(ofHex: text[position &+ 2])
    else { return (byte, 1) }
    return (high << 4 | low, 3)
  }

  private mutating func readFirstStep(in text: Span<UInt8>, from start: Int, to end: Int) throws(DocumentError) -> Int {
    guard start < end, !endsName(text[start]) else {
      try step(into: slice(start..<start), named: text.extracting(start..<start), end: 0, at: start)
      return start
    }
    if unit(text, start, end).byte == 0x5B { return start }
    return try readNamedStep(in: text, at: start, from: start, to: end)
  }

  private mutating func readStep(
    in text: Span<UInt8>, at position: Int, from start: Int, to end: Int
  ) throws(DocumentError) -> Int {
    let (byte, length) = unit(text, position, end)
    if byte == 0x5B { return try readBracket(in: text, at: position + length, from: start, to: end) }
    guard byte == 0x2E, splitsDots else { throw textAfterBracket(at: position) }
    return try readNamedStep(in: text, at: position + length, from: start, to: end)
  }

  /// Reads a step up to the next dot, bracket or the name's end.
  private mutating func readNamedStep(
    in text: Span<UInt8>, at first: Int, from start: Int, to end: Int
  ) throws(DocumentError) -> Int {
    var position = first
    var needsDecoding = false
    while position < end {
      let byte = text[position]
      if byte &- 0x61 < 26 || byte &- 0x41 < 26 {
        position &+= 1
        continue
      }
      if endsName(byte) { break }
      let (unit, length) = unit(text, position, end)
      if unit == 0x5B || unit == 0x2E && splitsDots { break }
      if unit == 0x5D { throw unopenedBracket(at: position) }
      if byte >= 0x80 || byte == 0x25 || byte == 0x2B { needsDecoding = true }
      position &+= length
    }
    if splitsDots, position == first { throw emptyStep(at: position) }
    try addStep(first..<position, needsDecoding, in: text, end: position - start, at: start)
    return position
  }

  /// Reads a step in brackets, of which the opening one has been read.
  private mutating func readBracket(
    in text: Span<UInt8>, at first: Int, from start: Int, to end: Int
  ) throws(DocumentError) -> Int {
    if let position = try readPlainIndex(in: text, at: first, from: start, to: end) { return position }
    let (content, next, needsDecoding) = try bracketContent(text, first, end)
    if content.isEmpty, !path.isEmpty {
      guard path.count < depthLimit else { throw tooDeep(at: start) }
      appends = true
      return next
    }
    // .NET's typed readers take `[Name]` apart as well.
    let startsWithBracket = settings.isTolerant && splitsDots && !content.isEmpty
    guard !path.isEmpty || startsWithBracket else { throw bracketFirst(at: start) }
    try addStep(content, needsDecoding, isIndexPlace: true, in: text, end: next - start, at: start)
    if startsWithBracket, path.count == 1, settings.syntax.knowsSwitchWords {
      note(.unknownMember, .dropped, "begins with a bracket, and is not found", at: start)
    }
    return next
  }

  /// Reads an index and the closing bracket after it, the usual case; `nil` when there is something else.
  private mutating func readPlainIndex(
    in text: Span<UInt8>, at first: Int, from start: Int, to end: Int
  ) throws(DocumentError) -> Int? {
    var position = first
    var index: UInt32 = 0
    while position < end, position &- first < 9, text[position] &- 0x30 < 10 {
      index = index &* 10 &+ UInt32(text[position] &- 0x30)
      position &+= 1
    }
    guard position > first, position < end, position &- first == 1 || text[first] != 0x30 else { return nil }
    let (byte, length) = unit(text, position, end)
    guard byte == 0x5D else { return nil }
    let next = position &+ length
    guard !settings.syntax.joinsTextAfterBracket || isBoundary(text, next, end) else { return nil }
    try step(into: slice(first..<position), index: index, end: next - start, at: start)
    return next
  }

  private func bracketContent(
    _ text: Span<UInt8>, _ first: Int, _ end: Int
  ) throws(DocumentError) -> (content: Range<Int>, next: Int, needsDecoding: Bool) {
    var position = first
    var needsDecoding = false
    while position < end, !endsName(text[position]) {
      let (byte, length) = unit(text, position, end)
      if byte == 0x5B { throw nestedBracket(at: position) }
      if byte == 0x5D {
        if settings.syntax.joinsTextAfterBracket, !isBoundary(text, position + length, end) {
          let rest = try textAfterBracketEnd(text, position + length, end)
          return (first..<rest, rest, true)
        }
        return (first..<position, position + length, needsDecoding)
      }
      if length > 1 || byte >= 0x80 || byte == 0x2B || byte == 0x25 { needsDecoding = true }
      position += length
    }
    throw unclosedBracket(at: first)
  }

  /// Where the text after a closing bracket ends, which Web API's reader adds to the step.
  private func textAfterBracketEnd(_ text: Span<UInt8>, _ first: Int, _ end: Int) throws(DocumentError) -> Int {
    var position = first
    while position < end, !endsName(text[position]) {
      let (byte, length) = unit(text, position, end)
      if byte == 0x5B { break }
      if byte == 0x5D { throw unopenedBracket(at: position) }
      position += length
    }
    return position
  }

  private mutating func addStep(
    _ range: Range<Int>, _ needsDecoding: Bool, isIndexPlace: Bool = false, in text: Span<UInt8>, end: Int,
    at start: Int
  ) throws(DocumentError) {
    guard needsDecoding else { return try step(into: slice(range), named: text.extracting(range), end: end, at: start) }
    let first = decoded.count
    try decode(range, of: text)
    let name = FieldText(first..<decoded.count, isDecoded: true)
    let bytes = Array(decoded[name.range])
    if isIndexPlace, let index = Self.index(of: bytes.span) {
      try step(into: name, index: index, end: end, at: start)
    } else {
      try step(into: name, named: bytes.span, end: end, at: start)
    }
  }

  /// An index as .NET's readers take it: digits without leading zeros. Ten digits and more are a name.
  static func index(of text: Span<UInt8>) -> UInt32? {
    guard (1...9).contains(text.count), text.count == 1 || text[0] != 0x30 else { return nil }
    var index: UInt32 = 0
    for position in text.indices {
      guard text[position] &- 0x30 < 10 else { return nil }
      index = index * 10 + UInt32(text[position] &- 0x30)
    }
    return index
  }

  /// Appends a text to `decoded`, without the escapes of forms, and makes sure that it is UTF-8.
  ///
  /// - Throws: A bad escape or a byte that is no UTF-8, unless the syntax is lenient.
  package mutating func decode(_ range: Range<Int>, of text: Span<UInt8>) throws(DocumentError) {
    let start = decoded.count
    if isEscaped {
      if let bad = PercentEncoding.decode(text.extracting(range), into: &decoded), !settings.syntax.isLenient {
        throw badEscape(text, at: range.lowerBound + bad)
      }
    } else {
      decoded.append(copying: text.extracting(range))
    }
    let invalid = UTF8Validation.firstInvalidOffset(in: decoded.span.extracting(start..<decoded.count))
    guard let invalid else { return }
    guard settings.syntax.isLenient else {
      throw invalidUTF8(at: range.lowerBound, in: text.extracting(range), after: invalid)
    }
    let repaired = String(decoding: decoded[start...], as: UTF8.self)
    decoded.removeLast(decoded.count - start)
    decoded.append(contentsOf: repaired.utf8)
  }
}
