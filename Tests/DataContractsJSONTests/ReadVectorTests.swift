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

  fileprivate static let formats = [
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

extension ReadVectorTests {
  /// The errors of all inputs that are refused by default, on both sides or on ours alone.
  private static let refusals = [
    "datacontractjson/item-null-int":
      #"json-datacontract: Id (byte 6): expected an integer from -2147483648 through 2147483647, found null"#,
    "datacontractjson/strict-missing":
      #"json-datacontract: (byte 10): expected the required member "Must", found none"#,
    "jsonnet/bools-word":
      #"json: V (byte 5): expected true or false, found "yes""#,
    "jsonnet/chars-long":
      #"json: V (byte 5): expected a UTF-16 code unit from 0 through 65535, found "AB""#,
    "jsonnet/dates-constructor":
      #"json: V (byte 5): expected a value, found "new""#,
    "jsonnet/dates-empty":
      #"json: V (byte 5): expected a date and time, found """#,
    "jsonnet/dates-loose":
      #"json: V (byte 5): expected a date and time, found "02/04/2026 06:54:54""#,
    "jsonnet/dates-number":
      #"json: V (byte 5): expected a date and time, found 1770188094565"#,
    "jsonnet/doubles-string-comma":
      #"json: V (byte 5): expected a double-precision number, found "1,5""#,
    "jsonnet/doubles-words":
      #"json: V (byte 5): expected a value, found "NaN""#,
    "jsonnet/enums-null":
      #"json: C (byte 5): expected a name of the enumeration Color, found null"#,
    "jsonnet/enums-unknown":
      #"json: C (byte 5): expected a name of the enumeration Color, found "Purple""#,
    "jsonnet/ints-byte-overflow":
      #"json: U8 (byte 6): expected an integer from 0 through 255, found 256"#,
    "jsonnet/item-array-for-object":
      #"json: (byte 0): expected an object Item, found a list"#,
    "jsonnet/item-bad-escape":
      #"json: Name (byte 10): expected one of " \ / b f n r t u after "\", found "x""#,
    "jsonnet/item-bool-int":
      #"json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found true"#,
    "jsonnet/item-bool-string":
      #"json: Name (byte 8): expected a string, found true"#,
    "jsonnet/item-both-cases":
      #"json: Name (byte 16): expected each member once, found the member a second time"#,
    "jsonnet/item-comments":
      #"json: (byte 0): expected a value, found "/""#,
    "jsonnet/item-duplicate":
      #"json: Id (byte 8): expected each member once, found the member a second time"#,
    "jsonnet/item-empty":
      #"json: (byte 0): expected a value, found the end of the input"#,
    "jsonnet/item-empty-string-int":
      #"json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found """#,
    "jsonnet/item-float-int":
      #"json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found 1.0"#,
    "jsonnet/item-fraction-int":
      #"json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found 1.6"#,
    "jsonnet/item-half-int":
      #"json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found 2.5"#,
    "jsonnet/item-hex-number":
      #"json: Id (byte 7): expected "," or "}", found "x1F""#,
    "jsonnet/item-lone-surrogate":
      #"json: Name (byte 9): expected both halves of a surrogate pair, found "\ud83d" alone, which UTF-8 cannot hold"#,
    "jsonnet/item-null-int":
      #"json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found null"#,
    "jsonnet/item-number-string":
      #"json: Name (byte 8): expected a string, found 12.50"#,
    "jsonnet/item-object-string":
      #"json: Name (byte 8): expected a string, found an object"#,
    "jsonnet/item-octal-number":
      #"json: Id (byte 6): expected a number without leading zeros, found "017""#,
    "jsonnet/item-overflow-int":
      #"json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found 2147483648"#,
    "jsonnet/item-plus-number":
      #"json: Id (byte 6): expected a value, found "+""#,
    "jsonnet/item-raw-newline":
      #"json: Name (byte 10): expected control characters escaped, found the byte 0x0A"#,
    "jsonnet/item-single-quotes":
      #"json: (byte 1): expected a member name or "}", found "'""#,
    "jsonnet/item-trailing-comma":
      #"json: Name (byte 19): expected a member name, found "}""#,
    "jsonnet/item-trailing-text":
      #"json: (byte 9): expected the end of the document, found "x""#,
    "jsonnet/item-truncated":
      #"json: Name (byte 17): expected a string's end, found the end of the input"#,
    "jsonnet/item-unquoted-keys":
      #"json: (byte 1): expected a member name or "}", found "Id""#,
    "jsonnet/lists-float-int":
      #"json: Ints[0] (byte 9): expected an integer from -2147483648 through 2147483647, found 3.0"#,
    "jsonnet/lists-null-int":
      #"json: Ints[0] (byte 9): expected an integer from -2147483648 through 2147483647, found null"#,
    "jsonnet/lists-object-for-array":
      #"json: Ints (byte 8): expected a list ArrayOfint, found an object"#,
    "jsonnet/offsets":
      #"json: L[1] (byte 63): expected a date and time with an offset, found "2026-02-04T06:54:54""#,
    "jsonnet/spans":
      #"json: L[1] (byte 52): expected a duration, found "5""#,
    "jsonnet/strict-missing":
      #"json: (byte 11): expected the required member "Num", found none"#,
    "servicestack-json/enums-unknown":
      #"json-servicestack: C (byte 5): expected a name of the enumeration Color, found "Purple""#,
    "servicestack-json/item-bad-int":
      #"json-servicestack: Id (byte 6): expected an integer from -2147483648 through 2147483647, found "x""#,
    "servicestack-json/item-empty":
      #"json-servicestack: (byte 0): expected a value, found the end of the input"#,
    "servicestack-json/item-null-int":
      #"json-servicestack: Id (byte 6): expected an integer from -2147483648 through 2147483647, found null"#,
    "servicestack-json/item-number-string":
      #"json-servicestack: Name (byte 8): expected a string, found 12.50"#,
    "servicestack-json/item-truncated":
      #"json-servicestack: Name (byte 17): expected a string's end, found the end of the input"#,
  ]

  @Test("each input that is refused says why, and where")
  func refusals() throws {
    var found: [String: String] = [:]
    for (folder, format, _) in Self.formats {
      for vector in FieldVectors.read(folder) {
        let contract = try #require(try vector.contract())
        let input = try #require(vector.file("input.bin"))
        do throws(DocumentError) {
          _ = try WireFormat.named(format)?.format().decode(input, as: contract)
        } catch {
          found["\(folder)/\(vector.name)"] = error.description
        }
      }
    }
    #expect(found == Self.refusals)
    #expect(found.count == 51)
  }
}
