import DataContractsCore

extension JSONValueStream {
  /// What stands where a name is expected.
  enum MemberStart {
    case known(UnsafePointer<ExpectedValue>, valueStart: Int)
    case unknown(valueStart: Int)
    /// What stands there is no name, or may mean several members.
    case unreadable
  }

  /// The member that came after the last one in the object before, or in the contract, if it is there.
  @inline(__always)
  func expectedMember(of object: OpenContainer, at start: Int) -> MemberStart? {
    let guess = successor(at: object.successor)
    guard guess < object.memberCount else { return nil }
    if let found = member(guess, of: object, at: start) { return found }
    // One absent member is more frequent than another order.
    let next = successor(at: object.memberStart &+ object.type &+ guess &+ 1)
    return next < object.memberCount ? member(next, of: object, at: start) : nil
  }

  @inline(__always)
  func successor(at slot: Int) -> Int {
    precondition(UInt(bitPattern: slot) < UInt(bitPattern: successors.count))
    return Int(successors.baseAddress.unsafelyUnwrapped[slot])
  }

  @inline(__always)
  private func member(_ index: Int, of object: OpenContainer, at start: Int) -> MemberStart? {
    let member = expected.member(at: spellingStart &+ object.memberStart &+ index)
    let length = Int(member.pointee.nameLength)
    guard length > 0, text.holds(contract.pointer(toNameOf: member), length, at: start) else { return nil }
    return .known(member, valueStart: text.afterWhiteSpace(from: start &+ length))
  }

  /// Reads a name and searches the contract for it.
  @inline(never)
  func searchMember(of object: OpenContainer, at start: Int) -> MemberStart {
    guard text.byte(at: start) == 0x22 else { return .unreadable }
    let end = text.plainEnd(from: start &+ 1)
    // Names with escapes are left to the reader of documents.
    guard text.byte(at: end) == 0x22, end &- start &- 1 <= limits.nameBytes else { return .unreadable }
    let colon = text.afterWhiteSpace(from: end &+ 1)
    guard text.byte(at: colon) == 0x3A else { return .unreadable }
    let valueStart = text.afterWhiteSpace(from: colon &+ 1)
    let name = text.slice(start &+ 1, end &- start &- 1)
    let format = source.format
    let table = source.types.pointee.contract.table
    let type = contract.type(UInt16(truncatingIfNeeded: object.type))
    switch table.search(name.span, 0, in: type, format.pointee.dialect.spelling) {
    case .none: return .unknown(valueStart: valueStart)
    case .ambiguous: return .unreadable
    case .member(let index):
      learn(index, at: object.successor)
      let place = object.memberStart &+ index
      if case .declared = format.pointee.dialect.memberNames, table.namesDifferBeyondCase {
        learnSpelling(contract.member(place), ofNameAt: start &+ 1, name.count)
      }
      return .known(expected.member(at: spellingStart &+ place), valueStart: valueStart)
    }
  }

  /// Takes the next names to be spelled as the one at `start` is.
  private func learnSpelling(_ member: CompiledMember, ofNameAt start: Int, _ count: Int) {
    if isSpelled(member.name, at: start, count) {
      spellingStart = expected.start(of: .declared)
    } else if isSpelled(member.camelName, at: start, count) {
      spellingStart = expected.start(of: .camelCase)
    }
  }

  private func isSpelled(_ name: ContractText, at start: Int, _ count: Int) -> Bool {
    guard Int(name.count) == count, let spelled = contract.text(name).baseAddress else { return false }
    return text.holds(spelled, count, at: start)
  }

  /// Passes over the value of a member that the contract does not know.
  @inline(never)
  func passOver(at start: Int) -> Bool {
    if let end = text.plainScalarEnd(from: start) {
      position = end
      return true
    }
    if let maker {
      maker.values.expect(type: 0, isNillable: true, depth: depth, nodeCount: limits.nodes &- nodesLeft)
      maker.values.builder.passOver()
      if let end = try? maker.readValue(at: start) {
        position = end
        return true
      }
    }
    _ = fail()
    return false
  }
}

extension ContractPointers {
  /// A member's name with the marks round it and the colon.
  @inline(__always)
  func pointer(toNameOf member: UnsafePointer<ExpectedValue>) -> UnsafePointer<UInt8> {
    let start = Int(member.pointee.nameStart)
    precondition(start &+ Int(member.pointee.nameLength) <= text.count)
    return text.baseAddress.unsafelyUnwrapped + start
  }
}
