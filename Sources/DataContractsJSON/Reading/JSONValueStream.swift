import DataContractsCore

/// The values of a JSON text, one at a time, for Swift types that want no document.
///
/// Names are compared in place with that of the member that the contract declares next, and texts are passed on as
/// slices. What is rarer goes through ``JSONReader`` and the builder, value by value; those are made when it comes, since
/// making them takes longer than reading a small text.
///
/// Safety: `JSONFormat.readWithoutDocument(_:as:_:)` keeps the text, the contract's table, `node` and what `source` points
/// to alive while the stream lives; `learned` goes with the stream. Indices come from the table; each access to it and to
/// the successors is checked nevertheless. Pointers to expected values are into the table, or live as long as the call
/// that they are handed to.
final class JSONValueStream: ValueStream {
  var hasFailed = false
  let text: JSONBytes
  let contract: ContractPointers
  let expected: ExpectedValues
  let limits: StreamLimits
  let wrapsNullableStructures: Bool
  let writesNullItemsAsEmptyObjects: Bool
  /// Whether a dictionary keeps every entry, be its key another's too.
  let keepsRepeatedKeys: Bool
  /// See ``DecodingOptions/roundsExcessDigits``.
  let roundsExcessDigits: Bool
  let source: JSONStreamSource
  var position: Int
  /// Containers that are open.
  var depth = 0
  /// How many values may still come; see ``Limits/nodes``.
  var nodesLeft: Int
  /// How much of the text is known to be UTF-8: all up to the end of the value at hand, of whose text a reader makes
  /// strings.
  private(set) var validatedEnd = 0
  /// How many items the list had that ended last.
  private var lastCount = 1
  /// The same of the dictionary that ended last.
  var lastEntryCount = 1
  /// For each member the one that came after it last time; see ``ContractTable/declaredSuccessors``.
  var successors: UnsafeBufferPointer<UInt16>
  /// The same where it differs from what the contract declares.
  private var learned: UnsafeMutableBufferPointer<UInt16>?
  /// Where the members under the names that are compared before they are searched for begin in
  /// ``ContractTable/expectedMembers``.
  var spellingStart: Int
  /// The value that comes next, where it is one node. There is room for another in front of it.
  let node: UnsafeMutablePointer<Node>
  /// Texts that had escapes, and numbers in canonical form.
  var texts = TextMemory()
  /// Such a text while it is put together.
  var scratch: [UInt8] = []
  private var made: JSONValueMaker?

  /// - Parameter nodes: Room for two.
  init(
    _ text: JSONBytes, _ contract: ContractPointers, _ expected: ExpectedValues, _ source: JSONStreamSource,
    nodes: UnsafeMutablePointer<Node>
  ) {
    self.text = text
    self.contract = contract
    self.expected = expected
    self.source = source
    limits = StreamLimits(source.format.pointee.decoding.limits)
    wrapsNullableStructures = source.format.pointee.dialect.wrapsNullableStructures
    writesNullItemsAsEmptyObjects = source.format.pointee.dialect.writesNullItemsAsEmptyObjects
    keepsRepeatedKeys = source.format.pointee.decoding.duplicateMembers.keepsAll
    roundsExcessDigits = source.format.pointee.decoding.roundsExcessDigits
    nodesLeft = limits.nodes
    position = text.start
    spellingStart = expected.start(of: source.format.pointee.dialect.spelling)
    successors = expected.successors
    node = nodes + 1
  }

  deinit { learned?.deallocate() }

  /// Reads the values that are not frequent; `nil` where the text, of which it may read any part, is not UTF-8.
  var maker: JSONValueMaker? {
    if let made { return made }
    guard validate(to: text.count) else { return nil }
    made = JSONValueMaker(text, source)
    return made
  }

  /// Takes a member for the one that comes after another from now on.
  func learn(_ successor: Int, at slot: Int) {
    guard Int(successors[slot]) != successor else { return }
    let learned = self.learned ?? .allocate(capacity: successors.count)
    if self.learned == nil {
      _ = learned.initialize(from: successors)
      self.learned = learned
      successors = UnsafeBufferPointer(learned)
    }
    learned[slot] = UInt16(truncatingIfNeeded: successor)
  }

  /// Moves to the document's value.
  ///
  /// - Returns: The window in which a reader finds it, and all that follow.
  func begin(_ root: UnsafePointer<ExpectedValue>) -> NodeWindow {
    var window = NodeWindow(
      nodes: UnsafeBufferPointer(start: nil, count: 0), source: text.slice(0, text.count),
      arena: UnsafeBufferPointer(start: nil, count: 0))
    _ = readValue(root, at: text.afterWhiteSpace(from: position), in: &window)
    return window
  }

  /// Whether the input ends behind the document's value, and is UTF-8.
  var isWhole: Bool {
    depth == 0 && text.afterWhiteSpace(from: position) == text.count && validate(to: text.count)
  }

