import DataContracts
import TestSupport
import Testing

@Suite("Reading multipart bodies of the vectors")
struct MultipartReadingTests {
  /// Rules by which bodies are read otherwise than by .NET, whatever the tolerance.
  private static let always: [(rule: String, outcomes: [String: FieldOutcome])] = [
    (
      "a zone is kept; .NET converts to that of its own clock",
      [
        "date-offset": .reads("06:54:54-05", insteadOf: "15:54:54+04"),
        "date-utc": .reads("06:54:54Z", insteadOf: "10:54:54+04:00"),
        "simple": .reads("06:54:54.5659927Z", insteadOf: "10:54:54.5659927+04:00"),
      ]
    ),
    (
      "what .NET drops without a word is read: an entry without a value, `d[key]`, an indexed list at the root, "
        + "a part whose FORM-DATA is in capitals, a file that has filename* alone",
      [
        "dictionary-null-value-skipped": .reads("7\":null,\"", insteadOf: ""),
        "scores-bracket-key": .reads("{\"m\":5}", insteadOf: "null"),
        "top-list": .reads(
          "{\"Count\":0,\"Flag\":false,\"Name\":\"a\",\"Ratio\":0,\"When\":\"0001-01-01T00:00:00\"},"
            + "{\"Count\":0,\"Flag\":false,\"Name\":\"b\",\"Ratio\":0,\"When\":\"0001-01-01T00:00:00\"}", insteadOf: ""),
        "top-list-int": .reads("1,2", insteadOf: ""),
        "header-case": .reads("\"n\"", insteadOf: "null"),
        "file-star-name": .reads(
          "{\"Buffer\":\"eA==\",\"FileName\":\"日.txt\",\"MediaType\":null}", insteadOf: "null"),
      ]
    ),
    (
      "what .NET drops and nothing can stand for is refused: items after a gap, one of two shapes of a name, a file "
        + "where a text has to be, a text where a file has to be, a field for a scalar at the root",
      [
        "lists-gap": .refused(
          "multipart: Ints[1] (byte 181): expected index 1 (.NET would drop all items after the gap), found index 2"),
        "lists-start-at-one": .refused(
          "multipart: Ints[0] (byte 83): expected index 0 (.NET would drop all items after the gap), found index 1"),
        "lists-mixed-forms": .refused(
          "multipart: Ints (byte 178): expected a value or members under one name, found both"),
        "field-sent-as-file": .refused("multipart: Name (byte 136): expected a string, found a file"),
        "file-as-field": .refused("multipart: File (byte 92): expected a file, found \"text\""),
        "top-int": .refused(
          "multipart: (byte 0): expected an integer from -2147483648 through 2147483647, found an object"),
      ]
    ),
    (
      "a backslash before a quote is its escape, as RFC 7578 has it",
      ["file-escaped-quote": .reads("", insteadOf: "\\\\")]
    ),
    (
      "types that .NET cannot make are read: object and sets",
      [
        "object": .readsAlone("{\"Any\":\"x\",\"Name\":null}"),
        "object-absent": .readsAlone("{\"Any\":null,\"Name\":\"x\"}"),
        "set": .readsAlone("{\"Name\":null,\"Set\":[1]}"),
      ]
    ),
    (
      "FormData is a document without a contract",
      [
        "formdata": .reads(
          "a\":[{\"x\":\"1\"}],\"b\":\"2\",\"f\":{\"Buffer\":\"eA==\",\"FileName\":\"n.txt\","
            + "\"MediaType\":\"text\\/plain\"},\"list\":[\"q\"",
          insteadOf: "Fields\":[{\"Name\":\"b\",\"Value\":\"2\"},{\"Name\":\"a[0].x\",\"Value\":\"1\"},"
            + "{\"Name\":\"list\",\"Value\":\"q\"}],\"Files\":[{\"Name\":\"f\",\"Value\":{\"Buffer\":\"eA==\","
            + "\"FileName\":\"n.txt\",\"MediaType\":\"text\\/plain\"}}")
      ]
    ),
  ]

