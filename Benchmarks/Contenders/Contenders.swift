import Corpus
import Foundation

/// All contenders, by format; those of one question stand together, this package's first.
public enum Contenders {
  public static func all(_ documents: [Corpus]) -> [Contender] {
    json(documents) + thirdPartyJSON() + xml(documents) + formAndMultipart(documents)
      + documents.flatMap(TypedContenders.all)
  }

  public static func json(_ documents: [Corpus]) -> [Contender] {
    documents.flatMap { corpus in
      let data = { Data(try DocumentStore.bytes(corpus, .webAPI)) }
      let decode = OurContenders.decode("JSON", .webAPI, corpus) + [PeerContenders.decodeJSON(corpus)]
      let encode =
        OurContenders.encode("JSON", .webAPI, corpus) + [
          PeerContenders.encodeJSON(corpus.rawValue, data), PeerContenders.copy("JSON", .webAPI, corpus),
        ]
      return decode + encode + OurContenders.decode("ServiceStack JSON", .serviceStack, corpus)
    }
  }

  /// The files of ``ThirdPartyFiles``; none when their folder is not named.
  public static func thirdPartyJSON() -> [Contender] {
    (ThirdPartyFiles.all ?? []).flatMap { file in
      let data = { try Data(contentsOf: file) }
      return [
        OurContenders.decode(file: file), PeerContenders.decodeJSON(file.lastPathComponent, data),
        OurContenders.encode(file: file), PeerContenders.encodeJSON(file.lastPathComponent, data),
      ]
    }
  }

  public static func xml(_ documents: [Corpus]) -> [Contender] {
    documents.flatMap { corpus in
      OurContenders.decode("XML", .dataContractXML, corpus) + PeerContenders.decodeXML(corpus)
        + OurContenders.encode("XML", .dataContractXML, corpus) + PeerContenders.encodeXML(corpus)
        + [PeerContenders.copy("XML", .dataContractXML, corpus)]
    }
  }

  public static func formAndMultipart(_ documents: [Corpus]) -> [Contender] {
    documents.flatMap { corpus in
      [("Form", Spelling.dottedForm), ("Multipart", .multipart)].flatMap { format, spelling in
        OurContenders.decode(format, spelling, corpus) + OurContenders.encode(format, spelling, corpus) + [
          PeerContenders.copy(format, spelling, corpus)
        ]
      }
    }
  }

  /// This package on a form with bracket keys, without a contract.
  public static func bracketForm(_ document: String, _ bytes: @escaping () -> [UInt8]) -> [Contender] {
    [OurContenders.decodeBracketForm(document, bytes), OurContenders.encodeBracketForm(document, bytes)]
  }
}
