import DataContractsCore

extension JSONWriter {
  /// Most members that absent structures may have in one document: 1,000,000.
  ///
  /// A contract of a few structures that hold each other twice describes defaults of any size.
  private static let maximumDefaultMembers = 1_000_000

  /// Writes what a .NET object shows for a member that the document at `index` does not have.
  @inline(never)
  mutating func writeAbsentMember(
    _ index: Int, _ member: CompiledMember, _ isFirst: inout Bool
  ) throws(DocumentError) {
    let type = contract.type(member.type)
    if !member.emitsDefaultValue, suppressesDefault(of: type) { return }
    let isNull = member.isNillable || !hasDefault(type)
    if isNull, dialect.nulls == .omitted { return }
    writeName(of: member, &isFirst)
    if isNull { output.put("null") } else { try writeDefault(index, member.type) }
  }

  private mutating func suppressesDefault(of type: CompiledType) -> Bool {
    switch dialect.suppressedDefaults {
    case .none: false
    case .all: true
    case .allButEnumerations: type.shape != .enumeration
    }
  }

  /// Whether the type's default is a value and not null.
  private mutating func hasDefault(_ type: CompiledType) -> Bool {
    switch type.shape {
    case .primitive: type.primitive.defaultText != nil
    case .enumeration: true
    case .object: type.isValueType
    default: false
    }
  }

  private mutating func writeDefault(_ index: Int, _ typeIndex: UInt16) throws(DocumentError) {
    let type = contract.type(typeIndex)
    switch type.shape {
    case .enumeration: writeEnumeration(0, of: typeIndex)
    case .object:
      if namesStructures, let name = structureName(typeIndex) { return writeString(name) }
      try writeDefaultMembers(index, type)
    default:
      guard let text = type.primitive.defaultText else { return output.put("null") }
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      try writeScalar(index, type.primitive.kind, typeIndex, bytes)
    }
  }

  /// Writes a structure of defaults. ``ContractBuilder`` has made sure that it does not contain itself.
  private mutating func writeDefaultMembers(_ index: Int, _ type: CompiledType) throws(DocumentError) {
    defaultMembers += Int(type.memberCount)
    guard defaultMembers <= Self.maximumDefaultMembers, level <= Limits.maximumDepth + 32 else {
      throw notRepresentable(
        index, expected: "default structures of at most \(Self.maximumDefaultMembers) members", found: "larger ones")
    }
    begin(0x7B)
    var isFirst = true
    for position in 0..<Int(type.memberCount) {
      let place =
        dialect.memberOrder != .xml && type.hasDeclaredOrder
        ? contract.declared(position, from: Int(type.memberStart)) : position
      try writeAbsentMember(index, contract.member(Int(type.memberStart) + place), &isFirst)
    }
    end(0x7D, isEmpty: isFirst)
  }
}
