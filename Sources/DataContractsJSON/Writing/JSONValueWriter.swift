import DataContractsCore

/// Writes the values of Swift types as they come.
///
/// Safety: `JSONFormat.encodeWithoutDocument(_:into:)` keeps the contract's table alive while the sink lives. Indices
/// come from the table; each access to it is checked nevertheless.
struct JSONValueWriter: ~Copyable {
  /// A container that is open. Whole words, as in ``OpenContainer``.
  private struct Open {
    /// The type of a list's items; -1 for an object.
    var itemType = -1
    var itemIsNillable = false
    var memberStart = 0
    var memberCount = 0
    /// How many members have come.
    var position = 0
    var isFirst = true
  }

  private var writer: JSONWriter
  private let contract: ContractPointers
  private let expectedValues: ExpectedValues
  /// Where the members under the dialect's names begin in `expectedValues`.
  private let spellingStart: Int
  private var top = Open()
  private var outer: [Open] = []
  /// The type of the value that comes next; -1 where none may come.
  private var expected: Int
  /// Whether it is a member's, at `place`.
  private var isMember = false
  var place = 0

  init(_ writer: consuming JSONWriter, _ contract: ContractPointers, _ values: ExpectedValues, root: UInt16) {
    self.contract = contract
    expectedValues = values
    spellingStart = values.start(of: writer.dialect.spelling)
    expected = Int(root)
    self.writer = writer
    outer.reserveCapacity(8)
  }

  var depth: Int { outer.count }

  var isComplete: Bool { outer.isEmpty && expected < 0 && !isMember }

  mutating func finish(_ output: inout [UInt8]) { writer.output.give(to: &output) }

  mutating func expect(member index: Int) -> SinkAnswer {
    guard let member = next(index) else { return .refused }
    let type = member.pointee.node.type
    guard !mayBeSuppressed(member), isTaken(type, contract.type(type), member.pointee.isNillable) else {
      return .partWanted
    }
    expected = Int(type)
    isMember = true
    return .taken
  }

  mutating func beginObject() -> Bool {
    guard let type = expectedType, type.shape.isObject, outer.count < Limits.maximumDepth else { return false }
    guard isMember || top.itemType >= 0 || isPlainObject(type) else { return false }
    open(0x7B)
    top = Open(memberStart: Int(type.memberStart), memberCount: Int(type.memberCount))
    expected = -1
    return true
  }

  mutating func beginList() -> Bool {
    guard let type = expectedType, type.shape.isList, outer.count < Limits.maximumDepth else { return false }
    guard isMember || isTaken(UInt16(expected), type, false) else { return false }
    open(0x5B)
    top = Open(itemType: Int(type.first), itemIsNillable: type.firstIsNillable)
    expected = Int(type.first)
    return true
  }

  mutating func end() -> Bool {
    guard let enclosing = outer.popLast(), top.itemType >= 0 || top.position == top.memberCount, !isMember else {
      return false
    }
    writer.end(top.itemType >= 0 ? 0x5D : 0x7D, isEmpty: top.isFirst)
    top = enclosing
    expected = top.itemType
    return true
  }

  private var expectedType: CompiledType? { expected < 0 ? nil : contract.type(UInt16(truncatingIfNeeded: expected)) }

  private mutating func open(_ bracket: UInt8) {
    writeLead()
    writer.begin(bracket)
    outer.append(top)
  }

  /// Writes what comes before the value that comes next.
  private mutating func writeLead() {
    if isMember {
      writeName()
      isMember = false
    } else if top.itemType >= 0 {
      writer.separate(&top.isFirst)
    }
  }

  /// Writes the name of the member at `place`.
  private mutating func writeName() {
    let member = expectedValues.member(at: spellingStart &+ place)
    if member.pointee.nameLength > 0 {
      writer.writeName(of: member, &top.isFirst)
    } else {
      writer.writeName(of: contract.member(place), &top.isFirst)
    }
  }

  /// The member that comes next, if it is the one at `index`.
  @inline(__always)
  private mutating func next(_ index: Int) -> UnsafePointer<ExpectedValue>? {
    guard let member = peek(index) else { return nil }
    advance(to: index)
    return member
  }

  @inline(__always)
  private func peek(_ index: Int) -> UnsafePointer<ExpectedValue>? {
    guard top.position < top.memberCount, contract.declared(top.position, from: top.memberStart) == index, !isMember
    else { return nil }
    return expectedValues.member(at: spellingStart &+ top.memberStart &+ index)
  }

  @inline(__always)
  private mutating func advance(to index: Int) {
    top.position &+= 1
    place = top.memberStart &+ index
  }

  // MARK: - What is taken

  private func isTaken(_ index: UInt16, _ type: CompiledType, _ isNillable: Bool) -> Bool {
    switch type.shape {
    case .primitive: isTaken(type.primitive)
    case .enumeration: true
    case .object: isPlainObject(type) && !(writer.hasUncommonMembers && isNillable && type.isValueType)
    case .list: hasPlainItems(type)
    default: false
    }
  }

  private func isTaken(_ primitive: PrimitiveType) -> Bool {
    switch primitive {
    case .qName: false
    case .anyURI: !writer.looksAtStrings
    case .duration: !writer.hasUncommonMembers
    default: true
    }
  }

  private func hasPlainItems(_ list: CompiledType) -> Bool {
    let item = contract.type(list.first)
    switch item.shape {
    case .primitive: return isTaken(item.primitive)
    case .object: return isPlainObject(item) && !(writer.hasUncommonMembers && list.firstIsNillable && item.isValueType)
    default: return false
    }
  }

