/// Single values of a stream that a ``DocumentBuilder`` reads, in memory that does not move while a reader has it.
package final class ValueBuilder {
  package var builder: DocumentBuilder
  private var nodes = UnsafeMutableBufferPointer<Node>.allocate(capacity: 0)
  private var texts = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)

  package init(_ builder: consuming DocumentBuilder) { self.builder = builder }

  deinit {
    nodes.deallocate()
    texts.deallocate()
  }

  /// Makes the builder wait for one value.
  ///
  /// - Parameters:
  ///   - depth: How many containers are open.
  ///   - nodeCount: How many values there have been.
  package func expect(type: UInt16, isNillable: Bool, depth: Int, nodeCount: Int) {
    builder.restart(depth: depth, nodeCount: nodeCount)
    builder.expect(type: type, nillable: isNillable)
  }

  /// Puts the builder's value at hand.
  ///
  /// - Parameters:
  ///   - name: The value's ``Node/name``.
  ///   - flags: Those of its ``Node/flags`` that say what the name is.
  /// - Returns: How many nodes the value has; 0 where something has to be known beyond it.
  package func show(name: UInt32, flags: Node.Flags, in window: inout NodeWindow) -> Int {
    let count = builder.nodes.count
    guard count > 0, builder.annotations.isEmpty else { return 0 }
    nodes = Self.copy(builder.nodes, into: nodes)
    nodes[0].name = name
    nodes[0].flags.formUnion(flags)
    texts = Self.copy(builder.arena, into: texts)
    window.nodes = UnsafeBufferPointer(rebasing: nodes[..<count])
    window.arena = UnsafeBufferPointer(rebasing: texts[..<builder.arena.count])
    window.index = 0
    return count
  }

  private static func copy<Element: BitwiseCopyable>(
    _ elements: [Element], into buffer: UnsafeMutableBufferPointer<Element>
  ) -> UnsafeMutableBufferPointer<Element> {
    var buffer = buffer
    if elements.count > buffer.count {
      buffer.deallocate()
      buffer = .allocate(capacity: elements.count * 2)
    }
    _ = buffer.initialize(from: elements)
    return buffer
  }
}
