/// A document laid open for an encoder: plain pointers in place of reference-counted arrays.
///
/// Safety: a view lives only inside ``Document/withView(_:)``, which keeps the arrays alive. ``DocumentBuilder`` is the
/// only maker of documents; it writes extents and slices within the arrays that it hands over, so the indices that
/// encoders take from nodes are in range. `node(_:)` and `text(of:)` check nevertheless, once each.
package struct DocumentView {
  package let nodes: UnsafeBufferPointer<Node>
  package let source: UnsafeBufferPointer<UInt8>
  package let arena: UnsafeBufferPointer<UInt8>
  package let storage: Document.Storage

  package var table: ContractTable { storage.table }

  @inline(__always)
  package func node(_ index: Int) -> Node {
    precondition(index >= 0 && index < nodes.count)
    return nodes[index]
  }

  /// The canonical text of a scalar.
  @inline(__always)
  package func text(of node: Node) -> UnsafeBufferPointer<UInt8> {
    let bytes = node.flags.contains(.inArena) ? arena : source
    let start = Int(node.start)
    let count = Int(node.extent)
    precondition(start + count <= bytes.count)
    return UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: count)
  }

  /// The index after the subtree at `index`.
  @inline(__always)
  package func after(_ index: Int) -> Int { index &+ node(index).span }
}

extension Document {
  /// Calls `body` with the document's arrays as pointers, which must not leave it.
  package func withView<Result, Failure: Error>(
    _ body: (DocumentView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let storage = storage
    return try storage.nodes.withUnsafeBufferPointer { nodes throws(Failure) -> Result in
      try storage.source.withUnsafeBufferPointer { source throws(Failure) -> Result in
        try storage.arena.withUnsafeBufferPointer { arena throws(Failure) -> Result in
          try body(DocumentView(nodes: nodes, source: source, arena: arena, storage: storage))
        }
      }
    }
  }
}
