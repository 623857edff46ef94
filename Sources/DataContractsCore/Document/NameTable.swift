/// The distinct names of a document's untyped members, each once, with the namespace it stands in.
package struct NameTable: Sendable {
  package struct Entry: Sendable {
    package let start: UInt32
    package let count: UInt32
    /// Index into ``namespaces``.
    package let namespace: UInt32

    package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  package private(set) var entries: [Entry] = []
  package private(set) var text: [UInt8] = []
  package private(set) var namespaces: [String]
  /// Open addressing, twice as many slots as entries at least; 0 is empty, otherwise the entry's index plus 1.
  private var slots: [UInt32] = []
  private let seed: UInt64
  /// Tables of one number begin with the same names: copies of one that was given it. 0 for a table that began empty.
  package var lineage = 0
  /// Filled once there are more namespaces than ``searchedNamespaces``.
  private var namespaceIndices: [String: UInt32] = [:]

  private static let searchedNamespaces = 32

  package init(namespaces: [String] = [""]) {
    self.namespaces = namespaces
    // A seed of the process's own keeps an input from being made to collide.
    seed = NameTable.processSeed
  }

  private static let processSeed = UInt64.random(in: .min ... .max)

  /// The index of a namespace, which is added when it is new.
  package mutating func namespaceIndex(of namespace: String) -> UInt32 {
    // Documents name few namespaces: a search is quicker than a table, until there are many.
    if namespaces.count <= Self.searchedNamespaces {
      if let known = namespaces.firstIndex(of: namespace) { return UInt32(clamping: known) }
    } else {
      if namespaceIndices.isEmpty {
        for (index, known) in namespaces.enumerated() { namespaceIndices[known] = UInt32(clamping: index) }
      }
      if let known = namespaceIndices[namespace] { return known }
      namespaceIndices[namespace] = UInt32(clamping: namespaces.count)
    }
    namespaces.append(namespace)
    return UInt32(clamping: namespaces.count - 1)
  }

  /// The index of a name, which is added when it is new.
  package mutating func index(of name: Span<UInt8>, namespace: UInt32) -> UInt32 {
    if (entries.count + 1) * 2 > slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash(name, namespace)) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = slots[slot] - 1
      if matches(candidate, name, namespace) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    let added = UInt32(clamping: entries.count)
    slots[slot] = added + 1
    entries.append(
      Entry(start: UInt32(clamping: text.count), count: UInt32(clamping: name.count), namespace: namespace))
    text.append(copying: name)
    return added
  }

  /// The index of a name that the table holds already.
  package func existingIndex(of name: Span<UInt8>, namespace: UInt32) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    var slot = Int(truncatingIfNeeded: hash(name, namespace)) & (slots.count - 1)
    while slots[slot] != 0 {
      if matches(slots[slot] - 1, name, namespace) { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  package func matches(_ index: UInt32, _ name: Span<UInt8>, _ namespace: UInt32) -> Bool {
    let entry = entries[Int(index)]
    return entry.count == name.count && entry.namespace == namespace && text.holds(name, at: Int(entry.start))
  }

  /// Calls `body` with the entries and the texts that they are slices of, as pointers, which must not leave it.
  package func withPointers<Result>(
    _ body: (UnsafeBufferPointer<Entry>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    entries.withUnsafeBufferPointer { entries in text.withUnsafeBufferPointer { body(entries, $0) } }
  }

  package func name(_ index: UInt32) -> String {
    String(decoding: text[entries[Int(index)].range], as: UTF8.self)
  }

  package func namespace(_ index: UInt32) -> String {
    namespaces[Int(entries[Int(index)].namespace)]
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(16, slots.count * 2))
    for (index, entry) in entries.enumerated() {
      let hash = text.withUnsafeBufferPointer {
        self.hash(UnsafeBufferPointer(rebasing: $0[entry.range]).span, entry.namespace)
      }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(clamping: index) + 1
    }
  }

  private func hash(_ name: Span<UInt8>, _ namespace: UInt32) -> UInt64 {
    var state = seed ^ UInt64(namespace)
    for index in name.indices { state = (state ^ UInt64(name[index])) &* 0x9E37_79B9_7F4A_7C15; state ^= state >> 29 }
    return state ^ (state >> 32)
  }
}
