import DataContractsCore

extension ElementWriter {
  /// Writes a scalar into an element that has been begun.
  mutating func scalar(_ node: Node, _ type: CompiledType, in element: inout Element) throws(DocumentError) {
    let text = view.text(of: node)
    if type.shape == .primitive {
      switch type.primitive {
      case .dateTimeOffset: return try dateTimeOffset(text, in: &element)
      case .qName: return try qualifiedName(text, in: &element)
      case .anyURI: return try uri(text, in: &element)
      default: break
      }
    }
    if node.kind == .enumeration { try requireName(text, of: node) }
    close(&element)
    if node.kind == .number, format.floatingPoint == .framework, appendFrameworkNumber(node, text) {
      return end(element)
    }
    if node.kind.isPlain {
      output.append(text)
    } else {
      try appendText(text)
    }
    // `XmlWriter` closes even an empty string with an end tag.
    let isString = node.kind == .string || node.kind == .text
    if isString, format.style == .xmlWriter { endWithContent(element) } else { end(element) }
  }

  /// A number that the enumeration does not name is refused, as .NET refuses it: no reader of XML takes it.
  private func requireName(_ text: UnsafeBufferPointer<UInt8>, of node: Node) throws(DocumentError) {
    guard let first = text.first, first == 0x2D || first &- 0x30 < 10 else { return }
    let type = table.types[Int(node.type)]
    let number = String(decoding: text, as: UTF8.self)
    guard case .enumeration(let contract) = type.shape, contract.bits(of: number, as: .contract) == nil else { return }
    throw failure("a value of the enumeration \(type.name.localName)", number)
  }

  /// Appends a double or float as .NET Framework prints it; `false` for another type's number.
  private mutating func appendFrameworkNumber(_ node: Node, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let primitive = primitive(of: node) else { return false }
    var number: [UInt8] = []
    guard FloatingPointPrinter.appendFramework(text.span, as: primitive, to: &number) else { return false }
    output.append(number)
    return true
  }

  /// The type of a number, which `i:type` names where the contract does not.
  private func primitive(of node: Node) -> PrimitiveType? {
    let type = table.compiled[Int(node.type)]
    return type.shape == .primitive ? type.primitive : self.primitive(ofUntyped: node)
  }

  /// A URI is written as .NET would send it, and not as it was given.
  private mutating func uri(_ text: UnsafeBufferPointer<UInt8>, in element: inout Element) throws(DocumentError) {
    close(&element)
    if var escaped = URIText.escaped(text.span).map({ String(decoding: $0, as: UTF8.self) }) {
      try escaped.withUTF8Pointer { text throws(DocumentError) in try appendText(text) }
    } else {
      try appendText(text)
    }
    if format.style == .xmlWriter { endWithContent(element) } else { end(element) }
  }

  /// `DateTimeOffset` is a structure: the time in UTC, and the offset.
  private mutating func dateTimeOffset(
    _ text: UnsafeBufferPointer<UInt8>, in element: inout Element
  ) throws(DocumentError) {
    guard let value = DotNetDateTime(text.span) else {
      throw failure("a date and time with an offset", "\"\(String(decoding: text.prefix(40), as: UTF8.self))\"")
    }
    let minutes: Int
    if case .offset(let offset) = value.kind { minutes = offset } else { minutes = 0 }
    let ticks = value.ticks - Int64(minutes) * 600_000_000
    guard let utc = DotNetDateTime(ticks: ticks, kind: .utc) else {
      throw failure(
        "a date and time within the years 1 through 9999 of UTC", "\"\(String(decoding: text, as: UTF8.self))\"")
    }
    close(&element)
    var date: [UInt8] = []
    utc.appendXML(to: &date)
    let namespace = UInt32(table.compiled[Int(Contract.TypeIndex.primitive(.dateTimeOffset).rawValue)].namespace)
    part("DateTime", namespace, date)
    part("OffsetMinutes", namespace, Array("\(minutes)".utf8))
    end(element)
  }

  private mutating func part(_ name: StaticString, _ namespace: NamespaceIndex, _ text: [UInt8]) {
    var element = begin(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), namespace)
    close(&element)
    output.append(text)
    endWithContent(element)
  }

  /// A qualified name, whose canonical text is `namespace:local`; the namespace gets a prefix on the element.
  private mutating func qualifiedName(
    _ text: UnsafeBufferPointer<UInt8>, in element: inout Element
  ) throws(DocumentError) {
    let text = String(decoding: text, as: UTF8.self)
    let colon = text.lastIndex(of: ":")
    let namespace = colon.map { String(text[..<$0]) } ?? ""
    let local = colon.map { String(text[text.index(after: $0)...]) } ?? text
    guard !local.isEmpty else {
      close(&element)
      return end(element)
    }
    let index = view.storage.names.namespaces.firstIndex(of: namespace).map { UInt32(clamping: $0) }
    guard let index else { throw failure("a qualified name in a namespace of the document", "\"\(text)\"") }
    declare(index)
    let prefix = scope.prefix(of: index) ?? .none
    close(&element)
    if prefix != .none {
      append(prefix)
      output.append(UInt8(ascii: ":"))
    }
    output.append(local)
    endWithContent(element)
  }
}

extension Document.Kind {
  /// Whether the kind's canonical text holds nothing that XML has to escape.
  var isPlain: Bool {
    switch self {
    case .boolean, .number, .dateTime, .duration, .guid, .bytes: true
    default: false
    }
  }
}
