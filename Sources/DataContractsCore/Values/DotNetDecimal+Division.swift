extension DotNetDecimal {
  /// The quotient. One that ends has as many decimal places as it takes, and as the scales differ by at least: `1.00 / 2`
  /// is 0.50. Any other has the most that fit, the last of them rounded half to even, without zeros at the end.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for a divisor of 0, and beyond ``minimum`` and
  ///   ``maximum``.
  public static func / (left: DotNetDecimal, right: DotNetDecimal) throws(DocumentError) -> DotNetDecimal {
    guard right.significand != 0 else { throw divisionByZero("\(left) / \(right)") }
    guard let quotient = left.quotient(right) else { throw outOfRange("\(left) / \(right)") }
    return quotient
  }

  /// What is left of a number by whole multiples of another, with the number's sign: `-7 % 3` is -1. It has the greater
  /// of both scales; a number that is nearer to 0 than the divisor stays as it is.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for a divisor of 0.
  public static func % (left: DotNetDecimal, right: DotNetDecimal) throws(DocumentError) -> DotNetDecimal {
    guard right.significand != 0 else { throw divisionByZero("\(left) % \(right)") }
    return left.remainder(right)
  }

  /// Divides by a number; see ``/(_:_:)``.
  public static func /= (left: inout DotNetDecimal, right: DotNetDecimal) throws(DocumentError) {
    left = try left / right
  }

  /// Leaves the remainder of a division; see ``%(_:_:)``.
  public static func %= (left: inout DotNetDecimal, right: DotNetDecimal) throws(DocumentError) {
    left = try left % right
  }

  private static func divisionByZero(_ computation: String) -> DocumentError {
    DocumentError(.outOfRange, format: "\(primitive)", expected: "a divisor other than 0", found: computation)
  }

  /// Digit by digit: a rest is below 2⁹⁶, so that ten times as much and the next digit fit 128 bits.
  private func quotient(_ divisor: DotNetDecimal) -> DotNetDecimal? {
    var (digits, rest) = significand.quotientAndRemainder(dividingBy: divisor.significand)
    var places = scale - divisor.scale
    while places < 0 || (rest != 0 && places < Self.maximumScale) {
      let (digit, next) = (rest * 10).quotientAndRemainder(dividingBy: divisor.significand)
      let longer = digits * 10 + digit
      guard longer <= Self.maximumSignificand else {
        guard places >= 0 else { return nil }
        break
      }
      (digits, rest, places) = (longer, next, places + 1)
    }
    let isNegative = isNegative != divisor.isNegative
    guard rest != 0 else { return DotNetDecimal(unchecked: digits, scale: places, isNegative: isNegative) }
    let half = rest * 2
    if half > divisor.significand || (half == divisor.significand && digits & 1 == 1) { digits += 1 }
    if digits > Self.maximumSignificand {
      // 2⁹⁶ ends in 6, which rounds up.
      guard places > 0 else { return nil }
      (digits, places) = (digits / 10 + 1, places - 1)
    }
    return DotNetDecimal(unchecked: digits, scale: places, isNegative: isNegative).withoutTrailingZeros
  }

  private func remainder(_ divisor: DotNetDecimal) -> DotNetDecimal {
    let (left, right) = (aligned(with: divisor), divisor.aligned(with: self))
    guard significand != 0, right <= left else { return self }
    // The divisor at the scale of both is no greater than a significand, or is one itself.
    var rest = significand % right.low
    for _ in 0..<max(divisor.scale - scale, 0) { rest = rest * 10 % right.low }
    return DotNetDecimal(unchecked: rest, scale: max(scale, divisor.scale), isNegative: isNegative)
  }
}
