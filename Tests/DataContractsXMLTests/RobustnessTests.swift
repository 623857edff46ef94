import DataContractsCore
import DataContractsXML
import Foundation
import TestSupport
import Testing

@Suite("Robustness of XML")
struct RobustnessTests {
  @Test("many threads may be the first to read")
  func concurrency() async throws {
    let contract = try TestContracts.order()
    let input = Array(XMLSupport.order("<Id>1</Id><Name>é</Name>").utf8)
    let documents = try await withThrowingTaskGroup(of: Document.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var last = try XMLFormat.dataContract.decode(input, as: contract)
          for index in 0..<500 {
            _ = try? XMLFormat.dataContract.decode(Array("<a\(index)><b".utf8))
            last = try XMLFormat.dataContract.decode(input, as: contract)
          }
          return last
        }
      }
      return try await group.reduce(into: [Document]()) { $0.append($1) }
    }
    #expect(documents.count == 8)
    #expect(documents.allSatisfy { $0 == documents[0] && $0.root["Name"]?.string == "é" })
  }

  @Test("mutated documents are read or refused, and what is read can be written and read again")
  func mutations() throws {
    let contract = try XMLSupport.vectors.get()
    var random = SeededGenerator(seed: 20_261_122)
    let seeds = try ["inherit-leaf", "poly-drawing", "dicts-set", "ref-graph", "string-controls", "ns-deep"].map {
      try Fixtures.vector("write/\($0)/datacontract.xml")
    }
    var read = 0
    for round in 0..<6_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 1...4, using: &random) { bytes.mutate(using: &random) }
      for contract in [contract, nil] {
        guard let document = try? XMLFormat.dataContract.decode(bytes, as: contract) else { continue }
        read += 1
        let written = try XMLFormat.dataContract.encode(document)
        guard let again = try? XMLFormat.dataContract.decode(written, as: document.contract) else {
          Issue.record("\(String(decoding: bytes, as: UTF8.self)) became \(String(decoding: written, as: UTF8.self))")
          continue
        }
        let rewritten = try XMLFormat.dataContract.encode(again)
        #expect(rewritten == written, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    print("XML mutations: 6000 documents, \(read) of 12000 readings went well")
    #expect(read > 500)
  }
}

extension [UInt8] {
  fileprivate mutating func mutate(using random: inout SeededGenerator) {
    guard !isEmpty else { return }
    let position = Int.random(in: 0..<count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: self[position] = UInt8.random(in: 0...255, using: &random)
    case 1: remove(at: position)
    case 2: insert(contentsOf: Array("<&'\"/> :=x".utf8).shuffled(using: &random).prefix(2), at: position)
    case 3: removeSubrange(position..<Swift.min(count, position + 20))
    case 4: insert(contentsOf: self[position..<Swift.min(count, position + 30)], at: position)
    default: self[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
  }
}
