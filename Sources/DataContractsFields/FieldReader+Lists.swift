import DataContractsCore

extension FieldReader {
  func readPrimitive(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    switch builder.expectedPrimitive {
    case .base64Binary: try readBytes(node, &builder)
    case .duration where !node.flags.contains(.hasValues): try readTimeSpan(node, &builder)
    case .anyURI where !node.flags.contains(.hasValues): try readURI(node, &builder)
    case .qName where !node.flags.contains(.hasValues): try readQualifiedName(node, &builder)
    case .dateTimeOffset where !node.flags.contains(.hasValues): try readParts(node, &builder)
    default: try readSingle(node, &builder)
    }
  }

  /// Reads a list: a repeated name, or indices.
  ///
  /// MultipartDataMediaFormatter leaves a null item out and goes on counting, so an index that is not there is a null
  /// item. Where items cannot be null it is refused: .NET's readers drop all that comes after.
  func readList(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    guard !node.flags.contains(.hasNamedChildren) else { return try readSingle(node, &builder) }
    try builder.beginList(at: Int(node.offset))
    if node.flags.contains(.hasValues) {
      try readValues(node, &builder)
    } else {
      try readItems(node, &builder)
    }
    try builder.endList(at: Int(node.offset))
  }

  private func readItems(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    if builder.isChecking, knowsSwitchWords, node.parent == 0, node.name.count == 0, node.flags.isDisjoint(with: .index)
    {
      noteRootItems(of: node, &builder)
    }
    guard node.flags.contains(.isScattered) else {
      var item = node.first
      while item != 0 {
        try read(item, &builder)
        item = self.node(item).next
      }
      return
    }
    var next: UInt32 = 0
    for item in sortedItems(of: node) {
      try fillHole(from: next, before: self.node(item), &builder)
      try read(item, &builder)
      next = self.node(item).key + 1
    }
  }

  func sortedItems(of node: FieldTree.Node) -> [UInt32] {
    children(of: node).sorted { self.nodes[Int($0)].key < self.nodes[Int($1)].key }
  }

  private func fillHole(
    from next: UInt32, before item: FieldTree.Node, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard item.key > next else { return }
    guard !builder.isChecking else { return noteGap(next, item, &builder) }
    guard builder.expectsNullable else { throw gap(next, item, &builder) }
    holes += Int(item.key - next)
    let limit = fieldLimit
    guard holes <= limit.value else {
      throw builder.failure(
        .limitExceeded, expected: "at most \(limit.value) absent items (limit \(limit.name))", found: "\(holes)",
        at: Int(item.offset))
    }
    for _ in next..<item.key { try builder.null(at: Int(item.offset)) }
  }

  func gap(_ next: UInt32, _ item: FieldTree.Node, _ builder: inout DocumentBuilder) -> DocumentError {
    builder.failure(
      .missingMember, expected: "index \(next) (.NET would drop all items after the gap)", found: "index \(item.key)",
      at: Int(item.offset))
  }

  /// Reads binary data: a file, or the numbers of its bytes.
  private func readBytes(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    if node.flags.contains(.hasNamedChildren) { return try readSingle(node, &builder) }
    if node.flags.contains(.hasValues), values[Int(node.first)].file != 0 { return try readSingle(node, &builder) }
    try builder.beginList(at: Int(node.offset))
    if node.flags.contains(.hasValues) {
      try readValues(node, &builder)
    } else {
      try readItems(node, &builder)
    }
    try builder.endList(at: Int(node.offset))
  }

  /// Reads the properties that MultipartDataMediaFormatter writes of a `TimeSpan`; its ticks are all of it.
  private func readTimeSpan(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    guard let ticks = child(of: node, named: "Ticks"), let number = singleText(of: ticks).flatMap({ Int64($0) })
    else { return try readSingle(node, &builder) }
    try builder.value(.field, DotNetTimeSpan(ticks: number).description, at: Int(node.offset))
  }

  /// Reads the properties that MultipartDataMediaFormatter writes of a `Uri`; the original string is all of it.
  private func readURI(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    guard let original = child(of: node, named: "OriginalString") else { return try readSingle(node, &builder) }
    try readSingle(original, &builder)
  }

  /// Reads the properties that MultipartDataMediaFormatter writes of an `XmlQualifiedName`.
  private func readQualifiedName(
    _ node: FieldTree.Node, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard let name = child(of: node, named: "Name"), let local = singleText(of: name),
      let namespace = child(of: node, named: "Namespace").map({ singleText(of: $0) }) ?? ""
    else { return try readSingle(node, &builder) }
    // Encoders of XML look the namespace up.
    _ = builder.namespaceIndex(of: namespace)
    try builder.value(.field, namespace.isEmpty ? local : "\(namespace):\(local)", at: Int(node.offset))
  }

  /// The text of a name that has one value; `nil` for any other.
  private func singleText(of node: FieldTree.Node) -> String? {
    guard node.flags.contains(.hasValues), node.count == 1 else { return nil }
    let value = values[Int(node.first)]
    return value.file == 0 ? string(value.text) : nil
  }

  /// Reads `DateTime` and `OffsetMinutes`, the data contract's parts of a `DateTimeOffset`.
  private func readParts(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginObject(at: Int(node.offset))
    for child in children(of: node) { try readMember(child, self.node(child), &builder) }
    try builder.endObject(at: Int(node.offset))
  }

  /// The child of that name, ASCII case aside.
  func child(of node: FieldTree.Node, named name: StaticString) -> FieldTree.Node? {
    guard let index = childIndex(of: node, named: name) else { return nil }
    return self.node(index)
  }

  func childIndex(of node: FieldTree.Node, named name: StaticString) -> UInt32? {
    guard !node.flags.contains(.hasValues) else { return nil }
    var child = node.first
    while child != 0 {
      let candidate = self.node(child)
      if text(candidate.name).span.equalsIgnoringCase(name) { return child }
      child = candidate.next
    }
    return nil
  }
}
