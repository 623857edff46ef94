import DataContractsCore

extension JSONWriter {
  @inline(never)
  mutating func writeObject(_ index: Int, _ node: Node) throws(DocumentError) {
    let type = contract.type(node.type)
    if dialect.refusesRepeatedNames, !type.namesDifferBeyondCase { try refuseRepeatedNames(index, type) }
    if type.isValueType, namesStructures, let name = structureName(node.type) { return writeString(name) }
    begin(0x7B)
    var isFirst = true
    if node.has(0x28) || type.isReference { try writeMarks(index, node, type, &isFirst) }
    if node.has(0x20), !dialect.writesDerivedMembers, try writeDeclaredMembers(index, &isFirst) {
      return end(0x7D, isEmpty: isFirst)
    }
    if type.shape != .object {
      try writeMembersAsTheyStand(index, type, &isFirst)
    } else if dialect.memberOrder == .xml || type.hasDeclaredOrder {
      let written = try writeLeadingMembers(index, type, &isFirst)
      if let written {
        try writeRemainingMembers(index, Int(type.memberStart), written..<Int(type.memberCount), &isFirst)
      }
    } else {
      let known = try writeMembersAsTheyStand(index, type, &isFirst)
      if known < Int(type.memberCount) { try writeAbsentMembers(index, type, &isFirst) }
    }
    end(0x7D, isEmpty: isFirst)
  }

  /// Writes the members in the document's order.
  ///
  /// - Returns: How many of them the contract knows.
  @discardableResult @inline(never)
  private mutating func writeMembersAsTheyStand(
    _ index: Int, _ type: CompiledType, _ isFirst: inout Bool
  ) throws(DocumentError) -> Int {
    var known = 0
    var child = index + 1
    let end = index &+ view.at(index).size
    while child < end {
      let node = view.at(child)
      if node.has(2) {
        known &+= 1
        if try beginMember(child, Int(type.memberStart) &+ Int(node.name), &isFirst) { try writeContainer(child, node) }
      } else {
        try writeUntypedMember(child, node, &isFirst)
      }
      child &+= node.size
    }
    return known
  }

  private mutating func writeAbsentMembers(
    _ index: Int, _ type: CompiledType, _ isFirst: inout Bool
  ) throws(DocumentError) {
    guard absentMembers == .asDotNet else { return }
    let base = slots.open(index, of: type, in: view)
    for position in 0..<Int(type.memberCount) where slots.node(base, position) == nil {
      try writeAbsentMember(index, contract.member(Int(type.memberStart) + position), &isFirst)
    }
    slots.close(base)
  }

  /// Writes the members in the contract's order, as long as they stand in it without looking them up.
  ///
  /// - Returns: How many that were; `nil` when they were all.
  @inline(never)
  private mutating func writeLeadingMembers(
    _ index: Int, _ type: CompiledType, _ isFirst: inout Bool
  ) throws(DocumentError) -> Int? {
    let start = Int(type.memberStart)
    let count = Int(type.memberCount)
    var child = index + 1
    let end = index &+ view.at(index).size
    var position = 0
    while position < count, child < end {
      let node = view.at(child)
      let expected = memberIndex(at: position, from: start)
      guard node.has(2), Int(node.name) == expected else { break }
      if try beginMember(child, start &+ expected, &isFirst) { try writeContainer(child, node) }
      child &+= node.size
      position &+= 1
    }
    return position < count || child < end ? position : nil
  }

  /// The member that stands at a position of the dialect's order.
  @inline(__always)
  private mutating func memberIndex(at position: Int, from start: Int) -> Int {
    dialect.memberOrder == .xml ? position : contract.declared(position, from: start)
  }

  /// Writes the members from a position of the contract's order on, wherever they stand in the document.
  ///
  /// It is entered once more for each level of nesting, so its frame is kept small: no copies of types or members in it.
  @inline(never)
  mutating func writeRemainingMembers(
    _ index: Int, _ start: Int, _ positions: Range<Int>, _ isFirst: inout Bool
  ) throws(DocumentError) {
    let base = openSlots(index, start)
    for position in positions {
      let place = memberIndex(at: position, from: start)
      guard let child = slots.node(base, place) else {
        if absentMembers == .asDotNet { try writeAbsentMember(index, contract.member(start &+ place), &isFirst) }
        continue
      }
      if try beginMember(child, start &+ place, &isFirst) { try writeContainer(child, view.at(child)) }
    }
    slots.close(base)
    try writeUnknownMembers(index, &isFirst)
  }

