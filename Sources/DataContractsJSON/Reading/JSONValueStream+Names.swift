import DataContractsCore

extension JSONValueStream {
  /// What a name means.
  enum NamedMember {
    case known(index: Int, member: UnsafePointer<CompiledMember>, valueStart: Int)
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
    precondition(slot >= 0 && slot < successors.count)
    return Int(successors[slot])
  }

  @inline(__always)
  private func member(_ index: Int, of object: OpenContainer, at start: Int) -> NamedMember? {
    let member = contract.pointer(toMember: object.memberStart &+ index)
    guard let name = member.pointee.plainName(spelling), Int(name.count) <= limits.nameBytes else { return nil }
    // The table has names between marks, and a colon after them, as JSON does.
    let length = Int(name.count) &+ 3
    guard text.holds(contract.pointer(toQuoted: name), length, at: start) else { return nil }
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
      let member = contract.pointer(toMember: object.memberStart &+ index)
      learnSpelling(of: name, member)
      return .known(index: index, member: member, valueStart: valueStart)
    } catch {
      return .unreadable
    }
  }

  /// Takes the next names to be spelled as this one is.
  private func learnSpelling(of name: UnsafeBufferPointer<UInt8>, _ member: UnsafePointer<CompiledMember>) {
    guard dialect.memberNames == .declared, contract.types.allSatisfy(\.namesDifferBeyondCase) else { return }
    if name.span.isEqual(to: contract.text(member.pointee.name)) {
      spelling = .declared
    } else if name.span.isEqual(to: contract.text(member.pointee.camelName)) {
      spelling = .camelCase
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
      return fail()
    }
    position = reader.position
    return true
  }
}

extension ContractPointers {
  @inline(__always)
  func pointer(toMember index: Int) -> UnsafePointer<CompiledMember> {
    precondition(index >= 0 && index < members.count)
    return members.baseAddress.unsafelyUnwrapped + index
  }

  /// A name with the mark before it.
  @inline(__always)
  func pointer(toQuoted name: ContractText) -> UnsafePointer<UInt8> {
    let start = Int(name.start) &- 1
    precondition(start >= 0 && start &+ Int(name.count) &+ 3 <= text.count)
    return text.baseAddress.unsafelyUnwrapped + start
  }
}

extension CompiledMember {
  /// The name in a spelling; `nil` where JSON would have to escape it.
  @inline(__always)
  fileprivate func plainName(_ spelling: JSONDialect.MemberNames) -> ContractText? {
    switch spelling {
    case .declared: isPlainName ? name : nil
    case .camelCase: isPlainName ? camelName : nil
    case .clr: isPlainCLRName ? clrName : nil
    case .decoded: isPlainName ? decodedName : nil
    }
  }
}

extension Span<UInt8> {
  fileprivate func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeBufferPointer { $0.elementsEqual(other) }
  }
}
