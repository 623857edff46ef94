import DataContracts
import Foundation
import TestSupport
import Testing

/// Every input that .NET's readers of JSON were given, and what they made of it.
@Suite("JSON that .NET read")
struct ReadVectorTests {
  /// How reading compares with .NET.
  private enum Outcome: String {
    /// The same value, or an error on both sides.
    case same
    /// An error where .NET reads a value.
    case refused
    /// A value where .NET has an error.
    case accepted
    /// Another value.
    case other
  }

  private struct Difference: Equatable {
    let byDefault: Outcome
    let likeDotNet: Outcome

    init(_ byDefault: Outcome, likeDotNet: Outcome) {
      self.byDefault = byDefault
      self.likeDotNet = likeDotNet
    }
  }

  private static let formats = [
    ("jsonnet", "json", 74), ("datacontractjson", "json-datacontract", 12),
    ("servicestack-json", "json-servicestack", 22),
  ]

  /// The cases where reading differs from .NET by default, with .NET's leniency, or both.
  private static let differences: [String: Difference] = {
    let refused = Difference(.refused, likeDotNet: .same)
    let never = Difference(.refused, likeDotNet: .refused)
    let accepted = Difference(.accepted, likeDotNet: .accepted)
    let kept = Difference(.other, likeDotNet: .other)
    var table: [String: Difference] = [:]
    func add(_ difference: Difference, _ cases: [String]) { for name in cases { table[name] = difference } }
    // RFC 8259 does not allow it.
    add(
      refused,
      [
        "comments", "hex-number", "octal-number", "raw-newline", "single-quotes", "trailing-comma", "trailing-text",
        "unquoted-keys", "lone-surrogate", "empty",
      ].map { "jsonnet/item-\($0)" } + ["jsonnet/doubles-words", "servicestack-json/item-empty"])
    // It has to be guessed.
    add(
      refused,
      [
        "dates-loose", "doubles-string-comma", "offsets", "spans", "item-bool-string", "item-number-string",
      ].map { "jsonnet/\($0)" } + ["servicestack-json/item-number-string", "servicestack-json/item-null-int"])
    // A value, or the want of one, would be lost.
    add(refused, ["jsonnet/item-both-cases", "jsonnet/item-duplicate", "jsonnet/strict-missing"])
    add(Difference(.other, likeDotNet: .same), ["jsonnet/dicts-duplicate"])
    add(never, ["servicestack-json/enums-unknown", "servicestack-json/item-bad-int"])
    // Another serializer's spelling, which means one thing only.
    add(accepted, ["jsonnet/enums-member-value", "jsonnet/spans-iso", "datacontractjson/dates-iso"])
    // .NET passes over names in another case.
    add(kept, ["datacontractjson/item-case"])
    // The zone stays as it was given, and so do kinds in members of type `object` and an empty text of bytes.
    add(
      kept,
      ["jsonnet/dates-iso"] + ["dates", "chat-response", "bytes", "dicts", "objects"].map { "servicestack-json/\($0)" })
    return table
  }()

  private func read(_ vector: FieldVector, _ format: String, _ options: DecodingOptions) throws -> [UInt8]? {
    var settings = WireFormat.Settings()
    settings.decoding = options
    settings.unspecifiedDateOffset = 240
    let contract = try #require(try vector.contract())
    let input = try #require(vector.file("input.bin"))
    guard let document = try? #require(WireFormat.named(format)).format(settings).decode(input, as: contract) else {
      return nil
    }
    return try JSONFormat.webAPI.encode(document)
  }

  private func outcome(_ vector: FieldVector, _ format: String, _ options: DecodingOptions) throws -> Outcome {
    // What .NET had read was written by Json.NET, with a final line end.
    let expected = vector.file("expected.json").map { Array($0.dropLast()) }
    switch (try read(vector, format, options), expected) {
    case (nil, nil): return .same
    case (nil, _): return .refused
    case (_, nil): return .accepted
    case (let output, _): return output == expected ? .same : .other
    }
  }

  @Test("each input gives what .NET read from it, or differs as the table of differences says")
  func everyInput() throws {
    var found: [String: Difference] = [:]
    var same = (byDefault: 0, likeDotNet: 0)
    for (folder, format, count) in Self.formats {
      let vectors = FieldVectors.read(folder)
      #expect(vectors.count == count)
      for vector in vectors {
        let difference = Difference(
          try outcome(vector, format, DecodingOptions()), likeDotNet: try outcome(vector, format, .likeDotNet))
        if difference.byDefault == .same { same.byDefault += 1 }
        if difference.likeDotNet == .same { same.likeDotNet += 1 }
        if difference != Difference(.same, likeDotNet: .same) { found["\(folder)/\(vector.name)"] = difference }
      }
    }
    for name in Set(found.keys).union(Self.differences.keys) {
      #expect(found[name] == Self.differences[name], "\(name)")
    }
    #expect(same.byDefault == 72)
    #expect(same.likeDotNet == 96)
  }
}
