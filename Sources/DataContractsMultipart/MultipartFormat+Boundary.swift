import DataContractsCore

extension MultipartFormat {
  /// Most characters of a boundary: RFC 2046, section 5.1.1.
  static let longestBoundary = 70

  /// The boundary that a `Content-Type` header names, such as `multipart/form-data; boundary=abc`.
  ///
  /// - Throws: ``DocumentError`` when the type is no multipart type, or when the boundary is missing, named twice,
  ///   empty, longer than 70 characters, or holds characters that cannot stand in a line.
  public static func boundary(ofContentType contentType: String) throws(DocumentError) -> String {
    var text = contentType
    let header = try text.withUTF8Span { span throws(DocumentError) in
      try HeaderValue(span, format: "multipart", at: nil)
    }
    guard header.value.asciiLowercased().starts(with: "multipart/".utf8) else {
      throw headerFailure("a multipart media type", "\"\(String(decoding: header.value, as: UTF8.self))\"")
    }
    guard let boundary = header.parameter("boundary") else { throw headerFailure("a boundary", "none") }
    return String(decoding: try checked(boundary, format: "multipart"), as: UTF8.self)
  }

  private static func headerFailure(_ expected: String, _ found: String) -> DocumentError {
    DocumentError(.syntax, format: "multipart", expected: expected, found: found)
  }

  /// A boundary that may stand after two hyphens at the start of a line.
  static func checked(_ boundary: [UInt8], format: String, at offset: Int? = nil) throws(DocumentError) -> [UInt8] {
    let isPrintable = boundary.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    guard (1...longestBoundary).contains(boundary.count), isPrintable, boundary.last != 0x20 else {
      throw DocumentError(
        .syntax, format: format, offset: offset, expected: "a boundary of 1 through 70 printable ASCII characters",
        found: boundary.isEmpty ? "an empty one" : "\"\(String(decoding: boundary.prefix(40), as: UTF8.self))\"")
    }
    return boundary
  }

  /// The boundary of a body: the one that is set, or that of the first line that begins with two hyphens.
  func delimiterBytes(in text: Span<UInt8>) throws(DocumentError) -> [UInt8] {
    if let boundary { return try Self.checked(Array(boundary.utf8), format: name) }
    var start: Int? = 0
    while let line = start {
      if line + 2 <= text.count, text[line] == 0x2D, text[line + 1] == 0x2D {
        return try boundary(ofLine: line, in: text)
      }
      start = LineSearch.lineFeed(in: text, from: line).map { $0 + 1 }
    }
    throw failure(.syntax, "a line of two hyphens and the boundary", text.count == 0 ? "an empty body" : "none", at: 0)
  }

  private func boundary(ofLine start: Int, in text: Span<UInt8>) throws(DocumentError) -> [UInt8] {
    var end = start + 2
    while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
    while end > start + 2, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    var boundary: [UInt8] = []
    boundary.append(copying: text.extracting((start + 2)..<end))
    return try Self.checked(boundary, format: name, at: start)
  }
}

extension [UInt8] {
  func asciiLowercased() -> [UInt8] { map(\.asciiFolded) }
}
