import DataContractsCore
import DataContractsFields

/// A header's value with parameters: `form-data; name="a"; filename="b"`.
struct HeaderValue {
  /// What stands before the first semicolon, without blanks at its ends.
  let value: [UInt8]
  /// The parameters' names in lower case, and what they hold.
  private var parameters: [(name: [UInt8], value: [UInt8])] = []
  /// Whether a quoted value holds a quote behind a backslash.
  private(set) var hasEscapedQuote = false

  /// Most parameters of one header: each is compared with those before it.
  private static let mostParameters = 32

  /// - Parameter offset: Where the header stands, for errors.
  /// - Throws: ``DocumentError`` for a parameter without a name or a closing quote, and for one that occurs twice.
  init(_ text: Span<UInt8>, format: String, at offset: Int?) throws(DocumentError) {
    var reader = HeaderReader(format: format, offset: offset)
    value = reader.token(text)
    while reader.skip(0x3B, text) {
      let name = reader.token(text).asciiLowercased()
      let hasValue = reader.skip(0x3D, text)
      if name.isEmpty, !hasValue { continue }
      guard hasValue, !name.isEmpty else {
        throw reader.failure("a parameter's name, \"=\" and value", "something else")
      }
      let value = try reader.value(text)
      guard parameter(name) == nil else {
        throw reader.failure("each parameter once", "\"\(String(decoding: name, as: UTF8.self))\" again")
      }
      guard parameters.count < Self.mostParameters else {
        throw reader.failure("at most \(Self.mostParameters) parameters", "\(Self.mostParameters + 1)")
      }
      parameters.append((name, value))
    }
    hasEscapedQuote = reader.hasEscapedQuote
    guard reader.position == text.count else { throw reader.failure("\";\" or the header's end", "\"=\"") }
  }

  func parameter(_ name: String) -> [UInt8]? { parameter(Array(name.utf8)) }

  private func parameter(_ name: [UInt8]) -> [UInt8]? {
    parameters.first { $0.name == name }?.value
  }
}

/// Reads tokens and quoted strings one after the other.
private struct HeaderReader {
  let format: String
  let offset: Int?
  var position = 0
  private(set) var hasEscapedQuote = false

  init(format: String, offset: Int?) {
    self.format = format
    self.offset = offset
  }

  /// Reads up to a semicolon or an equals sign, without blanks at the ends.
  mutating func token(_ text: Span<UInt8>) -> [UInt8] {
    let start = position
    while position < text.count, text[position] != 0x3B, text[position] != 0x3D { position += 1 }
    return trimmed(text, start..<position)
  }

  mutating func skip(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  /// Reads a quoted or a bare value.
  mutating func value(_ text: Span<UInt8>) throws(DocumentError) -> [UInt8] {
    skipBlanks(text)
    if position < text.count, text[position] == 0x22 { return try quoted(text) }
    let start = position
    while position < text.count, text[position] != 0x3B { position += 1 }
    return trimmed(text, start..<position)
  }

  /// A backslash escapes a quote only: Internet Explorer sends paths, and browsers escape no backslash.
  private mutating func quoted(_ text: Span<UInt8>) throws(DocumentError) -> [UInt8] {
    var result: [UInt8] = []
    position += 1
    while position < text.count, text[position] != 0x22 {
      if text[position] == 0x5C, position + 1 < text.count, text[position + 1] == 0x22 {
        position += 1
        hasEscapedQuote = true
      }
      result.append(text[position])
      position += 1
    }
    guard skip(0x22, text) else { throw failure("a closing quote", "the header's end") }
    skipBlanks(text)
    guard position == text.count || text[position] == 0x3B else { throw failure("\";\"", "other text after a quote") }
    return result
  }

  private mutating func skipBlanks(_ text: Span<UInt8>) {
    while position < text.count, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
  }

  private func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    let part = text.extracting(range)
    result.append(copying: part.extracting(part.trimmedIndices))
    return result
  }

  func failure(_ expected: String, _ found: String) -> DocumentError {
    DocumentError(.syntax, format: format, offset: offset, expected: expected, found: found)
  }
}
