import DataContractsCore

extension FieldReader {
  /// Reads a name that may have one value.
  func readSingle(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    guard node.flags.contains(.hasValues) else {
      guard !builder.isChecking else { return try noteMembers(of: node, &builder) }
      // The builder knows best what it expected instead of members.
      try builder.beginObject(at: Int(node.offset))
      throw builder.failure(.typeMismatch, expected: "a value", found: "members", at: Int(node.offset))
    }
    guard node.count > 1 else { return try readValue(node.first, &builder) }
    if builder.isChecking { noteSecondValue(of: node, &builder) }
    switch builder.isChecking ? .first : duplicates {
    case .keep, .refuse: throw secondValue(of: node, &builder)
    case .first, .asDotNet: try readValue(node.first, &builder)
    case .last: try readValue(node.last, &builder)
    }
  }

  func secondValue(of node: FieldTree.Node, _ builder: inout DocumentBuilder) -> DocumentError {
    let second = values[Int(values[Int(node.first)].next)]
    return builder.failure(
      .duplicateMember, expected: "each name once", found: "the name a second time", at: Int(second.offset))
  }

  func readValues(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    var value = node.first
    for _ in 0..<node.count {
      try readValue(value, &builder)
      value = values[Int(value)].next
    }
  }

  func readValue(_ index: UInt32, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let value = values[Int(index)]
    guard value.file == 0 else { return try readFile(value, &builder) }
    try readText(text(value.text).span, value, &builder)
  }

  @inline(__always)
  private func readText(
    _ text: Span<UInt8>, _ value: FieldTree.Value, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard builder.expectedShape == .primitive, isTolerant || !builder.expectedPrimitive.takesAnyText else {
      return try builder.value(.field, text, value.text.slice, at: Int(value.offset))
    }
    try readScalar(text, value, &builder)
  }

  private func readFile(_ value: FieldTree.Value, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let file = files[Int(value.file) - 1]
    try builder.file(name: file.name, mediaType: file.mediaType, content: value.text.slice, at: Int(value.offset))
  }

  /// Reads the text of a type whose spellings .NET's converters know more or fewer of than XML Schema.
  private func readScalar(
    _ text: Span<UInt8>, _ value: FieldTree.Value, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = Int(value.offset)
    if knowsSwitchWords, builder.expectsNullable, text.equalsIgnoringCase("undefined") {
      return try builder.null(at: offset)
    }
    switch builder.expectedPrimitive {
    case .boolean:
      guard let word = booleanWord(text, builder) else {
        return try builder.value(.field, text, value.text.slice, at: offset)
      }
      try builder.value(.field, word, at: offset)
    case .char: try readCharacter(text, value, &builder)
    case .dateTime, .dateTimeOffset: try readDate(text, value, &builder)
    case .duration where isTolerant:
      guard DotNetTimeSpan(text) == nil, let span = DotNetTimeSpan(likeDotNet: text) else {
        return try builder.value(.field, text, value.text.slice, at: offset)
      }
      if builder.isChecking { noteGuess(text, span.description, &builder, at: offset) }
      try builder.value(.field, span.description, at: offset)
    case .double, .float:
      guard let word = FloatingPointWord.canonical(of: text) else {
        return try builder.value(.field, text, value.text.slice, at: offset)
      }
      try builder.value(.field, word, at: offset)
    case let type where type.isInteger:
      guard let number = HexadecimalNumber.decimal(of: text, as: type) else {
        return try builder.value(.field, text, value.text.slice, at: offset)
      }
      try builder.value(.field, number, at: offset)
    default: try builder.value(.field, text, value.text.slice, at: offset)
    }
  }

