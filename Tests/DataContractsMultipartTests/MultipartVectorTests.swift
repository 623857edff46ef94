import DataContracts
import TestSupport
import Testing

@Suite("Multipart bodies of the vectors")
struct MultipartVectorTests {
  /// Why a body cannot be had from what Json.NET wrote.
  private static let lostInJSON: Set = [
    // JSON adds `.0` to whole decimals, and gives enumerations of `object` members as numbers.
    "custom-collections", "decimal-null", "decimal-various", "object-known-item", "poly-any-list", "top-pricemap",
    // The order of `[DataMember(Order)]`, which only JSON follows, and its left out defaults.
    "inherit-leaf", "ordered", "sparse-all-default", "sparse-all-set",
    // The runtime types of `object` members.
    "object-dates", "object-known-lists", "object-mixed",
    // A reference that JSON gives once.
    "ref-shared-and-not",
  ]
  /// What no schema says: names of C# where the contract renames, properties without a contract, derived types that
  /// only `i:type` names, `KeyValuePair`'s contract, `HashSet`, which .NET cannot read, and `Uri` and `QName`, of which
  /// it writes the properties.
  private static let notInContract: Set = [
    "enum-set", "fields-and-ignored", "interfaces", "keyvaluepair", "optin-private", "poly-drawing", "poly-list-base",
    "poly-root-base", "poly-root-base-foreign", "qname-various", "renamed", "renamed-null", "top-uri", "mp-mixed",
  ]
  /// Bodies that are broken as .NET wrote them: a raw quote in a file name, and the boundary in a value.
  private static let broken: Set = ["mp-file-names", "mp-simple-crlf"]
  private static let files = [
    ("multipart.bin", MultipartFormat.dataMediaFormatter, 112), ("multipart-bytefile.bin", .dataMediaFormatterFiles, 5),
  ]

  @Test("are written from what Json.NET wrote, byte for byte", arguments: files)
  func fromJSON(file: String, format: MultipartFormat, least: Int) throws {
    let failed = try failures(file) { vector, contract in
      guard let json = vector.file("jsonnet.json") else { return nil }
      return try format.encode(JSONFormat.webAPI.decode(json, as: contract))
    }
    #expect(failed.names.subtracting(Self.lostInJSON).subtracting(Self.notInContract) == [])
    print("\(file) written from jsonnet.json: \(failed.passed) of \(failed.passed + failed.names.count)")
    #expect(failed.passed >= least)
  }

  @Test("are read and written again, byte for byte", arguments: files)
  func again(file: String, format: MultipartFormat, least: Int) throws {
    let failed = try failures(file) { vector, contract in
      try vector.file(file).map { try format.encode(format.decode($0, as: contract)) }
    }
    let known = Self.notInContract.union(Self.broken).union(["strict-null-required"])
    #expect(failed.names.subtracting(known) == [])
    print("\(file) read and written again: \(failed.passed) of \(failed.passed + failed.names.count)")
    #expect(failed.passed >= least)
  }

  private func failures(
    _ file: String, _ write: (FieldVector, Contract) throws -> [UInt8]?
  ) throws -> (names: Set<String>, passed: Int) {
    var names: Set<String> = []
    var passed = 0
    for vector in FieldVectors.written {
      guard let expected = vector.file(file), let contract = try vector.contract() else { continue }
      do {
        guard let written = try write(vector, contract) else { continue }
        if written == expected { passed += 1 } else { names.insert(vector.name) }
      } catch { names.insert(vector.name) }
    }
    return (names, passed)
  }

  /// Vectors that are read differently on purpose, and what comes of them: data that .NET drops is kept or refused.
  private static let differences = [
    "attachment-part": "multipart: (byte 45): expected Content-Disposition: form-data, found \"attachment\"",
    "base64-transfer-encoding":
      "multipart: (byte 45): expected Content-Transfer-Encoding 7bit, 8bit or binary, found \"base64\"",
    "bracket-key": "multipart: (byte 83): expected a name or an index, found a bracket first",
    "date-empty": "multipart: When (byte 92): expected a date and time, found \"\"",
    "date-us": "multipart: When (byte 92): expected a date and time, found \"02/04/2026\"",
    "duplicate-fields": "multipart: Name (byte 187): expected each name once, found the name a second time",
    "field-sent-as-file": "multipart: Name (byte 136): expected a string, found a file",
    "file-as-field": "multipart: File (byte 92): expected a file, found \"text\"",
    "lists-gap":
      "multipart: Ints[1] (byte 181): expected index 1 (.NET would drop all items after the gap), found index 2",
    "lists-mixed-forms": "multipart: Ints (byte 178): expected a value or members under one name, found both",
    "lists-start-at-one":
      "multipart: Ints[0] (byte 83): expected index 0 (.NET would drop all items after the gap), found index 1",
    "top-int": "multipart: (byte 0): expected an integer from -2147483648 through 2147483647, found an object",
    // The offset that was sent is kept; .NET turns it into that of its own clock.
    "date-offset": "read", "date-utc": "read", "simple": "read",
    // An entry without a value, `d[key]`, an indexed list at the root, a part whose type is in capitals and a file that
    // has `filename*` alone are read.
    "dictionary-null-value-skipped": "read", "scores-bracket-key": "read", "top-list-int": "read",
    "header-case": "read",
    "file-star-name": "read",
    // A backslash before a quote is an escape.
    "file-escaped-quote": "read",
    // Members of type object hold text, and ValidateNonNullableMissedProperty has no counterpart but IsRequired.
    "object": "read", "object-absent": "read", "missing-validate": "read",
  ]

  @Test("are read as .NET reads them, save where that loses data") func read() throws {
    var same = 0
    var without = 0
    let vectors = FieldVectors.read("multipart")
    for vector in vectors {
      guard let contract = try vector.contract() else {
        without += 1
        continue
      }
      let (outcome, document) = try decode(vector, contract)
      if let difference = Self.differences[vector.name] {
        #expect(outcome == difference, "\(vector)")
        continue
      }
      same += 1
      if vector.isError {
        #expect(document == nil, "\(vector)")
      } else {
        #expect(try document.map { try CanonicalJSON.text($0) } == expected(vector, contract), "\(vector) \(outcome)")
      }
    }
    print(
      "read/multipart: \(same) of \(vectors.count) as .NET, \(Self.differences.count) deliberately not,",
      "\(without) without a contract"
    )
    #expect(same + Self.differences.count + without == vectors.count)
  }

  private func decode(_ vector: FieldVector, _ contract: Contract) throws -> (String, Document?) {
    do throws(DocumentError) {
      var format = MultipartFormat.dataMediaFormatter
      format.boundary = try MultipartFormat.boundary(ofContentType: vector.contentType ?? "")
      return ("read", try format.decode(vector.file("input.bin") ?? [], as: contract))
    } catch { return ("\(error)", nil) }
  }

  /// What .NET read. A file is compared as Json.NET prints it.
  private func expected(_ vector: FieldVector, _ contract: Contract) throws -> String? {
    guard let file = vector.file("expected.json") else { return nil }
    let document = try? JSONFormat.webAPI.decode(file, as: contract)
    return try CanonicalJSON.text(document ?? JSONFormat.webAPI.decode(file))
  }
}
