extension ContractType {
  /// The type's full name in C#: ``clrName``, otherwise the one from which .NET makes the contract's name by default;
  /// `nil` where the contract's namespace is not of that kind.
  package var fullCLRName: String? {
    clrName ?? name.clrName
  }
}

extension QualifiedName {
  /// The full name in C# of a type whose contract has the name by default; `nil` where the namespace is not of that kind.
  package var clrName: String? {
    guard namespace.hasPrefix(DotNetNamespace.dataContract) else { return nil }
    let clrNamespace = namespace.dropFirst(DotNetNamespace.dataContract.count)
    return clrNamespace.isEmpty ? localName : "\(clrNamespace).\(localName)"
  }

  /// Whether the name is that of a `KeyValuePair<K, V>`, whose data members are `key` and `value`.
  package var isKeyValuePair: Bool {
    namespace == DotNetNamespace.systemCollectionsGeneric && localName.hasPrefix("KeyValuePairOf")
  }

  /// The name in C# of the property behind a data member that .NET itself names: `Key` for `key` of a
  /// `KeyValuePair<K, V>`, `Item1` for `m_Item1` of a tuple, `Name` for `<Name>k__BackingField` of a `[Serializable]`
  /// type; `nil` for any other.
  package func propertyName(ofMember member: String) -> String? {
    let backingField = ">k__BackingField"
    if isKeyValuePair { return member.prefix(1).uppercased() + member.dropFirst() }
    if namespace == DotNetNamespace.system, localName.hasPrefix("TupleOf"), member.hasPrefix("m_") {
      return String(member.dropFirst(2))
    }
    guard member.hasPrefix("<"), member.hasSuffix(backingField) else { return nil }
    return String(member.dropFirst().dropLast(backingField.count))
  }
}
