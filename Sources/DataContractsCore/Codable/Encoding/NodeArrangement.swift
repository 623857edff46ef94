extension Node.Flags {
  /// While a value is encoded: the node stands for those of a fragment.
  static var fragment: Node.Flags { Node.Flags(rawValue: 128) }
}

/// Puts an encoder's nodes, and those of its fragments, into the document's order.
///
/// The recursion is as deep as the document, which ``CodableOptions/depth`` bounds.
struct NodeArrangement {
  private var output: [Node] = []
  /// For each name its place among all where members are sorted.
  private let ranks: [Int]?

  static func arranged(_ encoder: ValueEncoder, ranks: [Int]?, mayHaveLists: Bool) -> [Node] {
    if encoder.fragments.isEmpty, ranks == nil, !mayHaveLists { return encoder.nodes }
    var arrangement = NodeArrangement(ranks: ranks)
    arrangement.output.reserveCapacity(encoder.nodes.count)
    arrangement.add(0, of: encoder)
    return arrangement.output
  }

  private init(ranks: [Int]?) { self.ranks = ranks }

  private mutating func add(_ index: Int, of encoder: ValueEncoder) {
    let node = encoder.nodes[index]
    if node.flags.contains(.fragment) {
      let fragment = encoder.fragments[Int(node.start)]
      fragment.endFragment()
      return add(0, of: fragment)
    }
    let isSorted = ranks != nil && node.kind == .object && !node.flags.contains(.listOfElements)
    let target = output.count
    output.append(node)
    guard node.kind.isContainer else { return }
    addChildren(of: index, span: encoder.nodes[index].span, encoder, isSorted: isSorted)
    output[target].extent = UInt32(truncatingIfNeeded: output.count - target - 1)
  }

  private mutating func addChildren(of index: Int, span: Int, _ encoder: ValueEncoder, isSorted: Bool) {
    var children: [Int] = []
    var child = index + 1
    while child < index + span {
      children.append(child)
      child += encoder.nodes[child].span
    }
    if isSorted, let ranks {
      let rank = { (child: Int) in
        let name = encoder.nodes[child].name
        return name == Node.noName ? 0 : ranks[Int(name)]
      }
      children.sort { (rank($0), $0) < (rank($1), $1) }
    }
    for child in children { add(child, of: encoder) }
  }
}
