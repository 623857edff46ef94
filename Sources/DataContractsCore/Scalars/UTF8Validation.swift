/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Validation {
  /// The offset of the first byte that begins no valid character, or nil when all is well.
  package static func firstInvalidOffset(in bytes: Span<UInt8>) -> Int? {
    var index = 0
    while true {
      index = firstNonASCII(in: bytes, from: index)
      guard index < bytes.count else { return nil }
      // Text in other scripts comes in runs.
      while index < bytes.count, bytes[index] >= 0x80 {
        let length = characterLength(bytes, at: index)
        guard length > 0 else { return index }
        index &+= length
      }
    }
  }

  /// The index of the first byte above 0x7F at or after `start`, or `count`.
  @inline(__always)
  private static func firstNonASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
    let count = bytes.count
    var index = bytes.withUnsafeBytes { afterASCII(in: $0, from: start) }
    while index &+ 8 <= count {
      let high = bytes.word(at: index) & 0x8080_8080_8080_8080
      if high != 0 { return index &+ high.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < count, bytes[index] < 0x80 { index &+= 1 }
    return index
  }

  /// Passes over ASCII, 64 bytes at a time.
  ///
  /// Safety: loads lie within the buffer by the condition of the loop. A span checks each once more, which took a third
  /// of the time.
  @inline(__always)
  private static func afterASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while index &+ 64 <= bytes.count {
      let first = (base + index).loadUnaligned(as: SIMD4<UInt64>.self)
      let second = (base + index).loadUnaligned(fromByteOffset: 32, as: SIMD4<UInt64>.self)
      let both = first | second
      let pair = both.lowHalf | both.highHalf
      guard (pair.x | pair.y) & 0x8080_8080_8080_8080 == 0 else { break }
      index &+= 64
    }
    return index
  }

  /// The length of the character of two to four bytes at `index`, or 0 if there is none.
  @inline(__always)
  private static func characterLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let rest = bytes.count &- index
    guard lead >= 0xC2, lead <= 0xF4, rest >= 2 else { return 0 }
    let second = bytes[index &+ 1]
    if lead < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    guard rest >= 3, bytes[index &+ 2] & 0xC0 == 0x80 else { return 0 }
    if lead < 0xF0 {
      // E0 would be overlong below A0; ED holds the surrogates from A0 on.
      let lowest: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= lowest && second <= highest ? 3 : 0
    }
    guard rest >= 4, bytes[index &+ 3] & 0xC0 == 0x80 else { return 0 }
    // F0 would be overlong below 90; F4 ends at U+10FFFF.
    let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= lowest && second <= highest ? 4 : 0
  }

  /// Appends a character as UTF-8; U+FFFD in place of a surrogate or a number above U+10FFFF.
  package static func appendScalar(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      output.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      output.append(continuation(scalar))
    case 0x800..<0xD800, 0xE000..<0x1_0000:
      output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      output.append(continuation(scalar >> 6))
      output.append(continuation(scalar))
    case 0x1_0000..<0x11_0000:
      output.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      output.append(continuation(scalar >> 12))
      output.append(continuation(scalar >> 6))
      output.append(continuation(scalar))
    default:
      appendScalar(0xFFFD, to: &output)
    }
  }

  @inline(__always)
  private static func continuation(_ bits: UInt32) -> UInt8 {
    0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
  }
}
