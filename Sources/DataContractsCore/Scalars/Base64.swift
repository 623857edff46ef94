/// Base64 with the standard alphabet (RFC 4648, section 4), padded, on one line, as .NET writes it.
package enum Base64 {
  private static let alphabet: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each byte; 0x80 and above are no digits.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
    return table
  }()

  /// Whether the text is padded base64 without white space whose unused bits are zero.
  static func isCanonical(_ text: Span<UInt8>) -> Bool {
    let count = text.count
    guard count & 3 == 0 else { return false }
    guard count > 0 else { return true }
    var digits = count
    if text[count - 1] == 0x3D { digits -= text[count - 2] == 0x3D ? 2 : 1 }
    guard areDigits(text, upTo: digits) else { return false }
    guard digits < count else { return true }
    let unused: UInt8 = count - digits == 1 ? 0x03 : 0x0F
    return values[Int(text[digits - 1])] & unused == 0
  }

  private static func areDigits(_ text: Span<UInt8>, upTo end: Int) -> Bool {
    let bytes = text.bytes
    var index = 0
    while index &+ 16 <= end {
      let chunk = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let letters =
        ((chunk | SIMD16<UInt8>(repeating: 0x20)) &- SIMD16<UInt8>(repeating: 0x61))
        .< SIMD16<UInt8>(repeating: 26)
      let digits = (chunk &- SIMD16<UInt8>(repeating: 0x30)) .< SIMD16<UInt8>(repeating: 10)
      let plus = chunk .== SIMD16<UInt8>(repeating: 0x2B)
      let slash = chunk .== SIMD16<UInt8>(repeating: 0x2F)
      guard all(letters .| digits .| plus .| slash) else { return false }
      index &+= 16
    }
    while index < end {
      guard values[Int(text[index])] < 64 else { return false }
      index &+= 1
    }
    return true
  }

  /// Appends the canonical spelling of base64 text: without white space, unused bits zero.
  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) throws(LexicalFailure) {
    var decoded: [UInt8] = []
    guard decode(text, into: &decoded) else { throw .malformed }
    decoded.withUnsafeBufferPointer { encode($0.span, into: &output) }
  }

  /// The number of characters that so many bytes become.
  package static func encodedCount(_ count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Appends bytes as base64 text.
  package static func encode(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: repeatElement(0x3D, count: encodedCount(bytes.count)))
    alphabet.withUnsafeBufferPointer { alphabet in
      output.withUnsafeMutableBufferPointer { buffer in
        var target = buffer.mutableSpan
        encode(bytes, alphabet.span, to: &target, at: start)
      }
    }
  }

  private static func encode(
    _ bytes: Span<UInt8>, _ alphabet: Span<UInt8>, to target: inout MutableSpan<UInt8>, at start: Int
  ) {
    let count = bytes.count
    var read = 0
    var write = start
    while read &+ 3 <= count {
      let group = UInt32(bytes[read]) << 16 | UInt32(bytes[read &+ 1]) << 8 | UInt32(bytes[read &+ 2])
      target[write] = alphabet[Int(group >> 18)]
      target[write &+ 1] = alphabet[Int(group >> 12 & 63)]
      target[write &+ 2] = alphabet[Int(group >> 6 & 63)]
      target[write &+ 3] = alphabet[Int(group & 63)]
      read &+= 3
      write &+= 4
    }
    guard read < count else { return }
    let second = read + 1 < count ? UInt32(bytes[read + 1]) : 0
    let group = UInt32(bytes[read]) << 16 | second << 8
    target[write] = alphabet[Int(group >> 18)]
    target[write + 1] = alphabet[Int(group >> 12 & 63)]
    if read + 1 < count { target[write + 2] = alphabet[Int(group >> 6 & 63)] }
  }

  /// Appends the bytes that base64 text stands for; white space anywhere in it is skipped.
  ///
  /// - Returns: `false`, with nothing appended, when the text is not base64: a character outside the
  ///   alphabet, missing or superfluous padding.
  package static func decode(_ text: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    let start = output.count
    output.reserveCapacity(start + text.count / 4 * 3)
    let isValid = values.withUnsafeBufferPointer { decode(text, $0.span, into: &output) }
    if !isValid { output.removeLast(output.count - start) }
    return isValid
  }

  private static func decode(_ text: Span<UInt8>, _ values: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    let count = text.count
    var index = 0
    var group: UInt32 = 0
    var digits = 0
    while index < count {
      if digits == 0, index &+ 4 <= count, let whole = wholeGroup(text, values, at: index) {
        output.append(bigEndian: whole, count: 3)
        index &+= 4
        continue
      }
      let byte = text[index]
      if values[Int(byte)] < 64 {
        group = group << 6 | UInt32(values[Int(byte)])
        digits += 1
        if digits == 4 {
          output.append(bigEndian: group, count: 3)
          (group, digits) = (0, 0)
        }
      } else if byte == 0x3D {
        break
      } else if !ASCII.isWhiteSpace(byte) {
        return false
      }
      index &+= 1
    }
    guard isPadding(text, from: index, missing: digits == 0 ? 0 : 4 - digits) else { return false }
    switch digits {
    case 0: break
    case 2: output.append(bigEndian: group << 12, count: 1)
    case 3: output.append(bigEndian: group << 6, count: 2)
    default: return false
    }
    return true
  }

  @inline(__always)
  private static func wholeGroup(_ text: Span<UInt8>, _ values: Span<UInt8>, at index: Int) -> UInt32? {
    let (a, b) = (values[Int(text[index])], values[Int(text[index &+ 1])])
    let (c, d) = (values[Int(text[index &+ 2])], values[Int(text[index &+ 3])])
    guard (a | b | c | d) < 64 else { return nil }
    return UInt32(a) << 18 | UInt32(b) << 12 | UInt32(c) << 6 | UInt32(d)
  }

  /// Whether the rest of the text is as many `=` as the last group misses, and white space.
  private static func isPadding(_ text: Span<UInt8>, from start: Int, missing: Int) -> Bool {
    var found = 0
    for index in start..<text.count {
      if text[index] == 0x3D {
        found += 1
      } else if !ASCII.isWhiteSpace(text[index]) {
        return false
      }
    }
    return found == missing
  }
}

extension [UInt8] {
  /// Appends the upper `count` of the 24 low bits' three bytes.
  @inline(__always)
  fileprivate mutating func append(bigEndian group: UInt32, count: Int) {
    append(UInt8(truncatingIfNeeded: group >> 16))
    if count > 1 { append(UInt8(truncatingIfNeeded: group >> 8)) }
    if count > 2 { append(UInt8(truncatingIfNeeded: group)) }
  }
}
