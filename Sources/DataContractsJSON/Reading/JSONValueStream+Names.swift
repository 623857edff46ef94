import DataContractsCore

extension JSONValueStream {
  /// What a name means.
  enum NamedMember {
    case known(index: Int, member: UnsafePointer<ExpectedValue>, valueStart: Int)
    case unknown(valueStart: Int)
    /// What stands there is no name, or may mean several members.
    case unreadable
  }

  /// The member that came after the last one in the object before, or in the contract, if it is there.
  @inline(__always)
  func expectedMember(of object: OpenContainer, at start: Int) -> NamedMember? {
    let guess = successor(at: object.successor)
    guard guess < object.memberCount else { return nil }
    if let found = member(guess, of: object, at: start) { return found }
    // One absent member is more frequent than another order.
    let next = successor(at: object.memberStart &+ object.type &+ guess &+ 1)
    return next < object.memberCount ? member(next, of: object, at: start) : nil
  }

  @inline(__always)
  private func successor(at slot: Int) -> Int {
    precondition(UInt(bitPattern: slot) < UInt(bitPattern: successors.count))
    return Int(successors.baseAddress.unsafelyUnwrapped[slot])
  }

  @inline(__always)
  private func member(_ index: Int, of object: OpenContainer, at start: Int) -> NamedMember? {
    let member = expected.member(at: spellingStart &+ object.memberStart &+ index)
    let length = Int(member.pointee.nameLength)
    guard length > 0, text.holds(contract.pointer(toNameOf: member), length, at: start) else { return nil }
    return .known(index: index, member: member, valueStart: text.afterWhiteSpace(from: start &+ length))
  }

  /// Reads a name and searches the contract for it.
  @inline(never)
  func searchMember(of object: OpenContainer, at start: Int) -> NamedMember {
    guard text.byte(at: start) == 0x22 else { return .unreadable }
    let end = text.plainEnd(from: start &+ 1)
    // Names with escapes are left to the reader of documents.
    guard text.byte(at: end) == 0x22, end &- start &- 1 <= limits.nameBytes else { return .unreadable }
    let colon = text.afterWhiteSpace(from: end &+ 1)
    guard text.byte(at: colon) == 0x3A else { return .unreadable }
    let valueStart = text.afterWhiteSpace(from: colon &+ 1)
    let name = text.slice(start &+ 1, end &- start &- 1)
    do throws(DocumentError) {
      guard let index = try values.builder.member(named: name.span, of: UInt16(truncatingIfNeeded: object.type)) else {
        return .unknown(valueStart: valueStart)
      }
      successors[object.successor] = UInt16(truncatingIfNeeded: index)
      let place = object.memberStart &+ index
      learnSpelling(of: name, contract.member(place))
      return .known(index: index, member: expected.member(at: spellingStart &+ place), valueStart: valueStart)
    } catch {
      return .unreadable
    }
  }

  /// Takes the next names to be spelled as this one is.
  private func learnSpelling(of name: UnsafeBufferPointer<UInt8>, _ member: CompiledMember) {
    guard dialect.memberNames == .declared, contract.types.allSatisfy(\.namesDifferBeyondCase) else { return }
    if name.span.isEqual(to: contract.text(member.name)) {
      spellingStart = expected.start(of: .declared)
    } else if name.span.isEqual(to: contract.text(member.camelName)) {
      spellingStart = expected.start(of: .camelCase)
    }
  }

  /// Passes over the value of a member that the contract does not know.
  @inline(never)
  func passOver(at start: Int) -> Bool {
    values.expect(type: 0, isNillable: true, depth: depth, nodeCount: nodeCount)
    values.builder.passOver()
    do throws(DocumentError) {
      try reader.readValue(at: start, into: &values.builder)
    } catch {
      _ = fail()
      return false
    }
    position = reader.position
    return true
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

extension Span<UInt8> {
  fileprivate func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeBufferPointer { $0.elementsEqual(other) }
  }
}
