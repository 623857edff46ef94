/// Single values of a stream that a ``DocumentBuilder`` reads, in memory that does not move while a reader has it.
package final class ValueBuilder {
  package var builder: DocumentBuilder
  private var nodes = UnsafeMutableBufferPointer<Node>(start: nil, count: 0)

  package init(_ builder: consuming DocumentBuilder) { self.builder = builder }

  deinit { nodes.deallocate() }

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
  ///   - texts: Where its texts go.
  /// - Returns: How many nodes the value has; 0 where something has to be known beyond it.
  package func show(
    name: UInt32, flags: Node.Flags, in window: inout NodeWindow, texts: inout TextMemory
  ) -> Int {
    let count = builder.nodes.count
    guard count > 0, builder.annotations.isEmpty else { return 0 }
    nodes.reserve(count + 1, keeping: 0)
    _ = nodes[1...].initialize(from: builder.nodes)
    nodes[1].name = name
    nodes[1].flags.formUnion(flags)
    window.nodes = UnsafeBufferPointer(rebasing: nodes[1...count])
    window.index = 0
    texts.begin(in: &window)
    _ = texts.add(builder.arena, in: &window)
    return count
  }
}

/// Texts at hand that are no slices of an input, in memory that does not move while a reader has it.
package struct TextMemory: ~Copyable {
  private var bytes = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  package init() {}

  deinit { bytes.deallocate() }

  /// Forgets the texts of values before.
  package func begin(in window: inout NodeWindow) { window.arena = UnsafeBufferPointer(start: nil, count: 0) }

  /// Puts a text at hand behind those that are.
  ///
  /// - Returns: Where it begins in ``NodeWindow/arena``.
  package mutating func add(_ text: [UInt8], in window: inout NodeWindow) -> Int {
    let start = window.arena.count
    bytes.reserve(start + text.count, keeping: start)
    _ = bytes[start...].initialize(from: text)
    window.arena = UnsafeBufferPointer(rebasing: bytes[..<(start + text.count)])
    return start
  }
}

extension UnsafeMutableBufferPointer where Element: BitwiseCopyable {
  fileprivate mutating func reserve(_ capacity: Int, keeping kept: Int) {
    guard capacity > count else { return }
    let larger = UnsafeMutableBufferPointer.allocate(capacity: capacity * 2)
    _ = larger.initialize(from: self[..<kept])
    deallocate()
    self = larger
  }
}
