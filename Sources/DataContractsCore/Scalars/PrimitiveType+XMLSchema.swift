extension PrimitiveType {
  /// Whether a text that ``canonicalize(_:rounds:into:)`` has understood is one that .NET's XML readers take too.
  ///
  /// XML knows only XML Schema's spellings: no `True`, no exponent in a decimal, no `/Date(…)/`, no time without
  /// seconds, no clock form of a duration. JSON and forms do not have these bounds.
  package func isXMLSchemaSpelling(_ text: Span<UInt8>) -> Bool {
    let text = text.extracting(text.trimmedRange)
    return switch self {
    case .boolean: !text.contains { (0x41...0x5A).contains($0) }
    case .decimal: !text.contains { $0 | 0x20 == 0x65 }
    case .duration: text.byte(at: text.byte(at: 0) == 0x2D ? 1 : 0) == 0x50 && !text.contains { $0 == 0x57 }
    case .dateTime, .dateTimeOffset: Self.isXMLSchemaDateTime(text)
    default: true
    }
  }

  /// A time has its seconds, letters are capitals, and an offset has its colon.
  private static func isXMLSchemaDateTime(_ text: Span<UInt8>) -> Bool {
    guard !text.contains({ $0 == 0x20 || $0 == 0x2F || $0 == 0x74 || $0 == 0x7A }) else { return false }
    // After `yyyy-MM-ddTHH:mm:ss`, or after a shorter date, only a fraction and a zone.
    let time = (0..<text.count).first { text[$0] == 0x54 }
    if let time, text.byte(at: time + 6) != 0x3A { return false }
    guard let sign = (0..<text.count).last(where: { text[$0] == 0x2B || text[$0] == 0x2D }), sign >= (time ?? 10) else {
      return true
    }
    return text.count - sign == 6
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ isMatch: (UInt8) -> Bool) -> Bool {
    for index in indices where isMatch(self[index]) { return true }
    return false
  }
}
