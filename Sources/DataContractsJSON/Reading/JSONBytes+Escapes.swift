import DataContractsCore

/// Why the content of a string cannot be read.
enum EscapeFailure: Error {
  /// Something else was expected at an offset, which may lie beyond the end.
  case missing(String, Int)
  case loneSurrogate(Int)
}

extension JSONBytes {
  /// Appends a string's content, its escapes resolved.
  ///
  /// - Parameters:
  ///   - start: The first byte after the opening mark.
  ///   - plainEnd: The first byte that is not plain.
  /// - Returns: Where the string ends, behind the closing mark.
  func unescape(
    from start: Int, plainTo plainEnd: Int, into output: inout [UInt8]
  ) throws(EscapeFailure) -> Int {
    var position = start
    var end = plainEnd
    while true {
      output.append(contentsOf: slice(position, end &- position))
      switch byte(at: end) {
      case 0x22: return end &+ 1
      case 0x5C: position = try readEscape(at: end, into: &output)
      default: throw .missing(end == count ? "a string's end" : "control characters escaped", end)
      }
      end = self.plainEnd(from: position)
    }
  }

  /// - Returns: Where the escape ends.
  private func readEscape(at start: Int, into output: inout [UInt8]) throws(EscapeFailure) -> Int {
    let byte: UInt8
    switch self.byte(at: start &+ 1) {
    case 0x22: byte = 0x22
    case 0x5C: byte = 0x5C
    case 0x2F: byte = 0x2F
    case 0x62: byte = 0x08
    case 0x66: byte = 0x0C
    case 0x6E: byte = 0x0A
    case 0x72: byte = 0x0D
    case 0x74: byte = 0x09
    case 0x75: return try readUnicodeEscape(at: start, into: &output)
    default: throw .missing("one of \" \\ / b f n r t u after \"\\\"", start &+ 1)
    }
    output.append(byte)
    return start &+ 2
  }

  /// Reads `\uXXXX`, and two of them where they are a surrogate pair.
  private func readUnicodeEscape(at start: Int, into output: inout [UInt8]) throws(EscapeFailure) -> Int {
    let first = try hexDigits(ofEscapeAt: start)
    guard first & 0xF800 == 0xD800 else {
      UTF8Validation.appendScalar(first, to: &output)
      return start &+ 6
    }
    guard first < 0xDC00, byte(at: start &+ 6) == 0x5C, byte(at: start &+ 7) == 0x75 else {
      throw .loneSurrogate(start)
    }
    let second = try hexDigits(ofEscapeAt: start &+ 6)
    guard second & 0xFC00 == 0xDC00 else { throw .loneSurrogate(start) }
    UTF8Validation.appendScalar(0x1_0000 + (first & 0x3FF) << 10 + (second & 0x3FF), to: &output)
    return start &+ 12
  }

  /// The number of the four digits of an escape.
  private func hexDigits(ofEscapeAt start: Int) throws(EscapeFailure) -> UInt32 {
    var value: UInt32 = 0
    for index in 2..<6 {
      guard let digit = hexDigitValue(byte(at: start &+ index)) else {
        throw .missing("four hexadecimal digits after \"\\u\"", start &+ index)
      }
      value = value << 4 | digit
    }
    return value
  }

  private func hexDigitValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }
}
