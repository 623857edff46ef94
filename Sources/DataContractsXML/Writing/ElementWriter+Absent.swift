import DataContractsCore

extension ElementWriter {
  /// Writes a member that the document does not have as a .NET object would show it: null, or its type's default.
  mutating func absent(_ member: CompiledMember) throws(DocumentError) {
    try absent(
      member.xmlName, UInt32(member.namespace), member.type, isNillable: member.isNillable,
      saysType: member.isAmbiguous, in: UInt32(member.namespace))
  }

  private mutating func absent(
    _ name: ContractText, _ namespace: NamespaceIndex, _ declared: UInt16, isNillable: Bool, saysType: Bool,
    in owner: NamespaceIndex
  ) throws(DocumentError) {
    let type = table.compiled[Int(declared)]
    let isNull = isNillable || !type.isValueType
    var element = begin(name, namespace, holding: isNull ? nil : type)
    declareContent(of: type, in: owner)
    if isNull {
      markNil()
      close(&element)
      return end(element)
    }
    if saysType { mark(type: bytes(type.name), in: UInt32(type.namespace)) }
    try defaultValue(of: type, declared, in: &element)
  }

  private mutating func defaultValue(
    of type: CompiledType, _ index: UInt16, in element: inout Element
  ) throws(DocumentError) {
    switch type.shape {
    case .primitive where type.primitive == .dateTimeOffset:
      try defaultOffset(type, in: &element)
    case .primitive:
      close(&element)
      if let text = type.primitive.defaultText { output.append(text) }
      endWithContent(element)
    case .enumeration: try defaultEnumeration(index, in: &element)
    case .object: try defaultStructure(type, in: &element)
    default:
      close(&element)
      end(element)
    }
  }

  private mutating func defaultOffset(_ type: CompiledType, in element: inout Element) throws(DocumentError) {
    close(&element)
    let namespace = UInt32(type.namespace)
    for (name, text) in [("DateTime", "0001-01-01T00:00:00Z"), ("OffsetMinutes", "0")] {
      var name = name
      name.withUTF8 { name in
        var part = begin(name, namespace)
        close(&part)
        output.append(text)
        endWithContent(part)
      }
    }
    end(element)
  }

  private mutating func defaultEnumeration(_ index: UInt16, in element: inout Element) throws(DocumentError) {
    guard case .enumeration(let contract) = table.types[Int(index)].shape else { return end(element) }
    let text = contract.canonicalText(of: 0)
    // Flags without a name for 0 are written as nothing; other enumerations cannot say it at all.
    guard contract.isFlags || contract.values.contains(where: { $0.bits == 0 }) else {
      throw failure("an enumeration \(table.types[Int(index)].name) with a value 0", "an absent member")
    }
    close(&element)
    var name = text
    try name.withUTF8Pointer { text throws(DocumentError) in try appendText(text) }
    end(element)
  }

  /// A structure of defaults. Structures cannot contain themselves, so this ends.
  private mutating func defaultStructure(_ type: CompiledType, in element: inout Element) throws(DocumentError) {
    close(&element)
    for position in type.memberRange where table.members[position].emitsDefaultValue {
      try absent(table.members[position])
    }
    end(element)
  }
}
