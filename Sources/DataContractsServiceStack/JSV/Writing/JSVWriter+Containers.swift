import DataContractsCore

extension JSVWriter {
  mutating func beginList(_ index: Int) throws(DocumentError) {
    let type = table.compiled[Int(view.node(index).type)]
    let item = table.compiled[Int(type.first)]
    let holdsObjects =
      type.shape == .list
      && (item.shape == .object || item.shape == .primitive && item.primitive == .qName)
    try open(
      Frame(kind: .list, node: index, next: index + 1, end: view.after(index), hasEmptyObjects: holdsObjects), 0x5B)
  }

  mutating func beginObject(_ index: Int) throws(DocumentError) {
    if let name = structureName(view.node(index).type) { return writeStructure(name) }
    let start = items.count
    planMembers(of: index, in: .declared)
    try open(Frame(kind: .object, node: index, next: start, end: items.count, start: start), 0x7B)
    let isHidden = hidesTypeName
    hidesTypeName = false
    guard view.node(index).flags.contains(.concreteType), !isHidden else { return }
    frames[frames.count - 1].isFirst = false
    writeTypeName(of: index)
  }

  mutating func open(_ frame: Frame, _ bracket: UInt8) throws(DocumentError) {
    guard frames.count < Limits.maximumDepth else {
      throw notRepresentable(
        frame.node, expected: "at most \(Limits.maximumDepth) nested containers", found: "more")
    }
    output.append(bracket)
    frames.append(frame)
  }

  /// Writes the next child of the container that is open, or its end.
  mutating func writeNext() throws(DocumentError) {
    let last = frames.count - 1
    let frame = frames[last]
    guard frame.next < frame.end else { return close(frame) }
    switch frame.kind {
    case .list: try writeItem(frame)
    case .dictionary: try writeEntry(frame)
    case .object:
      frames[last].next += 1
      try writeMember(items[frame.next], of: frame.node)
    }
  }

  private mutating func close(_ frame: Frame) {
    output.append(frame.kind == .list ? 0x5D : 0x7D)
    if frame.kind == .object { items.removeLast(items.count - frame.start) }
    frames.removeLast()
  }

  private mutating func separate() {
    if !frames[frames.count - 1].isFirst { output.append(0x2C) }
    frames[frames.count - 1].isFirst = false
  }

  private mutating func writeItem(_ frame: Frame) throws(DocumentError) {
    let index = frame.next
    frames[frames.count - 1].next = view.after(index)
    place = frame.isFirst ? .firstItem : .item
    separate()
    guard view.node(index).kind != .null else {
      if frame.hasEmptyObjects { output.append("{}") }
      return
    }
    isNullableItem = table.compiled[Int(view.node(frame.node).type)].firstIsNillable
    try begin(index)
  }

  /// Entries whose value is null are left out, as null members are.
  private mutating func writeEntry(_ frame: Frame) throws(DocumentError) {
    let key = frame.next
    let value = view.after(key)
    frames[frames.count - 1].next = view.after(value)
    guard view.node(value).kind != .null else { return }
    separate()
    try writeKey(key)
    output.append(0x3A)
    place = .member
    try begin(value)
  }

  mutating func writeKey(_ key: Int) throws(DocumentError) {
    let node = view.node(key)
    guard !node.kind.isContainer, node.kind != .null else {
      throw notRepresentable(key, expected: "a key that is no container and not null", found: "\(node.kind)")
    }
    place = .member
    try begin(key)
  }

  private mutating func writeMember(_ item: MemberItem, of object: Int) throws(DocumentError) {
    guard item.child > 0 else { return try writeAbsentMember(item, of: object) }
    let node = view.node(item.child)
    if node.kind == .null || isSuppressed(item, node) { return }
    separate()
    writeName(item)
    output.append(0x3A)
    place = .member
    if syntax == .query, isTypeName(item) { return PercentText.append(view.text(of: node), to: &output) }
    try begin(item.child)
  }

  /// Whether a member that no contract knows is the name of a type, which query strings never quote.
  private func isTypeName(_ item: MemberItem) -> Bool {
    let node = view.node(item.child)
    return item.member < 0 && (node.kind == .string || node.kind == .text)
      && view.storage.names.name(node.name) == "__type"
  }

  private mutating func writeAbsentMember(_ item: MemberItem, of object: Int) throws(DocumentError) {
    let member = table.members[item.member]
    let type = table.compiled[Int(member.type)]
    guard hasDefault(item), member.emitsDefaultValue || type.shape == .enumeration else { return }
    separate()
    writeName(item)
    output.append(0x3A)
    try writeDefault(member.type, of: object)
  }

  /// `EmitDefaultValue = false` leaves out the defaults of all types but enumerations.
  private func isSuppressed(_ item: MemberItem, _ node: Node) -> Bool {
    guard item.member >= 0 else { return false }
    let member = table.members[item.member]
    guard !member.emitsDefaultValue, !member.isNillable else { return false }
    return node.kind != .enumeration && view.isDefault(item.child)
  }
}
