import DataContractsCore
import DataContractsSchema
import DataContractsXML
import Testing

@Suite("Reading schemas")
struct SchemaReadingTests {
  private static let text = #"<xs:element name="S" type="xs:string"/>"#

  private func complexType(_ name: String, _ content: String) -> String {
    "<xs:complexType name=\"\(name)\">\(content)</xs:complexType>"
  }

  private func complexType(_ content: String) -> String { complexType("T", content) }

  private func sequence(_ content: String) -> String { complexType("<xs:sequence>\(content)</xs:sequence>") }

  @Test("a type without a sequence, or with an empty one, has no members")
  func empty() throws {
    #expect(try Schemas.contract(complexType("")).members("T") == [])
    #expect(try Schemas.contract(complexType("<xs:sequence/>")).object("T")?.members == [])
    #expect(try Schemas.contract(complexType("<xs:sequence/>")).object("T")?.isAbstract == false)
  }

  @Test("a declared order gives positions, whatever the white space between its names")
  func declaredOrder() throws {
    let order = "<DeclaredOrder xmlns=\"urn:swift-data-contracts:schema\">\n  B _x0031_\tA\n</DeclaredOrder>"
    let contract = try Schemas.contract(
      complexType(
        "<xs:annotation><xs:appinfo>\(order)</xs:appinfo></xs:annotation><xs:sequence>"
          + ["A", "B", "_x0031_"].map { "<xs:element name=\"\($0)\" type=\"xs:int\"/>" }.joined() + "</xs:sequence>"))
    let members = try #require(contract.object("T")).members
    #expect(members.map(\.name) == ["A", "B", "1"])
    #expect(members.map(\.declaredPosition) == [2, 0, 1])
  }

  @Test("a declared order may stand at the type or at its extension, and names own members only")
  func declaredOrderOfDerived() throws {
    let order = """
      <xs:annotation><xs:appinfo><DeclaredOrder xmlns="urn:swift-data-contracts:schema">Z A</DeclaredOrder>\
      </xs:appinfo></xs:annotation>
      """
    let own =
      "<xs:sequence><xs:element name=\"A\" type=\"xs:int\"/><xs:element name=\"Z\" type=\"xs:int\"/></xs:sequence>"
    let base = complexType("Base", "<xs:sequence>\(Self.text)</xs:sequence>")
    let content = { (inner: String) in
      "<xs:complexContent><xs:extension base=\"t:Base\">\(inner)\(own)</xs:extension></xs:complexContent>"
    }
    for derived in [complexType("T", order + content("")), complexType("T", content(order))] {
      let contract = try Schemas.contract(base + derived)
      #expect(contract.object("T")?.members.map(\.declaredPosition) == [1, 0])
      #expect(contract.object("Base")?.members.map(\.declaredPosition) == [nil])
    }
  }

  @Test(
    "a declared order that is not each own member once is refused",
    arguments: [
      ("A", "expected every own member in DeclaredOrder, found none named \"B\""),
      ("", "expected every own member in DeclaredOrder, found none named \"A\""),
      ("A B A", "expected each member once in DeclaredOrder, found \"A\" twice"),
      ("A B C", "expected own members in DeclaredOrder, found \"C\", which is none"),
    ])
  func wrongDeclaredOrder(order: String, problem: String) {
    let error = Schemas.error(
      complexType(
        "<xs:annotation><xs:appinfo><DeclaredOrder xmlns=\"urn:swift-data-contracts:schema\">\(order)</DeclaredOrder>"
          + "</xs:appinfo></xs:annotation><xs:sequence><xs:element name=\"A\" type=\"xs:int\"/>"
          + "<xs:element name=\"B\" type=\"xs:int\"/></xs:sequence>"))
    #expect(error == "xsd: t.xsd: T (byte 242): \(problem)")
  }

