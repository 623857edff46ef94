import DataContractsCore

extension FieldWriter {
  /// Writes an object that no contract knows as the list with gaps that it was, `Kids[0].Name`, `Kids[2].Name`.
  ///
  /// Without a contract such a list is read as an object whose names are the indices. Indices without a gap would come
  /// back as a list, and plain fields such as `2=yes` stay fields.
  ///
  /// - Returns: `false`, with nothing written, for any other object.
  mutating func writeIndexed(_ index: Int) throws(DocumentError) -> Bool {
    guard !style.bracketsMembers, isList(index) else { return false }
    let mark = name.count
    var child = index + 1
    let end = view.after(index)
    while child < end {
      name.append(style.indexOpening)
      appendName(of: view.node(child))
      name.append(style.indexClosing)
      try write(child)
      name.truncate(to: mark)
      child = view.after(child)
    }
    return true
  }

  private func isList(_ index: Int) -> Bool {
    var child = index + 1
    let end = view.after(index)
    var greatest: UInt32 = 0
    var count: UInt32 = 0
    var holdsContainers = false
    while child < end {
      let node = view.node(child)
      guard !node.flags.contains(.contractMember), let number = number(of: node) else { return false }
      greatest = max(greatest, number)
      count += 1
      holdsContainers = holdsContainers || node.kind.isContainer
      child += node.span
    }
    return count > 0 && greatest >= count && (name.count > 0 || holdsContainers)
  }

  private func number(of node: Node) -> UInt32? {
    let names = view.storage.names
    return names.text.withSpan(of: names.entries[Int(node.name)].range) { FieldTree.index(of: $0) }
  }

  private mutating func appendName(of node: Node) {
    for byte in view.storage.names.text[view.storage.names.entries[Int(node.name)].range] { name.append(byte) }
  }
}
