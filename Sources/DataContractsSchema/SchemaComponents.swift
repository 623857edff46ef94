import DataContractsCore

/// The global types and elements of a schema set by name, whatever file they stand in.
struct SchemaComponents {
  private(set) var types: [QualifiedName: SchemaElement] = [:]
  private(set) var elements: [QualifiedName: SchemaElement] = [:]
  /// The names of ``types`` in the order of the files.
  private(set) var typeNames: [QualifiedName] = []
  /// The names of ``elements`` in the order of the files.
  private(set) var elementNames: [QualifiedName] = []

  init(of files: [SchemaFile]) throws(DocumentError) {
    for file in files { try collect(file) }
  }

  private mutating func collect(_ file: SchemaFile) throws(DocumentError) {
    let schema = file.root
    guard schema.isSchema("schema") else {
      throw schema.failure(
        .syntax, at: DocumentPath(), expected: "the element xs:schema", found: "the element \(schema.shownName)")
    }
    try checkHead(schema)
    for item in schema.children { try collect(item, namespace: file.targetNamespace) }
  }

  /// Member elements are in the target namespace by `elementFormDefault="qualified"`, or each by its own `form`.
  private func checkHead(_ schema: SchemaElement) throws(DocumentError) {
    try schema.allowAttributes(
      ["targetNamespace", "elementFormDefault", "attributeFormDefault", "version"], at: DocumentPath())
  }

  private mutating func collect(_ item: SchemaElement, namespace: String) throws(DocumentError) {
    guard item.name.namespace == DotNetNamespace.xmlSchema else { throw unexpected(item) }
    switch item.name.localName {
    case "import", "include", "annotation": return
    case "attribute" where namespace == DotNetNamespace.serialization: return
    case "complexType", "simpleType":
      let name = QualifiedName(namespace: namespace, localName: try item.requiredName(at: DocumentPath()))
      guard BuiltInTypes.index(of: name) == nil else { return }
      if let first = types.updateValue(item, forKey: name) { throw duplicate(name, "type", first, item) }
      typeNames.append(name)
    case "element":
      let name = QualifiedName(namespace: namespace, localName: try item.requiredName(at: DocumentPath()))
      if let first = elements.updateValue(item, forKey: name) {
        guard namespace != DotNetNamespace.serialization else { return }
        throw duplicate(name, "element", first, item)
      }
      elementNames.append(name)
    default: throw unexpected(item)
    }
  }

  private func unexpected(_ item: SchemaElement) -> DocumentError {
    item.unsupported("\(item.shownName) in xs:schema", at: DocumentPath())
  }

  private func duplicate(
    _ name: QualifiedName, _ kind: String, _ first: SchemaElement, _ second: SchemaElement
  ) -> DocumentError {
    second.failure(
      .contract, at: DocumentPath([.member(name.localName)]), expected: "one \(kind) \(name)",
      found: "one in \(first.file.name) and one in \(second.file.name)")
  }
}
