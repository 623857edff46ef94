#if Macros
  /// Gives a type a data contract: the contract, a decoder and an encoder for every format.
  ///
  /// ```swift
  /// @DataContract(namespace: .clr("CRM.AgencyPlatform.API.Internal"))
  /// struct ChatMember {
  ///   var chatMemberId: UUID?
  ///   @DataMember(name: "CUST_CODE", order: 2, isRequired: true) var customerCode: String?
  ///   @IgnoreDataMember var cache = 0
  /// }
  /// ```
  ///
  /// | on | what it is on the wire |
  /// |---|---|
  /// | a struct, a class | an object; every stored property is a member unless it is marked `@IgnoreDataMember` |
  /// | an enum without payloads | an enumeration; numbers are raw values, or the positions of cases |
  /// | an `OptionSet` | flags; its static constants are their names |
  /// | an enum whose cases hold one value each | a value of one of these types, which it names where the format can |
  ///
  /// A member that a document lacks has its initial value, is `nil` when it is optional, and is otherwise an error of
  /// code ``DocumentError/Code/missingMember``. A null that the property cannot hold is an error.
  ///
  /// A class gets an initializer, and so loses the one without parameters that Swift gives to classes that have none.
  ///
  /// - Parameters:
  ///   - name: Default: the type's name, behind those of the contracts in whose bodies it stands (`Outer.Inner`); in an
  ///     extension of one it has to be said. A generic
  ///     type's is a pattern in which `{0}` stands for the first argument's name and `{#}` for the digest of all of them;
  ///     default `NameOf{0}{1}{#}`.
  ///   - namespace: Default `http://schemas.datacontract.org/2004/07/`, that of a C# type without a namespace.
  ///   - isReference: Whether objects of a class keep their identity (`z:Id`, `z:Ref`). Default `false`.
  ///   - isValueType: Whether the type is a `struct` in C#, so that null is none of its values. Default `false`.
  ///   - isAbstract: Whether only derived contracts have values. Default `false`.
  ///   - base: The contract that a class extends, or that the cases of an enum derive from. A struct holds its base in a
  ///     property marked `@BaseContract`. Default none; for an enum `System.Object`.
  ///   - memberNames: How names of properties and cases become names on the wire. Default ``MemberNames/pascalCase``.
  ///   - clrName: The type's full name in C#, such as `Zoo.Square`, where neither `name` nor `namespace` tells it: what
  ///     ServiceStack writes for values of derived types.
  @attached(
    extension, conformances: DataContractType, DataContractDecodable, DataContractEncodable, DataContractObject,
    names: named(dataContractName), named(dataContract), named(canBeNull), named(dotNetDefault), named(dataMemberCount),
    named(declareDataContract), named(init(from:)), named(encode), named(encodeMembers), named(_AwaitedMembers)
  )
  @attached(
    member, conformances: DataContractType, DataContractDecodable, DataContractEncodable, DataContractObject,
    names: named(dataContractName), named(dataContract), named(canBeNull), named(dotNetDefault), named(dataMemberCount),
    named(declareDataContract), named(init(from:)), named(encode), named(encodeMembers), named(decode),
    named(_AwaitedMembers)
  )
  public macro DataContract(
    name: String? = nil, namespace: DataContractNamespace = .clr(""), isReference: Bool = false,
    isValueType: Bool = false, isAbstract: Bool = false, base: Any.Type? = nil,
    memberNames: MemberNames = .pascalCase, clrName: String? = nil
  ) = #externalMacro(module: "DataContractsMacros", type: "DataContractMacro")

  /// Gives a list or a dictionary a contract under a name of its own: a struct whose one stored property it is.
  ///
  /// ```swift
  /// @CollectionDataContract(name: "Prices", itemName: "Entry", keyName: "Sku", valueName: "Price", namespace: "urn:shop")
  /// struct Prices { var entries: [String: Double] }
  /// ```
  ///
  /// - Parameters:
  ///   - name: As ``DataContract(name:namespace:isReference:isValueType:isAbstract:base:memberNames:clrName:)`` takes it.
  ///   - itemName: The element of an item or entry. Default: the name of the item's contract, or `KeyValueOf…`.
  ///   - keyName: The element of an entry's key. Default `Key`.
  ///   - valueName: The element of an entry's value. Default `Value`.
  ///   - namespace: Default `http://schemas.datacontract.org/2004/07/`.
  ///   - isReference: Default `false`.
  @attached(
    extension, conformances: DataContractType, DataContractDecodable, DataContractEncodable,
    names: named(dataContractName), named(dataContract), named(declareDataContract), named(init(from:)), named(encode)
  )
  @attached(
    member, names: named(dataContractName), named(dataContract), named(declareDataContract), named(encode)
  )
  public macro CollectionDataContract(
    name: String? = nil, itemName: String? = nil, keyName: String? = nil, valueName: String? = nil,
    namespace: DataContractNamespace = .clr(""), isReference: Bool = false
  ) = #externalMacro(module: "DataContractsMacros", type: "CollectionDataContractMacro")

  /// Says of a stored property how it is a member.
  ///
  /// - Parameters:
  ///   - name: The name on the wire. Default: the property's name with its first letter in upper case.
  ///   - order: Members without one come first. Default none.
  ///   - isRequired: Whether a document without the member is refused, whatever the property could do without it.
  ///     Default `false`.
  ///   - emitDefaultValue: Whether the member is written when it is null, 0, `false` and so on. Default `true`. Without
  ///     it the property has to be optional or have an initial value.
  ///   - clrName: The property's name in C#, where that is another one than `name`: what serializers write that know no
  ///     data contracts, such as System.Text.Json. Default: the name on the wire.
  @attached(peer)
  public macro DataMember(
    name: String? = nil, order: Int? = nil, isRequired: Bool = false, emitDefaultValue: Bool = true,
    clrName: String? = nil
  ) = #externalMacro(module: "DataContractsMacros", type: "DataMemberMacro")

  /// Keeps a stored property, which needs an initial value, out of the contract.
  @attached(peer)
  public macro IgnoreDataMember() = #externalMacro(module: "DataContractsMacros", type: "IgnoreDataMemberMacro")

  /// Marks the property of a struct that holds the base of its contract: the base's members are the struct's own on the
  /// wire, and come first in XML.
  @attached(peer)
  public macro BaseContract() = #externalMacro(module: "DataContractsMacros", type: "BaseContractMacro")

  /// Names a case of an enum, or a static constant of an `OptionSet`, on the wire.
  ///
  /// - Parameters:
  ///   - value: Default: the case's name with its first letter in upper case, or its raw string.
  ///   - clrName: The name in C#, where that is another one. Default: the name on the wire.
  @attached(peer)
  public macro EnumMember(value: String? = nil, clrName: String? = nil) =
    #externalMacro(module: "DataContractsMacros", type: "EnumMemberMacro")

  /// Makes a derived type known to a contract. Repeat it for several.
  @attached(peer)
  public macro KnownType(_ type: Any.Type) = #externalMacro(module: "DataContractsMacros", type: "KnownTypeMacro")

  /// Makes a derived class known to its base by name.
  ///
  /// Swift 6.3 finds a circle where an attribute of a class mentions a class that derives from it.
  @attached(peer)
  public macro KnownType(_ name: StaticString) =
    #externalMacro(module: "DataContractsMacros", type: "KnownTypeMacro")
#endif
