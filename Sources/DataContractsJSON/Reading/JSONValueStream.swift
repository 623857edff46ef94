import DataContractsCore

/// The values of a JSON text, one at a time, for Swift types that want no document.
///
/// Names are compared in place with that of the member that the contract declares next, and texts are passed on as
/// slices. What is rarer goes through ``JSONReader`` and the builder, value by value.
///
/// Safety: `JSONFormat.decodeWithoutDocument(_:from:)` keeps the text and the contract's table alive while the stream
/// lives; the stream's own memory, `node` and `successors`, goes with it. Indices come from the table; each access to it
/// and to `successors` is checked nevertheless. Pointers to expected values are into the table, or live as long as the
/// call that they are handed to.
final class JSONValueStream: ValueStream {
  var hasFailed = false
  let text: JSONBytes
  let contract: ContractPointers
  let expected: ExpectedValues
  let dialect: JSONDialect
  let limits: Limits
  let depthLimit: Int
  var reader: JSONReader
  var position: Int
  /// Containers that are open.
  var depth = 0
  /// Values so far, for ``Limits/nodes``.
  var nodeCount = 0
  /// How many items the list had that ended last.
  private var lastCount = 0
  /// For each member the one that came after it last time; see ``ContractTable/declaredSuccessors``.
  let successors: UnsafeMutableBufferPointer<UInt16>
  /// Where the members under the names that are compared before they are searched for begin in
  /// ``ContractTable/expectedMembers``.
  var spellingStart: Int
  /// The value that comes next, where it is one node.
  let node = UnsafeMutablePointer<Node>.allocate(capacity: 1)
  /// Reads the values that are not frequent.
  let values: ValueBuilder

  /// - Parameter text: A text that is UTF-8.
  init(
    _ text: JSONBytes, _ dialect: JSONDialect, _ contract: ContractPointers, _ expected: ExpectedValues,
    successors: [UInt16], _ builder: consuming DocumentBuilder, limits: Limits
  ) {
    self.text = text
    self.contract = contract
    self.expected = expected
    self.dialect = dialect
    self.limits = limits
    depthLimit = limits.effectiveDepth
    reader = JSONReader(text, dialect)
    position = text.start
    spellingStart = expected.start(of: dialect.spelling)
    self.successors = .allocate(capacity: successors.count)
    _ = self.successors.initialize(from: successors)
    values = ValueBuilder(builder)
  }

  deinit {
    successors.deallocate()
    node.deallocate()
  }

  func begin(_ root: Contract.Root) -> NodeWindow {
    var window = NodeWindow(
      nodes: UnsafeBufferPointer(start: nil, count: 0), source: text.slice(0, text.count),
      arena: UnsafeBufferPointer(start: nil, count: 0))
    let start = text.afterWhiteSpace(from: position)
    let type = root.type.rawValue
    let expected = ExpectedValue(type: type, contract.type(type), isNillable: root.isNillable)
    _ = withUnsafePointer(to: expected) { readValue($0, at: start, in: &window) }
    return window
  }

  var isAtEnd: Bool { depth == 0 && text.afterWhiteSpace(from: position) == text.count }

  func enter(_ container: Node, _ state: inout OpenContainer) -> Int {
    depth &+= 1
    position &+= 1
    state.begin(container.type, contract.pointer(toType: container.type))
    // Most lists of a document are about as long, and one that grows is copied.
    return state.memberCount == 0 ? min(lastCount, 8) : 0
  }

  func skip(_ container: Node, in window: inout NodeWindow) {
    let expected = ExpectedValue(type: container.type, contract.type(container.type), isNillable: false)
    if withUnsafePointer(to: expected, { readThroughBuilder($0, at: position, in: &window) }) >= 0 {
      window.index = window.nodes.count
    }
  }

  func nextItem(of list: inout OpenContainer, in window: inout NodeWindow) -> Int {
    guard let start = moveToNext(in: &list, closing: 0x5D) else {
      lastCount = list.successor
      return -1
    }
    list.successor &+= 1
    return readValue(expected.item(ofList: list.type), at: start, in: &window)
  }

  func nextMember(of object: inout OpenContainer, in window: inout NodeWindow) -> Int {
    while let start = moveToNext(in: &object, closing: 0x7D) {
      switch expectedMember(of: object, at: start) ?? searchMember(of: object, at: start) {
      case .known(let index, let member, let valueStart):
        guard object.note(index, member) else { return fail() }
        guard text.byte(at: valueStart) == 0x22 else { return readValue(member, at: valueStart, in: &window) }
        return readString(member, at: valueStart, in: &window)
      case .unknown(let valueStart):
        guard passOver(at: valueStart) else { return -1 }
      case .unreadable: return fail()
      }
    }
    return -1
  }

  /// Moves to the next member or item.
  ///
  /// - Returns: Where it begins; `nil` when the container has ended, which the stream leaves then.
  @inline(__always)
  private func moveToNext(in container: inout OpenContainer, closing mark: UInt8) -> Int? {
    let (next, byte) = text.token(from: position)
    if byte == 0x2C, container.progress == 2 { return text.afterWhiteSpace(from: next &+ 1) }
    if byte == mark, container.missing == 0 {
      depth &-= 1
      position = next &+ 1
      return nil
    }
    guard container.progress == 1 else {
      _ = fail()
      return nil
    }
    container.progress = 2
    return next
  }

  /// Gives up: the input has to be read as a document.
  ///
  /// - Returns: -1.
  @inline(never)
  func fail() -> Int {
    hasFailed = true
    // No value begins or ends here, so that whoever asks on hears the same.
    position = text.count
    return -1
  }
}

extension OpenContainer {
  /// Begins an object or a list, at whose first value a stream stands.
  @inline(__always)
  mutating func begin(_ type: UInt16, _ compiled: UnsafePointer<CompiledType>) {
    progress = 1
    self.type = Int(type)
    // A list has no members, and counts its items in place of a slot.
    memberCount = Int(compiled.pointee.memberCount)
    missing = Int(compiled.pointee.requiredCount)
    memberStart = Int(compiled.pointee.memberStart)
    if !compiled.pointee.isList { successor = memberStart &+ self.type }
  }

  /// Notes that a member has come.
  ///
  /// - Returns: `false` for one that has come before.
  @inline(__always)
  mutating func note(_ index: Int, _ member: UnsafePointer<ExpectedValue>) -> Bool {
    // Plain objects have at most 64 members.
    let bit: UInt = 1 &<< UInt(truncatingIfNeeded: index)
    guard seen & bit == 0 else { return false }
    seen |= bit
    if member.pointee.isRequired { missing &-= 1 }
    successor = memberStart &+ type &+ index &+ 1
    return true
  }
}
