/// A decimal number as written, `[+-]digits[.digits][e[+-]digits]`, by the places of its digits.
///
/// A digit on either side of the point is enough (`.5`, `5.`), as .NET reads it.
struct DecimalLiteral {
  private(set) var isNegative = false
  private(set) var integer = 0..<0
  private(set) var fraction = 0..<0
  /// The power of ten, held within ±`exponentLimit`.
  private(set) var exponent = 0

  /// More than any number of digits can make up for, and little enough to take one digit more.
  static let exponentLimit = 1 << 59

  init(_ text: Span<UInt8>) throws(LexicalFailure) {
    var position = 0
    isNegative = text.skip(0x2D, at: &position)
    if !isNegative { _ = text.skip(0x2B, at: &position) }
    integer = Self.readDigits(text, at: &position)
    if text.skip(0x2E, at: &position) { fraction = Self.readDigits(text, at: &position) }
    guard !integer.isEmpty || !fraction.isEmpty else { throw .malformed }
    if text.skip(0x65, at: &position) || text.skip(0x45, at: &position) {
      exponent = try Self.readExponent(text, at: &position)
    }
    guard position == text.count else { throw .malformed }
  }

  private static func readDigits(_ text: Span<UInt8>, at position: inout Int) -> Range<Int> {
    let start = position
    while position < text.count, ASCII.isDigit(text[position]) { position += 1 }
    return start..<position
  }

  private static func readExponent(
    _ text: Span<UInt8>, at position: inout Int
  ) throws(LexicalFailure) -> Int {
    let isNegative = text.skip(0x2D, at: &position)
    if !isNegative { _ = text.skip(0x2B, at: &position) }
    let digits = readDigits(text, at: &position)
    guard !digits.isEmpty else { throw .malformed }
    var value = 0
    for index in digits where value < exponentLimit { value = value * 10 + Int(text[index] &- 0x30) }
    value = min(value, exponentLimit)
    return isNegative ? -value : value
  }

  /// How many digits there are on both sides of the point.
  var digitCount: Int { integer.count + fraction.count }

  /// How many of the digits stand before the point once the exponent has moved it; may be negative or
  /// exceed `digitCount`.
  var pointPosition: Int { integer.count + exponent }

  /// The digit at `index`, counted over both sides of the point.
  @inline(__always)
  func digit(_ index: Int, of text: Span<UInt8>) -> UInt8 {
    let place = index < integer.count ? integer.lowerBound + index : fraction.lowerBound + index - integer.count
    return text[place] &- 0x30
  }
}
