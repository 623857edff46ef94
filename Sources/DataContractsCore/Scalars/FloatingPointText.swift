/// `System.Double` and `System.Single` as text: what this module needs to know of each.
protocol DotNetFloatingPoint: BinaryFloatingPoint, LosslessStringConvertible, CustomStringConvertible {
  /// So many significant digits always survive text to binary to text.
  static var safeDigits: Int { get }
  /// Integers through this one, and powers of ten through `exactPower`, are exact, so that one rounded
  /// operation on them gives the nearest value.
  static var exactInteger: UInt64 { get }
  static var exactPower: Int { get }
  /// .NET Core changes to the exponent form from this power of ten on.
  static var shortestExponentLimit: Int { get }
  /// .NET Framework's two precisions: the first if it reads back as the same value, else the second.
  static var frameworkDigits: (short: Int, long: Int) { get }
  /// The value as an integer times a power of two.
  var binaryParts: (significand: UInt64, exponent: Int) { get }
}

extension Double: DotNetFloatingPoint {
  static var safeDigits: Int { 15 }
  static var exactInteger: UInt64 { 1 << 53 }
  static var exactPower: Int { 22 }
  static var shortestExponentLimit: Int { 17 }
  static var frameworkDigits: (short: Int, long: Int) { (15, 17) }
  var binaryParts: (significand: UInt64, exponent: Int) {
    let biased = Int(exponentBitPattern)
    return biased == 0 ? (significandBitPattern, -1074) : (significandBitPattern | 1 << 52, biased - 1075)
  }
}

extension Float: DotNetFloatingPoint {
  static var safeDigits: Int { 6 }
  static var exactInteger: UInt64 { 1 << 24 }
  static var exactPower: Int { 10 }
  static var shortestExponentLimit: Int { 9 }
  static var frameworkDigits: (short: Int, long: Int) { (7, 9) }
  var binaryParts: (significand: UInt64, exponent: Int) {
    let biased = Int(exponentBitPattern)
    let bits = UInt64(significandBitPattern)
    return biased == 0 ? (bits, -149) : (bits | 1 << 23, biased - 150)
  }
}

/// Reading double and float: `INF`, `-INF`, `NaN`, or a decimal number with an optional exponent.
package enum FloatingPointText {
  /// Recognises a canonical form without converting it: a plain decimal of so few digits that they are
  /// also the shortest ones of the value they name.
  @inline(__always)
  static func isShortPlainDecimal(_ text: Span<UInt8>, safeDigits: Int) -> Bool {
    let count = text.count
    // Room for a minus, "0.000" in front of the digits, and no more.
    guard count > 0, count <= safeDigits &+ 6 else { return false }
    var index = text[0] == 0x2D ? 1 : 0
    guard index < count else { return false }
    if text[index] == 0x30 {
      if index &+ 1 == count { return true }
      return isShortFraction(text, from: index &+ 1, safeDigits: safeDigits)
    }
    let start = index
    while index < count, ASCII.isDigit(text[index]) { index &+= 1 }
    guard index > start else { return false }
    if index == count { return count &- start <= safeDigits }
    guard text[index] == 0x2E, count &- start &- 1 <= safeDigits else { return false }
    index &+= 1
    guard index < count, text[count &- 1] != 0x30 else { return false }
    while index < count {
      guard ASCII.isDigit(text[index]) else { return false }
      index &+= 1
    }
    return true
  }

  /// The part behind a leading zero: a point, at most three zeros (1E-05 has an exponent), digits.
  @inline(__always)
  private static func isShortFraction(_ text: Span<UInt8>, from start: Int, safeDigits: Int) -> Bool {
    let count = text.count
    guard text[start] == 0x2E else { return false }
    var index = start &+ 1
    while index < count, text[index] == 0x30 { index &+= 1 }
    guard index &- start &- 1 <= 3, index < count, count &- index <= safeDigits else { return false }
    guard text[count &- 1] != 0x30 else { return false }
    while index < count {
      guard ASCII.isDigit(text[index]) else { return false }
      index &+= 1
    }
    return true
  }

  static func append<Value: DotNetFloatingPoint>(
    _ text: Span<UInt8>, as type: Value.Type, rounds: Bool, to output: inout [UInt8]
  ) throws(LexicalFailure) {
    let plain = text.extracting(0..<endWithoutFractionZeros(text))
    if isShortPlainDecimal(plain, safeDigits: Value.safeDigits) { return output.append(bytesOf: plain) }
    let value: Value = try parse(text, rounds: rounds)
    FloatingPointPrinter.append(value, style: .shortest, to: &output)
  }

  /// Where a plain decimal ends once the zeros behind its point are left out, and the point if nothing else
  /// follows it: Json.NET writes `1.0` where the canonical form is `1`.
  private static func endWithoutFractionZeros(_ text: Span<UInt8>) -> Int {
    var point = 0
    while point < text.count, text[point] != 0x2E { point &+= 1 }
    guard point < text.count else { return text.count }
    var end = text.count
    while end > point &+ 1, text[end &- 1] == 0x30 { end &-= 1 }
    return end == point &+ 1 ? point : end
  }

  /// The double nearest to canonical text, or nil for text that `PrimitiveType.canonicalize` refuses.
  package static func double(_ text: Span<UInt8>) -> Double? {
    try? parse(text, rounds: true)
  }

  /// The float nearest to canonical text, or nil for text that `PrimitiveType.canonicalize` refuses.
  package static func float(_ text: Span<UInt8>) -> Float? {
    try? parse(text, rounds: true)
  }

  /// The nearest value; without `rounds`, neither overflow to infinity nor underflow to zero.
  static func parse<Value: DotNetFloatingPoint>(
    _ text: Span<UInt8>, rounds: Bool
  ) throws(LexicalFailure) -> Value {
    if let special: Value = special(text) { return special }
    let literal = try DecimalLiteral(text)
    let digits = SignificantDigits(of: literal, text)
    guard let magnitude: Value = digits.value() else { throw .malformed }
    if !rounds {
      guard magnitude.isFinite else { throw .outOfRange }
      guard magnitude != 0 || digits.isZero else { throw .losesPrecision }
    }
    return literal.isNegative ? -magnitude : magnitude
  }

  private static func special<Value: DotNetFloatingPoint>(_ text: Span<UInt8>) -> Value? {
    guard let last = text.byte(at: max(text.count - 1, 0)), !ASCII.isDigit(last), last != 0x2E
    else { return nil }
    if text.equals("INF") || text.equals("Infinity") || text.equals("+INF") || text.equals("+Infinity") {
      return .infinity
    }
    if text.equals("-INF") || text.equals("-Infinity") { return -.infinity }
    return text.equals("NaN") ? .nan : nil
  }
}

extension Span<UInt8> {
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<count where self[index] != word[index] { return false }
      return true
    }
  }
}
