import Foundation
import XMLCoder

/// XMLCoder into Codable structs, and back.
public enum CoderPeer {
  public static func decode<Root: Decodable>(_ type: Root.Type, from data: Data) throws -> Root {
    let decoder = XMLDecoder()
    decoder.shouldProcessNamespaces = true
    return try decoder.decode(type, from: data)
  }

  public static func encode<Root: Encodable>(_ root: Root, name: String) throws -> Data {
    try XMLEncoder().encode(root, withRootKey: name)
  }
}
