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
}
