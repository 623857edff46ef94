extension DocumentBuilder {
  /// The member that a name means, when it is not the expected one.
  mutating func search(
    _ name: Span<UInt8>, _ namespace: UInt32, in compiled: CompiledType, at offset: Int
  ) throws(DocumentError) -> Int? {
    switch table.search(name, namespace, in: compiled, spelling) {
    case .none: return nil
    case .member(let index):
      noteCamelCase(of: name, table.members[Int(compiled.memberStart) + index])
      return index
    case .ambiguous:
      throw failure(.duplicateMember, expected: "the exact name of one member", found: excerpt(name), at: offset)
    }
  }

  private mutating func noteCamelCase(of name: Span<UInt8>, _ member: CompiledMember) {
    guard spelling == .declared, !holds(member.name, name), foldedOrder(member.name, name) == 0 else { return }
    if holds(member.camelName, name) { hasReadCamelCase = true }
  }

  /// Negative, 0 or positive as the contract's text comes before, with or after the name, ASCII case aside.
  mutating func foldedOrder(_ text: ContractText, _ name: Span<UInt8>) -> Int { table.foldedOrder(text, name) }
}
