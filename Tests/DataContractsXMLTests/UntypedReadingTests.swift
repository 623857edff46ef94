import DataContractsCore
import DataContractsXML
import Testing

@Suite("XML without a contract")
struct UntypedReadingTests {
  private static let shapesCases: [(String, String)] = [
    ("<a/>", "object\n  a: text \"\"\n"),
    ("<a> x </a>", "object\n  a: text \" x \"\n"),
    ("<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x42;</a>", "object\n  a: text \"&<>\\\"'AB\"\n"),
    ("<a>1<![CDATA[<2>]]><!-- no -->3<?no no?>4</a>", "object\n  a: text \"1<2>34\"\n"),
    ("<a>x\r\ny\rz&#13;</a>", "object\n  a: text \"x\\ny\\nz\\r\"\n"),
    ("<a><b>1</b><b>2</b></a>", "object\n  a: object\n    b: text \"1\"\n    b: text \"2\"\n"),
    ("<a b='1'>2</a>", "object\n  a: object\n    @b: text \"1\"\n    : text \"2\"\n"),
    ("<a b='1'> </a>", "object\n  a: object\n    @b: text \"1\"\n    : text \" \"\n"),
    ("<a>\n  <b/>\n</a>", "object\n  a: object\n    b: text \"\"\n"),
    (
      "<a>one<b/>two<c/></a>",
      "object\n  a: object\n    : text \"one\"\n    b: text \"\"\n    : text \"two\"\n    c: text \"\"\n"
    ),
    ("<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil=' 1 '/>", "object\n  a: null\n"),
    (
      "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'>x</a>",
      "object\n  a: object\n    @nil: text \"true\"\n    : text \"x\"\n"
    ),
    ("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><é>ü</é>\n", "object\n  é: text \"ü\"\n"),
  ]

  @Test("everything is kept", arguments: shapesCases)
  func shapes(_ input: String, _ expected: String) throws {
    #expect(try XMLSupport.decode(input).description == expected)
  }

  @Test("names keep their namespaces, prefixes do not matter")
  func namespaces() throws {
    let document = try XMLSupport.decode("<a xmlns='urn:1' xmlns:p='urn:2' p:q='3' r='4'><p:b/><c xmlns=''/></a>")
    let root = try #require(document.root["a"])
    #expect(root.namespace == "urn:1")
    let members = root.members.map { "{\($0.namespace)}\($0.name ?? "")\($0.isAttribute ? "@" : "")" }
    #expect(members == ["{urn:2}q@", "{}r@", "{urn:2}b", "{}c"])
    #expect(
      try XMLSupport.decode("<x:a xmlns:x='urn:1' xmlns='urn:2'><b/></x:a>").root["a"]?["b"]?.namespace == "urn:2")
  }

  @Test("qualified names in values are resolved where they are asked for")
  func qualifiedNames() throws {
    let input = """
      <e xmlns:p='urn:p' xmlns='urn:d' type='p:T' ref='U' list=' p:A  B ' other='p:T'>\
      <f xmlns:p='urn:q' type='p:T'/></e>
      """
    let document = try XMLFormat.dataContract.decode(
      Array(input.utf8), as: nil, resolvingQNamesIn: ["type", "ref", "list"])
    let element = try #require(document.root["e"])
    #expect(element["type"]?.text == "{urn:p}T")
    #expect(element["ref"]?.text == "{urn:d}U")
    #expect(element["list"]?.text == "{urn:p}A {urn:d}B")
    #expect(element["other"]?.text == "p:T")
    #expect(element["f"]?["type"]?.text == "{urn:q}T")
    #expect(throws: DocumentError.self) {
      try XMLFormat.dataContract.decode(Array("<a type='p:T'/>".utf8), as: nil, resolvingQNamesIn: ["type"])
    }
  }

  private static let roundTripsCases: [String] = [
    "<a></a>", "<a>x</a>", "<a b=\"1\">2</a>", "<a xmlns=\"urn:1\"><b xmlns=\"\">1</b></a>",
    "<a xmlns:d1p1=\"urn:2\" d1p1:q=\"&lt;&quot;&#xA;\" xmlns=\"urn:1\">t<c>&amp;</c>u</a>",
    "<a i:nil=\"true\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" />",
    "<a b=\"&amp;&lt;&amp;#38;&amp;amp;\" xmlns=\"urn:&amp;&amp;#38;\"><b>&amp;#38;</b></a>",
    "<a xmlns:d1p1=\"urn:z\" i:type=\"d1p1:b\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"></a>",
    "<a xml:lang=\"en\"><b>1</b><b>2</b></a>",
    "<a i:type=\"b\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">1</a>",
  ]

  @Test("what was read can be written and read again", arguments: roundTripsCases)
  func roundTrips(_ input: String) throws {
    let document = try XMLSupport.decode(input)
    let output = try XMLSupport.encode(document)
    #expect(try XMLSupport.decode(output) == document)
    #expect(output == input)
  }

  @Test("documents of other formats get a root element")
  func otherDocuments() throws {
    let document: Document = ["a b": 1, "list": [true, nil]]
    let written = try XMLSupport.encode(document)
    #expect(
      written == "<root><a_x0020_b>1</a_x0020_b><list><item>true</item><item i:nil=\"true\" "
        + "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" /></list></root>")
  }

  @Test("like .NET or not, without a contract a repeated element is no duplicate") func repetitionLikeDotNet() throws {
    var format = XMLFormat.dataContract
    format.decoding = .likeDotNet
    let text = "<a><b>1</b><b>2</b></a>"
    #expect(try XMLSupport.encode(XMLSupport.decode(text, as: nil, format)) == text)
  }
}
