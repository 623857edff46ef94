import DataContractsCore
import DataContractsServiceStack
import TestSupport
import Testing

@Suite("JSV that is read")
struct JSVReadingTests {
  private func read(_ text: String, _ contract: Contract? = nil, _ format: JSVFormat = .serviceStack) throws -> Document
  {
    try format.decode(Array(text.utf8), as: contract)
  }

  @Test("values are read by what the contract expects, in ServiceStack's spellings") func spellings() throws {
    let order = try read(
      "{Id:7,Name:a b,Total:1.50,Placed:2026-02-04,Key:1234567890abcdef1234567890abcdef,Color:Blue,Rights:5,Raw:AQI=,"
        + "When:2026-02-04T06:54:54.5000000+04:00,Letter:x}", TestContracts.order()
    ).root
    #expect(order["Id"]?.text == "7")
    #expect(order["Name"]?.string == "a b")
    #expect(order["Total"]?.text == "1.50")
    #expect(order["Placed"]?.text == "2026-02-04T00:00:00")
    #expect(order["Key"]?.text == "12345678-90ab-cdef-1234-567890abcdef")
    #expect(order["Color"]?.text == "Blue")
    #expect(order["Rights"]?.text == "Read Exec")
    #expect(order["Raw"]?.bytes == [1, 2])
    #expect(order["When"]?.text == "2026-02-04T06:54:54.5+04:00")
    #expect(order["Letter"]?.text == "120")
  }

  @Test("names are trimmed and taken in any case; texts keep their white space, other values do not")
  func whiteSpace() throws {
    let order = try read("{ id : 1 , Name: a b ,Total: 2 , Lines: [ {Sku: x } , {Sku:y} ] }", TestContracts.order())
      .root
    #expect(order["Id"]?.text == "1")
    #expect(order["Name"]?.string == " a b ")
    #expect(order["Total"]?.text == "2")
    #expect(order["Lines"]?[0]?["Sku"]?.string == " x ")
  }

  @Test("a quotation mark is doubled; brackets, commas and line ends may stand in a quoted text") func quotes() throws {
    let order = try read("{Id:\"1\",Name:\"a,\"\"b\"\"{}[]:\r\n\"}", TestContracts.order()).root
    #expect(order["Id"]?.text == "1")
    #expect(order["Name"]?.string == "a,\"b\"{}[]:\r\n")
    #expect(try read("{Id:1,Name:\"\"}", TestContracts.order()).root["Name"]?.string == "")
  }

  @Test("nothing is null, and no bytes where a member's value are bytes") func nothing() throws {
    let order = try read("{Id:1,Name:,Raw:,Lines:,Tags:{a:1}}", TestContracts.order()).root
    #expect(order["Name"]?.isNull == true)
    #expect(order["Raw"]?.bytes == [])
    #expect(order["Lines"]?.isNull == true)
  }

  @Test("an empty object in a list is null where its type always writes a member") func nullObjects() throws {
    let lines = try read("{Id:1,Lines:[{},{Sku:a}]}", TestContracts.order()).root["Lines"]
    #expect(lines?[0]?.isNull == true)
    #expect(lines?[1]?["Sku"]?.string == "a")
  }

  @Test("without a contract all is text, but for what stands in quotation marks") func untyped() throws {
    let root = try read("{a:1,b:[x,,\"y\"],c:{d:True},e:\"\"}").root
    #expect(root["a"]?.kind == .text)
    #expect(root["b"]?[0]?.text == "x")
    #expect(root["b"]?[1]?.isNull == true)
    #expect(root["b"]?[2]?.kind == .string)
    #expect(root["c"]?["d"]?.text == "True")
    #expect(root["e"]?.string == "")
  }

  @Test(
    "a char is what stands there, be it a comma or a quotation mark", arguments: ["x", "\"", ",", "}", "{", " ", "é"])
  func characters(_ character: String) throws {
    let order = try read("{Id:1,Letter:\(character),Name:n}", TestContracts.order()).root
    #expect(order["Letter"]?.text == "\(character.unicodeScalars.first?.value ?? 0)")
    #expect(order["Name"]?.string == "n")
  }

  @Test("a byte order mark is passed over") func byteOrderMark() throws {
    #expect(try read("\u{FEFF}{Id:1}", TestContracts.order()).root["Id"]?.text == "1")
  }

  @Test("under .NET's tolerance nothing is a default, and brackets are text where a string is to come")
  func tolerance() throws {
    var format = JSVFormat.serviceStack
    format.decoding = .likeDotNet
    let order = try read("{Id:,Name:[a,{b}],Color:}", TestContracts.order(), format).root
    #expect(order["Id"]?.text == "0")
    #expect(order["Name"]?.string == "[a,{b}]")
    #expect(order["Color"]?.text == "Red")
  }

  @Test("__type chooses a derived type and is written again as it came") func derivedTypes() throws {
    var types = ContractBuilder()
    let namespace = DotNetNamespace.dataContract + "Zoo"
    let shape = types.add(
      QualifiedName(namespace: namespace, localName: "Shape"),
      .object(ObjectContract(declaring: [DataMember("Label", .primitive(.string), isNillable: true)])))
    _ = types.add(
      QualifiedName(namespace: namespace, localName: "Circle"),
      .object(ObjectContract(base: shape, declaring: [DataMember("Radius", .primitive(.double))])))
    types.addRoot(element: QualifiedName(namespace: namespace, localName: "Shape"), type: shape)
    let contract = try types.contract()
    let text = "{__type:\"Zoo.Circle, Zoo\",Radius:1.5,Label:a}"
    let document = try read(text, contract)
    #expect(document.root.type?.name.localName == "Circle")
    #expect(document.root["Radius"]?.double == 1.5)
    #expect(String(decoding: try JSVFormat.serviceStack.encode(document), as: UTF8.self) == text)
    #expect(throws: DocumentError.self) { try read("{__type:\"Zoo.Square, Zoo\"}", contract) }
  }
}
