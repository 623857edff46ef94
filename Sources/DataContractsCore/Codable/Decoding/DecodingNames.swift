/// Which of a document's names a coding key means.
///
/// Names that mean the same are of one group: in XML those that differ in their namespace alone, under
/// ``CodableOptions/MemberNames/camelCase`` those that differ in case.
struct DecodingNames {
  private let table: NameTable
  private let options: CodableOptions
  /// For each name the first of its group; empty where every name is a group of its own.
  private var groups: [UInt32] = []
  private var groupsByText: [String: UInt32] = [:]
  /// The keys that have been asked for, and the groups that they mean.
  private var keys = KeySequence()
  private var keyGroups: [UInt32] = [Self.none]
  /// For each group the last object that had a member of it.
  private var holders: [UInt32]
  private var holder: UInt32 = 0

  static let none = UInt32.max

  init(_ table: NameTable, shape: DocumentShape, options: CodableOptions) {
    self.table = table
    self.options = options
    holders = Array(repeating: 0, count: table.entries.count)
    if shape == .elements || options.memberNames == .camelCase { group() }
  }

  private mutating func group() {
    for index in 0..<UInt32(clamping: table.entries.count) {
      let text = folded(table.name(index))
      if let first = groupsByText[text] {
        groups.append(first)
      } else {
        groupsByText[text] = index
        groups.append(index)
      }
    }
  }

  private func folded(_ text: String) -> String {
    options.memberNames == .camelCase ? String(decoding: text.utf8.map(\.asciiFolded), as: UTF8.self) : text
  }

  @inline(__always)
  func group(of name: UInt32) -> UInt32 { groups.isEmpty ? name : groups[Int(name)] }

  /// The index of a key; `slot` moves on to where the guess for the next one stands.
  @inline(__always)
  mutating func index(of key: String, slot: inout Int) -> Int {
    let index = keys.index(of: key, slot: &slot)
    if index == keyGroups.count { keyGroups.append(findGroup(of: options.memberName(key))) }
    return index
  }

  /// The group of the names that a key means; ``none`` when the document has no such name.
  @inline(__always)
  func group(ofKey index: Int) -> UInt32 { keyGroups[index] }

  private func findGroup(of text: String) -> UInt32 {
    guard groups.isEmpty else { return groupsByText[folded(text)] ?? Self.none }
    var text = text
    return text.withUTF8Span { table.existingIndex(of: $0, namespace: 0) } ?? Self.none
  }

  /// Whether a name is spelled exactly as the key is to be.
  func isExact(_ name: UInt32, _ key: String) -> Bool {
    Array(table.text[table.entries[Int(name)].range]).elementsEqual(options.memberName(key).utf8)
  }

  func text(of name: UInt32) -> String { name == Node.noName ? "" : table.name(name) }

  /// Whether a name has no text: that of the text of an XML element which has attributes.
  func isEmpty(_ name: UInt32) -> Bool { name == Node.noName || table.entries[Int(name)].count == 0 }

  mutating func beginObject() { holder &+= 1 }

  /// Notes that the object which began last has a member of a group; `true` when it has had one before.
  @inline(__always)
  mutating func isRepeated(_ group: UInt32) -> Bool {
    if holders[Int(group)] == holder { return true }
    holders[Int(group)] = holder
    return false
  }
}
