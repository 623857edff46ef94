/// The names of a document that is being encoded, by the coding keys that they stand for.
struct EncodingNames {
  private(set) var table: NameTable
  private let options: CodableOptions
  private let namespace: UInt32
  private var keys = KeySequence()
  private var keyNames: [UInt32] = [Node.noName]
  /// For each key the last object that it was written to.
  private var holders: [UInt32] = [0]
  private var objectCount: UInt32 = 0

  init(_ options: CodableOptions, namespace: String) {
    self.options = options
    table = NameTable()
    self.namespace = table.namespaceIndex(of: namespace)
  }

  /// The index of a key; `slot` moves on to where the guess for the next one stands.
  @inline(__always)
  mutating func index(of key: String, slot: inout Int) -> Int {
    let index = keys.index(of: key, slot: &slot)
    if index == keyNames.count { add(key) }
    return index
  }

  @inline(never)
  private mutating func add(_ key: String) {
    var name = options.memberName(key)
    keyNames.append(name.withUTF8Span { table.index(of: $0, namespace: namespace) })
    holders.append(0)
  }

  @inline(__always)
  func name(of key: Int) -> UInt32 { keyNames[key] }

  mutating func index(of name: QualifiedName) -> UInt32 {
    let namespace = table.namespaceIndex(of: name.namespace)
    var text = XMLNameEncoding.decode(name.localName)
    return text.withUTF8Span { table.index(of: $0, namespace: namespace) }
  }

  mutating func beginObject() -> UInt32 {
    objectCount &+= 1
    return objectCount
  }

  /// Notes that an object has a member of a key; `true` when it has had one before.
  @inline(__always)
  mutating func isRepeated(_ key: Int, in object: UInt32) -> Bool {
    if holders[key] == object { return true }
    holders[key] = object
    return false
  }

  /// For each name its place among all, sorted as DataContractSerializer does.
  var ranks: [Int] {
    let texts = table.entries.indices.map { Array(XMLNameEncoding.encode(table.name(UInt32($0))).utf16) }
    var ranks = Array(repeating: 0, count: texts.count)
    for (rank, index) in texts.indices.sorted(by: { texts[$0].lexicographicallyPrecedes(texts[$1]) }).enumerated() {
      ranks[index] = rank
    }
    return ranks
  }
}
