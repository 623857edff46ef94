import DataContractsCore

/// How the members of a contract's types are written: in which order, and under which escaped names.
///
/// Worked out once for each type that a document has.
struct MemberNames {
  /// One type's members. A class: passed on without a reference to each array.
  final class Members {
    /// The indices of the members in the order in which reflection gives them.
    let order: [UInt16]
    /// For each member its step of a name, escaped and with dot or brackets, as a slice of ``MemberNames/text``.
    let steps: [Range<Int>]
    /// For each member the name in C#, as a slice of ``ContractTable/text``.
    let names: [Range<Int>]
    /// Whether all names are ASCII letters, digits and underscores, which every reader understands.
    let isPlain: Bool

    init(order: [UInt16], steps: [Range<Int>], names: [Range<Int>], isPlain: Bool) {
      self.order = order
      self.steps = steps
      self.names = names
      self.isPlain = isPlain
    }
  }

  private var known: [Members?] = []
  private(set) var text: [UInt8] = []

  /// The members of an object type.
  mutating func members(of type: UInt16, in table: ContractTable, as style: FieldStyle) -> Members {
    if known.isEmpty { known = Array(repeating: nil, count: table.types.count) }
    if let members = known[Int(type)] { return members }
    let names = table.members[table.compiled[Int(type)].memberRange].map(\.clrName.range)
    let steps = names.map { range in
      let start = text.count
      text += style.opening
      FieldEscaping.append(Array(table.text[range]), as: style.escaping, to: &text)
      text += style.closing
      return start..<text.count
    }
    let isPlain = names.allSatisfy { !$0.isEmpty && table.text[$0].allSatisfy(\.isPlainNameByte) }
    let members = Members(order: Self.order(of: type, in: table), steps: steps, names: names, isPlain: isPlain)
    known[Int(type)] = members
    return members
  }

  /// The class's own members as declared, then those of its base.
  ///
  /// `[DataMember(Order)]` says nothing here: MultipartDataMediaFormatter walks properties and knows no data contracts.
  private static func order(of type: UInt16, in table: ContractTable) -> [UInt16] {
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

extension UInt8 {
  fileprivate var isPlainNameByte: Bool {
    self &- 0x30 < 10 || self &- 0x41 < 26 || self &- 0x61 < 26 || self == 0x5F
  }
}
