extension ContractBuilder {
  func validate() throws(DocumentError) {
    guard types.count <= Self.maximumTypes else {
      throw failure("at most \(Self.maximumTypes) types", "\(types.count)")
    }
    for (index, type) in types.enumerated() {
      guard let type else { throw failure("a definition of the type \(names[index])", "none") }
      try validate(type)
    }
    for root in roots { try require(root.type, by: root.element) }
    try validateChains()
  }

  private func validate(_ type: ContractType) throws(DocumentError) {
    switch type.shape {
    case .primitive, .any, .file: break
    case .object(let object): try validate(object, of: type)
    case .list(let list): try require(list.item, by: type.name)
    case .dictionary(let dictionary):
      try require(dictionary.key, by: type.name)
      try require(dictionary.value, by: type.name)
    case .enumeration(let enumeration):
      guard enumeration.underlying.isInteger else {
        throw failure("an integer type under the enumeration \(type.name)", "\(enumeration.underlying)")
      }
    }
  }

  private func validate(_ object: ObjectContract, of type: ContractType) throws(DocumentError) {
    for member in object.members { try require(member.type, by: type.name) }
    guard let base = object.base else { return }
    try require(base, by: type.name)
    guard case .object? = types[Int(base.rawValue)]?.shape else {
      throw failure("an object as the base of \(type.name)", "\(names[Int(base.rawValue)])")
    }
  }

  private func require(_ index: Contract.TypeIndex, by name: QualifiedName) throws(DocumentError) {
    guard index != .untyped, Int(index.rawValue) < types.count else {
      throw failure("an index of this contract's types in \(name)", "\(index.rawValue)")
    }
  }

  /// Follows bases, and members of value types, which a value holds inside itself: neither may come back to its start.
  private func validateChains() throws(DocumentError) {
    var finished = Array(repeating: false, count: types.count)
    var sizes = Array(repeating: 1, count: types.count)
    for start in types.indices where !finished[start] {
      // Depth-first with an explicit stack: a contract may come from untrusted XSD.
      var path: [(type: Int, rest: ArraySlice<Int>)] = [(start, containedTypes(of: start)[...])]
      var onPath: Set<Int> = [start]
      while let current = path.last?.type {
        guard let target = path[path.count - 1].rest.popFirst() else {
          finished[current] = true
          sizes[current] = try size(of: current, among: sizes)
          onPath.remove(current)
          path.removeLast()
          continue
        }
        guard !onPath.contains(target) else {
          throw failure("a type that does not contain itself", "\(names[target])")
        }
        if !finished[target] {
          path.append((target, containedTypes(of: target)[...]))
          onPath.insert(target)
        }
      }
    }
    try validateBaseDepth()
    try validateMemberNames()
  }

  /// How many values a value of the type holds inside itself. Structures of structures double it with every level, and
  /// encoders write such a default in full.
  private func size(of index: Int, among sizes: [Int]) throws(DocumentError) -> Int {
    guard case .object(let object)? = types[index]?.shape else { return 1 }
    let size = containedTypes(of: index).reduce(1 + object.members.count) { min($0 + sizes[$1], Int(Int32.max)) }
    guard size <= Self.maximumValueSize || types[index]?.isValueType == false else {
      throw failure("at most \(Self.maximumValueSize) values in a structure", "more in \(names[index])")
    }
    return size
  }

  /// Members are compiled with those of all bases, so long chains and wide bases would take quadratic room.
  private func validateBaseDepth() throws(DocumentError) {
    var total = 0
    for index in types.indices {
      var level = 0
      var members = 0
      var current = types[index]
      while case .object(let object)? = current?.shape {
        members += object.members.count
        guard let base = object.base else { break }
        level += 1
        guard level <= Self.maximumBaseDepth else {
          throw failure("at most \(Self.maximumBaseDepth) levels of bases", "more above \(names[index])")
        }
        current = types[Int(base.rawValue)]
      }
      guard members <= Self.maximumMembers else {
        throw failure("at most \(Self.maximumMembers) members in a type", "\(members) in \(names[index])")
      }
      total += members
      guard total <= Self.maximumMembersOfAllTypes else {
        throw failure("at most \(Self.maximumMembersOfAllTypes) members in a contract, inherited ones counted", "more")
      }
    }
  }

  private func containedTypes(of index: Int) -> [Int] {
    guard case .object(let object)? = types[index]?.shape else { return [] }
    let values = object.members.filter { member in
      !member.isNillable && types[Int(member.type.rawValue)]?.isValueType == true
    }
    return values.map { Int($0.type.rawValue) } + (object.base.map { [Int($0.rawValue)] } ?? [])
  }

  /// Own members only: a derived contract may repeat a base's name in its own namespace, as .NET allows.
  private func validateMemberNames() throws(DocumentError) {
    for type in types {
      guard case .object(let object)? = type?.shape, let name = type?.name else { continue }
      var seen: Set<String> = []
      for member in object.members {
        guard seen.insert(member.name).inserted else {
          throw failure("each member of \(name) once", "\"\(member.name)\" twice")
        }
        guard XMLNameEncoding.encode(member.name).utf8.count <= Int(UInt16.max) else {
          throw failure("names of at most 65535 bytes in \(name)", "\"\(member.name.prefix(40))\"")
        }
      }
    }
  }

  private func failure(_ expected: String, _ found: String) -> DocumentError {
    DocumentError(.contract, format: "contract", expected: expected, found: found)
  }
}

extension PrimitiveType {
  /// Whether the type is one of the eight integer types that an enumeration can have under it.
  public var isInteger: Bool {
    switch self {
    case .byte, .unsignedByte, .short, .unsignedShort, .int, .unsignedInt, .long, .unsignedLong: true
    default: false
    }
  }
}
