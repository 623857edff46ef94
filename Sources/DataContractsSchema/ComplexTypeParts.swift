import DataContractsCore

/// What a `complexType`, or the `extension` in it, consists of.
struct ComplexTypeParts {
  private(set) var base: (name: QualifiedName, element: SchemaElement)?
  /// The elements of the sequence.
  private(set) var elements: [SchemaElement] = []
  /// Whether the schema leaves the content open: .NET's for types that write their own XML (`ISerializable`,
  /// `IXmlSerializable`, `XmlElement`, `DataSet`).
  private(set) var writesItsOwnXML = false
  /// `Id` and `Ref` of the serialization namespace.
  private(set) var referenceAttributes: Set<String> = []
  private(set) var annotations: SchemaAnnotations
  private var hasSequence = false

  init(of element: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    try element.allowAttributes(["name", "abstract", "mixed"], at: path)
    annotations = try SchemaAnnotations(of: element, as: .object, at: path)
    let names: Set = ["sequence", "complexContent", "attribute", "anyAttribute"]
    for child in try element.content(allowing: names, at: path) {
      if child.isSchema("complexContent") {
        try readExtension(child, at: path)
      } else {
        try read(child, at: path)
      }
    }
    if try element.flag("mixed", at: path), !writesItsOwnXML { throw element.unsupported("mixed content", at: path) }
  }

  /// Whether the type is a list or dictionary: one element, any number of times.
  var isCollection: Bool {
    base == nil && elements.count == 1 && elements[0].attribute("maxOccurs") == "unbounded"
  }

  private mutating func readExtension(_ content: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    try content.allowAttributes(["mixed"], at: path)
    guard try !content.flag("mixed", at: path) else { throw content.unsupported("mixed content", at: path) }
    guard base == nil, !hasSequence, let derivation = try content.onlyContent(allowing: ["extension"], at: path),
      let name = try derivation.qualifiedName("base", at: path)
    else { throw content.unsupported("content without one extension of a base", at: path) }
    try derivation.allowAttributes(["base"], at: path)
    base = (name, derivation)
    if annotations.declaredOrder == nil {
      annotations.declaredOrder = try SchemaAnnotations(of: derivation, as: .object, at: path).declaredOrder
    }
    for child in try derivation.content(allowing: ["sequence", "attribute"], at: path) { try read(child, at: path) }
  }

  private mutating func read(_ child: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    switch child.name.localName {
    case "sequence":
      guard !hasSequence else { throw child.unsupported("a second xs:sequence", at: path) }
      hasSequence = true
      try readSequence(child, at: path)
    case "anyAttribute": writesItsOwnXML = true
    default: try readAttribute(child, at: path)
    }
  }

  private mutating func readSequence(_ sequence: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    try sequence.allowAttributes([], at: path)
    let content = try sequence.content(allowing: ["element", "any"], at: path)
    guard let wildcard = content.first(where: { $0.isSchema("any") }) else { return elements = content }
    writesItsOwnXML = true
    // A DataSet holds its schema before its content; anything else beside a wildcard is not .NET's.
    let schema = QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "schema")
    for element in content where element.isSchema("element") {
      guard try element.qualifiedName("ref", at: path) == schema else {
        throw wildcard.unsupported("xs:any beside elements", at: path)
      }
    }
  }

  private mutating func readAttribute(_ attribute: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    let reference = try attribute.qualifiedName("ref", at: path)
    guard let reference, reference.namespace == DotNetNamespace.serialization,
      ["Id", "Ref", "FactoryType"].contains(reference.localName)
    else {
      throw attribute.unsupported(
        "an attribute other than Id, Ref and FactoryType of \(DotNetNamespace.serialization)", at: path)
    }
    if reference.localName == "FactoryType" {
      writesItsOwnXML = true
    } else {
      try attribute.allowAttributes(["ref"], at: path)
      referenceAttributes.insert(reference.localName)
    }
  }
}
