import DataContractsCore

/// Finds start tags with too many attributes before libxml2 meets them: its time for a tag grows with the square of
/// their number.
///
/// `<` cannot stand inside a tag, and an attribute takes 5 bytes at least (` a=""`). So a tag with more than `n`
/// attributes is a run of more than `5 n` bytes without `<`. Looking for such runs backwards, window by window, touches
/// a few bytes of each window in ordinary documents. Only when a run is found and looks like such a tag is the document
/// read through from its start, since `<` also occurs in comments and CDATA sections.
enum StartTagScan {
  struct OversizedTag {
    let offset: Int
    let expected: String
    let found: String
  }

  static func oversizedTag(in input: [UInt8], limits: Limits) -> OversizedTag? {
    input.withUnsafeBufferPointer { bytes in
      let limit = max(0, limits.elementAttributes)
      guard hasSuspiciousRun(bytes, limit: limit, tagBytes: limits.textBytes) else { return nil }
      return firstOversizedTag(bytes, limit: limit, tagBytes: limits.textBytes)
    }
  }

  private static func hasSuspiciousRun(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int, tagBytes: Int) -> Bool {
    let window = max(16, min(5 * min(limit, 1 << 20), tagBytes))
    guard var start = next(UInt8(ascii: "<"), in: bytes, from: 0) else { return false }
    while start + window < bytes.count {
      var position = start + window
      while position > start, bytes[position] != UInt8(ascii: "<") { position -= 1 }
      if position == start {
        let tag = Tag(in: bytes, at: start)
        if tag.attributes > limit || tag.end - start > tagBytes { return true }
        guard let found = next(UInt8(ascii: "<"), in: bytes, from: start + 1) else { return false }
        position = found
      }
      start = position
    }
    // The last window may be shorter, and a limit of a few attributes is passed within it.
    return start < bytes.count && limit < 4
  }

  private static func next(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[start...]).firstIndex(of: byte).map { $0 + start }
  }

  private static func firstOversizedTag(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int, tagBytes: Int
  ) -> OversizedTag? {
    var position = 0
    while let start = next(UInt8(ascii: "<"), in: bytes, from: position) {
      switch Markup(in: bytes, at: start) {
      case .skipped(let terminator):
        guard let end = end(of: terminator, in: bytes, from: start) else { return nil }
        position = end
      case .tag:
        let tag = Tag(in: bytes, at: start)
        if tag.attributes > limit {
          return OversizedTag(
            offset: start, expected: "at most \(limit) attributes and declarations (limit elementAttributes)",
            found: "\(tag.attributes)")
        }
        if tag.end - start > tagBytes {
          return OversizedTag(
            offset: start, expected: "at most \(tagBytes) bytes of a start tag (limit textBytes)",
            found: "\(tag.end - start)")
        }
        position = tag.end
      }
    }
    return nil
  }

  private static func end(of terminator: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let count = terminator.utf8CodeUnitCount
    let last = terminator.utf8Start[count - 1]
    var position = start
    while let found = next(last, in: bytes, from: position) {
      let from = found + 1 - count
      if from > start, (0..<count).allSatisfy({ bytes[from + $0] == terminator.utf8Start[$0] }) { return found + 1 }
      position = found + 1
    }
    return nil
  }

  /// What begins with a `<`.
  private enum Markup {
    case tag
    case skipped(terminator: StaticString)

    init(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
      let second = start + 1 < bytes.count ? bytes[start + 1] : 0
      switch second {
      case UInt8(ascii: "?"): self = .skipped(terminator: "?>")
      case UInt8(ascii: "/"): self = .skipped(terminator: ">")
      case UInt8(ascii: "!"):
        let third = start + 2 < bytes.count ? bytes[start + 2] : 0
        self = .skipped(terminator: third == UInt8(ascii: "-") ? "-->" : third == UInt8(ascii: "[") ? "]]>" : ">")
      default: self = .tag
      }
    }
  }

  /// The attributes of a start tag, counted by their opening quotes, and where the tag ends.
  private struct Tag {
    var attributes = 0
    var end: Int

    init(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
      var quote: UInt8 = 0
      end = start + 1
      while end < bytes.count {
        let byte = bytes[end]
        if byte == UInt8(ascii: "<") { return }
        end += 1
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
          attributes += 1
        } else if byte == UInt8(ascii: ">") {
          return
        }
      }
    }
  }
}
