extension DotNetValue {
  /// Reads the value's text, in any unambiguous spelling, from the decoder of another library.
  ///
  /// The formats of this package do not call it: they read the value as they do under a contract, a decimal from a number.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for a text that is no such value, with the ``DocumentError`` as its
  ///   underlying error, and what the decoder throws for anything that is no text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(DocumentError) {
      self = try Self(parsing: text)
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: container.codingPath, debugDescription: "\(error)", underlyingError: error))
    }
  }

  /// Writes the canonical text to the encoder of another library: no container of `Codable` has a number that holds each
  /// of .NET's decimals.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
