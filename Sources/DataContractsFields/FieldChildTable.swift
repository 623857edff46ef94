/// Finds the children of nodes that have more than a few, by the hash of node and step.
///
/// Open addressing, at least twice as many slots as entries. The hashes are seeded, so that no input can be made to
/// collide.
struct FieldChildTable {
  /// 0 is empty, otherwise a node.
  private(set) var slots: [UInt32] = []
  private var count = 0
  let seed: UInt64 = processSeed

  private static let processSeed = UInt64.random(in: .min ... .max) | 1

  /// Up to this many children of a node are searched one after the other.
  static let smallCount: UInt32 = 16

  @inline(__always)
  func slot(of parent: UInt32, _ key: UInt32) -> Int {
    var state = (UInt64(parent) << 32 | UInt64(key)) ^ seed
    state = (state ^ state >> 32) &* 0x9E37_79B9_7F4A_7C15
    state = (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: state >> 32) & (slots.count &- 1)
  }

  /// The slot after another one.
  @inline(__always)
  func next(_ slot: Int) -> Int { (slot &+ 1) & (slots.count &- 1) }

  mutating func insert(_ node: UInt32, of parent: UInt32, _ key: UInt32, rehash: (UInt32) -> (UInt32, UInt32)) {
    if (count + 1) * 2 > slots.count { grow(rehash) }
    put(node, parent, key)
    count += 1
  }

  private mutating func put(_ node: UInt32, _ parent: UInt32, _ key: UInt32) {
    var position = slot(of: parent, key)
    while slots[position] != 0 { position = next(position) }
    slots[position] = node
  }

  private mutating func grow(_ rehash: (UInt32) -> (UInt32, UInt32)) {
    let old = slots
    slots = Array(repeating: 0, count: max(64, old.count * 2))
    for node in old where node != 0 {
      let (parent, key) = rehash(node)
      put(node, parent, key)
    }
  }

  /// The hash of a name.
  @inline(__always)
  func hash(_ name: Span<UInt8>) -> UInt32 {
    var state = seed ^ UInt64(truncatingIfNeeded: name.count)
    let raw = name.bytes
    var index = 0
    while index &+ 8 <= name.count {
      state = (state ^ raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 32
      index &+= 8
    }
    while index < name.count {
      state = (state ^ UInt64(name[index])) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 32
      index &+= 1
    }
    return UInt32(truncatingIfNeeded: state)
  }
}
