extension GUIDText {
  /// The 16 bytes of a canonical GUID in the order of its digits, the first in the lowest bits of `low`.
  ///
  /// - Returns: `nil` for a text of another length. Digits are taken to be such.
  @inlinable @inline(__always)
  package static func bytes(ofCanonical text: Span<UInt8>) -> (low: UInt64, high: UInt64)? {
    guard text.count == 36 else { return nil }
    let digits = text.bytes
    // Eight digits at a time, the hyphens at 8, 13, 18 and 23 between them.
    let first = digits.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self).littleEndian
    let second = digits.unsafeLoadUnaligned(fromByteOffset: 9, as: UInt64.self).littleEndian
    let third = digits.unsafeLoadUnaligned(fromByteOffset: 19, as: UInt64.self).littleEndian
    let fourth = digits.unsafeLoadUnaligned(fromByteOffset: 28, as: UInt64.self).littleEndian
    let group2 = (second & 0xFFFF_FFFF) | (second &>> 40) &<< 32
    // `second` holds four digits, a hyphen and three of the next four; the last of them is at 17.
    let last = UInt64(text[17]) &<< 56
    let group3 = (third & 0xFFFF_FFFF) | (third &>> 40) &<< 32
    let rest = UInt64(text[27]) &<< 56
    return (
      packed(first) | packed(group2 | last) &<< 32, packed(group3 | rest) | packed(fourth) &<< 32
    )
  }

  /// Eight hexadecimal digits as four bytes.
  @inlinable @inline(__always)
  static func packed(_ digits: UInt64) -> UInt64 {
    // A letter has the bit 0x40 and lies 9 above its value's low four bits.
    let values = (digits & 0x0F0F_0F0F_0F0F_0F0F) &+ ((digits &>> 6) & 0x0101_0101_0101_0101) &* 9
    var pairs = ((values &<< 4) | (values &>> 8)) & 0x00FF_00FF_00FF_00FF
    pairs = (pairs | pairs &>> 8) & 0x0000_FFFF_0000_FFFF
    return (pairs | pairs &>> 16) & 0xFFFF_FFFF
  }

  /// Appends the canonical text of 16 bytes.
  @inlinable @inline(__always)
  package static func append(low: UInt64, high: UInt64, to output: inout [UInt8]) {
    let hyphen: UInt64 = 0x2D
    let first = digits(low & 0xFFFF_FFFF)
    let second = digits(low &>> 32)
    let third = digits(high & 0xFFFF_FFFF)
    let fourth = digits(high &>> 32)
    let words = (
      first.littleEndian,
      (hyphen | (second & 0xFFFF_FFFF) &<< 8 | hyphen &<< 40 | (second &>> 32) &<< 48).littleEndian,
      (second &>> 48 | hyphen &<< 16 | (third & 0xFFFF_FFFF) &<< 24 | hyphen &<< 56).littleEndian,
      (third &>> 32 | fourth &<< 32).littleEndian,
      (fourth &>> 32).littleEndian
    )
    withUnsafeBytes(of: words) { output.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<36])) }
  }

  /// Four bytes as eight hexadecimal digits in lower case.
  @inlinable @inline(__always)
  static func digits(_ bytes: UInt64) -> UInt64 {
    var nibbles = (bytes | bytes &<< 16) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles | nibbles &<< 8) & 0x00FF_00FF_00FF_00FF
    nibbles = (nibbles &>> 4 | nibbles &<< 8) & 0x0F0F_0F0F_0F0F_0F0F
    // Adding 6 carries into the bit 0x10 from 10 on.
    let letters = (nibbles &+ 0x0606_0606_0606_0606) &>> 4 & 0x0101_0101_0101_0101
    return nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
  }
}
