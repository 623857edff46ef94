import Foundation
import Testing

@testable import DataContractsCore

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct QualifiedNameTests {
  @Test(arguments: [
    ("{urn:a}Name", "urn:a", "Name"), ("Name", "", "Name"), ("{http://a/{0}}Name", "http://a/{0}", "Name"),
  ])
  func textAndNameAgree(text: String, namespace: String, localName: String) {
    let name = QualifiedName(namespace: namespace, localName: localName)
    #expect(QualifiedName(parsing: text) == name)
    #expect(name.description == text)
  }

  @Test func anEmptyNamespaceMayBeBraced() {
    #expect(QualifiedName(parsing: "{}Name") == QualifiedName(namespace: "", localName: "Name"))
  }

  @Test(arguments: ["", "{urn:a}", "{urn:a", "{", "}", "Na}me", "a{b", "{a}b{c"])
  func otherTextsAreNoNames(text: String) {
    #expect(QualifiedName(parsing: text) == nil)
  }
}

@Suite struct XMLNameEncodingTests {
  @Test(arguments: [
    ("a b", "a_x0020_b"), ("2nd", "_x0032_nd"), ("a:b", "a_x003A_b"), ("-dash", "_x002D_dash"), ("$", "_x0024_"),
    ("😀", "_x0001F600_"), ("a\tb", "a_x0009_b"), ("1", "_x0031_"), (".a", "_x002E_a"), ("a😀b", "a_x0001F600_b"),
    ("<Auto>k__BackingField", "_x003C_Auto_x003E_k__BackingField"), ("a _x0041_", "a_x0020__x005F_x0041_"),
    ("_x0041_ ", "_x005F_x0041__x0020_"), ("_X00e9_ b", "_x005F_X00e9__x0020_b"),
    ("_x0001F600_ b", "_x005F_x0001F600__x0020_b"),
    ("\u{FFFD}", "_xFFFD_"), ("\u{300}a", "_x0300_a"),
    ("ꙁ", "_xA641_"), ("a/b", "a_x002F_b"),
  ])
  func charactersThatNoNameHoldsAreEscaped(name: String, encoded: String) {
    #expect(XMLNameEncoding.encode(name) == encoded)
    #expect(XMLNameEncoding.decode(encoded) == name)
  }

  /// The underscore that ends one escape may begin the next.
  @Test func neighbouringEscapesShareAnUnderscore() {
    #expect(XMLNameEncoding.encode("_x0041_x0042_ ") == "_x005F_x0041_x005F_x0042__x0020_")
  }

  @Test(arguments: ["Name", "_x0041_", "a_x0020_b", "Ä", "a.b-c_1", "名前", "", "é\u{301}", "_", "a1"])
  func namesThatXMLAllowsAreLeftAlone(name: String) {
    #expect(XMLNameEncoding.encode(name) == name)
    #expect(XMLNameEncoding.isNCName(name))
  }

  @Test(arguments: [
    "_x0041_", "_x00e9_b", "a_x0020b", "_x0020", "_xD800_", "_x00110000_", "a_x0062_", "_x000020_", "x", "",
  ])
  func onlyWhatEncodingWritesIsDecoded(name: String) {
    #expect(XMLNameEncoding.decode(name) == name)
  }
}

@Suite struct CamelCaseTests {
  @Test(arguments: [
    ("MID", "mid"), ("CUST_CODE", "cusT_CODE"), ("URLKey", "urlKey"), ("Name", "name"), ("name", "name"), ("A", "a"),
    ("AB", "ab"), ("ABc", "aBc"), ("I", "i"), ("ID", "id"), ("Id", "id"), ("", ""), ("_Name", "_Name"), ("ÄÖü", "äÖü"),
    ("IsActive", "isActive"), ("ABC", "abc"), ("X1", "x1"), ("XY1", "xY1"), ("1A", "1A"),
  ])
  func followsJsonNet(name: String, expected: String) {
    #expect(CamelCase.jsonNet(name) == expected)
  }
}

@Suite struct MD5Tests {
  /// RFC 1321, appendix A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func digestsAreThoseOfTheRFC(text: String, digest: String) {
    let bytes = MD5.digest(of: Array(text.utf8))
    #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
  }
}

