/// The digits of a decimal literal from its first non-zero one on, ready to become a binary number.
struct SignificantDigits {
  /// The leading digits, at most `retained`, and behind them a 1 if anything but zeros was left out.
  ///
  /// 770 digits decide every rounding of a double (the longest exact midpoint has 768), so the time to
  /// convert does not depend on how many more there are.
  private var digits: [UInt8] = []
  /// The number is 0.digits times ten to this power.
  private var power = 0
  /// The first 19 digits at most, when they are all.
  private var small: UInt64? = 0

  private static let retained = 770

  var isZero: Bool { digits.isEmpty && small == 0 }

  init(of literal: DecimalLiteral, _ text: Span<UInt8>) {
    let count = literal.digitCount
    var first = 0
    while first < count, literal.digit(first, of: text) == 0 { first += 1 }
    var end = count
    while end > first, literal.digit(end - 1, of: text) == 0 { end -= 1 }
    power = first == end ? 0 : literal.pointPosition - first
    if end - first <= 19 {
      var value: UInt64 = 0
      for index in first..<end { value = value &* 10 &+ UInt64(literal.digit(index, of: text)) }
      small = value
      power -= end - first
    } else {
      small = nil
      let kept = Swift.min(end, first + Self.retained)
      digits.reserveCapacity(kept - first + 1)
      for index in first..<kept { digits.append(0x30 + literal.digit(index, of: text)) }
      if kept < end { digits.append(0x31) }
      power -= digits.count
    }
  }

  /// The nearest value, infinite when it is too great; nil never for what the initialiser makes.
  func value<Value: DotNetFloatingPoint>() -> Value? {
    guard let small else { return nearest(digits) }
    if small <= Value.exactInteger, abs(power) <= Value.exactPower {
      let scale: Value = Self.powerOfTen(abs(power))
      return power < 0 ? Value(small) / scale : Value(small) * scale
    }
    if small == 0 { return 0 }
    if let exact: Value = Self.product(small, timesTenTo: power) { return exact }
    var text: [UInt8] = []
    text.appendDecimal(small)
    return nearest(text)
  }

  /// Leaves the correct rounding to the standard library.
  private func nearest<Value: DotNetFloatingPoint>(_ digits: [UInt8]) -> Value? {
    // The decimal exponent of the first digit; far outside any range the exponent itself is not needed.
    let leading = power + digits.count
    if leading > 400 { return .infinity }
    if leading < -400 { return 0 }
    var text = digits
    text.append(0x65)
    if power < 0 { text.append(0x2D) }
    text.appendDecimal(UInt64(power.magnitude))
    return Value(String(decoding: text, as: UTF8.self))
  }

  /// Rounds a product or quotient of 64-bit integers once: plain decimals of up to 19 digits, without a detour
  /// through a string. No such value is subnormal or overflows, even as a float.
  private static func product<Value: DotNetFloatingPoint>(_ digits: UInt64, timesTenTo power: Int) -> Value? {
    guard abs(power) <= 19 else { return nil }
    var scale: UInt64 = 1
    for _ in 0..<abs(power) { scale &*= 10 }
    if power >= 0 {
      let (high, low) = digits.multipliedFullWidth(by: scale)
      guard high != 0 else { return Value(low) }
      let shift = UInt64(high.leadingZeroBitCount)
      let top = shift == 0 ? high : (high << shift) | (low >> (64 - shift))
      return rounded(top, isInexact: low << shift != 0, timesTwoTo: 64 - Int(shift))
    }
    // With the divisor's top bit set and the dividend's clear, the quotient has 63 or 64 bits.
    let shift = scale.leadingZeroBitCount
    let lift = digits.leadingZeroBitCount
    let dividend = (digits << UInt64(lift)) >> 1
    let (quotient, remainder) = (scale << UInt64(shift)).dividingFullWidth((dividend, 0))
    return rounded(quotient, isInexact: remainder != 0, timesTwoTo: shift - lift - 63)
  }

  /// An inexact part below the lowest of 63 bits or more can only decide a tie, and so can a one in that bit.
  private static func rounded<Value: DotNetFloatingPoint>(
    _ bits: UInt64, isInexact: Bool, timesTwoTo exponent: Int
  ) -> Value {
    let sticky = isInexact ? bits | 1 : bits
    return Value(sign: .plus, exponent: Value.Exponent(exponent), significand: Value(sticky))
  }

  /// Exact, since each product on the way is.
  private static func powerOfTen<Value: DotNetFloatingPoint>(_ exponent: Int) -> Value {
    var result: Value = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}
