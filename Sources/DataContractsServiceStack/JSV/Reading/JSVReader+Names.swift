import DataContractsCore

extension JSVReader {
  /// Reads a name and its colon, up to the value.
  mutating func readName(_ container: Container, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let isKey = container.kind == .dictionary || !isTyped
    if container.kind != .dictionary { skipWhiteSpace() }
    let start = position
    if isQuotationMark(at: start), let quoted = quotedText(at: start) {
      position = quoted.end
      try addQuotedName(quoted, at: start, &builder)
    } else {
      position = nameEnd(container)
      guard position > start else { throw failure("a member name", &builder) }
      guard text.byte(at: position) == 0x3A else { throw failure("\":\"", &builder) }
      let range = isKey ? start..<position : text.withoutTrailingWhiteSpace(start..<position)
      try addName(range, &builder)
      markEntry(range)
    }
    skipWhiteSpace()
    guard text.byte(at: position) == 0x3A else { throw failure("\":\"", &builder) }
    position += 1
  }

  /// The end of the name at `position`.
  private mutating func nameEnd(_ container: Container) -> Int {
    if container.kind == .object, let end = names.end(in: text, at: position, of: container.type, before: 0x3A) {
      return end
    }
    if container.kind == .dictionary, let end = keyEnd(table.compiled[Int(container.type)].first) { return end }
    var index = position
    while index < text.range.upperBound, !text.bytes[index].endsName { index += 1 }
    return index
  }

  /// The end of a key whose text can hold colons: those of date-times and characters stand without quotation marks.
  private func keyEnd(_ type: UInt16) -> Int? {
    let type = table.compiled[Int(type)]
    guard type.shape == .primitive else { return nil }
    switch type.primitive {
    case .dateTime, .dateTimeOffset: return text.dateEnd(from: position)
    case .char: return syntax == .plain ? position + text.byte(at: position).characterLength : nil
    default: return nil
    }
  }

  private func addName(_ range: Range<Int>, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let offset = text.offset(range.lowerBound)
    if syntax == .query, let decoded = try decoded(range, plusIsSpace: true, &builder) {
      return try addName(decoded, at: offset, &builder)
    }
    guard text.isSource else { return try addName(Array(text.bytes[range]), at: offset, &builder) }
    try text.bytes.withSpan(of: range) { span throws(DocumentError) in
      try builder.member(span, inSourceFrom: range.lowerBound, at: offset)
    }
  }

  private func addName(_ name: [UInt8], at offset: Int, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let slice = TextSlice(start: builder.arena.count, count: name.count, inArena: true)
    builder.arena.append(contentsOf: name)
    try builder.member(slice, at: offset)
  }

  private func addQuotedName(
    _ quoted: Quoted, at start: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard quoted.hasDoubled else { return try addName(quoted.content, &builder) }
    var name: [UInt8] = []
    appendUndoubled(quoted.content, to: &name)
    try addName(name, at: text.offset(start), &builder)
  }

  private mutating func markEntry(_ name: Range<Int>) {
    guard let innermost = enclosing.last, innermost.kind == .entry, text.string(name) != "Key" else { return }
    enclosing[enclosing.count - 1].hasValue = true
  }
}

extension JSVText {
  fileprivate func withoutTrailingWhiteSpace(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isWhiteSpace { end -= 1 }
    return range.lowerBound..<end
  }

  /// The end of the date at `start`, colons of its time and its zone included; `nil` where it has no time.
  fileprivate func dateEnd(from start: Int) -> Int? {
    guard byte(at: start + 10) == 0x54 else { return nil }
    var index = start + 19
    while index < range.upperBound, bytes[index] == 0x2E || bytes[index] &- 0x30 < 10 { index += 1 }
    switch byte(at: index) {
    case 0x5A: return index + 1
    case 0x2B, 0x2D: return min(index + 6, range.upperBound)
    default: return min(index, range.upperBound)
    }
  }
}

extension UInt8 {
  /// Whether an unquoted name ends here, rightly or not.
  fileprivate var endsName: Bool {
    switch self {
    case 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }
}
