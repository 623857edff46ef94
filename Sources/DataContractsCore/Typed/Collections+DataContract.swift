/// A Swift collection that can be a contract under another name: what `@CollectionDataContract` wraps.
public protocol DataContractCollection: DataContractCodable {
  /// Declares the collection under the name of another type.
  ///
  /// - Parameters:
  ///   - itemName: The element of an item or entry; `nil` for .NET's own.
  ///   - keyName: The element of an entry's key; `nil` for `Key`. Lists have none.
  ///   - valueName: The element of an entry's value; `nil` for `Value`. Lists have none.
  static func declareCollection<T: DataContractType>(
    as type: T.Type, in types: inout ContractTypes, itemName: String?, keyName: String?, valueName: String?,
    isReference: Bool
  ) -> Contract.TypeIndex
}

extension Optional: DataContractType where Wrapped: DataContractType {
  /// The name of what is wrapped; as an argument of a generic contract, `NullableOf…` for a value type.
  public static var dataContractName: QualifiedName {
    Wrapped.canBeNull ? Wrapped.dataContractName : ContractName.nullableOf(Wrapped.dataContractName)
  }

  /// `true`.
  @inlinable public static var canBeNull: Bool { true }

  /// The type of what is wrapped: whether null is allowed is said by who refers to it.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.index(of: Wrapped.self)
  }
}

extension Optional: DataContractDecodable where Wrapped: DataContractDecodable {
  /// Reads null as `nil`.
  @inlinable @inline(__always)
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    if reader.isNull {
      reader.skip()
      self = nil
    } else {
      self = try Wrapped.decode(from: &reader)
    }
  }

  /// `nil`, where the member's type is generic and happens to be an optional.
  public static var absentValue: Self? { .some(nil) }
}

extension Optional: DataContractEncodable where Wrapped: DataContractEncodable {
  /// Adds `nil` as null.
  @inlinable @inline(__always)
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    switch self {
    case .some(let value): try value.encode(into: &builder)
    case nil: try builder.null()
    }
  }
}

extension Array: DataContractType where Element: DataContractType {
  /// `ArrayOf…`; `base64Binary` for bytes.
  public static var dataContractName: QualifiedName {
    Element.self == UInt8.self
      ? PrimitiveType.base64Binary.contractName : ContractName.arrayOf(Element.dataContractName)
  }

  /// A list; binary data for bytes.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    Element.self == UInt8.self ? .primitive(.base64Binary) : types.list(Self.self, of: Element.self)
  }
}

extension Array: DataContractDecodable where Element: DataContractDecodable {
  /// Reads the items of a list.
  @inlinable
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    self.init()
    if Element.self == UInt8.self {
      if let bytes = try reader.bytes() as? Self { self = bytes }
      return
    }
    var items = try reader.beginList()
    reserveCapacity(items.count)
    while reader.hasNext(in: &items) { append(try Element.decode(from: &reader)) }
  }
}

extension Array: DataContractEncodable where Element: DataContractEncodable {
  /// Adds a list of the items.
  @inlinable
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    if Element.self == UInt8.self, let bytes = self as? [UInt8] { return try builder.bytes(bytes) }
    try builder.beginList()
    // In place, where iterating copies each item.
    let items = span
    for index in items.indices { try items[index].encode(into: &builder) }
    try builder.endList()
  }
}

extension Array: DataContractCollection where Element: DataContractCodable {
  /// A list under another name.
  public static func declareCollection<T: DataContractType>(
    as type: T.Type, in types: inout ContractTypes, itemName: String?, keyName: String?, valueName: String?,
    isReference: Bool
  ) -> Contract.TypeIndex {
    types.list(type, of: Element.self, itemName: itemName, isReference: isReference)
  }
}

extension Set: DataContractType where Element: DataContractType {
  /// `ArrayOf…`, as a list's.
  public static var dataContractName: QualifiedName { ContractName.arrayOf(Element.dataContractName) }

  /// A list.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.list(Self.self, of: Element.self)
  }
}

extension Set: DataContractDecodable where Element: DataContractDecodable {
  /// Reads the items of a list. Of equal items one is kept, as .NET's `HashSet<T>` does.
  @inlinable
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    self.init()
    var items = try reader.beginList()
    reserveCapacity(items.count)
    while reader.hasNext(in: &items) { insert(try Element.decode(from: &reader)) }
  }
}

extension Set: DataContractEncodable where Element: DataContractEncodable & Comparable {
  /// Adds a list of the items in ascending order, since a set has none of its own.
  @inlinable
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginList()
    for item in sorted() { try item.encode(into: &builder) }
    try builder.endList()
  }
}

extension Set: DataContractCollection where Element: DataContractCodable & Comparable {
  /// A list under another name.
  public static func declareCollection<T: DataContractType>(
    as type: T.Type, in types: inout ContractTypes, itemName: String?, keyName: String?, valueName: String?,
    isReference: Bool
  ) -> Contract.TypeIndex {
    types.list(type, of: Element.self, itemName: itemName, isReference: isReference)
  }
}

extension Document.File: DataContractCodable {
  /// MultipartDataMediaFormatter's `HttpFile`.
  public static var dataContractName: QualifiedName {
    QualifiedName(namespace: DotNetNamespace.multipartDataMediaFormatter, localName: "HttpFile")
  }

  /// The built-in type of files.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex { .file }

  /// Reads a file.
  public init(from reader: inout DocumentReader) throws(DocumentError) { self = try reader.file() }

  /// Adds the file. Formats other than multipart cannot carry one.
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) { try builder.file(self) }
}

extension DocumentBuilder {
  /// Adds a file.
  public mutating func file(_ file: Document.File) throws(DocumentError) {
    let content = TextSlice(start: arena.count, count: file.content.count, inArena: true)
    arena.append(contentsOf: file.content)
    try self.file(name: file.name, mediaType: file.mediaType, content: content, at: 0)
  }
}
