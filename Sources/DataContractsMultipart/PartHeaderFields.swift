import DataContractsCore
import DataContractsFields

/// The header fields of a part, folded lines joined.
struct PartHeaderFields {
  private var fields: [(name: [UInt8], value: [UInt8], offset: Int)] = []
  /// Where the first line begins.
  let start: Int
  /// Where the content begins.
  private(set) var end: Int
  private let format: MultipartFormat

  init(in text: Span<UInt8>, from start: Int, format: MultipartFormat) throws(DocumentError) {
    self.start = start
    self.format = format
    end = start
    while true {
      let line = try readLine(of: text)
      if line.isEmpty { return }
      try add(text.extracting(line), at: line.lowerBound)
    }
  }

  /// Reads to the next CRLF and steps over it.
  private mutating func readLine(of text: Span<UInt8>) throws(DocumentError) -> Range<Int> {
    let first = end
    let bound = format.decoding.limits.partHeaderBytes
    var position = first
    while position < text.count, text[position] >= 0x20 && text[position] != 0x7F || text[position] == 0x09 {
      position += 1
      guard position - start <= bound else {
        throw failure(
          .limitExceeded, "at most \(bound) bytes of part headers (limit partHeaderBytes)", "more", at: first)
      }
    }
    guard position < text.count else {
      throw failure(.syntax, "the end of the part's header", "the end of the body", at: position)
    }
    if text[position] == 0x0D, position + 1 < text.count, text[position + 1] == 0x0A {
      end = position + 2
    } else if text[position] == 0x0A, format.allowsBareLineFeeds {
      end = position + 1
    } else {
      let found = text[position] == 0x0A ? "a line feed alone" : "the control character \(text[position])"
      throw failure(.syntax, "CRLF at the end of a header line", found, at: position)
    }
    return first..<position
  }

  private mutating func add(_ line: Span<UInt8>, at offset: Int) throws(DocumentError) {
    if let invalid = UTF8Validation.firstInvalidOffset(in: line) {
      throw failure(.syntax, "UTF-8", "an invalid byte", at: offset + invalid)
    }
    if line[0] == 0x20 || line[0] == 0x09, let last = fields.indices.last {
      fields[last].value.append(0x20)
      fields[last].value.append(copying: line.extracting(line.trimmedIndices))
      return
    }
    let bound = format.decoding.limits.partHeaders
    guard fields.count < bound else {
      throw failure(.limitExceeded, "at most \(bound) header fields (limit partHeaders)", "\(bound + 1)", at: offset)
    }
    try addField(line, at: offset)
  }

  private mutating func addField(_ line: Span<UInt8>, at offset: Int) throws(DocumentError) {
    var colon = 0
    while colon < line.count, Self.isToken(line[colon]) { colon += 1 }
    guard colon > 0, colon < line.count, line[colon] == 0x3A else {
      throw failure(.syntax, "a header field's name and \":\"", "something else", at: offset + colon)
    }
    var name: [UInt8] = []
    name.append(copying: line.extracting(0..<colon))
    let rest = line.extracting((colon + 1)..<line.count)
    var value: [UInt8] = []
    value.append(copying: rest.extracting(rest.trimmedIndices))
    fields.append((name.asciiLowercased(), value, offset))
  }

  /// RFC 9110, section 5.6.2.
  static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  /// The field of that name, in lower case; `nil` when the part has none.
  ///
  /// - Throws: ``DocumentError`` for a field that occurs twice: readers disagree on which one counts.
  func value(of name: String) throws(DocumentError) -> HeaderValue? {
    let found = fields.filter { $0.name.elementsEqual(name.utf8) }
    guard let field = found.first else { return nil }
    guard found.count == 1 else { throw failure(.syntax, "\(name) once", "it twice", at: found[1].offset) }
    return try field.value.withSpan(of: 0..<field.value.count) { span throws(DocumentError) in
      try HeaderValue(span, format: format.name, at: field.offset)
    }
  }

  /// A failure at the part.
  func failure(_ code: DocumentError.Code, _ expected: String, _ found: String) -> DocumentError {
    failure(code, expected, found, at: start)
  }

  private func failure(
    _ code: DocumentError.Code, _ expected: String, _ found: String, at offset: Int
  ) -> DocumentError {
    format.failure(code, expected, found, at: offset)
  }
}
