/// The exact decimal expansion of a binary floating-point number, for the few numbers whose correctly
/// rounded digits are not the shortest ones.
///
/// At most 84 limbs, since no double has more than 767 significant digits.
struct ExactDecimal {
  /// Decimal limbs of nine digits each, the least significant first.
  private var limbs: [UInt32]
  /// How many of the digits stand behind the point.
  private var scale: Int

  private static let base: UInt64 = 1_000_000_000

  init(_ significand: UInt64, timesTwoTo exponent: Int) {
    limbs = []
    var rest = significand
    while rest != 0 {
      limbs.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
    // A half is five tenths: m / 2^k = m * 5^k / 10^k.
    scale = max(0, -exponent)
    let (factor, chunk) = exponent < 0 ? (UInt64(5), 12) : (UInt64(2), 29)
    var remaining = abs(exponent)
    while remaining > 0 {
      let step = min(remaining, chunk)
      var multiplier: UInt64 = 1
      for _ in 0..<step { multiplier *= factor }
      multiply(by: multiplier)
      remaining -= step
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * factor + carry
      limbs[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    while carry != 0 {
      limbs.append(UInt32(carry % Self.base))
      carry /= Self.base
    }
  }

  /// The leading `count` digits (at most 18), rounded half up, and the power of ten they are to be times.
  func rounded(to count: Int) -> (digits: UInt64, power: Int) {
    var text: [UInt8] = []
    for (index, limb) in limbs.reversed().enumerated() {
      text.appendDecimal(UInt64(limb), width: index == 0 ? 1 : 9)
    }
    var value: UInt64 = 0
    for byte in text.prefix(count) { value = value * 10 + UInt64(byte - 0x30) }
    if text.count > count, text[count] >= 0x35 { value += 1 }
    return (value, max(text.count - count, 0) - scale)
  }
}
