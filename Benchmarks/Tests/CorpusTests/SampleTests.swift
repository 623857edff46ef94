import Corpus
import Foundation
import Testing

@Suite("The corpus speaks .NET")
struct SampleTests {
  private static let files: [Spelling: String] = [
    .webAPI: "jsonnet.json", .serviceStack: "servicestack-camel.json", .dataContractXML: "datacontract.xml",
    .dottedForm: "form-flat.txt", .multipart: "multipart.bin",
  ]

  private static let cases: [Corpus: String] = [.suntech: "seed-suntech-response", .chat: "seed-chat-response"]

  @Test("a sample is written as the real serializer wrote it", arguments: [Corpus.suntech, .chat], Spelling.allCases)
  func sampleBytes(sample: Corpus, spelling: Spelling) throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../../Tests/Fixtures/vectors/write").standardized
    let path = try #require(Self.cases[sample]) + "/" + #require(Self.files[spelling])
    let expected = try Data(contentsOf: folder.appending(path: path))
    #expect(String(decoding: sample.bytes(spelling), as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test("a generated document is the same on every machine", arguments: [Corpus.mid, .large])
  func generatedBytes(document: Corpus) {
    let bytes = document.bytes(.webAPI)
    let expected: [Corpus: (count: Int, hash: UInt64)] = [
      .mid: (999_889, 14_751_088_998_770_336_163), .large: (10_048_342, 6_947_635_688_137_373_088),
    ]
    #expect(bytes.count == expected[document]?.count)
    #expect(fowlerNollVo(bytes) == expected[document]?.hash)
  }

  /// FNV-1a, 64 bits (RFC 9923).
  private func fowlerNollVo(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
