public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Binary data: C#'s `byte[]`, base64 in XML and JSON.
extension Data: DataContractCodable {
  /// `base64Binary`.
  public static var dataContractName: QualifiedName { [UInt8].dataContractName }

  /// The primitive's index, which is the same in every contract.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    .primitive(.base64Binary)
  }

  /// Reads binary data.
  public init(from reader: inout DocumentReader) throws(DocumentError) { self.init(try reader.bytes()) }

  /// Adds the bytes.
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.bytes([UInt8](self))
  }
}

/// C#'s `Uri`. A text that is no URL, or that `URL` would escape, is an error: ``DotNetURI`` takes any.
extension URL: DataContractScalar {
  /// `xs:anyURI`.
  @inlinable public static var primitive: PrimitiveType { .anyURI }

  /// Reads a URL.
  public init?(canonical text: Span<UInt8>) {
    guard let uri = try? DotNetURI(parsing: text) else { return nil }
    self.init(exactly: uri)
  }

  /// Appends the URL's whole text.
  public func appendCanonical(to text: inout [UInt8]) { text.append(contentsOf: absoluteString.utf8) }
}
