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
  private let dialect: JSONDialect
  private var top = Open()
  private var outer: [Open] = []
  /// The type of the value that comes next; -1 where none may come.
  private var expected: Int
  /// Whether it is a member's, at `place`.
  private var isMember = false
  var place = 0

  init(_ writer: consuming JSONWriter, _ contract: ContractPointers, root: UInt16) {
    self.contract = contract
    dialect = writer.dialect
    expected = Int(root)
    self.writer = writer
  }

  var depth: Int { outer.count }

  var isComplete: Bool { outer.isEmpty && expected < 0 && !isMember }

  mutating func finish(_ output: inout [UInt8]) { writer.output.give(to: &output) }

  mutating func expect(member index: Int) -> SinkAnswer {
    guard let member = next(index) else { return .refused }
    let compiled = contract.type(member.pointee.type)
    guard !hasSuppressedDefault(member.pointee), isTaken(member.pointee.type, compiled, member.pointee.isNillable)
    else {
      return .partWanted
    }
    expected = Int(member.pointee.type)
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
      writer.writeName(of: contract.member(place), &top.isFirst)
      isMember = false
    } else if top.itemType >= 0 {
      writer.separate(&top.isFirst)
    }
  }

  /// The member that comes next, if it is the one at `index`.
  @inline(__always)
  private mutating func next(_ index: Int) -> UnsafePointer<CompiledMember>? {
    guard let member = peek(index) else { return nil }
    advance(to: index)
    return member
  }

  @inline(__always)
  private func peek(_ index: Int) -> UnsafePointer<CompiledMember>? {
    guard index >= 0, top.position < top.memberCount, !isMember,
      contract.declared(top.position, from: top.memberStart) == index
    else { return nil }
    return contract.pointer(toMember: top.memberStart &+ index)
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
    type.isPlainObject && type.hasDeclaredOrder && (dialect.memberOrder == .source || type.hasSourceOrder)
      && !(writer.namesStructures && type.isValueType) && !(dialect.refusesRepeatedNames && !type.namesDifferBeyondCase)
  }

  /// Whether a value may be one that is not written, which has to be looked at in a document.
  @inline(__always)
  private func hasSuppressedDefault(_ member: CompiledMember) -> Bool {
    !member.emitsDefaultValue && !member.isNillable && dialect.suppressedDefaults != .none
  }

  // MARK: - Values

  mutating func null(as index: Int) -> SinkAnswer {
    if index >= 0 {
      guard let member = next(index) else { return .refused }
      return writeNull(member.pointee)
    }
    if isMember {
      isMember = false
      expected = -1
      return writeNull(contract.member(place))
    }
    guard top.itemType >= 0, top.itemIsNillable else { return .refused }
    let item = contract.type(UInt16(truncatingIfNeeded: top.itemType))
    writer.separate(&top.isFirst)
    writer.output.put(dialect.writesNullItemsAsEmptyObjects && item.shape.isObject ? "{}" : "null")
    return .taken
  }

  private mutating func writeNull(_ member: CompiledMember) -> SinkAnswer {
    guard member.isNillable else { return .refused }
    if dialect.nulls == .omitted { return .taken }
    if !member.emitsDefaultValue, dialect.suppressedDefaults != .none { return .taken }
    writer.writeName(of: member, &top.isFirst)
    writer.output.put("null")
    return .taken
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>, _ primitive: PrimitiveType, as index: Int) -> SinkAnswer {
    if index < 0 { return writeExpected(text, primitive) }
    guard let member = next(index), member.pointee.type == UInt16(primitive.rawValue) else { return .refused }
    guard !hasSuppressedDefault(member.pointee), isTaken(primitive) else { return .partWanted }
    if writer.writeMember(member, primitive, text, &top.isFirst) { return .taken }
    writer.writeName(of: member.pointee, &top.isFirst)
    return write(text, primitive)
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
    guard dialect.guids == .hyphenated, let member = peek(index),
      member.pointee.type == UInt16(PrimitiveType.guid.rawValue), !hasSuppressedDefault(member.pointee),
      writer.isPlain(member.pointee)
    else {
      return .partWanted
    }
    advance(to: index)
    writer.writeGUIDMember(member, low: low, high: high, &top.isFirst)
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
        writer.marks = Marks(of: view, dialect)
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
