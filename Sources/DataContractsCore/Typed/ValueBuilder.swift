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

  /// Puts the builder's value at hand; there is room for one more node in front of it.
  ///
  /// - Parameters:
  ///   - name: The value's ``Node/name``.
  ///   - flags: Those of its ``Node/flags`` that say what the name is.
  /// - Returns: How many nodes the value has; 0 where something has to be known beyond it.
  package func show(name: UInt32, flags: Node.Flags, in window: inout NodeWindow) -> Int {
    let count = builder.nodes.count
    guard count > 0, builder.annotations.isEmpty else { return 0 }
    Self.reserve(count + 1, keeping: 0, in: &nodes)
    _ = nodes[1...].initialize(from: builder.nodes)
    nodes[1].name = name
    nodes[1].flags.formUnion(flags)
    window.nodes = UnsafeBufferPointer(rebasing: nodes[1...count])
    window.arena = UnsafeBufferPointer(rebasing: texts[..<0])
    _ = add(builder.arena, in: &window)
    window.index = 0
    return count
  }

  /// Puts a text at hand behind those of the value that is.
  ///
  /// - Returns: Where it begins in ``NodeWindow/arena``.
  package func add(_ text: [UInt8], in window: inout NodeWindow) -> Int {
    let start = window.arena.count
    Self.reserve(start + text.count, keeping: start, in: &texts)
    _ = texts[start...].initialize(from: text)
    window.arena = UnsafeBufferPointer(rebasing: texts[..<(start + text.count)])
    return start
  }

  private static func reserve<Element: BitwiseCopyable>(
    _ count: Int, keeping kept: Int, in buffer: inout UnsafeMutableBufferPointer<Element>
  ) {
    guard count > buffer.count else { return }
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: count * 2)
    _ = larger.initialize(from: buffer[..<kept])
    buffer.deallocate()
    buffer = larger
  }
}
