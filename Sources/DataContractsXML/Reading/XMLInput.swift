import DataContractsCore

/// An input as UTF-8, whatever it came in, checked for what has to be known before libxml2 sees it.
///
/// libxml2 always gets UTF-8 and never chooses an encoding itself: so no conversion library takes part, and a position
/// in its input is a position in `utf8`.
struct XMLInput {
  /// The characters of the input; the very same array when that was UTF-8.
  let utf8: [UInt8]
  let original: [UInt8]
  let encoding: Encoding
  /// Whether the input has a declaration that names an encoding.
  let namesEncoding: Bool

  enum Encoding {
    case utf8, latin1, utf16LittleEndian, utf16BigEndian
  }

  init(_ input: [UInt8], format: String, limits: Limits) throws(DocumentError) {
    guard input.count <= min(limits.inputBytes, Int(Int32.max) - 1) else {
      throw DocumentError(
        .limitExceeded, format: format, expected: "at most \(limits.inputBytes) bytes of input (limit inputBytes)",
        found: "\(input.count)")
    }
    let declaration: XMLDeclaration?
    (encoding, utf8, declaration) = try Self.transcode(input, format: format)
    original = input
    namesEncoding = declaration?.encoding != nil
    if let declaration { try declaration.check(against: encoding, format: format) }
    try Self.checkStart(utf8, format: format)
    if let tag = StartTagScan.oversizedTag(in: utf8, limits: limits) {
      let error = DocumentError(
        .limitExceeded, format: format, offset: tag.offset, expected: tag.expected, found: tag.found)
      throw located(error)
    }
  }

  /// Runs `body`, and moves the place of its error from the characters to the bytes that came in.
  func locating<Result>(_ body: () throws(DocumentError) -> Result) throws(DocumentError) -> Result {
    do throws(DocumentError) { return try body() } catch { throw located(error) }
  }

  private func located(_ error: DocumentError) -> DocumentError {
    guard encoding != .utf8, let offset = error.offset else { return error }
    return DocumentError(
      error.code, format: error.format, offset: originalOffset(of: offset), path: error.path,
      expected: error.expected, found: error.found)
  }

  /// Where the character at an offset of `utf8` began in the input.
  private func originalOffset(of offset: Int) -> Int { markLength + originalLength(of: utf8.prefix(offset)) }

  /// The bytes of a byte order mark, which only UTF-16 leaves out of `utf8`.
  var markLength: Int {
    encoding != .latin1 && (original.starts(with: [0xFF, 0xFE]) || original.starts(with: [0xFE, 0xFF])) ? 2 : 0
  }

  /// How many bytes some characters took in the input.
  func originalLength(of characters: ArraySlice<UInt8>) -> Int {
    var units = 0
    for byte in characters where byte & 0xC0 != 0x80 {
      // A character of four bytes is a surrogate pair in UTF-16.
      units += encoding != .latin1 && byte >= 0xF0 ? 2 : 1
    }
    return encoding == .latin1 ? units : units * 2
  }
}

extension XMLInput {
  private static func transcode(
    _ input: [UInt8], format: String
  ) throws(DocumentError) -> (Encoding, [UInt8], XMLDeclaration?) {
    if let encoding = utf16Encoding(of: input) {
      let utf8 = try utf8(fromUTF16: input, encoding, format: format)
      return (encoding, utf8, XMLDeclaration(in: utf8))
    }
    let declaration = XMLDeclaration(in: input)
    if let declaration, declaration.isOfUnknownEncoding { try declaration.check(against: .utf8, format: format) }
    switch declaration?.encoding?.lowercased() {
    case "iso-8859-1", "iso_8859-1", "latin1":
      return (.latin1, utf8(fromLatin1: input), declaration)
    case "us-ascii", "ascii":
      if let offset = input.firstIndex(where: { $0 >= 0x80 }) {
        throw invalid(input, at: offset, "a byte of US-ASCII", format: format)
      }
    default:
      if let offset = input.withUnsafeBufferPointer({ UTF8Validation.firstInvalidOffset(in: $0.span) }) {
        throw invalid(input, at: offset, "UTF-8", format: format)
      }
    }
    return (.utf8, input, declaration)
  }

