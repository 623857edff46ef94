import DataContracts
import TestSupport
import Testing

@Suite("JSV that is written")
struct JSVWritingTests {
  private func written(_ document: Document, _ format: JSVFormat = .serviceStack) throws -> String {
    String(decoding: try format.encode(document), as: UTF8.self)
  }

  private func structures() throws -> Contract {
    let namespace = DotNetNamespace.dataContract + "Zoo"
    var types = ContractBuilder()
    let point = types.add(
      QualifiedName(namespace: namespace, localName: "Point"),
      .object(ObjectContract(declaring: [DataMember("X", .primitive(.int)), DataMember("Y", .primitive(.int))])),
      isValueType: true)
    let root = types.add(
      QualifiedName(namespace: namespace, localName: "Points"),
      .object(
        ObjectContract(declaring: [
          DataMember("P", point), DataMember("N", point, isNillable: true), DataMember("D", .primitive(.dateTime)),
        ])))
    types.addRoot(element: QualifiedName(namespace: namespace, localName: "Points"), type: root)
    return try types.contract()
  }

  @Test("a structure is its type's name, or its members where that is asked for, absent ones too") func structureNames()
    throws
  {
    var format = JSVFormat.serviceStack
    format.structures = .members
    let contract = try structures()
    let document = try (["N": ["X": 1, "Y": 2]] as Document).applying(contract)
    #expect(try written(document) == "{P:Zoo.Point,N:Zoo.Point,D:0001-01-01}")
    let whole = try written(document, format)
    #expect(whole == "{P:{X:0,Y:0},N:{X:1,Y:2},D:0001-01-01}")
    #expect(try format.decode(Array(whole.utf8), as: contract).root["N"]?["Y"]?.text == "2")
    #expect(
      throws: DocumentError(
        .typeMismatch, format: "jsv", offset: 3, path: DocumentPath([.member("P")]), expected: "an object Point",
        found: "\"Zoo.Point\"")
    ) { try format.decode(Array("{P:Zoo.Point}".utf8), as: contract) }
  }

  @Test(
    "a date is its day at midnight, has seven digits of the second or none, and always a zone",
    arguments: [
      ("2026-02-04T00:00:00", "2026-02-04"), ("2026-02-04T00:00:00Z", "2026-02-04"),
      ("2026-02-04T00:00:00+04:00", "2026-02-04"), ("2026-02-04T06:54:54Z", "2026-02-04T06:54:54Z"),
      ("2026-02-04T06:54:54.5Z", "2026-02-04T06:54:54.5000000Z"),
      ("2026-02-04T06:54:54.5", "2026-02-04T06:54:54.5000000-05:30"),
      ("2026-02-04T06:54:54-01:00", "2026-02-04T06:54:54-01:00"),
    ])
  func dates(_ date: String, _ spelled: String) throws {
    var format = JSVFormat.serviceStack
    format.unspecifiedDateOffset = -330
    format.absentMembers = .omit
    let document = try (["D": Document(stringLiteral: date)] as Document).applying(structures())
    #expect(try written(document, format) == "{D:\(spelled)}")
  }

  private func xml(_ name: String) throws -> Document {
    let vector = try #require(WriteVectors.all.first { $0.name == name })
    let file = try #require(VectorFile.all.first { $0.name == "datacontract.xml" })
    return try XMLFormat.dataContract.decode(try #require(vector.bytes(file)), as: vector.contract())
  }

  @Test("an object that is mentioned again is written again; one within itself is refused") func references() throws {
    #expect(
      try written(xml("ref-shared-and-not")) == "{A:{Name:shared},B:{Name:shared},X:{Id:1},Y:{Id:1}}")
    #expect(
      throws: DocumentError(
        .notRepresentable, format: "jsv", path: DocumentPath([.member("Next")]),
        expected: "an object that does not contain itself", found: "a reference to one around it")
    ) { try written(xml("ref-cycle-self")) }
  }

  @Test("a derived type's name ends in the assembly that was given") func assembly() throws {
    var format = JSVFormat.serviceStack
    format.assembly = "oracleB"
    #expect(
      try written(xml("poly-root-base"), format) == "{__type:\"Zoo.Circle, oracleB\",Radius:3,Label:root}")
    #expect(try written(xml("poly-root-base")) == "{__type:Zoo.Circle,Radius:3,Label:root}")
  }

  @Test("without a contract names and texts are quoted where they have to be") func quotes() throws {
    let document: Document = ["a:b": "c,d", "": [nil, "", "x y", "{", true, 1.5, "\n"]]
    let text = try written(document)
    #expect(text == "{\"a:b\":\"c,d\",\"\":[,\"\",x y,\"{\",True,1.5,\"\n\"]}")
    #expect(try JSVFormat.serviceStack.decode(Array(text.utf8)).root["a:b"]?.string == "c,d")
  }
}
