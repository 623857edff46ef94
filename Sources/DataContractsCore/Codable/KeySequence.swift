/// Coding keys by numbers from 1 on, in the order in which they came; 0 stands for the root.
///
/// Types ask for their keys in the same order each time, so a key is compared as text with a guess alone: the one that
/// came after its predecessor the last time. Keys are mostly literals, whose comparison is that of two words.
struct KeySequence {
  private(set) var keys: [String] = [""]
  private var indices: [String: Int] = [:]
  /// For each key which one came after it in its object, and which one came first in its value; 0 before one did.
  private var successors: [Int] = [0, 0]

  /// Where the guess for the first key of a value stands, by the key of the value.
  @inline(__always)
  static func firstSlot(in key: Int) -> Int { 2 &* key &+ 1 }

  /// The index of a key, which is added when it is new; `slot` moves on to where the guess for the next one stands.
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
    let second = successors[2 * successors[slot]]
    let index = second != 0 && keys[second] == key ? second : indices[key] ?? add(key)
    successors[slot] = index
    slot = 2 * index
    return index
  }

  private mutating func add(_ key: String) -> Int {
    let index = keys.count
    keys.append(key)
    indices[key] = index
    successors.append(contentsOf: [0, 0])
    return index
  }
}
