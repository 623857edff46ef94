import DataContractsCore

extension JSVReader {
  /// Reads a text without quotation marks, up to what ends it where it stands.
  mutating func readBare(_ expected: JSVExpectation, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let start = position
    if expected.isText, toleratesLikeDotNet, text.byte(at: start) == 0x5B || text.byte(at: start) == 0x7B {
      guard let end = text.balancedEnd(from: start) else { throw failure("brackets that match", &builder) }
      position = end
    }
    position = bareEnd(from: position)
    guard position > start else { return try readNothing(expected, &builder) }
    try add(start..<position, expected, &builder)
  }

  /// The end of the text at `start`: a comma or the bracket that would end the container.
  private func bareEnd(from start: Int) -> Int {
    guard !enclosing.isEmpty else { return text.range.upperBound }
    var index = start
    while index < text.range.upperBound, !isDelimiter(at: index) { index += 1 }
    return index
  }

  /// Whether the byte at an index ends a value of the innermost container.
  func isDelimiter(at index: Int) -> Bool {
    let byte = text.byte(at: index)
    guard let innermost = enclosing.last, index < text.range.upperBound else { return index >= text.range.upperBound }
    return byte == 0x2C || byte == (innermost.kind == .list ? 0x5D : 0x7D)
  }

  /// A value of no characters: null where that can be, otherwise what the type makes of an empty text.
  private mutating func readNothing(
    _ expected: JSVExpectation, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = text.offset(position)
    let isEmptyText =
      expected.shape == .primitive
      && (expected.primitive == .base64Binary ? enclosing.last?.kind != .list : enclosing.isEmpty && expected.isText)
    if isEmptyText { return try builder.value(.field, "", at: offset) }
    guard !enclosing.isEmpty else { throw failure("a value", &builder) }
    if expected.isNillable { return try builder.null(at: offset) }
    try builder.value(.field, toleratesLikeDotNet ? expected.defaultText : "", at: offset)
  }

  /// Reads a `char`, which stands without quotation marks whatever it is.
  mutating func readCharacter(_ expected: JSVExpectation, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let byte = text.byte(at: position)
    let end = syntax == .query && byte == 0x25 ? position + 3 : position + byte.characterLength
    let isNullableItem = expected.isNillable && enclosing.last?.kind == .list
    if isDelimiter(at: position), isNullableItem || isAtEnd || !isDelimiter(at: end) {
      return try readNothing(expected, &builder)
    }
    if isDelimiter(at: end) {
      let start = position
      position = end
      return try add(start..<end, expected, &builder)
    }
    if isQuotationMark(at: position) { return try readQuoted(expected, &builder) }
    try readBare(expected, &builder)
  }

  /// Reads a text in quotation marks.
  mutating func readQuoted(_ expected: JSVExpectation, _ builder: inout DocumentBuilder) throws(DocumentError) {
    guard let quoted = quotedText(at: position) else {
      if syntax == .query { return try readBare(expected, &builder) }
      position = text.range.upperBound
      throw failure("a closing quotation mark", &builder)
    }
    guard quoted.hasDoubled else {
      try add(quoted.content, expected, as: .string, &builder)
      return position = quoted.end
    }
    let start = builder.arena.count
    appendUndoubled(quoted.content, to: &builder.arena)
    try builder.value(.string, inArenaFrom: start, at: text.offset(position))
    position = quoted.end
  }

  /// Adds a scalar that is a slice of the text.
  func add(
    _ range: Range<Int>, _ expected: JSVExpectation, as token: DocumentBuilder.Token = .field,
    _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = text.offset(range.lowerBound)
    if syntax == .query, let decoded = try decoded(range, plusIsSpace: expected.holdsSpaces(text, range), &builder) {
      let start = builder.arena.count
      builder.arena.append(contentsOf: decoded)
      return try builder.value(token, inArenaFrom: start, at: offset)
    }
    guard text.isSource else {
      let start = builder.arena.count
      builder.arena.append(contentsOf: text.bytes[range])
      return try builder.value(token, inArenaFrom: start, at: offset)
    }
    try text.bytes.withSpan(of: range) { span throws(DocumentError) in
      try builder.value(token, span, inSourceFrom: range.lowerBound, at: offset)
    }
  }

