/// Which names of a table mean the same.
struct NameGroups: Sendable {
  private let foldsCase: Bool
  /// Whether every name is a group of its own.
  private let isTrivial: Bool
  /// For each name the first of its group.
  private var groups: [UInt32] = []
  private var groupsByText: [String: UInt32] = [:]

  init(_ variant: CodingVariant) {
    foldsCase = variant.memberNames == .camelCase
    isTrivial = variant.shape != .elements && !foldsCase
  }

  @inline(__always)
  subscript(name: UInt32) -> UInt32 { isTrivial ? name : groups[Int(name)] }

  /// Adds the names that a table has beyond those that it had before.
  mutating func add(_ table: NameTable) {
    guard !isTrivial else { return }
    while groups.count < table.entries.count {
      let index = UInt32(truncatingIfNeeded: groups.count)
      let text = folded(table.name(index))
      let first = groupsByText[text] ?? index
      groups.append(first)
      if first == index { groupsByText[text] = index }
    }
  }

  /// The group of a name by its text; ``KeySequence/none`` when the table has no such name.
  func group(of text: String, in table: NameTable) -> UInt32 {
    guard isTrivial else { return groupsByText[folded(text)] ?? KeySequence.none }
    var text = text
    return text.withUTF8Span { table.existingIndex(of: $0, namespace: 0) } ?? KeySequence.none
  }

  private func folded(_ text: String) -> String {
    foldsCase ? String(decoding: text.utf8.map(\.asciiFolded), as: UTF8.self) : text
  }
}
