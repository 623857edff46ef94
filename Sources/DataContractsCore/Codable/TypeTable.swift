/// Values by Swift types: found in a few steps, where a dictionary would hash for longer than a scalar takes to read.
struct TypeTable<Value> {
  fileprivate struct Slot {
    let type: ObjectIdentifier
    let value: Value
  }

  // Open addressing: a power of two of slots, half of them empty at least.
  private var slots: [Slot?] = [nil, nil]
  private(set) var count = 0

  @inline(__always)
  subscript(type: ObjectIdentifier) -> Value? {
    var index = home(of: type)
    while let slot = slots[index & (slots.count &- 1)] {
      if slot.type == type { return slot.value }
      index &+= 1
    }
    return nil
  }

  /// Sets the value of a type that has none.
  mutating func add(_ type: ObjectIdentifier, _ value: Value) {
    if (count + 1) * 2 > slots.count { grow() }
    insert(Slot(type: type, value: value))
    count += 1
  }

  /// Sets the value of a type.
  mutating func set(_ type: ObjectIdentifier, _ value: Value) {
    guard self[type] != nil else { return add(type, value) }
    for (index, slot) in slots.enumerated() where slot?.type == type { slots[index] = Slot(type: type, value: value) }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: old.count * 2)
    for case let slot? in old { insert(slot) }
  }

  private mutating func insert(_ slot: Slot) {
    var index = home(of: slot.type)
    while slots[index & (slots.count - 1)] != nil { index &+= 1 }
    slots[index & (slots.count - 1)] = slot
  }

  /// Metadata is aligned, so that the lowest bits of its address say nothing.
  @inline(__always)
  private func home(of type: ObjectIdentifier) -> Int {
    let address = UInt(bitPattern: type)
    return Int(truncatingIfNeeded: address &>> 4 ^ address &>> 11)
  }
}

extension TypeTable: Sendable where Value: Sendable {}
extension TypeTable.Slot: Sendable where Value: Sendable {}
