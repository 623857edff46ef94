internal import CLibXML2
import Synchronization

/// A libxml2 parser context, and a store of idle ones: making a context costs more than reading a small document.
///
/// Safety: a context is in the hands of one thread at a time, since `take` removes it from the store and the
/// function that took it gives it back or frees it before it returns. libxml2's own global state is set up once, before
/// the first context is made, by a static constant, which Swift initialises under a lock.
struct ParserContext {
  let pointer: xmlParserCtxtPtr
  /// Bytes that the context has read. Its dictionary keeps every name that it has met, so it is given up after a while.
  private var bytesRead = 0

  private static let maximumIdle = 8
  private static let maximumBytesRead = 1 << 20

  /// A pointer is not `Sendable` by itself; see above.
  private struct Idle: @unchecked Sendable {
    let context: ParserContext
  }

  private static let idle = Mutex<[Idle]>([])

  /// Sets libxml2 up. Its UTF-8 handler is looked up once as well: older versions make handlers when they are first
  /// asked for.
  private static let libraryIsReady: Bool = {
    xmlInitParser()
    return xmlGetCharEncodingHandler(XML_CHAR_ENCODING_UTF8) != nil
  }()

  /// An idle context, or a new one; `nil` without memory for it.
  static func take() -> ParserContext? {
    _ = libraryIsReady
    if let context = idle.withLock({ $0.popLast()?.context }) { return context }
    guard let pointer = xmlNewParserCtxt(), let handler = pointer.pointee.sax else { return nil }
    installHandlers(in: &handler.pointee)
    return ParserContext(pointer: pointer)
  }

  private init(pointer: xmlParserCtxtPtr) { self.pointer = pointer }

  /// Keeps the context for the next document, or frees it.
  consuming func give(afterReading bytes: Int) {
    bytesRead += bytes
    pointer.pointee.userData = nil
    let isKept = bytesRead < Self.maximumBytesRead && Self.store(self)
    if !isKept { xmlFreeParserCtxt(pointer) }
  }

  private static func store(_ context: ParserContext) -> Bool {
    idle.withLock { contexts in
      guard contexts.count < maximumIdle else { return false }
      contexts.append(Idle(context: context))
      return true
    }
  }

  /// Parses a document; events go to the reader that `userData` points to.
  ///
  /// Options: no network; no limits of libxml2's own, since ours hold; the encoding declaration has been dealt with.
  /// `RECOVER` keeps events coming after an error, so that the next one can stop the parser: inside the error's own
  /// callback that would pull the input from under libxml2's feet. Never `NOENT`, `DTDLOAD`, `DTDATTR`, `XINCLUDE`.
  func parse(_ input: UnsafeBufferPointer<UInt8>, userData: UnsafeMutableRawPointer) {
    pointer.pointee.userData = userData
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_RECOVER.rawValue
    input.withMemoryRebound(to: CChar.self) { bytes in
      let document = xmlCtxtReadMemory(
        pointer, bytes.baseAddress, Int32(clamping: bytes.count), nil, nil, Int32(truncatingIfNeeded: options))
      // No handler builds a tree, so there is none.
      if let document { xmlFreeDoc(document) }
    }
  }
}
