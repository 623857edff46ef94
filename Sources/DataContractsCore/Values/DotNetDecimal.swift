/// A number as `System.Decimal` knows it: an integer of 96 bits, a scale of 0 through 28 decimal places, and a sign.
///
/// | value          | DataContract XML and ServiceStack | Json.NET |
/// |----------------|-----------------------------------|----------|
/// | `1.10m`        | `1.10`                            | `1.10`   |
/// | `5m`           | `5`                               | `5.0`    |
/// | ``maximum``    | `79228162514264337593543950335`   | the same, with `.0` |
///
/// Trailing zeros belong to the value and are kept. `==` is exact: `1.10` is not `1.1`, so that equal values print alike.
/// ``isNumericallyEqual(to:)`` compares as .NET's `==` does, and `<` orders by number first, then by scale. Zero has no
/// sign: .NET keeps one that no text shows.
///
/// `+`, `-`, `*` and `/` round as .NET does, half to even, where the result has more digits than 96 bits hold or a scale
/// beyond 28, and throw where its integer part does not fit; `/` and `%` throw for a divisor of 0. `Foundation.Decimal`
/// has 38 digits but does not keep trailing zeros.
///
/// - SeeAlso: [System.Decimal](https://learn.microsoft.com/dotnet/api/system.decimal)
public struct DotNetDecimal: DotNetValue {
  private let lowBits: UInt64
  private let highBits: UInt32
  private let places: UInt8
  /// Whether the number is below zero.
  public let isNegative: Bool

  /// `xs:decimal`.
  @inlinable public static var primitive: PrimitiveType { .decimal }

  /// The greatest scale: 28.
  public static let maximumScale = 28

  /// The greatest ``significand``: 2⁹⁶ - 1.
  public static let maximumSignificand: UInt128 = (1 << 96) - 1

  /// 79228162514264337593543950335: `decimal.MaxValue`.
  public static let maximum = DotNetDecimal(unchecked: maximumSignificand, scale: 0, isNegative: false)

  /// -79228162514264337593543950335: `decimal.MinValue`.
  public static let minimum = DotNetDecimal(unchecked: maximumSignificand, scale: 0, isNegative: true)

  /// 0, without decimal places: .NET's default.
  public static let zero = DotNetDecimal(unchecked: 0, scale: 0, isNegative: false)

  /// The number ±significand × 10⁻ˢᶜᵃˡᵉ. Zero is never negative.
  ///
  /// - Returns: `nil` for a significand beyond ``maximumSignificand``, and for a scale that is not within 0 through 28.
  public init?(significand: UInt128, scale: Int, isNegative: Bool = false) {
    guard significand <= Self.maximumSignificand, (0...Self.maximumScale).contains(scale) else { return nil }
    self.init(unchecked: significand, scale: scale, isNegative: isNegative)
  }

  init(unchecked significand: UInt128, scale: Int, isNegative: Bool) {
    lowBits = UInt64(truncatingIfNeeded: significand)
    highBits = UInt32(truncatingIfNeeded: significand >> 64)
    places = UInt8(truncatingIfNeeded: scale)
    self.isNegative = isNegative && significand != 0
  }

  /// Reads a text such as `-12.50`, an exponent included (`1.5E3`).
  ///
  /// - Throws: ``DocumentError`` for a text that is no number; for one whose integer part needs more than 96 bits; for
  ///   more digits than the type holds unless these are to be rounded, half to even.
  public init(parsing text: Span<UInt8>, rounding: Bool = false) throws(DocumentError) {
    self = try Self.reading(text) { text throws(LexicalFailure) in
      if let (mantissa, scale, isNegative) = DecimalText.short(text) {
        return DotNetDecimal(unchecked: UInt128(mantissa), scale: scale, isNegative: isNegative)
      }
      let (mantissa, scale, isNegative) = try DecimalText.parse(text, rounds: rounding)
      return DotNetDecimal(unchecked: mantissa, scale: scale, isNegative: isNegative)
    }
  }

  /// Appends all digits, with as many decimal places as ``scale`` says; never an exponent.
  public func append(to output: inout [UInt8]) {
    DecimalText.print(significand, scale: scale, isNegative: isNegative, to: &output)
  }

  /// The digits as an integer, without sign and point: 110 for 1.10.
  public var significand: UInt128 { UInt128(highBits) << 64 | UInt128(lowBits) }

  /// How many of the digits are decimal places, 0 through 28: 2 for 1.10.
  public var scale: Int { Int(places) }
}

extension DotNetDecimal: Comparable {
  /// Whether both are the same number, however many zeros they end in: .NET's `==`.
  public func isNumericallyEqual(to other: DotNetDecimal) -> Bool { order(beside: other) == 0 }

  /// Smaller numbers come first; of equal ones that with fewer decimal places.
  public static func < (left: DotNetDecimal, right: DotNetDecimal) -> Bool {
    let order = left.order(beside: right)
    return order != 0 ? order < 0 : left.places < right.places
  }

  /// Below, equal to or above 0, as the number is below, equal to or above the other.
  private func order(beside other: DotNetDecimal) -> Int {
    guard isNegative == other.isNegative else { return isNegative ? -1 : 1 }
    let (left, right) = (aligned(with: other), other.aligned(with: self))
    return left == right ? 0 : (left < right) == isNegative ? 1 : -1
  }
}

extension DotNetDecimal: ExpressibleByIntegerLiteral {
  /// The integer, without decimal places.
  public init(integerLiteral value: Int64) {
    self.init(unchecked: UInt128(value.magnitude), scale: 0, isNegative: value < 0)
  }
}
