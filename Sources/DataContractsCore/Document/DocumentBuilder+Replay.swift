extension DocumentBuilder {
  /// Adds a value of another document and all below it, as if a decoder had read it.
  public mutating func copy(_ value: Document.Cursor) throws(DocumentError) {
    switch value.kind {
    case .null: try null()
    case .object: try copyMembers(of: value)
    case .list:
      try beginList()
      for item in value.items { try copy(item) }
      try endList()
    case .dictionary: try copyEntries(of: value)
    case .file: try copyFile(value)
    default: try copyScalar(value)
    }
  }

  private mutating func copyMembers(of value: Document.Cursor) throws(DocumentError) {
    try beginObject()
    for child in value.members {
      var name = child.name ?? ""
      let namespace = namespaceIndex(of: child.namespace)
      try name.withUTF8Span { span throws(DocumentError) in
        try member(named: span, namespace: namespace, isAttribute: child.isAttribute, at: 0)
      }
      try copy(child)
    }
    try endObject()
  }

  /// Where a contract knows a dictionary, its entries; otherwise an object whose members are the entries.
  private mutating func copyEntries(of value: Document.Cursor) throws(DocumentError) {
    try beginObject()
    for (key, item) in value.entries {
      try member(key.text ?? "")
      try copy(item)
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
    try self.value(value.kind.token, value.text ?? "")
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
