/// The names of a document that is being encoded, by the coding keys that they stand for.
struct EncodingNames {
  private(set) var table: NameTable
  private let memberNames: CodableOptions.MemberNames
  private let namespace: UInt32
  private(set) var keys: KeySequence
  /// For each name the last object that has had a member of it.
  private var holders: [UInt32]
  private var objectCount: UInt32 = 0

  init(_ plan: EncodingPlan) {
    table = plan.names
    memberNames = plan.variant.memberNames
    namespace = table.namespaceIndex(of: plan.namespace)
    keys = plan.keys
    holders = Array(repeating: 0, count: table.entries.count)
  }

  /// Where the guess for the first key of a type begins.
  @inline(__always)
  mutating func start(of keys: ObjectIdentifier) -> Int { self.keys.start(of: keys) }

  /// The name of a key; `position` moves on to where the guess for the next one stands.
  @inline(__always)
  mutating func name(of key: String, after position: inout Int) -> UInt32 {
    keys.expectedName(of: key, after: &position) ?? search(key, &position)
  }

  @inline(never)
  private mutating func search(_ key: String, _ position: inout Int) -> UInt32 {
    if let known = keys.knownName(of: key, after: &position) { return known }
    var text = memberNames.name(of: key)
    let name = text.withUTF8Span { table.index(of: $0, namespace: namespace) }
    keys.add(key, name: name, after: &position)
    return name
  }

  mutating func index(of name: QualifiedName) -> UInt32 {
    let namespace = table.namespaceIndex(of: name.namespace)
    var text = XMLNameEncoding.decode(name.localName)
    return text.withUTF8Span { table.index(of: $0, namespace: namespace) }
  }

  mutating func namespaceIndex(of namespace: String) -> UInt32 { table.namespaceIndex(of: namespace) }

  mutating func beginObject() -> UInt32 {
    objectCount &+= 1
    return objectCount
  }

  /// Notes that an object has a member of a name; `true` when it has had one before.
  @inline(__always)
  mutating func isRepeated(_ name: UInt32, in object: UInt32) -> Bool {
    let name = Int(name)
    if name >= holders.count {
      holders.append(contentsOf: repeatElement(0, count: table.entries.count - holders.count))
    }
    if holders[name] == object { return true }
    holders[name] = object
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
