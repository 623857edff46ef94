public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DotNetURI {
  /// The URI of a URL's whole text, a relative URL resolved against its base.
  public init(_ url: URL) { self.init(url.absoluteString) }
}

extension URL {
  /// The URL of the text as it was given.
  ///
  /// - Returns: `nil` for a text that is no URL, or that `URL` would escape: `http://example.org/a b`.
  public init?(exactly uri: DotNetURI) {
    guard let url = URL(string: uri.originalString), url.absoluteString == uri.originalString else { return nil }
    self = url
  }

  /// The URL of the text as .NET escapes it, ``DotNetURI/absoluteURI``.
  ///
  /// - Returns: `nil` for a text that is no URL even so, such as the empty one.
  public init?(escaping uri: DotNetURI) { self.init(string: uri.absoluteURI) }
}
