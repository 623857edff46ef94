/// A wire format: bytes to a ``Document`` and back.
///
/// Every format of this package is a small value that holds its options and conforms to this protocol. No format
/// knows another one, and none knows Swift types: contract logic is in ``DocumentBuilder``, lexical forms are in the
/// document's scalars.
public protocol DocumentFormat: Sendable {
  /// The format's name in errors and on the command line, such as `json` or `xml`.
  var name: String { get }

  /// The media types that carry the format, the one to be sent first.
  var mediaTypes: [String] { get }

  /// What a reader accepts; see ``DecodingOptions`` for the defaults.
  var decoding: DecodingOptions { get set }

  /// What the format's documents look like without a contract. Default ``DocumentShape/values``.
  var documentShape: DocumentShape { get }

  /// Reads a whole document.
  ///
  /// With a contract the values are checked and put into canonical form while they are read; without one everything
  /// is kept, in the kinds that the format itself knows.
  ///
  /// - Throws: ``DocumentError`` with path and byte offset. Nothing is returned for a part of an input.
  func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document

  /// Appends the document as the .NET serializer of this format writes it.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` where the format cannot carry a
  ///   value. `output` may then hold a part of the document.
  func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError)
}

extension DocumentFormat {
  /// ``DocumentShape/values``.
  public var documentShape: DocumentShape { .values }

  /// Reads a whole document without a contract.
  public func decode(_ input: [UInt8]) throws(DocumentError) -> Document {
    try decode(input, as: nil)
  }

  /// The document's bytes in this format.
  public func encode(_ document: Document) throws(DocumentError) -> [UInt8] {
    var output: [UInt8] = []
    try encode(document, into: &output)
    return output
  }
}