  @inline(never)
  private mutating func openSlots(_ index: Int, _ start: Int) -> Int {
    var type = contract.type(view.at(index).type)
    // The declared type's members, which come first in every type that extends it.
    if Int(type.memberStart) != start { type = contract.type(declaredType) }
    return slots.open(index, of: type, in: view)
  }

  /// Writes a member of the contract up to its value if that is a container, otherwise all of it.
  ///
  /// - Returns: Whether the value, a container, has still to be written.
  @inline(never)
  mutating func beginMember(
    _ index: Int, _ place: Int, _ isFirst: inout Bool
  ) throws(DocumentError) -> Bool {
    let node = view.at(index)
    let member = contract.member(place)
    if node.kind == .null, dialect.nulls == .omitted { return false }
    if !member.emitsDefaultValue, isSuppressed(index, node, member) { return false }
    if hasUncommonMembers, member.isNillable, isWrapped(member.type, node) {
      writeName(of: member, &isFirst)
      try writeWrapped(index, node)
      return false
    }
    if isPlain(member), indentation == 0, !node.holdsNodes {
      try writeScalarMember(index, node, member, &isFirst)
      return false
    }
    writeName(of: member, &isFirst)
    if node.has(0x20) { declaredType = member.type }
    if !node.holdsNodes { try writeScalar(index, node) }
    return node.holdsNodes
  }

  /// Members that the contract does not know and the decoder has kept come after all others.
  @inline(never)
  private mutating func writeUnknownMembers(_ index: Int, _ isFirst: inout Bool) throws(DocumentError) {
    var child = index + 1
    let end = index &+ view.at(index).size
    while child < end {
      let node = view.at(child)
      if !node.has(2) { try writeUntypedMember(child, node, &isFirst) }
      child &+= node.size
    }
  }

  @inline(never)
  private mutating func isSuppressed(_ index: Int, _ node: Node, _ member: CompiledMember) -> Bool {
    // The default of a member that can be null is null, for `int?` too.
    if member.isNillable { return node.kind == .null && dialect.suppressedDefaults != .none }
    return switch dialect.suppressedDefaults {
    case .none: false
    case .all: view.isDefault(index)
    case .allButEnumerations: node.kind != .enumeration && view.isDefault(index)
    }
  }

  @inline(never)
  mutating func writeName(of member: CompiledMember, _ isFirst: inout Bool) {
    separate(&isFirst)
    writeName(UnsafeBufferPointer(rebasing: contract.text[name(of: member).range]), isPlain: isPlain(member))
  }

  /// How the dialect names a member.
  @inline(__always)
  func name(of member: CompiledMember) -> ContractText {
    switch dialect.memberNames {
    case .declared: member.name
    case .camelCase: member.camelName
    case .clr: member.clrName
    case .decoded: member.decodedName
    }
  }

  @inline(__always)
  func isPlain(_ member: CompiledMember) -> Bool {
    dialect.memberNames == .clr ? member.isPlainCLRName : member.isPlainName
  }

  @inline(__always)
  private mutating func writeUntypedMember(
    _ index: Int, _ node: Node, _ isFirst: inout Bool
  ) throws(DocumentError) {
    if node.kind == .null, dialect.nulls == .omitted { return }
    writeUntypedName(node, &isFirst)
    try writeValue(index, node)
  }

  @inline(never)
  private mutating func writeUntypedName(_ node: Node, _ isFirst: inout Bool) {
    precondition(Int(node.name) < names.count)
    separate(&isFirst)
    let range = names[Int(node.name)].range
    precondition(range.upperBound <= nameText.count)
    let name = UnsafeBufferPointer(start: nameText.baseAddress.map { $0 + range.lowerBound }, count: range.count)
    if dialect.camelCasesDictionaryKeys {
      writeString(CamelCase.jsonNet(String(decoding: name, as: UTF8.self)))
    } else {
      writeString(name, readable: nameText.count &- range.lowerBound)
    }
    writeColon()
  }

  @inline(__always)
  private mutating func writeName(_ name: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    if isPlain { writePlain(name) } else { writeString(name) }
    writeColon()
  }
}
