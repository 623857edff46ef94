/// The escapes of application/x-www-form-urlencoded: `+` for a space, `%XX` for bytes.
package enum PercentEncoding {
  /// The value of a hexadecimal digit of either case.
  @inline(__always)
  package static func value(ofHex byte: UInt8) -> UInt8? {
    let digit = byte &- 0x30
    if digit < 10 { return digit }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }

  /// Appends a text without its escapes; a percent sign that begins none stands for itself.
  ///
  /// - Returns: Where the first such percent sign stands.
  package static func decode(_ text: Span<UInt8>, into output: inout [UInt8]) -> Int? {
    var firstBad: Int?
    text.withUnsafeBufferPointer { text in
      var index = 0
      let end = text.count
      while index < end {
        let run = index
        while index < end, text[index] != 0x25, text[index] != 0x2B { index &+= 1 }
        if index > run { output.append(contentsOf: text[run..<index]) }
        guard index < end else { return }
        if text[index] == 0x2B {
          output.append(0x20)
        } else if index &+ 2 < end, let high = value(ofHex: text[index &+ 1]), let low = value(ofHex: text[index &+ 2])
        {
          output.append(high << 4 | low)
          index &+= 2
        } else {
          output.append(0x25)
          firstBad = firstBad ?? index
        }
        index &+= 1
      }
    }
    return firstBad
  }

  /// Where in an escaped text the byte stands that comes to lie at `position` of the decoded one.
  static func rawOffset(ofDecoded position: Int, in text: Span<UInt8>) -> Int {
    var index = 0
    var decoded = 0
    while index < text.count, decoded < position {
      let isEscape =
        text[index] == 0x25 && index + 2 < text.count && value(ofHex: text[index + 1]) != nil
        && value(ofHex: text[index + 2]) != nil
      index += isEscape ? 3 : 1
      decoded += 1
    }
    return index
  }
}
