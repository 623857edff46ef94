import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("Objects of derived types in JSON")
struct DerivedTypeTests {
  private static let zoo = DotNetNamespace.namespace(forCLR: "Zoo")

  /// `Holder { One: Shape?, Many: [Shape]?, Any: object? }`; `Shape { Label }`, extended by `Circle { Radius }` and by
  /// `Square { Side }`, and `Circle` by `Disc { Hole }`.
  private static func contract() throws(DocumentError) -> Contract {
    var builder = ContractBuilder()
    func name(_ name: String) -> QualifiedName { QualifiedName(namespace: zoo, localName: name) }
    func text(_ name: String) -> DataMember { DataMember(name, .primitive(.string), isNillable: true) }
    let shape = builder.add(name("Shape"), .object(ObjectContract(declaring: [text("Label")])))
    let circle = builder.add(
      name("Circle"),
      .object(ObjectContract(base: shape, declaring: [DataMember("Radius", .primitive(.double)), text("Tint")])))
    _ = builder.add(name("Disc"), .object(ObjectContract(base: circle, declaring: [text("Hole")])))
    _ = builder.add(
      QualifiedName(namespace: "urn:zoo:shapes", localName: "Sq"),
      .object(ObjectContract(base: shape, declaring: [DataMember("Side", .primitive(.int)), text("Tint")])),
      clrName: "Zoo.Square")
    let shapes = builder.list(of: shape, name: name("ArrayOfShape"), itemName: "Shape")
    let holder = builder.add(
      name("Holder"),
      .object(
        ObjectContract(declaring: [
          DataMember("One", shape, isNillable: true), DataMember("Many", shapes, isNillable: true),
          DataMember("Any", .any, isNillable: true),
        ])))
    builder.addRoot(element: name("Holder"), type: holder)
    return try builder.contract()
  }

  private func read(_ text: String, _ format: JSONFormat = .webAPI) throws(DocumentError) -> Document {
    try format.decode(Array(text.utf8), as: Self.contract())
  }

  private func write(_ document: Document, _ format: JSONFormat) throws(DocumentError) -> String {
    var format = format
    format.absentMembers = .omit
    return String(decoding: try format.encode(document), as: UTF8.self)
  }

  @Test(
    "containers that do not fit each other are errors, also where names are looked for ahead",
    arguments: ["{\"One\":{\"Label\":[{}\"x\"", "{\"One\":{[\"x\"", "{\"One\":{\"Label\":[{\"a\":1]\"x\":2}}"])
  func mismatchedContainers(_ text: String) {
    #expect(throws: DocumentError.self) { try read(text) }
  }