  /// What .NET's tolerance reads as .NET does, or at all, and the default refuses.
  private static let byDefault: [(rule: String, outcomes: [String: FieldOutcome])] = [
    (
      "parts that .NET passes over, or whose encoding it does not decode",
      [
        "attachment-part": .refused(
          "multipart: (byte 45): expected Content-Disposition: form-data, found \"attachment\""),
        "base64-transfer-encoding": .refused(
          "multipart: (byte 45): expected Content-Transfer-Encoding 7bit, 8bit or binary, found \"base64\""),
      ]
    ),
    (
      "a scalar that is there twice",
      [
        "duplicate-fields": .refused(
          "multipart: Name (byte 187): expected each name once, found the name a second time")
      ]
    ),
    (
      "dates whose meaning is a guess",
      [
        "date-empty": .refused("multipart: When (byte 92): expected a date and time, found \"\""),
        "date-us": .refused("multipart: When (byte 92): expected a date and time, found \"02/04/2026\""),
      ]
    ),
    (
      "a name that begins with a bracket, which .NET drops",
      ["bracket-key": .refused("multipart: (byte 83): expected a name or an index, found a bracket first")]
    ),
  ]

  private static func outcomes(
    _ rules: [(rule: String, outcomes: [String: FieldOutcome])]
  ) -> [String: FieldOutcome] {
    rules.reduce(into: [:]) { $0.merge($1.outcomes) { first, _ in first } }
  }

  @Test("gives what .NET reads, save where that loses data or guesses") func byDefault() throws {
    let expected = Self.outcomes(Self.always + Self.byDefault)
    let result = try comparison(.dataMediaFormatter, expected)
    #expect(result.same == 83)
    #expect(result.others == expected)
  }

  @Test("gives what .NET reads with its tolerance, save where that loses data") func likeDotNet() throws {
    var expected = Self.outcomes(Self.always)
    expected["bracket-key"] = .reads("\"n\"", insteadOf: "null")
    let result = try comparison(.likeDotNet, expected)
    #expect(result.same == 88)
    #expect(result.others == expected)
  }

  private func comparison(
    _ format: MultipartFormat, _ expected: [String: FieldOutcome]
  ) throws -> FieldComparison {
    try FieldComparison(of: FieldVectors.read("multipart"), expected: expected) {
      vector, contract throws(DocumentError) in
      var format = format
      format.requiresValues = vector.options == "validate"
      format.boundary = try MultipartFormat.boundary(ofContentType: vector.contentType ?? "")
      return try format.decode(vector.file("input.bin") ?? [], as: contract)
    }
  }

  @Test("needs no header where the body shows its boundary") func withoutHeader() throws {
    var count = 0
    for vector in FieldVectors.read("multipart") where !vector.isError {
      guard let input = vector.file("input.bin"), let contract = try vector.contract() else { continue }
      var named = MultipartFormat.likeDotNet
      named.boundary = try MultipartFormat.boundary(ofContentType: vector.contentType ?? "")
      guard let document = try? named.decode(input, as: contract) else { continue }
      #expect(try MultipartFormat.likeDotNet.decode(input, as: contract) == document, "\(vector)")
      count += 1
    }
    #expect(count == 74)
  }

  @Test("requires values where it is asked to, at each level") func requiresValues() throws {
    var format = MultipartFormat.dataMediaFormatter
    format.requiresValues = true
    let body = Array("--B\r\nContent-Disposition: form-data; name=\"[0].Name\"\r\n\r\nn\r\n--B--\r\n".utf8)
    let contract = try MultipartContracts.named("System.Collections.Generic.List<Zoo.Multi.Simple>")
    do {
      _ = try format.decode(body, as: contract)
      Issue.record("was read")
    } catch {
      #expect("\(error)" == "multipart: [0] (byte 43): expected the required member \"Count\", found none")
    }
  }
}
