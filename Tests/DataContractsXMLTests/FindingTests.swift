import DataContractsCore
import DataContractsXML
import TestSupport
import Testing

/// What DataContractSerializer would make of documents of `TestContracts.order()`, whose members come in the order
/// Color, Id, Key, Letter, Lines, Name, Note, Parent, Placed, Raw, Rights, Tags, Total, When.
@Suite("Findings in XML")
struct FindingTests {
  private func findings(_ content: String, _ format: XMLFormat = .dataContract) throws -> [String] {
    try format.findings(in: Array(XMLSupport.order(content).utf8), as: TestContracts.order()).map {
      "\($0.path): \($0.problem)"
    }
  }

  private static let arrays = "xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\""
  private static let system = "xmlns:s=\"http://schemas.datacontract.org/2004/07/System\""

  private static let membersCases: [(String, [String])] = [
    ("<Id>1</Id><Name>n</Name><Placed>2026-02-04T06:54:54-05:00</Placed>", []),
    (
      "<Id>1</Id><Name>n</Name><Key>00000000-0000-0000-0000-000000000001</Key>",
      ["Key: dropped: comes after Name; .NET reads members in the contract's order"]
    ),
    ("<Id>1</Id><Id>2</Id>", ["Id: dropped: comes a second time; .NET takes the first value"]),
    (
      "<Key>x</Key><Id>1</Id>",
      [
        "Id: refused: is required, and has not come in its place",
        #"Key: refused: expected a GUID, found "x""#,
        "Id: dropped: comes after Key; .NET reads members in the contract's order",
      ]
    ),
    ("<Color>Red</Color>", ["Id: refused: is required, and has not come in its place"]),
    ("<id>1</id><Id>1</Id>", ["id: dropped: is not Id: .NET compares names with their case"]),
    (
      "<Id>1</Id><Name xmlns=\"urn:x\">n</Name>",
      [#"Name: dropped: stands in namespace "urn:x", the contract's member in namespace "urn:test""#]
    ),
    (
      "<Id>1</Id><Name xmlns=\"\">n</Name>",
      [#"Name: dropped: stands in no namespace, the contract's member in namespace "urn:test""#]
    ),
    ("<Id>1</Id><Shade><Id>x</Id></Shade>", ["Shade: dropped: is no member of Order"]),
    (
      "<Id i:nil=\"true\"/><Name i:nil=\"true\">n</Name>",
      [
        "Id: refused: expected an integer from -2147483648 through 2147483647, found null",
        "Name: dropped: has content under i:nil",
      ]
    ),
    (
      "<Id nil=\"true\">1</Id><Name xml:space=\"preserve\" i:schemaLocation=\"x\">n</Name>",
      [#"Id: dropped: has an attribute "nil", which .NET ignores"#]
    ),
    (
      "<Id>1</Id>text<Name>n</Name>", [#": refused: expected an element of a member, found text "text""#]
    ),
    (
      "<Id><b>1</b>2</Id><Name>n</Name>", [#"Id: refused: expected text, found an element "b""#]
    ),
  ]

  @Test("members that .NET drops or refuses", arguments: membersCases)
  func members(_ content: String, _ expected: [String]) throws {
    #expect(try findings(content) == expected)
  }

  private static let valuesCases: [(String, [String])] = [
    (
      "<Id>1.0</Id><Rights>Read, Exec</Rights>",
      [
        #"Id: refused: expected an integer from -2147483648 through 2147483647, found "1.0""#,
        #"Rights: refused: "Read, Exec" has a comma; .NET takes flags with spaces between them"#,
      ]
    ),
    (
      "<Id>1</Id><Placed>2026-02-04T06:54:54.123456789</Placed><Total>1.00000000000000000000000000005</Total>",
      [
        #"Placed: misread: "2026-02-04T06:54:54.123456789" has more digits than seven of the second: .NET rounds it"#,
        #"Total: misread: "1.00000000000000000000000000005" has more digits than a decimal: .NET rounds it"#,
      ]
    ),
    (
      "<Id>1</Id><Placed>06:54:54</Placed>",
      [#"Placed: misread: "06:54:54" is read as that time of the day of reading"#]
    ),
    (
      "<Id>1</Id><When>2026-02-04T06:54:54Z</When>",
      [
        #"When: refused: "2026-02-04T06:54:54Z" is text; DataContractSerializer reads DateTime and OffsetMinutes"#
      ]
    ),
    (
      "<Id>1</Id><When \(system)><s:OffsetMinutes>0</s:OffsetMinutes>"
        + "<s:DateTime>2026-02-04T06:54:54Z</s:DateTime></When>",
      ["When: refused: has its DateTime after its OffsetMinutes"]
    ),
    (
      "<Id>1</Id><When><DateTime>2026-02-04T06:54:54Z</DateTime><OffsetMinutes>0</OffsetMinutes></When>",
      [
        #"When: dropped: has a part "DateTime" that is no DateTime or OffsetMinutes"#,
        #"When: dropped: has a part "OffsetMinutes" that is no DateTime or OffsetMinutes"#,
        "When: refused: expected DateTime and OffsetMinutes, found one of them or none",
      ]
    ),
    (
      "<Id>1</Id><Note>5</Note><Parent i:type=\"Nope\"><Id>x</Id></Parent>",
      [
        "Note: refused: has content and no i:type; .NET cannot tell what it is",
        "Parent: refused: expected a type of the contract in i:type, found {urn:test}Nope",
      ]
    ),
    ("<Id>1</Id><Note><a>1</a></Note>", ["Note: refused: has content and no i:type; .NET cannot tell what it is"]),
    ("<Id>1</Id><Note/>", []),
  ]

  @Test("values that .NET reads otherwise or not at all", arguments: valuesCases)
  func values(_ content: String, _ expected: [String]) throws {
    #expect(try findings(content) == expected)
  }

  private static let collectionsCases: [(String, [String])] = [
    (
      "<Id>1</Id><Lines><Line><Sku>a</Sku><Count>1</Count></Line><Item/><Line xmlns=\"urn:x\"/></Lines>",
      [
        "Lines[0].Count: dropped: comes after Sku; .NET reads members in the contract's order",
        "Lines[1]: dropped: is no \"Line\" but \"Item\"",
        #"Lines[1]: dropped: stands in namespace "urn:x", the contract's item in namespace "urn:test""#,
      ]
    ),
    (
      "<Id>1</Id><Tags \(arrays)><a:KeyValueOfstringint><a:Value>1</a:Value><a:Key>k</a:Key></a:KeyValueOfstringint>"
        + "<a:KeyValueOfstringint><a:Key>k</a:Key><a:Value>2</a:Value></a:KeyValueOfstringint>"
        + "<a:KeyValueOfstringint><a:Key i:nil=\"true\"/><a:Value>3</a:Value></a:KeyValueOfstringint>"
        + "<a:KeyValueOfstringint><a:Key>l</a:Key></a:KeyValueOfstringint></Tags>",
      [
        "Tags[0].Value: refused: comes before the entry's key",
        "Tags[1]: refused: has a key that has come before",
        "Tags[2]: refused: has a null key",
        "Tags[3].Value: refused: is missing in its entry",
      ]
    ),
    (
      "<Id>1</Id><Tags \(arrays)><a:KeyValueOfstringint><Key>k</Key><a:Key>k</a:Key><a:Value>2</a:Value>"
        + "</a:KeyValueOfstringint></Tags>",
      ["Tags[0].Key: dropped: is neither key nor value of the entry"]
    ),
  ]

  @Test("items and entries that .NET drops or refuses", arguments: collectionsCases)
  func collections(_ content: String, _ expected: [String]) throws {
    #expect(try findings(content) == expected)
  }

  @Test("findings have the place of their tag or text, in the encoding of the input") func places() throws {
    let text = "<Order xmlns=\"urn:test\">\n <Id>1</Id>\n <Zé>é</Zé><Name>n</Name>\n <Letter>x</Letter>\n</Order>"
    let utf8 = try XMLFormat.serviceStack.findings(in: Array(text.utf8), as: TestContracts.order())
    #expect(
      utf8.report(file: "a.xml", input: Array(text.utf8)) == """
        a.xml:3:2: byte 38: Zé: dropped: is no member of Order
        a.xml:4:2: byte 67: Letter: dropped: comes after Name; .NET reads members in the contract's order

        """)
    let utf16 = XMLSupport.utf16(text, bigEndian: false, mark: true)
    let found = try XMLFormat.dataContract.findings(in: utf16, as: TestContracts.order())
    #expect(found.map(\.offset) == [0, 2 + 2 * 38, 2 + 2 * 64])
    #expect(found.first?.problem == "refused: is UTF-16 without a declaration that says so")
  }

  @Test("Web API's reader takes no processing instructions, ServiceStack's does") func instructions() throws {
    let content = "<?a?><Id>1<?b?></Id>"
    let reason = "refused: a processing instruction stands here, which Web API's reader does not take"
    #expect(try findings(content) == [": \(reason)", "Id: \(reason)"])
    #expect(try findings(content, .serviceStack) == [])
  }

  @Test("what cannot be read on ends the findings") func fatal() throws {
    let contract = try TestContracts.order()
    let cut = try XMLFormat.dataContract.findings(in: Array("<Order xmlns=\"urn:test\"><id/>".utf8), as: contract)
    #expect(cut.map(\.kind) == [.differentCase, .syntax])
    let root = try XMLFormat.dataContract.findings(in: Array("<Orders><Id/></Orders>".utf8), as: contract)
    #expect(
      root.map(\.description) == ["(byte 0): refused: expected the root element {urn:test}Order, found Orders"])
  }

  @Test("the first findings of very many are kept") func manyFindings() throws {
    var format = XMLFormat.dataContract
    format.decoding.limits.findings = 3
    let unknown = String(repeating: "<X/>", count: 10)
    #expect(try findings("<Id>1</Id>" + unknown, format).count == 3)
  }

  @Test("an input beyond the limits is an error and no finding") func limits() throws {
    var format = XMLFormat.dataContract
    format.decoding.limits.nodes = 2
    #expect(throws: DocumentError.self) { try findings("<Id>1</Id><Name>abc</Name>", format) }
    #expect(try findings("<Id>1</Id><X/>", format) == ["X: dropped: is no member of Order"])
  }
}
