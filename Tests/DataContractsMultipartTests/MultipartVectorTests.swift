import DataContracts
import TestSupport
import Testing

@Suite("Multipart bodies of the vectors")
struct MultipartVectorTests {
  private let format = MultipartFormat.dataMediaFormatter
  private let files = MultipartFormat.dataMediaFormatterFiles

  /// Properties that are no data members, a set, which .NET writes as the name of its type.
  private static let notInContract = [
    FieldRule("properties that are no data members", "fields-and-ignored", "optin-private"),
    FieldRule("a set, of which .NET writes the name of its type", "interfaces"),
  ]
  private static let lostInMultipart = [
    FieldRule(
      "the concrete type, and with it the members of derived types", "poly-drawing", "poly-root-base",
      "poly-root-base-foreign"),
    FieldRule("what .NET itself writes so that it cannot be read", "mp-file-names", "mp-simple-crlf"),
  ]
  private static let lostInXML = [FieldRule("-0, which EmitDefaultValue=false leaves out", "sparse-all-set")]
  private static let lostInJSON = [
    FieldRule(
      "the scale of whole decimals", "custom-collections", "decimal-null", "decimal-various", "top-pricemap"),
    FieldRule(
      "the types of object members", "object-known-item", "object-known-lists", "object-mixed",
      "poly-any-list"),
    FieldRule("-0, which EmitDefaultValue=false leaves out", "sparse-all-set"),
  ]

  @Test("are written from XML, byte for byte") func fromXML() throws {
    let result = try FieldConversions(
      from: "datacontract-stream.xml", XMLFormat.dataContractStream, to: "multipart.bin", format)
    #expect(result.same == 134)
    #expect(result.others == (Self.notInContract + Self.lostInXML).cases)
    let asFiles = try FieldConversions(
      from: "datacontract-stream.xml", XMLFormat.dataContractStream, to: "multipart-bytefile.bin", files)
    #expect(asFiles.same == 6)
    #expect(asFiles.others == [])
  }

  @Test("are written from JSON, byte for byte") func fromJSON() throws {
    let result = try FieldConversions(from: "jsonnet.json", JSONFormat.webAPI, to: "multipart.bin", format)
    #expect(result.same == 127)
    #expect(result.others == (Self.notInContract + Self.lostInJSON).cases)
  }

  @Test("are read and written again, byte for byte") func again() throws {
    let result = try FieldConversions(from: "multipart.bin", format, to: "multipart.bin", format)
    #expect(result.same == 154)
    #expect(result.others == (Self.notInContract + Self.lostInMultipart).cases.union(["mp-set-member"]))
    let asFiles = try FieldConversions(from: "multipart-bytefile.bin", files, to: "multipart-bytefile.bin", files)
    #expect(asFiles.same == 8)
    #expect(asFiles.others == ["mp-file-names"])
  }

  /// What .NET cannot write, and the error that says so here; `nil` where it is written nevertheless.
  private static let unwritable: [(rule: String, message: String?, cases: Set<String>)] = [
    (
      "nothing but nulls and empty lists", "multipart: expected at least one value, found none",
      [
        "bytes-empty", "bytes-null", "chat-response-empty-list", "chat-response-null", "custom-collections-empty",
        "custom-collections-null", "dicts-empty", "dicts-null", "generic-api-nullable", "lists-empty", "lists-null",
        "ns-all-null", "nullable-ints-null", "object-null", "poly-null", "string-null", "top-dict-empty",
        "top-list-item-empty", "uri-null",
      ]
    ),
    (
      "null", "multipart: expected a value, found null",
      ["top-nullable-null", "top-object-null", "top-poco-null", "top-string-null"]
    ),
    (
      "a value that the enumeration does not name",
      "multipart: Y: expected a value of the enumeration ByteEnum, found 0",
      ["enum-default", "enum-flags-unknown-bit"]
    ),
    (
      "a value that the enumeration does not name",
      "multipart: C: expected a value of the enumeration Color, found 99", ["enum-unnamed-value"]
    ),
    (
      "a value that is no member of the contract",
      "multipart: H: expected a value of the enumeration Hue, found 3", ["enum-not-a-member"]
    ),
    (
      "a cycle", "multipart: Next: expected a value, found a reference to an object around it", ["ref-cycle-self"]
    ),
    (
      "a cycle", "multipart: Kids[0].Next: expected a value, found a reference to an object around it", ["ref-graph"]
    ),
    (
      "DateTimeOffset, over which .NET's process dies, and a relative Uri", nil,
      ["object-dto", "offset-default", "offset-various", "top-datetimeoffset", "uri-various"]
    ),
  ]

  @Test("that .NET cannot write are refused, save DateTimeOffset and relative Uris") func unwritable() throws {
    var outcomes: [String: String] = [:]
    for vector in FieldVectors.written where vector.file("multipart.bin.error.txt") != nil {
      guard let contract = try vector.contract() else { continue }
      let xml = vector.file("datacontract-stream.xml")
      guard let input = xml ?? vector.file("jsonnet.json") else { continue }
      let source: any DocumentFormat = xml == nil ? JSONFormat.webAPI : XMLFormat.dataContractStream
      do throws(DocumentError) {
        _ = try format.encode(source.decode(input, as: contract))
        outcomes[vector.name] = "written"
      } catch { outcomes[vector.name] = "\(error)" }
    }
    let expected = Self.unwritable.flatMap { rule in rule.cases.map { ($0, rule.message ?? "written") } }
    #expect(outcomes == Dictionary(uniqueKeysWithValues: expected))
  }
}
