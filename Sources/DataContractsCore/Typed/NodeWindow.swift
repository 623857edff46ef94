/// Values that a reader has at hand, in document order, and the texts that they are slices of.
///
/// Safety: whoever makes a window keeps its memory alive while a reader has it. Indices and slices are checked here, once
/// for each access.
@usableFromInline
package struct NodeWindow {
  @usableFromInline package var nodes: UnsafeBufferPointer<Node>
  @usableFromInline package let source: UnsafeBufferPointer<UInt8>
  @usableFromInline package var arena: UnsafeBufferPointer<UInt8>
  /// The value that comes next.
  @usableFromInline package var index = 0
  /// The 16 bytes of a GUID whose node has ``Node/Flags/rawBytes``, in the order of its digits.
  @usableFromInline package var guid: (low: UInt64, high: UInt64) = (0, 0)

  package init(
    nodes: UnsafeBufferPointer<Node>, source: UnsafeBufferPointer<UInt8>, arena: UnsafeBufferPointer<UInt8>
  ) {
    self.nodes = nodes
    self.source = source
    self.arena = arena
  }

  @inlinable @inline(__always)
  var node: Node {
    precondition(index < nodes.count)
    return nodes[index]
  }

  @inlinable @inline(__always)
  func text(of node: Node) -> UnsafeBufferPointer<UInt8> {
    let bytes = node.flags.contains(.inArena) ? arena : source
    let start = Int(node.start)
    let count = Int(node.extent)
    precondition(start &+ count <= bytes.count)
    return UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: count)
  }
}
