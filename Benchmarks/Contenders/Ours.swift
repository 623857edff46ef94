import Corpus
import DataContracts
import Foundation

/// This package's side: the only file of the benchmarks that names its API.
public enum Ours {
  /// Limits are raised where the large document is beyond the defaults, which guard against hostile input.
  private static let limits: Limits = {
    var limits = Limits()
    limits.inputBytes = 100_000_000
    limits.formPairs = 1_000_000
    limits.parts = 1_000_000
    return limits
  }()

  static let webAPI = configure(JSONFormat.webAPI) { $0.decoding.limits = limits }
  private static let serviceStack = configure(JSONFormat.serviceStackCamelCase) { $0.decoding.limits = limits }
  static let dataContract = configure(XMLFormat.dataContract) { $0.decoding.limits = limits }
  private static let dotted = configure(FormFormat.dotted) { $0.decoding.limits = limits }
  private static let bracketed = configure(FormFormat.bracketed) { $0.decoding.limits = limits }
  private static let multipart = configure(MultipartFormat.dataMediaFormatter) { $0.decoding.limits = limits }

  private static func configure<Format>(_ format: Format, _ change: (inout Format) -> Void) -> Format {
    var changed = format
    change(&changed)
    return changed
  }

  static func decode(_ spelling: Spelling, _ bytes: [UInt8], as contract: Contract?) throws -> Document {
    switch spelling {
    case .webAPI: try webAPI.decode(bytes, as: contract)
    case .serviceStack: try serviceStack.decode(bytes, as: contract)
    case .dataContractXML: try dataContract.decode(bytes, as: contract)
    case .dottedForm: try dotted.decode(bytes, as: contract)
    case .multipart: try multipart.decode(bytes, as: contract)
    }
  }

  static func encode(_ spelling: Spelling, _ document: Document) throws -> [UInt8] {
    var output: [UInt8] = []
    try encode(spelling, document, into: &output)
    return output
  }

  static func encode(_ spelling: Spelling, _ document: Document, into output: inout [UInt8]) throws {
    switch spelling {
    case .webAPI: try webAPI.encode(document, into: &output)
    case .serviceStack: try serviceStack.encode(document, into: &output)
    case .dataContractXML: try dataContract.encode(document, into: &output)
    case .dottedForm: try dotted.encode(document, into: &output)
    case .multipart: try multipart.encode(document, into: &output)
    }
  }

  static func decodeBracketForm(_ bytes: [UInt8]) throws -> Document {
    try bracketed.decode(bytes, as: nil)
  }

  static func encodeBracketForm(_ document: Document) throws -> [UInt8] {
    try bracketed.encode(document)
  }

  /// The contract of a document's root, from the schemas that .NET exported.
  static func contract(of corpus: Corpus) throws -> Contract {
    let folder = URL(filePath: #filePath).appending(path: "../../../Tests/Fixtures/vectors/xsd").standardized
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "xsd" }
      .map { (name: $0.lastPathComponent, bytes: [UInt8](try Data(contentsOf: $0))) }
    return try Contract(xsdFiles: files).rooted(at: corpus.rootName)
  }
}
