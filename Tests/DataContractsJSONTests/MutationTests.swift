import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("Damaged JSON")
struct MutationTests {
  private static let seeds = [
    "{\"Id\":7,\"Name\":\"a\\u00e9\\ud83d\\ude00 ü\",\"Total\":1.50,\"Placed\":\"2026-02-04T06:54:54.5659927+04:00\"}",
    "{\"Id\":1,\"Lines\":[{\"Sku\":\"x\",\"Count\":3},null],\"Tags\":{\"k\":1,\"l\":2},\"Color\":6,\"Rights\":\"Read, Exec\"}",
    "{\"Id\":2,\"Raw\":\"AQIDBA==\",\"Note\":{\"any\":[1,null,true,\"\\n\"]},\"When\":{\"DateTime\":\"2020-01-01T00:00:00Z\",\"OffsetMinutes\":60}}",
    "{\"Id\":3,\"Tags\":[{\"Key\":\"a\",\"Value\":1},{\"Value\":2,\"Key\":\"b\"}],\"Raw\":[1,2,255],\"Letter\":\"é\",\"Parent\":{\"Id\":4}}",
  ]
  private static let tokens = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "1e999", "\\ud800", "\u{0}", "-", "\"Id\":",
  ]

  @Test("20,000 damaged documents are read or refused, and what is read can be written in every dialect")
  func mutations() throws {
    var random = SeededGenerator(seed: 20260204)
    let contract = try TestContracts.order()
    var format = JSONFormat.webAPI
    format.decoding.unknownMembers = .keep
    var accepted = 0
    for round in 0..<20_000 {
      let bytes = Array(Self.seeds[round % Self.seeds.count].utf8).damaged(with: Self.tokens, using: &random)
      for contract in [nil, contract] {
        guard let document = try? format.decode(bytes, as: contract) else { continue }
        accepted += 1
        try checkWriting(document, contract, bytes)
      }
    }
    #expect(accepted > 1000)
  }

  private func checkWriting(_ document: Document, _ contract: Contract?, _ bytes: [UInt8]) throws {
    var exact = JSONFormat.webAPI
    exact.absentMembers = .omit
    exact.decoding.unknownMembers = .keep
    let input = String(decoding: bytes, as: UTF8.self)
    let written = try exact.encode(document)
    // Json.NET's `.0` makes another decimal of an integer, once.
    #expect(try exact.encode(exact.decode(written, as: contract)) == written, "\(input)")
    let formats: [JSONFormat] = [.camelCase, .serviceStack, .dataContractJSON, .systemTextJSON]
    for format in formats {
      guard let written = try? format.encode(document) else { continue }
      #expect(throws: Never.self, "\(format.name) of \(input)") { try exact.decode(written) }
    }
  }
}
