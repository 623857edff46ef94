import DataContractsCore

extension JSONReader {
  /// Reads a number; its text stays as it is.
  @inline(__always)
  mutating func readNumber(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let start = position
    let digits = text.byte(at: start) == 0x2D ? start &+ 1 : start
    var end = text.afterDigits(from: digits)
    let next = text.byte(at: end)
    let hasLeadingZero = text.byte(at: digits) == 0x30 && end &- digits > 1
    if end == digits || hasLeadingZero || next == 0x2E || next | 0x20 == 0x65 {
      end = try numberEnd(digits: digits, integerEnd: end, &builder)
    }
    try builder.value(.number, text.slice(start, end &- start).span, inSourceFrom: start, at: start)
    position = end
  }

  /// The end of a number that has a fraction or an exponent.
  @inline(never)
  private mutating func numberEnd(
    digits: Int, integerEnd: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> Int {
    position = digits
    if integerEnd == digits { throw failure("a digit", &builder) }
    if text.byte(at: digits) == 0x30, integerEnd - digits > 1 {
      throw failure("a number without leading zeros", &builder)
    }
    var end = integerEnd
    if text.byte(at: end) == 0x2E { end = try digitsEnd(from: end &+ 1, &builder) }
    if text.byte(at: end) | 0x20 == 0x65 {
      end &+= 1
      if text.byte(at: end) == 0x2B || text.byte(at: end) == 0x2D { end &+= 1 }
      end = try digitsEnd(from: end, &builder)
    }
    return end
  }

  private mutating func digitsEnd(from start: Int, _ builder: inout DocumentBuilder) throws(DocumentError) -> Int {
    let end = text.afterDigits(from: start)
    guard end > start else {
      position = min(start, text.count)
      throw failure("a digit", &builder)
    }
    return end
  }

  @inline(__always)
  mutating func readLiteral(_ builder: inout DocumentBuilder) throws(DocumentError) {
    if text.holds("true", at: position) {
      try readBoolean(4, &builder)
    } else if text.holds("false", at: position) {
      try readBoolean(5, &builder)
    } else if text.holds("null", at: position) {
      try builder.null(at: position)
      position &+= 4
    } else {
      throw failure("a value", &builder)
    }
  }

  @inline(__always)
  private mutating func readBoolean(_ count: Int, _ builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.value(.boolean, text.slice(position, count).span, inSourceFrom: position, at: position)
    position &+= count
  }
}

extension JSONReader {
  /// The text at `position` is not what JSON allows there.
  @inline(never)
  func failure(_ expected: String, _ builder: inout DocumentBuilder) -> DocumentError {
    builder.failure(.syntax, expected: expected, found: found, at: position)
  }

  /// What stands at `position`: a word such as `NaN`, one character, or a byte that is none.
  private var found: String {
    guard position < text.count else { return "the end of the input" }
    let word = wordEnd
    if word > position { return "\"\(String(decoding: text.slice(position, word - position), as: UTF8.self))\"" }
    let rest = text.slice(position, min(4, text.count - position))
    guard rest[0] >= 0x20, rest[0] != 0x7F, let character = Self.firstScalar(rest) else {
      return "the byte 0x\(Self.hex(rest[0]))"
    }
    return "\"\(character)\""
  }

  /// The end of the letters and digits at `position`, 40 of them at most.
  private var wordEnd: Int {
    var end = position
    while end < text.count, end - position < 40 {
      switch text.byte(at: end) {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: end += 1
      default: return end
      }
    }
    return end
  }

  private static func firstScalar(_ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
  }
}
