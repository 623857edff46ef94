extension PrimitiveType {
  /// The canonical text of .NET's default for the type; reference types, whose default is null, have none.
  package var defaultText: StaticString? {
    switch self {
    case .boolean: "false"
    case .dateTime: "0001-01-01T00:00:00"
    case .dateTimeOffset: "0001-01-01T00:00:00+00:00"
    case .duration: "PT0S"
    case .guid: "00000000-0000-0000-0000-000000000000"
    case .string, .anyURI, .base64Binary, .qName: nil
    default: "0"
    }
  }
}

extension DocumentView {
  /// Whether a value is its type's default, which `EmitDefaultValue = false` leaves out: null, 0, `false`, an empty
  /// date, a structure of defaults. An empty string and an empty list are none.
  package func isDefault(_ index: Int) -> Bool {
    let node = node(index)
    switch node.kind {
    case .null: return true
    case .boolean, .number, .dateTime, .duration, .guid: return isDefaultScalar(node)
    case .enumeration: return enumerationBits(of: node) == 0
    case .object: return isDefaultStructure(index)
    default: return false
    }
  }

  private func isDefaultScalar(_ node: Node) -> Bool {
    let type = table.compiled[Int(node.type)]
    guard type.shape == .primitive, let expected = type.primitive.defaultText else { return false }
    let text = text(of: node)
    if text.span.holds(expected) { return true }
    switch type.primitive {
    // -0.0 equals 0, and so does 0.00.
    case .double, .float, .decimal: return text.allSatisfy { $0 == 0x30 || $0 == 0x2D || $0 == 0x2E }
    // `DateTime` compares clocks, whatever their kind; `DateTimeOffset` compares instants.
    case .dateTime: return DotNetDateTime(text.span)?.ticks == 0
    case .dateTimeOffset: return DotNetDateTime(text.span)?.utcTicks == 0
    default: return false
    }
  }

  private func isDefaultStructure(_ index: Int) -> Bool {
    guard table.compiled[Int(node(index).type)].isValueType else { return false }
    var child = index + 1
    let end = after(index)
    while child < end {
      guard isDefault(child) else { return false }
      child = after(child)
    }
    return true
  }

  /// The number behind a value of an enumeration; `nil` for any other node.
  package func enumerationBits(of node: Node) -> UInt64? {
    table.enumerationBits(of: node, text(of: node))
  }

  /// The enumeration of a node; `nil` for any other node.
  package func enumeration(of node: Node) -> EnumerationContract? {
    guard case .enumeration(let contract) = table.types[Int(node.type)].shape else { return nil }
    return contract
  }
}

extension ContractTable {
  /// The number behind a value of an enumeration; `nil` for any other node.
  func enumerationBits(of node: Node, _ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard node.kind == .enumeration, case .enumeration(let contract) = types[Int(node.type)].shape else { return nil }
    return contract.bits(of: String(decoding: text, as: UTF8.self), as: .canonical)
  }
}
