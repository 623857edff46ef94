/// What documents must look like: a table of types and, usually, the one that a document's root has.
///
/// A contract is immutable and compiled once; copies share the table. References between types are indices, so types
/// recurse naturally. It comes from ``ContractBuilder``, from an XSD, or from Swift types.
public struct Contract: Sendable {
  package let table: ContractTable
  /// The root element and its type; `nil` when a document may have any of the contract's roots.
  public let root: Root?

  package init(table: ContractTable, root: Root?) {
    self.table = table
    self.root = root
  }

  /// Which type of a contract, and 0 for a value that no contract speaks of.
  public struct TypeIndex: RawRepresentable, Sendable, Hashable {
    /// The position in the contract's table of types.
    public let rawValue: UInt16

    /// An index that may belong to no type; ``ContractBuilder/contract()`` checks it.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    package init(_ value: UInt16) { rawValue = value }

    /// No type: the value is kept as the format gave it.
    public static let untyped = TypeIndex(0)
    /// `System.Object`.
    public static let any = TypeIndex(22)
    /// `HttpFile`.
    public static let file = TypeIndex(23)
    /// The first index that is not built in.
    package static let firstDeclared = TypeIndex(24)

    /// A primitive type. The indices of primitives are the same in every contract.
    public static func primitive(_ type: PrimitiveType) -> TypeIndex { TypeIndex(UInt16(type.rawValue)) }
  }

  /// A global element: the name of a document's root and the type behind it.
  public struct Root: Sendable, Hashable {
    /// The element's name, as it stands in XML.
    public let element: QualifiedName
    /// The type of the element's value.
    public let type: TypeIndex
    /// Whether the whole document may be null.
    public let isNillable: Bool

    /// A root element of a type.
    public init(element: QualifiedName, type: TypeIndex, isNillable: Bool = true) {
      self.element = element
      self.type = type
      self.isNillable = isNillable
    }
  }
}

extension Contract {
  /// Every type but the built-in ones, in the order of declaration.
  public var types: some Collection<ContractType> {
    table.types.dropFirst(Int(TypeIndex.firstDeclared.rawValue))
  }

  /// Every element that a document may have as its root, in the order of declaration.
  public var roots: [Root] { table.roots }

  /// The type behind an index of this contract; `nil` for ``TypeIndex/untyped`` and for an index of another contract.
  public subscript(_ index: TypeIndex) -> ContractType? {
    index != .untyped && Int(index.rawValue) < table.types.count ? table.types[Int(index.rawValue)] : nil
  }

  /// The same contract for documents of one root.
  ///
  /// - Parameter name: `{namespace}Name`, or a plain name when only one root has it.
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/contract`` when no root, or more than one, has the name.
  public func rooted(at name: String) throws(DocumentError) -> Contract {
    let matches = table.roots.filter { $0.element.description == name || $0.element.localName == name }
    if matches.count > 1, let exact = matches.first(where: { $0.element.description == name }) {
      return Contract(table: table, root: exact)
    }
    guard let match = matches.first, matches.count == 1 else {
      let names = matches.map(\.element.description).joined(separator: " and ")
      throw DocumentError(
        .contract, format: "contract",
        expected: "the name of one root element",
        found: matches.isEmpty ? "\"\(name)\", which is none" : "\"\(name)\", which is \(names)")
    }
    return Contract(table: table, root: match)
  }

  /// The same contract for documents of one root.
  public func rooted(at root: Root) -> Contract { Contract(table: table, root: root) }
}

extension Contract.Root {
  /// The root of a type under the type's name.
  ///
  /// Elements of primitives are in the serialization namespace, whose schema .NET has built in.
  package init(ofTypeNamed name: QualifiedName, _ type: Contract.TypeIndex, isNillable: Bool = true) {
    let namespace = DotNetNamespace.isBuiltIn(name.namespace) ? DotNetNamespace.serialization : name.namespace
    self.init(
      element: QualifiedName(namespace: namespace, localName: name.localName), type: type, isNillable: isNillable)
  }
}

extension Contract: Hashable {
  /// Whether both have the same types in the same order, and the same root.
  public static func == (left: Contract, right: Contract) -> Bool {
    left.root == right.root && (left.table === right.table || left.table.types == right.table.types)
  }

  /// Feeds the root and the number of types.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(root)
    hasher.combine(table.types.count)
  }
}
