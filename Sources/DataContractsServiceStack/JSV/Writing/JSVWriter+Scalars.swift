import DataContractsCore

extension JSVWriter {
  mutating func writeScalar(_ index: Int, _ node: Node) throws(DocumentError) {
    let text = view.text(of: node)
    if node.flags.contains(.rawBytes) { return writeBase64(text) }
    try writeScalar(index, node.kind, node.type, text)
  }

  /// Writes a scalar by its canonical text.
  ///
  /// - Parameters:
  ///   - index: The node that errors speak of.
  ///   - type: The scalar's type in the contract, 0 without one.
  mutating func writeScalar(
    _ index: Int, _ kind: Document.Kind, _ type: UInt16, _ text: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    switch kind {
    case .null: break
    case .string, .text:
      let compiled = table.compiled[Int(type)]
      if compiled.shape == .primitive, compiled.primitive == .qName {
        return writeQualifiedName(text, namesType: view.node(index).flags.contains(.concreteType) && !hidesTypeName)
      }
      if kind == .text, Self.isDate(text) { return output.append(text) }
      if let displayed = displayedURI(text, type) { return displayed.withUnsafeBufferPointer { writeText($0) } }
      writeText(text)
    case .boolean: output.append(text.count == 4 ? "True" : "False")
    case .enumeration: writeEnumeration(index, type, text)
    case .number:
      let compiled = table.compiled[Int(type)]
      if compiled.shape == .primitive, compiled.primitive == .char { return try writeCharacter(index, text) }
      append { Self.appendNumber(text, compiled, to: &$0) }
    case .guid: append { GUIDText.appendDigits(ofCanonical: text.span, to: &$0) }
    case .dateTime: writeDate(type, text)
    case .duration: append { Self.appendDuration(text, to: &$0) }
    default: output.append(text)
    }
  }

  /// Whether a text of which nothing says that it is a string is a date and time, which stands without quotation marks.
  static func isDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 19, text.count <= 33, text[10] == 0x54 else { return false }
    return DotNetDateTime(text.span) != nil
  }

  /// A URI as `Uri.ToString()` gives it; `nil` for what is no absolute URI.
  func displayedURI(_ text: UnsafeBufferPointer<UInt8>, _ type: UInt16) -> [UInt8]? {
    let compiled = table.compiled[Int(type)]
    guard compiled.shape == .primitive, compiled.primitive == .anyURI else { return nil }
    return URIText.displayed(text.span)
  }

  private mutating func append(_ spell: (inout [UInt8]) -> Void) {
    scratch.removeAll(keepingCapacity: true)
    spell(&scratch)
    output.append(scratch)
  }

  private static func appendNumber(
    _ text: UnsafeBufferPointer<UInt8>, _ type: CompiledType, to output: inout [UInt8]
  ) {
    if text.span.holds("INF") { return output.append(ascii: "Infinity") }
    if text.span.holds("-INF") { return output.append(ascii: "-Infinity") }
    guard type.shape == .primitive else { return output.append(contentsOf: text) }
    ServiceStackText.appendNumber(text.span, as: type.primitive, to: &output)
  }

  private static func appendDuration(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard let value = DotNetTimeSpan(text.span) else { return output.append(contentsOf: text) }
    ServiceStackText.throughDouble(value).appendISO(to: &output)
  }

  private mutating func writeDate(_ type: UInt16, _ text: UnsafeBufferPointer<UInt8>) {
    guard let date = DotNetDateTime(text.span) else { return writeText(text) }
    let compiled = table.compiled[Int(type)]
    let hasOffset = compiled.shape == .primitive && compiled.primitive == .dateTimeOffset
    let offset = options.unspecifiedDateOffset
    append {
      if hasOffset {
        date.appendRoundTrip(to: &$0)
      } else {
        ServiceStackText.appendShortestDate(date, unspecifiedOffset: offset, to: &$0)
      }
    }
  }

  private mutating func writeBase64(_ bytes: UnsafeBufferPointer<UInt8>) {
    append { Base64.encode(bytes.span, into: &$0) }
  }

  /// A `char` stands without quotation marks whatever it is, so long as its place lets it be read.
  private mutating func writeCharacter(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    scratch.removeAll(keepingCapacity: true)
    guard CharText.appendUTF8(canonical: text.span, to: &scratch) != nil, let byte = scratch.first else {
      throw notRepresentable(index, expected: "a whole character", found: "half a surrogate pair")
    }
    let isUnreadable =
      place != .member && (byte == 0x5D && (place == .firstItem || isNullableItem) || byte == 0x2C && isNullableItem)
    if syntax == .query, isUnreadable || byte == 0x25 || byte == 0x26 || byte == 0x2B {
      return PercentText.append(escaped: byte, to: &output)
    }
    guard !isUnreadable else {
      throw notRepresentable(
        index, expected: "an item that does not look like the end of one",
        found: "\"\(String(decoding: scratch, as: UTF8.self))\"")
    }
    output.append(scratch)
  }

  private mutating func writeEnumeration(_ index: Int, _ type: UInt16, _ text: UnsafeBufferPointer<UInt8>) {
    guard let bits = view.enumerationBits(of: view.node(index)) else { return writeText(text) }
    writeEnumeration(bits, of: type)
  }

  /// Flags as their number; any other value by its name, or by its number where it has none.
  mutating func writeEnumeration(_ bits: UInt64, of type: UInt16) {
    guard case .enumeration(let enumeration) = table.types[Int(type)].shape else { return output.append(0x30) }
    var text = enumeration.isFlags ? enumeration.numberText(of: bits) : enumeration.canonicalText(of: bits)
    text.withUTF8 { name in
      if syntax == .plain || name.contains(where: \.isQueryMark) { writeText(name) } else { output.append(name) }
    }
  }

  /// The properties of an `XmlQualifiedName`, whose canonical text is `namespace:local`.
  private mutating func writeQualifiedName(_ text: UnsafeBufferPointer<UInt8>, namesType: Bool) {
    let colon = text.lastIndex(of: 0x3A)
    let local = UnsafeBufferPointer(rebasing: text[(colon.map { $0 + 1 } ?? 0)...])
    // XML has one empty name, whatever the default namespace is where it stands.
    let namespace = UnsafeBufferPointer(rebasing: text[..<(local.isEmpty ? 0 : colon ?? 0)])
    output.append(0x7B)
    if namesType {
      writeTypeName("System.Xml.XmlQualifiedName, System.Private.Xml")
      output.append(0x2C)
    }
    output.append("Namespace:")
    writeText(namespace)
    output.append(",Name:")
    writeText(local)
    output.append(local.isEmpty ? ",IsEmpty:True}" : ",IsEmpty:False}")
  }

  /// A file of a multipart body as MultipartDataMediaFormatter's `HttpFile`.
  mutating func writeFile(_ index: Int) throws(DocumentError) {
    let names: [StaticString] = ["FileName", "MediaType", "Buffer"]
    output.append(0x7B)
    var isFirst = true
    for (offset, name) in names.enumerated() {
      let node = view.node(index + 1 + offset)
      guard node.kind != .null else { continue }
      if !isFirst { output.append(0x2C) }
      isFirst = false
      output.append(name)
      output.append(0x3A)
      try writeScalar(index + 1 + offset, node)
    }
    output.append(0x7D)
  }
}
