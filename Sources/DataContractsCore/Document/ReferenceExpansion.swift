/// Writes objects in full where they are mentioned again, for formats that know no identities: what references mention,
/// and where the writer is below them.
package struct ReferenceExpansion {
  /// The objects that have an identity.
  private let targets: [String: Int]
  /// For each node how many containers it is in.
  private let depths: [UInt16]
  /// The references whose objects are being written, the outermost first.
  private var open: [Int] = []
  /// What the recursion is deeper than the depth of the node that is being written.
  package private(set) var offset = 0
  /// How many nodes have been written in the place of references.
  private var copied = 0

  /// The most nodes that stand in the place of references, for each node of the document: without a bound a chain of
  /// objects that mention the next one twice would double with every link.
  private static let copiesPerNode = 64

  package init(of view: DocumentView) {
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

  /// Why an object cannot be written in the place of a reference.
  package struct Refusal: Error {
    package let expected: String
    package let found: String
  }

  /// Begins to write an object in the place of the reference at `index`; ``leave(to:)`` ends it.
  ///
  /// - Returns: The object's node; or why it cannot be written: there is none, it is around the reference, or it would
  ///   nest too deep or make the output too large.
  package mutating func enter(
    _ identity: String, at index: Int, in view: DocumentView
  ) -> Result<Int, Refusal> {
    guard let target = targets[identity] else {
      return .failure(Refusal(expected: "a value", found: "a reference to another object"))
    }
    let inside = target..<view.after(target)
    guard !inside.contains(index), !open.contains(where: { inside.contains($0) }) else {
      return .failure(Refusal(expected: "a value", found: "a reference to an object around it"))
    }
    let depth = offset + Int(depths[index])
    let height = Int(depths[inside].max() ?? 0) - Int(depths[target])
    guard depth + height <= Limits.maximumDepth else {
      return .failure(
        Refusal(expected: "objects nested at most \(Limits.maximumDepth) deep", found: "references to deeper ones"))
    }
    copied += inside.count
    guard copied / Self.copiesPerNode <= view.nodes.count else {
      return .failure(
        Refusal(expected: "references to at most \(Self.copiesPerNode) times the document's values", found: "more"))
    }
    offset = depth - Int(depths[target])
    open.append(index)
    return .success(target)
  }

  /// Ends the object that was begun last.
  ///
  /// - Parameter outer: ``offset`` as it was before.
  package mutating func leave(to outer: Int) {
    offset = outer
    open.removeLast()
  }
}
