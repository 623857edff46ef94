import DataContracts
import Testing

/// A conformance by hand that does what a test tells it to.
private struct Wilful: DataContractCodable {
  typealias Encoding = @Sendable (inout DocumentBuilder) throws(DocumentError) -> Void
  typealias Decoding = @Sendable (inout DocumentReader) throws(DocumentError) -> Void

  struct Behaviour: Sendable {
    var encoding: Encoding?
    var decoding: Decoding?
  }

  @TaskLocal static var behaviour = Behaviour()

  static var dataContractName: QualifiedName { QualifiedName(dataContract: "Wilful", in: "urn:t") }

  static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.object(Self.self) { types in
      ObjectContract(declaring: [types.member("A", Int32?.self), types.member("B", [Int32]?.self)])
    }
  }

  init() {}
  init(from reader: inout DocumentReader) throws(DocumentError) { try Self.behaviour.decoding?(&reader) }
  func encode(into builder: inout DocumentBuilder) throws(DocumentError) { try Self.behaviour.encoding?(&builder) }
}

/// A scalar that writes what a test tells it to.
private struct WilfulNumber: DataContractScalar {
  struct Behaviour: Sendable { var writing: @Sendable (inout [UInt8]) -> Void = { _ in } }

  @TaskLocal static var behaviour = Behaviour()
  static var primitive: PrimitiveType { .int }

  init() {}
  init?(canonical text: Span<UInt8>) {}
  func appendCanonical(to text: inout [UInt8]) { Self.behaviour.writing(&text) }
}

@Suite("Conformances by hand that do not keep to the rules")
struct WilfulConformanceTests {
  private func message<Result>(_ body: () throws(DocumentError) -> Result) -> String {
    do throws(DocumentError) { return "\(try body())" } catch { return "\(error)" }
  }

  /// How values beyond a type's own are met, straight from a text and in a document.
  private func read(_ decoding: @escaping Wilful.Decoding) -> [String] {
    let texts = [#"{"A":1,"B":[2,3]}"#, #"[{"A":1,"B":[2,3]}]"#]
    return Wilful.$behaviour.withValue(.init(decoding: decoding)) {
      [
        message { () throws(DocumentError) in
          _ = try JSONFormat.webAPI.decode(Wilful.self, from: Array(texts[0].utf8))
        },
        message { () throws(DocumentError) in
          _ = try JSONFormat.webAPI.decode([Wilful].self, from: Array(texts[1].utf8))
        },
        message { () throws(DocumentError) in
          let contract = try Wilful.dataContract.get().contract
          _ = try JSONFormat.webAPI.decode(Array(texts[0].utf8), as: contract).decode(Wilful.self)
        },
      ]
    }
  }

  @Test("behind the last value there is nothing to read")
  func behindTheEnd() {
    #expect(
      read { (reader: inout DocumentReader) throws(DocumentError) in
        reader.skip()
        _ = try reader.decode(Int32.self)
      } == [
        "json: B[1] (byte 14): expected an integer from -2147483648 through 2147483647, found nothing",
        "json: [0].B[1] (byte 15): expected an integer from -2147483648 through 2147483647, found nothing",
        "document: B[1]: expected an integer from -2147483648 through 2147483647, found nothing",
      ])
  }

  /// What a conformance can ask of a reader.
  enum Question: CaseIterable, Sendable {
    case object, list, dictionary, bytes, file, enumerationText, enumerationBits, document, string, reference
    case unknownType, unknownCase

    func ask(_ reader: inout DocumentReader) throws(DocumentError) {
      switch self {
      case .object: _ = try reader.beginObject(Wilful.self)
      case .list: _ = try reader.beginList()
      case .dictionary: _ = try reader.beginDictionary()
      case .bytes: _ = try reader.bytes()
      case .file: _ = try reader.file()
      case .enumerationText: _ = try reader.enumerationText()
      case .enumerationBits: _ = try reader.enumerationBits()
      case .document: _ = try reader.decode(Document.self)
      case .string: _ = try reader.decode(String.self)
      case .reference: _ = try reader.referencedObject(Referenced.self)
      case .unknownType: throw reader.unknownType(Wilful.self)
      case .unknownCase: throw reader.unknownCase()
      }
    }
  }

