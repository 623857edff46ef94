extension DataContractScalar where Self: DotNetValue {
  /// Reads the canonical text.
  public init?(canonical text: Span<UInt8>) {
    guard let value = try? Self(parsing: text, rounding: false) else { return nil }
    self = value
  }

  /// Appends the canonical text.
  public func appendCanonical(to text: inout [UInt8]) { append(to: &text) }
}

extension DotNetDateTime: DataContractScalar {
  /// `0001-01-01T00:00:00`.
  public static var dotNetDefault: DotNetDateTime? { .minimum }

  /// Reads a date and time in XML Schema's form.
  public init?(canonical text: Span<UInt8>) { self.init(text) }
}

extension DotNetDateTimeOffset: DataContractScalar {
  /// `0001-01-01T00:00:00+00:00`.
  public static var dotNetDefault: DotNetDateTimeOffset? { .minimum }
}

extension DotNetTimeSpan: DataContractScalar {
  /// No time.
  public static var dotNetDefault: DotNetTimeSpan? { .zero }

  /// Reads a duration such as `P1DT12H`.
  public init?(canonical text: Span<UInt8>) { self.init(text) }
}

extension DotNetDecimal: DataContractScalar {
  /// 0.
  public static var dotNetDefault: DotNetDecimal? { .zero }
}

extension DotNetGUID: DataContractScalar {
  /// All zeros.
  public static var dotNetDefault: DotNetGUID? { .empty }
}

extension DotNetChar: DataContractScalar {
  /// The code unit 0.
  public static var dotNetDefault: DotNetChar? { DotNetChar(0) }
}

extension DotNetURI: DataContractScalar {}
