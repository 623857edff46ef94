/// Declares the types of a contract, checks them against each other and compiles them.
///
/// A type is declared before it is defined, so that types can refer to each other and to themselves.
///
/// ```swift
/// var builder = ContractBuilder()
/// let node = builder.declare(QualifiedName(namespace: "urn:tree", localName: "Node"))
/// let nodes = builder.list(of: node, name: QualifiedName(namespace: "urn:tree", localName: "ArrayOfNode"), itemName: "Node")
/// builder.define(node, .object(ObjectContract(declaring: [
///   DataMember("Name", .primitive(.string), isNillable: true),
///   DataMember("Kids", nodes, isNillable: true),
/// ])))
/// builder.addRoot(element: QualifiedName(namespace: "urn:tree", localName: "Node"), type: node)
/// let contract = try builder.contract()
/// ```
public struct ContractBuilder: Sendable {
  private(set) var types: [ContractType?]
  private(set) var names: [QualifiedName]
  private(set) var roots: [Contract.Root] = []

  /// Most types of one contract, the 24 built-in ones included: 65,535.
  public static let maximumTypes = Int(UInt16.max)

  /// Most levels of bases above one type: 64.
  static let maximumBaseDepth = 64

  /// Most members of one type, those of its bases included: 65,535.
  static let maximumMembers = Int(UInt16.max)

  /// Most members of all types together, where each type counts those of its bases: 1,000,000.
  static let maximumMembersOfAllTypes = 1_000_000

  /// Most values that a structure holds inside itself, through the structures that it is made of: 100,000.
  static let maximumValueSize = 100_000

  /// A builder that knows the built-in types alone.
  public init() {
    types = ContractTable.builtInTypes
    names = ContractTable.builtInTypes.map(\.name)
  }

  /// Reserves an index for a type whose shape is given later with ``define(_:_:isValueType:isReference:clrName:)``.
  public mutating func declare(_ name: QualifiedName) -> Contract.TypeIndex {
    types.append(nil)
    names.append(name)
    return Contract.TypeIndex(UInt16(clamping: types.count - 1))
  }

  /// Gives a declared type its shape. An index that this builder did not declare is ignored here and reported by
  /// ``contract()`` where something refers to it.
  public mutating func define(
    _ index: Contract.TypeIndex, _ shape: ContractType.Shape, isValueType: Bool = false, isReference: Bool = false,
    clrName: String? = nil
  ) {
    let slot = Int(index.rawValue)
    guard slot >= Int(Contract.TypeIndex.firstDeclared.rawValue), slot < types.count else { return }
    types[slot] = ContractType(
      name: names[slot], shape: shape, isValueType: isValueType, isReference: isReference, clrName: clrName)
  }

  /// Declares and defines a type at once.
  public mutating func add(
    _ name: QualifiedName, _ shape: ContractType.Shape, isValueType: Bool = false, isReference: Bool = false,
    clrName: String? = nil
  ) -> Contract.TypeIndex {
    let index = declare(name)
    define(index, shape, isValueType: isValueType, isReference: isReference, clrName: clrName)
    return index
  }

  /// Declares a list of items that can be null.
  public mutating func list(
    of item: Contract.TypeIndex, isNillable: Bool = true, name: QualifiedName, itemName: String
  ) -> Contract.TypeIndex {
    add(name, .list(ListContract(of: item, isNillable: isNillable, itemName: itemName)))
  }

  /// Adds an element that a document may have as its root.
  public mutating func addRoot(element: QualifiedName, type: Contract.TypeIndex, isNillable: Bool = true) {
    roots.append(Contract.Root(element: element, type: type, isNillable: isNillable))
  }

  /// The compiled contract. With exactly one root, that root is chosen.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/contract`` for a type without a definition, a reference
  ///   to no type, two members of one name, a chain of bases or of value types that never ends, an enumeration whose
  ///   underlying type is no integer, more than ``maximumTypes`` types, 64 levels of bases, 65,535 members in a
  ///   type or 1,000,000 in all types, inherited ones counted, 100,000 values inside a structure, or a name over
  ///   65,535 bytes.
  public func contract() throws(DocumentError) -> Contract {
    try validate()
    let table = ContractTable(types: types.compactMap(\.self), roots: roots)
    return Contract(table: table, root: roots.count == 1 ? roots.first : nil)
  }
}

extension DataMember {
  /// The order of DataContract XML: members without ``order`` by name, then by order; ties by name.
  ///
  /// Names compare by the UTF-16 code units of their encoded form, as .NET's `String.CompareOrdinal` does.
  /// - SeeAlso: [Data member order](https://learn.microsoft.com/dotnet/framework/wcf/feature-details/data-member-order)
  public static func inXMLOrder(_ members: [DataMember]) -> [DataMember] {
    let keyed = members.map { ($0.order ?? -1, Array(XMLNameEncoding.encode($0.name).utf16), $0) }
    return keyed.sorted { left, right in
      left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
    }.map(\.2)
  }
}
