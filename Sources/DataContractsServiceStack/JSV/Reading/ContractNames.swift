import DataContractsCore

/// What a contract's names tell that JSV's syntax does not, worked out once for a document.
///
/// ServiceStack writes the names of properties as they are, `a:b` and `a<b>&"c` too; where a name ends can then only be
/// told by those who know it.
final class ContractNames {
  let table: ContractTable
  let isTyped: Bool
  private var known: [UInt16: [Range<Int>]] = [:]

  init(_ contract: Contract?) {
    table = contract?.table ?? .builtIn
    isTyped = contract != nil
  }

  /// The end of such a name at `position` of a text, with the mark behind it; `nil` where none stands there.
  func end(in text: JSVText, at position: Int, of type: UInt16, before mark: UInt8) -> Int? {
    for name in names(of: type) {
      let end = position + name.count
      if text.byte(at: end) == mark, text.bytes[position..<end].elementsEqual(table.text[name]) { return end }
    }
    return nil
  }

  /// The longest first.
  private func names(of type: UInt16) -> [Range<Int>] {
    if let names = known[type] { return names }
    let names = table.members[table.compiled[Int(type)].memberRange].map(\.name.range)
      .filter { Self.isOdd(table.text[$0]) }
      .sorted { $0.count > $1.count }
    known[type] = names
    return names
  }

  private static func isOdd(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return first.isWhiteSpace || last.isWhiteSpace || name.contains(where: \.isMark)
  }
}

extension UInt8 {
  /// Whether the byte means something in JSV or in a query string.
  fileprivate var isMark: Bool {
    switch self {
    case 0x22, 0x25, 0x26, 0x2B, 0x2C, 0x3A, 0x3D, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }
}
