import DataContractsCore

extension JSONValueStream {
  /// Whether a dictionary's entries can be shown one by one: where all of them stay, each with its key as it stands.
  @inline(__always)
  private func showsEntries(of expected: UnsafePointer<ExpectedValue>) -> Bool {
    keepsRepeatedKeys && contract.pointer(toType: expected.pointee.node.type).pointee.hasTextKeys
  }

  /// Moves to a dictionary's opening brace; reads an object of any other kind whole.
  @inline(never)
  func readDictionary(_ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow) -> Int {
    guard depth < limits.depth, showsEntries(of: expected) else {
      return readThroughBuilder(expected, at: start, in: &window)
    }
    let name = show(expected, from: start, extent: .max, end: start, in: &window)
    node.pointee.kind = .dictionary
    return name
  }

  /// Moves to the next entry: its key, and behind that its value.
  @inline(never)
  func nextEntry(of dictionary: inout OpenContainer, in window: inout NodeWindow) -> Int {
    // In a document a key or value that nobody has read comes next.
    guard dictionary.progress == 1 || window.index == window.nodes.count else { return fail() }
    guard dictionary.isDictionary, let start = moveToNext(in: &dictionary, closing: 0x7D) else {
      lastEntryCount = dictionary.successor
      return -1
    }
    dictionary.successor &+= 1
    guard text.byte(at: start) == 0x22 else { return fail() }
    let end = text.plainEnd(from: start &+ 1)
    guard text.byte(at: end) == 0x22 else {
      return readEscapedEntry(of: dictionary.type, from: start &+ 1, plainTo: end, in: &window)
    }
    let count = end &- start &- 1
    guard count <= limits.keyBytes, readEntryValue(of: dictionary.type, behind: end &+ 1, in: &window) else {
      return fail()
    }
    return showKey(of: dictionary.type, start &+ 1, count, [], in: &window)
  }

  /// Moves to an entry whose key has escapes.
  private func readEscapedEntry(
    of type: Int, from start: Int, plainTo plainEnd: Int, in window: inout NodeWindow
  ) -> Int {
    guard let end = unescape(from: start, plainTo: plainEnd), scratch.count <= limits.keyBytes else { return fail() }
    let key = scratch
    // What the window has of texts is that of values before.
    texts.begin(in: &window)
    guard readEntryValue(of: type, behind: end, in: &window) else { return fail() }
    return showKey(of: type, texts.add(key, in: &window), key.count, .inArena, in: &window)
  }

  private func readEntryValue(of type: Int, behind keyEnd: Int, in window: inout NodeWindow) -> Bool {
    let colon = text.afterWhiteSpace(from: keyEnd)
    guard text.byte(at: colon) == 0x3A else { return false }
    nodesLeft &-= 1
    return readValue(expected.value(ofDictionary: type), at: text.afterWhiteSpace(from: colon &+ 1), in: &window) >= 0
  }

  /// Puts a key in front of its value, which is at hand.
  private func showKey(
    of type: Int, _ start: Int, _ count: Int, _ flags: Node.Flags, in window: inout NodeWindow
  ) -> Int {
    guard let value = window.nodes.baseAddress else { return fail() }
    // Both `node` and the nodes of a builder have room for it.
    let key = UnsafeMutablePointer(mutating: value) - 1
    key.pointee = expected.key(ofDictionary: type).pointee.node
    key.pointee.flags = flags
    key.pointee.start = UInt32(truncatingIfNeeded: start)
    key.pointee.extent = UInt32(truncatingIfNeeded: count)
    window.nodes = UnsafeBufferPointer(start: key, count: window.nodes.count &+ 1)
    return 0
  }
}
