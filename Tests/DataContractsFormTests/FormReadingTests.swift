import DataContracts
import Foundation
import TestSupport
import Testing

@Suite("Reading forms")
struct FormReadingTests {
  /// Where Web API's reader guesses or changes bytes, which the default refuses.
  private static let refusedByDefault: Set = [
    "bad-percent", "bad-percent-end", "bad-percent-one", "bad-utf8", "percent-u",
  ]

  @Test("without a contract as Web API's reader of JTokens reads them") func untyped() throws {
    var passed = 0
    let vectors = FieldVectors.read("form")
    for vector in vectors {
      guard let input = vector.file("input.bin") else { continue }
      var format = FormFormat.bracketed
      format.decoding.limits.formPairs = 2_000
      // Two vectors set a depth of their own.
      if vector.name.hasPrefix("depth-") { format.decoding.limits.keyDepth = 1 }
      let document = try? format.decode(input)
      if Self.refusedByDefault.contains(vector.name) {
        #expect(document == nil, "\(vector)")
        format.keepsBadEscapes = true
        #expect(try json(format.decode(input)) == expected(vector), "\(vector)")
      } else if vector.isError {
        #expect(document == nil, "\(vector)")
      } else {
        #expect(try document.map { try json($0) } == expected(vector), "\(vector)")
      }
      passed += 1
    }
    print("read/form: \(passed) of \(vectors.count)")
    #expect(passed > 50)
  }

  @Test("pairs are split and decoded as by Web API") func pairs() throws {
    var format = FormFormat.bracketed
    format.keepsBadEscapes = true
    for vector in FieldVectors.read("form-pairs") where vector.name != "brackets" {
      let input = try #require(vector.file("input.bin"))
      let file = try #require(vector.file("expected.json"))
      let pairs = try JSONSerialization.jsonObject(with: Data(file)) as? [[String: String]] ?? []
      let root = try format.decode(input).root
      for name in Set(pairs.compactMap { $0["Key"] }) {
        let values = pairs.filter { $0["Key"] == name }.compactMap { $0["Value"] }
        let found = root[name].map { value in value.kind == .list ? value.items.map { $0.text } : [value.text] }
        #expect(found == values, "\(vector) \(name)")
      }
    }
  }

  /// Vectors of the typed reader that are read differently, and what is found instead.
  private static let differences = [
    "bools-checkbox": "form: V (byte 9): expected each name once, found the name a second time",
    "item-duplicate": "form: Id (byte 8): expected each name once, found the name a second time",
    "item-empty": "form: (byte 0): expected at least one field, found an empty form",
    "lists-gap": "form: Ints[1] (byte 10): expected index 1 (.NET would drop all items after the gap), found index 2",
    "enums": "form: H (byte 36): expected a name of the enumeration Hue, found \"DeepRed\"",
    // An offset other than the reader's own is kept, and `d[key]` is an entry.
    "dates": "read", "dicts-bracket": "read",
  ]

  @Test("with a contract as model binding reads them, save where that loses data") func typed() throws {
    var same = 0
    let vectors = FieldVectors.read("form-typed")
    for vector in vectors {
      let input = try #require(vector.file("input.bin"))
      let contract = try #require(try vector.contract())
      var outcome = "read"
      var document: Document?
      do { document = try FormFormat.bracketed.decode(input, as: contract) } catch { outcome = "\(error)" }
      if let difference = Self.differences[vector.name] {
        #expect(outcome == difference, "\(vector)")
      } else if vector.isError {
        #expect(document == nil, "\(vector)")
        same += 1
      } else {
        let file = try #require(vector.file("expected.json"))
        let expected = try CanonicalJSON.text(JSONFormat.webAPI.decode(file, as: contract))
        #expect(try document.map { try CanonicalJSON.text($0) } == expected, "\(vector) \(outcome)")
        same += 1
      }
    }
    print("read/form-typed: \(same) of \(vectors.count) as .NET, \(Self.differences.count) deliberately not")
    #expect(same + Self.differences.count == vectors.count)
  }

  @Test("with .NET's leniency the first of several values wins") func likeDotNet() throws {
    for name in ["bools-checkbox", "item-duplicate"] {
      let vector = try #require(FieldVectors.read("form-typed").first { $0.name == name })
      let contract = try #require(try vector.contract())
      let document = try FormFormat.likeDotNet.decode(#require(vector.file("input.bin")), as: contract)
      let expected = try JSONFormat.webAPI.decode(#require(vector.file("expected.json")), as: contract)
      #expect(try CanonicalJSON.text(document) == CanonicalJSON.text(expected))
    }
  }

  private func expected(_ vector: FieldVector) throws -> String? {
    try vector.file("expected.json").map { try json(JSONFormat.webAPI.decode($0)) }
  }

  private func json(_ document: Document) throws -> String {
    String(decoding: try JSONFormat.webAPI.encode(document), as: UTF8.self)
  }
}
