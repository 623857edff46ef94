import DataContractsCore

/// A contract's expected values laid open, as ``ContractPointers`` has the rest of it.
///
/// Safety: it lives only inside `ContractTable.withExpectedValues`, whose table outlives it. Places are made of the
/// table's own indices; each access checks once more.
struct ExpectedValues {
  private let members: UnsafeBufferPointer<ExpectedValue>
  private let items: UnsafeBufferPointer<ExpectedValue>

  fileprivate init(_ members: UnsafeBufferPointer<ExpectedValue>, _ items: UnsafeBufferPointer<ExpectedValue>) {
    self.members = members
    self.items = items
  }

  /// Where the members under their names in a spelling begin.
  func start(of spelling: DocumentBuilder.NameSpelling) -> Int {
    ExpectedValue.place(of: spelling) * (members.count / ExpectedValue.spellingCount)
  }

  /// - Parameter place: The member's among those of all objects, behind the start of a spelling.
  @inline(__always)
  func member(at place: Int) -> UnsafePointer<ExpectedValue> {
    precondition(UInt(bitPattern: place) < UInt(bitPattern: members.count))
    return members.baseAddress.unsafelyUnwrapped + place
  }

  @inline(__always)
  func item(ofList type: Int) -> UnsafePointer<ExpectedValue> {
    precondition(UInt(bitPattern: type) < UInt(bitPattern: items.count))
    return items.baseAddress.unsafelyUnwrapped + type
  }
}

extension ContractTable {
  /// Calls `body` with pointers to the table's expected values, which must not leave it.
  func withExpectedValues<Result>(_ body: (ExpectedValues) -> Result) -> Result {
    expectedMembers.withUnsafeBufferPointer { members in
      expectedItems.withUnsafeBufferPointer { body(ExpectedValues(members, $0)) }
    }
  }
}

extension ExpectedValue {
  @inline(__always)
  var isNillable: Bool { traits.rawValue & 1 != 0 }

  @inline(__always)
  var isRequired: Bool { traits.rawValue & 2 != 0 }

  @inline(__always)
  var isSuppressible: Bool { traits.rawValue & 4 != 0 }
}
