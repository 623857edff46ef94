/// One content, before it is written in a format: what the generator makes and the writers of this module spell.
///
/// The writers here are simple and independent of the library, so that the corpus can also check what it reads and
/// writes.
public enum Value: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case text(String)
  /// Lower case with hyphens, 36 characters.
  case guid(String)
  case moment(Moment)
  case record(Record)
  /// Items of one contract; `itemName` is the XML element of each.
  case list(itemName: String, namespace: Namespace, items: [Value])
  /// A dictionary of strings, `KeyValueOfstringstring` in XML.
  case map([Pair])

  /// An entry of a dictionary of strings.
  public struct Pair: Sendable, Equatable {
    public let key: String
    public let value: String
  }
}

/// An object: its data contract's namespace and its members in the order in which C# declares them.
public struct Record: Sendable, Equatable {
  public let namespace: Namespace
  /// Whether the declared order is also XML's (every member has an `Order`); otherwise XML sorts by ordinal name.
  public let isOrdered: Bool
  public let members: [Member]

  /// A data member and its value.
  public struct Member: Sendable, Equatable {
    public let name: String
    public let value: Value
  }

  init(_ namespace: Namespace, isOrdered: Bool = false, _ members: KeyValuePairs<String, Value>) {
    self.namespace = namespace
    self.isOrdered = isOrdered
    self.members = members.map { Member(name: $0.key, value: $0.value) }
  }

  init(_ namespace: Namespace, members: [Member]) {
    self.namespace = namespace
    isOrdered = false
    self.members = members
  }

  /// The members as DataContractSerializer orders them.
  var membersInXMLOrder: [Member] {
    isOrdered ? members : members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

/// The namespaces of the contracts in the corpus.
public enum Namespace: String, Sendable {
  case chat = "http://schemas.datacontract.org/2004/07/CRM.AgencyPlatform.API.Internal"
  case support = "http://schemas.datacontract.org/2004/07/SuntechSupportServices.Models.CustomerSupport"
  case serviceStack = "http://schemas.servicestack.net/types"
  case arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
}
