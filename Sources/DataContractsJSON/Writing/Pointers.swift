import DataContractsCore

// What the writer does for every node, as functions of this module: Swift 6.3 inlines `public` functions of another module
// and never `package` ones, whatever their attributes; measured, the calls made up a third of the time.

/// A contract's table laid open: plain pointers in place of reference-counted arrays.
///
/// Safety: it lives only inside `ContractTable.withPointers`, whose table outlives it. Indices come from nodes and from
/// the table itself, and `ContractBuilder` has checked them against each other; each access checks once more.
struct ContractPointers {
  let types: UnsafeBufferPointer<CompiledType>
  let members: UnsafeBufferPointer<CompiledMember>
  let declaredOrder: UnsafeBufferPointer<UInt16>
  /// `ContractTable.text`.
  let text: UnsafeBufferPointer<UInt8>

  @inline(__always)
  func type(_ index: UInt16) -> CompiledType {
    precondition(Int(index) < types.count)
    return types[Int(index)]
  }

  /// A member by its index among all members.
  @inline(__always)
  func member(_ index: Int) -> CompiledMember {
    precondition(index >= 0 && index < members.count)
    return members[index]
  }

  /// The member at a position of the declared order, which begins at `start` among all members.
  @inline(__always)
  func declared(_ position: Int, from start: Int) -> Int {
    let place = UInt(bitPattern: start &+ position)
    precondition(place < UInt(bitPattern: declaredOrder.count))
    return Int(declaredOrder.baseAddress.unsafelyUnwrapped[Int(bitPattern: place)])
  }

  func text(_ slice: ContractText) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[slice.range])
  }
}

extension ContractTable {
  /// Calls `body` with the table's arrays as pointers, which must not leave it.
  ///
  /// - Parameter memberOrder: Which order the pointers show as the declared one.
  func withPointers<Result>(
    _ memberOrder: JSONDialect.MemberOrder, _ body: (ContractPointers) -> Result
  ) -> Result {
    compiled.withUnsafeBufferPointer { types in
      members.withUnsafeBufferPointer { members in
        (memberOrder == .source ? sourceOrder : declaredOrder).withUnsafeBufferPointer { order in
          text.withUnsafeBufferPointer { text in
            body(ContractPointers(types: types, members: members, declaredOrder: order, text: text))
          }
        }
      }
    }
  }
}

extension Node {
  @inline(__always)
  var holdsNodes: Bool {
    switch kind {
    case .file, .list, .object, .dictionary: true
    default: false
    }
  }

  /// How many nodes the value takes, itself included.
  @inline(__always)
  var size: Int { holdsNodes ? Int(extent) &+ 1 : 1 }

  @inline(__always)
  func has(_ flag: UInt8) -> Bool { flags.rawValue & flag != 0 }
}

extension DocumentView {
  @inline(__always)
  func at(_ index: Int) -> Node {
    precondition(index >= 0 && index < nodes.count)
    return nodes[index]
  }

  /// A scalar's text, and the bytes from its beginning to the end of the memory that it lies in.
  @inline(__always)
  func bytes(of node: Node) -> (text: UnsafeBufferPointer<UInt8>, readable: Int) {
    let memory = node.has(1) ? arena : source
    let readable = memory.count &- Int(node.start)
    precondition(Int(node.extent) <= readable)
    let base = memory.baseAddress.map { $0 + Int(node.start) }
    return (UnsafeBufferPointer(start: base, count: Int(node.extent)), readable)
  }
}

extension OutputBuffer {
  /// Calls `body` with room for `room` bytes; it returns how many it wrote.
  @inline(__always)
  mutating func put(room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count &+ room > bytes.count { grow(by: room) }
    let start = count
    var written = 0
    bytes.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { written = body(base + start) }
    }
    count &+= written
  }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    put(room: 1) { room in
      room[0] = byte
      return 1
    }
  }

  @inline(__always)
  mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress else { return }
    put(room: text.count) { room in
      room.update(from: source, count: text.count)
      return text.count
    }
  }

  mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(_ text: [UInt8]) { text.withUnsafeBufferPointer { put($0) } }

  mutating func put(text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }
}
