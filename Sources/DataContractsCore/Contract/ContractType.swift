/// One type of a contract: its name on the wire and its shape.
public struct ContractType: Sendable, Hashable {
  /// The data contract name, as it stands in XML: local names are encoded (`first_x0020_name`).
  public var name: QualifiedName
  /// What values of the type look like.
  public var shape: Shape
  /// Whether .NET holds the type by value. A value type has a default (0, `false`, `0001-01-01T00:00:00`, a structure
  /// of defaults) where a reference type has null.
  public var isValueType: Bool
  /// Whether objects of the type keep their identity (`z:Id`, `z:Ref`): .NET's `[DataContract(IsReference = true)]`.
  public var isReference: Bool
  /// The type's full name in C#, such as `Zoo.Square`, which ServiceStack writes for values of derived types. Default
  /// none: the name that .NET's default namespace tells.
  public var clrName: String?

  /// A type of a name and a shape.
  public init(
    name: QualifiedName, shape: Shape, isValueType: Bool = false, isReference: Bool = false, clrName: String? = nil
  ) {
    self.name = name
    self.shape = shape
    self.isValueType = isValueType
    self.isReference = isReference
    self.clrName = clrName
  }

  /// What values of a type look like.
  public enum Shape: Sendable, Hashable {
    case primitive(PrimitiveType)
    case object(ObjectContract)
    case list(ListContract)
    case dictionary(DictionaryContract)
    case enumeration(EnumerationContract)
    /// `System.Object`: any value, which then says its own type (`i:type`).
    case any
    /// A file of a multipart body: MultipartDataMediaFormatter's `HttpFile`.
    case file
  }
}

/// A data contract with members: a class or a structure.
public struct ObjectContract: Sendable, Hashable {
  /// The contract that this one extends. Its members come first in XML.
  public var base: Contract.TypeIndex?
  /// The contract's own members, in the order that DataContract XML gives them.
  public var members: [DataMember]
  /// Whether the contract can only be met through a derived one.
  public var isAbstract: Bool

  /// A contract whose members are given in the order of DataContract XML, as an XSD lists them.
  public init(base: Contract.TypeIndex? = nil, members: [DataMember], isAbstract: Bool = false) {
    self.base = base
    self.members = members
    self.isAbstract = isAbstract
  }

  /// A contract whose members are given as the class declares them: JSON and multipart follow that order, XML sorts
  /// by ``DataMember/inXMLOrder(_:)``.
  public init(base: Contract.TypeIndex? = nil, declaring members: [DataMember], isAbstract: Bool = false) {
    let positioned = members.enumerated().map { position, member in
      var member = member
      member.declaredPosition = position
      return member
    }
    self.init(base: base, members: DataMember.inXMLOrder(positioned), isAbstract: isAbstract)
  }
}

/// One member of an object: a property or field that a data contract puts on the wire.
public struct DataMember: Sendable, Hashable {
  /// The name of the data member: `[DataMember(Name = …)]` or the C# name. XML encodes it where XML allows fewer
  /// characters.
  public var name: String
  /// The property's name in C# where ``name`` is another one. Serializers that know no data contracts write it:
  /// System.Text.Json and MultipartDataMediaFormatter. Default none: the same as ``name``.
  public var clrName: String?
  /// The type of the member's values.
  public var type: Contract.TypeIndex
  /// Whether the member can be null: reference types and `Nullable<T>`.
  public var isNillable: Bool
  /// Whether a document without the member is refused: `[DataMember(IsRequired = true)]`. Default `false`.
  public var isRequired: Bool
  /// Whether a member that holds its type's default is written: `[DataMember(EmitDefaultValue = …)]`. Default `true`.
  public var emitsDefaultValue: Bool
  /// `[DataMember(Order = …)]`: members without it come first. Default none.
  public var order: Int?
  /// The member's position in the class's source text, which JSON and multipart follow; `nil` when the contract's
  /// source does not say, as an XSD does not: then those formats keep the order in which a document was read.
  public var declaredPosition: Int?

  /// A member; what is left out has the default that each property names.
  public init(
    _ name: String, _ type: Contract.TypeIndex, isNillable: Bool = false, isRequired: Bool = false,
    emitsDefaultValue: Bool = true, order: Int? = nil, declaredPosition: Int? = nil, clrName: String? = nil
  ) {
    self.name = name
    self.clrName = clrName
    self.type = type
    self.isNillable = isNillable
    self.isRequired = isRequired
    self.emitsDefaultValue = emitsDefaultValue
    self.order = order
    self.declaredPosition = declaredPosition
  }
}

/// A collection contract: `List<T>`, `T[]`, `[CollectionDataContract]`.
public struct ListContract: Sendable, Hashable {
  /// The type of the items.
  public var item: Contract.TypeIndex
  /// Whether an item can be null.
  public var itemIsNillable: Bool
  /// The element that holds one item, in the namespace of the collection's own contract: `int`, `Phone`.
  public var itemName: String

  /// A collection of items of one type.
  public init(of item: Contract.TypeIndex, isNillable: Bool, itemName: String) {
    self.item = item
    self.itemIsNillable = isNillable
    self.itemName = itemName
  }
}

/// A dictionary contract: `Dictionary<K, V>`.
public struct DictionaryContract: Sendable, Hashable {
  /// The type of the keys.
  public var key: Contract.TypeIndex
  /// Whether a key can be null, as XML's schemas allow and .NET's dictionaries do not.
  public var keyIsNillable: Bool
  /// The type of the values.
  public var value: Contract.TypeIndex
  /// Whether a value can be null.
  public var valueIsNillable: Bool
  /// The element that holds one entry, in the namespace of the dictionary's own contract: `KeyValueOfstringstring`.
  public var entryName: String
  /// Default `Key`.
  public var keyName: String
  /// Default `Value`.
  public var valueName: String

  /// A dictionary; `Key` and `Value` name the halves of an entry unless other names are given.
  public init(
    key: Contract.TypeIndex, keyIsNillable: Bool = false, value: Contract.TypeIndex, valueIsNillable: Bool,
    entryName: String, keyName: String = "Key", valueName: String = "Value"
  ) {
    self.key = key
    self.keyIsNillable = keyIsNillable
    self.value = value
    self.valueIsNillable = valueIsNillable
    self.entryName = entryName
    self.keyName = keyName
    self.valueName = valueName
  }
}

/// An enumeration: names, the numbers behind them, and whether they are flags.
public struct EnumerationContract: Sendable, Hashable {
  /// One name of an enumeration.
  public struct Value: Sendable, Hashable {
    /// The name on the wire: `[EnumMember(Value = …)]` or the C# name.
    public var name: String
    /// The number's bits; a negative number of a signed type is sign-extended.
    public var bits: UInt64
    /// The name in C# where ``name`` is another one, which MultipartDataMediaFormatter writes and Json.NET reads.
    /// Default none: the same as ``name``.
    public var clrName: String?

    /// A name and the number behind it.
    public init(_ name: String, bits: UInt64, clrName: String? = nil) {
      self.name = name
      self.bits = bits
      self.clrName = clrName
    }
  }

  /// The values in the order of their declaration, which decides how flags are written.
  public var values: [Value]
  /// `[Flags]`: a value is any set of names, written with a space between them.
  public var isFlags: Bool
  /// One of the eight integer types. Default ``PrimitiveType/int``, C#'s default.
  public var underlying: PrimitiveType

  /// An enumeration of these values.
  public init(values: [Value], isFlags: Bool = false, underlying: PrimitiveType = .int) {
    self.values = values
    self.isFlags = isFlags
    self.underlying = underlying
  }
}
