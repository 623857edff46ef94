extension DataContractScalar where Self: DotNetValue {
  /// Reads the value's canonical text.
  public init?(canonical text: Span<UInt8>) {
    guard let value = try? Self(parsing: text, rounding: false) else { return nil }
    self = value
  }

  /// Appends the value's canonical text.
  @inlinable
  public func appendCanonical(to text: inout [UInt8]) { append(to: &text) }
}

extension DotNetDateTime: DataContractScalar {
  /// `0001-01-01T00:00:00`.
  public static var dotNetDefault: DotNetDateTime? { .minimum }
}

extension DotNetDateTimeOffset: DataContractScalar {
  /// `0001-01-01T00:00:00+00:00`.
  public static var dotNetDefault: DotNetDateTimeOffset? { .minimum }
}

extension DotNetTimeSpan: DataContractScalar {
  /// No time.
  public static var dotNetDefault: DotNetTimeSpan? { .zero }
}

extension DotNetDecimal: DataContractScalar {
  /// 0.
  public static var dotNetDefault: DotNetDecimal? { .zero }
}

extension DotNetGUID: DataContractScalar {
  /// `00000000-0000-0000-0000-000000000000`.
  public static var dotNetDefault: DotNetGUID? { .empty }

  /// Reads 36 characters.
  public init?(canonical text: Span<UInt8>) {
    guard let bytes = GUIDText.bytes(ofCanonical: text) else { return nil }
    self.init(low: bytes.low, high: bytes.high)
  }
}

extension DotNetChar: DataContractScalar {
  /// The code unit 0.
  public static var dotNetDefault: DotNetChar? { DotNetChar(0) }
}

extension DotNetURI: DataContractScalar {}
