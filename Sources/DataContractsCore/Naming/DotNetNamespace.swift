/// The namespaces that .NET's serializers write.
public enum DotNetNamespace {
  /// .NET's own primitives (`char`, `guid`, `duration`, `anyType` …) and the attributes `z:Id` and `z:Ref`.
  public static let serialization = "http://schemas.microsoft.com/2003/10/Serialization/"
  /// Collections of primitives, and dictionaries.
  public static let arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
  /// What a CLR namespace is put behind to make the default contract namespace.
  public static let dataContract = "http://schemas.datacontract.org/2004/07/"
  /// Contracts of `System`: `DateTimeOffset`, `Nullable`, tuples.
  public static let system = "http://schemas.datacontract.org/2004/07/System"
  /// Contracts of `System.Collections.Generic`: `KeyValuePair`.
  public static let systemCollectionsGeneric =
    "http://schemas.datacontract.org/2004/07/System.Collections.Generic"
  /// XML Schema: `int`, `string`, `dateTime` …
  public static let xmlSchema = "http://www.w3.org/2001/XMLSchema"
  /// XML Schema's attributes in documents: `i:nil`, `i:type`.
  public static let xmlSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
  /// The namespace of `xmlns` attributes.
  public static let xmlns = "http://www.w3.org/2000/xmlns/"
  /// The namespace that ServiceStack's templates give to contracts.
  public static let serviceStackTypes = "http://schemas.servicestack.net/types"
  /// MultipartDataMediaFormatter's `HttpFile` and `FormData`.
  public static let multipartDataMediaFormatter =
    "http://schemas.datacontract.org/2004/07/MultipartDataMediaFormatter.Infrastructure"

  /// The contract namespace that a type gets by default.
  ///
  /// - Parameter clrNamespace: the C# namespace, such as `Acme.Shop`; empty for a type without one.
  /// - SeeAlso: [Data contract names](https://learn.microsoft.com/dotnet/framework/wcf/feature-details/data-contract-names)
  public static func namespace(forCLR clrNamespace: String) -> String {
    dataContract + clrNamespace
  }

  /// Whether names in the namespace stand for themselves in the names of generic contracts: XML Schema's and
  /// .NET's primitives.
  public static func isBuiltIn(_ namespace: String) -> Bool {
    namespace == xmlSchema || namespace == serialization
  }
}
