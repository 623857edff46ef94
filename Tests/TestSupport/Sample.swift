import DataContracts
import Foundation

/// One document of a documented service, as it lies in every format in `Samples`.
public struct Sample: Sendable, CustomStringConvertible {
  /// The folder in `Samples`.
  public let service: String
  /// The root element, which is also the files' name.
  public let root: String
  /// The vector that the real serializers made of the same document.
  public let vector: String

  public var description: String { root }

  public static let all = [
    Sample(service: "SupportChat", root: "SuntechCustSupportChat", vector: "seed-suntech-request"),
    Sample(service: "SupportChat", root: "SuntechCustSupportChatApiResponse", vector: "seed-suntech-response"),
    Sample(service: "Chat", root: "ChatRequest", vector: "seed-chat-request"),
    Sample(service: "Chat", root: "ChatResponse", vector: "seed-chat-response"),
  ]

  public func contract() throws -> Contract {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
      .sorted()
    let named = try files.map { (name: $0, bytes: try [UInt8](Data(contentsOf: folder.appending(path: $0)))) }
    return try Contract(xsdFiles: named).rooted(at: root)
  }

  public var folder: URL { Fixtures.samples.appending(path: service) }

  /// The formats that samples are kept in: those that a file's ending names.
  public static let formats = WireFormat.all.filter { !$0.fileEndings.isEmpty }

  /// The sample's bytes in a format; `nil` where the real serializer refuses the document.
  public func bytes(_ format: WireFormat) throws -> [UInt8]? {
    let file = folder.appending(path: "\(root).\(format.fileEndings.first ?? "")")
    return FileManager.default.fileExists(atPath: file.path) ? try [UInt8](Data(contentsOf: file)) : nil
  }
}
