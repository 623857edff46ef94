extension DocumentBuilder {
  /// The member of an object's type that a name means; `nil` for none.
  ///
  /// - Throws: ``DocumentError`` for a name that may mean several.
  package mutating func member(named name: Span<UInt8>, of type: UInt16) throws(DocumentError) -> Int? {
    try search(name, 0, in: table.compiled[Int(type)], at: 0)
  }

  /// The member that a name means, when it is not the expected one: by binary search, so that an input of unknown
  /// names takes no time in proportion to the contract.
  mutating func search(
    _ name: Span<UInt8>, _ namespace: UInt32, in compiled: CompiledType, at offset: Int
  ) throws(DocumentError) -> Int? {
    spelling == .xml
      ? searchXML(name, namespace, in: compiled) : try searchDeclared(name, in: compiled, at: offset)
  }

  private mutating func searchXML(_ name: Span<UInt8>, _ namespace: UInt32, in compiled: CompiledType) -> Int? {
    let range = compiled.memberRange
    var position = lowerBound(name, in: range, order: table.xmlLookupOrder) { $0.xmlName }
    while position < range.upperBound {
      let index = Int(table.xmlLookupOrder[position])
      let member = table.members[range.lowerBound + index]
      guard foldedOrder(member.xmlName, name) == 0 else { return nil }
      if UInt32(member.namespace) == namespace, holds(member.xmlName, name) { return index }
      position += 1
    }
    return nil
  }

  private mutating func searchDeclared(
    _ name: Span<UInt8>, in compiled: CompiledType, at offset: Int
  ) throws(DocumentError) -> Int? {
    let found = try searchFolded(name, in: compiled, byCLRNames: spelling == .clr, at: offset)
    if found != nil { return found }
    // What a serializer that knows data contracts has written is read by the names that it gave.
    if spelling == .clr { return try searchFolded(name, in: compiled, byCLRNames: false, at: offset) }
    return searchDecoded(name, in: compiled) ?? searchNonASCII(name, in: compiled)
  }

  private mutating func searchFolded(
    _ name: Span<UInt8>, in compiled: CompiledType, byCLRNames usesCLRNames: Bool, at offset: Int
  ) throws(DocumentError) -> Int? {
    let range = compiled.memberRange
    let order = usesCLRNames ? table.clrLookupOrder : table.lookupOrder
    var position = lowerBound(name, in: range, order: order) { usesCLRNames ? $0.clrName : $0.name }
    var candidate: Int?
    var candidates = 0
    while position < range.upperBound {
      let index = Int(order[position])
      let member = table.members[range.lowerBound + index]
      let text = usesCLRNames ? member.clrName : member.name
      guard foldedOrder(text, name) == 0 else { break }
      if holds(spelling == .camelCase ? member.camelName : text, name) { return index }
      // Of a base's and a derived contract's members of one name the later one, the derived one, is meant.
      if candidate.map({ table.members[range.lowerBound + $0].name.start != member.name.start }) ?? true {
        candidates += 1
      }
      candidate = index
      position += 1
    }
    if candidates > 1 {
      throw failure(.duplicateMember, expected: "the exact name of one member", found: excerpt(name), at: offset)
    }
    if let candidate, holds(table.members[range.lowerBound + candidate].camelName, name) { hasReadCamelCase = true }
    return candidate
  }

  private mutating func searchDecoded(_ name: Span<UInt8>, in compiled: CompiledType) -> Int? {
    guard spelling == .decoded, compiled.hasDecodedNames else { return nil }
    return compiled.memberRange.firstIndex { holds(table.members[$0].decodedName, name) }
      .map { $0 - compiled.memberRange.lowerBound }
  }

  /// camelCase lowers letters beyond ASCII too, which the folded order does not know.
  private mutating func searchNonASCII(_ name: Span<UInt8>, in compiled: CompiledType) -> Int? {
    guard compiled.hasNonASCIINames else { return nil }
    return compiled.memberRange.firstIndex { holds(table.members[$0].camelName, name) }
      .map { $0 - compiled.memberRange.lowerBound }
  }

  private mutating func lowerBound(
    _ name: Span<UInt8>, in range: Range<Int>, order: [UInt16], _ text: (CompiledMember) -> ContractText
  ) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if foldedOrder(text(table.members[range.lowerBound + Int(order[middle])]), name) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Negative, 0 or positive as the contract's text comes before, with or after the name, ASCII case aside.
  mutating func foldedOrder(_ text: ContractText, _ name: Span<UInt8>) -> Int {
    for index in 0..<min(Int(text.count), name.count) {
      let left = table.text[Int(text.start) + index].asciiFolded
      let right = name[index].asciiFolded
      if left != right { return Int(left) - Int(right) }
    }
    return Int(text.count) - name.count
  }
}
