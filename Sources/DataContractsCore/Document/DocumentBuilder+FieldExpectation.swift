/// What forms and multipart bodies ask beside ``expectedShape``, since their names alone give them structure.
extension DocumentBuilder {
  /// The primitive type of the value that comes next; says something only when the shape is a primitive.
  package var expectedPrimitive: PrimitiveType { pending.primitive }

  /// Whether the value that comes next may be null.
  package var expectsNullable: Bool { pending.isNillable }

  /// Makes the key of the entry that is open come next, whatever name the contract gives to keys.
  package mutating func entryKey(at offset: Int) throws(DocumentError) {
    try entryHalf(table.compiled[Int(top.type)].keyName, at: offset)
  }

  /// Makes the value of the entry that is open come next.
  package mutating func entryValue(at offset: Int) throws(DocumentError) {
    try entryHalf(table.compiled[Int(top.type)].valueName, at: offset)
  }

  /// Notes of the list that begins next that its items came under one repeated name.
  package mutating func expectRepeatedName() { pending.flags.insert(.repeatedName) }

  private mutating func entryHalf(_ name: ContractText, at offset: Int) throws(DocumentError) {
    let table = table
    try table.text.withSpan(of: name.range) { span throws(DocumentError) in try entryMember(span, 0, at: offset) }
  }
}
