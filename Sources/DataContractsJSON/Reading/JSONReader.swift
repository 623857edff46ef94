import DataContractsCore

/// Reads one JSON text into a builder: a loop with a stack of open containers, never recursion.
///
/// The builder knows contracts, limits and paths; the reader knows RFC 8259.
struct JSONReader {
  let text: JSONBytes
  var position = 0
  /// Whether objects may have to be looked into before they begin: with a contract alone.
  private let looksIntoObjects: Bool
  let wrapsNullableStructures: Bool
  let takesEmptyObjectsForNull: Bool
  /// The containers around the innermost one. The builder bounds the depth.
  private var enclosing: [Container] = []
  private var innermost = Container.none
  /// The names of members of objects whose type they have to tell.
  var memberNames = MemberNameScan()
  /// The identities that objects have been given.
  var identities: Set<String> = []

  enum Container: UInt8 {
    case none, object, list
    /// `{"HasValue":true,"Value":` round a value, of which the builder does not hear.
    case nullable
  }

  /// - Parameter dialect: `nil` without a contract: then names such as `__type` and `$id` are names like any other.
  init(_ text: JSONBytes, _ dialect: JSONDialect?) {
    self.text = text
    looksIntoObjects = dialect != nil
    wrapsNullableStructures = dialect?.wrapsNullableStructures ?? false
    takesEmptyObjectsForNull = dialect?.writesNullItemsAsEmptyObjects ?? false
  }

  mutating func readDocument(into builder: inout DocumentBuilder) throws(DocumentError) {
    try checkEncoding(&builder)
    try readValue(at: text.afterWhiteSpace(from: position), into: &builder)
    position = text.afterWhiteSpace(from: position)
    guard position == text.count else {
      guard builder.isChecking else { throw failure("the end of the document", &builder) }
      return builder.note(.syntax, .dropped, "is more text after the document; .NET reads no further", at: position)
    }
  }

  /// Reads one value with all below it, and moves behind it.
  mutating func readValue(at start: Int, into builder: inout DocumentBuilder) throws(DocumentError) {
    position = start
    repeat {
      while try readValue(&builder) {}
    } while try advanceToNextValue(&builder)
  }

  /// Passes over a byte order mark and checks the whole text's UTF-8 at once.
  private mutating func checkEncoding(_ builder: inout DocumentBuilder) throws(DocumentError) {
    if let invalid = text.firstInvalidOffset {
      position = invalid
      throw failure("UTF-8", &builder)
    }
    position = text.start
  }

  /// Reads a scalar, an empty container, or the beginning of a container up to its first value.
  ///
  /// - Returns: Whether another value has to come, the container's first.
  @inline(__always)
  private mutating func readValue(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    switch text.byte(at: position) {
    case 0x22: try readString(&builder)
    case 0x2D, 0x30...0x39: try readNumber(&builder)
    case 0x7B: return try beginObject(&builder)
    case 0x5B: return try beginList(&builder)
    default: try readLiteral(&builder)
    }
    return false
  }

  /// Reads what stands between two values: ends of containers, a comma, a name.
  ///
  /// - Returns: `false` when the document's value has ended.
  @inline(__always)
  private mutating func advanceToNextValue(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    while innermost != .none {
      position = text.afterWhiteSpace(from: position)
      guard text.byte(at: position) == 0x2C else {
        try endContainer(&builder)
        continue
      }
      position = text.afterWhiteSpace(from: position &+ 1)
      switch innermost {
      case .object: try readName(&builder)
      case .nullable: throw failure("\"}\"", &builder)
      case .none, .list: break
      }
      return true
    }
    return false
  }

  private mutating func beginObject(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    if looksIntoObjects, isUncommonObject(&builder), let result = try readUncommonObject(&builder) { return result }
    try builder.beginObject(at: position)
    open(.object)
    return try readFirstName(&builder)
  }

  /// Reads what comes after an object's opening brace.
  ///
  /// - Returns: Whether a value has to come.
  mutating func readFirstName(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    switch text.byte(at: position) {
    case 0x7D:
      try endContainer(&builder)
      return false
    case 0x22:
      try readName(&builder)
      return true
    default: throw failure("a member name or \"}\"", &builder)
    }
  }

  private mutating func beginList(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    try builder.beginList(at: position)
    open(.list)
    guard text.byte(at: position) == 0x5D else { return true }
    try endContainer(&builder)
    return false
  }

  /// Notes that a container has begun, without moving.
  @inline(__always)
  mutating func enter(_ container: Container) {
    enclosing.append(innermost)
    innermost = container
  }

  private mutating func open(_ container: Container) {
    enter(container)
    position = text.afterWhiteSpace(from: position &+ 1)
  }

  private mutating func endContainer(_ builder: inout DocumentBuilder) throws(DocumentError) {
    switch (innermost, text.byte(at: position)) {
    case (.object, 0x7D): try builder.endObject(at: position)
    case (.list, 0x5D): try builder.endList(at: position)
    case (.nullable, 0x7D): break
    case (.object, _), (.nullable, _): throw failure("\",\" or \"}\"", &builder)
    default: throw failure("\",\" or \"]\"", &builder)
    }
    innermost = enclosing.removeLast()
    position &+= 1
  }
}
