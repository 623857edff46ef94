extension DocumentBuilder {
  /// A builder that hands values on to a sink.
  init(sink: SinkReference, _ types: TypeContract) {
    var options = DecodingOptions()
    options.limits.nodes = Int(UInt32.max)
    options.limits.depth = Limits.maximumDepth
    options.unknownMembers = .keep
    self.init(
      format: "document", source: [], contract: types.contract, options: options, spelling: .declared, checking: nil,
      room: 0)
    pending.isExpected = false
    typeIndices = types.indices
    self.sink = Unmanaged.passUnretained(sink)
  }

  @inlinable @inline(__always)
  mutating func withSink<Result>(_ body: (any ValueSink) -> Result) -> Result? {
    sink?._withUnsafeGuaranteedRef { body($0.sink) }
  }

  /// The failure of a value that the sink refuses. It is not seen outside: the value goes through a document then.
  @inline(never) @usableFromInline
  func refusedBySink() -> DocumentError { DocumentError(.unsupported, format: format, expected: "", found: "") }

  /// Sends a member on.
  ///
  /// - Returns: Whether the value that comes is built as a document, which ``finishPart()`` ends.
  @inline(never) @usableFromInline
  mutating func expectMemberOfSink(_ member: Int) throws(DocumentError) -> Bool {
    switch withSink({ $0.expect(member: member) }) {
    case .taken: return false
    case .partWanted:
      beginPart(member)
      return true
    default: throw refusedBySink()
    }
  }

  @inline(never) @usableFromInline
  mutating func beginPart(_ index: Int) {
    guard let (place, depth) = withSink({ ($0.place, $0.depth) }), place < table.members.count else { return }
    let member = table.members[place]
    restart(depth: depth, nodeCount: 0)
    expect(
      type: member.type, nillable: member.isNillable, name: UInt32(truncatingIfNeeded: index), flags: .contractMember)
    suspended = sink
    sink = nil
  }

  /// Hands the document of a member's value over to the sink.
  @inline(never) @usableFromInline
  mutating func finishPart() throws(DocumentError) {
    guard frames.isEmpty, top.count == 1, openEntries == 0, let suspended else { throw refusedBySink() }
    sink = suspended
    self.suspended = nil
    pending.isExpected = false
    let isTaken: Bool
    do {
      let storage = Document.Storage(
        nodes: nodes, source: [], arena: arena, names: names, contract: contract, annotations: annotations)
      isTaken = withSink { $0.write(Document(storage: storage)) } ?? false
    }
    restart(depth: 0, nodeCount: 0)
    guard isTaken else { throw refusedBySink() }
  }

  /// Sends a scalar on whose canonical text is the arena's.
  @inline(never) @usableFromInline
  mutating func sendText(_ primitive: PrimitiveType, as member: Int) throws(DocumentError) {
    guard !arena.isEmpty || !primitive.isValueType else { throw refusedBySink() }
    let answer = arena.withUnsafeBufferPointer { text in withSink { $0.text(text, primitive, as: member) } }
    try settle(answer, primitive, as: member)
  }

  /// Does what the sink wants of a scalar whose canonical text is the arena's.
  private mutating func settle(
    _ answer: SinkAnswer?, _ primitive: PrimitiveType, as member: Int
  ) throws(DocumentError) {
    switch answer {
    case .taken: arena.removeAll(keepingCapacity: true)
    case .partWanted:
      let text = arena
      beginPart(member)
      arena = text
      try append(primitive, canonicalFrom: 0)
      try finishPart()
    default: throw refusedBySink()
    }
  }

  /// Sends a string on, which is not copied before.
  @inline(never) @usableFromInline
  mutating func send(_ value: String, as member: Int) throws(DocumentError) {
    let answer = value.utf8.withContiguousStorageIfAvailable { [sink] text in
      sink?._withUnsafeGuaranteedRef { $0.sink.text(text, .string, as: member) }
    }
    if case .taken?? = answer { return }
    try settle(answer, value, as: member)
  }

  @inline(never)
  private mutating func settle(_ answer: SinkAnswer??, _ value: String, as member: Int) throws(DocumentError) {
    arena.append(contentsOf: value.utf8)
    guard let answer else { return try sendText(.string, as: member) }
    try settle(answer, .string, as: member)
  }

  @inline(never) @usableFromInline
  mutating func sendBoolean(_ value: Bool, as member: Int) throws(DocumentError) {
    let answer = withSink { $0.boolean(value, as: member) }
    if case .taken = answer { return }
    value.appendCanonical(to: &arena)
    try settle(answer, .boolean, as: member)
  }

  @inline(never) @usableFromInline
  mutating func sendInteger(
    _ magnitude: UInt64, isNegative: Bool, _ primitive: PrimitiveType, as member: Int
  ) throws(DocumentError) {
    let answer = withSink { $0.integer(magnitude, isNegative: isNegative, primitive, as: member) }
    if case .taken = answer { return }
    if isNegative { arena.append(0x2D) }
    arena.appendDecimal(magnitude)
    try settle(answer, primitive, as: member)
  }

  @inline(never) @usableFromInline
  package mutating func sendGUID(low: UInt64, high: UInt64, as member: Int) throws(DocumentError) {
    if case .taken = withSink({ $0.guid(low: low, high: high, as: member) }) { return }
    GUIDText.append(low: low, high: high, to: &arena)
    try sendText(.guid, as: member)
  }

  @inline(never) @usableFromInline
  mutating func sendNull(as member: Int) throws(DocumentError) {
    switch withSink({ $0.null(as: member) }) {
    case .taken: return
    case .partWanted where member >= 0:
      beginPart(member)
      try null()
      try finishPart()
    default: throw refusedBySink()
    }
  }

  /// Sends the value of an enumeration on by the name that it has on the wire.
  mutating func sendEnumeration(named name: String) throws(DocumentError) {
    guard let place = withSink({ $0.place }), place < table.members.count,
      case .enumeration(let contract) = table.types[Int(table.members[place].type)].shape,
      let bits = contract.bits(of: name, as: .canonical)
    else { throw refusedBySink() }
    try sendEnumeration(bits)
  }

  mutating func sendEnumeration(_ bits: UInt64) throws(DocumentError) {
    guard withSink({ $0.enumeration(bits: bits) }) == true else { throw refusedBySink() }
  }
}
