import Contenders
import Corpus

/// What one of this package's contenders is meant to reach.
struct Goal {
  enum Measure {
    /// Times as fast as a peer on the same document.
    case ratio(to: String, atLeast: Double)
    /// MB/s where memcpy reaches 15 GB/s on as many bytes; on a slower machine in proportion, never more.
    case rate(atLeast: Double)
  }

  static let contender = "DataContracts"
  static let typedContender = "DataContracts, GUIDs as UUID"
  static let codableContender = "DataContracts, Codable"
  /// MB/s.
  static let referenceCopy = 15_000.0
  /// Peak memory of a decode, as a multiple of its input.
  static let memory = 4.0

  let question: Question
  let measure: Measure
  var contender = Goal.contender

  /// The question, and which of this package's contenders is meant where there are several.
  var title: String { "\(question)\(contender.dropFirst(Goal.contender.count))" }

  static func all(on document: Corpus) -> [Goal] {
    let name = document.rawValue
    return [
      Goal(
        question: Question("JSON", .decode, name), measure: .ratio(to: PeerName.jsonSerialization, atLeast: 20)),
      Goal(question: Question("JSON", .encode, name), measure: .rate(atLeast: 1000)),
      Goal(question: Question("XML", .decode, name), measure: .ratio(to: PeerName.libxml2, atLeast: 0.6)),
      Goal(question: Question("XML", .encode, name), measure: .rate(atLeast: 1000)),
      Goal(question: Question("Form", .decode, name), measure: .rate(atLeast: 300)),
      Goal(question: Question("Multipart", .decode, name), measure: .rate(atLeast: 300)),
    ] + typed(on: document) + codable(on: document)
  }

  /// XMLCoder refuses the large document.
  private static func typed(on document: Corpus) -> [Goal] {
    [
      ("Typed JSON", .decode, document, PeerName.jsonCoder, 12),
      ("Typed JSON", .encode, document, PeerName.jsonCoder, 10),
      ("Typed XML", .decode, .mid, PeerName.xmlCoder, 40), ("Typed XML", .encode, .mid, PeerName.xmlCoder, 60),
    ].map { (format: String, operation: Question.Operation, document: Corpus, peer: String, target: Double) in
      Goal(
        question: Question(format, operation, document.rawValue), measure: .ratio(to: peer, atLeast: target),
        contender: typedContender)
    }
  }

  /// The same types by their `Codable` conformances alone.
  private static func codable(on document: Corpus) -> [Goal] {
    [Question.Operation.decode, .encode].map { operation in
      Goal(
        question: Question("Typed JSON", operation, document.rawValue),
        measure: .ratio(to: PeerName.jsonCoder, atLeast: 3), contender: codableContender)
    }
  }
}
