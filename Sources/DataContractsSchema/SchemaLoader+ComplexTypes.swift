import DataContractsCore

extension SchemaLoader {
  mutating func complexType(
    _ element: SchemaElement, named name: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> Definition {
    let parts = try ComplexTypeParts(of: element, at: path)
    var definition = Definition(shape: .any, element: element, path: path)
    definition.clrName = parts.annotations.clrName
    definition.isValueType = parts.annotations.isValueType
    definition.isReference = parts.referenceAttributes == ["Id", "Ref"]
    definition.shape = try shape(of: element, parts, named: name, at: path)
    return definition
  }

  private mutating func shape(
    of element: SchemaElement, _ parts: ComplexTypeParts, named name: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> ContractType.Shape {
    if parts.isCollection || parts.writesItsOwnXML, let order = parts.annotations.declaredOrder {
      throw order.failure(.contract, at: path, expected: "a DeclaredOrder of an object", found: "one of another type")
    }
    if parts.isCollection {
      return parts.annotations.isDictionary
        ? .dictionary(try dictionary(parts.elements[0], named: name, at: path))
        : .list(try list(parts.elements[0], named: name, at: path))
    }
    guard !parts.annotations.isDictionary else {
      throw element.failure(.contract, at: path, expected: "one repeated entry in a dictionary", found: "other content")
    }
    guard !parts.writesItsOwnXML else { return .any }
    let base = try parts.base.map { base throws(DocumentError) in try resolve(base.name, at: path, in: base.element) }
    return .object(
      ObjectContract(
        base: base,
        members: try dataMembers(parts.elements, order: parts.annotations.declaredOrder, of: name, at: path),
        isAbstract: try element.flag("abstract", at: path)))
  }
}
