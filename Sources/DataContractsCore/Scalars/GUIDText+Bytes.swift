extension GUIDText {
  /// The 16 bytes of a canonical GUID in the order of its digits, the first in the lowest bits of `low`.
  ///
  /// - Returns: `nil` for a text of another length. Digits are taken to be such.
  @inlinable @inline(__always)
  package static func bytes(ofCanonical text: Span<UInt8>) -> (low: UInt64, high: UInt64)? {
    guard text.count == 36 else { return nil }
    let (first, second, third, fourth) = digits(of: text)
    return (packed(first, second), packed(third, fourth))
  }

  /// The 32 digits of 36 characters, eight to a word, the first in its lowest bits.
  @inlinable @inline(__always)
  static func digits(of text: Span<UInt8>) -> (UInt64, UInt64, UInt64, UInt64) {
    let digits = text.bytes
    // Eight digits at a time, the hyphens at 8, 13, 18 and 23 between them: two groups of four stand on both sides of one.
    let first = digits.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self).littleEndian
    let fourth = digits.unsafeLoadUnaligned(fromByteOffset: 28, as: UInt64.self).littleEndian
    return (first, groups(digits, from: 9), groups(digits, from: 19), fourth)
  }

  /// Four digits, and the four behind a hyphen.
  @inlinable @inline(__always)
  static func groups(_ digits: RawSpan, from start: Int) -> UInt64 {
    let first = digits.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self).littleEndian
    let last = digits.unsafeLoadUnaligned(fromByteOffset: start &+ 1, as: UInt64.self).littleEndian
    return UInt64(first) | last & 0xFFFF_FFFF_0000_0000
  }

  /// Sixteen hexadecimal digits as eight bytes.
  @inlinable @inline(__always)
  static func packed(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let digits = unsafeBitCast(SIMD2(first.littleEndian, second.littleEndian), to: SIMD16<UInt8>.self)
    // A letter has the bit 0x40 and lies 9 above its value's low four bits.
    let letters = (digits &>> 6) & 1
    return joined((digits & 0x0F) &+ letters &+ (letters &<< 3))
  }

  /// Sixteen values below 16 as eight bytes.
  @inlinable @inline(__always)
  static func joined(_ values: SIMD16<UInt8>) -> UInt64 {
    let bytes = (values.evenHalf &<< 4) | values.oddHalf
    return unsafeBitCast(bytes, to: UInt64.self).littleEndian
  }

  /// Appends the canonical text of 16 bytes.
  @inlinable @inline(__always)
  package static func append(low: UInt64, high: UInt64, to output: inout [UInt8]) {
    var text: (UInt64, UInt64, UInt64, UInt64, UInt32) = (0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &text) { text in
      guard let target = text.baseAddress else { return }
      write(low: low, high: high, to: target)
      output.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[..<36]))
    }
  }

  /// Writes the canonical text of 16 bytes to memory that has room for 36.
  @inlinable @inline(__always)
  package static func write(low: UInt64, high: UInt64, to target: UnsafeMutableRawPointer) {
    let first = digits(low)
    let second = digits(high)
    let hyphen: UInt8 = 0x2D
    // Eight digits at a time; what stands where a hyphen and the four digits behind it belong is written over.
    target.storeBytes(of: first[0].littleEndian, as: UInt64.self)
    target.storeBytes(of: hyphen, toByteOffset: 8, as: UInt8.self)
    target.storeBytes(of: first[1].littleEndian, toByteOffset: 9, as: UInt64.self)
    target.storeBytes(of: hyphen, toByteOffset: 13, as: UInt8.self)
    target.storeBytes(of: lastFour(first[1]), toByteOffset: 14, as: UInt32.self)
    target.storeBytes(of: hyphen, toByteOffset: 18, as: UInt8.self)
    target.storeBytes(of: second[0].littleEndian, toByteOffset: 19, as: UInt64.self)
    target.storeBytes(of: hyphen, toByteOffset: 23, as: UInt8.self)
    target.storeBytes(of: lastFour(second[0]), toByteOffset: 24, as: UInt32.self)
    target.storeBytes(of: second[1].littleEndian, toByteOffset: 28, as: UInt64.self)
  }

  /// The last four of eight digits.
  @inlinable @inline(__always)
  static func lastFour(_ digits: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: digits &>> 32).littleEndian }

  /// Eight bytes as sixteen hexadecimal digits in lower case, eight to a word, the first in its lowest bits.
  @inlinable @inline(__always)
  static func digits(_ bytes: UInt64) -> SIMD2<UInt64> {
    var nibbles = SIMD2(bytes & 0xFFFF_FFFF, bytes &>> 32)
    nibbles = (nibbles | nibbles &<< SIMD2(repeating: 16)) & SIMD2(repeating: 0x0000_FFFF_0000_FFFF)
    nibbles = (nibbles | nibbles &<< SIMD2(repeating: 8)) & SIMD2(repeating: 0x00FF_00FF_00FF_00FF)
    nibbles =
      (nibbles &>> SIMD2(repeating: 4) | nibbles &<< SIMD2(repeating: 8)) & SIMD2(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    let values = unsafeBitCast(nibbles, to: SIMD16<UInt8>.self)
    let letters = unsafeBitCast(values .> SIMD16<UInt8>(repeating: 9), to: SIMD16<UInt8>.self)
    let digits = values &+ SIMD16<UInt8>(repeating: 0x30) &+ (letters & SIMD16<UInt8>(repeating: 0x27))
    return unsafeBitCast(digits, to: SIMD2<UInt64>.self)
  }
}

