import DataContractsCore

extension ElementWriter {
  /// Writes a document without a contract. One that XML gave is an object whose only member is the root element.
  mutating func untypedDocument() throws(DocumentError) {
    let node = view.node(0)
    if node.kind == .object, node.start == 1, !view.node(1).flags.contains(.attribute), hasName(view.node(1)) {
      return try untypedElement(1)
    }
    var name = "root"
    try name.withUTF8Pointer { name throws(DocumentError) in
      try untyped(name, 0, 0)
    }
  }

  /// Writes the members of an object that its contract does not know.
  mutating func unknownMembers(of index: Int) throws(DocumentError) {
    var child = index + 1
    let end = view.after(index)
    while child < end {
      let node = view.node(child)
      if !node.flags.contains(.contractMember), !node.flags.contains(.attribute) { try untypedElement(child) }
      child = view.after(child)
    }
  }

  private func hasName(_ node: Node) -> Bool {
    node.name != Node.noName && view.storage.names.entries[Int(node.name)].count > 0
  }

  private mutating func untypedElement(_ index: Int) throws(DocumentError) {
    let entry = view.storage.names.entries[Int(view.node(index).name)]
    var name = XMLNameEncoding.encode(view.storage.names.name(view.node(index).name))
    try name.withUTF8Pointer { name throws(DocumentError) in try untyped(name, entry.namespace, index) }
  }

  private mutating func untyped(
    _ name: UnsafeBufferPointer<UInt8>, _ namespace: NamespaceIndex, _ index: Int
  ) throws(DocumentError) {
    let node = view.node(index)
    var element = begin(name, namespace)
    let shape = table.compiled[Int(node.type)].shape
    if shape != .untyped, shape != .any {
      // A value that named its own type, among those that have none.
      return try value(index, node, declared: Contract.TypeIndex.any.rawValue, in: &element)
    }
    if node.flags.contains(.annotated) { try markAnnotations(of: index) }
    if !node.flags.isDisjoint(with: [.listOfElements, .declaresContent]), node.kind == .object, node.extent > 0,
      view.node(index + 1).name != Node.noName
    {
      declare(view.storage.names.entries[Int(view.node(index + 1).name)].namespace)
    }
    switch node.kind {
    case .null:
      markNil()
      close(&element)
      end(element)
    case .object, .list: try untypedContent(index, node, in: &element)
    case .dictionary, .file: throw failure("a value without a contract", "a \(node.kind)")
    default: try scalar(node, table.compiled[0], in: &element)
    }
  }

  private mutating func markAnnotations(of index: Int) throws(DocumentError) {
    for annotation in view.storage.annotations(of: index) {
      switch annotation.content {
      case .typeName(let type): try mark(type)
      case .declares(let namespace): declare(namespace)
      case .identity, .assemblyQualifiedName: break
      }
    }
  }

  private mutating func declare(_ namespace: String) {
    if namespace == DotNetNamespace.xmlSchemaInstance { return declare(.instance, instanceNamespace) }
    guard let index = view.storage.names.namespaces.firstIndex(of: namespace) else { return }
    declare(NamespaceIndex(clamping: index))
  }

  /// `i:type` as it was read.
  private mutating func mark(_ type: QualifiedName) throws(DocumentError) {
    guard let namespace = view.storage.names.namespaces.firstIndex(of: type.namespace) else { return }
    var name = type.localName
    try name.withUTF8Pointer { name throws(DocumentError) in mark(type: name, in: UInt32(clamping: namespace)) }
  }

  /// Writes the attributes and children of an element that has been begun; the items of a list become `item`s.
  mutating func untypedContent(_ index: Int, _ node: Node, in element: inout Element) throws(DocumentError) {
    try attributes(of: index)
    close(&element)
    var child = index + 1
    let end = view.after(index)
    while child < end {
      let childNode = view.node(child)
      if childNode.name == Node.noName {
        try untypedItem(child)
      } else if !hasName(childNode), !childNode.kind.isContainer {
        try appendText(view.text(of: childNode))
      } else if !childNode.flags.contains(.attribute) {
        try untypedElement(child)
      }
      child = view.after(child)
    }
    self.end(element)
  }

  private mutating func untypedItem(_ index: Int) throws(DocumentError) {
    var name = "item"
    try name.withUTF8Pointer { name throws(DocumentError) in try untyped(name, 0, index) }
  }

  private mutating func attributes(of index: Int) throws(DocumentError) {
    var child = index + 1
    let end = view.after(index)
    while child < end {
      let node = view.node(child)
      if node.flags.contains(.attribute) { attribute(node) }
      child = view.after(child)
    }
  }

  private mutating func attribute(_ node: Node) {
    let entry = view.storage.names.entries[Int(node.name)]
    let prefix = attributePrefix(of: entry.namespace)
    output.append(UInt8(ascii: " "))
    if prefix != .none {
      append(prefix)
      output.append(UInt8(ascii: ":"))
    }
    output.append(XMLNameEncoding.encode(view.storage.names.name(node.name)))
    output.append("=\"")
    appendAttributeText(String(decoding: view.text(of: node), as: UTF8.self))
    output.append(UInt8(ascii: "\""))
  }

  /// The default namespace is not that of attributes: one in a namespace always has a prefix.
  private mutating func attributePrefix(of namespace: NamespaceIndex) -> NamespacePrefix {
    guard namespace != 0 else { return .none }
    if text(of: namespace) == "http://www.w3.org/XML/1998/namespace" { return .xml }
    if namespace == instanceNamespace {
      scope.require(.instance, namespace, depth: depth)
      return .instance
    }
    if let prefix = scope.prefix(of: namespace), prefix != .none { return prefix }
    let prefix = scope.freshPrefix(depth: depth)
    declare(prefix, namespace)
    return prefix
  }
}
