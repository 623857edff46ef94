import DataContractsCore
import DataContractsSchema
import Foundation
import TestSupport
import Testing

@Suite("Schemas of the vectors")
struct VectorSchemaTests {
  private var zoo: Contract { get throws { try Schemas.zoo.get() } }

  @Test("all 19 load, to a type for each global type and a root for each global element")
  func load() throws {
    #expect(Schemas.vectors.count == 19)
    let contract = try zoo
    let text = Schemas.vectors.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    let builtIn = ["char", "duration", "guid", "DateTimeOffset"]
    let types = text.count(of: "Type name=\"") - builtIn.count
    #expect(contract.types.count == types)
    #expect(contract.roots.count == text.count(of: "\n  <xs:element name="))
    print("19 schemas: \(contract.types.count) types, \(contract.roots.count) roots")
  }

  @Test("each file loads with the files that it imports, in any order")
  func anyOrder() throws {
    let backwards = try Contract(xsdFiles: Schemas.vectors.reversed())
    #expect(Set(try zoo.types.map(\.name)) == Set(backwards.types.map(\.name)))
    #expect(Set(try zoo.roots.map(\.element)) == Set(backwards.roots.map(\.element)))
  }

  @Test("members have the schema's order, nillability, presence and defaults", arguments: Self.memberFacts)
  func members(type: String, members: [String]) throws {
    #expect(try zoo.members(type) == members)
  }

  /// In the words of ``Contract/members(_:)``.
  private static let memberFacts: [(String, [String])] = [
    (
      "Ints",
      [
        "I16:short", "I32:int", "I64:long", "I8:byte", "U16:unsignedShort", "U32:unsignedInt", "U64:unsignedLong",
        "U8:unsignedByte",
      ]
    ),
    (
      "NullableInts",
      [
        "I16:short?", "I32:int?", "I64:long?", "I8:byte?", "U16:unsignedShort?", "U32:unsignedInt?",
        "U64:unsignedLong?", "U8:unsignedByte?",
      ]
    ),
    ("Bools", ["L:ArrayOfboolean?", "N:boolean?", "V:boolean"]),
    ("Doubles", ["L:ArrayOfdouble?", "N:double?", "V:double"]),
    ("Floats", ["L:ArrayOffloat?", "N:float?", "V:float"]),
    ("Decimals", ["L:ArrayOfdecimal?", "N:decimal?", "V:decimal"]),
    ("Chars", ["L:ArrayOfchar?", "N:char?", "V:char"]),
    ("Dates", ["L:ArrayOfdateTime?", "N:dateTime?", "V:dateTime"]),
    ("Offsets", ["L:ArrayOfDateTimeOffset?", "N:dateTimeOffset?", "V:dateTimeOffset"]),
    ("Spans", ["L:ArrayOfduration?", "N:duration?", "V:duration"]),
    ("Guids", ["L:ArrayOfguid?", "N:guid?", "V:guid"]),
    ("Uris", ["L:ArrayOfanyURI?", "V:anyURI?"]),
    ("Bytes", ["L:ArrayOfbase64Binary?", "LB:ArrayOfunsignedByte?", "V:base64Binary?"]),
    ("QNames", ["L:ArrayOfQName?", "V:qName?"]),
    ("Objects", ["L:ArrayOfanyType?", "V:any?"]),
    ("Strict", ["May:string?", "Must:string?!", "Num:int!"]),
    (
      "Sparse",
      [
        "Always:string?", "B:boolean-", "C:Color-", "D:dateTime-", "F:double-", "G:guid-", "I:int-", "It:Item?-",
        "L:ArrayOfint?-", "NI:int?-", "S:string?-",
      ]
    ),
    ("Ordered", ["C", "M", "_u", "a1", "m", "Y", "A", "Z", "B", "D"].map { "\($0):string?" }),
    ("Mid0", ["Beta:string?", "Omega:string?"]),
    ("Leaf0", ["Aaa:string?"]),
    (
      "re_x0020_named",
      [
        "$amount", "-dash", "2nd", "_x0041_", "a:b", "a<b>&\"c", "e\u{1F600}", "first name", "na\u{EF}ve", "x-y.z",
        "xmlish", "\u{65E5}\u{672C}",
      ]
      .map { "\($0):string?" }
    ),
    (
      "NsMulti",
      [
        "A:NsA?", "B:NsB?", "Bs:ArrayOfNsB?", "C:NsC?", "E:NsEmpty?", "Ints:ArrayOfint?",
        "Map:ArrayOfKeyValueOfstringNsBpf_P3t_SgH?", "O:any?", "Q:int?",
      ]
    ),
    ("KeyValuePairOfstringint", ["key:string?!", "value:int!"]),
    ("Outer", ["I:Outer.Inner?"]),
    ("Points", ["L:ArrayOfPoint?", "N:Point?", "P:Point"]),
    ("intByItemEMpdo4Zv", ["Key:Item?", "Val:int"]),
    ("ApiResponseOfNullableOfint5F2dSckg", ["message:string?", "response:int?", "status:string?"]),
  ]