  /// What an escaped text stands for; `nil` when it holds no escapes.
  func decoded(
    _ range: Range<Int>, plusIsSpace: Bool, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> [UInt8]? {
    guard text.bytes[range].contains(where: { $0 == 0x25 || (plusIsSpace && $0 == 0x2B) }) else { return nil }
    return try PercentText.decode(text, range, plusIsSpace: plusIsSpace, keepsBadEscapes: toleratesLikeDotNet, &builder)
  }
}

extension JSVReader {
  /// A text in quotation marks.
  struct Quoted {
    let content: Range<Int>
    /// The position behind the closing mark.
    let end: Int
    let hasDoubled: Bool
  }

  func isQuotationMark(at index: Int) -> Bool {
    text.byte(at: index) == 0x22 || (syntax == .query && text.holds("%22", at: index))
  }

  /// The text whose opening mark stands at `start`; `nil` when no mark closes it.
  mutating func quotedText(at start: Int) -> Quoted? {
    guard syntax == .query else { return plainText(at: start) }
    guard !isUnquotedToEnd else { return nil }
    let quoted = queryText(at: start)
    isUnquotedToEnd = quoted == nil
    return quoted
  }

  private func plainText(at start: Int) -> Quoted? {
    var index = start + 1
    var hasDoubled = false
    while index < text.range.upperBound {
      guard text.bytes[index] == 0x22 else {
        index += 1
        continue
      }
      guard text.byte(at: index + 1) == 0x22 else {
        return Quoted(content: start + 1..<index, end: index + 1, hasDoubled: hasDoubled)
      }
      hasDoubled = true
      index += 2
    }
    return nil
  }

  /// In query strings marks are not doubled: the one that closes is the first before a delimiter that is not escaped.
  private func queryText(at start: Int) -> Quoted? {
    let first = start + (text.byte(at: start) == 0x22 ? 1 : 3)
    var index = first
    while index < text.range.upperBound {
      if isQuotationMark(at: index) {
        let end = index + (text.byte(at: index) == 0x22 ? 1 : 3)
        if end >= text.range.upperBound || text.bytes[end].endsQuoted {
          return Quoted(content: first..<index, end: end, hasDoubled: false)
        }
      }
      index += 1
    }
    return nil
  }

  /// Appends a text whose quotation marks are doubled.
  func appendUndoubled(_ content: Range<Int>, to output: inout [UInt8]) {
    var index = content.lowerBound
    while index < content.upperBound {
      output.append(text.bytes[index])
      index += text.bytes[index] == 0x22 ? 2 : 1
    }
  }
}

extension JSVText {
  /// The position behind the bracket that closes the one at `start`; `nil` where there is none or it is not closed.
  fileprivate func balancedEnd(from start: Int) -> Int? {
    let opening = byte(at: start)
    guard opening == 0x7B || opening == 0x5B else { return nil }
    var depth = 0
    var isQuoted = false
    for index in start..<range.upperBound {
      let byte = bytes[index]
      if byte == 0x22 { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == opening { depth += 1 }
      // The closing bracket is two further in ASCII.
      if byte == opening + 2 { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }
}

extension JSVExpectation {
  /// Whether a `+` in an escaped value is a space; in numbers, dates and base64 ServiceStack leaves it as it is.
  func holdsSpaces(_ text: JSVText, _ range: Range<Int>) -> Bool {
    guard shape != .primitive else { return isText || primitive == .char }
    return !text.bytes.withSpan(of: range) { span in span.withUnsafeBufferPointer { JSVWriter.isDate($0) } }
  }

  /// What ServiceStack makes of nothing.
  fileprivate var defaultText: String {
    switch shape {
    case .enumeration: "0"
    case .primitive: primitive.defaultText.map { "\($0)" } ?? ""
    default: ""
    }
  }
}

extension UInt8 {
  /// Whether the byte separates values of a query string, where brackets, commas and colons of texts are escaped or stand
  /// between quotation marks.
  fileprivate var endsQuoted: Bool {
    switch self {
    case 0x2C, 0x3A, 0x5D, 0x7D: true
    default: false
    }
  }

  /// The length of the UTF-8 character that the byte begins; 1 for a byte that begins none.
  var characterLength: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}
