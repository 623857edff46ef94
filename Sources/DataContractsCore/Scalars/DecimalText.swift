/// `System.Decimal`: an integer of 96 bits and a scale of 0 through 28, which the text keeps (`1.10`).
///
/// Canonical is `[-]digits[.digits]` without leading zeros, exponent, or a minus on zero.
enum DecimalText {
  static let maximumScale = 28
  static let maximumMantissa: UInt128 = (1 << 96) - 1

  @inline(__always)
  static func isCanonical(_ text: Span<UInt8>) -> Bool {
    let count = text.count
    guard count > 0, count <= maximumScale + 2 else { return false }
    var index = text[0] == 0x2D ? 1 : 0
    let isNegative = index == 1
    let start = index
    var union: UInt8 = 0
    while index < count, ASCII.isDigit(text[index]) {
      union |= text[index]
      index &+= 1
    }
    let integerDigits = index - start
    guard integerDigits > 0, integerDigits == 1 || text[start] != 0x30 else { return false }
    var fractionDigits = 0
    if index < count {
      guard text[index] == 0x2E else { return false }
      index &+= 1
      fractionDigits = count - index
      guard fractionDigits > 0 else { return false }
      while index < count {
        guard ASCII.isDigit(text[index]) else { return false }
        union |= text[index]
        index &+= 1
      }
    }
    // 28 digits always fit into 96 bits.
    guard integerDigits + fractionDigits <= maximumScale else { return false }
    return !isNegative || union != 0x30
  }

  static func append(
    _ text: Span<UInt8>, rounds: Bool, to output: inout [UInt8]
  ) throws(LexicalFailure) {
    let (mantissa, scale, isNegative) = try parse(text, rounds: rounds)
    print(mantissa, scale: scale, isNegative: isNegative, to: &output)
  }

  static func parse(
    _ text: Span<UInt8>, rounds: Bool
  ) throws(LexicalFailure) -> (mantissa: UInt128, scale: Int, isNegative: Bool) {
    let literal = try DecimalLiteral(text)
    var (mantissa, scale, dropped) = try leadingDigits(of: literal, text)
    if dropped != .exact {
      guard rounds else { throw .losesPrecision }
      if dropped.roundsUp(odd: mantissa & 1 == 1) { try increment(&mantissa, &scale) }
    }
    return (mantissa, scale, literal.isNegative)
  }

  /// The value of a canonical text of at most 19 digits, as nearly all have; `nil` only means "look closer".
  @inline(__always)
  static func short(_ text: Span<UInt8>) -> (mantissa: UInt64, scale: Int, isNegative: Bool)? {
    let count = text.count
    let start = count > 0 && text[0] == 0x2D ? 1 : 0
    guard count > start, count - start <= 20 else { return nil }
    var mantissa: UInt64 = 0
    var point = count
    for index in start..<count {
      let digit = text[index] &- 0x30
      if digit < 10 {
        // A text of 20 digits may overflow here, and is not taken below.
        mantissa = mantissa &* 10 &+ UInt64(digit)
      } else {
        guard digit == 0xFE, point == count, index > start, index < count - 1 else { return nil }
        point = index
      }
    }
    let scale = max(count - 1 - point, 0)
    return count - start == 20 && scale == 0 ? nil : (mantissa, scale, start == 1)
  }

  /// As many digits as 96 bits and scale 28 hold, and what is left over.
  private static func leadingDigits(
    of literal: DecimalLiteral, _ text: Span<UInt8>
  ) throws(LexicalFailure) -> (mantissa: UInt128, scale: Int, dropped: DroppedDigits) {
    let point = literal.pointPosition
    let limit = min(literal.digitCount, point + maximumScale)
    var mantissa: UInt128 = 0
    var index = 0
    while index < limit {
      let next = mantissa * 10 + UInt128(literal.digit(index, of: text))
      if next > maximumMantissa { break }
      mantissa = next
      index += 1
    }
    guard index == literal.digitCount else {
      guard index >= point else { throw .outOfRange }
      let dropped = droppedDigits(of: literal, text, from: index)
      return (mantissa, min(index - point, maximumScale), dropped)
    }
    try pad(&mantissa, zeros: point - index)
    return (mantissa, max(index - point, 0), .exact)
  }

  private static func droppedDigits(
    of literal: DecimalLiteral, _ text: Span<UInt8>, from start: Int
  ) -> DroppedDigits {
    var dropped = DroppedDigits.exact
    // Zeros stand between the point and a number that begins far behind it.
    let beginsLater = literal.pointPosition + maximumScale < 0
    for index in start..<literal.digitCount {
      dropped.add(literal.digit(index, of: text), isFirst: index == start && !beginsLater)
    }
    return dropped
  }

  private static func pad(_ mantissa: inout UInt128, zeros: Int) throws(LexicalFailure) {
    guard mantissa != 0, zeros > 0 else { return }
    for _ in 0..<zeros {
      guard mantissa <= maximumMantissa / 10 else { throw .outOfRange }
      mantissa *= 10
    }
  }

  private static func increment(_ mantissa: inout UInt128, _ scale: inout Int) throws(LexicalFailure) {
    if mantissa < maximumMantissa {
      mantissa += 1
    } else {
      guard scale > 0 else { throw .outOfRange }
      mantissa = maximumMantissa / 10 + 1
      scale -= 1
    }
  }

  static func print(
    _ mantissa: UInt128, scale: Int, isNegative: Bool, to output: inout [UInt8]
  ) {
    if isNegative, mantissa != 0 { output.append(0x2D) }
    let start = output.count
    let (upper, lower) = mantissa.quotientAndRemainder(dividingBy: 1_000_000_000_000_000_000)
    let width = max(scale + 1 - 18, 0)
    if upper != 0 || width > 0 {
      output.appendDecimal(UInt64(truncatingIfNeeded: upper), width: width)
      output.appendDecimal(UInt64(truncatingIfNeeded: lower), width: 18)
    } else {
      output.appendDecimal(UInt64(truncatingIfNeeded: lower), width: scale + 1)
    }
    if scale > 0 { output.insert(0x2E, at: max(output.count - scale, start)) }
  }
}
