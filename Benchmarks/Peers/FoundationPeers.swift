import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Foundation's untyped parsers.
public enum FoundationPeers {
  public static func decodeJSON(_ data: Data) throws -> Any { try JSONSerialization.jsonObject(with: data) }

  public static func encodeJSON(_ tree: Any) throws -> Data { try JSONSerialization.data(withJSONObject: tree) }

  /// Parses with a delegate that does nothing. XMLParser refuses documents above 10 MB.
  public static func parseXML(_ data: Data) throws {
    let parser = XMLParser(data: data)
    let delegate = SilentDelegate()
    parser.delegate = delegate
    parser.shouldProcessNamespaces = true
    if !parser.parse() {
      throw PeerFailure(peer: "XMLParser", reason: parser.parserError.map { "\($0)" } ?? "failed")
    }
  }

  private final class SilentDelegate: NSObject, XMLParserDelegate {}
}
