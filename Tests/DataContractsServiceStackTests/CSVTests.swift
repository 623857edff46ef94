import DataContractsCore
import DataContractsServiceStack
import TestSupport
import Testing

@Suite("CSV")
struct CSVTests {
  private static func lines() throws(DocumentError) -> Contract {
    var types = ContractBuilder()
    let line = types.add(
      TestContracts.name("Line"),
      .object(
        ObjectContract(declaring: [
          DataMember("Sku", .primitive(.string), isNillable: true), DataMember("Count", .primitive(.int)),
        ])))
    let list = types.list(of: line, name: TestContracts.name("ArrayOfLine"), itemName: "Line")
    types.addRoot(element: TestContracts.name("ArrayOfLine"), type: list)
    types.addRoot(element: TestContracts.name("Line"), type: line)
    return try types.contract()
  }

  private static func message(_ text: String, _ contract: Contract?, _ format: CSVFormat = .serviceStack) -> String {
    do throws(DocumentError) {
      _ = try format.decode(Array(text.utf8), as: contract)
      return "accepted"
    } catch {
      return error.description
    }
  }

  private func written(_ document: Document) throws -> String {
    String(decoding: try CSVFormat.serviceStack.encode(document), as: UTF8.self)
  }

  @Test("rows are objects, in any order of columns, with either line end") func rows() throws {
    let contract = try Self.lines().rooted(at: "ArrayOfLine")
    let document = try CSVFormat.serviceStack.decode(
      Array("Count,Sku\n1,a\n\n2,\"b, \"\"c\"\"\r\nd\"\n3,".utf8), as: contract)
    #expect(document.root.count == 3)
    #expect(document.root[1]?["Sku"]?.string == "b, \"c\"\r\nd")
    #expect(document.root[2]?["Sku"]?.isNull == true)
    #expect(try written(document) == "Sku,Count\r\na,1\r\n\"b, \"\"c\"\"\r\nd\",2\r\n,3\r\n")
  }

  @Test("quotation marks around nothing are an empty text") func emptyText() throws {
    let contract = try Self.lines().rooted(at: "Line")
    let document = try CSVFormat.serviceStack.decode(Array("Sku,Count\r\n\"\",1\r\n".utf8), as: contract)
    #expect(document.root["Sku"]?.string == "")
  }

  @Test("a single column has empty rows") func singleColumn() throws {
    let document = try CSVFormat.serviceStack.decode(Array("a\r\n1\r\n\r\n2\r\n".utf8))
    #expect(document.root.items.map { $0["a"]?.text } == ["1", "", "2"])
  }

  @Test("without a contract a document is a list of objects of text; other names get columns of their own")
  func untyped() throws {
    let document = try CSVFormat.serviceStack.decode(Array("a,b\r\n1,\r\n".utf8))
    #expect(document.root[0]?["a"]?.kind == .text)
    #expect(document.root[0]?["b"]?.text == "")
    #expect(try written([["a": 1], ["b": ["x", "y"], "a": "[z]"]]) == "a,b\r\n1,\r\n\"[z]\",\"[x,y]\"\r\n")
    #expect(try written(["x", "y,z", nil]) == "x,\"y,z\",\r\n")
    #expect(try written(["a,b": 1]) == "\"a,b\"\r\n1\r\n")
  }

  @Test("an object in a field is JSV, its errors stand where it does") func nested() throws {
    let order = try TestContracts.order()
    let text = "Id,Lines,Tags\r\n1,\"[{Sku:\"\"a,b\"\",Count:2}]\",\"{k:1}\"\r\n"
    let document = try CSVFormat.serviceStack.decode(Array(text.utf8), as: order)
    #expect(document.root["Lines"]?[0]?["Sku"]?.string == "a,b")
    #expect(document.root["Tags"]?.entries.first { _ in true }?.value.text == "1")
    #expect(
      Self.message("Id,Lines\r\n1,\"[{Sku:\"\"a,b\"\",Count:x}]\"\r\n", order)
        == "csv: Lines[0].Count (byte 33): expected an integer from -2147483648 through 2147483647, found \"x\"")
  }

  @Test(
    "what is refused, and where",
    arguments: [
      ("Sku,Count\r\na\r\n", "csv: [0] (byte 11): expected 2 fields, as the header has, found 1"),
      ("Sku,Count\r\na,1,2\r\n", "csv: [0] (byte 11): expected 2 fields, as the header has, found 3"),
      ("Sku,Count\r\n\"a\r\n", "csv: [0] (byte 15): expected a closing quotation mark, found the end of the input"),
      (
        "Sku,Count\r\n\"a\"b,1\r\n",
        "csv: [0] (byte 14): expected \",\" or a line's end, found more behind the closing quotation mark"
      ),
      (
        "Sku,Count\r\na,\r\n",
        "csv: [0].Count (byte 13): expected an integer from -2147483648 through 2147483647, found \"\""
      ),
      ("A,B\r\n1,2\r\n", "csv: [0] (byte 0): expected columns that are members of Line, found none"),
    ])
  func errors(_ text: String, _ message: String) throws {
    #expect(Self.message(text, try Self.lines().rooted(at: "ArrayOfLine")) == message)
  }

  @Test("an object is a header and one row") func object() throws {
    let line = try Self.lines().rooted(at: "Line")
    #expect(Self.message("Sku,Count\r\na,1\r\n", line) == "accepted")
    #expect(Self.message("Sku,Count\r\n", line) == "csv: (byte 11): expected a row, found the end of the input")
    #expect(
      Self.message("Sku,Count\r\na,1\r\nb,2\r\n", line)
        == "csv: (byte 16): expected the end of the document, found another row")
  }

  @Test("under .NET's tolerance a row may be short") func tolerance() throws {
    var format = CSVFormat.serviceStack
    format.decoding = .likeDotNet
    let document = try format.decode(Array("Sku,Count\r\na\r\n".utf8), as: Self.lines().rooted(at: "Line"))
    #expect(document.root["Sku"]?.string == "a")
    #expect(document.root["Count"] == nil)
  }

  @Test("rows without a name in common make no table") func columns() throws {
    let names = Array((0..<400).map { "{a\($0):1}" }.joined(separator: ",").utf8)
    let document = try JSVFormat.serviceStack.decode(Array("[".utf8) + names + Array("]".utf8))
    #expect(
      throws: DocumentError(
        .notRepresentable, format: "csv", expected: "rows with names in common", found: "400 columns in 400 rows")
    ) { try written(document) }
  }

  @Test("null rows and names that a row has twice cannot be written") func notRepresentable() throws {
    var types = ContractBuilder()
    let line = types.add(
      TestContracts.name("Line"),
      .object(ObjectContract(declaring: [DataMember("Sku", .primitive(.string), isNillable: true)])))
    let list = types.add(
      TestContracts.name("Lines"), .list(ListContract(of: line, isNillable: true, itemName: "Line")))
    types.addRoot(element: TestContracts.name("Lines"), type: list)
    let document = try ([["Sku": "a"], nil] as Document).applying(types.contract())
    #expect(
      throws: DocumentError(
        .notRepresentable, format: "csv", path: DocumentPath([.index(1)]), expected: "an object of the columns' type",
        found: "null")
    ) { try written(document) }
    #expect(
      throws: DocumentError(
        .notRepresentable, format: "csv", path: DocumentPath([.member("a")]), expected: "each name once in a row",
        found: "a second value")
    ) { try written(["a": 1, "a": 2]) }
  }
}
