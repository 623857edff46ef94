extension DocumentBuilder {
  /// Names the member whose value comes next; in a dictionary, the key of the entry.
  public mutating func member(_ name: String, at offset: Int = 0) throws(DocumentError) {
    var name = name
    try name.withUTF8Span { span throws(DocumentError) in try member(named: span, at: offset) }
  }

  /// Names the member whose value comes next.
  ///
  /// - Parameters:
  ///   - namespace: An index from ``namespaceIndex(of:)``; formats without namespaces leave it out.
  ///   - isAttribute: Whether the member is an attribute of an XML element.
  package mutating func member(
    named name: Span<UInt8>, namespace: UInt32 = 0, isAttribute: Bool = false, at offset: Int
  ) throws(DocumentError) {
    guard skipped == 0 else { return }
    guard name.count <= options.limits.nameBytes else { throw nameTooLong(at: offset) }
    switch top.kind {
    case .object: try contractMember(name, namespace, isAttribute, at: offset)
    case .untypedObject: try untypedMember(name, namespace, isAttribute ? .attribute : [], at: offset)
    case .dictionary:
      let start = arena.count
      arena.append(copying: name)
      try key(name, TextSlice(start: start, count: name.count, inArena: true), at: offset)
    case .entry: try entryMember(name, namespace, at: offset)
    case .dateTimeOffset: try dateTimeOffsetMember(name, namespace, at: offset)
    default: throw nameOutOfPlace(at: offset)
    }
  }

  /// Names the member whose value comes next by a text that the builder holds, so that a dictionary's key is not copied.
  package mutating func member(_ slice: TextSlice, at offset: Int) throws(DocumentError) {
    let text = takeText(slice)
    try text.withSpan(of: 0..<text.count) { span throws(DocumentError) in try member(span, slice, at: offset) }
    giveBack(text)
  }

  /// Names the member whose value comes next by the source from `start` on.
  package mutating func member(
    _ name: Span<UInt8>, inSourceFrom start: Int, at offset: Int
  ) throws(DocumentError) {
    try member(name, TextSlice(start: start, count: name.count, inArena: false), at: offset)
  }

  /// Names the member whose value comes next.
  ///
  /// - Parameters:
  ///   - name: Its bytes, UTF-8.
  ///   - slice: Where the same bytes lie in the builder's source or arena.
  @inline(__always)
  package mutating func member(_ name: Span<UInt8>, _ slice: TextSlice, at offset: Int) throws(DocumentError) {
    guard skipped == 0, top.kind == .dictionary else { return try member(named: name, at: offset) }
    guard slice.count <= options.limits.nameBytes else { throw nameTooLong(at: offset) }
    try key(name, slice, at: offset)
  }

  /// Announces an item by the name of its element. An item of another name is an unknown member.
  package mutating func item(
    named name: Span<UInt8>, namespace: UInt32, at offset: Int
  ) throws(DocumentError) {
    guard skipped == 0, top.kind == .list || top.kind == .entries else { return }
    let compiled = table.compiled[Int(top.type)]
    guard namespace != UInt32(compiled.namespace) || !holds(compiled.itemName, name) else { return }
    if reader != nil { noteOtherItem(name, namespace, in: compiled, at: offset) }
    if options.unknownMembers == .ignore {
      skipped = 1
    } else {
      throw failure(
        .unknownMember, expected: "an item \"\(string(compiled.itemName))\"", found: excerpt(name), at: offset)
    }
  }

  /// The index of a namespace in this document.
  package mutating func namespaceIndex(of namespace: String) -> UInt32 { names.namespaceIndex(of: namespace) }

  mutating func contractMember(
    _ name: Span<UInt8>, _ namespace: UInt32, _ isAttribute: Bool, at offset: Int
  ) throws(DocumentError) {
    let start = Int(top.memberStart)
    let guess = Int(successors[top.successor])
    // One absent member is more frequent than another order.
    let flags: Node.Flags = isAttribute ? [.contractMember, .attribute] : .contractMember
    if guess < Int(top.memberCount), spells(table.members[start &+ guess], name, namespace) {
      return try expectMember(guess, table.members[start &+ guess], flags, at: offset)
    }
    if guess < Int(top.memberCount) {
      let next = Int(successors[start &+ Int(top.type) &+ guess &+ 1])
      if next < Int(top.memberCount), spells(table.members[start &+ next], name, namespace) {
        return try expectMember(next, table.members[start &+ next], flags, at: offset)
      }
    }
    if let reader { return try checkedMember(name, namespace, flags, by: reader, at: offset) }
    guard let found = try search(name, namespace, in: table.compiled[Int(top.type)], at: offset) else {
      return try unknownMember(name, namespace, isAttribute, at: offset)
    }
    successors[top.successor] = UInt16(truncatingIfNeeded: found)
    try expectMember(found, table.members[start &+ found], flags, at: offset)
  }

  @inline(__always)
  mutating func expectMember(
    _ index: Int, _ member: CompiledMember, _ flags: Node.Flags, at offset: Int
  ) throws(DocumentError) {
    top.successor = Int(top.memberStart) &+ Int(top.type) &+ index &+ 1
    top.member = UInt32(truncatingIfNeeded: index)
    top.memberIsOfContract = true
    let bit: UInt64 = index < 64 ? 1 << UInt64(truncatingIfNeeded: index) : 0
    if bit & ~top.seen != 0 {
      top.seen |= bit
    } else if try isSecondValue(of: index, at: offset) {
      return
    }
    if member.isRequired { top.required &+= 1 }
    expect(type: member.type, nillable: member.isNillable, name: top.member, flags: flags)
  }

  @inline(__always)
  private mutating func spells(_ member: CompiledMember, _ name: Span<UInt8>, _ namespace: UInt32) -> Bool {
    switch spelling {
    case .declared: holds(member.name, name) || (hasReadCamelCase && holdsInCamelCase(member, name))
    case .camelCase: holds(member.camelName, name)
    case .clr: holds(member.clrName, name)
    case .decoded: holds(member.decodedName, name)
    case .xml: UInt32(member.namespace) == namespace && holds(member.xmlName, name)
    }
  }

  /// Members whose names differ in case alone have to be told apart by ``search(_:_:in:at:)``.
  @inline(__always)
  private mutating func holdsInCamelCase(_ member: CompiledMember, _ name: Span<UInt8>) -> Bool {
    holds(member.camelName, name) && table.compiled[Int(top.type)].namesDifferBeyondCase
  }

  @inline(__always)
  mutating func holds(_ text: ContractText, _ name: Span<UInt8>) -> Bool {
    Int(text.count) == name.count && table.text.holds(name, at: Int(text.start))
  }

  /// Notes that a member which is beyond the 64th, or has been seen, has a value; `true` when it is to be passed over.
  @inline(never)
  private mutating func isSecondValue(of index: Int, at offset: Int) throws(DocumentError) -> Bool {
    if index >= 64, !wideSeen[top.mark + index] {
      wideSeen[top.mark + index] = true
      return false
    }
    if let reader { noteSecondValue(by: reader, at: offset) }
    switch options.duplicateMembers {
    case .first:
      skipped = 1
      return true
    case .last, .asDotNet:
      top.hasDuplicates = true
      top.required &-= table.members[Int(table.compiled[Int(top.type)].memberStart) + index].isRequired ? 1 : 0
      return false
    case .keep, .refuse: throw duplicateMember(at: offset)
    }
  }

  @inline(never)
  private mutating func unknownMember(
    _ name: Span<UInt8>, _ namespace: UInt32, _ isAttribute: Bool, at offset: Int
  ) throws(DocumentError) {
    switch options.unknownMembers {
    case .ignore where !isKnownToDerivedType(name): skipped = 1
    case .reject:
      endMember()
      throw failure(
        .unknownMember, expected: "a member of \(string(table.compiled[Int(top.type)].name))", found: excerpt(name),
        at: offset)
    case .keep, .ignore:
      let index = names.index(of: name, namespace: namespace)
      top.member = index
      top.memberIsOfContract = false
      expect(type: 0, nillable: true, name: index, flags: isAttribute ? .attribute : [])
    }
  }

  private mutating func untypedMember(
    _ name: Span<UInt8>, _ namespace: UInt32, _ flags: Node.Flags, at offset: Int
  ) throws(DocumentError) {
    let guess = top.successor < 0 ? firstName : nameSuccessors[top.successor]
    let index: UInt32
    if Int(guess) < names.entries.count, names.matches(guess, name, namespace) {
      index = guess
    } else {
      index = names.index(of: name, namespace: namespace)
      if top.successor < 0 { firstName = index } else { nameSuccessors[top.successor] = index }
    }
    // Members that a contract does not know are named without being anyone's successor.
    while nameSuccessors.count < names.entries.count { nameSuccessors.append(0) }
    top.successor = Int(index)
    top.member = index
    if options.duplicateMembers != .keep {
      let isNew = untypedSeen.insert(UInt64(top.mark) << 32 | UInt64(index)).inserted
      if !isNew, try isSecondUntypedValue(at: offset) { return }
    }
    expect(type: 0, nillable: true, name: index, flags: flags)
  }

  private mutating func isSecondUntypedValue(at offset: Int) throws(DocumentError) -> Bool {
    switch options.duplicateMembers {
    case .first:
      skipped = 1
      return true
    case .last, .asDotNet:
      top.hasDuplicates = true
      return false
    case .keep, .refuse: throw duplicateMember(at: offset)
    }
  }
}

extension String {
  /// Calls `body` with the string's UTF-8.
  @inline(__always)
  package mutating func withUTF8Span<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var result: Swift.Result<Result, Failure>?
    withUTF8 { bytes in
      do throws(Failure) { result = .success(try body(bytes.span)) } catch { result = .failure(error) }
    }
    guard let result else { return try body(Span()) }
    return try result.get()
  }
}
