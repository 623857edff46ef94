import DataContractsCore
import DataContractsFields

/// What the header of a part says.
struct PartHeader {
  enum Name {
    /// A slice of the input.
    case plain(Range<Int>)
    /// A name that may have had escapes, and where the header stands.
    case decoded([UInt8], at: Int)
  }

  private(set) var name: Name
  /// The name of a file; `nil` for a field.
  private(set) var fileName: String?
  /// The media type without parameters; `nil` where the part names none.
  private(set) var mediaType: String?
  private(set) var charset = PartCharset.utf8
  /// Whether the part is no form-data, which .NET's reader passes over.
  private(set) var isPassedOver = false
  /// What a check says of the part.
  private(set) var remarks: [(effect: Finding.Effect, reason: String)] = []
  /// Where the content begins.
  private(set) var end: Int

  /// - Parameter start: Where the part's first line begins.
  init(in text: Span<UInt8>, from start: Int, format: MultipartFormat) throws(DocumentError) {
    guard let usual = Self.usualName(in: text, from: start, format.decoding.limits) else {
      let fields = try PartHeaderFields(in: text, from: start, format: format)
      try self.init(fields, isTolerant: format.decoding.tolerance == .dotNet)
      return
    }
    self.init(name: .plain(usual.name), end: usual.end)
  }

  private init(name: Name, end: Int) {
    self.name = name
    self.end = end
  }

  private static let usualStart: StaticString = "Content-Disposition: form-data; name=\""

  /// The name and the end of a header as MultipartDataMediaFormatter and browsers write those of fields: one line, no
  /// escapes, ASCII.
  private static func usualName(
    in text: Span<UInt8>, from start: Int, _ limits: Limits
  ) -> (name: Range<Int>, end: Int)? {
    let first = start &+ usualStart.utf8CodeUnitCount
    guard first <= text.count, limits.partHeaders > 0, text.extracting(start..<first).holds(usualStart) else {
      return nil
    }
    var position = first
    while position < text.count, isPlain(text[position]) { position &+= 1 }
    guard position &+ 4 < text.count, position &+ 1 &- start <= limits.partHeaderBytes,
      text.extracting(position..<position &+ 5).holds("\"\r\n\r\n")
    else { return nil }
    return (first..<position, position &+ 5)
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x25 && byte != 0x5C
  }
}

extension PartHeader {
  private init(_ fields: PartHeaderFields, isTolerant: Bool) throws(DocumentError) {
    guard let disposition = try fields.value(of: "content-disposition") else {
      throw fields.failure(.syntax, "a Content-Disposition", "none")
    }
    guard disposition.value.asciiLowercased().elementsEqual("form-data".utf8) else {
      if isTolerant {
        self.init(name: .plain(0..<0), end: fields.end)
        isPassedOver = true
        remarks = [(.dropped, "is a part that is no form-data")]
        return
      }
      let found = String(decoding: disposition.value, as: UTF8.self)
      throw fields.failure(.syntax, "Content-Disposition: form-data", "\"\(found)\"")
    }
    guard let name = disposition.parameter("name") else { throw fields.failure(.syntax, "a part with a name", "none") }
    self.init(name: .decoded(Self.unescaped(name), at: fields.start), end: fields.end)
    fileName = try Self.fileName(disposition, fields)
    remarks = try Self.remarks(disposition, fields)
    // .NET trims it.
    if isTolerant { fileName = fileName.map(Self.trimmed) }
    try readContentType(fields)
    if !isTolerant { try Self.refuseEncodings(fields) }
  }

  /// `filename` wins over `filename*`, which RFC 7578, section 4.2, forbids and .NET passes over; alone it is taken.
  private static func fileName(_ disposition: HeaderValue, _ fields: PartHeaderFields) throws(DocumentError) -> String?
  {
    if let name = disposition.parameter("filename") { return String(decoding: unescaped(name), as: UTF8.self) }
    guard let name = disposition.parameter("filename*") else { return nil }
    guard let text = ExtendedValue.decode(name) else {
      let found = String(decoding: name, as: UTF8.self)
      throw fields.failure(.syntax, "filename* in UTF-8 or ISO-8859-1 (RFC 8187)", "\"\(found)\"")
    }
    return text
  }

