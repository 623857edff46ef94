extension DocumentBuilder {
  /// Adds a value of another document and all below it, as if a decoder had read it.
  ///
  /// Where this contract allows any type, or several, the value keeps its own.
  ///
  /// - Throws: ``DocumentError`` where the contract refuses a value; of code ``DocumentError/Code/contract`` for a value of
  ///   `object` whose type is not known to it.
  public mutating func copy(_ value: Document.Cursor) throws(DocumentError) {
    try copy(value, keepingIdentities: true)
  }

  /// - Parameter keepsIdentities: Whether objects keep the identities that references mention.
  mutating func copy(_ value: Document.Cursor, keepingIdentities keepsIdentities: Bool) throws(DocumentError) {
    try expectType(of: value)
    if pending.shape == .untyped || pending.shape == .any {
      let kept: Node.Flags = value.kind == .object ? [.listOfElements, .declaresContent] : .repeatedName
      pending.flags.formUnion(value.node.flags.intersection(kept))
    }
    if value.node.flags.contains(.annotated) { copyAnnotations(of: value, keepingIdentities: keepsIdentities) }
    switch value.kind {
    case .null: try null()
    case .object: try copyMembers(of: value, keepsIdentities)
    case .list:
      try beginList()
      for item in value.items { try copy(item, keepingIdentities: keepsIdentities) }
      try endList()
    case .dictionary: try copyEntries(of: value, keepsIdentities)
    case .file: try copyFile(value)
    case .reference: try reference(to: value.text ?? "", at: 0)
    default: try copyScalar(value)
    }
  }

  private mutating func copyMembers(
    of value: Document.Cursor, _ keepsIdentities: Bool
  ) throws(DocumentError) {
    try beginObject()
    for child in value.members {
      var name = child.name ?? ""
      let namespace = namespaceIndex(of: child.namespace)
      try name.withUTF8Span { span throws(DocumentError) in
        try member(named: span, namespace: namespace, isAttribute: child.isAttribute, at: 0)
      }
      try copy(child, keepingIdentities: keepsIdentities)
    }
    try endObject()
  }

  /// Where a contract knows a dictionary, its entries; otherwise an object whose members are the entries.
  private mutating func copyEntries(
    of value: Document.Cursor, _ keepsIdentities: Bool
  ) throws(DocumentError) {
    try beginObject()
    for (key, item) in value.entries {
      if skipped == 0, top.kind == .dictionary {
        let entry = try expectKey()
        try copy(key, keepingIdentities: keepsIdentities)
        try expectValue(of: entry)
        try copy(item, keepingIdentities: keepsIdentities)
        try endEntry(entry)
      } else {
        try member(key.text ?? "")
        try copy(item, keepingIdentities: keepsIdentities)
      }
    }
    try endObject()
  }

  private mutating func copyFile(_ value: Document.Cursor) throws(DocumentError) {
    guard let file = value.file else { return try null() }
    let slice = TextSlice(start: arena.count, count: file.content.count, inArena: true)
    arena.append(contentsOf: file.content)
    try self.file(name: file.name, mediaType: file.mediaType, content: slice, at: 0)
  }

  private mutating func copyScalar(_ value: Document.Cursor) throws(DocumentError) {
    let text = value.text ?? ""
    // Encoders of XML look the namespace up.
    if pending.isQualifiedName { _ = namespaceIndex(of: QualifiedName(canonical: text).namespace) }
    // A number without a name: as text of XML it would be none.
    let isNumber = value.kind == .enumeration && text.utf8.first.map { $0 == 0x2D || $0 &- 0x30 < 10 } ?? false
    try self.value(isNumber ? .string : value.kind.token, text)
  }
}

extension DocumentBuilder {
  /// Makes the value that comes next one of the type that another document's value has, where that is a possible one.
  private mutating func expectType(of value: Document.Cursor) throws(DocumentError) {
    guard skipped == 0, pending.isExpected, pending.shape == .any || value.node.flags.contains(.concreteType),
      value.kind != .null, value.kind != .reference, let type = value.type, type.shape != .any
    else { return }
    guard let index = self.index(of: type, value.typeIndex) else {
      guard pending.shape == .any else { return }
      throw failure(.contract, expected: "a type that the contract knows", found: type.name.description, at: 0)
    }
    if pending.shape == .any || table.derived[Int(pending.type)].contains(index) { expectConcrete(index) }
  }

  private func index(of type: ContractType, _ index: Contract.TypeIndex) -> Contract.TypeIndex? {
    index.rawValue < Contract.TypeIndex.firstDeclared.rawValue ? index : table.typesByName[type.name]
  }

  private mutating func copyAnnotations(of value: Document.Cursor, keepingIdentities keepsIdentities: Bool) {
    guard skipped == 0, pending.isExpected else { return }
    for annotation in value.storage.annotations(of: value.index) {
      switch annotation.content {
      case .identity: if keepsIdentities { annotate(annotation.content) }
      case .typeName, .assemblyQualifiedName: if pending.shape != .untyped { annotate(annotation.content) }
      case .declares(let namespace):
        guard pending.shape == .untyped || pending.shape == .any else { continue }
        _ = namespaceIndex(of: namespace)
        annotate(annotation.content)
      }
    }
  }
}

extension DocumentBuilder.Pending {
  fileprivate var isQualifiedName: Bool { shape == .primitive && primitive == .qName }
}

extension Document.Storage {
  /// What is annotated of a node.
  package func annotations(of node: Int) -> ArraySlice<Document.Annotation> {
    annotations[firstAnnotation(from: node)..<firstAnnotation(from: node + 1)]
  }

  /// The first annotation of a node or of one that follows it: they come in the order of nodes.
  func firstAnnotation(from node: Int) -> Int {
    var (low, high) = (0, annotations.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(annotations[middle].node) < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Document {
  /// The same values under a contract: names resolved, kinds checked, texts in canonical form.
  ///
  /// - Throws: ``DocumentError`` where the contract refuses a value; its offset says nothing.
  public func applying(_ contract: Contract, options: DecodingOptions = DecodingOptions()) throws(DocumentError)
    -> Document
  {
    var builder = DocumentBuilder(format: "document", contract: contract, options: options)
    try builder.copy(root)
    return try builder.finish()
  }
}

extension Document.Kind {
  /// What a scalar's text is to a builder.
  fileprivate var token: DocumentBuilder.Token {
    switch self {
    case .number: .number
    case .boolean: .boolean
    case .string: .string
    default: .text
    }
  }
}
