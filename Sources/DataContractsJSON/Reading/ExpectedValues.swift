import DataContractsCore

/// A contract's expected values laid open, as ``ContractPointers`` has the rest of it.
///
/// Safety: it lives only inside `ContractTable.withExpectedValues`, whose table outlives it. Places are made of the
/// table's own indices; each access checks once more.
struct ExpectedValues {
  private let members: UnsafeBufferPointer<ExpectedValue>
  private let items: UnsafeBufferPointer<ExpectedValue>
  /// ``ContractTable/declaredSuccessors``.
  let successors: UnsafeBufferPointer<UInt16>

  fileprivate init(
    _ members: UnsafeBufferPointer<ExpectedValue>, _ items: UnsafeBufferPointer<ExpectedValue>,
    _ successors: UnsafeBufferPointer<UInt16>
  ) {
    self.members = members
    self.items = items
    self.successors = successors
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

  @inline(__always)
  func key(ofDictionary type: Int) -> UnsafePointer<ExpectedValue> { item(ofList: type) }

  @inline(__always)
  func value(ofDictionary type: Int) -> UnsafePointer<ExpectedValue> { item(ofList: type &+ items.count / 2) }
}

extension ContractTable {
  /// Calls `body` with pointers to the table's expected values, which must not leave it.
  func withExpectedValues<Result>(_ body: (ExpectedValues) -> Result) -> Result {
    expectedMembers.withUnsafeBufferPointer { members in
      expectedItems.withUnsafeBufferPointer { items in
        declaredSuccessors.withUnsafeBufferPointer { body(ExpectedValues(members, items, $0)) }
      }
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
