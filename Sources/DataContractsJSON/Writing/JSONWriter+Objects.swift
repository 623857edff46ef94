import DataContractsCore

extension JSONWriter {
  mutating func writeObject(_ index: Int, _ node: Node) throws(DocumentError) {
    let type = contract.type(node.type)
    begin(0x7B)
    var isFirst = true
    if type.shape != .object {
      try writeMembersAsTheyStand(index, type, &isFirst)
    } else if dialect.memberOrder == .xml || type.hasDeclaredOrder {
      try writeMembersInOrder(index, type, &isFirst)
    } else {
      let known = try writeMembersAsTheyStand(index, type, &isFirst)
      if known < Int(type.memberCount) { try writeAbsentMembers(index, type, &isFirst) }
    }
    end(0x7D, isEmpty: isFirst)
  }

  /// Writes the members in the document's order.
  ///
  /// - Returns: How many of them the contract knows.
  @discardableResult
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
        try writeMember(child, node, contract.member(Int(type.memberStart) &+ Int(node.name)), &isFirst)
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
  private mutating func writeMembersInOrder(
    _ index: Int, _ type: CompiledType, _ isFirst: inout Bool
  ) throws(DocumentError) {
    let start = Int(type.memberStart)
    let count = Int(type.memberCount)
    var child = index + 1
    let end = index &+ view.at(index).size
    var position = 0
    while position < count, child < end {
      let node = view.at(child)
      let expected = memberIndex(at: position, from: start)
      guard node.has(2), Int(node.name) == expected else { break }
      try writeMember(child, node, contract.member(start &+ expected), &isFirst)
      child &+= node.size
      position &+= 1
    }
    if position < count || child < end { try writeRemainingMembers(index, type, from: position, &isFirst) }
  }

  /// The member that stands at a position of the dialect's order.
  @inline(__always)
  private mutating func memberIndex(at position: Int, from start: Int) -> Int {
    dialect.memberOrder == .xml ? position : contract.declared(position, from: start)
  }

  private mutating func writeRemainingMembers(
    _ index: Int, _ type: CompiledType, from position: Int, _ isFirst: inout Bool
  ) throws(DocumentError) {
    let start = Int(type.memberStart)
    let base = slots.open(index, of: type, in: view)
    for position in position..<Int(type.memberCount) {
      let memberIndex = memberIndex(at: position, from: start)
      let member = contract.member(start + memberIndex)
      if let child = slots.node(base, memberIndex) {
        try writeMember(child, view.at(child), member, &isFirst)
      } else if absentMembers == .asDotNet {
        try writeAbsentMember(index, member, &isFirst)
      }
    }
    slots.close(base)
    try writeUnknownMembers(index, &isFirst)
  }

  /// Members that the contract does not know and the decoder has kept come after all others.
  private mutating func writeUnknownMembers(_ index: Int, _ isFirst: inout Bool) throws(DocumentError) {
    var child = index + 1
    let end = index &+ view.at(index).size
    while child < end {
      let node = view.at(child)
      if !node.has(2) { try writeUntypedMember(child, node, &isFirst) }
      child &+= node.size
    }
  }

  @inline(__always)
  private mutating func writeMember(
    _ index: Int, _ node: Node, _ member: CompiledMember, _ isFirst: inout Bool
  ) throws(DocumentError) {
    if node.kind == .null, dialect.nulls == .omitted { return }
    if !member.emitsDefaultValue, isSuppressed(index, node, member) { return }
    if member.isPlainName, indentation == 0, !node.holdsNodes {
      return try writeScalarMember(index, node, member, &isFirst)
    }
    writeName(of: member, &isFirst)
    try writeValue(index, node)
  }

  private mutating func isSuppressed(_ index: Int, _ node: Node, _ member: CompiledMember) -> Bool {
    // The default of a member that can be null is null, for `int?` too.
    if member.isNillable { return node.kind == .null && dialect.suppressedDefaults != .none }
    return switch dialect.suppressedDefaults {
    case .none: false
    case .all: view.isDefault(index)
    case .allButEnumerations: node.kind != .enumeration && view.isDefault(index)
    }
  }

  @inline(__always)
  mutating func writeName(of member: CompiledMember, _ isFirst: inout Bool) {
    let name = dialect.memberNames == .camelCase ? member.camelName : member.name
    separate(&isFirst)
    writeName(UnsafeBufferPointer(rebasing: contract.text[name.range]), isPlain: member.isPlainName)
  }

  private mutating func writeUntypedMember(
    _ index: Int, _ node: Node, _ isFirst: inout Bool
  ) throws(DocumentError) {
    if node.kind == .null, dialect.nulls == .omitted { return }
    precondition(Int(node.name) < names.count)
    separate(&isFirst)
    writeName(UnsafeBufferPointer(rebasing: nameText[names[Int(node.name)].range]), isPlain: false)
    try writeValue(index, node)
  }

  @inline(__always)
  private mutating func writeName(_ name: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    if isPlain { writePlain(name) } else { writeString(name) }
    writeColon()
  }
}
