import DataContractsCore

/// What references mention, and where the writer is below them.
struct ReferenceExpansion {
  /// The objects that have an identity.
  let targets: [String: Int]
  /// For each node how many containers it is in.
  let depths: [UInt16]
  /// The references whose objects are being written, the outermost first.
  var open: [Int] = []
  /// What the recursion is deeper than the depth of the node that is being written.
  var offset = 0
  /// How many nodes have been written in the place of references.
  var copied = 0

  /// The most nodes that stand in the place of references, for each node of the document: without a bound a chain of
  /// objects that mention the next one twice would double with every link.
  static let copiesPerNode = 64

  init(of view: DocumentView) {
    var targets: [String: Int] = [:]
    for note in view.storage.annotations {
      if case .identity(let identity) = note.content { targets[identity] = Int(note.node) }
    }
    self.targets = targets
    depths = Self.depths(of: view)
  }

  private static func depths(of view: DocumentView) -> [UInt16] {
    var depths: [UInt16] = []
    depths.reserveCapacity(view.nodes.count)
    var ends: [Int] = []
    for index in view.nodes.indices {
      while let end = ends.last, index >= end { ends.removeLast() }
      depths.append(UInt16(clamping: ends.count))
      if view.node(index).kind.isContainer { ends.append(view.after(index)) }
    }
    return depths
  }

  /// How many levels there are below a node.
  func height(of nodes: Range<Int>) -> Int {
    Int(depths[nodes].max() ?? 0) - Int(depths[nodes].first ?? 0)
  }
}

extension FieldWriter {
  /// Writes the object that a reference mentions once more: MultipartDataMediaFormatter knows no identities.
  mutating func writeReferenced(_ index: Int, _ node: Node) throws(DocumentError) {
    var expansion = references ?? ReferenceExpansion(of: view)
    references = nil
    let identity = String(decoding: view.text(of: node), as: UTF8.self)
    guard let target = expansion.targets[identity] else { throw refusal("a value", "a reference to another object") }
    let inside = target..<view.after(target)
    guard !inside.contains(index), !expansion.open.contains(where: { inside.contains($0) }) else {
      throw refusal("a value", "a reference to an object around it")
    }
    let outer = expansion.offset
    let depth = outer + Int(expansion.depths[index])
    guard depth + expansion.height(of: inside) <= Limits.maximumDepth else {
      throw refusal("objects nested at most \(Limits.maximumDepth) deep", "references to deeper ones")
    }
    expansion.copied += inside.count
    guard expansion.copied / ReferenceExpansion.copiesPerNode <= view.nodes.count else {
      throw refusal("references to at most \(ReferenceExpansion.copiesPerNode) times the document's values", "more")
    }
    expansion.offset = depth - Int(expansion.depths[target])
    expansion.open.append(index)
    references = expansion
    try write(target)
    references?.offset = outer
    references?.open.removeLast()
  }
}
