internal import CLibXML2

/// libxml2's callbacks: each finds the reader behind its first argument and hands the event on.
///
/// Safety: the pointer is the one that `ElementReader.read` passes to `ParserContext.parse`; the reader lives until
/// that call returns, and libxml2 calls on the same thread and never from within a callback. So every access is
/// exclusive. Strings are valid during the callback only (names during the parse) and are copied or compared there.
func installHandlers(in handler: inout xmlSAXHandler) {
  handler = xmlSAXHandler()
  handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC
  handler.startDocument = { context in context.map { reader($0).pointee.startDocument() } }
  handler.internalSubset = { context, _, _, _ in context.map { reader($0).pointee.documentType() } }
  handler.startElementNs = {
    context, name, _, namespace, declarationCount, declarations, attributeCount, _, attributes in
    guard let context, let name else { return }
    reader(context).pointee.startElement(
      name, namespace,
      Declarations(base: declarations, count: Int(declarationCount)),
      Attributes(base: attributes, count: Int(attributeCount)))
  }
  handler.endElementNs = { context, _, _, _ in context.map { reader($0).pointee.endElement() } }
  // The same function for both: libxml2 then does not look whether white space is ignorable.
  handler.characters = characters
  handler.ignorableWhitespace = characters
  handler.cdataBlock = characters
  handler.comment = { context, _ in context.map { reader($0).pointee.passedOver() } }
  handler.processingInstruction = { context, _, _ in context.map { reader($0).pointee.instruction() } }
  handler.serror = { context, error in
    guard let context, let error else { return }
    reader(context).pointee.libraryError(error.pointee)
  }
}

private let characters: charactersSAXFunc = { context, text, count in
  guard let context, let text, count > 0 else { return }
  reader(context).pointee.characters(UnsafeBufferPointer(start: text, count: Int(count)))
}

@inline(__always)
private func reader(_ context: UnsafeMutableRawPointer) -> UnsafeMutablePointer<ElementReader> {
  context.assumingMemoryBound(to: ElementReader.self)
}

/// A name or namespace in libxml2's dictionary: the same text is the same pointer, ended by 0.
typealias DictionaryString = UnsafePointer<xmlChar>

/// The namespace declarations of a start tag: pairs of prefix (`nil` for the default) and namespace.
struct Declarations {
  let base: UnsafeMutablePointer<DictionaryString?>?
  let count: Int

  func prefix(_ index: Int) -> DictionaryString? { base?[2 * index] }
  func namespace(_ index: Int) -> DictionaryString? { base?[2 * index + 1] }
}

/// The attributes of a start tag: five pointers each.
struct Attributes {
  let base: UnsafeMutablePointer<DictionaryString?>?
  let count: Int

  func name(_ index: Int) -> DictionaryString? { base?[5 * index] }
  func namespace(_ index: Int) -> DictionaryString? { base?[5 * index + 2] }

  func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let start = base?[5 * index + 3], let end = base?[5 * index + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: max(0, end - start))
  }
}

/// The text of an attribute's value or namespace.
///
/// libxml2 leaves each `&` in them as `&#38;`, however it was written, unless it is told to replace entities.
func text(ofAttribute value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var text = Array(value)
  guard value.contains(UInt8(ascii: "&")) else { return text }
  let reference = Array("#38;".utf8)
  var kept = 0
  var index = 0
  while index < text.count {
    text[kept] = text[index]
    let isEscaped = text[index] == UInt8(ascii: "&") && text[(index + 1)...].starts(with: reference)
    index += isEscaped ? 1 + reference.count : 1
    kept += 1
  }
  text.removeLast(text.count - kept)
  return text
}

/// The bytes of a text that ends with 0.
@inline(__always)
func bytes(of text: DictionaryString) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(start: text, count: strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)))
}
