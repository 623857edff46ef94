import DataContractsCore

extension FieldReader {
  /// Reads a dictionary: entries `d[0].Key`, `d[0].Value`, or members `d[key]`, which .NET's readers drop.
  func readDictionary(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    guard !node.flags.contains(.hasValues) else { return try readSingle(node, &builder) }
    var keys = NameTable()
    try builder.beginList(at: Int(node.offset))
    if node.flags.contains(.hasNamedChildren) {
      try readNamedEntries(node, &keys, &builder)
    } else {
      try readIndexedEntries(node, &keys, &builder)
    }
    try builder.endList(at: Int(node.offset))
  }

  private func readIndexedEntries(
    _ node: FieldTree.Node, _ keys: inout NameTable, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    var next: UInt32 = 0
    for item in sortedItems(of: node) {
      let entry = self.node(item)
      if entry.key != next {
        guard builder.isChecking else { throw gap(next, entry, &builder) }
        return noteGap(next, entry, &builder)
      }
      try readEntry(entry, &keys, &builder)
      next += 1
    }
  }

  private func readEntry(
    _ entry: FieldTree.Node, _ keys: inout NameTable, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = Int(entry.offset)
    guard let key = childIndex(of: entry, named: "Key") else {
      guard !builder.isChecking else {
        return try noteEntry("has no Key", .refused, at: offset, &builder)
      }
      throw builder.failure(.missingMember, expected: "a Key in each entry", found: "none", at: offset)
    }
    try builder.beginObject(at: offset)
    try addKey(node(key), to: &keys, &builder)
    try builder.entryKey(at: offset)
    try read(key, &builder)
    let value = childIndex(of: entry, named: "Value")
    try builder.entryValue(at: offset)
    if value == nil, builder.isChecking {
      builder.note(.entry, .dropped, "has no Value; .NET leaves the entry out", at: offset)
    }
    if let value { try read(value, &builder) } else { try builder.null(at: offset) }
    for child in children(of: entry) where child != key && child != value {
      try readMember(child, node(child), &builder)
    }
    try builder.endObject(at: offset)
  }

  private func readNamedEntries(
    _ node: FieldTree.Node, _ keys: inout NameTable, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    for child in children(of: node) {
      let entry = self.node(child)
      let offset = Int(entry.offset)
      if builder.isChecking {
        try noteEntry("is named by its key; .NET reads [0].Key and [0].Value", .dropped, at: offset, &builder)
        continue
      }
      try builder.beginObject(at: offset)
      try addKey(entry.name, at: offset, to: &keys, &builder)
      try builder.entryKey(at: offset)
      try builder.value(.field, text(entry.name).span, entry.name.slice, at: offset)
      try builder.entryValue(at: offset)
      try read(child, &builder)
      try builder.endObject(at: offset)
    }
  }

  private func addKey(
    _ key: FieldTree.Node, to keys: inout NameTable, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard key.flags.contains(.hasValues) else { return }
    let value = values[Int(key.first)]
    try addKey(value.text, at: Int(value.offset), to: &keys, &builder)
  }

  /// Refuses a key that the dictionary has already, as .NET's `Dictionary.Add` does.
  private func addKey(
    _ text: FieldText, at offset: Int, to keys: inout NameTable, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard !builder.isChecking else { return }
    let known = keys.entries.count
    _ = keys.index(of: self.text(text).span, namespace: 0)
    guard keys.entries.count > known else {
      throw builder.failure(
        .duplicateMember, expected: "each key once", found: "\"\(string(text))\" again", at: offset)
    }
  }
}
