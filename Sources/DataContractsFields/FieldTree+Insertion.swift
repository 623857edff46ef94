import DataContractsCore

extension FieldTree {
  /// Goes down to the child of that name, which is added when it is new.
  mutating func step(
    into text: FieldText, named name: Span<UInt8>, end: Int, at offset: Int
  ) throws(DocumentError) {
    let parent = try enter(at: offset)
    let key = children.hash(name)
    var child = find(named: name, key, under: parent)
    if child == 0 {
      child = try append(Node(name: text, key: key, parent: parent, offset: place(offset)), to: parent, at: offset)
      nodes[Int(parent)].flags.insert(.hasNamedChildren)
    }
    path.append(Step(node: child, end: UInt32(truncatingIfNeeded: end)))
  }

  /// Goes down to the child of that index, which is added when it is new.
  mutating func step(into text: FieldText, index: UInt32, end: Int, at offset: Int) throws(DocumentError) {
    let parent = try enter(at: offset)
    try spreadValues(of: parent, at: offset)
    let child = try self.child(index, text, of: parent, at: offset)
    path.append(Step(node: child, end: UInt32(truncatingIfNeeded: end)))
  }

  private mutating func child(
    _ index: UInt32, _ text: FieldText, of parent: UInt32, at offset: Int
  ) throws(DocumentError) -> UInt32 {
    let count = nodes[Int(parent)].count
    let isNext = index == count && nodes[Int(parent)].flags.isDisjoint(with: [.isScattered, .hasNamedChildren])
    if !isNext {
      let known = find(index: index, under: parent)
      if known != 0 { return known }
      nodes[Int(parent)].flags.insert(.isScattered)
    }
    let node = Node(name: text, key: index, parent: parent, offset: place(offset), flags: .index)
    let added = try append(node, to: parent, at: offset)
    nodes[Int(parent)].flags.insert(.hasIndexChildren)
    return added
  }

  /// The node that the next step is taken from; the root when there is none yet.
  @inline(__always)
  private func enter(at offset: Int) throws(DocumentError) -> UInt32 {
    guard path.count < depthLimit else { throw tooDeep(at: offset) }
    return path.last?.node ?? 0
  }

  /// The child of that name; 0 for none.
  @inline(__always)
  private func find(named name: Span<UInt8>, _ key: UInt32, under parent: UInt32) -> UInt32 {
    var search = Search(of: parent, key, in: self)
    while let child = search.next(in: self) {
      let node = nodes[Int(child)]
      if node.key == key, !node.flags.contains(.index), node.parent == parent, holds(node.name, name) { return child }
    }
    return 0
  }

  /// The child of that index; 0 for none.
  private func find(index: UInt32, under parent: UInt32) -> UInt32 {
    var search = Search(of: parent, index, in: self)
    while let child = search.next(in: self) {
      let node = nodes[Int(child)]
      if node.key == index, node.flags.contains(.index), node.parent == parent { return child }
    }
    return 0
  }

  /// Whether a text that the tree holds is that name.
  @inline(__always)
  func holds(_ text: FieldText, _ name: Span<UInt8>) -> Bool {
    guard Int(text.count) == name.count else { return false }
    return text.isDecoded
      ? decoded.span.extracting(text.range).equals(name) : source.span.extracting(text.range).equals(name)
  }

  /// Walks the nodes that may be a child: all children of a node that has few, the probed slots of the table otherwise.
  private struct Search {
    var following: UInt32
    var slot: Int

    @inline(__always)
    init(of parent: UInt32, _ key: UInt32, in tree: borrowing FieldTree) {
      let node = tree.nodes[Int(parent)]
      let isHashed = node.count > FieldChildTable.smallCount && !node.flags.contains(.hasValues)
      slot = isHashed ? tree.children.slot(of: parent, key) : -1
      following = node.flags.contains(.hasValues) ? 0 : isHashed ? tree.children.slots[slot] : node.first
    }

