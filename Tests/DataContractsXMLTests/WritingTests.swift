import DataContractsCore
import DataContractsXML
import TestSupport
import Testing

@Suite("Writing XML under a contract")
struct WritingTests {
  private let contract: Contract
  private let start = "<Order xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"urn:test\">"

  init() throws { contract = try TestContracts.order() }

  private func written(
    _ document: Document, _ change: (inout XMLFormat) -> Void = { $0.absentMembers = .omit }
  ) throws -> String {
    var format = XMLFormat.dataContract
    change(&format)
    return try XMLSupport.encode(document.applying(contract), format)
  }

  @Test("members are written in XML's order, whatever order they came in")
  func order() throws {
    #expect(
      try written(["Total": "1.50", "Name": "n", "Id": 1])
        == start + "<Id>1</Id><Name>n</Name><Total>1.50</Total></Order>")
  }

  @Test("absent members are what a .NET object would hold")
  func absentMembers() throws {
    let all = try written(["Id": 1], { _ in })
    #expect(
      all == start + "<Color>Red</Color><Id>1</Id><Key>00000000-0000-0000-0000-000000000000</Key><Letter>0</Letter>"
        + "<Lines i:nil=\"true\" /><Name i:nil=\"true\" /><Note i:nil=\"true\" /><Parent i:nil=\"true\" />"
        + "<Placed>0001-01-01T00:00:00</Placed><Raw i:nil=\"true\" /><Rights>None</Rights>"
        + "<Tags xmlns:d2p1=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\" i:nil=\"true\" />"
        + "<Total>0</Total>"
        + "<When xmlns:d2p1=\"http://schemas.datacontract.org/2004/07/System\">"
        + "<d2p1:DateTime>0001-01-01T00:00:00Z</d2p1:DateTime><d2p1:OffsetMinutes>0</d2p1:OffsetMinutes></When></Order>"
    )
    #expect(try XMLSupport.encode(XMLSupport.decode(all, as: contract)) == all)
  }

  private static let escapesCases: [(String, String, String)] = [
    ("a&b<c>d\"e'f]]>", "a&amp;b&lt;c&gt;d\"e'f]]&gt;", "a&amp;b&lt;c&gt;d\"e'f]]&gt;"),
    ("1\r\n2\r3\n4\t5", "1\n2\n3\n4\t5", "1&#xD;\n2&#xD;3\n4\t5"),
    ("\u{0}\u{1F}\u{7F}\u{85}\u{2028}", "&#x0;&#x1F;\u{7F}\u{85}\u{2028}", "&#x0;&#x1F;\u{7F}\u{85}\u{2028}"),
    ("\u{FFFD}\u{FFFE}\u{FFFF}\u{F000}", "\u{FFFD}&#xFFFE;&#xFFFF;\u{F000}", "\u{FFFD}&#xFFFE;&#xFFFF;\u{F000}"),
    ("0123456<89012345&", "0123456&lt;89012345&amp;", "0123456&lt;89012345&amp;"),
  ]

  @Test("text is escaped as the style does it", arguments: escapesCases)
  func escapes(_ text: String, _ xmlWriter: String, _ stream: String) throws {
    let document: Document = ["Id": 1, "Name": Document(stringLiteral: text)]
    #expect(try written(document) == start + "<Id>1</Id><Name>\(xmlWriter)</Name></Order>")
    let streamed = try written(document) {
      $0 = .dataContractStream
      $0.absentMembers = .omit
    }
    #expect(streamed.hasSuffix("><Id>1</Id><Name>\(stream)</Name></Order>"))
  }

  @Test("an empty string has an end tag in XmlWriter's style, and an empty element none")
  func emptyElements() throws {
    let document: Document = ["Id": 1, "Name": "", "Lines": [], "Raw": ""]
    #expect(try written(document) == start + "<Id>1</Id><Lines /><Name></Name><Raw /></Order>")
    let streamed = try written(document) {
      $0 = .dataContractStream
      $0.absentMembers = .omit
    }
    #expect(streamed.hasSuffix("><Id>1</Id><Lines/><Name/><Raw/></Order>"))
  }

  @Test("values of any type say what they are")
  func anyValues() throws {
    let types: [(Document, String)] = [
      (1, "int"), (3_000_000_000, "long"), (1.5, "double"), (true, "boolean"), ("s", "string"),
    ]
    for (value, type) in types {
      let output = try written(["Id": 1, "Note": value])
      #expect(output.contains("<Note xmlns:d2p1=\"http://www.w3.org/2001/XMLSchema\" i:type=\"d2p1:\(type)\">"))
      #expect(try XMLSupport.decode(output, as: contract).root["Note"]?.text == value.root.text)
    }
    #expect(try written(["Id": 1, "Note": nil]).contains("<Note i:nil=\"true\" />"))
    #expect(try written(["Id": 1, "Note": [:]]).contains("<Note />"))
  }

  @Test("control characters are refused where ServiceStack refuses them")
  func refusals() throws {
    let document = try (["Id": 1, "Name": "\u{1}"] as Document).applying(contract)
    let error = #expect(throws: DocumentError.self) { try XMLFormat.serviceStack.encode(document) }
    #expect(error?.description == "xml-servicestack: expected characters that XML 1.0 allows, found U+0001")
    #expect(
      XMLSupport.error(XMLSupport.order("<Id>1</Id><Name>&#1;</Name>"), as: contract, .serviceStack)
        == "xml-servicestack: Name (byte 92): expected a character that XML allows, found \"&#1;</Name></Order>\"")
  }

  @Test("a root element may be in a namespace that no type is in")
  func rootNamespace() throws {
    var builder = ContractBuilder()
    builder.addRoot(element: QualifiedName(namespace: "urn:root", localName: "Name"), type: .primitive(.string))
    let contract = try builder.contract()
    let document = try ("n" as Document).applying(contract)
    let output = try XMLSupport.encode(document)
    #expect(output == "<Name xmlns=\"urn:root\">n</Name>")
    #expect(try XMLSupport.decode(output, as: contract) == document)
  }

  @Test("members that the contract does not know come last")
  func unknownMembers() throws {
    var format = XMLFormat.dataContract
    format.decoding.unknownMembers = .keep
    format.absentMembers = .omit
    let input = XMLSupport.order("<X xmlns=\"urn:x\">2</X><Id>1</Id>")
    let output = try XMLSupport.encode(XMLSupport.decode(input, as: contract, format), format)
    #expect(output == start + "<Id>1</Id><X xmlns=\"urn:x\">2</X></Order>")
  }

  @Test("indented and declared output")
  func layout() throws {
    let output = try written(["Id": 1, "Lines": [["Sku": "s"], nil]]) {
      $0.absentMembers = .omit
      $0.indentation = 2
      $0.hasDeclaration = true
    }
    #expect(
      output == """
        <?xml version="1.0" encoding="utf-8"?>
        \(start)
          <Id>1</Id>
          <Lines>
            <Line>
              <Sku>s</Sku>
            </Line>
            <Line i:nil="true" />
          </Lines>
        </Order>
        """)
  }

  @Test("output is appended to what is there")
  func appending() throws {
    var output = Array("x".utf8)
    try XMLFormat.dataContract.encode((["a": 1] as Document), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "x<a>1</a>")
  }

  @Test("a member that hides one of another type, and the one that it hides, say their types") func hiddenMembers()
    throws
  {
    var builder = ContractBuilder()
    let base = builder.add(
      TestContracts.name("Base"), .object(ObjectContract(declaring: [DataMember("Value", .primitive(.int))])))
    let derived = builder.add(
      TestContracts.name("Derived"),
      .object(
        ObjectContract(
          base: base, declaring: [DataMember("Value", .primitive(.string), isNillable: true)])))
    builder.addRoot(element: TestContracts.name("Derived"), type: derived)
    let contract = try builder.contract()
    let start = "<Derived xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"urn:test\">"
    let schema = "xmlns:d2p1=\"http://www.w3.org/2001/XMLSchema\""
    let both =
      start
      + "<Value \(schema) i:type=\"d2p1:int\">1</Value><Value \(schema) i:type=\"d2p1:string\">a</Value></Derived>"
    let document = try XMLSupport.decode(both, as: contract)
    #expect(document.root.members.map(\.text) == ["1", "a"])
    #expect(try XMLSupport.encode(document) == both)
    #expect(try XMLFormat.dataContract.findings(in: Array(both.utf8), as: contract) == [])
    let absent = start + "<Value \(schema) i:type=\"d2p1:int\">0</Value><Value i:nil=\"true\" /></Derived>"
    #expect(try XMLSupport.encode(XMLSupport.decode(start + "</Derived>", as: contract)) == absent)
  }

  @Test("indented lines end as on Windows where that is wanted") func newLines() throws {
    let text = try written(["Id": 1, "Name": "a\r\nb"]) {
      $0.absentMembers = .omit
      $0.indentation = 2
      $0.newLine = .carriageReturnLineFeed
    }
    #expect(text == start + "\r\n  <Id>1</Id>\r\n  <Name>a\r\nb</Name>\r\n</Order>")
  }

  @Test("a default that is not to be written is recognised by its clock or its instant, whatever its zone")
  func defaultDates() throws {
    var builder = ContractBuilder()
    let type = builder.add(
      TestContracts.name("Times"),
      .object(
        ObjectContract(declaring: [
          DataMember("Clock", .primitive(.dateTime), emitsDefaultValue: false),
          DataMember("Instant", .primitive(.dateTimeOffset), emitsDefaultValue: false),
        ])))
    builder.addRoot(element: TestContracts.name("Times"), type: type)
    let contract = try builder.contract()
    func members(_ clock: String, _ instant: String) throws -> String {
      let document: Document = ["Clock": Document(stringLiteral: clock), "Instant": Document(stringLiteral: instant)]
      let text = try XMLSupport.encode(document.applying(contract))
      return ["<Clock>", "<Instant"].filter { text.contains($0) }.joined(separator: " ")
    }
    #expect(try members("0001-01-01T00:00:00", "0001-01-01T00:00:00+00:00") == "")
    #expect(try members("0001-01-01T00:00:00Z", "0001-01-01T04:00:00+04:00") == "")
    #expect(try members("0001-01-01T00:00:00.0000001Z", "0001-01-01T04:00:00.0000001+04:00") == "<Clock> <Instant")
    #expect(try members("0001-01-01T04:00:00+04:00", "0001-01-01T00:00:00Z") == "<Clock>")
  }

  @Test("collections keep their identity where their contract says so")
  func collectionIdentity() throws {
    var builder = ContractBuilder()
    let convoy = builder.add(
      TestContracts.name("Convoy"),
      .list(ListContract(of: .primitive(.string), isNillable: true, itemName: "Member")), isReference: true)
    let type = builder.add(
      TestContracts.name("Convoys"),
      .object(
        ObjectContract(declaring: [
          DataMember("Lead", convoy, isNillable: true), DataMember("Rear", convoy, isNillable: true),
        ])))
    builder.addRoot(element: TestContracts.name("Convoys"), type: type)
    let serialization = "http://schemas.microsoft.com/2003/10/Serialization/"
    let text =
      "<Convoys xmlns:i=\"\(XMLSupport.instance)\" xmlns=\"urn:test\"><Lead z:Id=\"i1\" xmlns:z=\"\(serialization)\">"
      + "<Member>a</Member></Lead><Rear z:Ref=\"i1\" xmlns:z=\"\(serialization)\" /></Convoys>"
    let document = try XMLSupport.decode(text, as: builder.contract())
    #expect(document.root["Rear"]?.kind == .reference)
    #expect(try XMLSupport.encode(document) == text)
  }
}
