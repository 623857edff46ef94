import DataContractsCore

/// Turns the global types and elements of a schema set into a contract.
struct SchemaLoader {
  let components: SchemaComponents
  var builder = ContractBuilder()
  /// The types of the files by name; anonymous ones have no entry.
  var indices: [QualifiedName: Contract.TypeIndex] = [:]
  /// The types as far as they are read, by index less ``Contract/TypeIndex/firstDeclared``.
  var definitions: [Definition?] = []

  /// Most levels of anonymous types inside each other: 32. Reading them recurses.
  static let maximumNesting = 32

  /// A type that is read but not yet handed to the builder: references to bases are still open.
  struct Definition {
    var shape: ContractType.Shape
    var isValueType = false
    var isReference = false
    var clrName: String?
    /// For errors.
    let element: SchemaElement
    let path: DocumentPath
  }

  init(components: SchemaComponents) {
    self.components = components
  }

  mutating func load() throws(DocumentError) -> Contract {
    for name in components.typeNames {
      guard let element = components.types[name] else { continue }
      indices[name] = try declare(name, for: element, at: DocumentPath())
    }
    for name in components.typeNames {
      guard let element = components.types[name], let index = indices[name] else { continue }
      try define(index, name, from: element, at: DocumentPath([.member(name.localName)]))
    }
    for name in components.elementNames { try addRoot(name) }
    try resolveBases()
    for (slot, definition) in definitions.enumerated() {
      guard let definition else { continue }
      builder.define(
        Self.index(ofSlot: slot), definition.shape, isValueType: definition.isValueType,
        isReference: definition.isReference, clrName: definition.clrName)
    }
    return try builder.contract()
  }

  mutating func declare(
    _ name: QualifiedName, for element: SchemaElement, at path: DocumentPath
  ) throws(DocumentError) -> Contract.TypeIndex {
    let room = ContractBuilder.maximumTypes - Int(Contract.TypeIndex.firstDeclared.rawValue)
    guard definitions.count < room else {
      throw element.failure(
        .limitExceeded, at: path, expected: "at most \(ContractBuilder.maximumTypes) types in a contract", found: "more"
      )
    }
    definitions.append(nil)
    return builder.declare(name)
  }

  mutating func define(
    _ index: Contract.TypeIndex, _ name: QualifiedName, from element: SchemaElement, at path: DocumentPath
  ) throws(DocumentError) {
    definitions[Self.slot(of: index)] =
      element.isSchema("simpleType")
      ? try enumeration(element, at: path) : try complexType(element, named: name, at: path)
  }

  /// The types that an element names or holds.
  mutating func typeIndex(
    of element: SchemaElement, in owner: QualifiedName, named name: String, at path: DocumentPath
  ) throws(DocumentError) -> Contract.TypeIndex {
    let content = try element.onlyContent(allowing: ["complexType", "simpleType"], at: path)
    guard let typeName = try element.qualifiedName("type", at: path) else {
      guard let content else {
        throw element.unsupported("an element without a type", at: path)
      }
      return try anonymousType(content, in: owner, named: name, at: path)
    }
    if let content { throw content.unsupported("both a type name and \(content.shownName)", at: path) }
    return try resolve(typeName, at: path, in: element)
  }

  /// An anonymous type gets the name of its place, `Owner.Member`, as a nested class has; nothing refers to it.
  private mutating func anonymousType(
    _ element: SchemaElement, in owner: QualifiedName, named name: String, at path: DocumentPath
  ) throws(DocumentError) -> Contract.TypeIndex {
    if let stray = element.attribute("name") {
      throw element.unsupported("the name \(stray) of a type inside an element", at: path)
    }
    let typeName = QualifiedName(namespace: owner.namespace, localName: "\(owner.localName).\(name)")
    guard path.components.count <= Self.maximumNesting, typeName.localName.utf8.count <= element.file.nameLimit else {
      throw element.failure(
        .limitExceeded, at: path, expected: "at most \(Self.maximumNesting) levels of anonymous types", found: "more")
    }
    let index = try declare(typeName, for: element, at: path)
    try define(index, typeName, from: element, at: path)
    return index
  }

  func resolve(
    _ name: QualifiedName, at path: DocumentPath, in element: SchemaElement
  ) throws(DocumentError) -> Contract.TypeIndex {
    if let index = BuiltInTypes.index(of: name) ?? indices[name] { return index }
    if name.namespace == DotNetNamespace.xmlSchema { throw element.unsupported("the type \(name.shown)", at: path) }
    throw element.failure(.contract, at: path, expected: "a file that defines the type \(name)", found: "none")
  }

  private mutating func addRoot(_ name: QualifiedName) throws(DocumentError) {
    guard let element = components.elements[name] else { return }
    let path = DocumentPath([.member(name.localName)])
    try element.allowAttributes(["name", "type", "nillable"], at: path)
    let type = try typeIndex(of: element, in: name, named: "Content", at: path)
    builder.addRoot(element: name, type: type, isNillable: try element.flag("nillable", at: path))
  }
}

extension SchemaLoader {
  static func slot(of index: Contract.TypeIndex) -> Int {
    Int(index.rawValue) - Int(Contract.TypeIndex.firstDeclared.rawValue)
  }

  static func index(ofSlot slot: Int) -> Contract.TypeIndex {
    Contract.TypeIndex(rawValue: UInt16(clamping: slot + Int(Contract.TypeIndex.firstDeclared.rawValue)))
  }

  /// Checks that bases are objects in chains that end, and passes on what a derived type's schema does not repeat:
  /// the attributes of `IsReference`, and that a base writes its own XML.
  private mutating func resolveBases() throws(DocumentError) {
    var isResolved = Array(repeating: false, count: definitions.count)
    for start in definitions.indices where !isResolved[start] {
      var chain = [start]
      var isOnChain: Set<Int> = [start]
      while let base = try base(of: chain[chain.count - 1]) {
        guard isOnChain.insert(base).inserted else { throw endlessChain(at: base) }
        chain.append(base)
        if isResolved[base] { break }
      }
      for (derived, base) in zip(chain.dropLast(), chain.dropFirst()).reversed() { try inherit(derived, from: base) }
      for slot in chain { isResolved[slot] = true }
    }
  }

  private mutating func inherit(_ derived: Int, from base: Int) throws(DocumentError) {
    guard let parent = definitions[base], var child = definitions[derived] else { return }
    if parent.isReference { child.isReference = true }
    if case .any = parent.shape {
      guard case .object(let object) = child.shape, object.members.isEmpty else {
        throw child.element.unsupported("members beside a base that writes its own XML", at: child.path)
      }
      child.shape = .any
    }
    definitions[derived] = child
  }

  private func base(of slot: Int) throws(DocumentError) -> Int? {
    guard let definition = definitions[slot], case .object(let object) = definition.shape, let base = object.base else {
      return nil
    }
    let baseSlot = Self.slot(of: base)
    if definitions.indices.contains(baseSlot) {
      switch definitions[baseSlot]?.shape {
      case .object, .any: return baseSlot
      default: break
      }
    }
    throw definition.element.failure(
      .contract, at: definition.path, expected: "an object as the base", found: "a type of another kind")
  }

  private func endlessChain(at slot: Int) -> DocumentError {
    guard let definition = definitions[slot] else {
      return DocumentError(.contract, format: "xsd", expected: "bases that end", found: "a circle")
    }
    return definition.element.failure(
      .contract, at: definition.path, expected: "a type that does not extend itself", found: "a circle of bases")
  }
}
