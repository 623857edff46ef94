/// The namespace of a data contract: a URI, or what .NET makes of a C# namespace.
///
/// ```swift
/// @DataContract(namespace: "urn:chat")
/// @DataContract(namespace: .clr("Acme.Shop"))   // http://schemas.datacontract.org/2004/07/Acme.Shop
/// ```
public struct DataContractNamespace: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The namespace as it stands in documents; empty for none.
  public let uri: String

  /// A namespace by its URI.
  public init(stringLiteral uri: String) { self.uri = uri }

  /// .NET's default namespace for types of a C# namespace; empty for types without one.
  public static func clr(_ name: String) -> DataContractNamespace {
    DataContractNamespace(stringLiteral: DotNetNamespace.namespace(forCLR: name))
  }
}

extension QualifiedName {
  /// The name of a data contract, in XML's encoding.
  public init(dataContract name: String, in namespace: DataContractNamespace) {
    self.init(namespace: namespace.uri, localName: XMLNameEncoding.encode(name))
  }

  /// The name of a closed generic contract; see ``ContractName/expand(_:with:arity:)`` for the pattern.
  public init(dataContract pattern: String, of arguments: [QualifiedName], in namespace: DataContractNamespace) {
    let name = ContractName.expand(pattern, with: arguments) ?? pattern
    self.init(namespace: namespace.uri, localName: XMLNameEncoding.encode(name))
  }

  /// `System.Object`: `xs:anyType`.
  public static var anyType: QualifiedName {
    QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "anyType")
  }
}

/// How the names of Swift properties and cases become names on the wire.
public enum MemberNames: Sendable, Hashable {
  /// The first letter in upper case, as C# names its properties: `chatId` to `ChatId`.
  case pascalCase
  /// As they are in Swift.
  case asDeclared
}
