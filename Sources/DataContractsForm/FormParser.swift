import DataContractsCore
import DataContractsFields

/// Splits a form into fields: at `&`, and each at its first `=`.
struct FormParser {
  let format: FormFormat
  private let limit: Int
  private let skipsEmptyFields: Bool

  init(format: FormFormat) {
    self.format = format
    limit = format.decoding.limits.formPairs
    skipsEmptyFields = format.skipsEmptyFields
  }

  func parse(_ text: Span<UInt8>, into tree: inout FieldTree) throws(DocumentError) {
    guard text.count > 0 else { return }
    var position = 0
    var count = 0
    while position <= text.count {
      if skipsEmptyFields, position == text.count || text[position] == 0x26 {
        position += 1
        continue
      }
      count += 1
      guard count <= limit else { throw tooMany(at: position) }
      position = try parseField(text, at: position, into: &tree) + 1
    }
  }

  /// Reads one field and returns where it ends.
  private func parseField(_ text: Span<UInt8>, at start: Int, into tree: inout FieldTree) throws(DocumentError) -> Int {
    let nameEnd = try tree.readName(in: text, from: start, to: text.count)
    let first = nameEnd < text.count && text[nameEnd] == 0x3D ? nameEnd + 1 : nameEnd
    let value = FormValue(in: text, from: first)
    let range = first..<value.end
    if value.isEscaped {
      let mark = tree.decoded.count
      try tree.decode(range, of: text)
      try tree.addValue(FieldText(mark..<tree.decoded.count, isDecoded: true), at: first)
    } else {
      try tree.addValue(FieldText(range), at: first)
    }
    return value.end
  }

  private func tooMany(at offset: Int) -> DocumentError {
    format.failure(.limitExceeded, "at most \(limit) fields (limit formPairs)", "\(limit + 1)", at: offset)
  }
}

/// Where a value ends, and whether it has to be decoded or looked at: escapes, or bytes beyond ASCII.
private struct FormValue {
  var end: Int
  var isEscaped = false

  /// Looks at eight bytes at a time.
  @inline(__always)
  init(in text: Span<UInt8>, from start: Int) {
    let raw = text.bytes
    var position = start
    var marks: UInt64 = 0
    while position &+ 8 <= text.count {
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
      let ends = Self.bytes(of: word, equalTo: 0x26)
      let special = word & Self.highBits | Self.bytes(of: word, equalTo: 0x25) | Self.bytes(of: word, equalTo: 0x2B)
      if ends != 0 {
        // Only what lies before the end counts.
        let before = (ends & (0 &- ends)) &- 1
        end = position &+ ends.trailingZeroBitCount >> 3
        isEscaped = (marks | special & before) != 0
        return
      }
      marks |= special
      position &+= 8
    }
    while position < text.count, text[position] != 0x26 {
      let byte = text[position]
      if byte >= 0x80 || byte == 0x25 || byte == 0x2B { marks = 1 }
      position &+= 1
    }
    end = position
    isEscaped = marks != 0
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that has the value; exact, since no carry leaves a byte.
  @inline(__always)
  private static func bytes(of word: UInt64, equalTo value: UInt8) -> UInt64 {
    let difference = word ^ (UInt64(value) &* 0x0101_0101_0101_0101)
    let low = (difference & ~highBits) &+ ~highBits
    return ~(low | difference) & highBits
  }
}
