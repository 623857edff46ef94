import DataContractsCore

extension SchemaLoader {
  /// An element of a sequence: its name, its type, and what `nillable` says.
  private struct Particle {
    let name: String
    let type: Contract.TypeIndex
    let isNillable: Bool
  }

  mutating func dataMembers(
    _ elements: [SchemaElement], order: SchemaElement?, of owner: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> [DataMember] {
    var members: [DataMember] = []
    var positions: [String: Int] = [:]
    for element in elements {
      let (name, member) = try dataMember(element, of: owner, at: path)
      guard positions.updateValue(members.count, forKey: name) == nil else {
        throw element.failure(.contract, at: path, expected: "each member once", found: "\(name.quoted) twice")
      }
      members.append(member)
    }
    if let order { try arrange(&members, positions: positions, by: order, at: path) }
    return members
  }

  private mutating func dataMember(
    _ element: SchemaElement, of owner: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> (name: String, DataMember) {
    let particle = try particle(element, of: owner, at: path)
    let path = path.appending(particle.name)
    guard element.attribute("maxOccurs") ?? "1" == "1" else {
      throw element.unsupported("a repeated element beside others", at: path)
    }
    let annotations = try SchemaAnnotations(of: element, as: .member, at: path)
    let actualType = try annotations.actualType.map { name throws(DocumentError) in
      try resolve(name, at: path, in: element)
    }
    let memberName = XMLNameEncoding.decode(particle.name)
    let member = DataMember(
      memberName, actualType ?? particle.type, isNillable: particle.isNillable,
      isRequired: try !isOptional(element, at: path), emitsDefaultValue: annotations.emitsDefaultValue,
      order: annotations.order,
      clrName: annotations.clrName ?? owner.propertyName(ofMember: memberName))
    return (particle.name, member)
  }

  mutating func list(
    _ element: SchemaElement, named name: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> ListContract {
    let item = try item(element, of: name, at: path)
    return ListContract(of: item.type, isNillable: item.isNillable, itemName: item.name)
  }

  mutating func dictionary(
    _ element: SchemaElement, named name: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> DictionaryContract {
    try checkItem(element, at: path)
    let entryName = try element.requiredName(at: path)
    let path = path.appending(entryName)
    let entry = QualifiedName(namespace: name.namespace, localName: "\(name.localName).\(entryName)")
    guard element.attribute("type") == nil, let type = try element.onlyContent(allowing: ["complexType"], at: path),
      let sequence = try type.onlyContent(allowing: ["sequence"], at: path)
    else { throw element.unsupported("a dictionary's entry without an anonymous type of its own", at: path) }
    let parts = try sequence.content(allowing: ["element"], at: path)
    guard parts.count == 2 else {
      throw sequence.failure(
        .contract, at: path, expected: "a key and a value in a dictionary's entry", found: "\(parts.count) elements")
    }
    let key = try part(parts[0], of: entry, at: path)
    let value = try part(parts[1], of: entry, at: path)
    return DictionaryContract(
      key: key.type, keyIsNillable: key.isNillable, value: value.type, valueIsNillable: value.isNillable,
      entryName: entryName, keyName: key.name, valueName: value.name)
  }

  private mutating func part(
    _ element: SchemaElement, of entry: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> Particle {
    guard element.attribute("maxOccurs") ?? "1" == "1" else {
      throw element.unsupported("a repeated element in a dictionary's entry", at: path)
    }
    return try particle(element, of: entry, at: path)
  }

  private mutating func item(
    _ element: SchemaElement, of owner: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> Particle {
    try checkItem(element, at: path)
    return try particle(element, of: owner, at: path)
  }

  /// A list has no required items, so a schema that asks for some is not .NET's.
  private func checkItem(_ element: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    guard try isOptional(element, at: path) else {
      throw element.unsupported("a repeated element without minOccurs=\"0\"", at: path)
    }
  }

  private func isOptional(_ element: SchemaElement, at path: DocumentPath) throws(DocumentError) -> Bool {
    switch element.attribute("minOccurs") {
    case "0": true
    case nil, "1": false
    case let other?: throw element.unsupported("minOccurs=\"\(other)\"", at: path)
    }
  }

  private mutating func particle(
    _ element: SchemaElement, of owner: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> Particle {
    if let target = try element.qualifiedName("ref", at: path) {
      return try referenced(target, from: element, owner: owner, at: path)
    }
    try element.allowAttributes(["name", "type", "minOccurs", "maxOccurs", "nillable", "form"], at: path)
    let name = try element.requiredName(at: path)
    let path = path.appending(name)
    guard owner.namespace.isEmpty || element.isQualified else {
      throw element.unsupported("a member element without a namespace", at: path)
    }
    return Particle(
      name: name, type: try typeIndex(of: element, in: owner, named: name, at: path),
      isNillable: try element.flag("nillable", at: path))
  }

  /// A member that is a global element of the same namespace.
  private mutating func referenced(
    _ target: QualifiedName, from element: SchemaElement, owner: QualifiedName, at path: DocumentPath
  ) throws(DocumentError) -> Particle {
    try element.allowAttributes(["ref", "minOccurs", "maxOccurs"], at: path)
    guard target.namespace == owner.namespace else {
      throw element.unsupported("a member in another namespace, \(target)", at: path)
    }
    guard let global = components.elements[target] else {
      throw element.failure(.contract, at: path, expected: "a file that defines the element \(target)", found: "none")
    }
    let path = path.appending(target.localName)
    guard let typeName = try global.qualifiedName("type", at: path) else {
      throw element.unsupported("an element whose type has no name, \(target)", at: path)
    }
    return Particle(
      name: target.localName, type: try resolve(typeName, at: path, in: global),
      isNillable: try global.flag("nillable", at: path))
  }
}

extension SchemaElement {
  /// Whether a local element is in the file's target namespace.
  fileprivate var isQualified: Bool {
    switch attribute("form") {
    case nil: file.qualifiesElements
    case let form?: form == "qualified"
    }
  }
}
