import DataContractsCore
import DataContractsFields

/// Splits a body into parts and adds each to a ``FieldTree``.
///
/// One search goes forward through the input from line feed to line feed; nothing is looked at twice but the at most 74
/// bytes of a delimiter.
struct MultipartParser {
  let format: MultipartFormat
  let boundary: [UInt8]
  /// Whether a delimiter was seen at a line feed without a carriage return, which explains a missing end.
  private var sawBareLineFeed = false

  init(format: MultipartFormat, boundary: [UInt8]) {
    self.format = format
    self.boundary = boundary
  }

  mutating func parse(_ text: Span<UInt8>, into tree: inout FieldTree) throws(DocumentError) {
    var delimiter = try firstDelimiter(in: text)
    guard !delimiter.isClosing else {
      throw format.failure(.syntax, "a part", "the closing boundary", at: delimiter.start)
    }
    var count = 0
    while !delimiter.isClosing {
      count += 1
      guard count <= format.decoding.limits.parts else { throw tooMany(at: delimiter.start) }
      let part = try PartHeader(in: text, from: delimiter.next, format: format)
      // The CRLF of the header's end is not that before the boundary: readers that share it disagree on what follows.
      if self.delimiter(in: text, at: part.end) != nil {
        throw format.failure(.syntax, "CRLF before the boundary", "the header's end", at: part.end)
      }
      let content: Range<Int>
      (content, delimiter) = try readContent(of: text, from: part.end)
      try part.add(content, of: text, to: &tree, format)
    }
  }

  /// A line that is the boundary.
  struct Delimiter {
    /// Where its two hyphens stand.
    var start: Int
    /// Where the line after it begins.
    var next: Int
    var isClosing: Bool
  }

  private mutating func firstDelimiter(in text: Span<UInt8>) throws(DocumentError) -> Delimiter {
    if let found = delimiter(in: text, at: 0) { return found }
    return try search(text, from: 0)
  }

  private mutating func readContent(
    of text: Span<UInt8>, from start: Int
  ) throws(DocumentError) -> (Range<Int>, Delimiter) {
    let found = try search(text, from: start)
    let lineEnd = found.start - 1
    let hasReturn = lineEnd > start && text[lineEnd - 1] == 0x0D
    return (start..<(hasReturn ? lineEnd - 1 : lineEnd), found)
  }

  /// The next delimiter that stands after a line's end.
  private mutating func search(_ text: Span<UInt8>, from start: Int) throws(DocumentError) -> Delimiter {
    var position = start
    while let feed = LineSearch.lineFeed(in: text, from: position) {
      position = feed + 1
      guard feed + 2 < text.count, text[feed + 1] == 0x2D, let found = delimiter(in: text, at: feed + 1) else {
        continue
      }
      if feed > start && text[feed - 1] == 0x0D || format.allowsBareLineFeeds { return found }
      sawBareLineFeed = true
    }
    throw missingEnd(text)
  }

  private func missingEnd(_ text: Span<UInt8>) -> DocumentError {
    let shown = String(decoding: boundary, as: UTF8.self)
    guard !sawBareLineFeed else {
      return format.failure(.syntax, "CRLF before and after each \"--\(shown)\"", "a line feed alone", at: text.count)
    }
    return format.failure(.syntax, "the closing \"--\(shown)--\"", "the end of the body", at: text.count)
  }

  /// The delimiter whose hyphens stand at `start`: the boundary, two hyphens where it closes, blanks and CRLF.
  private mutating func delimiter(in text: Span<UInt8>, at start: Int) -> Delimiter? {
    var position = start + 2
    guard position + boundary.count <= text.count, text[start] == 0x2D, text[start + 1] == 0x2D,
      boundary.holds(text.extracting(position..<position + boundary.count), at: 0)
    else { return nil }
    position += boundary.count
    let isClosing = position + 1 < text.count && text[position] == 0x2D && text[position + 1] == 0x2D
    if isClosing { position += 2 }
    while position < text.count, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
    guard let next = lineStart(in: text, after: position, isClosing: isClosing) else { return nil }
    return Delimiter(start: start, next: next, isClosing: isClosing)
  }

  /// Where the next line begins when a line ends at `position`.
  private mutating func lineStart(in text: Span<UInt8>, after position: Int, isClosing: Bool) -> Int? {
    guard position < text.count else { return isClosing ? position : nil }
    if text[position] == 0x0D, position + 1 < text.count, text[position + 1] == 0x0A { return position + 2 }
    guard text[position] == 0x0A else { return nil }
    sawBareLineFeed = true
    return format.allowsBareLineFeeds ? position + 1 : nil
  }

  private func tooMany(at offset: Int) -> DocumentError {
    let limit = format.decoding.limits.parts
    return format.failure(.limitExceeded, "at most \(limit) parts (limit parts)", "\(limit + 1)", at: offset)
  }
}
