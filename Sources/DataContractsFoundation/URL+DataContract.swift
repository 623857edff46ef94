public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A URI. A text that `URL` would escape, such as `http://example.org/a b`, is an error: it would be sent back as another
/// one. ``DotNetURI`` takes any.
extension URL: DataContractScalar {
  /// .NET's `Uri`.
  @inlinable public static var primitive: PrimitiveType { .anyURI }

  /// Reads a URI that `URL` keeps as it is.
  public init?(canonical text: Span<UInt8>) {
    guard let text = String(canonical: text) else { return nil }
    self.init(exactly: DotNetURI(text))
  }

  /// Appends the whole URI, its base resolved.
  public func appendCanonical(to text: inout [UInt8]) { text.append(contentsOf: absoluteString.utf8) }
}
