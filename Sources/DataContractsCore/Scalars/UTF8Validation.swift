/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Validation {
  /// The offset of the first byte that begins no valid character, or nil when all is well.
  package static func firstInvalidOffset(in bytes: Span<UInt8>) -> Int? {
    var index = 0
    while true {
      index = bytes.withUnsafeBytes { afterPlainBlocks(in: $0, from: index) }
      // What no block of many characters is, character by character.
      let end = min(index &+ blockSize, bytes.count)
      while index < end {
        let length = bytes[index] < 0x80 ? 1 : characterLength(bytes, at: index)
        guard length > 0 else { return index }
        index &+= length
      }
      if index == bytes.count { return nil }
    }
  }

  private static let blockSize = 64

  /// Passes over valid text, a block at a time, from the beginning of a character to that of another.
  ///
  /// Safety: a block is looked at where as many bytes are left, and with the two before it where there are such. A span
  /// checks each load once more, which took a third of the time.
  @inline(__always)
  private static func afterPlainBlocks(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while index &+ blockSize <= bytes.count {
      let block = base + index
      if isASCII(block) {
        index &+= blockSize
      } else if index >= 2, isPlain(block) {
        index &+= wholeCharacters(block)
      } else {
        break
      }
    }
    return index
  }

  @inline(__always)
  private static func isASCII(_ block: UnsafeRawPointer) -> Bool {
    let first = block.loadUnaligned(as: SIMD4<UInt64>.self)
    let second = block.loadUnaligned(fromByteOffset: 32, as: SIMD4<UInt64>.self)
    let both = first | second
    let pair = both.lowHalf | both.highHalf
    return (pair.x | pair.y) & 0x8080_8080_8080_8080 == 0
  }

  /// Whether a block, which a character begins, holds characters of one to three bytes that are valid.
  ///
  /// A byte has to continue a character where the one before it begins one of several bytes, or the second before it one
  /// of three, and nowhere else.
  @inline(__always)
  private static func isPlain(_ block: UnsafeRawPointer) -> Bool {
    var isWrong = SIMDMask<SIMD16<Int8>>(repeating: false)
    for offset in stride(from: 0, to: blockSize, by: 16) {
      let bytes = load(block, offset)
      let before = load(block, offset - 1)
      let continues = signed(bytes) .< SIMD16<Int8>(repeating: -0x40)
      let isExpected =
        (before .>= SIMD16<UInt8>(repeating: 0xC0)) .| (load(block, offset - 2) .>= SIMD16<UInt8>(repeating: 0xE0))
      // C0 and C1 would be overlong; F0 and above begin four bytes, or nothing.
      let isOther =
        ((bytes & SIMD16<UInt8>(repeating: 0xFE)) .== SIMD16<UInt8>(repeating: 0xC0))
        .| (bytes .>= SIMD16<UInt8>(repeating: 0xF0))
      // E0 would be overlong below A0; ED holds the surrogates from A0 on.
      let isLow = signed(bytes) .< SIMD16<Int8>(repeating: -0x60)
      let isRefused =
        ((before .== SIMD16<UInt8>(repeating: 0xE0)) .& isLow)
        .| ((before .== SIMD16<UInt8>(repeating: 0xED)) .& .!isLow)
      isWrong = isWrong .| (continues .^ isExpected) .| isOther .| isRefused
    }
    let words = unsafeBitCast(isWrong, to: SIMD2<UInt64>.self)
    return words.x | words.y == 0
  }

  @inline(__always)
  private static func load(_ block: UnsafeRawPointer, _ offset: Int) -> SIMD16<UInt8> {
    (block + offset).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  @inline(__always)
  private static func signed(_ bytes: SIMD16<UInt8>) -> SIMD16<Int8> { unsafeBitCast(bytes, to: SIMD16<Int8>.self) }

  /// How many bytes of a plain block belong to characters that end in it.
  @inline(__always)
  private static func wholeCharacters(_ block: UnsafeRawPointer) -> Int {
    if block.load(fromByteOffset: blockSize - 1, as: UInt8.self) >= 0xC0 { return blockSize - 1 }
    return block.load(fromByteOffset: blockSize - 2, as: UInt8.self) >= 0xE0 ? blockSize - 2 : blockSize
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
