/// Finds the start tags of a well-formed XML document in UTF-8, so that errors can say where an element stands.
struct StartTags {
  private let bytes: [UInt8]
  private var position = 0

  init(in bytes: [UInt8]) { self.bytes = bytes }

  /// The offset of the element with this number in document order, the outermost being 0; `nil` beyond the last.
  static func offset(of number: Int, in bytes: [UInt8]) -> Int? {
    var tags = StartTags(in: bytes)
    for _ in 0..<number { guard tags.next() != nil else { return nil } }
    return tags.next()
  }

  /// The offset of the next start tag's `<`.
  private mutating func next() -> Int? {
    while let open = bytes[min(position, bytes.count)...].firstIndex(of: UInt8(ascii: "<")) {
      position = open + 1
      if starts(with: "!--") {
        skip(past: "-->")
      } else if starts(with: "![CDATA[") {
        skip(past: "]]>")
      } else if starts(with: "?") {
        skip(past: "?>")
      } else if starts(with: "/") {
        skip(past: ">")
      } else {
        skipTag()
        return open
      }
    }
    return nil
  }

  /// Passes over a start tag, whose attribute values may hold `>`.
  private mutating func skipTag() {
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return
      }
    }
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
  }

  private mutating func skip(past text: StaticString) {
    while position < bytes.count, !starts(with: text) { position += 1 }
    position = min(position + text.utf8CodeUnitCount, bytes.count)
  }
}
