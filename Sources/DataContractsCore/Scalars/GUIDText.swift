/// The spellings of a GUID: canonical are 36 characters in lower case; upper case, 32 digits without hyphens
/// (.NET's "N"), and braces or parentheses around the 36 ("B", "P") are understood.
@usableFromInline
package enum GUIDText {
  /// Sixteen bytes at a time: 0 to 15, 16 to 31, and 20 to 35. Where the value is not wanted this is a quarter quicker than
  /// ``bytes(ifCanonical:)``.
  @inline(__always)
  static func isCanonical(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    let bytes = text.bytes
    let first = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: SIMD16<UInt8>.self)
    let second = bytes.unsafeLoadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
    let third = bytes.unsafeLoadUnaligned(fromByteOffset: 20, as: SIMD16<UInt8>.self)
    let valid =
      isHex(first, hyphensAt: SIMD16(0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0, 0, 0, 0, 0xFF, 0, 0))
      & isHex(second, hyphensAt: SIMD16(0, 0, 0xFF, 0, 0, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0))
      & isHex(third, hyphensAt: SIMD16(0, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    return valid[0] & valid[1] == .max
  }

  /// All bits of the bytes that are `0`-`9` or `a`-`f`, and at `hyphens` of those that are hyphens.
  @inline(__always)
  private static func isHex(_ bytes: SIMD16<UInt8>, hyphensAt hyphens: SIMD16<UInt8>) -> SIMD2<UInt64> {
    // Operands are spelled out: with scalars another overload is taken, which is 200 times slower (Swift 6.3).
    let digits = (bytes &- SIMD16<UInt8>(repeating: 0x30)) .< SIMD16<UInt8>(repeating: 10)
    let letters = (bytes &- SIMD16<UInt8>(repeating: 0x61)) .< SIMD16<UInt8>(repeating: 6)
    let hyphen = unsafeBitCast(bytes .== SIMD16<UInt8>(repeating: 0x2D), to: SIMD2<UInt64>.self)
    let places = unsafeBitCast(hyphens, to: SIMD2<UInt64>.self)
    return (unsafeBitCast(digits .| letters, to: SIMD2<UInt64>.self) & ~places) | (hyphen & places)
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
