import DataContractsCore
import DataContractsXML
import TestSupport
import Testing

@Suite("XML under a contract")
struct ContractReadingTests {
  private let contract: Contract

  init() throws { contract = try TestContracts.order() }

  private func decode(_ content: String) throws -> Document {
    try XMLSupport.decode(XMLSupport.order(content), as: contract)
  }

  @Test("members come in any order, and are compared by namespace and local name")
  func order() throws {
    let forward = try decode("<Id>1</Id><Name>n</Name><Total>1.50</Total>")
    let backward = try decode("<p:Total xmlns:p='urn:test'>1.50</p:Total><Name>n</Name><Id>1</Id>")
    #expect(forward == backward)
    #expect(forward.root["Total"]?.kind == .number)
    #expect(try decode("<Id>1</Id><Name xmlns='urn:other'>n</Name>").root["Name"] == nil)
    #expect(try decode("<Id>1</Id><name>n</name>").root.count == 1)
  }

  @Test("unknown members and their subtrees are passed over, unknown attributes too")
  func unknown() throws {
    let document = try decode("<X a='1'><Id>2</Id>text</X><Id b='c'>1</Id><Y/><Name>n</Name><Z i:nil='maybe'/>")
    #expect(document.root.members.map { $0.name } == ["Id", "Name"])
    #expect(document.root["Id"]?.integer() == 1)
  }

