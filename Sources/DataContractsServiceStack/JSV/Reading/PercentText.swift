import DataContractsCore

/// The escapes of query strings: `+` for a space, `%XX` for bytes of UTF-8.
enum PercentText {
  /// What an escaped text stands for.
  ///
  /// - Parameters:
  ///   - plusIsSpace: Whether `+` is a space.
  ///   - keepsBadEscapes: Whether a percent sign that begins no escape stands for itself; otherwise it is an error.
  static func decode(
    _ text: JSVText, _ range: Range<Int>, plusIsSpace: Bool, keepsBadEscapes: Bool, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> [UInt8] {
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text.bytes[index]
      if byte == 0x25 {
        if let escaped = escape(text, at: index, in: range) {
          output.append(escaped)
          index += 3
          continue
        }
        guard keepsBadEscapes else { throw badEscape(text, at: index, in: range, &builder) }
      }
      output.append(byte == 0x2B && plusIsSpace ? 0x20 : byte)
      index += 1
    }
    if output.withSpan(of: 0..<output.count, { UTF8Validation.firstInvalidOffset(in: $0) }) != nil {
      throw builder.failure(
        .syntax, expected: "UTF-8", found: "escapes that are none", at: text.offset(range.lowerBound))
    }
    return output
  }

  private static func escape(_ text: JSVText, at index: Int, in range: Range<Int>) -> UInt8? {
    guard index + 2 < range.upperBound, let high = text.bytes[index + 1].hexadecimalValue,
      let low = text.bytes[index + 2].hexadecimalValue
    else { return nil }
    return high << 4 | low
  }

  private static func badEscape(
    _ text: JSVText, at index: Int, in range: Range<Int>, _ builder: inout DocumentBuilder
  ) -> DocumentError {
    let end = min(index + 3, range.upperBound)
    return builder.failure(
      .syntax, expected: "two hexadecimal digits after \"%\"", found: "\"\(text.string(index..<end))\"",
      at: text.offset(index))
  }

  /// Appends a text as ServiceStack's `UrlEncode` does: letters, digits, comma, hyphen and point as they are, `+` for a
  /// space, all else as `%xx` in lower case.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout OutputBuffer) {
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2C...0x2E: output.append(byte)
      case 0x20: output.append(0x2B)
      default: append(escaped: byte, to: &output)
      }
    }
  }

  static func append(escaped byte: UInt8, to output: inout OutputBuffer) {
    output.append(0x25)
    output.append(digit(byte >> 4))
    output.append(digit(byte & 15))
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
