/// How `Codable` types meet a document, beside what the format itself says.
///
/// ```swift
/// var options = CodableOptions()
/// options.memberNames = .pascalCase
/// let chats = try JSONFormat.webAPI.decode([Chat].self, from: body, options: options)
/// ```
public struct CodableOptions: Sendable {
  /// How coding keys become the names of members. The keys of dictionaries stay as they are.
  public enum MemberNames: Sendable, Hashable {
    /// As the coding key's string is, and read in exactly that case.
    case asDeclared
    /// The first letter in upper case: `chatId` to `ChatId`, read in exactly that case.
    case pascalCase
    /// In camelCase, as ``CamelCase/jsonNet(_:)`` makes it: `ChatId` to `chatId`. Read in any case; where two members
    /// differ in case alone, the one that is spelled as the key is.
    case camelCase
  }

  /// In which order the members of an object are written.
  public enum MemberOrder: Sendable, Hashable {
    /// As the type encodes them.
    case asEncoded
    /// As DataContractSerializer sorts them: by name, by the UTF-16 code units of its XML form.
    case byName
  }

  /// What is written for a member that is `nil`.
  public enum NilMembers: Sendable, Hashable {
    /// Nothing, as JSONEncoder does.
    case omitted
    /// Null, as Json.NET and DataContractSerializer do.
    case written
  }

  /// What XML says that other formats do not.
  public struct XML: Sendable, Hashable {
    /// The name of the root element. Default `nil`: .NET's name for the type, such as `Chat` and `ArrayOfChat`.
    public var rootName: String?
    /// The namespace of all types that have none of their own. Default ``DataContractNamespace/clr(_:)`` of an empty
    /// name: `http://schemas.datacontract.org/2004/07/`.
    public var namespace = Self.defaultNamespace
    /// Default ``MemberOrder/byName``.
    public var memberOrder = MemberOrder.byName
    /// The element of a list's item by the name of its Swift type, such as `["Chat": "chat"]`. Default none: .NET's
    /// name for the type, such as `Chat`, `string` and `ArrayOfint`.
    public var itemNames: [String: String] = [:]

    private static let defaultNamespace = DataContractNamespace.clr("")

    /// The defaults that each property names.
    public init() {}
  }

  /// Default ``MemberNames/asDeclared``.
  public var memberNames = MemberNames.asDeclared
  /// Default ``NilMembers/omitted``.
  public var nilMembers = NilMembers.omitted
  /// Values round one another that a decoder or encoder goes into, 1 through ``Limits/maximumDepth``. Default 256.
  ///
  /// `Codable` types are followed recursively: the bound keeps a type that codes itself, and a long chain of objects,
  /// from exhausting the stack. At 256 levels half of a thread's stack of 512 KiB is left; 1000 want 1 MiB. What is
  /// read is bounded by ``Limits/depth`` before.
  public var depth = 256
  /// What is handed to the types through `Decoder.userInfo` and `Encoder.userInfo`. Default empty.
  public var userInfo: [CodingUserInfoKey: any Sendable] = [:]
  /// Element names, namespaces and order. Formats other than XML take no notice.
  public var xml = XML()

  /// The defaults that each property names.
  public init() {}
}

extension CodableOptions {
  /// ``depth`` within 1 through ``Limits/maximumDepth``.
  var effectiveDepth: Int { min(max(depth, 1), Limits.maximumDepth) }
}

extension CodableOptions.MemberNames {
  /// The name of a member on the wire.
  func name(of key: String) -> String {
    switch self {
    case .asDeclared: key
    case .pascalCase: PascalCase.dotNet(key)
    case .camelCase: CamelCase.jsonNet(key)
    }
  }

  /// The coding key's string that a name on the wire stands for, where the name itself is no key.
  func key(of name: String) -> String {
    switch self {
    case .asDeclared: name
    case .pascalCase: name.prefix(1).lowercased() + name.dropFirst()
    case .camelCase: name.prefix(1).uppercased() + name.dropFirst()
    }
  }
}
