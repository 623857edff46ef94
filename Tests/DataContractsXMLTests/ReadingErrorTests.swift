import DataContractsCore
import DataContractsXML
import TestSupport
import Testing

@Suite("Errors of XML")
struct ReadingErrorTests {
  @Test(
    "say what was expected, what was found and where",
    arguments: [
      ("", "xml: (byte 0): expected an element, found the end of the input"),
      (" \n", "xml: (byte 2): expected an element, found the end of the input"),
      ("{}", "xml: (byte 0): expected an element, found \"{}\""),
      ("<a>", "xml: a (byte 3): expected the end tag of every element, found the end of the input"),
      ("<a", "xml: (byte 2): expected \">\", found the end of the input"),
      ("<a><b></a>", "xml: a.b (byte 6): expected the end tag </b>, found \"</a>\""),
      ("<a/><b/>", "xml: (byte 4): expected one root element and nothing else, found \"<b/>\""),
      ("<a/>x", "xml: (byte 4): expected one root element and nothing else, found \"x\""),
      ("<a b='1' b='2'/>", "xml: (byte 0): expected each attribute once, found \"b\""),
      ("<a b=1/>", "xml: (byte 5): expected an attribute's value in quotes, found \"1/>\""),
      ("<a b/>", "xml: (byte 4): expected an attribute with a value, found \"/>\""),
      ("<a b='<'/>", "xml: (byte 6): expected no \"<\" in an attribute's value, found \"<'/>\""),
      ("<p:a/>", "xml: (byte 0): expected a declared prefix, found \"p\""),
      ("<a>]]></a>", "xml: a (byte 3): expected no \"]]>\" in text, found \"]]></a>\""),
      ("<a>&foo;</a>", "xml: a (byte 3): expected one of the references &amp; &lt; &gt; &quot; &apos;, found \"&foo;</a>\""),
      ("<a>&#1;</a>", "xml: a (byte 3): expected a character that XML allows, found \"&#1;</a>\""),
      ("<a>\u{1}</a>", "xml: a (byte 3): expected a character that XML allows, found \"\u{1}</a>\""),
      ("<!DOCTYPE a><a/>", "xml: (byte 0): expected no document type declaration, found \"<!DOCTYPE a><a/>\""),
      ("<?xml version='1.1'?><a/>", "xml: (byte 0): expected XML 1.0, found version \"1.1\""),
      (
        "<?xml version='1.0' encoding='KOI8-R'?><a/>",
        "xml: (byte 30): expected UTF-8, UTF-16, ISO-8859-1 or US-ASCII, and bytes in it, found \"KOI8-R\""
      ),
    ])
  func wellFormedness(_ input: String, _ expected: String) {
    #expect(XMLSupport.error(input) == expected)
  }

  @Test(
    "of a contract carry the path",
    arguments: [
      ("<Id>x</Id>", "xml: Id (byte 83): expected an integer from -2147483648 through 2147483647, found \"x\""),
      ("<Id></Id>", "xml: Id (byte 83): expected an integer from -2147483648 through 2147483647, found \"\""),
      ("<Id/>", "xml: Id (byte 79): expected an integer from -2147483648 through 2147483647, found \"\""),
      ("<Id i:nil='true'/>", "xml: Id (byte 79): expected an integer from -2147483648 through 2147483647, found null"),
      ("<Id i:nil='maybe'/>", "xml: Id (byte 79): expected i:nil of true or false, found \"maybe\""),
      ("<Id><b/></Id>", "xml: Id (byte 83): expected text, found an element \"b\""),
      ("<Id>1</Id><Id>2</Id>", "xml: Id (byte 89): expected each member once, found the member a second time"),
      ("<Id>1</Id> oops ", "xml: Id (byte 90): expected an element of a member, found text \"oops \""),
      ("<Id>1</Id><Lines>x</Lines>", "xml: Lines[0] (byte 96): expected an element of an item, found text \"x\""),
      (
        "<Id>1</Id><Lines><Line><Count>1.5</Count></Line></Lines>",
        "xml: Lines[0].Count (byte 109): expected an integer from -2147483648 through 2147483647, found \"1.5\""
      ),
      ("<Name>n</Name>", "xml: (byte 93): expected the required member \"Id\", found none"),
      (
        "<Note i:type='Nope'/>",
        "xml: Note (byte 79): expected a type of the contract in i:type, found {urn:test}Nope"
      ),
      ("<Note i:type='p:Line'/>", "xml: Note (byte 79): expected a declared prefix in i:type, found \"p\""),
      (
        "<Parent i:type='Line'/>",
        "xml: Parent (byte 79): expected {urn:test}Order or a type derived from it in i:type, found {urn:test}Line"
      ),
      (
        "<Parent xmlns:z='http://schemas.microsoft.com/2003/10/Serialization/' z:Ref='i9'/>",
        "xml: Parent (byte 79): expected a z:Ref to an object before it, found \"i9\""
      ),
      ("<Color>blue</Color>", "xml: Color (byte 86): expected a name of the enumeration Color, found \"blue\""),
    ])
  func contract(_ content: String, _ expected: String) throws {
    #expect(XMLSupport.error(XMLSupport.order(content), as: try TestContracts.order()) == expected)
  }

  @Test("a wrong root is named with the right one")
  func roots() throws {
    let contract = try TestContracts.order()
    #expect(
      XMLSupport.error("<Order/>", as: contract)
        == "xml: (byte 0): expected the root element {urn:test}Order, found Order")
    #expect(
      XMLSupport.error("\n<order xmlns='urn:test'/>", as: contract)
        == "xml: (byte 1): expected the root element {urn:test}Order, found {urn:test}order")
  }

  @Test("offsets count the bytes that came in, whatever their encoding")
  func offsets() throws {
    let text = "<a>éé</b>"
    let utf16 = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let error = #expect(throws: DocumentError.self) { try XMLFormat.dataContract.decode(utf16) }
    #expect(error?.offset == 2 + 2 * 5)
    let declared = "<?xml version='1.0' encoding='ISO-8859-1'?><a>"
    let latin1 = Array(declared.utf8) + [0xE9, 0xE9] + Array("</b>".utf8)
    let second = #expect(throws: DocumentError.self) { try XMLFormat.dataContract.decode(latin1) }
    #expect(second?.offset == declared.utf8.count + 2)
  }

  @Test("every prefix of a document fails cleanly")
  func prefixes() throws {
    let contract = try TestContracts.order()
    let content = """
      <Id>1</Id><Name>é &amp; <![CDATA[x]]></Name><Lines><Line><Sku i:nil="true"/><Count>2</Count></Line></Lines>
      <Note i:type="x:int" xmlns:x="\(XMLSupport.schema)">5</Note><!-- c --><When>2026-02-04T06:54:54+04:00</When>
      """
    let whole = Array(("<?xml version=\"1.0\"?>" + XMLSupport.order(content)).utf8)
    #expect(try XMLFormat.dataContract.decode(whole, as: contract).root["Note"]?.text == "5")
    for count in 0..<whole.count {
      let error = #expect(throws: DocumentError.self) {
        try XMLFormat.dataContract.decode(Array(whole[..<count]), as: contract)
      }
      #expect((error?.offset ?? 0) <= count, "\(count)")
      #expect(throws: DocumentError.self) { try XMLFormat.dataContract.decode(Array(whole[..<count])) }
    }
  }
}
