import DataContractsCore
import DataContractsSchema
import Foundation
import Testing

@Suite("Schemas that are refused")
struct SchemaErrorTests {
  /// Where the content of a test's schema begins.
  private static let start = Schemas.schema("").count - "</xs:schema>".utf8.count

  /// The content without the `@` that marks where the error is, and the place as errors show it.
  private static func place(in content: String, _ path: String) -> (content: String, place: String) {
    let parts = content.split(separator: "@", omittingEmptySubsequences: false)
    let offset = start + (parts.count > 1 ? parts[0].utf8.count : 0)
    return (parts.joined(), "\(path.isEmpty ? "" : "\(path) ")(byte \(offset))")
  }

  private static func type(_ content: String, _ name: String = "T") -> String {
    "<xs:complexType name=\"\(name)\">\(content)</xs:complexType>"
  }

  private static func enumeration(_ facets: String) -> String {
    "<xs:simpleType name=\"T\"><xs:restriction base=\"xs:string\">\(facets)</xs:restriction></xs:simpleType>"
  }

  private static func sequence(_ content: String, _ name: String = "T") -> String {
    type("<xs:sequence>\(content)</xs:sequence>", name)
  }

  @Test(
    "what .NET's exporter never writes",
    arguments: [
      (
        type("@<xs:choice/>"), "T", "xs:choice in xs:complexType"
      ),
      (
        type("@<xs:all/>"), "T", "xs:all in xs:complexType"
      ),
      (
        type("@<xs:simpleContent/>"), "T", "xs:simpleContent in xs:complexType"
      ),
      (
        type("@<xs:attribute name=\"a\"/>"), "T",
        "an attribute other than Id, Ref and FactoryType of http://schemas.microsoft.com/2003/10/Serialization/"
      ),
      (
        type("@<xs:attribute ref=\"ser:Other\"/>"), "T",
        "an attribute other than Id, Ref and FactoryType of http://schemas.microsoft.com/2003/10/Serialization/"
      ),
      (
        sequence("<xs:element name=\"A\" type=\"xs:int\"/>@<xs:any/>"), "T", "xs:any beside elements"
      ),
      (
        sequence("@<xs:sequence/>"), "T", "xs:sequence in xs:sequence"
      ),
      (
        sequence("@<xs:group ref=\"t:G\"/>"), "T", "xs:group in xs:sequence"
      ),
      (
        type("<xs:sequence/>@<xs:sequence/>"), "T", "a second xs:sequence"
      ),
      (
        type("@<xs:sequence minOccurs=\"0\"/>"), "T", "the attribute minOccurs of xs:sequence"
      ),
      (
        type("<xs:complexContent>@<xs:restriction base=\"xs:anyType\"/></xs:complexContent>"), "T",
        "xs:restriction in xs:complexContent"
      ),
      (
        type("@<xs:complexContent mixed=\"true\"/>"), "T", "mixed content"
      ),
      (
        type("@<xs:complexContent/>"), "T", "content without one extension of a base"
      ),
      (
        "<xs:complexType name=\"T\" mixed=\"true\"/>", "T", "mixed content"
      ),
      (
        "<xs:complexType name=\"T\" final=\"extension\"/>", "T", "the attribute final of xs:complexType"
      ),
      (
        "<xs:group name=\"G\"/>", "", "xs:group in xs:schema"
      ),
      (
        "<xs:attribute name=\"a\"/>", "", "xs:attribute in xs:schema"
      ),
      (
        "<other/>", "", "other in xs:schema"
      ),
      (
        "<xs:simpleType name=\"T\"/>", "T", "an empty xs:simpleType"
      ),
      (
        "<xs:simpleType name=\"T\">@<xs:union/></xs:simpleType>", "T", "xs:union in xs:simpleType"
      ),
      (
        "<xs:simpleType name=\"T\">@<xs:list itemType=\"xs:int\"/></xs:simpleType>", "T",
        "the attribute itemType of xs:list"
      ),
      (
        "<xs:simpleType name=\"T\">@<xs:list/></xs:simpleType>", "T", "xs:list without a type of its own"
      ),
      (
        "<xs:simpleType name=\"T\">@<xs:restriction base=\"xs:int\"/></xs:simpleType>", "T", "a restriction of xs:int"
      ),
      (
        "<xs:simpleType name=\"T\">@<xs:restriction/></xs:simpleType>", "T", "a restriction of nothing"
      ),
      (
        enumeration("@<xs:maxLength value=\"5\"/>"),
        "T", "xs:maxLength in xs:restriction"
      ),
      (
        sequence("@<xs:element name=\"A\"/>"), "T.A", "an element without a type"
      ),
      (
        sequence("@<xs:element name=\"A\" type=\"xs:date\"/>"), "T.A", "the type xs:date"
      ),
      (
        sequence("@<xs:element name=\"A\" type=\"xs:int\" default=\"1\"/>"), "T", "the attribute default of xs:element"
      ),
      (
        sequence("@<xs:element name=\"A\" type=\"xs:int\" minOccurs=\"2\"/>"), "T.A", "minOccurs=\"2\""
      ),
      (
        sequence("@<xs:element name=\"A\" type=\"xs:int\" maxOccurs=\"3\"/>"), "T.A", "a repeated element beside others"
      ),
      (
        sequence("@<xs:element name=\"A\" type=\"xs:int\" form=\"unqualified\"/>"), "T.A",
        "a member element without a namespace"
      ),
      (
        sequence("@<xs:element name=\"A\" type=\"xs:int\" maxOccurs=\"unbounded\"/>"), "T",
        "a repeated element without minOccurs=\"0\""
      ),
      (
        sequence(
          #"<xs:element name="A" type="xs:int"/>@<xs:element name="B" type="xs:int" maxOccurs="unbounded"/>"#
        ), "T.B", "a repeated element beside others"
      ),
      (
        sequence("@<xs:element ref=\"ser:guid\"/>"), "T",
        "a member in another namespace, {http://schemas.microsoft.com/2003/10/Serialization/}guid"
      ),
      (
        sequence("<xs:element name=\"A\" type=\"xs:int\">@<xs:complexType/></xs:element>"), "T.A",
        "both a type name and xs:complexType"
      ),
      (
        sequence("<xs:element name=\"A\">@<xs:complexType name=\"N\"/></xs:element>"), "T.A",
        "the name N of a type inside an element"
      ),
      (
        sequence("<xs:element name=\"A\" type=\"xs:int\">@<xs:key name=\"k\"/></xs:element>"), "T.A",
        "xs:key in xs:element"
      ),
      (
        "<xs:element name=\"E\" type=\"xs:int\" substitutionGroup=\"t:F\"/>", "E",
        "the attribute substitutionGroup of xs:element"
      ),
    ])
  func unsupported(content: String, path: String, found: String) {
    let (content, place) = Self.place(in: content, path)
    #expect(
      Schemas.error(content) == "xsd: t.xsd: \(place): expected a schema as .NET's exporter writes it, found \(found)")
    do {
      _ = try Schemas.contract(content)
    } catch {
      #expect(error.code == .unsupported)
      #expect(error.file == "t.xsd")
    }
  }

  @Test(
    "schemas that contradict themselves or refer to nothing",
    arguments: [
      (
        sequence("@<xs:element name=\"A\" type=\"t:None\"/>"), "T.A", "a file that defines the type {urn:t}None",
        "none"
      ),
      (
        sequence("@<xs:element ref=\"t:None\"/>"), "T", "a file that defines the element {urn:t}None", "none"
      ),
      (
        type("<xs:complexContent>@<xs:extension base=\"t:None\"/></xs:complexContent>"), "T",
        "a file that defines the type {urn:t}None", "none"
      ),
      (
        type("<xs:complexContent><xs:extension base=\"xs:string\"/></xs:complexContent>"), "T", "an object as the base",
        "a type of another kind"
      ),
      (
        type("<xs:complexContent><xs:extension base=\"t:T\"/></xs:complexContent>"), "T",
        "a type that does not extend itself", "a circle of bases"
      ),
      (
        "<xs:complexType/>", "", "a name for xs:complexType", "none"
      ),
      (
        "<xs:element name=\"a b\" type=\"xs:int\"/>", "", "a name for xs:element", "\"a b\""
      ),
      (
        "<xs:complexType name=\"T\"/>@<xs:complexType name=\"T\"/>", "T", "one type {urn:t}T",
        "one in t.xsd and one in t.xsd"
      ),
      (
        "<xs:element name=\"E\" type=\"xs:int\"/>@<xs:element name=\"E\" type=\"xs:int\"/>", "E",
        "one element {urn:t}E", "one in t.xsd and one in t.xsd"
      ),
      (
        sequence("<xs:element name=\"A\" type=\"xs:int\"/>@<xs:element name=\"A\" type=\"xs:int\"/>"), "T",
        "each member once", "\"A\" twice"
      ),
      (
        sequence("@<xs:element name=\"A\" type=\"xs:int\" nillable=\"yes\"/>"), "T.A", "true or false as nillable",
        "\"yes\""
      ),
      (
        enumeration("<xs:enumeration value=\"A\"/>@<xs:enumeration value=\"A\"/>"),
        "T", "each value of an enumeration once", "\"A\" twice"
      ),
      (
        enumeration("@<xs:enumeration/>"),
        "T", "each value of an enumeration once", "one without a name"
      ),
      (
        type("<xs:annotation><xs:appinfo><ser:IsDictionary>true</ser:IsDictionary></xs:appinfo></xs:annotation>"), "T",
        "one repeated entry in a dictionary", "other content"
      ),
      (
        type("<xs:annotation><xs:appinfo>@<ser:IsValueType>maybe</ser:IsValueType></xs:appinfo></xs:annotation>"), "T",
        "true or false in IsValueType", "\"maybe\""
      ),
      (
        type("<xs:annotation><xs:appinfo>@<ser:ActualType Name=\"int\"/></xs:appinfo></xs:annotation>"), "T",
        "Name and Namespace of ActualType", "one or none"
      ),
    ])
  func contradictions(content: String, path: String, expected: String, found: String) {
    let (content, place) = Self.place(in: content, path)
    #expect(Schemas.error(content) == "xsd: t.xsd: \(place): expected \(expected), found \(found)")
  }

  @Test("two files that define one name are both named")
  func duplicates() {
    let error = #expect(throws: DocumentError.self) {
      try Contract(xsdFiles: [
        ("a.xsd", Schemas.schema(Self.type(""))), ("b.xsd", Schemas.schema(Self.sequence(""))),
      ])
    }
    #expect(
      error?.description
        == "xsd: b.xsd: T (byte \(Self.start)): expected one type {urn:t}T, found one in a.xsd and one in b.xsd")
  }

  @Test("dictionaries need an entry with a key and a value")
  func dictionaries() {
    let dictionary = { (entry: String) in
      Self.type(
        "<xs:annotation><xs:appinfo><ser:IsDictionary>true</ser:IsDictionary></xs:appinfo></xs:annotation><xs:sequence>"
          + "<xs:element minOccurs=\"0\" maxOccurs=\"unbounded\" name=\"E\" \(entry)</xs:sequence>")
    }
    let entry = { (content: String) in
      "><xs:complexType><xs:sequence>\(content)</xs:sequence></xs:complexType></xs:element>"
    }
    let key = "<xs:element name=\"Key\" type=\"xs:int\"/>"
    #expect(
      Schemas.error(dictionary("type=\"xs:int\"/>")).hasSuffix(
        "found a dictionary's entry without an anonymous type of its own"))
    #expect(
      Schemas.error(dictionary(entry(key))).hasSuffix(
        "T.E (byte \(Self.start + 209)): expected a key and a value in a dictionary's entry, found 1 elements"))
    #expect(
      Schemas.error(dictionary(entry(key + "<xs:element name=\"V\" maxOccurs=\"2\" type=\"xs:int\"/>")))
        .hasSuffix("found a repeated element in a dictionary's entry"))
  }

  @Test("offsets are those of the start tag, comments and text in the way aside")
  func offsets() {
    let bytes = Array(
      """
      <?xml version="1.0"?><!-- <xs:choice/> -->
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" version="a>b">
        <xs:annotation><xs:documentation><![CDATA[<xs:choice/>]]></xs:documentation></xs:annotation>
        <xs:complexType name="T"><xs:choice/></xs:complexType>
      </xs:schema>
      """.utf8)
    let text = String(decoding: bytes, as: UTF8.self)
    let error = #expect(throws: DocumentError.self) { try Contract(xsdFiles: [("t.xsd", bytes)]) }
    let expected = text.ranges(of: "<xs:choice/>").last.map {
      text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
    }
    #expect(error?.offset == expected)
  }

  @Test("files that are no schema")
  func noSchema() {
    let error = #expect(throws: DocumentError.self) { try Contract(xsdFiles: [("x.xsd", Array("<a/>".utf8))]) }
    #expect(error?.description == "xsd: x.xsd: (byte 0): expected the element xs:schema, found the element a")
    for input in ["", "<a>", "<!DOCTYPE a><a/>"] {
      let error = #expect(throws: DocumentError.self) { try Contract(xsdFiles: [("x.xsd", Array(input.utf8))]) }
      #expect(error?.file == "x.xsd")
    }
  }
}

