import DataContractsCore

/// Reads one JSV text into a builder: a loop with a stack of open containers, never recursion.
///
/// The builder knows contracts, limits and paths; the reader knows where values end. What an unquoted text is, only the
/// contract can tell, and so the reader asks the builder what it expects.
struct JSVReader {
  /// How quotation marks and escapes are spelled.
  enum Syntax {
    /// Quotation marks are doubled in a quoted text.
    case plain
    /// Texts are percent-encoded, brackets and commas between them are not; see ``QueryFormat``.
    case query
  }

  /// A container that is open.
  struct Container {
    enum Kind { case object, dictionary, list, entry }

    let kind: Kind
    /// Its type in the contract, 0 where none speaks of it.
    let type: UInt16
    /// Whether the value of an entry has come.
    var hasValue = false
  }

  let text: JSVText
  let syntax: Syntax
  let table: ContractTable
  let isTyped: Bool
  let toleratesLikeDotNet: Bool
  var position: Int
  var enclosing: [Container] = []
  let names: ContractNames
  /// Whether no quotation mark that closes a text of a query string comes any more: each is looked for once.
  var isUnquotedToEnd = false

  init(_ text: JSVText, names: ContractNames, options: DecodingOptions, syntax: Syntax = .plain) {
    self.text = text
    self.names = names
    self.syntax = syntax
    table = names.table
    isTyped = names.isTyped
    toleratesLikeDotNet = options.tolerance == .dotNet
    position = text.range.lowerBound
  }

  /// Reads the whole text as one value.
  mutating func readDocument(into builder: inout DocumentBuilder) throws(DocumentError) {
    repeat {
      while try readValue(&builder) {}
    } while try advanceToNextValue(&builder)
    skipWhiteSpace()
    guard isAtEnd else { throw failure("the end of the document", &builder) }
  }

  var isAtEnd: Bool { position >= text.range.upperBound }

  mutating func skipWhiteSpace() { position = text.afterWhiteSpace(from: position) }

  /// Reads a scalar, an empty container, or the beginning of a container up to its first value.
  ///
  /// - Returns: Whether another value has to come, the container's first.
  private mutating func readValue(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    let expected = JSVExpectation(&builder)
    if expected.isCharacter {
      try readCharacter(expected, &builder)
      return false
    }
    let first = expected.isText ? position : text.afterWhiteSpace(from: position)
    switch text.byte(at: first) {
    case 0x7B where takesBrackets(expected):
      position = first
      return try beginObject(expected, &builder)
    case 0x5B where takesBrackets(expected):
      position = first
      return try beginList(&builder)
    case 0x22:
      position = first
      try readQuoted(expected, &builder)
    case 0x25 where syntax == .query && isQuotationMark(at: first): try readQuoted(expected, &builder)
    default: try readBare(expected, &builder)
    }
    return false
  }

  /// ServiceStack takes brackets for text where a string is to come.
  private func takesBrackets(_ expected: JSVExpectation) -> Bool { !(expected.isText && toleratesLikeDotNet) }

  /// Reads what stands between two values: ends of containers, a comma, a name.
  ///
  /// - Returns: `false` when the document's value has ended.
  private mutating func advanceToNextValue(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    while let innermost = enclosing.last {
      skipWhiteSpace()
      guard text.byte(at: position) == 0x2C else {
        try endContainer(innermost, &builder)
        continue
      }
      position += 1
      if innermost.kind != .list { try readName(innermost, &builder) }
      return true
    }
    return false
  }

  private mutating func beginList(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    let type = builder.isPassingOver ? 0 : builder.expectedType
    try builder.beginList(at: text.offset(position))
    enclosing.append(Container(kind: .list, type: type))
    position += 1
    guard text.byte(at: position) == 0x5D else { return true }
    try endContainer(Container(kind: .list, type: type), &builder)
    return false
  }

  mutating func endContainer(_ container: Container, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let closes = container.kind == .list ? text.byte(at: position) == 0x5D : text.byte(at: position) == 0x7D
    guard closes else {
      throw failure(container.kind == .list ? "\",\" or \"]\"" : "\",\" or \"}\"", &builder)
    }
    if container.kind == .list {
      try builder.endList(at: text.offset(position))
    } else {
      if container.kind == .entry, !container.hasValue { try addMissingValue(&builder) }
      try builder.endObject(at: text.offset(position))
    }
    enclosing.removeLast()
    position += 1
  }

  /// A null value of an entry is left out, as all nulls are.
  private mutating func addMissingValue(_ builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.entryValue(at: text.offset(position))
    try builder.null(at: text.offset(position))
  }

  /// The text at `position` is not what JSV allows there.
  func failure(_ expected: String, _ builder: inout DocumentBuilder) -> DocumentError {
    builder.failure(.syntax, expected: expected, found: found, at: text.offset(min(position, text.range.upperBound)))
  }

  private var found: String {
    guard !isAtEnd else { return "the end of the input" }
    let end = min(position + 4, text.range.upperBound)
    guard text.byte(at: position) >= 0x20, text.byte(at: position) != 0x7F,
      let character = text.string(position..<end).first
    else { return "the byte 0x\(text.byte(at: position).hexadecimal)" }
    return "\"\(character)\""
  }
}

/// What the builder waits for.
struct JSVExpectation {
  let shape: CompiledShape
  let primitive: PrimitiveType
  let isNillable: Bool
  let type: UInt16

  init(_ builder: inout DocumentBuilder) {
    let isPassedOver = builder.isPassingOver
    // The entries of a dictionary are objects that no type describes.
    let isEntry = !isPassedOver && builder.expectsEntry
    shape = isPassedOver || isEntry ? .untyped : builder.expectedShape
    primitive = builder.expectedPrimitive
    isNillable = isPassedOver || builder.expectsNullable
    type = isPassedOver || isEntry ? 0 : builder.expectedType
  }

  var isCharacter: Bool { shape == .primitive && primitive == .char }

  /// Whether the value is text, white space and all.
  var isText: Bool { shape == .primitive && (primitive == .string || primitive == .anyURI) }
}

extension JSVText {
  /// The first byte at or after `start` that is no white space.
  func afterWhiteSpace(from start: Int) -> Int {
    var index = start
    while index < range.upperBound, bytes[index].isWhiteSpace { index += 1 }
    return index
  }
}
