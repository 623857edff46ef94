import Corpus
import DataContracts
import Foundation
import Measure
import Peers

/// This package from bytes to Swift values and back, beside the coders that do the same.
enum TypedContenders {
  static let guidName = "DataContracts, GUIDs as UUID"
  static let stringName = "DataContracts, GUIDs as String"
  static let codableName = "DataContracts, Codable"

  static func all(_ corpus: Corpus) -> [Contender] {
    guard corpus.rootName == "ChatResponse" else { return [] }
    return json(corpus) + xml(corpus)
  }

  private static func json(_ corpus: Corpus) -> [Contender] {
    let decode = Question("Typed JSON", .decode, corpus.rawValue)
    let encode = Question("Typed JSON", .encode, corpus.rawValue)
    return [
      decoder(decode, guidName, WithGUIDs.ChatResponse.self, Ours.webAPI, corpus, .webAPI),
      decoder(decode, stringName, WithStrings.ChatResponse.self, Ours.webAPI, corpus, .webAPI),
      codableDecoder(decode, corpus),
      PeerContenders.decodeTypedJSON(decode, corpus),
      encoder(encode, guidName, WithGUIDs.ChatResponse.self, Ours.webAPI, corpus, .webAPI),
      encoder(encode, stringName, WithStrings.ChatResponse.self, Ours.webAPI, corpus, .webAPI),
      codableEncoder(encode, corpus),
      PeerContenders.encodeTypedJSON(encode, corpus),
    ]
  }

  private static func xml(_ corpus: Corpus) -> [Contender] {
    let decode = Question("Typed XML", .decode, corpus.rawValue)
    let encode = Question("Typed XML", .encode, corpus.rawValue)
    return [
      decoder(decode, guidName, WithGUIDs.ChatResponse.self, Ours.dataContract, corpus, .dataContractXML),
      decoder(decode, stringName, WithStrings.ChatResponse.self, Ours.dataContract, corpus, .dataContractXML),
    ] + PeerContenders.decodeTypedXML(decode, corpus) + [
      encoder(encode, guidName, WithGUIDs.ChatResponse.self, Ours.dataContract, corpus, .dataContractXML),
      encoder(encode, stringName, WithStrings.ChatResponse.self, Ours.dataContract, corpus, .dataContractXML),
    ] + PeerContenders.encodeTypedXML(encode, corpus)
  }

  private static func decoder<T: DataContractDecodable>(
    _ question: Question, _ name: String, _ type: T.Type, _ format: some DocumentFormat, _ corpus: Corpus,
    _ spelling: Spelling
  ) -> Contender {
    Contender(question, name) {
      let bytes = try DocumentStore.bytes(corpus, spelling)
      return Work(bytes: bytes.count) { keep(try format.decode(type, from: bytes)) }
    }
  }

  private static func encoder<T: DataContractCodable>(
    _ question: Question, _ name: String, _ type: T.Type, _ format: some DocumentFormat, _ corpus: Corpus,
    _ spelling: Spelling
  ) -> Contender {
    Contender(question, name) {
      let bytes = try DocumentStore.bytes(corpus, spelling)
      let value = try format.decode(type, from: bytes)
      guard try format.encode(value) == bytes else {
        throw ContenderFailure(description: "what was written differs from what was read")
      }
      return Work(bytes: bytes.count) { keep(try format.encode(value)) }
    }
  }

  /// The types of JSONDecoder's users, as they are.
  private static func codableDecoder(_ question: Question, _ corpus: Corpus) -> Contender {
    Contender(question, codableName) {
      let bytes = try DocumentStore.bytes(corpus, .webAPI)
      return Work(bytes: bytes.count) { keep(try Ours.webAPI.decode(JSONChatResponse.self, from: bytes)) }
    }
  }

  private static func codableEncoder(_ question: Question, _ corpus: Corpus) -> Contender {
    Contender(question, codableName) {
      let bytes = try DocumentStore.bytes(corpus, .webAPI)
      let value = try Ours.webAPI.decode(JSONChatResponse.self, from: bytes)
      // Shorter than what was read: members that are null are left out, as JSONEncoder does.
      return Work(bytes: try Ours.webAPI.encode(value).count) { keep(try Ours.webAPI.encode(value)) }
    }
  }
}