  private func isPlainObject(_ type: CompiledType) -> Bool {
    type.isPlainObject && type.hasDeclaredOrder && (writer.dialect.memberOrder == .source || type.hasSourceOrder)
      && !(writer.namesStructures && type.isValueType)
      && !(writer.dialect.refusesRepeatedNames && !type.namesDifferBeyondCase)
  }

  /// Whether a value may be one that is not written, which has to be looked at in a document.
  @inline(__always)
  private func mayBeSuppressed(_ member: UnsafePointer<ExpectedValue>) -> Bool {
    member.pointee.isSuppressible && writer.dialect.suppressedDefaults != .none
  }

  // MARK: - Values

  mutating func null(as index: Int) -> SinkAnswer {
    if index >= 0 {
      guard next(index) != nil else { return .refused }
      return writeNull(contract.member(place))
    }
    if isMember {
      isMember = false
      expected = -1
      return writeNull(contract.member(place))
    }
    guard top.itemType >= 0, top.itemIsNillable else { return .refused }
    let item = contract.type(UInt16(truncatingIfNeeded: top.itemType))
    writer.separate(&top.isFirst)
    writer.output.put(writer.dialect.writesNullItemsAsEmptyObjects && item.shape.isObject ? "{}" : "null")
    return .taken
  }

  private mutating func writeNull(_ member: CompiledMember) -> SinkAnswer {
    guard member.isNillable else { return .refused }
    if writer.dialect.nulls == .omitted { return .taken }
    if !member.emitsDefaultValue, writer.dialect.suppressedDefaults != .none { return .taken }
    writeName()
    writer.output.put("null")
    return .taken
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>, _ primitive: PrimitiveType, as index: Int) -> SinkAnswer {
    if index < 0 { return writeExpected(text, primitive) }
    guard let member = next(index), member.pointee.node.type == UInt16(primitive.rawValue) else { return .refused }
    let form = writer.copies.form(of: primitive)
    guard form != .none, isWrittenAtOnce(member), let source = text.baseAddress else {
      return writeAnyMember(member, text, primitive)
    }
    writer.writeMember(member, form, UnsafeBufferPointer(start: source, count: text.count), &top.isFirst)
    return .taken
  }

  /// Whether a name can be copied and its value is always written.
  @inline(__always)
  private func isWrittenAtOnce(_ member: UnsafePointer<ExpectedValue>) -> Bool {
    member.pointee.nameLength > 0 && !mayBeSuppressed(member)
  }

  @inline(never)
  private mutating func writeAnyMember(
    _ member: UnsafePointer<ExpectedValue>, _ text: UnsafeBufferPointer<UInt8>, _ primitive: PrimitiveType
  ) -> SinkAnswer {
    guard !mayBeSuppressed(member), isTaken(primitive) else { return .partWanted }
    writeName()
    return write(text, primitive)
  }

  mutating func boolean(_ value: Bool, as index: Int) -> SinkAnswer {
    guard let member = next(index), member.pointee.node.type == UInt16(PrimitiveType.boolean.rawValue) else {
      return .refused
    }
    guard isWrittenAtOnce(member) else { return .partWanted }
    writer.writeMember(member, value, &top.isFirst)
    return .taken
  }

  mutating func integer(
    _ magnitude: UInt64, isNegative: Bool, _ primitive: PrimitiveType, as index: Int
  ) -> SinkAnswer {
    guard let member = next(index), member.pointee.node.type == UInt16(primitive.rawValue) else { return .refused }
    guard isWrittenAtOnce(member), case .bare = writer.copies.form(of: primitive) else { return .partWanted }
    writer.writeMember(member, magnitude, isNegative: isNegative, &top.isFirst)
    return .taken
  }

  private mutating func writeExpected(_ text: UnsafeBufferPointer<UInt8>, _ primitive: PrimitiveType) -> SinkAnswer {
    guard expected == Int(primitive.rawValue), isMember || top.itemType >= 0 || outer.isEmpty else { return .refused }
    writeLead()
    expected = top.itemType
    return write(text, primitive)
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>, _ primitive: PrimitiveType) -> SinkAnswer {
    do throws(DocumentError) {
      try writer.writeScalar(0, primitive.kind, UInt16(primitive.rawValue), text)
      return .taken
    } catch {
      return .refused
    }
  }

  mutating func guid(low: UInt64, high: UInt64, as index: Int) -> SinkAnswer {
    // `digits` come by their text.
    guard case .quoted = writer.copies.form(of: PrimitiveType.guid), let member = peek(index),
      member.pointee.node.type == UInt16(PrimitiveType.guid.rawValue), isWrittenAtOnce(member)
    else {
      return .partWanted
    }
    advance(to: index)
    writer.writeMember(member, low: low, high: high, &top.isFirst)
    return .taken
  }

  mutating func enumeration(bits: UInt64) -> Bool {
    guard isMember, let type = expectedType, case .enumeration = type.shape else { return false }
    let index = UInt16(truncatingIfNeeded: expected)
    writeLead()
    expected = -1
    writer.writeEnumeration(bits, of: index)
    return true
  }

  mutating func write(_ part: Document) -> Bool {
    let empty = writer.view
    let isWritten = part.withView { view in
      view.storage.names.withPointers { names, text in
        writer.view = view
        writer.names = names
        writer.nameText = text
        writer.marks = Marks(of: view, writer.dialect)
        do throws(DocumentError) {
          if try writer.beginMember(0, place, &top.isFirst) { try writer.writeContainer(0, view.at(0)) }
          return true
        } catch {
          return false
        }
      }
    }
    writer.view = empty
    return isWritten
  }
}

extension CompiledShape {
  fileprivate var isObject: Bool { if case .object = self { true } else { false } }
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
