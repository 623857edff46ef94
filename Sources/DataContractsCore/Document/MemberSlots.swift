/// Finds an object's members by their place in the contract, so that they can be written in the contract's order
/// whatever order they arrived in.
///
/// One stack serves all open objects: `open` pushes a slot for each member of the object's type, `close` pops them.
package struct MemberSlots {
  /// For each member of the open objects, the index of its node; 0, which is the root, for a member that is absent.
  private var slots: [UInt32] = []

  package init() {}

  /// Pushes the members of the object at `index` and returns where their slots begin.
  package mutating func open(_ index: Int, of type: CompiledType, in view: DocumentView) -> Int {
    let base = slots.count
    slots.append(contentsOf: repeatElement(0, count: Int(type.memberCount)))
    var child = index + 1
    let end = view.after(index)
    while child < end {
      let node = view.node(child)
      if node.flags.contains(.contractMember), node.name < UInt32(type.memberCount) {
        slots[base + Int(node.name)] = UInt32(truncatingIfNeeded: child)
      }
      child += node.span
    }
    return base
  }

  /// The node of a member; `nil` when it is absent.
  @inline(__always)
  package func node(_ base: Int, _ member: Int) -> Int? {
    let slot = slots[base + member]
    return slot == 0 ? nil : Int(slot)
  }

  package mutating func close(_ base: Int) { slots.removeLast(slots.count - base) }
}
