import DataContracts
import DataContractsCore
import TestSupport
import Testing

@Suite("Writing multipart bodies")
struct MultipartWritingTests {
  private let format = MultipartFormat.dataMediaFormatter

  @Test("quotes and line ends in names are escaped and come back") func escapes() throws {
    let document: Document = ["a\"b\r\nX: y": "v"]
    let written = try format.encode(document)
    #expect(String(decoding: written, as: UTF8.self).contains("name=\"a%22b%0D%0AX: y\"\r\n\r\nv\r\n"))
    #expect(try format.decode(written).root["a\"b\r\nX: y"]?.text == "v")
  }

  @Test(
    "what would be injected or misread is refused",
    arguments: [
      (["a%22": "x"], "multipart: a%22: expected a name without \"%22\", \"%0D\" and \"%0A\", found an escape"),
      (["a.b": "x"], "multipart: a.b: expected a name without dots, found one"),
      (["a": nil], "multipart: expected at least one value, found none"),
      (nil, "multipart: expected a value, found null"),
    ] as [(Document, String)])
  func refused(document: Document, message: String) {
    do {
      _ = try format.encode(document)
      Issue.record("was written")
    } catch { #expect("\(error)" == message) }
  }

  @Test(
    "a value that holds the boundary is refused, wherever it stands",
    arguments: ["x\r\n--AaB03x--\r\n", "-----AaB03x", "--AaB03x", "a--AaB03xb", "xy\n--AaB03x"])
  func boundaryInValue(value: String) {
    var format = format
    format.boundary = "AaB03x"
    do {
      _ = try format.encode(["a": .init(stringLiteral: value)])
      Issue.record("was written")
    } catch {
      #expect("\(error)" == "multipart: a: expected a boundary that no value holds, found \"AaB03x\" in one")
    }
  }

  @Test("a message has a boundary that no value holds") func message() throws {
    let plain = try format.message(of: ["a": "x"])
    #expect(plain.contentType == "multipart/form-data; boundary=MultipartDataMediaFormatterBoundary1q2w3e")
    let value = "--MultipartDataMediaFormatterBoundary1q2w3e--"
    let other = try format.message(of: ["a": .init(stringLiteral: value)])
    #expect(other.contentType != plain.contentType)
    let read = try MultipartFormat(contentType: other.contentType).decode(other.body)
    #expect(read.root["a"]?.text == value)
  }

  @Test(
    "files and bytes are written both ways and read back",
    arguments: [
      MultipartFormat.dataMediaFormatter, .dataMediaFormatterFiles,
    ])
  func files(format: MultipartFormat) throws {
    let contract = try #require(try MultipartContracts.named("Zoo.Multi.Upload"))
    var builder = DocumentBuilder(format: "test", contract: contract)
    try builder.beginObject()
    try builder.member("Raw")
    try builder.value(.string, "AQL/")
    try builder.member("Title")
    try builder.value(.string, "t")
    try builder.endObject()
    let document = try builder.finish()
    let written = try format.encode(document)
    let isFile = String(decoding: written, as: UTF8.self).contains(
      "name=\"Raw\"; filename=\"Raw\"\r\nContent-Type: application/octet-stream")
    #expect(isFile == format.sendsBytesAsFiles)
    let again = try format.decode(written, as: contract)
    #expect(again.root["Raw"]?.bytes == [1, 2, 255])
    #expect(try format.encode(again) == written)
  }

  @Test("file names are escaped and come back") func fileNames() throws {
    let contract = try #require(try MultipartContracts.named("Zoo.Multi.OneFile"))
    let bytes = Array(
      ("--B\r\nContent-Disposition: form-data; name=\"File\"; filename=\"a\\\"b%0Ac\"\r\n"
        + "Content-Type: x/y\r\n\r\n--\r\n--B--")
        .utf8)
    let document = try format.decode(bytes, as: contract)
    let written = try format.encode(document)
    #expect(
      String(decoding: written, as: UTF8.self).contains("filename=\"a%22b%0Ac\"\r\nContent-Type: x/y\r\n\r\n--\r\n"))
    #expect(try format.decode(written, as: contract) == document)
  }

  @Test(
    "control characters in media types and file names are refused",
    arguments: [
      (
        "a", "x/y\r\nX: 1",
        "multipart: File: expected a media type without control characters, found the control character 13"
      ),
      (
        "a\u{0}", "x/y",
        "multipart: File: expected a file name without control characters, found the control character 0"
      ),
      ("a%22", "x/y", "multipart: File: expected a file name without \"%22\", \"%0D\" and \"%0A\", found an escape"),
    ])
  func refusedFiles(name: String, mediaType: String, message: String) throws {
    var builder = DocumentBuilder(format: "test", contract: try MultipartContracts.named("Zoo.Multi.OneFile"))
    try builder.beginObject()
    try builder.member("File")
    try builder.file(name: name, mediaType: mediaType, content: TextSlice(start: 0, count: 0, inArena: true), at: 0)
    try builder.endObject()
    let document = try builder.finish()
    do {
      _ = try format.encode(document)
      Issue.record("was written")
    } catch { #expect("\(error)" == message) }
  }

  @Test("a prefix is refused, whatever its length") func prefixes() throws {
    let document: Document = ["a": "1", "b": ["c": "2", "d": ["3", "4"]]]
    let written = try format.encode(document)
    // The last CRLF may be missing.
    for count in 0..<written.count - 2 {
      #expect(throws: DocumentError.self, "\(count) bytes") { try format.decode(Array(written[..<count])) }
    }
    #expect(try format.decode(Array(written.dropLast(2))).root.count == 2)
  }

  @Test("mutated bodies are read or refused, and what is read comes back") func mutations() throws {
    let seed = try format.encode(["a": "1", "b": ["c": "x-\r\n-y", "d": ["3", "4"]]])
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    let alphabet = Array("\r\n-\"=;:[].% B".utf8)
    var read = 0
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = alphabet[random(alphabet.count)]
        case 1: bytes.insert(alphabet[random(alphabet.count)], at: place)
        default: bytes.remove(at: place)
        }
      }
      guard let document = try? format.decode(bytes) else { continue }
      read += 1
      guard let written = try? format.encode(document) else { continue }
      #expect(try format.encode(format.decode(written)) == written)
    }
    print("mutated bodies: \(read) of 20000 read")
    #expect(read > 1_000)
  }
}
