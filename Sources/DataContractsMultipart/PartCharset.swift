import DataContractsCore
import DataContractsFields

/// The character encodings of a field's text that are understood.
enum PartCharset: Sendable {
  case utf8, ascii, latin1

  /// The encoding of that name, ASCII case aside; `nil` for any other.
  init?(_ name: [UInt8]) {
    switch String(decoding: name.asciiLowercased(), as: UTF8.self) {
    case "utf-8", "utf8": self = .utf8
    case "us-ascii", "ascii": self = .ascii
    case "iso-8859-1", "latin1": self = .latin1
    default: return nil
    }
  }

  var expectation: String {
    switch self {
    case .utf8: "UTF-8"
    case .ascii: "ASCII"
    case .latin1: "ISO-8859-1"
    }
  }

  func firstInvalidOffset(in text: Span<UInt8>) -> Int? {
    guard self == .ascii else { return self == .utf8 ? UTF8Validation.firstInvalidOffset(in: text) : nil }
    return text.indices.first { text[$0] >= 0x80 }
  }

  /// Appends ISO-8859-1 as UTF-8 and returns where it begins; `nil`, with nothing appended, when the text is ASCII.
  static func decodeLatin1(_ text: Span<UInt8>, into output: inout [UInt8]) -> Int? {
    guard text.indices.contains(where: { text[$0] >= 0x80 }) else { return nil }
    let start = output.count
    for index in text.indices { UTF8Validation.appendScalar(UInt32(text[index]), to: &output) }
    return start
  }
}

/// A parameter's value as RFC 8187 (before it RFC 5987) writes it: `UTF-8''%E6%97%A5.txt`.
enum ExtendedValue {
  /// The text; `nil` when the encoding is neither UTF-8 nor ISO-8859-1, or an escape is bad.
  static func decode(_ value: [UInt8]) -> String? {
    let parts = value.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let charset = PartCharset(Array(parts[0])), charset != .ascii else { return nil }
    guard let bytes = unescaped(Array(parts[2])) else { return nil }
    return bytes.withSpan(of: 0..<bytes.count) { span in
      var text: [UInt8] = []
      if charset == .latin1, PartCharset.decodeLatin1(span, into: &text) != nil {
        return String(decoding: text, as: UTF8.self)
      }
      return UTF8Validation.firstInvalidOffset(in: span) == nil ? String(decoding: bytes, as: UTF8.self) : nil
    }
  }

  private static func unescaped(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == 0x25 else {
        result.append(text[index])
        index += 1
        continue
      }
      guard index + 2 < text.count, let high = PercentEncoding.value(ofHex: text[index + 1]),
        let low = PercentEncoding.value(ofHex: text[index + 2])
      else { return nil }
      result.append(high << 4 | low)
      index += 3
    }
    return result
  }
}