extension GUIDText {
  /// The 16 bytes of a text that may be a canonical GUID, looked at once.
  ///
  /// - Returns: `nil` for any other text.
  package static func bytes(ifCanonical text: Span<UInt8>) -> (low: UInt64, high: UInt64)? {
    guard text.count == 36, text[8] == 0x2D, text[13] == 0x2D, text[18] == 0x2D, text[23] == 0x2D else { return nil }
    let (first, second, third, fourth) = digits(of: text)
    let front = HexDigits(first, second)
    let back = HexDigits(third, fourth)
    guard front.areValid(with: back) else { return nil }
    return (front.packed, back.packed)
  }

  /// Sixteen digits in lower case, or what may be such.
  private struct HexDigits {
    let values: SIMD16<UInt8>
    /// All bits of the bytes that are digits.
    let valid: SIMD2<UInt64>

    @inline(__always)
    init(_ first: UInt64, _ second: UInt64) {
      let bytes = unsafeBitCast(SIMD2(first.littleEndian, second.littleEndian), to: SIMD16<Int8>.self)
      // Operands are spelled out: with scalars another overload is taken, which is 200 times slower (Swift 6.3).
      let letters = unsafeBitCast(bytes .> SIMD16<Int8>(repeating: 0x60), to: SIMD16<UInt8>.self)
      // `a` lies 0x27 above where it would follow `9`.
      values =
        unsafeBitCast(bytes, to: SIMD16<UInt8>.self) &- SIMD16<UInt8>(repeating: 0x30)
        &- (letters & SIMD16<UInt8>(repeating: 0x27))
      let largest = SIMD16<UInt8>(repeating: 9) &+ (letters & SIMD16<UInt8>(repeating: 6))
      valid = unsafeBitCast(values .<= largest, to: SIMD2<UInt64>.self)
    }

    @inline(__always)
    func areValid(with other: Self) -> Bool {
      let both = valid & other.valid
      return both[0] & both[1] == .max
    }

    /// As eight bytes.
    @inline(__always)
    var packed: UInt64 { GUIDText.joined(values) }
  }

  /// The 16 bytes behind any spelling, without an allocation.
  static func value(_ text: Span<UInt8>) throws(LexicalFailure) -> (low: UInt64, high: UInt64) {
    if let bytes = bytes(ifCanonical: text) { return bytes }
    let inner = text.extracting(try unwrapped(text))
    var bits: UInt128 = 0
    var position = 0
    for digit in 0..<32 {
      let isGroup = digit == 8 || digit == 12 || digit == 16 || digit == 20
      if isGroup, inner.count == 36, !inner.skip(0x2D, at: &position) { throw .malformed }
      guard let byte = inner.byte(at: position), let value = ASCII.hexValue(byte) else { throw .malformed }
      bits = bits << 4 | UInt128(value)
      position += 1
    }
    return (UInt64(truncatingIfNeeded: bits >> 64).byteSwapped, UInt64(truncatingIfNeeded: bits).byteSwapped)
  }

  /// The places of 36 or 32 characters, without the braces or parentheses round 36.
  private static func unwrapped(_ text: Span<UInt8>) throws(LexicalFailure) -> Range<Int> {
    switch text.count {
    case 36, 32: return 0..<text.count
    case 38 where text[0] == 0x7B && text[37] == 0x7D: return 1..<37
    case 38 where text[0] == 0x28 && text[37] == 0x29: return 1..<37
    default: throw .malformed
    }
  }
}
