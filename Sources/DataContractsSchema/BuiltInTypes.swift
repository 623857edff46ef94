import DataContractsCore

/// The types that every contract has, whether or not a schema file declares them.
enum BuiltInTypes {
  /// The type behind a name that schemas refer to; `nil` when a file has to define it.
  static func index(of name: QualifiedName) -> Contract.TypeIndex? { indices[name] }

  private static let indices: [QualifiedName: Contract.TypeIndex] = {
    var indices: [QualifiedName: Contract.TypeIndex] = [
      QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "anyType"): .any,
      QualifiedName(namespace: DotNetNamespace.multipartDataMediaFormatter, localName: "HttpFile"): .file,
    ]
    for type in PrimitiveType.allCases { indices[type.contractName] = .primitive(type) }
    return indices
  }()

  /// The primitive of a name in XML Schema or the serialization namespace.
  static func primitive(_ name: QualifiedName) -> PrimitiveType? {
    PrimitiveType.allCases.first { $0.contractName == name }
  }
}
