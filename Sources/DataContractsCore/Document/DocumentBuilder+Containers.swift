extension DocumentBuilder {
  /// Begins an object, or a dictionary whose members are its entries.
  ///
  /// - Parameter offset: Where in the input, for errors.
  public mutating func beginObject(at offset: Int = 0) throws(DocumentError) {
    if sink != nil {
      guard withSink({ $0.beginObject() }) == true else { throw refusedBySink() }
      return
    }
    guard skipped == 0 else { return try skipContainer(at: offset) }
    if top.kind == .entries { return try open(.entry, nil, type: top.type, at: offset) }
    try requireExpected(at: offset)
    switch pending.shape {
    case .object: try openObject(at: offset)
    case .dictionary: try open(.dictionary, .dictionary, type: pending.type, at: offset)
    case .untyped, .any: try open(.untypedObject, .object, type: pending.type, at: offset)
    case .primitive where pending.primitive == .dateTimeOffset:
      let flags = pending.flags
      try open(.dateTimeOffset, nil, type: pending.type, at: offset)
      top.successor = Int(flags.rawValue)
    default: try refuseContainer(mismatch(found: "an object", at: offset))
    }
  }

  /// Begins a list; for a dictionary, the list of its entries; for binary data, the list of its bytes.
  public mutating func beginList(at offset: Int = 0) throws(DocumentError) {
    if sink != nil {
      guard withSink({ $0.beginList() }) == true else { throw refusedBySink() }
      return
    }
    guard skipped == 0 else { return try skipContainer(at: offset) }
    try requireExpected(at: offset)
    switch pending.shape {
    case .list: try open(.list, .list, type: pending.type, at: offset)
    case .untyped, .any: try open(.untypedList, .list, type: pending.type, at: offset)
    case .dictionary: try open(.entries, .dictionary, type: pending.type, at: offset)
    case .primitive where pending.primitive == .base64Binary:
      try open(.byteItems, nil, type: pending.type, at: offset)
      top.mark = arena.count
    default: return try refuseContainer(mismatch(found: "a list", at: offset))
    }
    expectAfterValue()
  }

  /// Ends the container that began last.
  public mutating func endObject(at offset: Int = 0) throws(DocumentError) { try end(at: offset) }

  /// Ends the list that began last.
  public mutating func endList(at offset: Int = 0) throws(DocumentError) { try end(at: offset) }

  private mutating func end(at offset: Int) throws(DocumentError) {
    if sink != nil {
      guard withSink({ $0.end() }) == true else { throw refusedBySink() }
      return
    }
    if skipped > 0 {
      skipped -= 1
      if skipped == 1 { skipped = 0 }
      return
    }
    switch top.kind {
    case .root: throw failure(.syntax, expected: "a container to end", found: "none open", at: offset)
    case .object: try closeObject(at: offset)
    case .untypedObject: closeUntypedObject()
    case .entry: try closeEntry(at: offset)
    case .dateTimeOffset: return try closeDateTimeOffset(at: offset)
    case .byteItems: return try closeByteItems(at: offset)
    case .dictionary, .entries:
      if reader == nil, options.duplicateMembers != .keep { try resolveDuplicateKeys(at: offset) }
    case .list, .untypedList: break
    }
    let closed = top
    top = frames.removeLast()
    if closed.kind != .entry {
      nodes[closed.node].start = closed.count
      nodes[closed.node].extent = UInt32(truncatingIfNeeded: nodes.count &- closed.node &- 1)
    }
    top.count &+= 1
    expectAfterValue()
  }

  private mutating func openObject(at offset: Int) throws(DocumentError) {
    let compiled = table.compiled[Int(pending.type)]
    if compiled.isAbstract { return try refuseContainer(abstractType(at: offset)) }
    try open(.object, .object, type: pending.type, at: offset)
    top.memberStart = compiled.memberStart
    top.memberCount = compiled.memberCount
    top.successor = Int(compiled.memberStart) + Int(top.type)
    if compiled.memberCount > 64 {
      top.mark = wideSeen.count
      wideSeen.append(contentsOf: repeatElement(false, count: Int(compiled.memberCount)))
    }
  }

  /// Pushes a frame; `kind` is that of its node, `nil` for a frame that has none of its own.
  @inline(__always)
  mutating func open(
    _ frame: Frame.Kind, _ kind: Document.Kind?, type: UInt16, at offset: Int
  ) throws(DocumentError) {
    guard frames.count < depthLimit else { throw tooDeep(at: offset) }
    let node = nodes.count
    if let kind { try append(kind, start: 0, extent: 0, flags: [], at: offset) }
    frames.append(top)
    top = Frame(kind: frame, type: type, node: node)
    if frame == .untypedObject {
      objectSerial &+= 1
      top.mark = Int(objectSerial)
      top.successor = -1
    }
    pending.isExpected = false
  }

  private mutating func skipContainer(at offset: Int) throws(DocumentError) {
    guard frames.count + skipped <= depthLimit else { throw tooDeep(at: offset) }
    skipped += 1
  }

  private mutating func closeObject(at offset: Int) throws(DocumentError) {
    let compiled = table.compiled[Int(top.type)]
    if let reader {
      checkEnd(of: compiled, by: reader, at: offset)
    } else if top.required < compiled.requiredCount {
      try refuseMissingMember(at: offset)
    }
    if top.hasDuplicates { keepLastDuplicates() }
    if compiled.memberCount > 64 { wideSeen.removeLast(Int(compiled.memberCount)) }
  }

  private mutating func closeUntypedObject() {
    if top.hasDuplicates { keepLastDuplicates() }
  }

  /// Removes all but the last value of each name from the object that ends.
  private mutating func keepLastDuplicates() {
    var children: [Range<Int>] = []
    var next = top.node + 1
    while next < nodes.count {
      children.append(next..<next + nodes[next].span)
      next += nodes[next].span
    }
    var seen: Set<UInt64> = []
    let kept = children.reversed().filter { child in
      let node = nodes[child.lowerBound]
      return seen.insert(UInt64(node.name) << 1 | (node.flags.contains(.contractMember) ? 1 : 0)).inserted
    }
    rearrange(from: top.node + 1, kept.reversed())
    top.count = UInt32(truncatingIfNeeded: kept.count)
    top.hasDuplicates = false
  }

  /// Leaves of the nodes from `start` on these subtrees, in this order, and what is annotated of them.
  ///
  /// Subtrees move as they stand, since extents are relative.
  mutating func rearrange(from start: Int, _ subtrees: [Range<Int>]) {
    let first = annotations.lastIndex { $0.node < start }.map { $0 + 1 } ?? 0
    let notes = Dictionary(grouping: annotations[first...], by: \.node)
    annotations.removeLast(annotations.count - first)
    var moved: [Node] = []
    for index in subtrees.joined() {
      if nodes[index].flags.contains(.annotated) {
        let target = UInt32(truncatingIfNeeded: start + moved.count)
        for note in notes[UInt32(truncatingIfNeeded: index)] ?? [] {
          annotations.append(Document.Annotation(node: target, content: note.content))
        }
      }
      moved.append(nodes[index])
    }
    nodes.removeLast(nodes.count - start)
    nodes += moved
  }
}
