/// Gathers Swift types into one contract, each once.
///
/// ``DataContractType/declareDataContract(in:)`` is called with it.
public struct ContractTypes {
  var builder = ContractBuilder()
  private(set) var indices: [ObjectIdentifier: Contract.TypeIndex] = [:]
  /// Collections of one name are one contract, whatever they are in Swift: `[Int32]` and `Set<Int32>`.
  private var collections: [QualifiedName: Contract.TypeIndex] = [:]
  private var objects: Set<QualifiedName> = []
  private var failure: DocumentError?

  /// The index of a type, which is declared when it is new.
  public mutating func index<T: DataContractType>(of type: T.Type) -> Contract.TypeIndex {
    if let known = indices[ObjectIdentifier(type)] { return known }
    let index = type.declareDataContract(in: &self)
    indices[ObjectIdentifier(type)] = index
    return index
  }

  /// A data member whose values are of a Swift type; what is left out has the default that ``DataMember`` names.
  public mutating func member<T: DataContractType>(
    _ name: String, _ type: T.Type, order: Int? = nil, isRequired: Bool = false, emitsDefaultValue: Bool = true,
    clrName: String? = nil
  ) -> DataMember {
    DataMember(
      name, index(of: type), isNillable: type.canBeNull, isRequired: isRequired, emitsDefaultValue: emitsDefaultValue,
      order: order, clrName: clrName)
  }

  /// Declares an object contract under the type's name.
  ///
  /// - Parameters:
  ///   - type: The Swift type. It may be among the types of its own members.
  ///   - isReference: Whether objects keep their identity.
  ///   - isAbstract: Whether only derived contracts have values.
  ///   - clrName: The full name in C#; see ``ContractType/clrName``.
  ///   - contract: The members, asked for once the type itself has an index.
  public mutating func object<T: DataContractType>(
    _ type: T.Type, isReference: Bool = false, isAbstract: Bool = false, clrName: String? = nil,
    _ contract: (inout ContractTypes) -> ObjectContract
  ) -> Contract.TypeIndex {
    let index = declare(type)
    var object = contract(&self)
    object.isAbstract = isAbstract
    builder.define(
      index, .object(object), isValueType: !type.canBeNull, isReference: isReference, clrName: clrName)
    return index
  }

  /// Declares an enumeration contract under the type's name.
  public mutating func enumeration<T: DataContractType>(
    _ type: T.Type, _ contract: EnumerationContract, clrName: String? = nil
  ) -> Contract.TypeIndex {
    let index = declare(type)
    builder.define(index, .enumeration(contract), isValueType: true, clrName: clrName)
    return index
  }

  /// Declares a list contract under the type's name.
  ///
  /// - Parameter itemName: The element of an item; by default the name of the item's contract.
  public mutating func list<T: DataContractType, Item: DataContractType>(
    _ type: T.Type, of item: Item.Type, itemName: String? = nil, isReference: Bool = false
  ) -> Contract.TypeIndex {
    collection(type, isReference: isReference) { types in
      let index = types.index(of: item)
      return .list(
        ListContract(of: index, isNillable: item.canBeNull, itemName: itemName ?? types.name(of: index).localName))
    }
  }

  /// Declares a dictionary contract under the type's name.
  ///
  /// - Parameters:
  ///   - entryName: The element of an entry; by default `KeyValueOf` and the names of key and value.
  ///   - keyName: Default `Key`.
  ///   - valueName: Default `Value`.
  public mutating func dictionary<T: DataContractType, Key: DataContractType, Value: DataContractType>(
    _ type: T.Type, key: Key.Type, value: Value.Type, entryName: String? = nil, keyName: String = "Key",
    valueName: String = "Value"
  ) -> Contract.TypeIndex {
    collection(type, isReference: false) { types in
      let entry = ContractName.keyValueOf(key: key.dataContractName, value: value.dataContractName)
      return .dictionary(
        DictionaryContract(
          key: types.index(of: key), keyIsNillable: key.canBeNull, value: types.index(of: value),
          valueIsNillable: value.canBeNull, entryName: entryName ?? entry.localName, keyName: keyName,
          valueName: valueName))
    }
  }

  /// The finished contract.
  consuming func contract() throws(DocumentError) -> Contract {
    if let failure { throw failure }
    return try builder.contract()
  }
}

extension ContractTypes {
  /// Gives a type its index before its members are asked for, so that they can be of the same type.
  private mutating func declare<T: DataContractType>(_ type: T.Type) -> Contract.TypeIndex {
    let name = type.dataContractName
    if !objects.insert(name).inserted {
      failure = DocumentError(
        .contract, format: "contract", expected: "each contract name for one Swift type",
        found: "\(name) again for \(type)")
    }
    let index = builder.declare(name)
    indices[ObjectIdentifier(type)] = index
    return index
  }

  private mutating func collection<T: DataContractType>(
    _ type: T.Type, isReference: Bool, _ shape: (inout ContractTypes) -> ContractType.Shape
  ) -> Contract.TypeIndex {
    let name = type.dataContractName
    if let known = collections[name] { return known }
    let index = builder.declare(name)
    collections[name] = index
    indices[ObjectIdentifier(type)] = index
    builder.define(index, shape(&self), isReference: isReference)
    return index
  }

  /// The name of the contract behind an index.
  func name(of index: Contract.TypeIndex) -> QualifiedName { builder.names[Int(index.rawValue)] }
}
