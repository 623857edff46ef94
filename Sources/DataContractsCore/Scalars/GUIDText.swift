/// The spellings of a GUID: canonical are 36 characters in lower case; upper case, 32 digits without hyphens
/// (.NET's "N"), and braces or parentheses around the 36 ("B", "P") are understood.
@usableFromInline
package enum GUIDText {
  @inline(__always)
  static func isCanonical(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    var errors = invalidHex(text.word(at: 0))
    errors |= invalidHex(replacingHyphens(text.word(at: 8), at: 0x0000_FF00_0000_00FF, &errors))
    errors |= invalidHex(replacingHyphens(text.word(at: 16), at: 0xFF00_0000_00FF_0000, &errors))
    errors |= invalidHex(text.word(at: 24))
    errors |= invalidHex(text.word(at: 28))
    return errors == 0
  }

  /// Puts a zero digit where a hyphen has to be, and notes where one is not.
  @inline(__always)
  private static func replacingHyphens(_ word: UInt64, at mask: UInt64, _ errors: inout UInt64) -> UInt64 {
    errors |= (word ^ 0x2D2D_2D2D_2D2D_2D2D) & mask
    return (word & ~mask) | (0x3030_3030_3030_3030 & mask)
  }

  /// The sign bits of the bytes that are not `0`-`9` or `a`-`f`.
  ///
  /// Each sum lifts the bytes from one bound on into the sign bit; bytes stay below 0x80 first, so that
  /// nothing carries.
  @inline(__always)
  private static func invalidHex(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let digit = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
    let letter = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x1919_1919_1919_1919)
    return (~(digit | letter) | word) & 0x8080_8080_8080_8080
  }

  /// Appends the canonical form of 32 digits in lower case, as ServiceStack writes them; `false` means "look closer".
  ///
  /// The 36 bytes are put together as whole words, in little-endian order like those that were read.
  @inline(__always)
  private static func appendDigits(_ text: Span<UInt8>, to output: inout [UInt8]) -> Bool {
    guard text.count == 32 else { return false }
    let (first, second) = (text.word(at: 0), text.word(at: 8))
    let (third, fourth) = (text.word(at: 16), text.word(at: 24))
    guard invalidHex(first) | invalidHex(second) | invalidHex(third) | invalidHex(fourth) == 0 else { return false }
    let hyphen: UInt64 = 0x2D
    let words = (
      first.littleEndian,
      (hyphen | (second & 0xFFFF_FFFF) &<< 8 | hyphen &<< 40 | (second &>> 32) &<< 48).littleEndian,
      (second &>> 48 | hyphen &<< 16 | (third & 0xFFFF_FFFF) &<< 24 | hyphen &<< 56).littleEndian,
      (third &>> 32 | fourth &<< 32).littleEndian,
      (fourth &>> 32).littleEndian
    )
    withUnsafeBytes(of: words) { output.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<36])) }
    return true
  }

  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) throws(LexicalFailure) {
    if appendDigits(text, to: &output) { return }
    var range = 0..<text.count
    if text.count == 38 {
      let isWrapped = (text[0] == 0x7B && text[37] == 0x7D) || (text[0] == 0x28 && text[37] == 0x29)
      guard isWrapped else { throw .malformed }
      range = 1..<37
    }
    guard range.count == 36 || range.count == 32 else { throw .malformed }
    let start = output.count
    output.append(contentsOf: repeatElement(0x2D, count: 36))
    var position = range.lowerBound
    for index in 0..<36 {
      if isHyphen(index) {
        if range.count == 36, !text.skip(0x2D, at: &position) { throw .malformed }
      } else {
        let byte = text[position]
        guard ASCII.hexValue(byte) != nil else { throw .malformed }
        output[start &+ index] = ASCII.lowercased(byte)
        position &+= 1
      }
    }
  }

  @inline(__always)
  private static func isHyphen(_ index: Int) -> Bool {
    index == 8 || index == 13 || index == 18 || index == 23
  }

  /// Appends the 32 digits of a canonical GUID without its hyphens (.NET's "N"), as ServiceStack writes it.
  package static func appendDigits(ofCanonical text: Span<UInt8>, to output: inout [UInt8]) {
    for index in 0..<text.count where text[index] != 0x2D { output.append(text[index]) }
  }
}
