import DataContracts
import Foundation
import TestSupport
import Testing

@Suite("Samples")
struct SampleTests {
  /// What a sample loses in a format.
  private enum Loss {
    /// A date with a fraction of seven digits is cut to milliseconds.
    case ticks
    /// The keys of dictionaries go to camelCase with the names of members.
    case keyCase
  }

  private func losses(of sample: Sample, in format: WireFormat) -> Set<Loss> {
    switch format.name {
    case "json-servicestack" where sample.service == "SupportChat": [.ticks]
    case "json-datacontract" where sample.service == "SupportChat": [.ticks]
    case "json-camel" where sample.root == "ChatResponse": [.keyCase]
    default: []
    }
  }

  /// The lines of a document's dump, those of members in any order, with what a format loses left out.
  private func lines(_ document: Document, without losses: Set<Loss>) -> [String] {
    var text = document.description
    if losses.contains(.ticks) { text = text.replacingOccurrences(of: ".5659927+", with: ".565+") }
    if losses.contains(.keyCase) {
      text = text.replacingOccurrences(of: "[string \"String\"]", with: "[string \"string\"]")
    }
    return text.split(separator: "\n").map(String.init).sorted()
  }

  private func document(_ sample: Sample, _ format: WireFormat) throws -> Document? {
    try sample.bytes(format).map { try format.format().decode($0, as: sample.contract()) }
  }

  /// The sample as Json.NET wrote it, which loses nothing.
  private func reference(_ sample: Sample) throws -> Document {
    let format = try #require(WireFormat.named("json"))
    return try #require(try document(sample, format))
  }

  @Test("every sample is there in every format, but where the real serializer refuses it", arguments: Sample.all)
  func files(_ sample: Sample) throws {
    let missing = try Sample.formats.filter { try sample.bytes($0) == nil }.map(\.name)
    #expect(missing == (sample.service == "Chat" ? ["json-datacontract"] : []))
  }

  @Test("every format decodes to the same document", arguments: Sample.all)
  func sameDocument(_ sample: Sample) throws {
    let reference = try reference(sample)
    var compared = 0
    for format in Sample.formats {
      guard let document = try document(sample, format) else { continue }
      let losses = losses(of: sample, in: format)
      #expect((document == reference) == losses.isEmpty, "\(format.name)")
      #expect(lines(document, without: []) == lines(reference, without: losses), "\(format.name)")
      compared += 1
    }
    #expect(compared >= 8)
  }

  @Test("every pair of formats gives the sample's bytes, there and back", arguments: Sample.all)
  func pairs(_ sample: Sample) throws {
    var pairs = 0
    for source in Sample.formats {
      guard let document = try document(sample, source) else { continue }
      for target in Sample.formats {
        let sourceLosses = losses(of: sample, in: source)
        let targetLosses = losses(of: sample, in: target)
        guard let expected = try sample.bytes(target), sourceLosses.isSubset(of: targetLosses) else { continue }
        let written = try target.format().encode(document)
        #expect(text(written) == text(expected), "\(source.name) to \(target.name)")
        let back = try target.format().decode(written, as: sample.contract())
        #expect((back == document) == (sourceLosses == targetLosses), "\(source.name) to \(target.name) and back")
        pairs += 1
      }
    }
    #expect(pairs >= 57)
  }

  @Test("compact and indented output is what the real serializers wrote", arguments: Sample.all)
  func vectors(_ sample: Sample) throws {
    let document = try reference(sample)
    let files = [
      ("xml", 0, "datacontract.xml"), ("xml", 2, "datacontract-indented.xml"), ("json", 0, "jsonnet.json"),
      ("json", 2, "jsonnet-indented.json"), ("json-camel", 0, "jsonnet-camel.json"),
      ("xml-stream", 0, "datacontract-stream.xml"),
      ("json-servicestack", 0, "servicestack.json"), ("json-servicestack-camel", 0, "servicestack-camel.json"),
      ("json-systemtext", 0, "systemtextjson.json"),
      ("jsv", 0, "servicestack.jsv"), ("csv", 0, "servicestack.csv"), ("query", 0, "servicestack.qs"),
      ("multipart", 0, "multipart.bin"), ("form-dotted", 0, "form-flat.txt"),
    ]
    for (name, indentation, file) in files {
      var settings = WireFormat.Settings()
      settings.indentation = indentation
      let format = try #require(WireFormat.named(name)).format(settings)
      let expected = try Fixtures.vector("write/\(sample.vector)/\(file)")
      #expect(text(try format.encode(document)) == text(expected), "\(file)")
    }
  }

  @Test(
    "indented output is what the service's own page shows, white space folded",
    arguments: [
      ("SuntechCustSupportChat", "000_424b765408e68764.txt", ["json", "xml", "multipart"]),
      ("SuntechCustSupportChatApiResponse", "000_424b765408e68764.txt", ["json", "xml", "multipart"]),
      ("ChatRequest", "001_f75276b2f7834842.txt", ["xml"]),
      ("ChatResponse", "001_f75276b2f7834842.txt", ["xml"]),
    ])
  func documentedText(root: String, page: String, formats: [String]) throws {
    let sample = try #require(Sample.all.first { $0.root == root })
    let document = try reference(sample)
    let url = Fixtures.package.appending(path: "Tests/Fixtures/seeds/\(page)")
    let documented = folded(try String(contentsOf: url, encoding: .utf8))
    for name in formats {
      var settings = WireFormat.Settings()
      settings.indentation = 2
      let written = try #require(WireFormat.named(name)).format(settings).encode(document)
      #expect(documented.contains(folded(text(written))), "\(name): \(text(written))")
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
