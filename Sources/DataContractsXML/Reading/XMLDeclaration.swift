import DataContractsCore

/// What `<?xml …?>` says about encoding and version. Its syntax is libxml2's matter.
struct XMLDeclaration {
  let encoding: String?
  private let encodingOffset: Int

  /// - Parameter input: Bytes of an encoding in which ASCII is ASCII.
  /// - Returns: `nil` for an input that does not begin with a declaration.
  init?(in input: [UInt8]) {
    let start = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard input[start...].starts(with: Array("<?xml".utf8)), input.count > start + 5, input[start + 5].isXMLWhiteSpace
    else { return nil }
    // A declaration is far shorter; what is longer gets its error from libxml2.
    let text = input[start..<min(start + 1_000, input.count)]
    let end = text.firstIndex(of: UInt8(ascii: ">")) ?? text.endIndex
    let value = Self.value(of: "encoding", in: text[..<end])
    encoding = value.map { String(decoding: input[$0], as: UTF8.self) }
    encodingOffset = value?.lowerBound ?? start
  }

  /// The quoted value behind `name =`.
  private static func value(of name: String, in text: ArraySlice<UInt8>) -> Range<Int>? {
    let name = Array(name.utf8)
    guard let found = text.indices.first(where: { text[$0...].starts(with: name) }) else { return nil }
    var index = found + name.count
    while index < text.endIndex, text[index].isXMLWhiteSpace || text[index] == UInt8(ascii: "=") { index += 1 }
    guard index < text.endIndex, text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") else {
      return nil
    }
    guard let end = text[(index + 1)...].firstIndex(of: text[index]) else { return nil }
    return index + 1..<end
  }

  /// Whether the encoding is none of those whose bytes are looked at.
  var isOfUnknownEncoding: Bool {
    guard let name = encoding?.lowercased() else { return false }
    return !Self.utf8Names.contains(name) && !Self.latin1Names.contains(name)
  }

  /// Names under which ASCII's bytes are ASCII and the others UTF-8, if there are any.
  static let utf8Names: Set = ["utf-8", "utf8", "us-ascii", "ascii"]
  static let latin1Names: Set = ["iso-8859-1", "iso_8859-1", "latin1"]

  /// Refuses an encoding that is unknown or that the bytes are not in.
  func check(against actual: XMLInput.Encoding, format: String) throws(DocumentError) {
    guard let name = encoding?.lowercased() else { return }
    let agrees =
      switch actual {
      case .utf8: Self.utf8Names.contains(name)
      case .latin1: true
      case .utf16LittleEndian: ["utf-16", "utf-16le"].contains(name)
      case .utf16BigEndian: ["utf-16", "utf-16be"].contains(name)
      }
    guard !agrees else { return }
    let expected: String
    switch actual {
    case .utf8, .latin1: expected = "UTF-8, UTF-16, ISO-8859-1 or US-ASCII, and bytes in it"
    case .utf16LittleEndian, .utf16BigEndian: expected = "the encoding UTF-16, in which the bytes are"
    }
    throw DocumentError(
      .unsupported, format: format, offset: actual == .utf8 ? encodingOffset : 0, expected: expected,
      found: "\"\(encoding?.prefix(40) ?? "")\"")
  }
}