  /// Reads a character. .NET's converter trims a longer text, and takes nothing for U+0000.
  private func readCharacter(
    _ text: Span<UInt8>, _ value: FieldTree.Value, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = Int(value.offset)
    let character = text.count > 1 ? text.extracting(text.trimmedIndices) : text
    if character.isEmpty, isTolerant || text.isEmpty, !builder.expectsNullable {
      return try builder.value(.field, "\u{0}", at: offset)
    }
    guard !character.isEmpty, character.count < text.count else {
      return try builder.value(.field, text, value.text.slice, at: offset)
    }
    try builder.value(.field, character.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }, at: offset)
  }

  /// Reads a date and time. MultipartDataMediaFormatter takes nothing for the least one.
  private func readDate(
    _ text: Span<UInt8>, _ value: FieldTree.Value, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = Int(value.offset)
    guard isTolerant, !(text.isEmpty && builder.expectsNullable),
      let date = Self.guessedDate(text, isEmptyLeast: knowsSwitchWords, as: builder.expectedPrimitive)
    else { return try builder.value(.field, text, value.text.slice, at: offset) }
    if builder.isChecking { noteGuess(text, date, &builder, at: offset) }
    try builder.value(.field, date, at: offset)
  }

  /// The canonical text of a date that only `DateTime.Parse` understands.
  private static func guessedDate(_ text: Span<UInt8>, isEmptyLeast: Bool, as type: PrimitiveType) -> String? {
    if isEmptyLeast, text.trimmedIndices.isEmpty {
      return type == .dateTime ? "0001-01-01T00:00:00" : "0001-01-01T00:00:00+00:00"
    }
    guard DotNetDateTime(text) == nil, let date = DotNetDateTime(likeDotNet: text) else { return nil }
    var canonical: [UInt8] = []
    date.appendXML(to: &canonical)
    return String(decoding: canonical, as: UTF8.self)
  }

  /// What to read in place of a boolean's text; `nil` to read it as it stands. .NET's converter takes no digits.
  private func booleanWord(_ text: Span<UInt8>, _ builder: borrowing DocumentBuilder) -> String? {
    let word = text.extracting(text.trimmedIndices)
    if word.count == 1, word[0] == 0x30 || word[0] == 0x31 { return "the digit \(word[0] - 0x30)" }
    guard knowsSwitchWords, !builder.expectsNullable else { return nil }
    if word.equalsIgnoringCase("on") { return "true" }
    return word.equalsIgnoringCase("off") ? "false" : nil
  }
}

extension PrimitiveType {
  /// Whether the builder can be given any text of the type as it stands.
  fileprivate var takesAnyText: Bool { self == .string || self == .guid || self == .dateTime || self == .anyURI }
}

/// The words that .NET's floating-point converters take, in any case.
private enum FloatingPointWord {
  /// XML Schema's word; `nil` for anything else.
  static func canonical(of text: Span<UInt8>) -> String? {
    let text = text.extracting(text.trimmedIndices)
    guard (3...9).contains(text.count), text[text.count - 1] > 0x40 else { return nil }
    let isNegative = text[0] == 0x2D
    let word = text.extracting((isNegative || text[0] == 0x2B ? 1 : 0)..<text.count)
    if word.equalsIgnoringCase("infinity") { return isNegative ? "-INF" : "INF" }
    return word.equalsIgnoringCase("nan") ? "NaN" : nil
  }
}

/// The hexadecimal spellings that .NET's integer converters take: `0x1F`, `#1F`, `&h1F`.
enum HexadecimalNumber {
  /// The decimal text of a hexadecimal number that fits the type's bits; `nil` for anything else.
  static func decimal(of text: Span<UInt8>, as type: PrimitiveType) -> String? {
    let text = text.extracting(text.trimmedIndices)
    guard text.count > 1, let start = prefixLength(of: text), text.count > start, text.count - start <= 16 else {
      return nil
    }
    var bits: UInt64 = 0
    for index in start..<text.count {
      guard let digit = PercentEncoding.value(ofHex: text[index]) else { return nil }
      bits = bits << 4 | UInt64(digit)
    }
    return decimal(bits, as: type)
  }

  private static func prefixLength(of text: Span<UInt8>) -> Int? {
    if text[0] == 0x23 { return 1 }
    guard text.count > 2 else { return nil }
    let second = text[1] | 0x20
    return text[0] == 0x30 && second == 0x78 || text[0] == 0x26 && second == 0x68 ? 2 : nil
  }

  private static func decimal(_ bits: UInt64, as type: PrimitiveType) -> String? {
    switch type {
    case .byte: UInt8(exactly: bits).map { "\(Int8(bitPattern: $0))" }
    case .short: UInt16(exactly: bits).map { "\(Int16(bitPattern: $0))" }
    case .int: UInt32(exactly: bits).map { "\(Int32(bitPattern: $0))" }
    case .long: "\(Int64(bitPattern: bits))"
    default: "\(bits)"
    }
  }
}

extension Span<UInt8> {
  /// The indices that remain without the ASCII white space at both ends.
  package var trimmedIndices: Range<Int> {
    var lower = 0
    var upper = count
    while lower < upper, self[lower] == 0x20 || self[lower] &- 0x09 < 5 { lower += 1 }
    while upper > lower, self[upper - 1] == 0x20 || self[upper - 1] &- 0x09 < 5 { upper -= 1 }
    return lower..<upper
  }

  /// Whether the text is that word, ASCII case aside.
  package func equalsIgnoringCase(_ word: StaticString) -> Bool {
    guard word.hasPointerRepresentation, count == word.utf8CodeUnitCount else { return false }
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: count).span
    for index in indices where self[index].asciiFolded != expected[index].asciiFolded { return false }
    return true
  }
}