  @Test("unknown members are kept or refused when that is asked for")
  func unknownPolicies() throws {
    var format = XMLFormat.dataContract
    format.decoding.unknownMembers = .keep
    let input = XMLSupport.order("<Id>1</Id><X a='1'>2</X>")
    #expect(try XMLSupport.decode(input, as: contract, format).root["X"]?[""]?.text == "2")
    format.decoding.unknownMembers = .reject
    #expect(
      XMLSupport.error(input, as: contract, format)
        == "xml: (byte 86): expected a member of Order, found \"X\"")
  }

  @Test("nil is null, empty is not")
  func nilAndEmpty() throws {
    let document = try decode(
      "<Id>1</Id><Name i:nil='true'>ignored</Name><Raw/><Lines/><Tags i:nil='false'/><Note/><Parent i:nil=' 1 '/>")
    #expect(document.root["Name"]?.isNull == true)
    #expect(document.root["Raw"]?.bytes == [])
    #expect(document.root["Lines"]?.kind == .list)
    #expect(document.root["Tags"]?.kind == .dictionary)
    #expect(document.root["Note"]?.kind == .object)
    #expect(document.root["Parent"]?.isNull == true)
    #expect(try decode("<Id>1</Id><Name/>").root["Name"]?.string == "")
    #expect(try decode("<Id>1</Id><Name></Name>").root["Name"]?.string == "")
    #expect(try decode("<Id>1</Id><Name> </Name>").root["Name"]?.string == " ")
  }

  @Test("lists and dictionaries are read by the names of their items")
  func collections() throws {
    let document = try decode(
      """
      <Id>1</Id><Lines>
        <Line><Count>2</Count><Sku>a</Sku></Line><Other/><Line i:nil="true"/>
      </Lines>
      <Tags xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays">
        <a:KeyValueOfstringint><a:Key>k</a:Key><a:Value> 7 </a:Value></a:KeyValueOfstringint>
      </Tags>
      """)
    #expect(document.root["Lines"]?.count == 2)
    #expect(document.root["Lines"]?[0]?["Count"]?.integer() == 2)
    #expect(document.root["Tags"]?.entries.map { $0.key.text } == ["k"])
    #expect(document.root["Tags"]?.entries.map { $0.value.text } == ["7"])
  }

  @Test("scalars are put into canonical form")
  func scalars() throws {
    let document = try decode(
      """
      <Id> +007 </Id><Total>\t-0.0 </Total><Placed>2026-02-04</Placed><Key>{00000001-0001-0002-0102-030405060701}</Key>
      <Color>Blue</Color><Rights>Exec Read</Rights><Letter>65</Letter><Raw> AQ = = </Raw>
      """)
    let texts = document.root.members.map { $0.text ?? "" }
    #expect(
      texts == [
        "7", "0.0", "2026-02-04T00:00:00", "00000001-0001-0002-0102-030405060701", "Blue", "Read Exec", "65", "AQ==",
      ])
  }

  @Test("a date-time with offset is the structure that .NET writes, and its text as well")
  func offsets() throws {
    let structure = try decode(
      "<Id>1</Id><When xmlns:s='\(DotNetNamespace.system)'><s:DateTime>2026-02-04T02:54:54Z</s:DateTime>"
        + "<s:OffsetMinutes>240</s:OffsetMinutes></When>"
    )
    #expect(structure.root["When"]?.text == "2026-02-04T06:54:54+04:00")
    #expect(try decode("<Id>1</Id><When>2026-02-04T06:54:54+04:00</When>") == structure)
  }

  @Test("parts of a date-time and halves of an entry count in their namespace only")
  func namespacesOfParts() throws {
    let contract = try TestContracts.order()
    let parts = XMLSupport.order(
      "<Id>1</Id><When><DateTime>2026-02-04T02:54:54Z</DateTime><OffsetMinutes>240</OffsetMinutes></When>")
    #expect(
      XMLSupport.error(parts, as: contract).hasSuffix("expected DateTime and OffsetMinutes, found one of them or none"))
    let entry = XMLSupport.order(
      "<Id>1</Id><Tags xmlns:a='\(DotNetNamespace.arrays)'><a:KeyValueOfstringint><Key>k</Key><a:Value>1</a:Value>"
        + "</a:KeyValueOfstringint></Tags>")
    #expect(
      XMLSupport.error(entry, as: contract).hasSuffix("expected a key and a value in each entry, found no Key"))
  }

  @Test("a concrete type is taken by i:type")
  func concreteTypes() throws {
    let note = { (attributes: String, content: String) throws in
      try #require(try decode("<Id>1</Id><Note \(attributes)>\(content)</Note>").root["Note"])
    }
    #expect(try note("i:type='x:int' xmlns:x='\(XMLSupport.schema)'", " 5 ").kind == .number)
    #expect(try note("i:type='x:int' xmlns:x='\(XMLSupport.schema)'", " 5 ").text == "5")
    #expect(try note("i:type='x:integer' xmlns:x='\(XMLSupport.schema)'", "5").type?.name.localName == "long")
    #expect(try note("i:type='x:date' xmlns:x='\(XMLSupport.schema)'", "x").type?.name.localName == "string")
    #expect(try note("i:type='Line'", "<Sku>s</Sku>")["Sku"]?.string == "s")
    #expect(try note("i:type=' ArrayOfLine '", "<Line/>").count == 1)
    #expect(try note("i:nil='true' i:type='Line'", "").isNull)
  }

  @Test("characters that XML 1.0 forbids are read from references, as XmlDictionaryReader does")
  func controlCharacters() throws {
    let document = try decode("<Id>1</Id><Name>a&#1;b&#x0;&#xFFFE;&#xD83D;&#xDE00;c</Name>")
    #expect(document.root["Name"]?.string == "a\u{1}b\u{0}\u{FFFE}😀c")
    #expect(try XMLSupport.encode(document).contains("<Name>a&#x1;b&#x0;&#xFFFE;😀c</Name>"))
  }

  @Test(
    "such references do not disturb what follows them",
    arguments: [
      ("&#1;&amp;&gt;x", "\u{1}&>x"), ("a&amp;&#1;&#2;&lt;&#3;&#65;&amp;&#4;", "a&\u{1}\u{2}<\u{3}A&\u{4}"),
      ("é&#1;é&apos;<![CDATA[&#1;]]>&#1;", "é\u{1}é'&#1;\u{1}"), ("<!-- c -->&#1;<?p?>&amp;", "\u{1}&"),
      ("&#1;\r\n&#1;\n", "\u{1}\n\u{1}\n"), ("&#xD83D;&#xDE00;&amp;&#xd83d;&#xde01;", "😀&😁"),
    ])
  func controlCharactersInContext(_ text: String, _ expected: String) throws {
    #expect(try decode("<Id>1</Id><Name>\(text)</Name>").root["Name"]?.string == expected)
  }

  @Test("a lone surrogate, a number beyond Unicode and a control character in an attribute are refused")
  func impossibleReferences() {
    for text in ["&#xD83D;", "&#xDE00;", "&#xD83D;x&#xDE00;", "&#x110000;", "&#xD83D;&#1;"] {
      #expect(
        XMLSupport.error(XMLSupport.order("<Id>1</Id><Name>\(text)</Name>"), as: contract).contains(
          "a character that XML allows"))
    }
    #expect(
      XMLSupport.error(XMLSupport.order("<Id a='&#1;'>1</Id>"), as: contract).contains("a character that XML allows"))
  }

  @Test("references name objects that have begun")
  func references() throws {
    let serialization = DotNetNamespace.serialization
    let order = "<Order xmlns='urn:test' xmlns:z='\(serialization)' z:Id='i1'><Id>1</Id><Parent z:Ref='i1'/></Order>"
    let document = try XMLSupport.decode(order, as: contract)
    #expect(document.root["Parent"]?.kind == .reference)
    #expect(document.root["Parent"]?.text == "i1")
  }
}
