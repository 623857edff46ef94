extension DocumentBuilder {
  /// Names a part of the structure that stands for a `DateTimeOffset`: `DateTime`, in UTC, or `OffsetMinutes`.
  mutating func dateTimeOffsetMember(
    _ name: Span<UInt8>, _ namespace: UInt32, at offset: Int
  ) throws(DocumentError) {
    let isOfContract = spelling != .xml || names.namespaces[Int(namespace)] == DotNetNamespace.system
    let isDate = isOfContract && name.holds("DateTime")
    let isKnown = isDate || (isOfContract && name.holds("OffsetMinutes"))
    if let reader, checkPart(name, isDate: isDate, isKnown: isKnown, by: reader, at: offset) { return skipped = 1 }
    guard isKnown else {
      skipped = 1
      return
    }
    let bit: UInt64 = isDate ? 1 : 2
    guard top.seen & bit == 0 else { throw duplicateMember(at: offset) }
    top.seen |= bit
    if isDate { top.mark = nodes.count }
    expect(type: Contract.TypeIndex.primitive(isDate ? .dateTime : .short).rawValue, nillable: false)
  }

  /// Puts the two parts together: the date-time shown at the offset.
  mutating func closeDateTimeOffset(at offset: Int) throws(DocumentError) {
    guard top.seen == 3, nodes.count == top.node + 2 else {
      return try refuseStructure(
        failure(.missingMember, expected: "DateTime and OffsetMinutes", found: "one of them or none", at: offset))
    }
    let date = nodes[top.mark]
    let minutes = nodes[top.mark == top.node ? top.node + 1 : top.node]
    let closed = top
    nodes.removeLast(2)
    reopen(type: closed.type, flags: Node.Flags(rawValue: UInt8(truncatingIfNeeded: closed.successor)))
    guard
      let ticks = text(of: date, { DotNetDateTime($0)?.ticks }),
      let offsetMinutes = text(of: minutes, { Int(canonical: $0) }),
      let value = DotNetDateTime(
        ticks: ticks + Int64(offsetMinutes) * DotNetDateTime.ticksPerMinute, kind: .offset(minutes: offsetMinutes))
    else {
      try refuse(mismatch(found: "a DateTime and OffsetMinutes beyond the calendar", at: offset))
      return expectAfterValue()
    }
    let start = arena.count
    value.appendXML(to: &arena)
    try appendScalar(.dateTime, TextSlice(start: start, count: arena.count - start, inArena: true), at: offset)
    expectAfterValue()
  }

  /// Throws the error; under a check null stands for the structure.
  private mutating func refuseStructure(_ error: DocumentError) throws(DocumentError) {
    guard reader != nil else { throw error }
    let closed = top
    nodes.removeLast(nodes.count - closed.node)
    reopen(type: closed.type)
    try refuse(error)
    expectAfterValue()
  }

  /// Goes back to the container that a structure stood in, to put a scalar in the structure's place.
  private mutating func reopen(type: UInt16, flags: Node.Flags = []) {
    top = frames.removeLast()
    let isMember = top.kind == .object || top.kind == .untypedObject
    expect(
      type: type, nillable: true, name: isMember ? top.member : Node.noName,
      flags: flags.intersection(.concreteType).union(isMember && top.memberIsOfContract ? .contractMember : []))
  }

  private func text<Result>(of node: Node, _ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = node.flags.contains(.inArena) ? arena : source
    return bytes.withSpan(of: Int(node.start)..<Int(node.start) + Int(node.extent), body)
  }

  /// Turns a list of numbers into binary data.
  mutating func closeByteItems(at offset: Int) throws(DocumentError) {
    var bytes: [UInt8] = []
    for node in nodes[top.node...] {
      guard let byte = text(of: node, { Int(canonical: $0) }) else { continue }
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    let closed = top
    nodes.removeLast(nodes.count - closed.node)
    reopen(type: closed.type)
    try appendBytes(bytes, at: offset)
    expectAfterValue()
  }

  private mutating func appendBytes(_ bytes: [UInt8], at offset: Int) throws(DocumentError) {
    let start = arena.count
    bytes.withUnsafeBufferPointer { Base64.encode($0.span, into: &arena) }
    try appendScalar(.bytes, TextSlice(start: start, count: arena.count - start, inArena: true), at: offset)
  }

  /// Adds a file of a multipart body. Where the contract wants binary data, the content alone.
  package mutating func file(
    name: String, mediaType: String?, content: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard skipped == 0 else { return skipped = skipped == 1 ? 0 : skipped }
    try requireExpected(at: offset)
    if pending.shape == .primitive, pending.primitive == .base64Binary {
      let bytes = content.inArena ? arena : source
      return try appendBytes(Array(bytes[content.range.clamped(to: bytes.indices)]), at: offset)
    }
    guard pending.shape == .file || pending.shape == .untyped || pending.shape == .any else {
      return try refuse(mismatch(found: "a file", at: offset))
    }
    try append(.file, start: 3, extent: 3, flags: [], at: offset)
    pending.name = Node.noName
    pending.flags = []
    pending.type = 0
    try appendFilePart(name, at: offset)
    try appendFilePart(mediaType, at: offset)
    try append(
      .bytes, start: content.start, extent: content.count, flags: content.inArena ? [.rawBytes, .inArena] : .rawBytes,
      at: offset)
    finishScalar()
    expectAfterValue()
  }

  private mutating func appendFilePart(_ text: String?, at offset: Int) throws(DocumentError) {
    guard let text else { return try append(.null, start: 0, extent: 0, flags: [], at: offset) }
    let start = arena.count
    arena.append(contentsOf: text.utf8)
    try append(.string, start: start, extent: arena.count - start, flags: .inArena, at: offset)
  }
}

extension Int {
  /// The integer behind a canonical text of at most 32 bits.
  fileprivate init?(canonical text: Span<UInt8>) {
    self.init(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of a text that the program holds.
  package func holds(_ text: StaticString) -> Bool {
    guard text.hasPointerRepresentation, count == text.utf8CodeUnitCount else { return false }
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: count).span
    for index in indices where self[index] != expected[index] { return false }
    return true
  }
}
