import DataContractsCore

/// What a check notes where Web API's model binder and MultipartDataMediaFormatter drop something.
extension FieldReader {
  /// Both count up from 0 and stop at the first index that is not there.
  func noteGap(_ next: UInt32, _ item: FieldTree.Node, _ builder: inout DocumentBuilder) {
    builder.note(
      .gap, .dropped, "has index \(item.key), and none has \(next): .NET reads no further", at: Int(item.offset))
  }

  /// MultipartDataMediaFormatter reads indexed items at the root as an empty list.
  func noteRootItems(of node: FieldTree.Node, _ builder: inout DocumentBuilder) {
    builder.note(
      .gap, .dropped, "are items at the root, which MultipartDataMediaFormatter does not look for",
      path: DocumentPath(), at: Int(self.node(node.first).offset))
  }

  /// Notes an entry that .NET leaves out of its dictionary, and leaves it out.
  func noteEntry(
    _ reason: String, _ effect: Finding.Effect, at offset: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    builder.note(.entry, effect, reason, at: offset)
  }

  /// Notes a text that could mean something else than what .NET reads.
  func noteGuess(_ text: Span<UInt8>, _ meaning: String, _ builder: inout DocumentBuilder, at offset: Int) {
    let shown = text.withUnsafeBufferPointer { String(decoding: $0.prefix(40), as: UTF8.self) }
    builder.note(.value, .misread, "\"\(shown)\" is read as \(meaning)", at: offset)
  }

  /// Notes a second value of a name that has one; .NET takes the first.
  func noteSecondValue(of node: FieldTree.Node, _ builder: inout DocumentBuilder) {
    let second = values[Int(values[Int(node.first)].next)]
    builder.note(.duplicate, .dropped, "comes a second time; .NET takes the first value", at: Int(second.offset))
  }

  /// Notes members of a name that should have a value.
  func noteMembers(of node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let offset = Int(node.offset)
    builder.note(.value, .dropped, "has members and should have a value", at: offset)
    try builder.appendPlaceholder(at: offset)
  }
}
