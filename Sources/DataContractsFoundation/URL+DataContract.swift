public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A URI.
extension URL: DataContractScalar {
  /// .NET's `Uri`.
  @inlinable public static var primitive: PrimitiveType { .anyURI }

  /// Reads a URI that `URL(string:)` takes.
  public init?(canonical text: Span<UInt8>) {
    guard let text = String(canonical: text) else { return nil }
    self.init(string: text)
  }

  /// Appends the whole URI, its base resolved.
  public func appendCanonical(to text: inout [UInt8]) { text.append(contentsOf: absoluteString.utf8) }
}
