import Corpus
import Foundation
import Measure
import Peers

/// The peers' names in tables.
public enum PeerName {
  public static let jsonSerialization = "JSONSerialization"
  public static let libxml2 = "libxml2 SAX2, empty handlers"
  public static let xmlParser = "XMLParser, empty delegate"
  public static let xmlCoder = "XMLCoder"
  public static let jsonCoder = "JSONDecoder and JSONEncoder, GUIDs as String"
  public static let copy = "memcpy"
}

enum PeerContenders {
  /// XMLParser, and so XMLCoder, refuses documents above 10 MB.
  static func isReadableByXMLParser(_ corpus: Corpus) -> Bool { corpus != .large }

  static func decodeJSON(_ corpus: Corpus) -> Contender {
    decodeJSON(corpus.rawValue) { try Data(DocumentStore.bytes(corpus, .webAPI)) }
  }

  static func decodeJSON(_ document: String, _ data: @escaping () throws -> Data) -> Contender {
    Contender(Question("JSON", .decode, document), PeerName.jsonSerialization) {
      let data = try data()
      return Work(bytes: data.count) { keep(try FoundationPeers.decodeJSON(data)) }
    }
  }

  static func encodeJSON(_ document: String, _ data: @escaping () throws -> Data) -> Contender {
    Contender(Question("JSON", .encode, document), PeerName.jsonSerialization) {
      let tree = try FoundationPeers.decodeJSON(data())
      return Work(bytes: try FoundationPeers.encodeJSON(tree).count) { keep(try FoundationPeers.encodeJSON(tree)) }
    }
  }

  static func decodeXML(_ corpus: Corpus) -> [Contender] {
    let question = Question("XML", .decode, corpus.rawValue)
    let parser = Contender(question, PeerName.libxml2) {
      let bytes = try DocumentStore.bytes(corpus, .dataContractXML)
      return Work(bytes: bytes.count) { try EmptySAX.parse(bytes) }
    }
    guard isReadableByXMLParser(corpus) else { return [parser] }
    let foundation = Contender(question, PeerName.xmlParser) {
      let data = Data(try DocumentStore.bytes(corpus, .dataContractXML))
      return Work(bytes: data.count) { try FoundationPeers.parseXML(data) }
    }
    let coder = Contender(question, PeerName.xmlCoder) {
      let data = Data(try DocumentStore.bytes(corpus, .dataContractXML))
      return corpus == .suntech
        ? Work(bytes: data.count) { keep(try CoderPeer.decode(SupportResponse.self, from: data)) }
        : Work(bytes: data.count) { keep(try CoderPeer.decode(ChatResponse.self, from: data)) }
    }
    return [parser, foundation, coder]
  }

  static func encodeXML(_ corpus: Corpus) -> [Contender] {
    guard isReadableByXMLParser(corpus) else { return [] }
    let coder = Contender(Question("XML", .encode, corpus.rawValue), PeerName.xmlCoder) {
      let data = Data(try DocumentStore.bytes(corpus, .dataContractXML))
      return corpus == .suntech
        ? try encoding(CoderPeer.decode(SupportResponse.self, from: data), name: corpus.rootName)
        : try encoding(CoderPeer.decode(ChatResponse.self, from: data), name: corpus.rootName)
    }
    return [coder]
  }

  private static func encoding<Root: Encodable>(_ root: Root, name: String) throws -> Work {
    Work(bytes: try CoderPeer.encode(root, name: name).count) { keep(try CoderPeer.encode(root, name: name)) }
  }

  /// The limit of a writer: a copy of as many bytes as the document has.
  static func copy(_ format: String, _ spelling: Spelling, _ corpus: Corpus) -> Contender {
    Contender(Question(format, .encode, corpus.rawValue), PeerName.copy) {
      let count = try DocumentStore.bytes(corpus, spelling).count
      let peer = CopyPeer(byteCount: count)
      return Work(bytes: count) {
        peer.copy()
        keep(peer.last)
      }
    }
  }
}

extension PeerContenders {
  static func decodeTypedJSON(_ question: Question, _ corpus: Corpus) -> Contender {
    Contender(question, PeerName.jsonCoder) {
      let data = Data(try DocumentStore.bytes(corpus, .webAPI))
      return Work(bytes: data.count) { keep(try CoderPeer.decodeJSON(JSONChatResponse.self, from: data)) }
    }
  }

  static func encodeTypedJSON(_ question: Question, _ corpus: Corpus) -> Contender {
    Contender(question, PeerName.jsonCoder) {
      let data = Data(try DocumentStore.bytes(corpus, .webAPI))
      let value = try CoderPeer.decodeJSON(JSONChatResponse.self, from: data)
      return Work(bytes: try CoderPeer.encodeJSON(value).count) { keep(try CoderPeer.encodeJSON(value)) }
    }
  }

  static func decodeTypedXML(_ question: Question, _ corpus: Corpus) -> [Contender] {
    guard isReadableByXMLParser(corpus) else { return [] }
    return [
      Contender(question, PeerName.xmlCoder) {
        let data = Data(try DocumentStore.bytes(corpus, .dataContractXML))
        return Work(bytes: data.count) { keep(try CoderPeer.decode(ChatResponse.self, from: data)) }
      }
    ]
  }

  static func encodeTypedXML(_ question: Question, _ corpus: Corpus) -> [Contender] {
    guard isReadableByXMLParser(corpus) else { return [] }
    return [
      Contender(question, PeerName.xmlCoder) {
        let data = Data(try DocumentStore.bytes(corpus, .dataContractXML))
        return try encoding(CoderPeer.decode(ChatResponse.self, from: data), name: corpus.rootName)
      }
    ]
  }
}
