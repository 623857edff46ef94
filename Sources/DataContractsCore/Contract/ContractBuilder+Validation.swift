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
    for start in types.indices where !finished[start] {
      // Depth-first with an explicit stack: a contract may come from untrusted XSD.
      var path: [(type: Int, next: Int)] = [(start, 0)]
      var onPath: Set<Int> = [start]
      while let (current, next) = path.last {
        let contained = containedTypes(of: current)
        guard next < contained.count else {
          finished[current] = true
          onPath.remove(current)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = contained[next]
        guard !onPath.contains(target) else {
          throw failure("a type that does not contain itself", "\(names[target])")
        }
        if !finished[target] {
          path.append((target, 0))
          onPath.insert(target)
        }
      }
    }
    try validateBaseDepth()
    try validateMemberNames()
  }

  /// Members are compiled with those of all bases, so long chains would take quadratic room.
  private func validateBaseDepth() throws(DocumentError) {
    for index in types.indices {
      var level = 0
      var current = types[index]
      while case .object(let object)? = current?.shape, let base = object.base {
        level += 1
        guard level <= Self.maximumBaseDepth else {
          throw failure("at most \(Self.maximumBaseDepth) levels of bases", "more above \(names[index])")
        }
        current = types[Int(base.rawValue)]
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
