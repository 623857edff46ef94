/// The names that .NET gives to the contracts of Swift types that have none.
///
/// Structures and classes are taken for C#'s classes, and types with raw values for its enumerations.
enum CodableName {
  /// The name of a contract where others are made of it: that of a nullable value type is `NullableOf…`.
  ///
  /// - Parameter namespace: That of types without a contract.
  static func of(_ type: Any.Type, in namespace: String) -> QualifiedName {
    switch type {
    case let type as any CompoundCodableName.Type: return type.codableName(in: namespace)
    case let type as any DataContractType.Type: return type.dataContractName
    case is Int128.Type, is UInt128.Type: return PrimitiveType.decimal.contractName
    default:
      let name = String(describing: type)
      return name.utf8.last == UInt8(ascii: ">")
        ? GenericTypeNames.name(of: type).ownContractName(in: namespace) : plain(name, in: namespace)
    }
  }

  /// The name of the element of a value that is a document's root or a list's item: a nullable value has that of what
  /// it is otherwise.
  static func ofElement(_ type: Any.Type, in namespace: String) -> QualifiedName {
    guard let optional = type as? any OptionalCodableName.Type else { return of(type, in: namespace) }
    return ofElement(optional.wrapped, in: namespace)
  }

  /// The namespace of a value's members or items; `nil` for a value that is text.
  static func contentNamespace(of type: Any.Type, in namespace: String) -> String? {
    if let optional = type as? any OptionalCodableName.Type {
      return contentNamespace(of: optional.wrapped, in: namespace)
    }
    switch type {
    case is any CodableScalar.Type, is any DataContractScalar.Type, is any RawRepresentable.Type, is [UInt8].Type:
      return nil
    default: return of(type, in: namespace).namespace
    }
  }

  /// The type's name without those that it is nested in.
  fileprivate static func plain(_ name: String, in namespace: String) -> QualifiedName {
    QualifiedName(namespace: namespace, localName: XMLNameEncoding.encode(name))
  }

  /// Whether .NET would hold values of the type as they are, so that one that can be null is a `Nullable<T>`.
  fileprivate static func isValueType(_ type: Any.Type) -> Bool {
    switch type {
    case is any OptionalCodableName.Type: false
    case let type as any DataContractType.Type: !type.canBeNull
    case is any CodableScalar.Type, is any RawRepresentable.Type: true
    default: false
    }
  }
}

extension SwiftTypeName {
  /// The name of the type's contract, which is a generic one's where it has arguments.
  fileprivate func ownContractName(in namespace: String) -> QualifiedName {
    guard !arguments.isEmpty else { return CodableName.plain(name, in: namespace) }
    return ContractName.generic(name, of: arguments.map { $0.contractName(in: namespace) }, namespace: namespace)
  }

  /// The name that is asked of the type, or of those of its arguments that were found.
  private func contractName(in namespace: String) -> QualifiedName {
    if let type { return CodableName.of(type, in: namespace) }
    guard isStandard else { return ownContractName(in: namespace) }
    let names = arguments.map { $0.contractName(in: namespace) }
    return switch (name, names.count) {
    case ("Optional", 1): names[0]
    case ("Array", 1), ("Set", 1): ContractName.arrayOf(names[0])
    case ("Dictionary", 2): ContractName.arrayOf(ContractName.keyValueOf(key: names[0], value: names[1]))
    default: ownContractName(in: namespace)
    }
  }
}

/// A type whose contract name is made of those of others.
protocol CompoundCodableName {
  static func codableName(in namespace: String) -> QualifiedName
}

/// An optional.
protocol OptionalCodableName: CompoundCodableName {
  static var wrapped: Any.Type { get }
}

extension Optional: OptionalCodableName {
  static var wrapped: Any.Type { Wrapped.self }

  static func codableName(in namespace: String) -> QualifiedName {
    let name = CodableName.of(Wrapped.self, in: namespace)
    return CodableName.isValueType(Wrapped.self) ? ContractName.nullableOf(name) : name
  }
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
