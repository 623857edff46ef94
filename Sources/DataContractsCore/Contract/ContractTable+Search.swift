/// What the name of a member means to a contract.
package enum NamedMember {
  case none
  /// The member's index in its object.
  case member(Int)
  /// Several members, whose names differ in case alone.
  case ambiguous
}

extension ContractTable {
  /// The member that a name means, when it is not the expected one: by binary search, so that an input of unknown
  /// names takes no time in proportion to the contract.
  ///
  /// - Parameter spelling: How the format spells names, which decides between several.
  package func search(
    _ name: Span<UInt8>, _ namespace: UInt32, in compiled: CompiledType, _ spelling: DocumentBuilder.NameSpelling
  ) -> NamedMember {
    spelling == .xml ? searchXML(name, namespace, in: compiled) : searchDeclared(name, in: compiled, spelling)
  }

  private func searchXML(_ name: Span<UInt8>, _ namespace: UInt32, in compiled: CompiledType) -> NamedMember {
    let range = compiled.memberRange
    var position = lowerBound(name, in: range, order: xmlLookupOrder) { $0.xmlName }
    while position < range.upperBound {
      let index = Int(xmlLookupOrder[position])
      let member = members[range.lowerBound + index]
      guard foldedOrder(member.xmlName, name) == 0 else { return .none }
      if UInt32(member.namespace) == namespace, holds(member.xmlName, name) { return .member(index) }
      position += 1
    }
    return .none
  }

  private func searchDeclared(
    _ name: Span<UInt8>, in compiled: CompiledType, _ spelling: DocumentBuilder.NameSpelling
  ) -> NamedMember {
    if case let found = searchFolded(name, in: compiled, spelling, byCLRNames: spelling == .clr), !found.isNone {
      return found
    }
    // What a serializer that knows data contracts has written is read by the names that it gave.
    if spelling == .clr { return searchFolded(name, in: compiled, spelling, byCLRNames: false) }
    let index = searchDecoded(name, in: compiled, spelling) ?? searchNonASCII(name, in: compiled)
    return index.map { .member($0) } ?? .none
  }

  private func searchFolded(
    _ name: Span<UInt8>, in compiled: CompiledType, _ spelling: DocumentBuilder.NameSpelling,
    byCLRNames usesCLRNames: Bool
  ) -> NamedMember {
    let range = compiled.memberRange
    let order = usesCLRNames ? clrLookupOrder : lookupOrder
    var position = lowerBound(name, in: range, order: order) { usesCLRNames ? $0.clrName : $0.name }
    var candidate: Int?
    var candidates = 0
    while position < range.upperBound {
      let index = Int(order[position])
      let member = members[range.lowerBound + index]
      let text = usesCLRNames ? member.clrName : member.name
      guard foldedOrder(text, name) == 0 else { break }
      if holds(spelling == .camelCase ? member.camelName : text, name) { return .member(index) }
      // Of a base's and a derived contract's members of one name the later one, the derived one, is meant.
      if candidate.map({ members[range.lowerBound + $0].name.start != member.name.start }) ?? true {
        candidates += 1
      }
      candidate = index
      position += 1
    }
    if candidates > 1 { return .ambiguous }
    return candidate.map { .member($0) } ?? .none
  }

  private func searchDecoded(
    _ name: Span<UInt8>, in compiled: CompiledType, _ spelling: DocumentBuilder.NameSpelling
  ) -> Int? {
    guard spelling == .decoded, compiled.hasDecodedNames else { return nil }
    return compiled.memberRange.firstIndex { holds(members[$0].decodedName, name) }
      .map { $0 - compiled.memberRange.lowerBound }
  }

  /// camelCase lowers letters beyond ASCII too, which the folded order does not know.
  private func searchNonASCII(_ name: Span<UInt8>, in compiled: CompiledType) -> Int? {
    guard compiled.hasNonASCIINames else { return nil }
    return compiled.memberRange.firstIndex { holds(members[$0].camelName, name) }
      .map { $0 - compiled.memberRange.lowerBound }
  }

  private func lowerBound(
    _ name: Span<UInt8>, in range: Range<Int>, order: [UInt16], _ part: (CompiledMember) -> ContractText
  ) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if foldedOrder(part(members[range.lowerBound + Int(order[middle])]), name) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Negative, 0 or positive as the contract's text comes before, with or after the name, ASCII case aside.
  func foldedOrder(_ part: ContractText, _ name: Span<UInt8>) -> Int {
    for index in 0..<min(Int(part.count), name.count) {
      let left = text[Int(part.start) + index].asciiFolded
      let right = name[index].asciiFolded
      if left != right { return Int(left) - Int(right) }
    }
    return Int(part.count) - name.count
  }

  private func holds(_ part: ContractText, _ name: Span<UInt8>) -> Bool {
    Int(part.count) == name.count && text.holds(name, at: Int(part.start))
  }
}

extension NamedMember {
  fileprivate var isNone: Bool {
    if case .none = self { true } else { false }
  }
}
