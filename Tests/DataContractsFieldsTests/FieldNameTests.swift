import DataContractsCore
import DataContractsFields
import Testing

@Suite("Names of fields")
struct FieldNameTests {
  @Test(
    "dots and brackets are one language",
    arguments: [
      ("a.b.c", "a.b.c"), ("a[b][c]", "a.b.c"), ("a[b].c", "a.b.c"), ("a[0].b", "a[0].b"), ("[0].b", "[0].b"),
      ("[0][0]", "[0][0]"), ("a[00]", "a.00"), ("a[-1]", "a.-1"), ("a[1e1]", "a.1e1"),
      ("a[9999999999]", "a.9999999999"),
      ("a[b.c]", "a.b.c"), ("日[é]", "日.é"), (" a ", " a "),
    ])
  func steps(name: String, path: String) throws {
    let document = try read([(name, "x")])
    #expect(Self.onlyPath(of: document.root).description == path)
  }

  @Test(
    "indices are a list when they are exactly 0 through n-1, in any order",
    arguments: [
      ([0, 1, 2], true), ([2, 0, 1], true), ([1], false), ([0, 2], false), ([0, 1, 999_999_999], false),
    ])
  func indices(indices: [Int], isList: Bool) throws {
    let document = try read(indices.map { ("a[\($0)]", "\($0)") })
    #expect(document.root["a"]?.kind == (isList ? .list : .object))
    let texts = isList ? document.root["a"]?.items.map { $0.text } : document.root["a"]?.members.map { $0.name }
    #expect(texts == (isList ? indices.sorted() : indices).map { "\($0)" })
  }

  @Test("`[]` appends, and an index may follow") func appended() throws {
    let document = try read([("a[]", "x"), ("a[1].b", "y"), ("a[]", "z")])
    #expect(document.root["a"]?.count == 3)
    #expect(document.root["a"]?[0]?.text == "x")
    #expect(document.root["a"]?[1]?["b"]?.text == "y")
    #expect(document.root["a"]?[2]?.text == "z")
    #expect(try read([("a[]", "x")]).root["a"]?.kind == .list)
    #expect(try read([("a", "x")]).root["a"]?.kind == .text)
    #expect(try read([("a", "x"), ("a", "y")]).root["a"]?.count == 2)
  }

  @Test("names that share a beginning of bytes but not of steps are told apart") func prefixes() throws {
    let document = try read([
      ("Chat.Id", "1"), ("ChatId", "2"), ("Chat.IdX", "3"), ("Chat.Id2.a", "4"), ("Chat[1]", "5"), ("Chat[1x]", "6"),
      ("Chat[10]", "7"), ("C", "8"), ("", "9"), ("Chat.Id2.b", "10"),
    ])
    #expect(document.root.members.map { $0.name } == ["Chat", "ChatId", "C", ""])
    #expect(document.root["Chat"]?.members.map { $0.name } == ["Id", "IdX", "Id2", "1", "1x", "10"])
    #expect(document.root["Chat"]?["Id2"]?.members.map { $0.text } == ["4", "10"])
  }

  @Test("escapes of forms are taken back, bad ones are found") func escapes() {
    var output: [UInt8] = []
    let bad = Array("a+b%20%c3%A9%zz%".utf8).withSpan(of: 0..<16) { PercentEncoding.decode($0, into: &output) }
    #expect(bad == 12)
    #expect(String(decoding: output, as: UTF8.self) == "a b é%zz%")
  }

  @Test("values are escaped as FormUrlEncodedContent does") func escaping() {
    let all = (0...255).map { UInt8($0) }
    var output = [UInt8](repeating: 0, count: FieldEscaping.formRoom(for: 256))
    let count = all.withUnsafeBufferPointer { text in
      output.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { FieldEscaping.writeForm(text, to: $0) } ?? 0
      }
    }
    let plain = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8
    let expected = all.map { byte in
      if plain.contains(byte) { return String(decoding: [byte], as: UTF8.self) }
      let hex = String(byte, radix: 16, uppercase: true)
      return byte == 0x20 ? "+" : "%\(hex.count == 1 ? "0" : "")\(hex)"
    }
    #expect(String(decoding: output[..<count], as: UTF8.self) == expected.joined())
  }

  private func read(_ fields: [(String, String)]) throws(DocumentError) -> Document {
    var source: [UInt8] = []
    var ranges: [(Range<Int>, Range<Int>)] = []
    for (name, value) in fields {
      let start = source.count
      source += Array(name.utf8)
      let middle = source.count
      source += Array(value.utf8)
      ranges.append((start..<middle, middle..<source.count))
    }
    var tree = FieldTree(format: "fields", options: DecodingOptions(), syntax: FieldSyntax(), source: source)
    for (name, value) in ranges {
      _ = try tree.readName(in: source.span, from: name.lowerBound, to: name.upperBound)
      try tree.addValue(FieldText(value), at: value.lowerBound)
    }
    var builder = DocumentBuilder(format: "fields", source: source)
    try tree.build(into: &builder)
    return try builder.finish()
  }

  private static func onlyPath(of root: Document.Cursor) -> DocumentPath {
    var components: [DocumentPath.Component] = []
    var value = root
    while let child = value.members.first(where: { _ in true }) ?? value.items.first(where: { _ in true }) {
      components.append(child.name.map { .member($0) } ?? .index(0))
      value = child
    }
    return DocumentPath(components)
  }
}
