/// XML Schema's boolean: canonical are `true` and `false`; `1`, `0` and other cases are understood.
enum BooleanText {
  @inline(__always)
  static func isCanonical(_ text: Span<UInt8>) -> Bool {
    if text.count == 4 {
      return text[0] == 0x74 && text[1] == 0x72 && text[2] == 0x75 && text[3] == 0x65
    }
    guard text.count == 5 else { return false }
    return text[0] == 0x66 && text[1] == 0x61 && text[2] == 0x6C && text[3] == 0x73 && text[4] == 0x65
  }

  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) throws(LexicalFailure) {
    if text.equalsIgnoringCase("true") || text.equalsIgnoringCase("1") {
      output.append(ascii: "true")
    } else if text.equalsIgnoringCase("false") || text.equalsIgnoringCase("0") {
      output.append(ascii: "false")
    } else {
      throw .malformed
    }
  }
}