@Suite("Hostile schemas")
struct HostileSchemaTests {
  private func structure(_ name: String, _ members: String) -> String {
    """
    <xs:complexType name="\(name)"><xs:annotation><xs:appinfo><ser:IsValueType>true</ser:IsValueType></xs:appinfo>\
    </xs:annotation><xs:sequence>\(members)</xs:sequence></xs:complexType>
    """
  }

  private func derived(_ name: String, from base: String) -> String {
    """
    <xs:complexType name="\(name)"><xs:complexContent><xs:extension base="t:\(base)"/></xs:complexContent>\
    </xs:complexType>
    """
  }

  @Test("circles of bases end in an error")
  func baseCircle() {
    let count = 1000
    let circle = (0..<count).map { derived("T\($0)", from: "T\(($0 + 1) % count)") }.joined()
    #expect(Schemas.error(circle).hasSuffix("expected a type that does not extend itself, found a circle of bases"))
  }

  @Test("long chains of bases are refused")
  func longChain() {
    let chain = "<xs:complexType name=\"T0\"/>" + (1...5000).map { derived("T\($0)", from: "T\($0 - 1)") }.joined()
    #expect(Schemas.error(chain) == "contract: expected at most 64 levels of bases, found more above {urn:t}T65")
  }

  @Test("structures that contain themselves are refused")
  func selfContaining() {
    let pair =
      structure("A", "<xs:element name=\"B\" type=\"t:B\"/>") + structure("B", "<xs:element name=\"A\" type=\"t:A\"/>")
    #expect(Schemas.error(pair) == "contract: expected a type that does not contain itself, found {urn:t}A")
  }

