import DataContractsCore
import DataContractsServiceStack
import TestSupport
import Testing

@Suite("Query strings")
struct QueryTests {
  private static func message(_ text: String, _ contract: Contract?) -> String {
    do throws(DocumentError) {
      _ = try QueryFormat.serviceStack.decode(Array(text.utf8), as: contract)
      return "accepted"
    } catch {
      return error.description
    }
  }

  private static func strings() throws(DocumentError) -> Contract {
    var types = ContractBuilder()
    let inner = types.add(
      TestContracts.name("ArrayOfstring"),
      .list(ListContract(of: .primitive(.string), isNillable: true, itemName: "string")))
    let outer = types.add(
      TestContracts.name("ArrayOfArrayOfstring"), .list(ListContract(of: inner, isNillable: true, itemName: "list")))
    let root = types.add(
      TestContracts.name("Strings"),
      .object(
        ObjectContract(declaring: [
          DataMember("V", .primitive(.string), isNillable: true), DataMember("L", inner, isNillable: true),
          DataMember("LL", outer, isNillable: true),
        ])))
    types.addRoot(element: TestContracts.name("Strings"), type: root)
    return try types.contract()
  }

  private func written(_ document: Document) throws -> String {
    String(decoding: try QueryFormat.serviceStack.encode(document), as: UTF8.self)
  }

  @Test("pairs are members, in ServiceStack's spellings") func pairs() throws {
    let order = try QueryFormat.serviceStack.decode(
      Array(
        "id=7&Name=a+b%2bc,d&Placed=2026-02-04T06:54:54+04:00&Raw=AP+A&Lines={Sku:x%3ay,Count:1},{Count:2}&Tags={k:1}"
          .utf8),
      as: TestContracts.order()
    ).root
    #expect(order["Id"]?.text == "7")
    #expect(order["Name"]?.string == "a b+c,d")
    #expect(order["Placed"]?.text == "2026-02-04T06:54:54+04:00")
    #expect(order["Raw"]?.text == "AP+A")
    #expect(order["Lines"]?[0]?["Sku"]?.string == "x:y")
    #expect(order["Lines"]?.count == 2)
    #expect(order["Tags"]?.count == 1)
  }

  @Test("what browsers escape as a whole is decoded first") func escapedContainers() throws {
    let order = try QueryFormat.serviceStack.decode(
      Array("Id=7&Lines=%5B%7BSku%3Aa%2CCount%3A1%7D%5D&Tags=%7bk%3a1%7d".utf8), as: TestContracts.order()
    ).root
    #expect(order["Lines"]?[0]?["Sku"]?.string == "a")
    #expect(order["Tags"]?.count == 1)
  }

  @Test(
    "texts of every kind of mark come back",
    arguments: [
      "", "a", " ", "a,b", "\"", "\"a", "a\"", "\"a\"", "a\"b,c", "a\",b", "\",\"", "[]", "{}", "[a", "a]", "a:b", "%",
      "%2c", "+", "&", "=", "é😀", "\r\n", "\"\"", ",", "\",", ",\"",
    ])
  func texts(_ text: String) throws {
    let contract = try Self.strings()
    let value = Document(stringLiteral: text)
    for literal in [
      ["V": value, "L": [value], "LL": [[value]]],
      ["L": ["x", value, nil, value], "LL": [[value, "y"], ["z", value]]],
      ["L": [value, "y\""], "LL": [["a"], [value]]],
    ] as [Document] {
      let document = try literal.applying(contract)
      let query = try QueryFormat.serviceStack.encode(document)
      let isOne = text.isEmpty
      #expect(
        try QueryFormat.serviceStack.decode(query, as: contract) == document || isOne,
        "\(String(decoding: query, as: UTF8.self))")
      let jsv = try JSVFormat.serviceStack.encode(document)
      #expect(
        try JSVFormat.serviceStack.decode(jsv, as: contract) == document, "\(String(decoding: jsv, as: UTF8.self))")
    }
  }

  @Test("lists lose their brackets where these can be told again") func brackets() throws {
    let contract = try Self.strings()
    for (list, query) in [
      ([], "LL="), ([[]], "LL=[[]]"), ([["a"]], "LL=a"), ([["a"], ["b"]], "LL=a],[b"), ([["a"], []], "LL=a],"),
      ([["a"], nil], "LL=[[a],]"), ([nil, ["a"]], "LL=,[a"), ([["a"], [], nil, ["b"]], "LL=a],[],,[b"),
    ] as [(Document, String)] {
      let document = try (["LL": list] as Document).applying(contract)
      #expect(try written(document) == query)
      #expect(try QueryFormat.serviceStack.decode(Array(query.utf8), as: contract) == document)
    }
  }

  @Test("a list and a value alone are plain JSV") func otherRoots() throws {
    #expect(try written(["a", ["b": "c,d"]]) == "[a,{b:\"c,d\"}]")
    #expect(try written("a b") == "a b")
    #expect(try written("") == "\"\"")
    #expect(try QueryFormat.serviceStack.decode(Array("[a,b]".utf8)).root.count == 2)
  }

  @Test("without a contract values are text") func untyped() throws {
    let root = try QueryFormat.serviceStack.decode(Array("a=x+y&b={c:d}&&e".utf8)).root
    #expect(root["a"]?.text == "x y")
    #expect(root["b"]?.text == "{c:d}")
    #expect(root["e"]?.text == "")
  }

  @Test(
    "what is refused, and where",
    arguments: [
      ("Id=%zz", "query: Id (byte 3): expected two hexadecimal digits after \"%\", found \"%zz\""),
      ("Id=1&Name=a%ff", "query: Name (byte 10): expected UTF-8, found escapes that are none"),
      ("Id=1&Name=%4", "query: Name (byte 10): expected two hexadecimal digits after \"%\", found \"%4\""),
      ("Id=", "query: Id (byte 3): expected an integer from -2147483648 through 2147483647, found \"\""),
      ("Id=1&Tags={a:1", "query: Tags[\"a\"] (byte 14): expected \",\" or \"}\", found the end of the input"),
      ("Id=1&Id=2", "query: Id (byte 5): expected each member once, found the member a second time"),
      ("Name=a", "query: (byte 6): expected the required member \"Id\", found none"),
    ])
  func errors(_ text: String, _ message: String) throws {
    #expect(Self.message(text, try TestContracts.order()) == message)
  }

  @Test("pairs are limited to 1000") func limit() throws {
    let pairs = { (count: Int) in Array(String(repeating: "a=1&", count: count).utf8) }
    #expect(throws: Never.self) { try QueryFormat.serviceStack.decode(pairs(1000)) }
    #expect(
      throws: DocumentError(
        .limitExceeded, format: "query", offset: 4000, path: DocumentPath([.member("a")]),
        expected: "at most 1000 pairs (limit formPairs)", found: "1001")
    ) { try QueryFormat.serviceStack.decode(pairs(1001)) }
  }
}