  @Test("whatever is asked of a reader behind the last value is an error", arguments: Question.allCases)
  func askedBehindTheEnd(_ question: Question) {
    let answers = read { (reader: inout DocumentReader) throws(DocumentError) in
      for _ in 0..<3 { reader.skip() }
      try question.ask(&reader)
    }
    #expect(answers.allSatisfy { $0.contains("expected") }, "\(answers)")
  }

  @Test("a value that its type does not read is passed over", .timeLimit(.minutes(1)))
  func unread() throws {
    let list = #"[{},{"A":1},{}]"#
    #expect(try JSONFormat.webAPI.decode([Wilful].self, from: Array(list.utf8)).count == 3)
    // What is taken for the next key is none.
    let dictionary = Array(#"{"a":{},"b":{"B":[1]}}"#.utf8)
    #expect(throws: DocumentError.self) { try JSONFormat.webAPI.decode([String: Wilful].self, from: dictionary) }
  }

  @Test("a member whose value is not read comes once, and comes again after the reader has gone back")
  func unreadMembers() {
    let answers = read { (reader: inout DocumentReader) throws(DocumentError) in
      var members = try reader.beginObject(Wilful.self)
      var indices: [Int] = []
      while let member = reader.nextMember(of: &members) { indices.append(member) }
      reader.reenter(members)
      while let member = reader.nextMember(of: &members) { indices.append(member) }
      throw reader.failure(.contract, expected: "the members", found: "\(indices)")
    }
    #expect(answers.allSatisfy { $0.hasSuffix("found [0, 1, 0, 1]") }, "\(answers)")
  }

  @Test("failures of values that were not read are failures all the same")
  func failuresBeforeTheBeginning() {
    let answers = read { (reader: inout DocumentReader) throws(DocumentError) in
      _ = reader.unknownCase()
      throw reader.unknownCase()
    }
    #expect(answers.allSatisfy { $0.contains("expected a name of the enumeration") }, "\(answers)")
  }

  private final class Referenced {}

  private func encoded<T: DataContractEncodable>(_ value: T, _ encoding: @escaping Wilful.Encoding) -> String {
    Wilful.$behaviour.withValue(.init(encoding: encoding)) {
      message { () throws(DocumentError) in String(decoding: try JSONFormat.webAPI.encode(value), as: UTF8.self) }
    }
  }

  @Test("an entry is one key and one value")
  func entries() {
    let expected = "document: (byte 0): expected one key and one value for each entry, found more or fewer"
    let nothing: Wilful.Encoding = { (_: inout DocumentBuilder) throws(DocumentError) in }
    #expect(encoded(["a": Wilful()], nothing) == expected.replacing("(", with: "[\"a\"] (", maxReplacements: 1))
    let several: Wilful.Encoding = { (builder: inout DocumentBuilder) throws(DocumentError) in
      try builder.null()
      try builder.null()
    }
    #expect(encoded(["a": Wilful()], several) == #"document: ["a"] (byte 0): expected a member name, found a value"#)
  }

  @Test("an entry whose value has failed is not left without it")
  func failedEntry() {
    let entry: Wilful.Encoding = { (builder: inout DocumentBuilder) throws(DocumentError) in
      do throws(DocumentError) { try builder.encodeEntry(key: "b", value: "x") } catch {}
      try builder.beginObject()
      try builder.endObject()
    }
    #expect(
      encoded(["a": Wilful()], entry) == "document: (byte 0): expected a whole document, found its end")
  }

  @Test("a scalar that takes texts away instead of adding one is an error", arguments: [true, false])
  func shortenedTexts(isCaught: Bool) throws {
    let values: Wilful.Encoding = { (builder: inout DocumentBuilder) throws(DocumentError) in
      try builder.beginObject()
      try builder.encode(Int32(12_345), as: 0)
      do throws(DocumentError) {
        try builder.encode([WilfulNumber()], as: 1)
      } catch {
        if !isCaught { throw error }
        try builder.endList()
      }
      try builder.endObject()
    }
    // Only a document has texts of other values.
    let found = WilfulNumber.$behaviour.withValue(.init { $0.removeAll() }) {
      Wilful.$behaviour.withValue(.init(encoding: values)) {
        message { () throws(DocumentError) in try Document(encoding: Wilful()).root["A"]?.text?.count }
      }
    }
    #expect(
      found
        == (isCaught
          ? "Optional(5)"
          : "document: B[0] (byte 0): expected an integer from -2147483648 through 2147483647, found a value that .NET's type does not have")
    )
  }
}
