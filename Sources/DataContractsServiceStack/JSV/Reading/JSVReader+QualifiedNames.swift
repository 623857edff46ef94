import DataContractsCore

extension JSVReader {
  /// Reads the properties of an `XmlQualifiedName`: `{Namespace:"urn:q",Name:local,IsEmpty:False}`.
  ///
  /// - Parameter start: Where its properties begin, behind the bracket or the name of its type.
  mutating func readQualifiedName(
    from start: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = text.offset(position)
    enclosing.append(Container(kind: .object, type: 0))
    position = text.byte(at: start) == 0x2C ? start + 1 : start
    var namespace = ""
    var localName = ""
    while text.byte(at: position) != 0x7D {
      let (property, value) = try readProperty(&builder)
      switch property {
      case "Namespace": namespace = value
      case "Name": localName = value
      case "IsEmpty": break
      default: throw failure("Namespace, Name or IsEmpty", &builder)
      }
      if text.byte(at: position) == 0x2C { position += 1 } else if !isDelimiter(at: position) { break }
    }
    guard text.byte(at: position) == 0x7D else { throw failure("\",\" or \"}\"", &builder) }
    position += 1
    enclosing.removeLast()
    // XML can write the name only in a namespace that the document knows.
    _ = builder.namespaceIndex(of: namespace)
    try builder.value(.field, namespace.isEmpty ? localName : "\(namespace):\(localName)", at: offset)
  }

  private mutating func readProperty(_ builder: inout DocumentBuilder) throws(DocumentError) -> (String, String) {
    let start = position
    while position < text.range.upperBound, text.bytes[position] != 0x3A, !isDelimiter(at: position) { position += 1 }
    guard text.byte(at: position) == 0x3A else { throw failure("\":\"", &builder) }
    let property = text.string(start..<position)
    position += 1
    return (property, try readPropertyText(&builder))
  }

  private mutating func readPropertyText(_ builder: inout DocumentBuilder) throws(DocumentError) -> String {
    if isQuotationMark(at: position), let quoted = quotedText(at: position) {
      position = quoted.end
      var content: [UInt8] = []
      appendUndoubled(quoted.content, to: &content)
      return String(decoding: content, as: UTF8.self)
    }
    let start = position
    while position < text.range.upperBound, !isDelimiter(at: position) { position += 1 }
    let decoded = syntax == .query ? try decoded(start..<position, plusIsSpace: true, &builder) : nil
    return decoded.map { String(decoding: $0, as: UTF8.self) } ?? text.string(start..<position)
  }
}
