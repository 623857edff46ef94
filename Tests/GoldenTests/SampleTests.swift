import DataContracts
import Foundation
import TestSupport
import Testing

@Suite("Samples")
struct SampleTests {
  /// A format in which a sample's date, which has a fraction of seven digits, is cut to milliseconds.
  private static let cutsDates = ["json-servicestack", "json-datacontract"]

  private func document(_ sample: Sample, _ format: WireFormat) throws -> Document? {
    try sample.bytes(format).map { try format.format().decode($0, as: sample.contract()) }
  }

  @Test("every sample is there in every format, but where the real serializer refuses it", arguments: Sample.all)
  func files(_ sample: Sample) throws {
    let missing = try WireFormat.all.filter { try sample.bytes($0) == nil }.map(\.name)
    #expect(missing == (sample.service == "Chat" ? ["json-datacontract"] : []))
  }

  @Test("every format decodes to the same document", arguments: Sample.all)
  func sameDocument(_ sample: Sample) throws {
    let reference = try #require(try document(sample, #require(WireFormat.named("json"))))
    var compared = 0
    for format in WireFormat.all {
      guard let document = try document(sample, format) else { continue }
      if Self.cutsDates.contains(format.name), sample.service == "SupportChat" {
        #expect(document.description == Self.cutToMilliseconds(reference.description), "\(format.name)")
      } else {
        #expect(document == reference, "\(format.name)")
        #expect(sorted(document) == sorted(reference), "\(format.name)")
      }
      compared += 1
    }
    #expect(compared >= 8)
  }

  @Test("every pair of formats gives the sample's bytes, there and back", arguments: Sample.all)
  func pairs(_ sample: Sample) throws {
    var pairs = 0
    for source in WireFormat.all {
      guard let document = try document(sample, source) else { continue }
      for target in WireFormat.all {
        guard let expected = try sample.bytes(target), carries(source, to: target, sample) else { continue }
        let written = try target.format().encode(document)
        #expect(text(written) == text(expected), "\(source.name) to \(target.name)")
        let back = try target.format().decode(written, as: sample.contract())
        #expect(back == document || Self.cutsDates.contains(target.name), "\(source.name) to \(target.name) and back")
        pairs += 1
      }
    }
    #expect(pairs >= 60)
  }

  @Test("compact and indented output is what the real serializers wrote", arguments: Sample.all)
  func vectors(_ sample: Sample) throws {
    let document = try #require(try document(sample, #require(WireFormat.named("json"))))
    let files = [
      ("xml", 0, "datacontract.xml"), ("xml", 2, "datacontract-indented.xml"), ("json", 0, "jsonnet.json"),
      ("json", 2, "jsonnet-indented.json"), ("json-camel", 0, "jsonnet-camel.json"),
      ("json-servicestack", 0, "servicestack.json"), ("json-systemtext", 0, "systemtextjson.json"),
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

  @Test("indented output is what the service's own page shows, white space folded", arguments: [
    ("SuntechCustSupportChat", "000_424b765408e68764.txt", ["json", "xml", "multipart"]),
    ("SuntechCustSupportChatApiResponse", "000_424b765408e68764.txt", ["json", "xml", "multipart"]),
    ("ChatRequest", "001_f75276b2f7834842.txt", ["xml"]),
    ("ChatResponse", "001_f75276b2f7834842.txt", ["xml"]),
  ])
  func documentedText(root: String, page: String, formats: [String]) throws {
    let sample = try #require(Sample.all.first { $0.root == root })
    let document = try #require(try document(sample, #require(WireFormat.named("json"))))
    let url = Fixtures.package.appending(path: "Tests/Fixtures/seeds/\(page)")
    let documented = folded(try String(contentsOf: url, encoding: .utf8))
    for name in formats {
      var settings = WireFormat.Settings()
      settings.indentation = 2
      let written = try #require(WireFormat.named(name)).format(settings).encode(document)
      #expect(documented.contains(folded(text(written))), "\(name): \(text(written))")
    }
  }

  /// Whether a document read from one format can give the sample's exact bytes in another.
  private func carries(_ source: WireFormat, to target: WireFormat, _ sample: Sample) -> Bool {
    sample.service == "Chat" || !Self.cutsDates.contains(source.name) || Self.cutsDates.contains(target.name)
  }

  private static func cutToMilliseconds(_ text: String) -> String {
    text.replacingOccurrences(of: ".5659927+", with: ".565+")
  }

  private func sorted(_ document: Document) -> [Substring] { document.description.split(separator: "\n").sorted() }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
