/// What Swift values ask of a builder: members by their index, texts that are canonical as they come.
extension DocumentBuilder {
  /// A builder for a value of the contract's root type. A value that exists needs no limits on its size, only on its
  /// depth, which encoders follow recursively.
  init(encoding types: TypeContract) {
    var options = DecodingOptions()
    options.limits.nodes = Int(UInt32.max)
    options.limits.depth = Limits.maximumDepth
    // A value of `object` can have members that its own type does not know.
    options.unknownMembers = .keep
    self.init(format: "document", contract: types.contract, options: options)
    typeIndices = types.indices
    let expected = types.size.expected
    if expected.nodes > nodes.capacity { nodes = Array(room: expected.nodes) }
    arena = Array(room: max(expected.texts, 64))
  }

  /// Adds a member of the object that has begun.
  ///
  /// - Parameter member: The member's index in the contract: its place in XML, those of its bases counted first.
  @inlinable @inline(__always)
  public mutating func encode<T: DataContractEncodable>(_ value: T, as member: Int) throws(DocumentError) {
    if sink != nil, try expectMemberOfSink(member) {
      try value.encode(into: &self)
      return try finishPart()
    }
    if sink == nil { try expectMember(member) }
    try value.encode(into: &self)
  }

  /// Adds a scalar member of the object that has begun.
  @inlinable @inline(__always)
  public mutating func encode<T: DataContractScalar>(_ value: T, as member: Int) throws(DocumentError) {
    try value.encode(as: member, into: &self)
  }

  /// Adds a scalar member of the object that has begun, or null.
  @inlinable @inline(__always)
  public mutating func encode<T: DataContractScalar>(_ value: T?, as member: Int) throws(DocumentError) {
    switch value {
    case .some(let value): try encode(value, as: member)
    case nil: try encodeNull(as: member)
    }
  }

  /// Adds an entry of the dictionary that has begun.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/contract`` for a key or a value that adds nothing, or several
  ///   values.
  @inlinable
  public mutating func encodeEntry<Key: DataContractEncodable, Value: DataContractEncodable>(
    key: Key, value: Value
  ) throws(DocumentError) {
    let entry = try expectKey()
    try key.encode(into: &self)
    try expectValue(of: entry)
    try value.encode(into: &self)
    try endEntry(entry)
  }

  /// Makes the value that comes next one of a type that derives from the declared one, or any type where that is `object`.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/contract`` when the type is not known to the contract.
  public mutating func expectConcrete<T: DataContractType>(_ type: T.Type) throws(DocumentError) {
    guard sink == nil else { throw refusedBySink() }
    guard let index = typeIndices[ObjectIdentifier(type)] else {
      throw failure(
        .contract, expected: "a known type of \(string(table.compiled[Int(pending.type)].name))",
        found: type.dataContractName.description, at: 0)
    }
    expectConcrete(index)
  }

  @usableFromInline
  mutating func expectMember(_ index: Int) throws(DocumentError) {
    guard top.kind == .object, index < Int(top.memberCount), index >= 0 else { throw unknownIndex(index) }
    let member = table.members[Int(top.memberStart) &+ index]
    top.member = UInt32(truncatingIfNeeded: index)
    top.memberIsOfContract = true
    if member.isRequired { top.required &+= 1 }
    expect(type: member.type, nillable: member.isNillable, name: top.member, flags: .contractMember)
  }

  @inline(never)
  private mutating func unknownIndex(_ index: Int) -> DocumentError {
    failure(.contract, expected: "the index of a member", found: "\(index)", at: 0)
  }

  @usableFromInline
  mutating func expectKey() throws(DocumentError) -> EncodedEntry {
    guard top.kind == .dictionary else { throw nameOutOfPlace(at: 0) }
    let compiled = table.compiled[Int(top.type)]
    top.member = UInt32(truncatingIfNeeded: nodes.count)
    expect(type: compiled.first, nillable: compiled.firstIsNillable)
    openEntries &+= 1
    return EncodedEntry(dictionary: top.node, count: top.count &+ 1)
  }

  @usableFromInline
  mutating func expectValue(of entry: EncodedEntry) throws(DocumentError) {
    try check(entry)
    // The key is no entry of its own.
    top.count &-= 1
    let compiled = table.compiled[Int(top.type)]
    expect(type: compiled.second, nillable: compiled.secondIsNillable)
  }

  @usableFromInline
  mutating func endEntry(_ entry: EncodedEntry) throws(DocumentError) {
    try check(entry)
    openEntries &-= 1
  }

  /// Checks that a half of an entry was one value: encoders take it for granted that keys and values take turns, which a
  /// conformance by hand may not keep to.
  private mutating func check(_ entry: EncodedEntry) throws(DocumentError) {
    guard top.kind == .dictionary, top.node == entry.dictionary, top.count == entry.count else {
      throw unequalHalves()
    }
  }

  @inline(never)
  private mutating func unequalHalves() -> DocumentError {
    failure(.contract, expected: "one key and one value for each entry", found: "more or fewer", at: 0)
  }

  /// Where a dictionary stands, and how many entries it has with the one that is being added.
  @usableFromInline
  struct EncodedEntry {
    let dictionary: Int
    let count: UInt32
  }
}

