/// The coding keys that have been asked for, with the names that they mean, in a section for each type of keys.
///
/// Types ask for their keys in the same order each time, so a key is compared as text with a guess alone: the one that
/// came after its predecessor when that was new. Keys are mostly literals, whose comparison is that of two words.
struct KeySequence: Sendable {
  private struct Entry {
    let key: String
    /// The index of the name that the key means.
    var name: UInt32
    let section: UInt32
    /// The key that came next; 0 before one did.
    var successor = 0
  }

  private struct SectionedKey: Hashable {
    let section: UInt32
    let key: String
  }

  /// The first stands for no key. A section begins with an entry that stands for none either, whose successor is the
  /// section's first key.
  private var entries = [Entry(key: "", name: Self.none, section: 0)]
  private var sections = TypeTable<Int>()
  private var indices: [SectionedKey: Int] = [:]

  static let none = UInt32.max

  /// Where the guess for the first key of a type begins.
  @inline(__always)
  mutating func start(of keys: ObjectIdentifier) -> Int { sections[keys] ?? addSection(of: keys) }

  /// The name that a key means, when it is the one that is expected; `position` moves on to it.
  @inline(__always)
  func expectedName(of key: String, after position: inout Int) -> UInt32? {
    let guess = entries[position].successor
    guard guess != 0, entries[guess].key == key else { return nil }
    position = guess
    return entries[guess].name
  }

  /// The name that a key means, when the key is known.
  mutating func knownName(of key: String, after position: inout Int) -> UInt32? {
    let guess = entries[position].successor
    // One key that is left out is more frequent than another order.
    let second = entries[guess].successor
    if second != 0, entries[second].key == key {
      position = second
    } else if let known = indices[SectionedKey(section: entries[position].section, key: key)] {
      expect(known, after: &position)
    } else {
      return nil
    }
    return entries[position].name
  }

  mutating func add(_ key: String, name: UInt32, after position: inout Int) {
    let section = entries[position].section
    indices[SectionedKey(section: section, key: key)] = entries.count
    entries.append(Entry(key: key, name: name, section: section))
    expect(entries.count - 1, after: &position)
  }

  /// A first guess stays: where the order changes from value to value, each change would copy what values share.
  private mutating func expect(_ index: Int, after position: inout Int) {
    if entries[position].successor == 0 { entries[position].successor = index }
    position = index
  }

  @inline(never)
  private mutating func addSection(of type: ObjectIdentifier) -> Int {
    let start = entries.count
    entries.append(Entry(key: "", name: Self.none, section: UInt32(truncatingIfNeeded: start)))
    sections.add(type, start)
    return start
  }
}

extension KeySequence {
  /// How many keys and sections there are.
  var count: Int { entries.count }

  /// The keys' length in UTF-8.
  var textBytes: Int { entries.reduce(0) { $0 + $1.key.utf8.count } }

  /// The names that keys mean.
  var names: Set<UInt32> { Set(entries.lazy.map(\.name)) }

  /// Gives each key the name that `name` finds for it.
  mutating func rename(_ name: (String) -> UInt32) {
    for index in entries.indices where index != entries[index].section {
      entries[index].name = name(entries[index].key)
    }
  }
}