  /// A byte order mark, or the first character's two bytes, which is `<` without one (XML 1.0, appendix F).
  private static func utf16Encoding(of input: [UInt8]) -> Encoding? {
    guard input.count >= 2 else { return nil }
    return switch (input[0], input[1]) {
    case (0xFF, 0xFE), (0x3C, 0x00): .utf16LittleEndian
    case (0xFE, 0xFF), (0x00, 0x3C): .utf16BigEndian
    default: nil
    }
  }

  private static func utf8(
    fromUTF16 input: [UInt8], _ encoding: Encoding, format: String
  ) throws(DocumentError) -> [UInt8] {
    guard input.count % 2 == 0 else {
      throw invalid(input, at: input.count - 1, "an even number of bytes of UTF-16", format: format)
    }
    let high = encoding == .utf16BigEndian ? 0 : 1
    var output: [UInt8] = []
    output.reserveCapacity(input.count / 2 + 8)
    var index = input[high] == 0xFE && input[1 - high] == 0xFF ? 2 : 0
    while index < input.count {
      var scalar = UInt32(input[index + high]) << 8 | UInt32(input[index + 1 - high])
      if scalar & 0xF800 == 0xD800 {
        let next = index + 2 < input.count ? UInt32(input[index + 2 + high]) << 8 | UInt32(input[index + 3 - high]) : 0
        guard scalar < 0xDC00, next & 0xFC00 == 0xDC00 else {
          throw invalid(input, at: index, "UTF-16 without a lone surrogate", format: format)
        }
        scalar = 0x1_0000 + (scalar & 0x3FF) << 10 + next & 0x3FF
        index += 2
      }
      UTF8Validation.appendScalar(scalar, to: &output)
      index += 2
    }
    return output
  }

  private static func utf8(fromLatin1 input: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count + 64)
    for byte in input { UTF8Validation.appendScalar(UInt32(byte), to: &output) }
    return output
  }

  private static func invalid(_ input: [UInt8], at offset: Int, _ expected: String, format: String) -> DocumentError {
    let hex = String(input[offset], radix: 16, uppercase: true)
    return DocumentError(
      .syntax, format: format, offset: offset, expected: expected, found: "byte 0x\(hex.count < 2 ? "0" : "")\(hex)")
  }

  /// The document begins with `<`, maybe after a byte order mark and white space: with anything else libxml2 would try
  /// encodings of its own.
  private static func checkStart(_ utf8: [UInt8], format: String) throws(DocumentError) {
    let start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = utf8[start...].firstIndex { !$0.isXMLWhiteSpace }
    guard let first else {
      throw DocumentError(
        .syntax, format: format, offset: utf8.count, expected: "an element", found: "the end of the input")
    }
    guard utf8[first] == UInt8(ascii: "<") else {
      throw DocumentError(
        .syntax, format: format, offset: first, expected: "an element", found: Excerpt.text(utf8, from: first))
    }
  }
}

extension UInt8 {
  /// XML's white space: space, tab, line feed, carriage return.
  @inline(__always)
  var isXMLWhiteSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

/// The first characters from a place of the input, for messages.
enum Excerpt {
  static func text(_ bytes: [UInt8], from offset: Int) -> String {
    bytes.withUnsafeBufferPointer { text($0, from: offset) }
  }

  static func text(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the input" }
    let start = max(0, offset)
    let text = String(decoding: bytes[start..<min(start + 80, bytes.count)], as: UTF8.self)
    let line = text.prefix { !$0.isNewline }
    guard !line.isEmpty else { return "the end of the line" }
    return line.count > 20 ? "\"\(line.prefix(20))…\"" : "\"\(line)\""
  }
}
