import DataContractsCore

/// The brackets that ServiceStack cuts from both ends of a list in a query string.
///
/// `[[1,2],[],[3]]` becomes `1,2],[],[3`. How many there were at the beginning follows from what closes more than was
/// opened and from the contract; those at the end are what is then open. Which of `[…,[]]` and `[…,]` it was cannot be
/// told for a list of lists: it is taken for the former.
struct ListBrackets {
  let opening: Int
  private let closing: Int
  private let endsWithEmptyList: Bool

  /// - Parameters:
  ///   - list: A list without its brackets.
  ///   - nesting: How many lists lie within each other by the contract, the outermost counted; 1 when unknown.
  init(around list: some BidirectionalCollection<UInt8>, nesting: Int) {
    var depth = 0
    var deficit = 0
    for byte in list {
      if byte == 0x5B { depth += 1 }
      if byte == 0x5D { depth -= 1 }
      deficit = max(deficit, -depth)
    }
    let nested = list.isEmpty || list.first == 0x2C ? 1 : nesting
    opening = max(nested, deficit + 1)
    closing = max(0, opening + depth)
    endsWithEmptyList = list.last == 0x2C && closing < nesting
  }

  /// The list with its brackets.
  func restored(_ list: some Collection<UInt8>) -> [UInt8] {
    var result = Array(repeating: UInt8(ascii: "["), count: opening)
    result.append(contentsOf: list)
    if endsWithEmptyList { result += [0x5B, 0x5D] }
    result.append(contentsOf: repeatElement(UInt8(ascii: "]"), count: closing))
    return result
  }
}

extension ContractTable {
  /// How many lists lie within each other from a type on; 1 for a list of what is no list, at most 64.
  func nesting(of type: UInt16) -> Int {
    var current = compiled[Int(type)]
    var count = 1
    while current.shape == .list, compiled[Int(current.first)].shape == .list, count < 64 {
      count += 1
      current = compiled[Int(current.first)]
    }
    return count
  }

  /// Whether the innermost items of a list are texts, or can be.
  func holdsTexts(_ type: UInt16) -> Bool {
    var current = compiled[Int(type)]
    for _ in 0..<nesting(of: type) where current.shape == .list { current = compiled[Int(current.first)] }
    switch current.shape {
    case .untyped, .any: return true
    case .primitive: return current.primitive == .string || current.primitive == .anyURI
    default: return false
    }
  }
}
