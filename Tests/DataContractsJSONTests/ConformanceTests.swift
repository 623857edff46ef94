import DataContractsCore
import DataContractsJSON
import Foundation
import TestSupport
import Testing

@Suite("Third-party JSON cases")
struct ConformanceTests {
  /// The tagged trees of the index: `["null"]`, `["bool", b]`, `["num", text]`, `["str", s]`, `["arr", […]]`,
  /// `["obj", [[key, value], …]]`.
  private static func matches(_ value: Document.Cursor, _ tree: Any) -> Bool {
    guard let tree = tree as? [Any], let tag = tree.first as? String else { return false }
    switch tag {
    case "null": return value.isNull
    case "bool": return value.boolean == (tree[1] as? Bool)
    case "num": return value.kind == .number && value.text == tree[1] as? String
    case "str": return value.kind == .string && value.text == tree[1] as? String
    case "arr":
      guard let items = tree[1] as? [Any] else { return false }
      return value.kind == .list && value.count == items.count && zip(value.items, items).allSatisfy { matches($0, $1) }
    case "obj":
      guard let members = tree[1] as? [[Any]] else { return false }
      return value.kind == .object && value.count == members.count
        && zip(value.members, members).allSatisfy { $0.name == $1[0] as? String && matches($0, $1[1]) }
    default: return false
    }
  }

  private struct Case {
    let name: String
    let expect: String
    let bytes: [UInt8]
    let expected: Any?
    let doubleBits: UInt64?
  }

  private func cases(in folder: URL) throws -> [Case] {
    let index = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "index.json")))
    let entries = try #require((index as? [String: Any])?["cases"] as? [[String: Any]])
    let listed = Set(entries.compactMap { $0["file"] as? String })
    let present = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "cases").path)
    #expect(listed == Set(present.map { "cases/\($0)" }))
    return try entries.map { entry in
      let file = try #require(entry["file"] as? String)
      return Case(
        name: try #require(entry["name"] as? String), expect: try #require(entry["expect"] as? String),
        bytes: try [UInt8](Data(contentsOf: folder.appending(path: file))), expected: entry["expected"],
        doubleBits: (entry["double_bits"] as? String).flatMap { UInt64($0, radix: 16) })
    }
  }

  @Test("each case is read or refused as its source says, and nothing of it is lost")
  func conformance() throws {
    guard let folder = Fixtures.conformance?.appending(path: "json") else {
      return print("JSON conformance: not run, DATA_CONTRACTS_CONFORMANCE is not set")
    }
    var format = JSONFormat.webAPI
    format.decoding.limits.depth = Limits.maximumDepth
    format.decoding.limits.numberBytes = 100_000
    var counts: [String: Int] = [:]
    for item in try cases(in: folder) {
      counts[item.expect, default: 0] += 1
      check(item, try? format.decode(item.bytes))
    }
    print("JSON conformance: ran \(counts.values.reduce(0, +)) cases: \(counts.sorted { $0.key < $1.key })")
    #expect(counts.values.reduce(0, +) >= 500)
  }

  private func check(_ item: Case, _ document: Document?) {
    #expect(item.expect != "accept" || document != nil, "\(item.name) is refused")
    #expect(item.expect != "reject" || document == nil, "\(item.name) is accepted")
    guard let document else { return }
    if let expected = item.expected { #expect(Self.matches(document.root, expected), "\(item.name)") }
    if let bits = item.doubleBits { #expect(document.root.double?.bitPattern == bits, "\(item.name)") }
    #expect(throws: Never.self, "\(item.name)") {
      var lenient = JSONFormat.webAPI
      lenient.decoding.limits.depth = Limits.maximumDepth
      lenient.decoding.limits.numberBytes = 100_000
      let written = try lenient.encode(document)
      #expect(try lenient.decode(written) == document, "\(item.name) there and back")
    }
  }
}