extension DocumentBuilder {
  /// Adds a scalar member by its canonical text.
  @inlinable @inline(__always)
  package mutating func encodeText<T: DataContractScalar>(of value: T, as member: Int) throws(DocumentError) {
    let start = arena.count
    value.appendCanonical(to: &arena)
    if sink != nil { return try sendText(T.primitive, as: member) }
    try append(T.primitive, as: member, canonicalFrom: start)
  }

  /// Adds a scalar member whose canonical text is the arena's from `start` on: at once, since most members are such.
  @usableFromInline
  package mutating func append(_ primitive: PrimitiveType, as index: Int, canonicalFrom start: Int)
    throws(DocumentError)
  {
    guard top.kind == .object, index >= 0, index < Int(top.memberCount) else { throw unknownIndex(index) }
    let member = table.members[Int(top.memberStart) &+ index]
    let extent = arena.count &- start
    // A primitive's index in any contract is its number.
    guard member.type == UInt16(primitive.rawValue), extent > 0 || (extent == 0 && primitive == .string),
      arena.count <= Int(UInt32.max),
      nodes.count < options.limits.nodes
    else {
      try expectMember(index)
      return try append(primitive, canonicalFrom: start)
    }
    if member.isRequired { top.required &+= 1 }
    top.count &+= 1
    nodes.append(
      Node(
        kind: primitive.kind, flags: [.contractMember, .inArena], type: member.type,
        name: UInt32(truncatingIfNeeded: index), start: UInt32(truncatingIfNeeded: start),
        extent: UInt32(truncatingIfNeeded: extent)))
  }

  @usableFromInline
  package mutating func encodeNull(as index: Int) throws(DocumentError) {
    if sink != nil { return try sendNull(as: index) }
    try expectMember(index)
    try null()
  }

  /// Adds a scalar whose canonical text is the arena's from `start` on.
  @usableFromInline
  mutating func append(_ primitive: PrimitiveType, canonicalFrom start: Int) throws(DocumentError) {
    if sink != nil { return try sendText(primitive, as: -1) }
    let count = arena.count &- start
    guard count > 0 || (count == 0 && !primitive.isValueType) else { throw unwritten(primitive, from: start) }
    guard pending.isExpected, pending.shape == .primitive, pending.primitive == primitive else {
      return try appendOther(primitive, canonicalFrom: start)
    }
    try appendScalar(primitive.kind, TextSlice(start: start, count: count, inArena: true), at: 0)
  }

  /// The failure of a scalar without a text: Swift types append nothing for a value that .NET's type does not have.
  ///
  /// One that has shortened the texts before it gets blanks in their place, which nodes are slices of.
  @inline(never)
  private mutating func unwritten(_ primitive: PrimitiveType, from start: Int) -> DocumentError {
    if arena.count < start { arena.append(contentsOf: repeatElement(0x20, count: start - arena.count)) }
    return failure(
      .notRepresentable, expected: primitive.expectation, found: "a value that .NET's type does not have", at: 0)
  }

  /// A scalar where the contract has another type, which a conformance written by hand may lead to: it is read as input
  /// would be.
  @inline(never)
  private mutating func appendOther(_ primitive: PrimitiveType, canonicalFrom start: Int) throws(DocumentError) {
    if pending.isExpected, pending.shape == .any { expectConcrete(.primitive(primitive)) }
    try value(primitive.isNumeric ? .number : .text, inArenaFrom: start, at: 0)
  }

  /// Adds a value of an enumeration by the name it has on the wire.
  public mutating func enumeration(_ name: String) throws(DocumentError) {
    if sink != nil { return try sendEnumeration(named: name) }
    try requireExpected(at: 0)
    guard pending.shape == .enumeration else { throw mismatch(found: "\"\(name)\"", at: 0) }
    let start = arena.count
    arena.append(contentsOf: name.utf8)
    try appendScalar(.enumeration, TextSlice(start: start, count: arena.count - start, inArena: true), at: 0)
  }

  /// Adds a value of an enumeration by its number, sign-extended; a set of flags by the names that make it up.
  public mutating func enumeration(bits: UInt64) throws(DocumentError) {
    if sink != nil { return try sendEnumeration(bits) }
    guard pending.shape == .enumeration, case .enumeration(let contract) = table.types[Int(pending.type)].shape else {
      throw mismatch(found: "\(bits)", at: 0)
    }
    try enumeration(contract.canonicalText(of: bits))
  }

  /// Adds binary data.
  public mutating func bytes(_ bytes: [UInt8]) throws(DocumentError) {
    let start = arena.count
    bytes.withUnsafeBufferPointer { Base64.encode($0.span, into: &arena) }
    try append(.base64Binary, canonicalFrom: start)
  }
}

extension DocumentBuilder {
  /// Adds an object that keeps its identity: what it holds the first time, a mention of it from then on.
  ///
  /// - Returns: Whether the object is new, so that its members have to be added between ``beginObject(at:)`` and
  ///   ``endObject(at:)``.
  public mutating func encodesFirst(_ object: AnyObject) throws(DocumentError) -> Bool {
    guard sink == nil else { throw refusedBySink() }
    let identifier = ObjectIdentifier(object)
    if let identity = identities[identifier] {
      try reference(to: identity, at: 0)
      return false
    }
    let identity = "i\(identities.count + 1)"
    identities[identifier] = identity
    annotate(.identity(identity))
    return true
  }
}
