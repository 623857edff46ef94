extension QualifiedName: DataContractCodable {
  /// `xs:QName`, C#'s `XmlQualifiedName`.
  public static var dataContractName: QualifiedName { PrimitiveType.qName.contractName }

  /// The primitive's index, which is the same in every contract.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex { .primitive(.qName) }

  /// Reads a qualified name, whose prefix the format has resolved.
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    let text = try reader.scalar(.qName)
    self.init(canonical: String(decoding: text, as: UTF8.self))
  }

  /// Adds the name. XML gives its namespace a prefix, the other formats write both parts.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/typeMismatch`` for a local name with a colon, which no text
  ///   could tell from the namespace's end.
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) { try builder.qualifiedName(self) }

  /// The namespace, a colon and the local name.
  public func canonicalKey() throws(DocumentError) -> [UInt8] { Array(canonicalText.utf8) }

  /// Reads the canonical text of a document: what stands behind the last colon is the local name.
  init(canonical text: String) {
    let colon = text.utf8.lastIndex(of: 0x3A)
    self.init(
      namespace: colon.map { String(text[..<$0]) } ?? "",
      localName: colon.map { String(text[text.utf8.index(after: $0)...]) } ?? text)
  }

  var canonicalText: String { namespace.isEmpty ? localName : "\(namespace):\(localName)" }
}

extension DocumentBuilder {
  /// Adds a qualified name.
  mutating func qualifiedName(_ name: QualifiedName) throws(DocumentError) {
    guard !name.localName.utf8.contains(0x3A) else {
      throw failure(.typeMismatch, expected: "a local name without a colon", found: "\"\(name.localName)\"", at: 0)
    }
    // Encoders of XML look the namespace up.
    _ = namespaceIndex(of: name.namespace)
    let start = arena.count
    arena.append(contentsOf: name.canonicalText.utf8)
    try append(.qName, canonicalFrom: start)
  }
}
