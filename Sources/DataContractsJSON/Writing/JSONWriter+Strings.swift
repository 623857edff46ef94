import DataContractsCore

extension JSONWriter {
  /// Writes a string whose text needs no escapes in any dialect.
  @inline(__always)
  mutating func writePlain(_ text: UnsafeBufferPointer<UInt8>) {
    output.append(room: text.count &+ 2) { room in
      room[0] = 0x22
      if let source = text.baseAddress { (room + 1).update(from: source, count: text.count) }
      room[text.count &+ 1] = 0x22
      return text.count &+ 2
    }
  }

  mutating func writeString(_ text: String) {
    var text = text
    text.withUTF8 { writeString($0) }
  }

  /// Writes a string, escaped as the dialect has it.
  @inline(__always)
  mutating func writeString(_ text: UnsafeBufferPointer<UInt8>) {
    output.append(0x22)
    var start = 0
    while true {
      let end = plainEnd(text, from: start)
      output.append(UnsafeBufferPointer(rebasing: text[start..<end]))
      guard end < text.count else { break }
      start = writeCharacter(text, at: end)
    }
    output.append(0x22)
  }

  /// The first byte at or after `start` at which copying has to stop and look; the text's end when there is none.
  @inline(__always)
  private func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, !escapes.stops.contains(text[index]) { index &+= 1 }
    return index
  }

  /// Writes the character at `index`, escaped if the dialect wants it, and returns the index behind it.
  private mutating func writeCharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let (scalar, length) = Self.decode(text, at: index)
    if !escapes.contains(scalar) {
      output.append(UnsafeBufferPointer(rebasing: text[index..<index + length]))
    } else if escapes.shortEscape(scalar) != 0 {
      output.append(0x5C)
      output.append(escapes.shortEscape(scalar))
    } else if scalar <= 0xFFFF {
      writeUnicodeEscape(UInt16(truncatingIfNeeded: scalar))
    } else {
      writeUnicodeEscape(UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10))
      writeUnicodeEscape(UInt16(truncatingIfNeeded: 0xDC00 + scalar & 0x3FF))
    }
    return index + length
  }

  mutating func writeUnicodeEscape(_ codeUnit: UInt16) {
    let digits = escapes.hexDigits.utf8Start
    output.append(room: 6) { room in
      room[0] = 0x5C
      room[1] = 0x75
      for position in 0..<4 {
        room[2 + position] = digits[Int(codeUnit >> (12 - 4 * UInt16(position))) & 15]
      }
      return 6
    }
  }

  /// The character at `index` of valid UTF-8 and its length; of anything else one byte.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(text[index])
    let rest = text.count - index
    func tail(_ offset: Int) -> UInt32 { UInt32(text[index + offset]) & 0x3F }
    switch lead {
    case 0xC0..<0xE0 where rest >= 2: return ((lead & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0 where rest >= 3: return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    case 0xF0... where rest >= 4:
      return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    default: return (lead, 1)
    }
  }
}
