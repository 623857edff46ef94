/// The ASCII bytes that lexical forms are made of.
enum ASCII {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// XML's white space: space, tab, line feed, carriage return.
  @inline(__always)
  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The value of a hexadecimal digit of either case.
  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

extension Span<UInt8> {
  /// The indices that remain when white space at both ends is left out.
  var trimmedRange: Range<Int> {
    var lower = 0
    var upper = count
    while lower < upper, ASCII.isWhiteSpace(self[lower]) { lower += 1 }
    while upper > lower, ASCII.isWhiteSpace(self[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Eight bytes from `offset`, the first in the lowest bits. Traps beyond the end, like a subscript.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The byte at `position`, or nil at the end.
  @inline(__always)
  func byte(at position: Int) -> UInt8? {
    position < count ? self[position] : nil
  }

  /// Steps over `byte` if it stands at `position`.
  func skip(_ byte: UInt8, at position: inout Int) -> Bool {
    guard position < count, self[position] == byte else { return false }
    position += 1
    return true
  }

  /// A number of exactly `digits` decimal digits (at most 9) at `position`, which moves behind them.
  func readNumber(digits: Int, at position: inout Int) -> Int? {
    guard count - position >= digits else { return nil }
    var value = 0
    for index in position..<(position + digits) {
      guard ASCII.isDigit(self[index]) else { return nil }
      value = value &* 10 &+ Int(self[index] &- 0x30)
    }
    position += digits
    return value
  }

  /// The digits after a decimal point as ticks of 100 ns, 0 through 10,000,000 (after rounding up).
  ///
  /// Rounds half to even, as .NET's reader of XML Schema dates does.
  func readFractionTicks(rounds: Bool, at position: inout Int) throws(LexicalFailure) -> Int64 {
    let start = position
    var ticks: Int64 = 0
    while position < count, ASCII.isDigit(self[position]), position - start < 7 {
      ticks = ticks * 10 + Int64(self[position] &- 0x30)
      position += 1
    }
    let kept = position - start
    guard kept > 0 else { throw .malformed }
    for _ in kept..<7 { ticks *= 10 }
    let half = readDroppedDigits(at: &position)
    guard half != .exact else { return ticks }
    guard rounds else { throw .losesPrecision }
    return half.roundsUp(odd: ticks & 1 == 1) ? ticks + 1 : ticks
  }

  /// Compares digits that do not fit with one half of the last digit that does.
  func readDroppedDigits(at position: inout Int) -> DroppedDigits {
    let start = position
    var result = DroppedDigits.exact
    while position < count, ASCII.isDigit(self[position]) {
      result.add(self[position] &- 0x30, isFirst: position == start)
      position += 1
    }
    return result
  }

  /// Whether the text is `word`, given in lower case, in any case.
  func equalsIgnoringCase(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<count where ASCII.lowercased(self[index]) != word[index] { return false }
      return true
    }
  }
}

/// What lies behind the last digit that is kept, compared with half a unit of it.
enum DroppedDigits {
  case exact, belowHalf, half, aboveHalf

  mutating func add(_ digit: UInt8, isFirst: Bool) {
    if isFirst {
      self = digit == 0 ? .exact : digit < 5 ? .belowHalf : digit == 5 ? .half : .aboveHalf
    } else if digit != 0 {
      if self == .exact { self = .belowHalf } else if self == .half { self = .aboveHalf }
    }
  }

  func roundsUp(odd: Bool) -> Bool {
    self == .aboveHalf || (self == .half && odd)
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  @inline(__always)
  package mutating func append(bytesOf span: Span<UInt8>) {
    span.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends ASCII text that is known when compiling.
  @inline(__always)
  package mutating func append(ascii text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Whether everything from index `start` on is exactly `text`.
  func endsWith(_ text: Span<UInt8>, from start: Int) -> Bool {
    guard count - start == text.count else { return false }
    for index in 0..<text.count where self[start + index] != text[index] { return false }
    return true
  }

  /// Appends the decimal digits of `value`, with leading zeros up to `width`.
  mutating func appendDecimal(_ value: UInt64, width: Int = 1) {
    var digits = 1
    var bound: UInt64 = 10
    while value >= bound, digits < 20 {
      digits += 1
      // Past 19 digits the bound no longer fits, and 20 are the most there are.
      bound = digits < 20 ? bound &* 10 : .max
    }
    let start = count
    append(contentsOf: repeatElement(0x30, count: Swift.max(digits, width)))
    var rest = value
    var index = count - 1
    while rest != 0, index >= start {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      self[index] = 0x30 &+ UInt8(truncatingIfNeeded: remainder)
      rest = quotient
      index -= 1
    }
  }
}