  @Test("structures that double with every level are refused")
  func doubling() {
    let levels = 40
    let content = (0..<levels).map { level in
      let type = level + 1 < levels ? "t:S\(level + 1)" : "xs:int"
      return structure(
        "S\(level)", "<xs:element name=\"A\" type=\"\(type)\"/><xs:element name=\"B\" type=\"\(type)\"/>")
    }.joined()
    #expect(
      Schemas.error(content) == "contract: expected at most 100000 values in a structure, found more in {urn:t}S25")
  }

  @Test("inherited members count")
  func inheritedMembers() {
    let members = (0..<20_000).map { "<xs:element name=\"M\($0)\" type=\"xs:int\"/>" }.joined()
    let base = "<xs:complexType name=\"Base\"><xs:sequence>\(members)</xs:sequence></xs:complexType>"
    let content = base + (0..<60).map { derived("T\($0)", from: "Base") }.joined()
    #expect(
      Schemas.error(content)
        == "contract: expected at most 1000000 members in a contract, inherited ones counted, found more")
  }

  @Test("more types than a contract can hold are refused")
  func types() {
    let content = (0..<66_000).map { "<xs:complexType name=\"T\($0)\"/>" }.joined()
    #expect(Schemas.error(content).hasSuffix("expected at most 65535 types in a contract, found more"))
  }

  @Test("deep anonymous types are refused by the XML decoder's depth, and by their own when that is raised")
  func deep() {
    let open = "<xs:element name=\"A\"><xs:complexType><xs:sequence>"
    let close = "</xs:sequence></xs:complexType></xs:element>"
    let bytes = Schemas.schema(String(repeating: open, count: 300) + String(repeating: close, count: 300))
    let byDepth = #expect(throws: DocumentError.self) { try Contract(xsdFiles: [("t.xsd", bytes)]) }
    #expect(byDepth?.code == .limitExceeded)
    var limits = Limits()
    limits.depth = 1000
    let byNesting = #expect(throws: DocumentError.self) { try Contract(xsdFiles: [("t.xsd", bytes)], limits: limits) }
    #expect(byNesting?.problem == "expected at most 32 levels of anonymous types, found more")
  }

  @Test("names longer than the limit are refused")
  func names() {
    let name = String(repeating: "n", count: 60_000)
    #expect(
      Schemas.error("<xs:complexType name=\"\(name)\"/>")
        .hasSuffix(
          "expected at most 50000 bytes in a name (nameBytes), found \"\(String(repeating: "n", count: 40))…\""))
  }

  @Test("a large schema loads in time linear in its size")
  func large() throws {
    let clock = ContinuousClock()
    let time = try [5_000, 20_000].map { count in
      let content = (0..<count).map {
        """
        <xs:complexType name="T\($0)"><xs:sequence>\
        <xs:element minOccurs="0" name="A" type="t:T\(($0 * 7) % count)"/></xs:sequence></xs:complexType>
        """
      }.joined()
      var types = 0
      let time = try clock.measure { types = try Schemas.contract(content).types.count }
      #expect(types == count)
      return time
    }
    #expect(time[1] < time[0] * 16 + .seconds(1))
    print("schemas of 5000 and 20000 types: \(time[0]), \(time[1])")
  }
}
