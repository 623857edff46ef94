import CSystemXML

/// libxml2's SAX2 parser with handlers that do nothing: what any reader built on libxml2 pays at least.
public enum EmptySAX {
  /// Parses a whole document from memory with a fresh context; throws when it is not well-formed.
  ///
  /// Options: no network, and `XML_PARSE_HUGE` because a text or a document may exceed 10 MB.
  public static func parse(_ bytes: [UInt8]) throws(PeerFailure) {
    let isWellFormed = bytes.withUnsafeBytes { buffer -> Bool in
      let text = buffer.bindMemory(to: CChar.self)
      guard let context = xmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)) else { return false }
      defer { xmlFreeParserCtxt(context) }
      context.pointee.sax.pointee = handlers
      xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
      return xmlParseDocument(context) == 0 && context.pointee.wellFormed == 1
    }
    if !isWellFormed { throw PeerFailure(peer: "libxml2", reason: "not well-formed") }
  }

  nonisolated(unsafe) private static let handlers: xmlSAXHandler = {
    xmlInitParser()
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.startElementNs = { _, _, _, _, _, _, _, _, _ in }
    handlers.endElementNs = { _, _, _, _ in }
    handlers.characters = { _, _, _ in }
    handlers.ignorableWhitespace = { _, _, _ in }
    return handlers
  }()
}

/// A peer that could not do its work on a document.
public struct PeerFailure: Error, CustomStringConvertible {
  public let peer: String
  public let reason: String
  public var description: String { "\(peer): \(reason)" }
}
