public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Binary data.
extension Data: DataContractScalar {
  /// .NET's `byte[]`.
  @inlinable public static var primitive: PrimitiveType { .base64Binary }

  /// Reads base64.
  public init?(canonical text: Span<UInt8>) {
    var bytes: [UInt8] = []
    guard Base64.decode(text, into: &bytes) else { return nil }
    self.init(bytes)
  }

  /// Reads binary data, the content of a file in a multipart body included.
  public init(from reader: inout DocumentReader) throws(DocumentError) { self.init(try reader.bytes()) }

  /// Appends base64.
  public func appendCanonical(to text: inout [UInt8]) {
    [UInt8](self).withUnsafeBufferPointer { Base64.encode($0.span, into: &text) }
  }
}
