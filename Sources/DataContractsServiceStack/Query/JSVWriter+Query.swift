import DataContractsCore

/// Query strings, whose values are JSV.
extension JSVWriter {
  mutating func writeQuery() throws(DocumentError) {
    let root = try resolved(0)
    let node = view.node(root)
    switch node.kind {
    case .object:
      syntax = .query
      try writePairs(of: root)
    case .dictionary:
      syntax = .query
      try writeEntryPairs(of: root)
    case .null: throw notRepresentable(0, expected: "a value", found: "null")
    default: try write(root)
    }
  }

  private mutating func writePairs(of object: Int) throws(DocumentError) {
    planMembers(of: object, in: .declared)
    var isFirst = true
    for position in items.indices {
      let item = items[position]
      if item.child > 0 ? view.node(item.child).kind == .null : !hasDefault(item) { continue }
      if !isFirst { output.append(0x26) }
      isFirst = false
      writeName(item)
      output.append(0x3D)
      if item.child > 0 {
        try writePairValue(item.child, cutsBrackets: true)
      } else {
        try writeDefault(table.members[item.member].type, of: object)
      }
    }
  }

  private mutating func writeEntryPairs(of dictionary: Int) throws(DocumentError) {
    var isFirst = true
    var key = dictionary + 1
    while key < view.after(dictionary) {
      let value = view.after(key)
      if view.node(value).kind != .null {
        if !isFirst { output.append(0x26) }
        isFirst = false
        try writeKey(key)
        output.append(0x3D)
        try writePairValue(value, cutsBrackets: false)
      }
      key = view.after(value)
    }
  }

  /// Writes a pair's value: a text percent-encoded as a whole, all else as JSV.
  private mutating func writePairValue(_ index: Int, cutsBrackets: Bool) throws(DocumentError) {
    let index = try resolved(index)
    let node = view.node(index)
    let type = table.compiled[Int(node.type)]
    let isName = type.shape == .primitive && type.primitive == .qName
    if node.kind == .string || node.kind == .text, !isName {
      if node.kind == .text, Self.isDate(view.text(of: node)) { return output.append(view.text(of: node)) }
      if let displayed = displayedURI(view.text(of: node), node.type) {
        return displayed.withUnsafeBufferPointer { PercentText.append($0, to: &output) }
      }
      return PercentText.append(view.text(of: node), to: &output)
    }
    let start = output.count
    try write(index)
    if cutsBrackets, node.kind == .list { cutBrackets(from: start, nesting: table.nesting(of: node.type)) }
  }

  /// Cuts the brackets at both ends of what was written from `start` on, where they can be told again.
  private mutating func cutBrackets(from start: Int, nesting: Int) {
    let written = Array(output.bytes[start..<output.count])
    let isBracket = { (byte: UInt8) in byte == 0x5B || byte == 0x5D }
    let cut = Array(written.drop(while: isBracket).reversed().drop(while: isBracket).reversed())
    guard ListBrackets(around: cut, nesting: nesting).restored(cut) == written else { return }
    output.truncate(to: start)
    output.append(cut)
  }
}
