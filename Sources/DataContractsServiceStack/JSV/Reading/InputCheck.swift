import DataContractsCore

/// What holds for the input of every format of this target: its size, and that it is UTF-8.
enum InputCheck {
  static func run(_ input: [UInt8], format: String, limits: Limits) throws(DocumentError) {
    guard input.count <= limits.inputBytes else {
      throw DocumentError(
        .limitExceeded, format: format, expected: "at most \(limits.inputBytes) bytes of input (limit inputBytes)",
        found: "\(input.count)")
    }
    guard let invalid = input.withSpan(of: 0..<input.count, { UTF8Validation.firstInvalidOffset(in: $0) }) else {
      return
    }
    throw DocumentError(
      .syntax, format: format, offset: invalid, expected: "UTF-8", found: "the byte 0x\(input[invalid].hexadecimal)")
  }

  /// The length of a byte order mark at the input's beginning.
  static func markLength(_ input: [UInt8]) -> Int { input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}

extension UInt8 {
  /// Two digits in capitals.
  var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.count == 1 ? "0\(digits)" : digits
  }

  /// The value of a hexadecimal digit of either case.
  var hexadecimalValue: UInt8? {
    let digit = self &- 0x30
    if digit < 10 { return digit }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }

  /// Space, tab, line feed, carriage return.
  var isWhiteSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
