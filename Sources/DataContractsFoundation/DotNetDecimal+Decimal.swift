public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DotNetDecimal {
  /// The same number.
  ///
  /// - Returns: `nil` for more than 28 decimal places, for more digits than 96 bits hold, and for NaN.
  public init?(exactly value: Decimal) { self.init(value.description) }

  /// The nearest number of at most 28 decimal places and 96 bits, half to even; `Decimal` has 38 digits.
  ///
  /// - Throws: `DocumentError` of code `outOfRange` for a magnitude of 2⁹⁶ or more, and of code `typeMismatch` for NaN.
  public init(rounding value: Decimal) throws(DocumentError) {
    try self.init(parsing: value.description, rounding: true)
  }
}

extension Decimal {
  /// The same number; a `Decimal` does not show the zeros that decimal places end in.
  public init(_ value: DotNetDecimal) {
    let (high, low) = (UInt64(value.significand >> 64), UInt64(truncatingIfNeeded: value.significand))
    let significand = Decimal(high) * (Decimal(UInt64.max) + 1) + Decimal(low)
    self.init(sign: value.isNegative ? .minus : .plus, exponent: -value.scale, significand: significand)
  }
}
