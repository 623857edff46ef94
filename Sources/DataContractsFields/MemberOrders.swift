import DataContractsCore

/// The order in which reflection gives the members of a type: the class's own as declared, then those of its base.
///
/// `[DataMember(Order)]` says nothing here: MultipartDataMediaFormatter walks properties and knows no data contracts.
struct MemberOrders {
  private var known: [[UInt16]?] = []

  /// The indices of the type's members in that order.
  mutating func order(of type: UInt16, in table: ContractTable) -> [UInt16] {
    if known.isEmpty { known = Array(repeating: nil, count: table.types.count) }
    if let order = known[Int(type)] { return order }
    let order = Self.compute(type, in: table)
    known[Int(type)] = order
    return order
  }

  private static func compute(_ type: UInt16, in table: ContractTable) -> [UInt16] {
    var result: [UInt16] = []
    var end = Int(table.compiled[Int(type)].memberCount)
    var current: UInt16? = type
    while let index = current, case .object(let object) = table.types[Int(index)].shape {
      let start = max(0, end - object.members.count)
      let own = zip(start..<end, object.members).sorted {
        ($0.1.declaredPosition ?? $0.0, $0.0) < ($1.1.declaredPosition ?? $1.0, $1.0)
      }
      result += own.map { UInt16(clamping: $0.0) }
      end = start
      current = object.base?.rawValue
    }
    return result
  }
}
