extension ContractType {
  /// The type's full name in C#: ``clrName``, otherwise the one from which .NET makes the contract's name by default;
  /// `nil` where the contract's namespace is not of that kind.
  package var fullCLRName: String? {
    if let clrName { return clrName }
    guard name.namespace.hasPrefix(DotNetNamespace.dataContract) else { return nil }
    let namespace = name.namespace.dropFirst(DotNetNamespace.dataContract.count)
    return namespace.isEmpty ? name.localName : "\(namespace).\(name.localName)"
  }
}

extension QualifiedName {
  /// Whether the name is that of a `KeyValuePair<K, V>`, whose data members are `key` and `value`.
  package var isKeyValuePair: Bool {
    namespace == DotNetNamespace.systemCollectionsGeneric && localName.hasPrefix("KeyValuePairOf")
  }
}
