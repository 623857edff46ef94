/// The values of an integer type by magnitude.
struct IntegerBounds {
  /// The magnitude of the least value; 0 for an unsigned type.
  let negative: UInt64
  /// The greatest value.
  let positive: UInt64

  static let byte = IntegerBounds(negative: 1 << 7, positive: 0x7F)
  static let short = IntegerBounds(negative: 1 << 15, positive: 0x7FFF)
  static let int = IntegerBounds(negative: 1 << 31, positive: 0x7FFF_FFFF)
  static let long = IntegerBounds(negative: 1 << 63, positive: 0x7FFF_FFFF_FFFF_FFFF)
  static let unsignedByte = IntegerBounds(negative: 0, positive: 0xFF)
  static let unsignedShort = IntegerBounds(negative: 0, positive: 0xFFFF)
  static let unsignedInt = IntegerBounds(negative: 0, positive: 0xFFFF_FFFF)
  static let unsignedLong = IntegerBounds(negative: 0, positive: .max)
}

/// The eight integer types: an optional minus and digits, no leading zeros, no `-0`.
enum IntegerText {
  @inline(__always)
  static func isCanonical(_ text: Span<UInt8>, in bounds: IntegerBounds) -> Bool {
    let count = text.count
    guard count > 0 else { return false }
    let isNegative = text[0] == 0x2D
    let start = isNegative ? 1 : 0
    // 19 digits cannot overflow 64 bits; the few values of 20 take the long way.
    guard count > start, count - start <= 19 else { return false }
    var magnitude: UInt64 = 0
    var index = start
    while index < count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return false }
      magnitude = magnitude &* 10 &+ UInt64(digit)
      index &+= 1
    }
    if text[start] == 0x30 { return count == 1 }
    return magnitude <= (isNegative ? bounds.negative : bounds.positive)
  }

  static func append(
    _ text: Span<UInt8>, in bounds: IntegerBounds, to output: inout [UInt8]
  ) throws(LexicalFailure) {
    let value = try parse(text)
    guard value.magnitude <= (value.isNegative ? bounds.negative : bounds.positive) else {
      throw .outOfRange
    }
    if value.isNegative, value.magnitude != 0 { output.append(0x2D) }
    output.appendDecimal(value.magnitude)
  }

  /// A sign and a magnitude, the latter `.outOfRange` when it needs more than 64 bits.
  static func parse(_ text: Span<UInt8>) throws(LexicalFailure) -> (isNegative: Bool, magnitude: UInt64) {
    var position = 0
    let isNegative = text.skip(0x2D, at: &position)
    if !isNegative { _ = text.skip(0x2B, at: &position) }
    guard position < text.count else { throw .malformed }
    var magnitude: UInt64 = 0
    var overflows = false
    while position < text.count {
      let digit = text[position] &- 0x30
      guard digit < 10 else { throw .malformed }
      let (product, first) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(UInt64(digit))
      overflows = overflows || first || second
      magnitude = sum
      position += 1
    }
    guard !overflows else { throw .outOfRange }
    return (isNegative, magnitude)
  }
}