  /// What .NET's reader makes otherwise of a header than this one.
  private static func remarks(
    _ disposition: HeaderValue, _ fields: PartHeaderFields
  ) throws(DocumentError) -> [(effect: Finding.Effect, reason: String)] {
    var remarks: [(effect: Finding.Effect, reason: String)] = []
    if !disposition.value.elementsEqual("form-data".utf8) {
      remarks.append((.dropped, "is a part whose disposition is not form-data in lower case"))
    }
    if disposition.parameter("filename") == nil, disposition.parameter("filename*") != nil {
      remarks.append((.dropped, "is a part whose file is named by filename* alone, which .NET takes for a text"))
    }
    if let encoding = try fields.value(of: "content-transfer-encoding") {
      let name = String(decoding: encoding.value.asciiLowercased(), as: UTF8.self)
      if !plainEncodings.contains(name) { remarks.append((.misread, "is a part in \(name), which .NET does not undo")) }
    }
    if disposition.hasEscapedQuote { remarks.append((.misread, "has a quote after a backslash, which .NET keeps")) }
    return remarks
  }

  private static let plainEncodings = ["7bit", "8bit", "binary"]

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.withSpan(of: 0..<bytes.count) { span in String(decoding: bytes[span.trimmedIndices], as: UTF8.self) }
  }

  private mutating func readContentType(_ fields: PartHeaderFields) throws(DocumentError) {
    guard let type = try fields.value(of: "content-type") else { return }
    mediaType = String(decoding: type.value, as: UTF8.self)
    // A file's bytes are kept as they are.
    guard fileName == nil, let name = type.parameter("charset") else { return }
    guard let known = PartCharset(name) else {
      let found = String(decoding: name, as: UTF8.self)
      throw fields.failure(.unsupported, "charset utf-8, us-ascii or iso-8859-1", "\"\(found)\"")
    }
    charset = known
  }

  /// RFC 7578, section 4.7, has deprecated encodings of parts; .NET passes the header over and misreads the content.
  private static func refuseEncodings(_ fields: PartHeaderFields) throws(DocumentError) {
    guard let encoding = try fields.value(of: "content-transfer-encoding") else { return }
    let name = String(decoding: encoding.value.asciiLowercased(), as: UTF8.self)
    guard plainEncodings.contains(name) else {
      throw fields.failure(.unsupported, "Content-Transfer-Encoding 7bit, 8bit or binary", "\"\(name)\"")
    }
  }

  /// Takes back the escapes that browsers write in names: `%22`, `%0D`, `%0A`.
  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x25) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if let byte = FieldEscaping.multipartEscape(in: text, at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}

extension PartHeader {
  /// Adds the part to the fields.
  func add(
    _ content: Range<Int>, of text: Span<UInt8>, to tree: inout FieldTree, _ format: MultipartFormat
  ) throws(DocumentError) {
    guard !isPassedOver else { return note(in: &tree, at: content.lowerBound) }
    switch name {
    case .plain(let range): _ = try tree.readName(in: text, from: range.lowerBound, to: range.upperBound)
    case .decoded(let bytes, let offset): try tree.readDecodedName(bytes, at: offset)
    }
    if !remarks.isEmpty { note(in: &tree, at: content.lowerBound) }
    if let fileName {
      let file = FieldFile(name: fileName, mediaType: mediaType)
      return try tree.addValue(FieldText(content), file: file, at: content.lowerBound)
    }
    try addText(content, of: text, to: &tree, format)
  }

  private func note(in tree: inout FieldTree, at offset: Int) {
    for remark in remarks { tree.note(.content, remark.effect, remark.reason, at: offset) }
  }

  private func addText(
    _ content: Range<Int>, of text: Span<UInt8>, to tree: inout FieldTree, _ format: MultipartFormat
  ) throws(DocumentError) {
    let bytes = text.extracting(content)
    if charset == .latin1, let mark = PartCharset.decodeLatin1(bytes, into: &tree.decoded) {
      return try tree.addValue(FieldText(mark..<tree.decoded.count, isDecoded: true), at: content.lowerBound)
    }
    if let invalid = charset.firstInvalidOffset(in: bytes) {
      throw format.failure(.syntax, charset.expectation, "an invalid byte", at: content.lowerBound + invalid)
    }
    try tree.addValue(FieldText(content), at: content.lowerBound)
  }
}
