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

  /// What .NET's reader of the format would drop, misread or refuse of a document, in the order of the input; of
  /// very many the first ones, ``Limits/findings`` of them.
  ///
  /// A document without findings is read whole. Where .NET gives an error it reads no further; the findings after it
  /// are what it would meet if that were mended. A value whose offset .NET changes to that of its own zone is no
  /// loss, and no finding.
  ///
  /// - Throws: ``DocumentError`` for an input beyond ``Limits``, of code ``DocumentError/Code/contract`` for a contract
  ///   that has no root for the document, and of code ``DocumentError/Code/unsupported`` where the format's reader is
  ///   not known well enough.
  func findings(in input: [UInt8], as contract: Contract) throws(DocumentError) -> [Finding]

  /// Reads a Swift value. The default reads a document and the value from that.
  ///
  /// - Parameters:
  ///   - type: A type with a data contract, or a list or dictionary of such.
  ///   - input: The whole document.
  /// - Throws: ``DocumentError`` with path and byte offset.
  func decode<T: DataContractDecodable>(_ type: T.Type, from input: [UInt8]) throws(DocumentError) -> T

  /// Appends the document as the .NET serializer of this format writes it.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` where the format cannot carry a
  ///   value. `output` may then hold a part of the document.
  func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError)

  /// Appends a Swift value as the .NET serializer of this format writes it. The default makes a document of it and
  /// writes that.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` where the format cannot carry a value.
  ///   `output` may then hold a part of the document.
  func encode<T: DataContractEncodable>(_ value: T, into output: inout [UInt8]) throws(DocumentError)
}

extension DocumentFormat {
  /// ``DocumentShape/values``.
  public var documentShape: DocumentShape { .values }

  /// Refuses: nothing is known of a reader of .NET's.
  public func findings(in input: [UInt8], as contract: Contract) throws(DocumentError) -> [Finding] {
    throw DocumentError(.unsupported, format: name, expected: "a format whose .NET reader is known", found: name)
  }

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
