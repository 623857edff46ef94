import DataContracts
import Foundation
import Testing

/// Independent proof: documents go through the real DataContractSerializer, as Debian's Mono has it, and back.
@Suite("Exchange with DataContractSerializer", .enabled(if: Mono.isInstalled, "Mono is not installed"))
struct InteropTests {
  /// One compilation and one start for all tests; a few hundred values of 78 types.
  static let oracle = Result { try Oracle(making: 8, seed: 20_260_204) }

  private static let xml = XMLFormat.dataContract
  private static let stream = XMLFormat.dataContractStream

  @Test("values that .NET made are read and written again as the same bytes")
  func madeByDotNet() throws {
    let oracle = try Self.oracle.get()
    let contracts = try Self.contracts(oracle)
    for written in oracle.made {
      let contract = try #require(contracts[written.root])
      let document = try Self.stream.decode(written.stream, as: contract)
      Self.expect(try Self.stream.encode(document), written.stream, written.root)
      Self.expect(try Self.xml.encode(document), written.xml, written.root)
      Self.expect(try Self.xml.encode(Self.xml.decode(written.xml, as: contract)), written.xml, written.root)
    }
    print("Interop: \(oracle.made.count) values made by .NET, \(oracle.made.count * 2) files read and written again")
    #expect(oracle.made.count >= 500)
  }

  @Test("values made here are read by .NET and written again as the same bytes")
  func madeHere() throws {
    let oracle = try Self.oracle.get()
    let made = try Self.documents(oracle, count: 8)
    let answers = try oracle.exchange(made.map(\.written))
    try #require(answers.count == made.count)
    for (made, answer) in zip(made, answers) {
      try Self.compare(answer.ofXML, with: made, replacesCarriageReturns: true)
      try Self.compare(answer.ofStream, with: made, replacesCarriageReturns: false)
    }
    print("Interop: \(made.count) values made here, \(made.count * 2) files read and written again by .NET")
    #expect(made.count >= 500)
  }
}

extension InteropTests {
  /// A document and the two forms that were handed over.
  private struct Made {
    let document: Document
    let contract: Contract
    let written: Oracle.Written
    /// XmlWriter writes a carriage return as a line feed: what it wrote says less than the document.
    let hasCarriageReturns: Bool
  }

  private static func contracts(_ oracle: Oracle) throws -> [String: Contract] {
    var contracts: [String: Contract] = [:]
    for source in oracle.catalogue.sources {
      let contract = try oracle.contract(of: source)
      for root in source.roots { contracts[root] = try contract.rooted(at: root) }
    }
    return contracts
  }

  private static func documents(_ oracle: Oracle, count: Int) throws -> [Made] {
    var made: [Made] = []
    for source in oracle.catalogue.sources {
      let contract = try oracle.contract(of: source)
      for root in source.roots where !source.readOnly.contains(root) {
        var maker = try DocumentMaker(
          contract.rooted(at: root), known: source.known, abstract: oracle.catalogue.abstract,
          seed: UInt64(made.count))
        for _ in 0..<count { made.append(try Self.made(maker.document(), root, maker.contract)) }
      }
    }
    return made
  }

  private static func made(_ document: Document, _ root: String, _ contract: Contract) throws -> Made {
    let written = Oracle.Written(
      root: root, xml: try xml.encode(document), stream: try stream.encode(document))
    let hasCarriageReturns = String(decoding: written.stream, as: UTF8.self).contains("&#xD;")
    return Made(document: document, contract: contract, written: written, hasCarriageReturns: hasCarriageReturns)
  }

  private static func compare(_ answer: Oracle.Answer, with made: Made, replacesCarriageReturns: Bool) throws {
    let root = made.written.root
    guard answer.failure.isEmpty else {
      Issue.record("\(root): \(answer.failure)\n\(text(made.written.xml))")
      return
    }
    expect(answer.xml, made.written.xml, root)
    let losesCarriageReturns = replacesCarriageReturns && made.hasCarriageReturns
    guard !losesCarriageReturns else { return }
    expect(answer.stream, made.written.stream, root)
    #expect(try stream.decode(answer.stream, as: made.contract) == made.document, "\(root)")
    guard !made.hasCarriageReturns else { return }
    #expect(try xml.decode(answer.xml, as: made.contract) == made.document, "\(root)")
  }

  /// The first difference of two documents, with what stands round it.
  private static func expect(
    _ actual: [UInt8], _ expected: [UInt8], _ root: String, at location: SourceLocation = #_sourceLocation
  ) {
    guard actual != expected else { return }
    let common = zip(actual, expected).prefix { $0 == $1 }.count
    let excerpts = [actual, expected].map { text(Array($0.dropFirst(max(common - 100, 0)).prefix(200))) }
    Issue.record("\(root), byte \(common): \(excerpts[0])\nand not: \(excerpts[1])", sourceLocation: location)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

@Suite("Mono")
struct MonoTests {
  @Test("Mono is there where it has to be")
  func isInstalled() {
    if !Mono.isInstalled { print("Interop: skipped, Mono is not installed") }
    #expect(Mono.isInstalled || !Mono.isRequired, "DATA_CONTRACTS_REQUIRE_MONO is set")
  }
}
