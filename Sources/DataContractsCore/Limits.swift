/// Bounds that every decoder keeps, so that time and memory stay linear in the input whatever the input is.
///
/// A limit that is passed gives a ``DocumentError`` of code ``DocumentError/Code/limitExceeded`` that names the
/// limit and its value. Each bound is inclusive: an input of exactly `inputBytes` bytes is read.
///
/// ```swift
/// var format = JSONFormat.webAPI
/// format.decoding.limits.inputBytes = 100_000_000
/// ```
public struct Limits: Sendable, Hashable {
  /// Nesting of objects, lists and dictionaries, 1 through ``maximumDepth``. Default 64.
  ///
  /// Stops inputs such as 100,000 opening brackets, which exhaust the stack of recursive readers. A value above
  /// ``maximumDepth`` counts as ``maximumDepth``.
  public var depth = 64
  /// Steps of one dotted or bracketed key, such as 3 for `Chat[0].ChatId`. Default 32.
  public var keyDepth = 32
  /// Bytes of the whole input. Default 30,000,000.
  public var inputBytes = 30_000_000
  /// Bytes of one text value, after escapes and references are resolved. Default 10,000,000.
  public var textBytes = 10_000_000
  /// Bytes of one number's text. Default 1,000.
  public var numberBytes = 1_000
  /// Bytes of one member, element or field name. Default 50,000.
  public var nameBytes = 50_000
  /// Nodes of the document: every value, container and dictionary key is one. Default 1,000,000.
  public var nodes = 1_000_000
  /// Attributes and namespace declarations of one XML element, taken together. Default 256.
  public var elementAttributes = 256
  /// Name and value pairs of a form. Default 1,000.
  public var formPairs = 1_000
  /// Parts of a multipart body. Default 1,000.
  public var parts = 1_000
  /// Header fields of one part. Default 16.
  public var partHeaders = 16
  /// Bytes of one part's header fields together. Default 16,384.
  public var partHeaderBytes = 16_384
  /// Findings of ``DocumentFormat/findings(in:as:)``, of which the first ones of an input are kept. Default 1,000.
  public var findings = 1_000

  /// The deepest nesting that any setting of ``depth`` allows: 1,000.
  ///
  /// Encoders walk a document recursively; this bound keeps them within the smallest thread stack in use (512 KiB).
  public static let maximumDepth = 1_000

  /// The defaults that each property names.
  public init() {}

  /// ``depth`` within 1 through ``maximumDepth``.
  package var effectiveDepth: Int { min(max(depth, 1), Self.maximumDepth) }
}