@Suite struct ContractNameTests {
  static let int = QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "int")
  static let string = QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "string")
  static let guid = QualifiedName(namespace: DotNetNamespace.serialization, localName: "guid")
  static let zoo = DotNetNamespace.namespace(forCLR: "Zoo")
  static let item = QualifiedName(namespace: zoo, localName: "Item")

  @Test func arraysOfPrimitivesAreInArrays() {
    #expect(ContractName.arrayOf(Self.int).description == "{\(DotNetNamespace.arrays)}ArrayOfint")
    #expect(ContractName.arrayOf(Self.guid).description == "{\(DotNetNamespace.arrays)}ArrayOfguid")
    let nested = ContractName.arrayOf(ContractName.arrayOf(Self.int))
    #expect(nested.description == "{\(DotNetNamespace.arrays)}ArrayOfArrayOfint")
  }

  @Test func arraysOfContractsAreWhereTheContractIs() {
    #expect(ContractName.arrayOf(Self.item).description == "{\(Self.zoo)}ArrayOfItem")
    let nullable = ContractName.arrayOf(ContractName.nullableOf(Self.int))
    #expect(nullable.description == "{\(DotNetNamespace.system)}ArrayOfNullableOfint")
  }

  @Test func digestTellsNamespacesApart() {
    #expect(ContractName.digest(of: [Self.item], arity: nil) == "XnRlto51")
    #expect(ContractName.digest(of: [Self.int, Self.guid], arity: nil) == "")
    #expect(ContractName.generic("Wrap", of: [Self.int], namespace: Self.zoo).localName == "WrapOfint")
    #expect(ContractName.generic("Wrap", of: [Self.item], namespace: Self.zoo).localName == "WrapOfItemXnRlto51")
    #expect(ContractName.keyValueOf(key: Self.string, value: Self.item).localName == "KeyValueOfstringItemRPrglZVO")
  }

  /// The digests are those of `md5sum` for " 1 1 ns ns" and " 1 2 ns ns ns": the innermost count comes first, and
  /// there is a digest though all the arguments are primitives.
  @Test func nestedGenericClassesAlwaysHaveADigest() {
    let two = ContractName.generic("Outer.Inner", of: [Self.int, Self.string], namespace: Self.zoo, arity: [1, 1])
    #expect(two.localName == "Outer.InnerOfintstring2LMUf4bh")
    let arguments = [Self.int, Self.int, Self.string]
    let three = ContractName.generic("Outer.Inner", of: arguments, namespace: Self.zoo, arity: [2, 1])
    #expect(three.localName == "Outer.InnerOfintintstringBlrft8B6")
  }

  @Test func patternsAreFilledIn() {
    #expect(ContractName.expand("{0}Response", with: [Self.item]) == "ItemResponse")
    #expect(ContractName.expand("{0}By{1}{#}", with: [Self.int, Self.string]) == "intBystring")
    #expect(ContractName.expand("{0}By{1}{#}", with: [Self.int, Self.item])?.hasPrefix("intByItem") == true)
    #expect(ContractName.expand("Plain", with: []) == "Plain")
    for pattern in ["{0", "{1}", "{-1}", "{x}", "{}", "a{"] {
      #expect(ContractName.expand(pattern, with: [Self.item]) == nil)
    }
  }
}

/// Every closed generic contract that XsdDataContractExporter named.
@Suite struct ContractNameVectorTests {
  final class Schemas: NSObject, XMLParserDelegate {
    struct Generic {
      var pattern: String
      var namespace: String
      var arguments: [Generic] = []
    }
    var stack: [Generic] = []
    var typeNames: [String] = []
    var found: [(name: String, generic: Generic)] = []
    var keyValues: [(name: String, members: [QualifiedName])] = []
    var namespaces: [[String: String]] = [[:]]

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      let local = element.split(separator: ":").last.map(String.init) ?? element
      var scope = namespaces.last ?? [:]
      for (key, value) in attributes where key.hasPrefix("xmlns:") { scope[String(key.dropFirst(6))] = value }
      namespaces.append(scope)
      if ["complexType", "simpleType", "element"].contains(local) { typeNames.append(attributes["name"] ?? "") }
      if local == "GenericType" || local == "GenericParameter" {
        stack.append(Generic(pattern: attributes["Name"] ?? "", namespace: attributes["Namespace"] ?? ""))
      }
      if local == "element", let name = attributes["name"] {
        if name.hasPrefix("KeyValueOf"), attributes["type"] == nil { keyValues.append((name, [])) }
        if let type = attributes["type"], name == "Key" || name == "Value", keyValues.last?.members.count ?? 2 < 2 {
          let parts = type.split(separator: ":")
          let member = QualifiedName(namespace: scope[String(parts[0])] ?? "", localName: String(parts[1]))
          let isNullable = attributes["nillable"] == "true" && member == ContractNameTests.int
          keyValues[keyValues.count - 1].members.append(isNullable ? ContractName.nullableOf(member) : member)
        }
      }
    }

    func parser(
      _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
      let local = element.split(separator: ":").last.map(String.init) ?? element
      namespaces.removeLast()
      if ["complexType", "simpleType", "element"].contains(local) { typeNames.removeLast() }
      guard local == "GenericType" || local == "GenericParameter", let generic = stack.popLast() else { return }
      if local == "GenericParameter" {
        stack[stack.count - 1].arguments.append(generic)
      } else {
        found.append((typeNames.last { !$0.isEmpty } ?? "", generic))
      }
    }
  }

  private func schemas() throws -> Schemas {
    let folder = Vectors.folder.appending(path: "xsd")
    let schemas = Schemas()
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for file in files.filter({ $0.pathExtension == "xsd" }) {
      let parser = XMLParser(data: try Data(contentsOf: file))
      parser.delegate = schemas
      #expect(parser.parse(), "\(file)")
    }
    return schemas
  }

  /// A parameter without arguments of its own is a plain contract.
  private func name(_ generic: Schemas.Generic) throws -> QualifiedName {
    let arguments = try generic.arguments.map(name)
    let localName = try #require(ContractName.expand(generic.pattern, with: arguments))
    return QualifiedName(namespace: generic.namespace, localName: localName)
  }

  @Test func genericNamesAreThoseOfTheExporter() throws {
    let found = try schemas().found
    #expect(found.count == 19)
    for (expected, generic) in found {
      #expect(try name(generic).localName == expected)
    }
  }

  @Test func keyValueNamesAreThoseOfTheExporter() throws {
    let keyValues = try schemas().keyValues
    #expect(Set(keyValues.map(\.name)).count == 12)
    for (expected, members) in keyValues {
      try #require(members.count == 2)
      #expect(ContractName.keyValueOf(key: members[0], value: members[1]).localName == expected)
    }
  }
}
