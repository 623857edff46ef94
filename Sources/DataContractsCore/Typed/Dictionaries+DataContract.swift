/// The entries of a dictionary in the order in which they came, as .NET's `Dictionary<K, V>` keeps and writes them.
///
/// Swift's `Dictionary` has no order of its own. Use this type where a document has to be written again as it was read.
///
/// ```swift
/// let prices: OrderedEntries = ["tea": 3, "cup": 12]
/// ```
public struct OrderedEntries<Key, Value> {
  /// The entries in order. Nothing keeps a key from occurring twice.
  public var entries: [(key: Key, value: Value)]

  /// A dictionary of these entries.
  public init(_ entries: [(key: Key, value: Value)] = []) { self.entries = entries }
}

extension OrderedEntries: Sendable where Key: Sendable, Value: Sendable {}

extension OrderedEntries: ExpressibleByDictionaryLiteral {
  /// The entries in the order of the literal.
  public init(dictionaryLiteral elements: (Key, Value)...) { self.init(elements.map { (key: $0.0, value: $0.1) }) }
}

extension OrderedEntries: Equatable where Key: Equatable, Value: Equatable {
  /// Whether the same entries come in the same order.
  public static func == (left: OrderedEntries, right: OrderedEntries) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.key == $1.key && $0.value == $1.value }
  }
}

extension OrderedEntries where Key: Equatable {
  /// The value of the first entry with this key. Takes time linear in the number of entries.
  public subscript(_ key: Key) -> Value? { entries.first { $0.key == key }?.value }
}

extension OrderedEntries: DataContractType where Key: DataContractType, Value: DataContractType {
  /// `ArrayOfKeyValueOf…`.
  public static var dataContractName: QualifiedName {
    ContractName.arrayOf(ContractName.keyValueOf(key: Key.dataContractName, value: Value.dataContractName))
  }

  /// A dictionary.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.dictionary(Self.self, key: Key.self, value: Value.self)
  }
}

extension OrderedEntries: DataContractDecodable where Key: DataContractDecodable, Value: DataContractDecodable {
  /// Reads the entries.
  @inlinable
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    self.init()
    var entries = try reader.beginDictionary()
    self.entries.reserveCapacity(entries.count)
    while reader.hasNext(in: &entries) {
      let key = try Key.decode(from: &reader)
      self.entries.append((key: key, value: try Value.decode(from: &reader)))
    }
  }
}

extension OrderedEntries: DataContractEncodable where Key: DataContractEncodable, Value: DataContractEncodable {
  /// Adds a dictionary of the entries.
  @inlinable
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginObject()
    for entry in entries { try builder.encodeEntry(key: entry.key, value: entry.value) }
    try builder.endObject()
  }
}

extension OrderedEntries: DataContractCollection where Key: DataContractCodable, Value: DataContractCodable {
  /// A dictionary under another name.
  public static func declareCollection<T: DataContractType>(
    as type: T.Type, in types: inout ContractTypes, itemName: String?, keyName: String?, valueName: String?,
    isReference: Bool
  ) -> Contract.TypeIndex {
    types.dictionary(
      type, key: Key.self, value: Value.self, entryName: itemName, keyName: keyName ?? "Key",
      valueName: valueName ?? "Value")
  }
}

extension Dictionary: DataContractType where Key: DataContractType, Value: DataContractType {
  /// `ArrayOfKeyValueOf…`.
  public static var dataContractName: QualifiedName { OrderedEntries<Key, Value>.dataContractName }

  /// A dictionary.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.dictionary(Self.self, key: Key.self, value: Value.self)
  }
}

extension Dictionary: DataContractDecodable where Key: DataContractDecodable, Value: DataContractDecodable {
  /// Reads the entries.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/duplicateMember`` for a key that comes twice.
  @inlinable
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    self.init()
    var entries = try reader.beginDictionary()
    reserveCapacity(entries.count)
    while reader.hasNext(in: &entries) {
      let key = try Key.decode(from: &reader)
      guard self[key] == nil else { throw reader.repeatedKey() }
      self[key] = try Value.decode(from: &reader)
    }
  }
}

extension Dictionary: DataContractEncodable where Key: DataContractEncodable, Value: DataContractEncodable {
  /// Adds a dictionary of the entries, in the order of their keys' bytes, since a dictionary has none of its own.
  @inlinable
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginObject()
    let entries = Array(self)
    var keys: [[UInt8]] = []
    keys.reserveCapacity(count)
    for entry in entries { keys.append(try entry.key.canonicalKey()) }
    for place in KeyOrder.ascending(keys) {
      try builder.encodeEntry(key: entries[place].key, value: entries[place].value)
    }
    try builder.endObject()
  }
}

extension Dictionary: DataContractCollection where Key: DataContractCodable, Value: DataContractCodable {
  /// A dictionary under another name.
  public static func declareCollection<T: DataContractType>(
    as type: T.Type, in types: inout ContractTypes, itemName: String?, keyName: String?, valueName: String?,
    isReference: Bool
  ) -> Contract.TypeIndex {
    OrderedEntries<Key, Value>.declareCollection(
      as: type, in: &types, itemName: itemName, keyName: keyName, valueName: valueName, isReference: isReference)
  }
}

/// The order in which entries are written that have none of their own.
@usableFromInline
enum KeyOrder {
  /// The places of keys in the order of their bytes.
  ///
  /// Not generic: to sort entries whose types the compiler does not know took nine times as long.
  @usableFromInline
  static func ascending(_ keys: [[UInt8]]) -> [Int] {
    keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
  }
}

extension DocumentReader {
  /// The failure of an entry, whose key has just been passed, with the key of another.
  @inline(never) @usableFromInline
  mutating func repeatedKey() -> DocumentError {
    failure(.duplicateMember, expected: "each key once", found: "the key a second time")
  }
}
