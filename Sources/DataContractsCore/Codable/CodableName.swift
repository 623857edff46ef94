/// The names that .NET gives to the contracts of Swift types that have none.
enum CodableName {
  /// - Parameter namespace: That of types without a contract.
  static func of(_ type: Any.Type, in namespace: String) -> QualifiedName {
    switch type {
    case let type as any CompoundCodableName.Type: type.codableName(in: namespace)
    case let type as any DataContractType.Type: type.dataContractName
    case is Int128.Type, is UInt128.Type: PrimitiveType.decimal.contractName
    default: QualifiedName(namespace: namespace, localName: XMLNameEncoding.encode(plainName(of: type)))
    }
  }

  /// The type's name without those that it is nested in; `BoxOfInt` for `Box<Int>`, whose argument cannot be asked for
  /// its contract.
  private static func plainName(of type: Any.Type) -> String {
    let name = String(describing: type)
    guard let bracket = name.firstIndex(of: "<") else { return name }
    return name[..<bracket] + "Of" + name[bracket...].filter { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}

/// A type whose contract name is made of those of others.
protocol CompoundCodableName {
  static func codableName(in namespace: String) -> QualifiedName
}

extension Optional: CompoundCodableName {
  static func codableName(in namespace: String) -> QualifiedName { CodableName.of(Wrapped.self, in: namespace) }
}

extension Array: CompoundCodableName {
  static func codableName(in namespace: String) -> QualifiedName {
    Element.self == UInt8.self
      ? PrimitiveType.base64Binary.contractName : ContractName.arrayOf(CodableName.of(Element.self, in: namespace))
  }
}

extension Set: CompoundCodableName {
  static func codableName(in namespace: String) -> QualifiedName {
    ContractName.arrayOf(CodableName.of(Element.self, in: namespace))
  }
}

extension Dictionary: CompoundCodableName {
  static func codableName(in namespace: String) -> QualifiedName {
    ContractName.arrayOf(entryName(in: namespace))
  }

  static func entryName(in namespace: String) -> QualifiedName {
    ContractName.keyValueOf(
      key: CodableName.of(Key.self, in: namespace), value: CodableName.of(Value.self, in: namespace))
  }
}
