/// A URI as `System.Uri` knows it: the text that it was made of, absolute or relative.
///
/// | property             | written by                      | of `HTTP://EXAMPLE.org:80/a b/%7eé`  |
/// |----------------------|---------------------------------|--------------------------------------|
/// | ``originalString``   | Json.NET, System.Text.Json      | `HTTP://EXAMPLE.org:80/a b/%7eé`     |
/// | ``absoluteURI``      | DataContract XML and JSON       | `http://example.org/a%20b/~%C3%A9`   |
/// | ``displayString``    | ServiceStack                    | `http://example.org/a b/~é`          |
///
/// It prints as ``originalString``, and two are equal when these are, code point by code point; .NET's `==` compares
/// ``absoluteURI`` without the fragment. Any text is taken, since a relative URI is nearly any text.
///
/// - SeeAlso: [System.Uri](https://learn.microsoft.com/dotnet/api/system.uri)
public struct DotNetURI: DotNetValue {
  /// The text that the URI was made of: `Uri.OriginalString`.
  public let originalString: String

  /// `xs:anyURI`.
  @inlinable public static var primitive: PrimitiveType { .anyURI }

  /// A URI of a text; nothing is checked, escaped or trimmed.
  public init(_ text: String) { originalString = text }

  /// Reads a URI from UTF-8; nothing is checked, escaped or trimmed.
  public init(parsing text: Span<UInt8>, rounding: Bool = false) throws(DocumentError) {
    originalString = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Appends ``originalString``.
  public func append(to output: inout [UInt8]) { output.append(contentsOf: originalString.utf8) }

  /// Whether the text begins with a scheme.
  public var isAbsolute: Bool { spelled(URIText.escaped) != nil }

  /// `Uri.AbsoluteUri`: scheme and host in lower case, no default port, and escapes where RFC 3986 asks for them. A
  /// relative URI as it was given.
  public var absoluteURI: String { spelled(URIText.escaped) ?? originalString }

  /// `Uri.ToString()`: as ``absoluteURI``, with the characters themselves in place of escapes as far as no delimiter is
  /// among them. A relative URI as it was given.
  public var displayString: String { spelled(URIText.displayed) ?? originalString }

  private func spelled(_ spell: (Span<UInt8>) -> [UInt8]?) -> String? {
    var text = originalString
    return text.withUTF8Span { spell($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether both texts have the same bytes; `String` would take different encodings of a letter for the same.
  public static func == (left: DotNetURI, right: DotNetURI) -> Bool {
    left.originalString.utf8.elementsEqual(right.originalString.utf8)
  }

  /// Feeds what equality compares.
  public func hash(into hasher: inout Hasher) {
    for byte in originalString.utf8 { hasher.combine(byte) }
  }
}
