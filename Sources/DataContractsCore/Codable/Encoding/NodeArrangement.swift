extension Node.Flags {
  /// While a value is encoded: the node stands for those of a fragment.
  static var fragment: Node.Flags { Node.Flags(rawValue: 128) }
}

/// Puts an encoder's nodes, and those of its fragments, into the document's order.
///
/// The recursion is as deep as the document, which ``CodableOptions/depth`` bounds.
struct NodeArrangement {
  private(set) var nodes: [Node] = []
  private(set) var annotations: [Document.Annotation] = []
  /// For each name its place among all where members are sorted.
  private let ranks: [Int]?
  /// XML's: what nodes say by indices.
  private let namespaces: [String]

  /// - Parameter namespaces: The document's namespaces where it is one of elements.
  init(of encoder: ValueEncoder, ranks: [Int]?, namespaces: [String]?) {
    self.ranks = ranks
    self.namespaces = namespaces ?? []
    if encoder.fragments.isEmpty, ranks == nil, namespaces == nil {
      nodes = encoder.nodes
      return
    }
    nodes.reserveCapacity(encoder.nodes.count)
    if namespaces != nil { annotateRoot(of: encoder) }
    add(0, of: encoder)
  }

  /// DataContractSerializer declares `xmlns:i` round all that is no text.
  private mutating func annotateRoot(of encoder: ValueEncoder) {
    guard encoder.nodes.count > 1, encoder.nodes[1].kind.isContainer else { return }
    encoder.nodes[1].flags.insert(.annotated)
    annotations = Self.rootAnnotations
  }

  private static let rootAnnotations = [
    Document.Annotation(node: 1, content: .declares(namespace: DotNetNamespace.xmlSchemaInstance))
  ]

  private mutating func add(_ index: Int, of encoder: ValueEncoder) {
    let node = encoder.nodes[index]
    guard node.flags.isDisjoint(with: [.fragment, .annotated]) else { return addMarked(index, of: encoder) }
    nodes.append(node)
    if node.kind.isContainer { addChildren(of: index, encoder) }
  }

  private mutating func addMarked(_ index: Int, of encoder: ValueEncoder) {
    var node = encoder.nodes[index]
    if node.flags.contains(.fragment) {
      let fragment = encoder.fragments[Int(node.start)]
      fragment.endFragment()
      return add(0, of: fragment)
    }
    if node.type != 0 {
      annotations.append(
        Document.Annotation(
          node: UInt32(truncatingIfNeeded: nodes.count), content: .declares(namespace: namespaces[Int(node.type)])))
      node.type = 0
    }
    nodes.append(node)
    if node.kind.isContainer { addChildren(of: index, encoder) }
  }

  private mutating func addChildren(of index: Int, _ encoder: ValueEncoder) {
    let target = nodes.count - 1
    let node = encoder.nodes[index]
    var children: [Int] = []
    var child = index + 1
    while child < index + node.span {
      children.append(child)
      child += encoder.nodes[child].span
    }
    if let ranks, node.kind == .object, !node.flags.contains(.listOfElements) {
      let rank = { (child: Int) in
        let name = encoder.nodes[child].name
        return name == Node.noName ? 0 : ranks[Int(name)]
      }
      children.sort { (rank($0), $0) < (rank($1), $1) }
    }
    for child in children { add(child, of: encoder) }
    nodes[target].extent = UInt32(truncatingIfNeeded: nodes.count - target - 1)
  }
}
