import DataContractsCore

extension JSVWriter {
  /// Writes a text, in quotation marks where it would not be read as one without them.
  mutating func writeText(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return output.append("\"\"") }
    guard syntax == .plain else { return writeQueryText(text) }
    guard text.contains(where: \.isJSVMark) else { return output.append(text) }
    output.append(0x22)
    Self.appendDoubled(text, to: &output)
    output.append(0x22)
  }

  /// Appends a text with its quotation marks doubled.
  static func appendDoubled(_ text: some Collection<UInt8>, to output: inout OutputBuffer) {
    for byte in text {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
  }

  /// Writes a text within a value of a query string.
  ///
  /// ServiceStack escapes all but commas, puts a text that holds one between quotation marks and does not double those
  /// in it. A comma behind one of these is escaped, and a text that begins with one is always put between others: what
  /// ServiceStack writes there nobody can read.
  private mutating func writeQueryText(_ text: UnsafeBufferPointer<UInt8>) {
    let isWrapped = text.first == 0x22 || text.contains(0x2C)
    if isWrapped { output.append("%22") }
    var run = text.startIndex
    for index in text.indices.dropFirst() where text[index] == 0x2C && text[index - 1] == 0x22 {
      PercentText.append(UnsafeBufferPointer(rebasing: text[run..<index]), to: &output)
      PercentText.append(escaped: 0x2C, to: &output)
      run = index + 1
    }
    PercentText.append(UnsafeBufferPointer(rebasing: text[run...]), to: &output)
    if isWrapped { output.append("%22") }
  }
}

extension UInt8 {
  /// Whether a text that holds the byte is put between quotation marks: `" , { } [ ] :`, CR and LF.
  var isJSVMark: Bool {
    switch self {
    case 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x0A, 0x0D: true
    default: false
    }
  }

  /// Whether the byte means something in a query string and cannot stand there as itself.
  var isQueryMark: Bool { isJSVMark || self == 0x25 || self == 0x26 || self == 0x2B || self == 0x23 }
}
