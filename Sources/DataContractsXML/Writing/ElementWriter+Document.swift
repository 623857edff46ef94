import DataContractsCore

extension ElementWriter {
  /// Writes the whole document.
  mutating func document(root: Contract.Root?) throws(DocumentError) {
    if format.hasDeclaration { output.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>") }
    guard let root else { return try untypedDocument() }
    var name = XMLNameEncoding.encode(root.element.localName)
    try name.withUTF8Pointer { name throws(DocumentError) in try typedDocument(name, root) }
  }

  private mutating func typedDocument(
    _ name: UnsafeBufferPointer<UInt8>, _ root: Contract.Root
  ) throws(DocumentError) {
    let namespace = index(of: root.element.namespace)
    let declared = table.compiled[Int(root.type.rawValue)]
    let node = view.node(0)
    let isAny = declared.shape == .any && namespace == serializationNamespace
    var element = begin(name, namespace, prefix: isAny ? .serialization : nil)
    // Primitives have no use for `xmlns:i`; a null root gets it from `i:nil`.
    if node.kind != .null, isStructure(node) { declare(.instance, instanceNamespace) }
    try value(0, node, declared: root.type.rawValue, in: &element)
  }

  /// Whether a value is written as elements, and not as text.
  private func isStructure(_ node: Node) -> Bool {
    let type = table.compiled[Int(node.type)]
    return node.kind.isContainer || node.kind == .reference
      || type.shape == .primitive && type.primitive == .dateTimeOffset
  }

  /// The index of the root element's namespace among the document's, or one of those that stand for themselves.
  private mutating func index(of namespace: String) -> NamespaceIndex {
    if namespace == DotNetNamespace.serialization { return serializationNamespace }
    if let index = view.storage.names.namespaces.firstIndex(of: namespace) { return UInt32(clamping: index) }
    rootNamespace = namespace
    return Self.root
  }
}

extension String {
  /// Calls `body` with the string's UTF-8.
  mutating func withUTF8Pointer(
    _ body: (UnsafeBufferPointer<UInt8>) throws(DocumentError) -> Void
  ) throws(DocumentError) {
    var failure: DocumentError?
    withUTF8 { bytes in
      do throws(DocumentError) { try body(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
