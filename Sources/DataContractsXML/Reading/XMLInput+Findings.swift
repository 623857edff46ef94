import DataContractsCore

extension XMLInput {
  /// What `XmlDictionaryReader` refuses of the encoding: any but UTF-8, and UTF-16 unless it is declared.
  var encodingFindings: [Finding] {
    switch encoding {
    case .utf8: []
    case .latin1: [refused("is declared as ISO-8859-1; Web API's reader takes UTF-8 and UTF-16")]
    case .utf16LittleEndian, .utf16BigEndian:
      namesEncoding ? [] : [refused("is UTF-16 without a declaration that says so")]
    }
  }

  private func refused(_ reason: String) -> Finding {
    Finding(.syntax, .refused, path: DocumentPath(), offset: 0, reason: reason)
  }

  /// The findings in the order of the input, moved from the characters to the bytes that came in. Takes time linear in
  /// the input.
  func locating(_ findings: [Finding]) -> [Finding] {
    let sorted = findings.sorted { $0.offset < $1.offset }
    guard encoding != .utf8 else { return sorted }
    var counted = 0
    var bytes = markLength
    return sorted.map { finding in
      bytes += originalLength(of: utf8[counted..<max(counted, min(finding.offset, utf8.count))])
      counted = max(counted, min(finding.offset, utf8.count))
      return finding.at(bytes)
    }
  }
}
