extension WireFormat {
  /// The format that a file's name or, failing that, its first bytes speak of.
  ///
  /// - Parameters:
  ///   - fileName: A name or path; `nil` when the bytes came from elsewhere.
  ///   - bytes: The input, or its first bytes.
  /// - Returns: `nil` for an input that is empty or only white space and has no telling name.
  public static func detect(fileName: String?, bytes: some Collection<UInt8>) -> WireFormat? {
    fileName.flatMap(byEnding) ?? byFirstBytes(bytes)
  }

  private static func byEnding(of fileName: String) -> WireFormat? {
    let lowered = fileName.lowercased()
    let matches = all.flatMap { format in format.fileEndings.map { (format: format, ending: $0) } }
      .filter { lowered.hasSuffix(".\($0.ending)") }
    return matches.max { $0.ending.count < $1.ending.count }?.format
  }

  private static func byFirstBytes(_ bytes: some Collection<UInt8>) -> WireFormat? {
    // A byte order mark of UTF-16 stands before XML alone; that of UTF-8 is passed over.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return named("xml") }
    let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes.dropFirst(0)
    guard let first = unmarked.first(where: { $0 > 0x20 }) else { return nil }
    switch first {
    case UInt8(ascii: "<"): return named("xml")
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): return named("json")
    default: return bytes.starts(with: [0x2D, 0x2D]) ? named("multipart") : named("form")
    }
  }
}
