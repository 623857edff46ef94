extension DocumentFormat {
  /// Reads a whole document from any collection of bytes, such as `Data` or a slice of an array.
  ///
  /// - Parameter contract: Default `nil`; see ``decode(_:as:)-([UInt8],_)``.
  public func decode(
    _ input: some Collection<UInt8>, as contract: Contract? = nil
  ) throws(DocumentError) -> Document {
    try decode([UInt8](input), as: contract)
  }

  /// Reads a whole document from borrowed bytes.
  ///
  /// - Parameter contract: Default `nil`; see ``decode(_:as:)-([UInt8],_)``.
  public func decode(_ input: Span<UInt8>, as contract: Contract? = nil) throws(DocumentError) -> Document {
    try decode(input.bytesArray, as: contract)
  }

  /// Reads a whole document from borrowed raw bytes.
  ///
  /// - Parameter contract: Default `nil`; see ``decode(_:as:)-([UInt8],_)``.
  public func decode(_ input: RawSpan, as contract: Contract? = nil) throws(DocumentError) -> Document {
    try decode(input.withUnsafeBytes { [UInt8]($0) }, as: contract)
  }
}
