import DataContractsCore

extension ElementWriter {
  /// Writes a value into an element that has been begun, and ends the element.
  ///
  /// - Parameter declared: The type that the contract gives the element; `i:type` tells where the value's is another.
  mutating func value(
    _ index: Int, _ node: Node, declared: UInt16, in element: inout Element
  ) throws(DocumentError) {
    if node.kind == .null {
      markNil()
      close(&element)
      return end(element)
    }
    if node.kind == .reference {
      markReference(node)
      close(&element)
      return end(element)
    }
    let type = table.compiled[Int(node.type)]
    if type.isReference, node.kind.isContainer { markIdentity(index) }
    if node.type != declared || table.compiled[Int(declared)].shape == .any { markType(node) }
    switch node.kind {
    case .object where type.shape == .object: try object(index, type, in: &element)
    case .list where type.shape == .list: try list(index, type, in: &element)
    case .dictionary: try dictionary(index, type, in: &element)
    case .object, .list: try untypedContent(index, node, in: &element)
    case .file: throw failure("a value that a data contract knows", "a file")
    default: try scalar(node, type, in: &element)
    }
  }

  /// Writes a value under a name of the contract.
  mutating func element(
    _ name: ContractText, _ namespace: NamespaceIndex, _ index: Int, declared: UInt16, in owner: NamespaceIndex
  ) throws(DocumentError) {
    let node = view.node(index)
    let type = table.compiled[Int(declared)]
    if node.type == declared, type.shape == .primitive, writeLeaf(bytes(name), namespace, node, type.primitive) {
      return
    }
    var element = begin(name, namespace, holding: node.kind == .null ? nil : type)
    declareContent(of: type, in: owner)
    try value(index, node, declared: declared, in: &element)
  }

  /// Writes a member that hides another one of its name, or is hidden by it. It says its type, since its name does not
  /// tell which of the two it is.
  private mutating func ambiguousElement(_ member: CompiledMember, _ index: Int) throws(DocumentError) {
    let namespace = UInt32(member.namespace)
    let type = table.compiled[Int(member.type)]
    var element = begin(member.xmlName, namespace, holding: view.node(index).kind == .null ? nil : type)
    declareContent(of: type, in: namespace)
    try value(index, view.node(index), declared: Contract.TypeIndex.any.rawValue, in: &element)
  }

  /// Begins the element of a value; one that holds a qualified name has a prefix of its own.
  mutating func begin(_ name: ContractText, _ namespace: NamespaceIndex, holding type: CompiledType?) -> Element {
    let holdsName = type.map { $0.shape == .primitive && $0.primitive == .qName } ?? false
    return begin(bytes(name), namespace, prefix: holdsName && namespace != 0 ? .qualifiedName : nil)
  }

  /// An element declares the namespace that the members or items of its declared type are in, where that differs from
  /// the namespace of the contract that the element belongs to; so it does when it is null.
  mutating func declareContent(of type: CompiledType, in owner: NamespaceIndex) {
    guard type.declaresNamespace, type.namespace != 0, UInt32(type.namespace) != owner else { return }
    declare(UInt32(type.namespace))
  }

  private mutating func object(
    _ index: Int, _ type: CompiledType, in element: inout Element
  ) throws(DocumentError) {
    close(&element)
    let base = slots.open(index, of: type, in: view)
    for position in 0..<Int(type.memberCount) {
      let member = table.members[Int(type.memberStart) &+ position]
      if let child = slots.node(base, position) {
        if !member.emitsDefaultValue, isDefault(child, of: member) { continue }
        if type.hidesMembers, member.isAmbiguous {
          try ambiguousElement(member, child)
          continue
        }
        try self.element(
          member.xmlName, UInt32(member.namespace), child, declared: member.type, in: UInt32(member.namespace))
      } else if format.absentMembers == .asDotNet, member.emitsDefaultValue {
        try absent(member)
      }
    }
    slots.close(base)
    if hasUntypedNames { try unknownMembers(of: index) }
    end(element)
  }

  /// The default of what can be null is null: a nullable 0 is none.
  private func isDefault(_ index: Int, of member: CompiledMember) -> Bool {
    member.isNillable ? view.node(index).kind == .null : view.isDefault(index)
  }

  private mutating func list(
    _ index: Int, _ type: CompiledType, in element: inout Element
  ) throws(DocumentError) {
    let namespace = UInt32(type.namespace)
    declareContent(of: table.compiled[Int(type.first)], in: namespace)
    close(&element)
    var child = index + 1
    let end = view.after(index)
    while child < end {
      try item(type.itemName, namespace, child, declared: type.first)
      child = view.after(child)
    }
    self.end(element)
  }

  /// An item's own namespace has been declared round the list.
  private mutating func item(
    _ name: ContractText, _ namespace: NamespaceIndex, _ index: Int, declared: UInt16
  ) throws(DocumentError) {
    let node = view.node(index)
    let type = table.compiled[Int(declared)]
    if node.type == declared, type.shape == .primitive, writeLeaf(bytes(name), namespace, node, type.primitive) {
      return
    }
    var element = begin(name, namespace, holding: node.kind == .null ? nil : type)
    try value(index, node, declared: declared, in: &element)
  }

  private mutating func dictionary(
    _ index: Int, _ type: CompiledType, in element: inout Element
  ) throws(DocumentError) {
    let namespace = UInt32(type.namespace)
    close(&element)
    var key = index + 1
    let end = view.after(index)
    while key < end {
      let item = view.after(key)
      var entry = begin(bytes(type.itemName), namespace)
      close(&entry)
      try self.element(type.keyName, namespace, key, declared: type.first, in: namespace)
      try self.element(type.valueName, namespace, item, declared: type.second, in: namespace)
      self.end(entry)
      key = view.after(item)
    }
    self.end(element)
  }
}

extension CompiledType {
  /// Whether the type is a contract with content of its own, and no primitive, enumeration or `object`.
  var declaresNamespace: Bool {
    switch shape {
    case .object, .list, .dictionary: true
    case .primitive: primitive == .dateTimeOffset
    case .enumeration, .any, .untyped, .file: false
    }
  }
}
