extension DotNetDecimal {
  /// The integer, without decimal places.
  ///
  /// - Returns: `nil` for a magnitude beyond 2⁹⁶ - 1.
  public init?(exactly value: some BinaryInteger) {
    guard let significand = UInt128(exactly: value.magnitude) else { return nil }
    self.init(significand: significand, scale: 0, isNegative: value < 0)
  }

  /// The very number that a `Double` is, which differs from the digits that it prints as: 0.5, and not 0.1.
  ///
  /// - Returns: `nil` where that number has more than 28 decimal places or needs more than 96 bits, for infinities and
  ///   for NaN.
  public init?(exactly value: Double) {
    guard value.isFinite, value != 0 else {
      guard value == 0 else { return nil }
      self = .zero
      return
    }
    // The value is an odd number times a power of two.
    let width = value.significandWidth
    let odd = UInt128(Double(sign: .plus, exponent: width, significand: value.significand))
    let exponent = Int(value.exponent) - width
    guard exponent < 96, exponent >= -Self.maximumScale else { return nil }
    let factor = (0..<exponent.magnitude).reduce(UInt128(1)) { power, _ in power * (exponent < 0 ? 5 : 2) }
    let (significand, overflows) = odd.multipliedReportingOverflow(by: factor)
    guard !overflows else { return nil }
    self.init(significand: significand, scale: max(-exponent, 0), isNegative: value < 0)
  }

  /// The digits that a `Double` prints as: 0.1 for 0.1. More digits than the type holds are rounded, half to even.
  ///
  /// .NET's own conversion keeps 15 digits at most.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for a magnitude of 2⁹⁶ or more, and of code
  ///   ``DocumentError/Code/typeMismatch`` for infinities and NaN.
  public init(rounding value: Double) throws(DocumentError) {
    try self.init(parsing: value.description, rounding: true)
  }
}

extension FixedWidthInteger {
  /// The integer that a decimal is.
  ///
  /// - Returns: `nil` for a number with a fraction, or one that the type cannot hold. 1.00 is 1.
  public init?(exactly value: DotNetDecimal) {
    let whole = value.withoutTrailingZeros
    let significand = Int128(whole.significand)
    guard whole.scale == 0 else { return nil }
    self.init(exactly: whole.isNegative ? -significand : significand)
  }
}

extension Double {
  /// The nearest value to a decimal, which has up to 29 digits where a `Double` tells 15 apart.
  public init(rounding value: DotNetDecimal) {
    // A decimal's text is always a number that `Double` reads.
    self = Double(value.description) ?? .nan
  }
}