  @Test(
    "lists have the collection's namespace, its item's name and nillability",
    arguments: [
      ("ArrayOfint", DotNetNamespace.arrays, "int", "int"),
      ("ArrayOfstring", DotNetNamespace.arrays, "string", "string?"),
      ("ArrayOfQName", DotNetNamespace.arrays, "QName", "qName?"),
      ("ArrayOfanyType", DotNetNamespace.arrays, "anyType", "any?"),
      ("ArrayOfArrayOfint", DotNetNamespace.arrays, "ArrayOfint", "ArrayOfint?"),
      ("ArrayOfNullableOfint", DotNetNamespace.system, "int", "int?"),
      ("ArrayOfDateTimeOffset", DotNetNamespace.system, "DateTimeOffset", "dateTimeOffset"),
      ("ArrayOfPoint", DotNetNamespace.namespace(forCLR: "Zoo"), "Point", "Point"),
      ("RosterOfItem", DotNetNamespace.namespace(forCLR: "Zoo"), "Person", "Item?"),
      ("Phones", "urn:zoo:coll", "Phone", "string?"),
    ])
  func lists(name: String, namespace: String, itemName: String, item: String) throws {
    let contract = try zoo
    let type = try #require(contract.type(name))
    guard case .list(let list) = type.shape else {
      Issue.record("\(name) is no list")
      return
    }
    #expect(type.name.namespace == namespace)
    #expect(list.itemName == itemName)
    #expect(
      contract.shown(list.item).split(separator: "}").last.map(String.init).map {
        $0 + (list.itemIsNillable ? "?" : "")
      } == item)
  }

  @Test(
    "dictionaries have their entry's, key's and value's names and types",
    arguments: [
      ("ArrayOfKeyValueOfstringstring", "KeyValueOfstringstring Key:string? Value:string?"),
      ("ArrayOfKeyValueOfstringint", "KeyValueOfstringint Key:string? Value:int"),
      ("ArrayOfKeyValueOfguiddateTime", "KeyValueOfguiddateTime Key:guid Value:dateTime"),
      ("ArrayOfKeyValueOfstringanyType", "KeyValueOfstringanyType Key:string? Value:any?"),
      ("ArrayOfKeyValueOfstringNullableOfintU6ho3Bhd", "KeyValueOfstringNullableOfintU6ho3Bhd Key:string? Value:int?"),
      ("Prices", "Entry Sku:string? Price:decimal"),
    ])
  func dictionaries(name: String, facts: String) throws {
    let contract = try zoo
    guard case .dictionary(let dictionary)? = contract.type(name)?.shape else {
      Issue.record("\(name) is no dictionary")
      return
    }
    let key = "\(dictionary.keyName):\(contract.shown(dictionary.key))\(dictionary.keyIsNillable ? "?" : "")"
    let value = "\(dictionary.valueName):\(contract.shown(dictionary.value))\(dictionary.valueIsNillable ? "?" : "")"
    #expect("\(dictionary.entryName) \(key) \(value)" == facts)
  }

  @Test(
    "enumerations have their numbers, from the annotation or the position",
    arguments: [
      ("Color", "int", false, ["Red 0", "Green 5", "Blue 6"]),
      ("Hue", "int", false, ["deep red 1", "Teal 2"]),
      ("Access", "int", true, ["None 0", "Read 1", "Write 2", "Exec 4", "ReadWrite 3"]),
      ("Perm", "int", true, ["r 1", "w 2", "X 4"]),
      ("BigEnum", "unsignedLong", false, ["Zero 0", "Max 18446744073709551615"]),
      ("ByteEnum", "unsignedByte", false, ["A 1", "B 255"]),
    ])
  func enumerations(name: String, underlying: String, isFlags: Bool, values: [String]) throws {
    let type = try #require(try zoo.type(name))
    guard case .enumeration(let enumeration) = type.shape else {
      Issue.record("\(name) is no enumeration")
      return
    }
    #expect(type.isValueType)
    #expect("\(enumeration.underlying)" == underlying)
    #expect(enumeration.isFlags == isFlags)
    #expect(enumeration.values.map { "\($0.name) \($0.bits)" } == values)
  }

  @Test("a base can be of another namespace")
  func bases() throws {
    let contract = try zoo
    let zooNamespace = DotNetNamespace.namespace(forCLR: "Zoo")
    for (derived, base) in [("Leaf0", "Mid0"), ("Mid0", "Base0"), ("Sq", "Shape"), ("PocoDerived", "PocoBase")] {
      let index = try #require(contract.object(derived)?.base)
      #expect(contract[index]?.name == QualifiedName(namespace: zooNamespace, localName: base))
    }
    #expect(contract.object("Base0")?.base == nil)
  }

  @Test("structures are value types, classes with Id and Ref keep identity")
  func kinds() throws {
    let contract = try zoo
    let values = contract.types.filter { type in if case .object = type.shape { type.isValueType } else { false } }
    #expect(
      values.map(\.name.localName).sorted() == ["KeyValuePairOfstringint", "KeyValuePairOfstringstring", "Point"])
    #expect(contract.types.filter(\.isReference).map(\.name.localName) == ["Node"])
  }

  @Test("the exporter's schemas do not say in which order classes declare members")
  func noDeclaredOrder() throws {
    for type in try zoo.types {
      guard case .object(let object) = type.shape else { continue }
      #expect(object.members.allSatisfy { $0.declaredPosition == nil && $0.order == nil })
    }
  }

  @Test("roots are nillable and may be primitives")
  func roots() throws {
    let contract = try zoo
    #expect(contract.roots.allSatisfy { $0.isNillable })
    #expect(contract.root == nil)
    #expect(try contract.rooted(at: "{\(DotNetNamespace.serialization)}int").root?.type == .primitive(.int))
    #expect(try contract.rooted(at: "DateTimeOffset").root?.type == .primitive(.dateTimeOffset))
    #expect(try contract.rooted(at: "anyType").root?.type == .any)
    #expect(
      try contract.rooted(at: "ChatResponse").root?.element.namespace.hasSuffix("CRM.AgencyPlatform.API.Internal")
        == true)
  }

  @Test("the serialization namespace is built in, with its schema or without")
  func builtIn() throws {
    let without = Schemas.vectors.filter { $0.name != "08-microsoft-com-2003-10-Serialization.xsd" }
    let contract = try Contract(xsdFiles: without)
    #expect(Array(contract.types) == Array(try zoo.types))
    #expect(contract.roots.allSatisfy { $0.element.namespace != DotNetNamespace.serialization })
  }

  @Test("DateTimeOffset is built in without the System namespace's schema")
  func dateTimeOffset() throws {
    let contract = try Contract(xsdFiles: [
      (
        "t.xsd",
        Schemas.schema(
          """
          <xs:complexType name="T"><xs:sequence>
          <xs:element name="D" xmlns:q="\(DotNetNamespace.system)" type="q:DateTimeOffset"/>
          </xs:sequence></xs:complexType>
          """)
      )
    ])
    #expect(contract.members("T") == ["D:dateTimeOffset!"])
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
