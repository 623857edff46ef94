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

  /// The node of the value that comes next; ``Node/end`` where there is none.
  @inlinable @inline(__always)
  var node: Node { isAtEnd ? .end : nodes[index] }

  /// Whether there is no value, as for a type that reads more than one of its own.
  @inlinable @inline(__always)
  var isAtEnd: Bool { UInt(bitPattern: index) >= UInt(bitPattern: nodes.count) }

  @inlinable @inline(__always)
  func text(of node: Node) -> UnsafeBufferPointer<UInt8> {
    let bytes = node.flags.contains(.inArena) ? arena : source
    let start = Int(node.start)
    let count = Int(node.extent)
    precondition(start &+ count <= bytes.count)
    return UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: count)
  }
}

extension Node {
  /// What a reader sees behind the last value: a mention of nothing, which no type reads.
  @inlinable
  static var end: Node { Node(kind: .reference, flags: [], type: 0) }
}
