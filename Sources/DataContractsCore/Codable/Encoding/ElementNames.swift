/// What XML's elements are called by the types of their values. Indices are those of the document's names.
struct ElementNames: Sendable {
  /// The elements of a dictionary: its entries, and what is in them.
  struct Entry: Sendable {
    let name: UInt32
    let key: UInt32
    let value: UInt32
  }

  /// The options' item names, by which ``items`` are called.
  let chosen: [String: String]
  /// The root's, unless the options name it.
  var root: UInt32?
  var items = TypeTable<UInt32>()
  var entries = TypeTable<Entry>()
  /// The namespaces of members and items, by their indices; 0 for a value that is text.
  var contents = TypeTable<UInt32>()

  init(chosen: [String: String]) { self.chosen = chosen }

  /// How many types there are.
  var count: Int { items.count + entries.count + contents.count }
}

extension EncodingState {
  /// Elements of primitives are in the serialization namespace, as .NET has it.
  func rootName(of type: Any.Type) -> UInt32 {
    if options.xml.rootName == nil, let known = elements?.root { return known }
    var name = CodableName.ofElement(type, in: options.xml.namespace.uri)
    if DotNetNamespace.isBuiltIn(name.namespace) { name.namespace = DotNetNamespace.serialization }
    if let rootName = options.xml.rootName {
      name.localName = rootName
      return names.index(of: name)
    }
    let index = names.index(of: name)
    elements?.root = index
    return index
  }

  /// The name of a list's item in XML; of `System.Object` where only null tells of it.
  func itemName(of type: Any.Type?) -> UInt32 {
    guard shape == .elements else { return Node.noName }
    let type = type ?? Any.self
    let identifier = ObjectIdentifier(type)
    if let lastItem, lastItem.type == identifier { return lastItem.name }
    let name = elements?.items[identifier] ?? addItem(type)
    lastItem = (identifier, name)
    return name
  }

  /// An item is in the namespace of its list, which is another than its own for primitives and nullable values.
  private func addItem(_ type: Any.Type) -> UInt32 {
    var name = QualifiedName.anyType
    var list = ContractName.arrayOf(name)
    if type != Any.self {
      name = CodableName.ofElement(type, in: options.xml.namespace.uri)
      list = ContractName.arrayOf(CodableName.of(type, in: options.xml.namespace.uri))
    }
    name.namespace = list.namespace
    if let chosen = elements?.chosen[String(describing: type)] { name.localName = chosen }
    let index = names.index(of: name)
    elements?.items.add(ObjectIdentifier(type), index)
    return index
  }

  func entryNames<Key, Value>(of type: [Key: Value].Type) -> ElementNames.Entry {
    if let known = elements?.entries[ObjectIdentifier(type)] { return known }
    let names = ElementNames.Entry(
      name: names.index(of: type.entryName(in: options.xml.namespace.uri)),
      key: names.index(of: QualifiedName(namespace: DotNetNamespace.arrays, localName: "Key")),
      value: names.index(of: QualifiedName(namespace: DotNetNamespace.arrays, localName: "Value")))
    elements?.entries.add(ObjectIdentifier(type), names)
    return names
  }

  /// The index of the namespace that the members or items of a type's values are in; 0 for values that are text.
  func contentNamespace(of type: Any.Type) -> UInt32 {
    if let known = elements?.contents[ObjectIdentifier(type)] { return known }
    let namespace = CodableName.contentNamespace(of: type, in: options.xml.namespace.uri)
    let index = namespace.map { names.namespaceIndex(of: $0) } ?? 0
    elements?.contents.add(ObjectIdentifier(type), index)
    return index
  }
}
