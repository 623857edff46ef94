import DataContractsCore

extension ElementWriter {
  /// Appends text with what XML cannot hold escaped, and line ends as the style treats them.
  mutating func appendText(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    var start = 0
    while true {
      let special = TextScan.firstSpecial(in: text, from: start)
      output.append(UnsafeBufferPointer(rebasing: text[start..<special]))
      guard special < text.count else { return }
      start = special + (try appendSpecial(text, at: special))
    }
  }

  /// Appends one character that may need care, and returns its length.
  private mutating func appendSpecial(_ text: UnsafeBufferPointer<UInt8>, at index: Int) throws(DocumentError) -> Int {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "<"): output.append("&lt;")
    case UInt8(ascii: ">"): output.append("&gt;")
    case 0x09: output.append(byte)
    case 0x0A: output.append(newLine)
    case 0x0D:
      guard format.style == .xmlWriter else {
        output.append("&#xD;")
        break
      }
      // Any line end becomes the writer's own: CRLF is one.
      output.append(newLine)
      return index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
    case 0xEF:
      guard let noncharacter = TextScan.noncharacter(in: text, at: index) else {
        output.append(byte)
        break
      }
      try appendReference(noncharacter)
      return 3
    default: try appendReference(UInt32(byte))
    }
    return 1
  }

  /// A character that XML 1.0 does not allow, as .NET writes it: `&#x1;`.
  private mutating func appendReference(_ character: UInt32) throws(DocumentError) {
    let hex = String(character, radix: 16, uppercase: true)
    guard format.allowsControlCharacters else {
      throw failure("characters that XML 1.0 allows", "U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)")
    }
    output.append("&#x\(hex);")
  }

  /// Appends the value of an attribute, in which white space other than blanks is escaped as well.
  mutating func appendAttributeText(_ text: String) {
    var run = text
    run.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): output.append("&amp;")
        case UInt8(ascii: "<"): output.append("&lt;")
        case UInt8(ascii: ">"): output.append("&gt;")
        case UInt8(ascii: "\""): output.append("&quot;")
        case 0x09: output.append("&#x9;")
        case 0x0A: output.append("&#xA;")
        case 0x0D: output.append("&#xD;")
        default: output.append(byte)
        }
      }
    }
  }
}

/// Looks for bytes that text cannot hold as they are: control characters, `&`, `<`, `>`, and 0xEF, with which U+FFFE
/// and U+FFFF begin.
///
/// Safety: words are loaded within the text's count only.
enum TextScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The index of the first special byte from `start` on, or the count.
  @inline(__always)
  static func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    var index = start
    while index &+ 8 <= text.count {
      let flags = special(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      if flags != 0 { return index &+ flags.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < text.count, !isSpecial(base[index]) { index &+= 1 }
    return index
  }

  /// The sign bits of special bytes; the lowest one that is set is right, which is all that is used.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let controls = word &- ones &* 0x20
    let ampersand = (word ^ ones &* 0x26) &- ones
    let angle = ((word | ones &* 0x02) ^ ones &* 0x3E) &- ones
    // With the sign bit taken out of the way, 0xEF is found among the bytes that have it.
    let noncharacter = ((word ^ ones &* 0xEF) &- ones) & ~(word ^ ones &* 0xEF)
    return ((controls | ampersand | angle) & ~word | noncharacter) & highs
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte | 0x02 == 0x3E || byte == 0xEF
  }

  /// U+FFFE or U+FFFF at `index`.
  static func noncharacter(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] | 1 == 0xBF else { return nil }
    return 0xFFC0 | UInt32(text[index + 2] & 0x3F)
  }
}
