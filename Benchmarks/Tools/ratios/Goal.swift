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
  /// MB/s.
  static let referenceCopy = 15_000.0
  /// Peak memory of a decode, as a multiple of its input.
  static let memory = 4.0

  let question: Question
  let measure: Measure

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
    ]
  }
}
