import DataContractsCore

extension JSONWriter {
  /// Writes a string whose text needs no escapes in any dialect.
  mutating func writePlain(_ text: UnsafeBufferPointer<UInt8>) {
    output.put(room: text.count &+ 2) { room in
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
  mutating func writeString(_ text: UnsafeBufferPointer<UInt8>) {
    output.put(0x22)
    writeRest(of: text, from: 0)
  }

  /// Writes a string's characters from `start` on, escaped, and its closing mark.
  mutating func writeRest(of text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var start = start
    while let base = text.baseAddress {
      let rest = text.count &- start
      var copied = 0
      output.put(room: rest &+ ShortCopy.slack) { room in
        copied = ShortCopy.copy(base + start, rest, readable: rest, to: room, upTo: escapes.stops)
        return copied
      }
      start &+= copied
      guard start < text.count else { break }
      start = writeCharacter(text, at: start)
    }
    output.put(0x22)
  }

  /// Writes the character at `index`, escaped if the dialect wants it, and returns the index behind it.
  private mutating func writeCharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let (scalar, length) = Self.decode(text, at: index)
    if !escapes.contains(scalar) {
      output.put(UnsafeBufferPointer(rebasing: text[index..<index + length]))
    } else if escapes.shortEscape(scalar) != 0 {
      output.put(0x5C)
      output.put(escapes.shortEscape(scalar))
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
    output.put(room: 6) { room in
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
