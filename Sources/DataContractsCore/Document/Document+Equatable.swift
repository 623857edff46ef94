extension Document: Equatable {
  /// Whether two documents hold the same values under the same names.
  ///
  /// The order of an object's members does not count, since no .NET reader gives it a meaning; that of items, of
  /// entries and of repeated names does. Neither do the contracts count, nor where the texts are stored.
  public static func == (left: Document, right: Document) -> Bool {
    left.storage === right.storage || left.root == right.root
  }
}

extension Document.Cursor: Equatable {
  /// Whether two values are the same, by the rules that `Document` compares by.
  public static func == (left: Document.Cursor, right: Document.Cursor) -> Bool {
    guard left.kind == right.kind else { return false }
    switch left.kind {
    case .object: return sameMembers(left, right)
    case .list: return left.count == right.count && zip(left.items, right.items).allSatisfy { $0 == $1 }
    case .dictionary:
      return left.count == right.count
        && zip(left.entries, right.entries).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    case .file: return left.file == right.file
    default: return sameText(left, right)
    }
  }

  private static func sameText(_ left: Document.Cursor, _ right: Document.Cursor) -> Bool {
    left.withText { leftText in
      right.withText { rightText in
        guard leftText.count == rightText.count else { return false }
        for index in leftText.indices where leftText[index] != rightText[index] { return false }
        return true
      }
    }
  }

  private static func sameMembers(_ left: Document.Cursor, _ right: Document.Cursor) -> Bool {
    guard left.count == right.count else { return false }
    let inOrder = zip(left.members, right.members)
    if inOrder.allSatisfy({ $0.hasSameName(as: $1) }) { return inOrder.allSatisfy { $0 == $1 } }
    let sorted = zip(left.membersByName, right.membersByName)
    return sorted.allSatisfy { $0.name == $1.name && $0.namespace == $1.namespace && $0.value == $1.value }
  }

  private func hasSameName(as other: Document.Cursor) -> Bool {
    if node.flags.contains(.contractMember), other.node.flags.contains(.contractMember),
      storage.table === other.storage.table,
      let parent, let otherParent = other.parent,
      storage.nodes[parent].type == other.storage.nodes[otherParent].type
    {
      return node.name == other.node.name
    }
    return name == other.name && namespace == other.namespace
  }

  private var membersByName: [(name: String, namespace: String, value: Document.Cursor)] {
    // `sorted` keeps the order of repeated names.
    members.map { (name: $0.name ?? "", namespace: $0.namespace, value: $0) }
      .sorted { ($0.name, $0.namespace) < ($1.name, $1.namespace) }
  }
}
