import DataContractsCore

/// One member of an object that is written.
struct MemberItem {
  /// Its node; 0 for a member of the contract that the document does not have.
  let child: Int
  /// Its index among all members of the contract; -1 for a member that no contract knows.
  let member: Int
}

/// In which order an object's members are written.
enum MemberOrder {
  /// A class's own members as declared and then those of its base, `[DataMember(Order)]` first of all.
  case declared
  /// The same without a look at `[DataMember(Order)]`: CSV's columns.
  case reflected
}

extension JSVWriter {
  /// Appends the members of an object to ``items``; those that the contract does not know come last.
  mutating func planMembers(of index: Int, in order: MemberOrder) {
    let type = table.compiled[Int(view.node(index).type)]
    if type.shape == .object {
      planContractMembers(of: index, type, in: order)
    }
    var child = index + 1
    while child < view.after(index) {
      let node = view.node(child)
      if type.shape != .object || !node.flags.contains(.contractMember) {
        items.append(MemberItem(child: child, member: -1))
      }
      child = view.after(child)
    }
  }

  private mutating func planContractMembers(of index: Int, _ type: CompiledType, in order: MemberOrder) {
    let start = Int(type.memberStart)
    let base = slots.open(index, of: type, in: view)
    let addsAbsent = options.absentMembers == .asDotNet
    if type.hasDeclaredOrder {
      for position in positions(of: view.node(index).type, type, in: order) {
        let child = slots.node(base, position) ?? 0
        if child > 0 || addsAbsent { items.append(MemberItem(child: child, member: start + position)) }
      }
    } else {
      planAsTheyStand(index, start)
      for position in 0..<Int(type.memberCount) where addsAbsent && slots.node(base, position) == nil {
        items.append(MemberItem(child: 0, member: start + position))
      }
    }
    slots.close(base)
  }

  private mutating func planAsTheyStand(_ index: Int, _ start: Int) {
    var child = index + 1
    while child < view.after(index) {
      let node = view.node(child)
      if node.flags.contains(.contractMember) {
        items.append(MemberItem(child: child, member: start + Int(node.name)))
      }
      child = view.after(child)
    }
  }

  /// The positions of a type's members in the order in which they are written.
  func positions(of index: UInt16, _ type: CompiledType, in order: MemberOrder) -> [Int] {
    order == .declared ? table.declaredOrder[type.memberRange].map { Int($0) } : Self.reflectedOrder(of: index, table)
  }

  /// The class's own members as declared, then those of its base.
  private static func reflectedOrder(of type: UInt16, _ table: ContractTable) -> [Int] {
    var result: [Int] = []
    var end = Int(table.compiled[Int(type)].memberCount)
    var current: UInt16? = type
    while let index = current, case .object(let object) = table.types[Int(index)].shape {
      let start = max(0, end - object.members.count)
      let own = zip(start..<end, object.members).sorted {
        ($0.1.declaredPosition ?? $0.0, $0.0) < ($1.1.declaredPosition ?? $1.0, $1.0)
      }
      result += own.map(\.0)
      end = start
      current = object.base?.rawValue
    }
    return result
  }

  /// Writes a member's name: one of the contract as it is, any other in quotation marks where it needs them.
  mutating func writeName(_ item: MemberItem) {
    if item.member >= 0 {
      let name = table.members[item.member].name
      return table.text.withUnsafeBufferPointer { output.append(UnsafeBufferPointer(rebasing: $0[name.range])) }
    }
    let names = view.storage.names
    let range = names.entries[Int(view.node(item.child).name)].range
    names.text.withUnsafeBufferPointer { writeText(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

extension JSVWriter {
  /// Whether an absent member shows a value in a .NET object, and not null.
  func hasDefault(_ item: MemberItem) -> Bool {
    let member = table.members[item.member]
    let type = table.compiled[Int(member.type)]
    guard !member.isNillable else { return false }
    switch type.shape {
    case .primitive: return type.primitive.defaultText != nil
    case .enumeration: return true
    case .object: return type.isValueType
    default: return false
    }
  }

  /// Writes the default of a value type; a structure's are those of its members.
  ///
  /// It recurses into structures within structures, which `ContractBuilder` has made sure not to contain themselves.
  mutating func writeDefault(_ index: UInt16, of object: Int, level: Int = 0) throws(DocumentError) {
    let type = table.compiled[Int(index)]
    switch type.shape {
    case .enumeration: writeEnumeration(0, of: index)
    case .object:
      if let name = structureName(index) { return writeStructure(name) }
      try writeDefaultMembers(type, of: object, level: level)
    default:
      guard let text = type.primitive.defaultText else { return }
      place = .member
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      try writeScalar(object, type.primitive.kind, index, bytes)
    }
  }

  private mutating func writeDefaultMembers(
    _ type: CompiledType, of object: Int, level: Int
  ) throws(DocumentError) {
    try noteRepeated(Int(type.memberCount), at: object)
    guard level < Limits.maximumDepth else {
      throw notRepresentable(
        object, expected: "at most \(Limits.maximumDepth) nested default structures", found: "more")
    }
    output.append(0x7B)
    var isFirst = true
    let order =
      type.hasDeclaredOrder ? table.declaredOrder[type.memberRange].map { Int($0) } : Array(0..<Int(type.memberCount))
    for position in order {
      let item = MemberItem(child: 0, member: Int(type.memberStart) + position)
      guard hasDefault(item), table.members[item.member].emitsDefaultValue else { continue }
      if !isFirst { output.append(0x2C) }
      isFirst = false
      writeName(item)
      output.append(0x3A)
      try writeDefault(table.members[item.member].type, of: object, level: level + 1)
    }
    output.append(0x7D)
  }
}
