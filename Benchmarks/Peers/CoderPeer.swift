import Foundation
import XMLCoder

/// XMLCoder and Foundation's coders into Codable structs, and back.
public enum CoderPeer {
  public static func decode<Root: Decodable>(_ type: Root.Type, from data: Data) throws -> Root {
    let decoder = XMLDecoder()
    decoder.shouldProcessNamespaces = true
    return try decoder.decode(type, from: data)
  }

  public static func encode<Root: Encodable>(_ root: Root, name: String) throws -> Data {
    try XMLEncoder().encode(root, withRootKey: name)
  }

  public static func decodeJSON<Root: Decodable>(_ type: Root.Type, from data: Data) throws -> Root {
    try JSONDecoder().decode(type, from: data)
  }

  public static func encodeJSON<Root: Encodable>(_ root: Root) throws -> Data { try JSONEncoder().encode(root) }
}
