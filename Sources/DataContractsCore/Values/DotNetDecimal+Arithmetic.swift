extension DotNetDecimal {
  /// The sum, with the greater of both scales if its digits fit.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` beyond ``minimum`` and ``maximum``.
  public static func + (left: DotNetDecimal, right: DotNetDecimal) throws(DocumentError) -> DotNetDecimal {
    guard let sum = left.sum(right) else { throw outOfRange("\(left) + \(right)") }
    return sum
  }

  /// The difference, with the greater of both scales if its digits fit.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` beyond ``minimum`` and ``maximum``.
  public static func - (left: DotNetDecimal, right: DotNetDecimal) throws(DocumentError) -> DotNetDecimal {
    guard let difference = left.sum(-right) else { throw outOfRange("\(left) - \(right)") }
    return difference
  }

  /// The product, with the sum of both scales if its digits fit.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` beyond ``minimum`` and ``maximum``.
  public static func * (left: DotNetDecimal, right: DotNetDecimal) throws(DocumentError) -> DotNetDecimal {
    if left.productIsPlainZero(right) { return .zero }
    let product = WideInteger(left.significand, times: right.significand)
    let isNegative = left.isNegative != right.isNegative
    guard let result = DotNetDecimal(rounding: product, scale: left.scale + right.scale, isNegative: isNegative) else {
      throw outOfRange("\(left) * \(right)")
    }
    return result
  }

  /// .NET gives a zero product its decimal places only where both significands have 32 bits, and gives none to a product
  /// of such that is too small for any digit.
  private func productIsPlainZero(_ other: DotNetDecimal) -> Bool {
    let areShort = max(significand, other.significand) <= UInt128(UInt32.max)
    return areShort ? scale + other.scale > Self.maximumScale + 19 : significand == 0 || other.significand == 0
  }

  /// The number of the other sign.
  public static prefix func - (value: DotNetDecimal) -> DotNetDecimal {
    DotNetDecimal(unchecked: value.significand, scale: value.scale, isNegative: !value.isNegative)
  }

  /// Adds a number; see ``+(_:_:)``.
  public static func += (left: inout DotNetDecimal, right: DotNetDecimal) throws(DocumentError) {
    left = try left + right
  }

  /// Subtracts a number; see ``-(_:_:)``.
  public static func -= (left: inout DotNetDecimal, right: DotNetDecimal) throws(DocumentError) {
    left = try left - right
  }

  /// Multiplies by a number; see ``*(_:_:)``.
  public static func *= (left: inout DotNetDecimal, right: DotNetDecimal) throws(DocumentError) {
    left = try left * right
  }

  /// The number without its sign.
  public var magnitude: DotNetDecimal { DotNetDecimal(unchecked: significand, scale: scale, isNegative: false) }

  /// The nearest number of so many decimal places at most, half to even: `decimal.Round`.
  ///
  /// - Parameter scale: A number below 0 counts as 0. A number that has fewer places stays as it is.
  public func rounded(toScale scale: Int) -> DotNetDecimal {
    var value = WideInteger(significand)
    var dropped = DroppedTail()
    for _ in max(scale, 0)..<max(self.scale, scale, 0) { dropped.drop(value.divideByTen()) }
    if dropped.roundsUp(value) { value.increment() }
    return DotNetDecimal(unchecked: value.low, scale: min(self.scale, max(scale, 0)), isNegative: isNegative)
  }

  /// The same number without the zeros that its decimal places end in: 1.1 for 1.10.
  public var withoutTrailingZeros: DotNetDecimal {
    var (digits, places) = (significand, scale)
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    return DotNetDecimal(unchecked: digits, scale: places, isNegative: isNegative)
  }

  /// The significand at the scale that is the greater of both.
  func aligned(with other: DotNetDecimal) -> WideInteger {
    WideInteger(significand, times: Self.powerOfTen(max(other.scale - scale, 0)))
  }

  /// 10 to a power of 0 through 38.
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private func sum(_ other: DotNetDecimal) -> DotNetDecimal? {
    let (left, right) = (aligned(with: other), other.aligned(with: self))
    let scale = max(scale, other.scale)
    if isNegative == other.isNegative {
      return DotNetDecimal(rounding: left.adding(right), scale: scale, isNegative: isNegative)
    }
    return right < left
      ? DotNetDecimal(rounding: left.subtracting(right), scale: scale, isNegative: isNegative)
      : DotNetDecimal(rounding: right.subtracting(left), scale: scale, isNegative: other.isNegative)
  }

  /// As many decimal places as 96 bits and a scale of 28 hold; `nil` where the integer part does not fit.
  private init?(rounding exact: WideInteger, scale: Int, isNegative: Bool) {
    var (value, scale, dropped) = (exact, scale, DroppedTail())
    while !value.fits || scale > Self.maximumScale {
      guard scale > 0 else { return nil }
      dropped.drop(value.divideByTen())
      scale -= 1
    }
    if dropped.roundsUp(value) { value.increment() }
    if !value.fits {
      // 2⁹⁶ ends in 6, which rounds up.
      guard scale > 0 else { return nil }
      _ = value.divideByTen()
      value.increment()
      scale -= 1
    }
    self.init(unchecked: value.low, scale: scale, isNegative: isNegative)
  }
}

/// The digits that have been dropped behind a number, from the last to the first.
private struct DroppedTail {
  private var first: UInt8 = 0
  private var hasOthers = false

  mutating func drop(_ digit: UInt8) {
    hasOthers = hasOthers || first != 0
    first = digit
  }

  /// Half to even.
  func roundsUp(_ value: WideInteger) -> Bool {
    first > 5 || (first == 5 && (hasOthers || value.low & 1 == 1))
  }
}

/// An unsigned integer of 256 bits, which holds every product and every aligned sum of two decimals.
struct WideInteger: Comparable {
  private(set) var high: UInt128
  private(set) var low: UInt128

  init(_ value: UInt128, times factor: UInt128 = 1) { (high, low) = value.multipliedFullWidth(by: factor) }

  /// Whether a decimal's significand can be so great.
  var fits: Bool { high == 0 && low <= DotNetDecimal.maximumSignificand }

  func adding(_ other: WideInteger) -> WideInteger {
    var sum = self
    let (low, carry) = low.addingReportingOverflow(other.low)
    sum.low = low
    sum.high = high &+ other.high &+ (carry ? 1 : 0)
    return sum
  }

  /// The difference to a number that is not greater.
  func subtracting(_ other: WideInteger) -> WideInteger {
    var difference = self
    let (low, borrow) = low.subtractingReportingOverflow(other.low)
    difference.low = low
    difference.high = high &- other.high &- (borrow ? 1 : 0)
    return difference
  }

  mutating func increment() { self = adding(WideInteger(1)) }

  /// Divides by ten and returns the last digit.
  mutating func divideByTen() -> UInt8 {
    let (upper, rest) = high.quotientAndRemainder(dividingBy: 10)
    let (lower, digit) = UInt128(10).dividingFullWidth((rest, low))
    (high, low) = (upper, lower)
    return UInt8(truncatingIfNeeded: digit)
  }

  static func < (left: WideInteger, right: WideInteger) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
