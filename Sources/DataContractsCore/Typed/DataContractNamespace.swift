/// The namespace of a data contract: a URI, or what .NET makes of a C# namespace.
///
/// ```swift
/// @DataContract(namespace: "urn:chat")
/// @DataContract(namespace: .clr("Acme.Shop"))   // http://schemas.datacontract.org/2004/07/Acme.Shop
/// ```
public struct DataContractNamespace: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The namespace as it stands in documents; empty for none.
  public let uri: String
  private let clrNamespace: String?

  private init(uri: String, clrNamespace: String?) {
    self.uri = uri
    self.clrNamespace = clrNamespace
  }

  /// A namespace by its URI.
  public init(stringLiteral uri: String) { self.init(uri: uri, clrNamespace: nil) }

  /// .NET's default namespace for types of a C# namespace; empty for types without one.
  public static func clr(_ name: String) -> DataContractNamespace {
    DataContractNamespace(uri: DotNetNamespace.namespace(forCLR: name), clrNamespace: name)
  }

  /// The full name that a type of the namespace has in C#; `nil` where only the URI is known.
  public func clrName(of type: String) -> String? {
    clrNamespace.map { $0.isEmpty ? type : "\($0).\(type)" }
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
