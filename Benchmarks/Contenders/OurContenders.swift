import Corpus
import Foundation
import Measure

/// This package, with the document's contract and without one.
enum OurContenders {
  static let name = "DataContracts"
  static let untypedName = "DataContracts, no contract"
  /// A server that keeps its buffer pays for its pages once; a new one of 10 MB costs 2,500 page faults.
  static let reusingName = "DataContracts, buffer kept"

  static func decode(_ format: String, _ spelling: Spelling, _ corpus: Corpus) -> [Contender] {
    let question = Question(format, .decode, corpus.rawValue)
    let typed = Contender(question, name) {
      let bytes = try DocumentStore.bytes(corpus, spelling)
      let contract = try Ours.contract(of: corpus)
      return Work(bytes: bytes.count) { keep(try Ours.decode(spelling, bytes, as: contract)) }
    }
    let untyped = Contender(question, untypedName) {
      let bytes = try DocumentStore.bytes(corpus, spelling)
      return Work(bytes: bytes.count) { keep(try Ours.decode(spelling, bytes, as: nil)) }
    }
    return [typed, untyped]
  }

  static func encode(_ format: String, _ spelling: Spelling, _ corpus: Corpus) -> [Contender] {
    let question = Question(format, .encode, corpus.rawValue)
    let fresh = Contender(question, name) {
      let bytes = try DocumentStore.bytes(corpus, spelling)
      let document = try Ours.decode(spelling, bytes, as: Ours.contract(of: corpus))
      guard try Ours.encode(spelling, document) == bytes else {
        throw ContenderFailure(description: "what was written differs from what was read")
      }
      return Work(bytes: bytes.count) { keep(try Ours.encode(spelling, document)) }
    }
    let reusing = Contender(question, reusingName) {
      let bytes = try DocumentStore.bytes(corpus, spelling)
      let document = try Ours.decode(spelling, bytes, as: Ours.contract(of: corpus))
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count * 2)
      return Work(bytes: bytes.count) {
        output.removeAll(keepingCapacity: true)
        try Ours.encode(spelling, document, into: &output)
        keep(output.count)
      }
    }
    return [fresh, reusing]
  }

  static func decode(file: URL) -> Contender {
    Contender(Question("JSON", .decode, file.lastPathComponent), untypedName) {
      let bytes = [UInt8](try Data(contentsOf: file))
      return Work(bytes: bytes.count) { keep(try Ours.decode(.webAPI, bytes, as: nil)) }
    }
  }

  static func encode(file: URL) -> Contender {
    Contender(Question("JSON", .encode, file.lastPathComponent), untypedName) {
      let document = try Ours.decode(.webAPI, [UInt8](Data(contentsOf: file)), as: nil)
      return Work(bytes: try Ours.encode(.webAPI, document).count) { keep(try Ours.encode(.webAPI, document)) }
    }
  }

  static func decodeBracketForm(_ document: String, _ bytes: @escaping () -> [UInt8]) -> Contender {
    Contender(Question("Bracket form", .decode, document), untypedName) {
      let bytes = bytes()
      return Work(bytes: bytes.count) { keep(try Ours.decodeBracketForm(bytes)) }
    }
  }

  static func encodeBracketForm(_ document: String, _ bytes: @escaping () -> [UInt8]) -> Contender {
    Contender(Question("Bracket form", .encode, document), untypedName) {
      let document = try Ours.decodeBracketForm(bytes())
      return Work(bytes: try Ours.encodeBracketForm(document).count) { keep(try Ours.encodeBracketForm(document)) }
    }
  }
}

/// A contender that did its work wrongly, so that its time means nothing.
public struct ContenderFailure: Error, CustomStringConvertible {
  public let description: String
}