  /// Makes sure that the text up to `end` is UTF-8. What lies behind it is looked at too, so that few calls come to this,
  /// but only as much as stays in the processor's nearest cache until it is read.
  @inline(never)
  func validate(to end: Int) -> Bool {
    let next = text.characterStart(near: min(end &+ 16384, text.count))
    guard UTF8Validation.firstInvalidOffset(in: text.slice(validatedEnd, next &- validatedEnd).span) == nil else {
      return false
    }
    validatedEnd = next
    return true
  }

  @inline(__always)
  func enter(_ container: Node, _ state: inout OpenContainer) -> Int {
    depth &+= 1
    position &+= 1
    state.begin(container.type, contract.pointer(toType: container.type))
    let next = text.byte(at: position)
    guard state.memberCount <= 0, next != 0x5D, next != 0x7D else { return 0 }
    // Most lists of a document are about as long, and one that grows is copied.
    return min(state.isDictionary ? lastEntryCount : lastCount, 8)
  }

  func skip(_ container: Node, in window: inout NodeWindow) {
    let expected = ExpectedValue(type: container.type, contract.type(container.type), isNillable: false)
    if withUnsafePointer(to: expected, { readThroughBuilder($0, at: position, in: &window) }) >= 0 {
      window.index = window.nodes.count
    }
  }

  @inline(__always)
  func nextItem(of list: inout OpenContainer, in window: inout NodeWindow) -> Int {
    guard list.memberCount == 0 else { return nextEntry(of: &list, in: &window) }
    guard let start = moveToNext(in: &list, closing: 0x5D) else {
      lastCount = list.successor
      return -1
    }
    list.successor &+= 1
    return readValue(expected.item(ofList: list.type), at: start, in: &window)
  }

  @inline(__always)
  func nextMember(of object: inout OpenContainer, in window: inout NodeWindow) -> Int {
    guard let member = passExpectedName(of: &object) else { return findMember(of: &object, in: &window) }
    guard object.note(member) else { return fail() }
    let start = position
    if text.byte(at: start) == 0x22 { return readString(member, at: start, in: &window) }
    return readValue(member, at: text.afterWhiteSpace(from: start), in: &window)
  }

  /// Passes the name of the expected member, where it stands without white space round it as compact texts have it.
  @inline(__always)
  private func passExpectedName(of object: inout OpenContainer) -> UnsafePointer<ExpectedValue>? {
    let guess = successor(at: object.successor)
    guard guess < object.memberCount else { return nil }
    let member = expected.member(at: spellingStart &+ object.memberStart &+ guess)
    // All but the first come with the comma before it, and so do the contract's names.
    let comma = object.progress &>> 1
    let length = Int(member.pointee.nameLength) &+ comma
    guard length > 1, text.holds(contract.pointer(toNameOf: member) - comma, length, at: position) else { return nil }
    position &+= length
    object.progress = 2
    return member
  }

  /// Moves to the value of the next member, wherever it stands.
  @inline(never)
  private func findMember(of object: inout OpenContainer, in window: inout NodeWindow) -> Int {
    while let start = moveToNext(in: &object, closing: 0x7D) {
      switch expectedMember(of: object, at: start) ?? searchMember(of: object, at: start) {
      case .known(let member, let valueStart):
        guard object.note(member) else { return fail() }
        return readValue(member, at: valueStart, in: &window)
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
  func moveToNext(in container: inout OpenContainer, closing mark: UInt8) -> Int? {
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
    // Lists and dictionaries have no members, and count items and entries in place of a slot.
    memberCount = compiled.pointee.hasTextKeys ? -1 : Int(compiled.pointee.memberCount)
    missing = Int(compiled.pointee.requiredCount)
    memberStart = Int(compiled.pointee.memberStart)
    if memberCount > 0 { successor = memberStart &+ self.type }
  }

  @inline(__always)
  var isDictionary: Bool { memberCount < 0 }

  /// Notes that a member has come.
  ///
  /// - Returns: `false` for one that has come before.
  @inline(__always)
  mutating func note(_ member: UnsafePointer<ExpectedValue>) -> Bool {
    let index = Int(member.pointee.node.name)
    // Plain objects have at most 64 members.
    let bit: UInt = 1 &<< UInt(truncatingIfNeeded: index)
    guard seen & bit == 0 else { return false }
    seen |= bit
    if member.pointee.isRequired { missing &-= 1 }
    successor = memberStart &+ type &+ index &+ 1
    return true
  }
}

/// The limits that a stream keeps, in whole words.
struct StreamLimits {
  let depth: Int
  let nodes: Int
  let textBytes: Int
  let nameBytes: Int
  let numberBytes: Int

  init(_ limits: Limits) {
    depth = limits.effectiveDepth
    nodes = limits.nodes
    textBytes = limits.textBytes
    nameBytes = limits.nameBytes
    numberBytes = limits.numberBytes
  }

  /// Bytes of a dictionary's key, which is a name and a value.
  var keyBytes: Int { min(textBytes, nameBytes) }
}

extension DecodingOptions.DuplicateMembers {
  // A pattern, since Swift 6.3 compares values of another module's enumeration by a call of its conformance.
  @inline(__always)
  fileprivate var keepsAll: Bool {
    if case .keep = self { true } else { false }
  }
}
