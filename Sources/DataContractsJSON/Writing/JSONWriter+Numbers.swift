import DataContractsCore

extension JSONWriter {
  @inline(__always)
  mutating func writeNumber(
    _ index: Int, _ type: UInt16, _ text: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    let type = contract.type(type)
    guard type.shape == .primitive else { return try writeUntypedNumber(index, text) }
    switch type.primitive {
    case .float, .double, .decimal: try writeFraction(index, type.primitive, text)
    case .char: writeCharacter(text)
    default: output.put(text)
    }
  }

  mutating func isCharacter(_ node: Node) -> Bool {
    let type = contract.type(node.type)
    return type.shape == .primitive && type.primitive == .char
  }

  /// A .NET `char` is a string of one character; a lone half of a surrogate pair, which UTF-8 cannot hold, is escaped.
  private mutating func writeCharacter(_ text: UnsafeBufferPointer<UInt8>) {
    var character: [UInt8] = []
    if CharText.appendUTF8(canonical: text.span, to: &character) != nil {
      character.withUnsafeBufferPointer { writeString($0) }
    } else if let codeUnit = CharText.codeUnit(canonical: text.span) {
      output.put(0x22)
      writeUnicodeEscape(codeUnit)
      output.put(0x22)
    } else {
      writeString(text)
    }
  }

  /// A number that no contract speaks of stays as it is, if it is one that JSON can spell.
  private mutating func writeUntypedNumber(
    _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    if isJSONNumber(text) { return output.put(text) }
    guard let special = NonFiniteNumber(text) else { return writeString(text) }
    try write(special, index)
  }

  private mutating func writeFraction(
    _ index: Int, _ type: PrimitiveType, _ text: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    if let special = NonFiniteNumber(text) { return try write(special, index) }
    var number: [UInt8] = []
    if dialect.floatingPoint == .framework, FloatingPointPrinter.appendFramework(text.span, as: type, to: &number) {
      // .NET Framework prints no sign of zero, which only XML's converter adds.
      if number == [0x2D, 0x30] { number.removeFirst() }
      return number.withUnsafeBufferPointer { writeDigits(type, $0) }
    }
    writeDigits(type, text)
  }

  private mutating func writeDigits(_ type: PrimitiveType, _ text: UnsafeBufferPointer<UInt8>) {
    switch dialect.fractions {
    case .always:
      output.put(text)
      if !text.contains(where: { $0 == 0x2E || $0 == 0x45 }) { output.put(".0") }
    case .asNeeded: output.put(text)
    case .serviceStack: writeServiceStackFraction(type, text)
    }
  }

  /// ServiceStack prints floats, and doubles at the ends of their range, by a format with a lower-case `e`.
  private mutating func writeServiceStackFraction(_ type: PrimitiveType, _ text: UnsafeBufferPointer<UInt8>) {
    guard ServiceStackText.hasLowerCaseExponent(text.span, as: type) else { return output.put(text) }
    for byte in text { output.put(byte == 0x45 ? 0x65 : byte) }
  }

  private mutating func write(_ special: NonFiniteNumber, _ index: Int) throws(DocumentError) {
    guard dialect.nonFinite != .refused else {
      throw notRepresentable(index, expected: "a finite number", found: special.name(.names))
    }
    writeString(special.name(dialect.nonFinite))
  }
}

/// A value of a double or float that JSON has no number for.
enum NonFiniteNumber {
  case infinity, negativeInfinity, notANumber

  /// The value that a canonical text means; `nil` for a finite number.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let last = text.last, last == 0x46 || last == 0x4E else { return nil }
    if text.span.holds("INF") {
      self = .infinity
    } else if text.span.holds("-INF") {
      self = .negativeInfinity
    } else if text.span.holds("NaN") {
      self = .notANumber
    } else {
      return nil
    }
  }

  func name(_ style: JSONDialect.NonFinite) -> String {
    switch self {
    case .notANumber: "NaN"
    case .infinity: style == .xmlNames ? "INF" : "Infinity"
    case .negativeInfinity: style == .xmlNames ? "-INF" : "-Infinity"
    }
  }
}

/// Whether a text is a number by RFC 8259, section 6.
func isJSONNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let text = JSONBytes(text)
  let start = text.byte(at: 0) == 0x2D ? 1 : 0
  var end = text.afterDigits(from: start)
  guard end > start, end == start + 1 || text.byte(at: start) != 0x30 else { return false }
  if text.byte(at: end) == 0x2E {
    let fraction = end + 1
    end = text.afterDigits(from: fraction)
    guard end > fraction else { return false }
  }
  if text.byte(at: end) | 0x20 == 0x65 {
    let sign = text.byte(at: end + 1)
    let exponent = sign == 0x2B || sign == 0x2D ? end + 2 : end + 1
    end = text.afterDigits(from: exponent)
    guard end > exponent else { return false }
  }
  return end == text.count
}
