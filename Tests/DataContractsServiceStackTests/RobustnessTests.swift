import DataContractsCore
import DataContractsServiceStack
import Foundation
import TestSupport
import Testing

@Suite("Damaged and deep ServiceStack texts")
struct RobustnessTests {
  private static let formats: [any DocumentFormat] = [
    JSVFormat.serviceStack, CSVFormat.serviceStack, QueryFormat.serviceStack,
  ]

  private static let seeds: [[String]] = [
    [
      "{Id:7,Name:\"a,\"\"é\"\"\",Total:1.50,Placed:2026-02-04T06:54:54.5659927+04:00,Letter:,}",
      "{Id:1,Lines:[{Sku:x,Count:3},{}],Tags:{k:1,\"l:m\":2},Color:Blue,Rights:5,Note:{__type:\"A.B, C\",a:[1,,2]}}",
      "{Id:2,Raw:AQIDBA==,Note:[a,[b],{c:d}],When:2020-01-01T00:00:00.0000000+01:00,Parent:{Id:4}}",
    ],
    [
      "Id,Name,Total,Lines\r\n7,\"a,\"\"é\"\"\",1.50,\"[{Sku:\"\"x,y\"\",Count:3}]\"\r\n",
      "Id,Tags,Note,Parent\n1,\"{k:1}\",\"[a,[b]]\",\"{Id:4}\"\n",
    ],
    [
      "Id=7&Name=a%2cb+c&Total=1.50&Lines={Sku:%22x,y%22,Count:3},{}&Tags={k:1}&Raw=AP+A",
      "Id=1&Note={%5f%5ftype:A.B,+C,a:[1,,2]}&Parent={Id:4,Lines:[{Count:1}]}&Letter=,",
    ],
  ]
  private static let tokens = [
    "\"", "%", "{", "}", "[", "]", ",", ":", "&", "=", "\r\n", "%22", "__type:", "\u{0}", "Id",
  ]

  @Test("30,000 damaged documents are read or refused; what is read is written in each format or refused")
  func mutations() throws {
    var random = SeededGenerator(seed: 20260204)
    let contract = try TestContracts.order()
    var accepted = 0
    for round in 0..<30_000 {
      let seeds = Self.seeds[round % 3]
      let bytes = Array(seeds[round / 3 % seeds.count].utf8).damaged(with: Self.tokens, using: &random)
      for contract in [nil, contract] {
        guard let document = try? Self.formats[round % 3].decode(bytes, as: contract) else { continue }
        accepted += 1
        for format in Self.formats {
          var output: [UInt8] = [1]
          if (try? format.encode(document, into: &output)) == nil { #expect(output == [1]) }
        }
      }
    }
    #expect(accepted > 1000)
  }

  @Test("every beginning of a document is read or refused") func prefixes() throws {
    let contract = try TestContracts.order()
    for (format, seeds) in zip(Self.formats, Self.seeds) {
      for seed in seeds {
        let bytes = Array(seed.utf8)
        for count in bytes.indices {
          for contract in [nil, contract] { _ = try? format.decode(Array(bytes[..<count]), as: contract) }
        }
      }
    }
  }

  @Test(
    "nesting is limited to 64 containers, in what is passed over too", arguments: ["[", "{a:", "[{a:", "]", "}", "\""])
  func brackets(_ bracket: String) throws {
    let order = try TestContracts.order()
    let brackets = String(repeating: bracket, count: 100_000)
    for (format, start) in zip(Self.formats, ["{Id:1,Unknown:", "Id,Note\r\n1,\"", "Id=1&Note={a:"]) {
      #expect(throws: DocumentError.self) { try format.decode(Array("\(start)\(brackets)".utf8), as: order) }
    }
    _ = try? JSVFormat.serviceStack.decode(Array(brackets.utf8))
  }

  @Test("a document of the greatest depth is written and read again") func deepest() throws {
    var format = JSVFormat.serviceStack
    format.decoding.limits.depth = Limits.maximumDepth
    let text = Array((String(repeating: "[{a:", count: 500) + "1" + String(repeating: "}]", count: 500)).utf8)
    let document = try format.decode(text)
    #expect(try format.encode(document) == text)
    #expect(throws: DocumentError.self) { try format.decode(Array("[".utf8) + text + Array("]".utf8)) }
  }

  @Test("time is linear: a million quotation marks, commas, colons and escapes are read at once")
  func longInputs() throws {
    for (format, unit) in zip(Self.formats, ["a,", "\"a\",", "%22,"]) {
      let bytes = Array(String(repeating: unit, count: 100_000).utf8)
      _ = try? format.decode(Array("[".utf8) + bytes + Array("]".utf8), as: nil)
    }
    let order = try TestContracts.order()
    _ = try? QueryFormat.serviceStack.decode(
      Array("Id=1&Lines=".utf8) + Array(String(repeating: "%22{Sku:%22,", count: 50_000).utf8), as: order)
  }
}
