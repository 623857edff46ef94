import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("Identities and references in JSON")
struct ReferenceTests {
  /// `Node { Name, Next: Node?, Kids: [Node]? }`, which keeps identities, and `Box { One: Node?, Two: Box? }`, which does
  /// not.
  private static func contract(_ root: String) throws(DocumentError) -> Contract {
    var builder = ContractBuilder()
    let name = TestContracts.name
    let node = builder.declare(name("Node"))
    let nodes = builder.list(of: node, name: name("ArrayOfNode"), itemName: "Node")
    builder.define(
      node,
      .object(
        ObjectContract(declaring: [
          DataMember("Name", .primitive(.string), isNillable: true), DataMember("Next", node, isNillable: true),
          DataMember("Kids", nodes, isNillable: true),
        ])), isReference: true)
    let box = builder.declare(name("Box"))
    builder.define(
      box,
      .object(
        ObjectContract(declaring: [DataMember("One", node, isNillable: true), DataMember("Two", box, isNillable: true)])
      ))
    builder.addRoot(element: name("Node"), type: node)
    builder.addRoot(element: name("Box"), type: box)
    return try builder.contract().rooted(at: root)
  }

  private func convert(_ text: String, _ root: String = "Node", to format: JSONFormat = .webAPI) throws(DocumentError)
    -> String
  {
    var format = format
    format.absentMembers = .omit
    let document = try JSONFormat.webAPI.decode(Array(text.utf8), as: Self.contract(root))
    return String(decoding: try format.encode(document), as: UTF8.self)
  }

  @Test("objects are numbered as they are written, and mentioned by their number")
  func numbers() throws {
    let text = #"{"$id":"a","Name":"n","Next":{"$id":"b","Next":{"$ref":"a"}},"Kids":[{"$ref":"b"},{"Name":"k"},null]}"#
    #expect(
      try convert(text)
        == #"{"$id":"1","Name":"n","Next":{"$id":"2","Next":{"$ref":"1"}},"Kids":[{"$ref":"2"},{"$id":"3","Name":"k"},null]}"#
    )
  }

  @Test("an object whose type keeps no identity has one only where it is mentioned")
  func otherTypes() throws {
    #expect(try convert(#"{"$id":"1","Two":{"$id":"2"}}"#, "Box") == #"{"Two":{}}"#)
    #expect(
      try convert(#"{"$id":"7","Two":{"$id":"8","Two":{"$ref":"7"}}}"#, "Box")
        == #"{"$id":"1","Two":{"Two":{"$ref":"1"}}}"#)
  }

  @Test("serializers that know no references write the object again")
  func copies() throws {
    let text = #"{"One":{"$id":"1","Name":"s"},"Two":{"One":{"$ref":"1"}}}"#
    for format in [JSONFormat.serviceStack, .dataContractJSON, .systemTextJSON] {
      #expect(try convert(text, "Box", to: format) == #"{"One":{"Name":"s"},"Two":{"One":{"Name":"s"}}}"#)
    }
  }

  @Test(
    "objects inside themselves, and copies without end, cannot be written without references",
    arguments: [
      (
        #"{"$id":"1","Next":{"$ref":"1"}}"#,
        "json-servicestack: Next: expected a value, found a reference to an object around it"
      ),
      (
        doubling(20),
        "json-servicestack: Kids[3].Kids[1]: expected references to at most 64 times the document's values, found more"
      ),
    ])
  func refusedCopies(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) { _ = try convert(text, to: .serviceStack) }
    #expect(error?.description == message)
  }

  /// Nodes each of which mentions the one before twice.
  private static func doubling(_ count: Int) -> String {
    let nodes = (1...count).map { index in
      index == 1 ? #"{"$id":"1"}"# : #"{"$id":"\#(index)","Kids":[{"$ref":"\#(index - 1)"},{"$ref":"\#(index - 1)"}]}"#
    }
    return #"{"Kids":[\#(nodes.joined(separator: ","))]}"#
  }

  @Test(
    "marks that cannot be are errors",
    arguments: [
      (#"{"Next":{"$ref":"1"}}"#, #"json: Next (byte 8): expected a $ref to an $id before it, found "1""#),
      (#"{"$id":"1","Next":{"$id":"1"}}"#, #"json: Next (byte 25): expected a new $id, found "1" again"#),
      (
        #"{"$id":"1","Next":{"$ref":"1","Name":"n"}}"#,
        #"json: Next (byte 30): expected "}" after $ref, found """"#
      ),
    ])
  func errors(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) { _ = try convert(text) }
    #expect(error?.description == message)
  }
}