  @Test(
    "the type without a name is the only one that has all the members",
    arguments: [
      (#"{"Label":"a"}"#, "Shape"), (#"{"Radius":1,"Label":"a"}"#, "Circle"), (#"{"Label":"a","Side":1}"#, "Sq"),
      (#"{"Hole":"h","Radius":1}"#, "Disc"), (#"{"Hole":"h"}"#, "Disc"), (#"{"side":1,"label":null}"#, "Sq"),
      (#"{"R\u0061dius":1}"#, "Circle"), (#"{"Radius":1,"Unknown":{"Side":1}}"#, "Circle"),
      // Of types that extend each other, the one that has no member which is not there.
      (#"{"Radius":1,"Tint":"t"}"#, "Circle"),
      // No type has both, or several have the one: the declared type stays.
      (#"{"Radius":1,"Side":1}"#, "Shape"), (#"{"Tint":"t"}"#, "Shape"), (#"{"Unknown":1}"#, "Shape"),
    ])
  func inferredType(value: String, type: String) throws {
    for text in [#"{"One":\#(value)}"#, #"{"Many":[{"Label":"x"},\#(value),null]}"#] {
      let root = try read(text).root
      let item = root["One"] ?? root["Many"]?[1]
      #expect(item?.type?.name.localName == type)
      #expect(item?["Unknown"] == nil)
    }
  }

  @Test("members that only derived types have are kept where no type is told")
  func ambiguousMembers() throws {
    let document = try read(#"{"One":{"Tint":"t","Other":1,"Label":"l"}}"#)
    #expect(try write(document, .webAPI) == #"{"One":{"Label":"l","Tint":"t"}}"#)
  }

  @Test("each serializer names types in its own way, or not at all, and orders members")
  func typeNames() throws {
    let document = try read(#"{"One":{"Radius":1.5,"Label":"c"},"Many":[{"Side":2,"Label":"s"},{"Label":"p"}]}"#)
    var serviceStack = JSONFormat.serviceStack
    serviceStack.dialect.assembly = "ZooLib"
    var typed = JSONFormat.webAPI
    typed.dialect.typeNames = .jsonNet
    let expected: [(JSONFormat, String)] = [
      (.webAPI, #"{"One":{"Radius":1.5,"Label":"c"},"Many":[{"Side":2,"Label":"s"},{"Label":"p"}]}"#),
      (
        typed,
        #"{"One":{"$type":"Zoo.Circle","Radius":1.5,"Label":"c"},"#
          + #""Many":[{"$type":"Zoo.Square","Side":2,"Label":"s"},{"Label":"p"}]}"#
      ),
      (
        serviceStack,
        #"{"One":{"__type":"Zoo.Circle, ZooLib","Radius":1.5,"Label":"c"},"#
          + #""Many":[{"__type":"Zoo.Square, ZooLib","Side":2,"Label":"s"},{"Label":"p"}]}"#
      ),
      (
        .dataContractJSON,
        #"{"Many":[{"__type":"Sq:urn:zoo:shapes","Label":"s","Side":2},{"Label":"p"}],"#
          + #""One":{"__type":"Circle:#Zoo","Label":"c","Radius":1.5}}"#
      ),
      (.systemTextJSON, #"{"One":{"Label":"c"},"Many":[{"Label":"s"},{"Label":"p"}]}"#),
    ]
    for (format, text) in expected {
      #expect(try write(document, format) == text)
      if format.dialect.writesDerivedMembers { #expect(try read(text, format) == document) }
    }
  }

  @Test(
    "a type that is named counts, whoever names it",
    arguments: [
      (#"{"__type":"Sq:urn:zoo:shapes","Tint":"t"}"#, "Sq"), (#"{"__type":"Circle:#Zoo"}"#, "Circle"),
      (#"{"__type":"Zoo.Square, Any","Tint":"t"}"#, "Sq"), (#"{ "$type" : "Zoo.Disc" , "Radius":1}"#, "Disc"),
      (#"{"__type":"Shape:#Zoo","Label":"l"}"#, "Shape"),
      // No contract has the type: the members tell.
      (#"{"__type":"Zoo.Rhomb, Any","Side":1}"#, "Sq"),
    ])
  func namedType(value: String, type: String) throws {
    #expect(try read(#"{"One":\#(value)}"#).root["One"]?.type?.name.localName == type)
    #expect(try read(#"{"Many":[null,\#(value)]}"#).root["Many"]?[1]?.type?.name.localName == type)
  }

  @Test("a member of type object takes the type that is named, and keeps what it does not know")
  func objects() throws {
    let known = try read(#"{"Any":{"__type":"Zoo.Square, ZooLib","Side":1}}"#)
    #expect(known.root["Any"]?.type?.name.localName == "Sq")
    #expect(try write(known, .serviceStack) == #"{"Any":{"__type":"Zoo.Square, ZooLib","Side":1}}"#)
    #expect(try write(known, .webAPI) == #"{"Any":{"Side":1}}"#)
    let unknown = #"{"Any":{"__type":"Zoo.Rhomb, ZooLib","$id":"7","Angle":1}}"#
    #expect(try write(read(unknown), .serviceStack) == unknown)
    let contractual = #"{"Any":{"__type":"Rhomb:#Zoo","Angle":1}}"#
    #expect(try write(read(contractual), .dataContractJSON) == contractual)
    #expect(try write(read(contractual), .serviceStack) == #"{"Any":{"__type":"Zoo.Rhomb","Angle":1}}"#)
  }

  @Test(
    "names of types that cannot be are errors",
    arguments: [
      (
        #"{"One":{"__type":"Holder:#Zoo"}}"#,
        #"json: One (byte 17): expected Shape or a type that extends it, found "Holder:#Zoo""#
      ),
      (#"{"One":{"__type":"Circle:#Zoo",}}"#, "json: One (byte 31): expected a member name, found \"}\""),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) { _ = try read(text) }
    #expect(error?.description == message)
  }

  @Test("without a contract all such names are members")
  func withoutContract() throws {
    let text = #"{"__type":"Circle:#Zoo","$id":"1","$ref":"2"}"#
    let document = try JSONFormat.webAPI.decode(Array(text.utf8))
    #expect(String(decoding: try JSONFormat.webAPI.encode(document), as: UTF8.self) == text)
  }

  @Test("many objects that nest are looked into in linear time")
  func nesting() throws {
    var builder = ContractBuilder()
    let base = builder.declare(TestContracts.name("Base"))
    builder.define(base, .object(ObjectContract(declaring: [DataMember("Next", base, isNillable: true)])))
    _ = builder.add(
      TestContracts.name("Other"), .object(ObjectContract(base: base, declaring: [DataMember("Id", .primitive(.int))])))
    let many = builder.list(of: base, name: TestContracts.name("Many"), itemName: "Base")
    builder.addRoot(element: TestContracts.name("Many"), type: many)
    let depth = 60
    let value = String(repeating: #"{"Next":"#, count: depth) + #"{"Id":1}"# + String(repeating: "}", count: depth)
    let text = "[" + Array(repeating: value, count: 500).joined(separator: ",") + "]"
    let document = try JSONFormat.webAPI.decode(Array(text.utf8), as: builder.contract())
    #expect(document.root.count == 500)
    #expect(document.root[499]?["Next"]?["Next"]?.type?.name.localName == "Base")
  }
}