  @Test("other annotations of this library's namespace and orders of what has no members are refused")
  func strayAnnotations() {
    let note = { (name: String) in
      """
      <xs:annotation><xs:appinfo><\(name) xmlns="urn:swift-data-contracts:schema">A</\(name)></xs:appinfo>\
      </xs:annotation>
      """
    }
    #expect(
      Schemas.error(complexType(note("Order"))).hasSuffix(
        "expected DeclaredOrder or ClrName, found another annotation, Order"))
    #expect(
      Schemas.error(complexType(note("DeclaredOrder") + note("DeclaredOrder"))).hasSuffix(
        "expected one DeclaredOrder with content, found another DeclaredOrder"))
    let list =
      "<xs:sequence><xs:element minOccurs=\"0\" maxOccurs=\"unbounded\" name=\"A\" type=\"xs:int\"/></xs:sequence>"
    #expect(
      Schemas.error(complexType(note("DeclaredOrder") + list)).hasSuffix(
        "expected a DeclaredOrder of an object, found one of another type"))
    let enumeration =
      "<xs:simpleType name=\"T\">\(note("DeclaredOrder"))<xs:restriction base=\"xs:string\"/></xs:simpleType>"
    #expect(Schemas.error(enumeration).hasSuffix("expected ClrName, found another annotation, DeclaredOrder"))
  }

  private static let renamed = """
    <xs:complexType name="T"><xs:annotation><xs:appinfo>
      <ClrName xmlns="urn:swift-data-contracts:schema">Shop.Thing</ClrName>
    </xs:appinfo></xs:annotation><xs:sequence>
      <xs:element minOccurs="0" name="a_x0020_b" type="xs:int"><xs:annotation><xs:appinfo>
        <ClrName xmlns="urn:swift-data-contracts:schema"> Both </ClrName>
        <Order xmlns="urn:swift-data-contracts:schema">3</Order>
      </xs:appinfo></xs:annotation></xs:element>
      <xs:element minOccurs="0" name="c" type="xs:int"/>
    </xs:sequence></xs:complexType>
    <xs:simpleType name="E"><xs:restriction base="xs:string">
      <xs:enumeration value="deep red"><xs:annotation><xs:appinfo>
        <ClrName xmlns="urn:swift-data-contracts:schema">DeepRed</ClrName>
      </xs:appinfo></xs:annotation></xs:enumeration>
    </xs:restriction></xs:simpleType>
    """

  @Test("annotations give the names in C# of types, members and values, and a member's Order")
  func clrNames() throws {
    let contract = try Schemas.contract(Self.renamed)
    #expect(contract.type("T")?.clrName == "Shop.Thing")
    let members = try #require(contract.object("T")).members
    #expect(members.map(\.clrName) == ["Both", nil])
    #expect(members.map(\.order) == [3, nil])
    guard case .enumeration(let enumeration)? = contract.type("E")?.shape else {
      Issue.record("E is an enumeration")
      return
    }
    #expect(enumeration.values.map(\.clrName) == ["DeepRed"])
    let wrong = Self.renamed.replacingOccurrences(of: ">3<", with: ">-1<")
    #expect(Schemas.error(wrong).hasSuffix("expected a number from 0 in Order, found \"-1\""))
  }

  @Test("identity comes from Id and Ref, at the type or its extension, and goes down to derived types")
  func references() throws {
    let marks = "<xs:attribute ref=\"ser:Id\"/><xs:attribute ref=\"ser:Ref\"/>"
    let derived = { (name: String, base: String, inner: String) in
      complexType(
        name,
        """
        <xs:complexContent mixed="false"><xs:extension base="t:\(base)"><xs:sequence/>\(inner)</xs:extension>\
        </xs:complexContent>
        """
      )
    }
    let contract = try Schemas.contract(
      derived("C", "B", "") + derived("B", "A", "") + complexType("A", "<xs:sequence/>" + marks)
        + derived("E", "D", marks)
        + complexType("D", "<xs:sequence/>"))
    #expect(contract.types.filter(\.isReference).map(\.name.localName) == ["C", "B", "A", "E"])
  }

  @Test("a member that hides one of its base has the type that ActualType names")
  func actualType() throws {
    let contract = try Schemas.contract(
      sequence(
        """
        <xs:element minOccurs="0" name="X" nillable="true" type="xs:anyType"><xs:annotation><xs:appinfo>
        <ActualType Name="decimal" Namespace="http://www.w3.org/2001/XMLSchema" \
        xmlns="http://schemas.microsoft.com/2003/10/Serialization/"/></xs:appinfo></xs:annotation></xs:element>
        """))
    #expect(contract.members("T") == ["X:decimal?"])
  }

  @Test("enumerations: bits of flags, signed numbers, none at all, numbers beyond the type")
  func enumerations() throws {
    let value = { (name: String, number: String) in
      "<xs:enumeration value=\"\(name)\"><xs:annotation><xs:appinfo><EnumerationValue "
        + "xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\">\(number)</EnumerationValue>"
        + "</xs:appinfo></xs:annotation></xs:enumeration>"
    }
    let restriction = { (content: String) in "<xs:restriction base=\"xs:string\">\(content)</xs:restriction>" }
    let simple = { (content: String) in "<xs:simpleType name=\"E\">\(content)</xs:simpleType>" }
    let actual = { (name: String) in
      "<xs:annotation><xs:appinfo><ActualType Name=\"\(name)\" Namespace=\"http://www.w3.org/2001/XMLSchema\" "
        + "xmlns=\"http://schemas.microsoft.com/2003/10/Serialization/\"/></xs:appinfo></xs:annotation>"
    }
    let values = { (contract: Contract) -> [String] in
      guard case .enumeration(let enumeration)? = contract.type("E")?.shape else { return [] }
      return enumeration.values.map { "\($0.name) \(Int64(bitPattern: $0.bits))" }
    }
    #expect(
      values(try Schemas.contract(simple(restriction(value("A", " -1 ") + "<xs:enumeration value=\"B\"/>")))) == [
        "A -1", "B 1",
      ])
    #expect(values(try Schemas.contract(simple(restriction("")))) == [])
    #expect(values(try Schemas.contract(simple(actual("byte") + restriction(value("A", "-128"))))) == ["A -128"])
    #expect(
      Schemas.error(simple(actual("byte") + restriction(value("A", "128"))))
        .hasSuffix("E.A (byte 486): expected a number of type byte, found \"128\""))
    #expect(Schemas.error(simple(restriction(value("A", "x")))).hasSuffix("expected a number of type int, found \"x\""))
    #expect(
      Schemas.error(simple(actual("string") + restriction(""))).hasSuffix(
        "expected an integer type as ActualType, found xs:string"))
    let many = (0..<65).map { "<xs:enumeration value=\"V\($0)\"/>" }.joined()
    let flags = "<xs:list><xs:simpleType>\(restriction(many))</xs:simpleType></xs:list>"
    #expect(
      Schemas.error(simple(actual("unsignedLong") + flags)).hasSuffix(
        "E.V64 (byte 2311): expected a number of type unsignedLong, found \"2 to the power of 64\""))
    #expect(Schemas.error(simple(flags)).contains("E.V31 "))
  }

  @Test("anonymous types inside elements have the name of their place")
  func anonymous() throws {
    let contract = try Schemas.contract(
      sequence(
        """
        <xs:element name="In" nillable="true"><xs:complexType><xs:sequence>\(Self.text)</xs:sequence></xs:complexType>
        </xs:element><xs:element name="E"><xs:simpleType><xs:restriction base="xs:string">
        <xs:enumeration value="One"/></xs:restriction></xs:simpleType></xs:element>
        """)
        + "<xs:element name=\"R\"><xs:complexType><xs:sequence>\(Self.text)</xs:sequence></xs:complexType></xs:element>"
    )
    #expect(contract.members("T") == ["In:T.In?!", "E:T.E!"])
    #expect(contract.members("T.In") == ["S:string!"])
    #expect(contract.members("R.Content") == ["S:string!"])
    #expect(contract.root?.isNillable == false)
  }

  @Test("a list of anonymous items is a list of objects")
  func anonymousItems() throws {
    let contract = try Schemas.contract(
      sequence(
        """
        <xs:element minOccurs="0" maxOccurs="unbounded" name="I"><xs:complexType>\
        <xs:sequence>\(Self.text)</xs:sequence></xs:complexType></xs:element>
        """))
    guard case .list(let list)? = contract.type("T")?.shape else {
      Issue.record("no list")
      return
    }
    #expect(contract[list.item]?.name.localName == "T.I")
  }

  @Test("a member may be a global element of the same namespace")
  func elementReference() throws {
    let contract = try Schemas.contract(
      sequence("<xs:element minOccurs=\"0\" ref=\"t:N\"/>")
        + "<xs:element name=\"N\" nillable=\"true\" type=\"xs:int\"/>")
    #expect(contract.members("T") == ["N:int?"])
  }

  @Test("a file of a multipart body is built in")
  func file() throws {
    let contract = try Schemas.contract(
      sequence(
        "<xs:element xmlns:m=\"\(DotNetNamespace.multipartDataMediaFormatter)\" name=\"F\" type=\"m:HttpFile\"/>"))
    #expect(contract.members("T") == ["F:file!"])
  }

  @Test("what does not change a document is passed over")
  func harmless() throws {
    let contract = try Schemas.contract(
      """
      <xs:annotation><xs:documentation xml:lang="en">About <b>this</b> schema.</xs:documentation></xs:annotation>
      <xs:import namespace="urn:elsewhere" schemaLocation="https://example.org/never-fetched.xsd"/>
      <xs:include schemaLocation="other.xsd"/>
      <xs:complexType name="T" id="x"><xs:annotation><xs:documentation>A type.</xs:documentation>
      <xs:appinfo source="urn:x"><Surrogate xmlns="http://schemas.microsoft.com/2003/10/Serialization/"/>
      <Foreign xmlns="urn:f"/></xs:appinfo>
      </xs:annotation><xs:sequence><!-- one -->\(Self.text)<?two?></xs:sequence></xs:complexType>
      """)
    #expect(contract.members("T") == ["S:string!"])
  }

  @Test("several files may share a namespace, and equal files count as one")
  func severalFiles() throws {
    let first = Schemas.schema(sequence("<xs:element name=\"B\" type=\"t:B\"/>"))
    let second = Schemas.schema(complexType("B", ""))
    let contract = try Contract(xsdFiles: [("1.xsd", first), ("2.xsd", second), ("1-again.xsd", first)])
    #expect(contract.types.map(\.name.localName) == ["T", "B"])
  }

  @Test("a schema without types gives a contract without types")
  func nothing() throws {
    #expect(try Schemas.contract("").types.isEmpty)
    #expect(try Contract(xsdFiles: []).roots.isEmpty)
  }

  @Test("types that write their own XML may hold anything, and so may what derives from them")
  func ownXML() throws {
    let wildcard = "<xs:any minOccurs=\"0\" maxOccurs=\"unbounded\" namespace=\"##local\" processContents=\"skip\"/>"
    let contract = try Schemas.contract(
      complexType("Serializable", "<xs:sequence>\(wildcard)</xs:sequence><xs:attribute ref=\"ser:FactoryType\"/>")
        + complexType("Derived", "<xs:complexContent><xs:extension base=\"t:Serializable\"/></xs:complexContent>")
        + complexType("DataSet", "<xs:sequence><xs:element ref=\"xs:schema\"/><xs:any/></xs:sequence>")
        + "<xs:complexType name=\"Nodes\" mixed=\"true\"><xs:sequence>\(wildcard)</xs:sequence><xs:anyAttribute/>"
        + "</xs:complexType>"
        + sequence(
          #"<xs:element minOccurs="0" name="X" nillable="true"><xs:complexType><xs:sequence><xs:any/></xs:sequence>"#
            + "</xs:complexType></xs:element><xs:element minOccurs=\"0\" name=\"D\" type=\"t:Derived\"/>"))
    for name in ["Serializable", "Derived", "DataSet", "Nodes", "T.X"] { #expect(contract.type(name)?.shape == .any) }
    #expect(contract.members("T") == ["X:any?", "D:any"])
    #expect(
      contract.description.contains("\nDerived, any content\n")
        && contract.description.contains("\n  X: T.X?\n  D: Derived\n"))
  }

  @Test("a derived type cannot add members to what writes its own XML")
  func membersBesideOwnXML() {
    let error = Schemas.error(
      complexType("A", "<xs:sequence><xs:any/></xs:sequence>")
        + complexType(
          "T",
          "<xs:complexContent><xs:extension base=\"t:A\"><xs:sequence>\(Self.text)</xs:sequence></xs:extension>"
            + "</xs:complexContent>"
        ))
    #expect(error.hasSuffix("found members beside a base that writes its own XML"))
  }

  @Test("what such a type wrote is kept") func contentOfOwnXML() throws {
    let contract = try Schemas.contract(
      complexType("E", "<xs:sequence><xs:any/></xs:sequence><xs:attribute ref=\"ser:FactoryType\"/>")
        + sequence("<xs:element minOccurs=\"0\" name=\"Error\" nillable=\"true\" type=\"t:E\"/>")
        + "<xs:element name=\"T\" type=\"t:T\"/>")
    let document = try XMLFormat.dataContract.decode(
      Array("<T xmlns=\"urn:t\"><Error><Message xmlns=\"\">late</Message></Error></T>".utf8), as: contract)
    #expect(document.root["Error"]?["Message"]?.text == "late")
  }
}
