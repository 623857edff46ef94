import DataContractsCore

extension SchemaLoader {
  /// What a `complexType` or its `extension` consists of.
  private struct Parts {
    var base: Contract.TypeIndex?
    var sequence: SchemaElement?
    /// `Id` and `Ref` of the serialization namespace.
    var referenceAttributes: Set<String> = []
    var annotations: SchemaAnnotations
  }

  mutating func complexType(
    _ element: SchemaElement, named name: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> Definition {
    try element.allowAttributes(["name", "abstract", "mixed"], at: path)
    guard try !element.flag("mixed", at: path) else { throw element.unsupported("mixed content", at: path) }
    let parts = try parts(of: element, at: path)
    let members = try parts.sequence.map { sequence throws(DocumentError) in
      try sequence.allowAttributes([], at: path)
      return try sequence.content(allowing: ["element"], at: path)
    }
    var definition = Definition(shape: .any, element: element, path: path)
    definition.isValueType = parts.annotations.isValueType
    definition.isReference = parts.referenceAttributes == ["Id", "Ref"]
    definition.shape = try shape(
      of: element, members: members ?? [], base: parts.base, annotations: parts.annotations, named: name, at: path)
    return definition
  }

  private mutating func shape(
    of element: SchemaElement, members: [SchemaElement], base: Contract.TypeIndex?, annotations: SchemaAnnotations,
    named name: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> ContractType.Shape {
    if base == nil, members.count == 1, members[0].attribute("maxOccurs") == "unbounded" {
      if let order = annotations.declaredOrder {
        throw order.failure(.contract, at: path, expected: "a DeclaredOrder of an object", found: "one of a collection")
      }
      return annotations.isDictionary
        ? .dictionary(try dictionary(members[0], named: name, at: path))
        : .list(try list(members[0], named: name, at: path))
    }
    guard !annotations.isDictionary else {
      throw element.failure(.contract, at: path, expected: "one repeated entry in a dictionary", found: "other content")
    }
    return .object(
      ObjectContract(
        base: base, members: try dataMembers(members, order: annotations.declaredOrder, of: name, at: path),
        isAbstract: try element.flag("abstract", at: path)))
  }

  private func parts(of element: SchemaElement, at path: DocumentPath) throws(DocumentError) -> Parts {
    var parts = Parts(annotations: try SchemaAnnotations(of: element, at: path))
    for child in try element.content(allowing: ["sequence", "complexContent", "attribute"], at: path) {
      if child.isSchema("complexContent") {
        try readExtension(child, into: &parts, at: path)
      } else {
        try read(child, into: &parts, at: path)
      }
    }
    return parts
  }

  private func readExtension(
    _ content: SchemaElement, into parts: inout Parts, at path: DocumentPath
  ) throws(DocumentError) {
    try content.allowAttributes(["mixed"], at: path)
    guard try !content.flag("mixed", at: path) else { throw content.unsupported("mixed content", at: path) }
    guard parts.base == nil, parts.sequence == nil,
      let derivation = try content.onlyContent(allowing: ["extension"], at: path),
      let base = try derivation.qualifiedName("base", at: path)
    else { throw content.unsupported("content without one extension of a base", at: path) }
    try derivation.allowAttributes(["base"], at: path)
    parts.base = try resolve(base, at: path, in: derivation)
    if parts.annotations.declaredOrder == nil {
      parts.annotations.declaredOrder = try SchemaAnnotations(of: derivation, at: path).declaredOrder
    }
    for child in try derivation.content(allowing: ["sequence", "attribute"], at: path) {
      try read(child, into: &parts, at: path)
    }
  }

  private func read(_ child: SchemaElement, into parts: inout Parts, at path: DocumentPath) throws(DocumentError) {
    if child.isSchema("sequence") {
      guard parts.sequence == nil else { throw child.unsupported("a second xs:sequence", at: path) }
      parts.sequence = child
      return
    }
    let reference = try child.qualifiedName("ref", at: path)
    guard let reference, reference.namespace == DotNetNamespace.serialization,
      ["Id", "Ref"].contains(reference.localName)
    else { throw child.unsupported("an attribute other than Id and Ref of \(DotNetNamespace.serialization)", at: path) }
    try child.allowAttributes(["ref"], at: path)
    parts.referenceAttributes.insert(reference.localName)
  }
}
