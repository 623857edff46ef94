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
      // .NET's depth counts the root.
      if vector.options == "maxdepth=2" { format.decoding.limits.keyDepth = 1 }
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
    #expect(passed == 55)
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

  /// Rules by which typed forms are read otherwise than by .NET, whatever the tolerance.
  private static let always: [String: FieldOutcome] = [
    // A zone is kept; .NET converts to that of its own clock.
    "dates": .reads("06:54:54Z", insteadOf: "10:54:54+04:00"),
    // `d[key]` is an entry, which .NET drops.
    "dicts-bracket": .reads("\"a\":1,\"b\":2", insteadOf: ""),
    // .NET drops items after a gap.
    "lists-gap": .refused(
      "form: Ints[1] (byte 10): expected index 1 (.NET would drop all items after the gap), found index 2"),
  ]
  /// What .NET's tolerance reads, and the default refuses: a scalar that is there twice, no field at all.
  private static let byDefault: [String: FieldOutcome] = [
    "bools-checkbox": .refused("form: V (byte 9): expected each name once, found the name a second time"),
    "item-duplicate": .refused("form: Id (byte 8): expected each name once, found the name a second time"),
    "item-empty": .refused("form: (byte 0): expected at least one field, found an empty form"),
  ]

  @Test("with a contract as model binding reads them, save where that loses data or guesses") func typed() throws {
    let expected = Self.always.merging(Self.byDefault) { first, _ in first }
    let result = try comparison("form-typed", FormFormat.bracketed, expected)
    #expect(result.same == 25)
    #expect(result.others == expected)
  }

  @Test("with a contract and .NET's tolerance as model binding reads them") func typedLikeDotNet() throws {
    let result = try comparison("form-typed", FormFormat.likeDotNet, Self.always)
    #expect(result.same == 28)
    #expect(result.others == Self.always)
  }

  @Test("without a contract and with .NET's tolerance all forms are read as by Web API") func untypedLikeDotNet() throws
  {
    let result = try comparison("form", FormFormat.likeDotNet, [:])
    #expect(result.same == 55)
    #expect(result.others == [:])
  }

  private func comparison(
    _ name: String, _ format: FormFormat, _ expected: [String: FieldOutcome]
  ) throws -> FieldComparison {
    try FieldComparison(of: FieldVectors.read(name), expected: expected) { vector, contract throws(DocumentError) in
      var format = format
      format.decoding.limits.formPairs = 2_000
      // .NET's depth counts the root.
      if vector.options == "maxdepth=2" { format.decoding.limits.keyDepth = 1 }
      return try format.decode(vector.file("input.bin") ?? [], as: contract)
    }
  }

  private func expected(_ vector: FieldVector) throws -> String? {
    try vector.file("expected.json").map { try json(JSONFormat.webAPI.decode($0)) }
  }

  private func json(_ document: Document) throws -> String {
    String(decoding: try JSONFormat.webAPI.encode(document), as: UTF8.self)
  }
}
