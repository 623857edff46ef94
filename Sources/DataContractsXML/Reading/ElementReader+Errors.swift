internal import CLibXML2
import DataContractsCore

extension ElementReader {
  /// Ends the parse from within a callback of content.
  mutating func stop() { xmlStopParser(context) }

  /// Keeps the first failure and stops.
  mutating func fail(_ error: DocumentError) {
    if failure == nil { failure = error }
    stop()
  }

  /// Keeps a failure that names an element by the end of its start tag, which is where libxml2 stands then; people are
  /// shown the beginning.
  mutating func fail(_ error: DocumentError, tagEnd: Int) {
    guard let offset = error.offset, let start = start(ofTagEndingAt: offset, tagEnd: tagEnd) else {
      return fail(error)
    }
    fail(
      DocumentError(
        error.code, format: error.format, offset: start, path: error.path, expected: error.expected, found: error.found)
    )
  }

  /// Where a tag begins whose end is a place; `nil` for a place that is no tag's end.
  func start(ofTagEndingAt offset: Int, tagEnd: Int) -> Int? {
    guard offset == tagEnd || isEndOfEmptyTag(offset) else { return nil }
    return source[..<min(max(offset, 0), source.count)].lastIndex(of: UInt8(ascii: "<")) ?? 0
  }

  /// Whether a place is the `>` of `/>`, which is taken for the place of an empty element's content.
  private func isEndOfEmptyTag(_ offset: Int) -> Bool {
    offset > 0 && offset < source.count && source[offset] == UInt8(ascii: ">")
      && source[offset - 1] == UInt8(ascii: "/")
  }

  mutating func startDocument() {
    guard let version = context.pointee.version, !bytes(of: version).elementsEqual("1.0".utf8) else { return }
    fail(
      builder.failure(
        .unsupported, expected: "XML 1.0", found: "version \(Excerpt.text(bytes(of: version).span))", at: 0))
  }

  mutating func documentType() {
    let offset = position
    let start = source[..<min(max(offset, 0), source.count)].lastIndex(of: UInt8(ascii: "<")) ?? 0
    fail(
      builder.failure(
        .unsupported, expected: "no document type declaration", found: Excerpt.text(source, from: start), at: start))
  }

  /// The parser has come to its end; errors that it has only counted become a failure.
  mutating func parserEnded() {
    guard failure == nil, !hasToleratedError else { return }
    if context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0 {
      failure = builder.failure(
        .syntax, expected: "a well-formed document", found: "an error of code \(context.pointee.errNo)",
        at: source.count)
    }
  }

  /// libxml2 reports an error. The parser is left alone: it stops at the next event.
  mutating func libraryError(_ error: xmlError) {
    guard failure == nil, error.level != XML_ERR_WARNING, error.level != XML_ERR_NONE else { return }
    let code = xmlParserErrors(UInt32(bitPattern: error.code))
    switch code {
    case XML_WAR_NS_URI, XML_WAR_NS_URI_RELATIVE:
      // .NET takes any text for a namespace, and compares it as it stands.
      hasToleratedError = true
    case XML_ERR_INVALID_CHAR where takesControlCharacters && readControlCharacter():
      hasToleratedError = true
    default:
      failure = builder.failure(
        .syntax, expected: Self.expectation(code, error), found: found(code, error), at: errorOffset(code))
    }
  }

  private mutating func errorOffset(_ code: xmlParserErrors) -> Int {
    let offset = min(max(position, 0), source.count)
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH, XML_NS_ERR_UNDEFINED_NAMESPACE, XML_ERR_ATTRIBUTE_REDEFINED,
      XML_NS_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_EMPTY, XML_NS_ERR_COLON, XML_NS_ERR_QNAME:
      return source[..<offset].lastIndex(of: UInt8(ascii: "<")) ?? offset
    case XML_ERR_INVALID_CHAR, XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      // libxml2 stands behind a reference when it refuses it.
      guard offset > 0, source[offset - 1] == UInt8(ascii: ";") else { return offset }
      return source[max(0, offset - 200)..<offset].lastIndex(of: UInt8(ascii: "&")) ?? offset
    default: return offset
    }
  }

  private mutating func found(_ code: xmlParserErrors, _ error: xmlError) -> String {
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH: Self.quoted(error.str2).map { "\"</\($0)>\"" } ?? "another end tag"
    case XML_NS_ERR_UNDEFINED_NAMESPACE, XML_ERR_ATTRIBUTE_REDEFINED:
      Self.quoted(error.str1).map { "\"\($0)\"" } ?? "none"
    default: Excerpt.text(source, from: errorOffset(code))
    }
  }

  private static func quoted(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    text.map { String(String(cString: $0).prefix(40)) }
  }

  private static func expectation(_ code: xmlParserErrors, _ error: xmlError) -> String {
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH: quoted(error.str1).map { "the end tag </\($0)>" } ?? "the matching end tag"
    case XML_ERR_TAG_NOT_FINISHED: "the end tag of every element"
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END: "one root element and nothing else"
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_CHARREF:
      "a character that XML allows"
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      "one of the references &amp; &lt; &gt; &quot; &apos;"
    case XML_ERR_LT_IN_ATTRIBUTE: "no \"<\" in an attribute's value"
    case XML_ERR_ATTRIBUTE_NOT_STARTED: "an attribute's value in quotes"
    case XML_ERR_ATTRIBUTE_NOT_FINISHED: "the end of an attribute's value"
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: "an attribute with a value"
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED: "each attribute once"
    case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT: "the end of a comment"
    case XML_ERR_PI_NOT_FINISHED, XML_ERR_PI_NOT_STARTED: "the end of a processing instruction"
    case XML_ERR_RESERVED_XML_NAME, XML_ERR_XMLDECL_NOT_STARTED: "an XML declaration at the start only"
    case XML_ERR_XMLDECL_NOT_FINISHED, XML_ERR_VERSION_MISSING, XML_ERR_STANDALONE_VALUE, XML_ERR_ENCODING_NAME:
      "a whole XML declaration"
    case XML_ERR_MISPLACED_CDATA_END: "no \"]]>\" in text"
    case XML_ERR_CDATA_NOT_FINISHED: "the end of a CDATA section"
    case XML_ERR_SPACE_REQUIRED: "white space"
    case XML_ERR_NAME_REQUIRED: "a name"
    case XML_ERR_GT_REQUIRED: "\">\""
    case XML_ERR_EQUAL_REQUIRED: "\"=\""
    case XML_ERR_UNKNOWN_VERSION, XML_WAR_UNKNOWN_VERSION: "XML 1.0"
    case XML_NS_ERR_UNDEFINED_NAMESPACE: "a declared prefix"
    case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_EMPTY, XML_NS_ERR_COLON:
      "names and declarations as Namespaces in XML 1.0 has them"
    default: "well-formed XML"
    }
  }
}