    @inline(__always)
    mutating func next(in tree: borrowing FieldTree) -> UInt32? {
      let found = following
      guard found != 0 else { return nil }
      if slot < 0 {
        following = tree.nodes[Int(found)].next
      } else {
        slot = tree.children.next(slot)
        following = tree.children.slots[slot]
      }
      return found
    }
  }

  private mutating func append(_ node: Node, to parent: UInt32, at offset: Int) throws(DocumentError) -> UInt32 {
    guard !nodes[Int(parent)].flags.contains(.hasValues) else { throw valueAndMembers(at: offset) }
    let added = UInt32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
    if nodes[Int(parent)].count == 0 {
      nodes[Int(parent)].first = added
    } else {
      nodes[Int(nodes[Int(parent)].last)].next = added
    }
    nodes[Int(parent)].last = added
    nodes[Int(parent)].count &+= 1
    let count = nodes[Int(parent)].count
    if count == FieldChildTable.smallCount + 1 {
      hashChildren(of: parent)
    } else if count > FieldChildTable.smallCount {
      hash(added)
    }
    return added
  }

  private mutating func hashChildren(of parent: UInt32) {
    var child = nodes[Int(parent)].first
    while child != 0 {
      hash(child)
      child = nodes[Int(child)].next
    }
  }

  private mutating func hash(_ node: UInt32) {
    let nodes = nodes
    children.insert(node, of: nodes[Int(node)].parent, nodes[Int(node)].key) { other in
      (nodes[Int(other)].parent, nodes[Int(other)].key)
    }
  }
}

extension FieldTree {
  /// Adds a value under the name that was read last.
  package mutating func addValue(
    _ text: FieldText, file: FieldFile? = nil, at offset: Int
  ) throws(DocumentError) {
    var value = Value(text: text, offset: UInt32(truncatingIfNeeded: offset))
    if let file {
      files.append(file)
      value.file = UInt32(truncatingIfNeeded: files.count)
    }
    guard let node = path.last?.node else { return }
    if appends, nodes[Int(node)].flags.contains(.hasIndexChildren) {
      let index = nodes[Int(node)].count
      let item = try child(index, FieldText(0..<0), of: node, at: offset)
      return try put(value, into: item, appended: false, at: offset)
    }
    try put(value, into: node, appended: appends, at: offset)
  }

  private mutating func put(_ value: Value, into node: UInt32, appended: Bool, at offset: Int) throws(DocumentError) {
    let flags = nodes[Int(node)].flags
    if !flags.contains(.hasValues) {
      guard nodes[Int(node)].count == 0 else { throw valueAndMembers(at: offset) }
    } else if !settings.syntax.repeatsNestedNames, path.count > 1, !appended || flags.contains(.hasPlain) {
      throw repeatedName(at: offset)
    }
    let added = UInt32(truncatingIfNeeded: values.count)
    values.append(value)
    if nodes[Int(node)].count == 0 {
      nodes[Int(node)].first = added
    } else {
      values[Int(nodes[Int(node)].last)].next = added
    }
    nodes[Int(node)].last = added
    nodes[Int(node)].count &+= 1
    nodes[Int(node)].flags.formUnion([.hasValues, appended ? .hasAppended : .hasPlain])
  }

  /// Turns values that came with `[]` into children, since another item has come with an index.
  private mutating func spreadValues(of node: UInt32, at offset: Int) throws(DocumentError) {
    let flags = nodes[Int(node)].flags
    guard flags.contains(.hasValues) else { return }
    guard !flags.contains(.hasPlain) else { throw valueAndMembers(at: offset) }
    var next = nodes[Int(node)].first
    let count = nodes[Int(node)].count
    nodes[Int(node)].count = 0
    nodes[Int(node)].first = 0
    nodes[Int(node)].flags.subtract([.hasValues, .hasAppended])
    for index in 0..<count {
      var value = values[Int(next)]
      next = value.next
      value.next = 0
      let item = try child(index, FieldText(0..<0), of: node, at: Int(value.offset))
      nodes[Int(item)].offset = value.offset
      try put(value, into: item, appended: false, at: Int(value.offset))
    }
  }
}
