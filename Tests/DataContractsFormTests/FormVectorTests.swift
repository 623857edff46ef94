import DataContracts
import TestSupport
import Testing

@Suite("Forms of the vectors")
struct FormVectorTests {
  /// Why a form cannot be had from what Json.NET wrote.
  private static let lostInJSON: Set = [
    // JSON adds `.0` to whole decimals, and gives enumerations of `object` members as numbers.
    "custom-collections", "decimal-null", "decimal-various", "object-known-item", "poly-any-list", "top-pricemap",
    // The order of `[DataMember(Order)]`, which only JSON follows, and its left out defaults.
    "inherit-leaf", "ordered", "sparse-all-default", "sparse-all-set",
    // The runtime types of `object` members.
    "object-dates", "object-known-lists", "object-mixed",
    // A reference that JSON gives once.
    "ref-shared-and-not",
    // The tool that made the form lost a byte order mark.
    "string-controls",
  ]
  /// What no schema says: names of C# where the contract renames, properties without a contract, derived types that
  /// only `i:type` names, `KeyValuePair`'s contract, `HashSet`, which .NET cannot read, and `Uri` and `QName`, of which
  /// it writes the properties.
  private static let notInContract: Set = [
    "enum-set", "fields-and-ignored", "interfaces", "keyvaluepair", "optin-private", "poly-drawing", "poly-list-base",
    "poly-root-base", "poly-root-base-foreign", "qname-various", "renamed", "renamed-null", "top-uri",
  ]
  /// A required member that was null, the properties of a `Uri`, and a value that .NET's own boundary cut.
  private static let incomplete: Set = ["strict-null-required", "mp-mixed", "mp-simple-crlf"]

  @Test("form-flat.txt is written from what Json.NET wrote, byte for byte") func fromJSON() throws {
    let format = FormFormat.dotted
    let failed = try failures { vector, contract in
      guard let json = vector.file("jsonnet.json") else { return nil }
      return try format.encode(JSONFormat.webAPI.decode(json, as: contract))
    }
    #expect(failed.names.subtracting(Self.lostInJSON).subtracting(Self.notInContract) == [])
    print("form-flat.txt written from jsonnet.json: \(failed.passed) of \(failed.passed + failed.names.count)")
    #expect(failed.passed >= 111)
  }

  @Test("form-flat.txt is read and written again, byte for byte") func again() throws {
    let format = FormFormat.dotted
    let failed = try failures { vector, contract in
      try vector.file("form-flat.txt").map { try format.encode(format.decode($0, as: contract)) }
    }
    #expect(failed.names.subtracting(Self.notInContract).subtracting(Self.incomplete) == [])
    print("form-flat.txt read and written again: \(failed.passed) of \(failed.passed + failed.names.count)")
    #expect(failed.passed >= 135)
  }

  @Test("brackets are read to the same document") func brackets() throws {
    var count = 0
    var format = FormFormat.bracketed
    format.absentMembers = .omit
    // An object without members cannot be said.
    for vector in FieldVectors.written where vector.name != "poly-drawing" {
      guard let form = vector.file("form-flat.txt"), let contract = try vector.contract(),
        let document = try? FormFormat.dotted.decode(form, as: contract), !document.root.isNull,
        let bracketed = try? format.encode(document), !bracketed.isEmpty
      else { continue }
      #expect(try format.decode(bracketed, as: contract) == document, "\(vector)")
      count += 1
    }
    print("forms in brackets read to the same document: \(count)")
    #expect(count > 130)
  }

  private func failures(
    _ write: (FieldVector, Contract) throws -> [UInt8]?
  ) throws -> (names: Set<String>, passed: Int) {
    var names: Set<String> = []
    var passed = 0
    for vector in FieldVectors.written {
      guard let expected = vector.file("form-flat.txt"), let contract = try vector.contract() else { continue }
      do {
        guard let written = try write(vector, contract) else { continue }
        if written == expected { passed += 1 } else { names.insert(vector.name) }
      } catch { names.insert(vector.name) }
    }
    return (names, passed)
  }
}
