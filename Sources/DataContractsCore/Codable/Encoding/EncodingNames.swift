/// The names of a document that is being encoded, by the coding keys that they stand for.
struct EncodingNames {
  private(set) var table: NameTable
  private let options: CodableOptions
  private let namespace: UInt32
  /// The keys that have come, from 1 on: 0 stands for the root.
  private var keys: [String] = [""]
  private var keyNames: [UInt32] = [Node.noName]
  private var indices: [String: Int] = [:]
  /// For each key which one came after it in its object the last time, and which one came first in its value: a key
  /// is compared as text with the guess alone.
  private var successors: [Int] = [0, 0]
  /// For each key the last object that it was written to.
  private var holders: [UInt32] = [0]
  private var objectCount: UInt32 = 0

  init(_ options: CodableOptions, namespace: String) {
    self.options = options
    table = NameTable()
    self.namespace = table.namespaceIndex(of: namespace)
  }

  /// Where the guess for the first key of a value stands, by the key of the value.
  @inline(__always)
  static func firstSlot(in key: Int) -> Int { 2 &* key &+ 1 }

  /// The index of a key; `slot` moves on to where the guess for the next one stands.
  @inline(__always)
  mutating func index(of key: String, slot: inout Int) -> Int {
    let guess = successors[slot]
    if guess != 0, keys[guess] == key {
      slot = 2 &* guess
      return guess
    }
    return search(key, &slot)
  }

  @inline(never)
  private mutating func search(_ key: String, _ slot: inout Int) -> Int {
    // One absent member is more frequent than another order.
    let second = successors[slot] == 0 ? 0 : successors[2 * successors[slot]]
    let index = second != 0 && keys[second] == key ? second : indices[key] ?? add(key)
    successors[slot] = index
    slot = 2 * index
    return index
  }

  private mutating func add(_ key: String) -> Int {
    let index = keys.count
    var name = options.memberName(key)
    keys.append(key)
    keyNames.append(name.withUTF8Span { table.index(of: $0, namespace: namespace) })
    indices[key] = index
    successors.append(contentsOf: [0, 0])
    holders.append(0)
    return index
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
