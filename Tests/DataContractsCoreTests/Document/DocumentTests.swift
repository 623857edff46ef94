import DataContractsCore
import TestSupport
import Testing

@Suite("Document")
struct DocumentTests {
  @Test("a node takes 16 bytes") func nodeSize() {
    #expect(MemoryLayout<Node>.size == 16)
    #expect(MemoryLayout<Node>.stride == 16)
  }

  @Test("values are reached by name, index and path") func cursors() throws {
    let document: Document = [
      "Chat": [["ChatId": "a"], ["ChatId": "b", "Unread": 3, "Ratio": 1.5, "Open": true, "Gone": nil]]
    ]
    let chat = try #require(document.root["Chat"]?[1])
    #expect(chat["ChatId"]?.string == "b")
    #expect(chat["Unread"]?.integer(Int8.self) == 3)
    #expect(chat["Ratio"]?.double == 1.5)
    #expect(chat["Open"]?.boolean == true)
    #expect(chat["Gone"]?.isNull == true)
    #expect(chat["Nope"] == nil)
    #expect(document.root["Chat"]?[2] == nil)
    #expect(document.root["Chat"]?[-1] == nil)
    let path = DocumentPath([.member("Chat"), .index(1), .member("ChatId")])
    #expect(document.root[path]?.string == "b")
    #expect(path.description == "Chat[1].ChatId")
    #expect(document.root[DocumentPath([.member("Chat"), .key("x")])] == nil)
  }

  @Test("the order of members does not count, that of items and repeated names does") func equality() {
    let document: Document = ["a": 1, "b": [1, 2], "a": 2]
    #expect(document == ["b": [1, 2], "a": 1, "a": 2])
    #expect(document != ["b": [1, 2], "a": 2, "a": 1])
    #expect(document != ["a": 1, "b": [2, 1], "a": 2])
    #expect(document != ["a": 1, "b": [1, 2]])
    #expect(document != ["a": "1", "b": [1, 2], "a": 2])
  }

  @Test("a contract can be put upon a document that had none") func applying() throws {
    let document: Document = ["id": "7", "Tags": ["x": 1], "Unknown": true]
    let typed = try document.applying(TestContracts.order())
    #expect(typed.root["Id"]?.kind == .number)
    #expect(typed.root["Tags"]?.kind == .dictionary)
    #expect(typed.root["Unknown"] == nil)
    #expect(typed.root.type?.name == TestContracts.name("Order"))
  }

  @Test("the dump escapes what would break its lines") func dump() {
    let document: Document = ["a": "line\nquote\"\u{1}"]
    #expect(document.description == "object\n  a: string \"line\\nquote\\\"\\u{1}\"\n")
  }
}

@Suite("DocumentError")
struct DocumentErrorTests {
  private let input = Array("{\n  \"é\": 1,\r\n\t\"b\": oops\n}".utf8)

  private func error(at offset: Int) -> DocumentError {
    DocumentError(
      .syntax, format: "json", offset: offset, path: DocumentPath([.member("b")]), expected: "a value",
      found: "\"oops\"")
  }

  @Test("line and column count characters and any line end") func location() throws {
    let offset = try #require(input.firstIndex(of: UInt8(ascii: "o")))
    #expect(error(at: offset).location(in: input) == DocumentError.Location(line: 3, column: 7))
    #expect(error(at: 7).location(in: input) == DocumentError.Location(line: 2, column: 5))
    #expect(error(at: 0).location(in: input) == DocumentError.Location(line: 1, column: 1))
    #expect(error(at: 10_000).location(in: input)?.line == 4)
  }

  @Test("the report has the line and a caret under the place") func report() throws {
    let offset = try #require(input.firstIndex(of: UInt8(ascii: "o")))
    #expect(
      error(at: offset).report(file: "chat.json", input: input)
        == "chat.json:3:7: b: expected a value, found \"oops\"\n \"b\": oops\n      ^")
  }

  @Test("a long line is cut round the place") func longLine() {
    let long = Array((String(repeating: "x", count: 5_000) + "!" + String(repeating: "y", count: 5_000)).utf8)
    let report = DocumentError(.syntax, format: "f", offset: 5_000, expected: "a", found: "b").report(
      file: "f", input: long)
    #expect(
      report
        == "f:1:5001: expected a, found b\n\(String(repeating: "x", count: 50))!\(String(repeating: "y", count: 49))\n\(String(repeating: " ", count: 50))^"
    )
  }

  @Test("an error without an offset is reported without a place") func noOffset() {
    let error = DocumentError(.notRepresentable, format: "form", expected: "a value", found: "null")
    #expect(error.report(file: "x", input: input) == "x: expected a value, found null")
    #expect(error.description == "form: expected a value, found null")
  }
}
