import DataContractsCore

extension XMLFormat {
  /// Writes the document as .NET writes the object that it stands for.
  ///
  /// The root element is that of the contract, or of the XML that the document was read from; a document that has
  /// neither gets a root element `root`.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` for a control character where
  ///   ``allowsControlCharacters`` is off, a value that its enumeration does not name, be it the 0 of an absent member,
  ///   and under a contract for a file.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    let root = document.contract.flatMap { $0.root(of: document, ownType: rootFollowsValue) }
    try document.withView { view throws(DocumentError) in
      try view.table.text.withPointer { names throws(DocumentError) in
        // Elements cost about twice their text; the buffer grows when they cost more.
        let capacity = view.nodes.count * 48 + view.arena.count + 256
        var writer = ElementWriter(
          view: view, names: names, format: self, output: OutputBuffer(taking: &output, capacity: capacity))
        do throws(DocumentError) {
          try writer.document(root: root)
        } catch {
          output = writer.finish()
          throw error
        }
        output = writer.finish()
      }
    }
  }
}

extension Contract {
  /// The root element that a document of this contract gets: the chosen one, or the first of the root value's type.
  fileprivate func root(of document: Document, ownType: Bool) -> Root? {
    let type = document.root.typeIndex
    if ownType, let root = ownRoot(of: type) { return root }
    if let root { return root }
    return roots.first { $0.type == type } ?? roots.first { table.derived[Int($0.type.rawValue)].contains(type) }
  }

  /// The root element of a type that is not the declared one.
  private func ownRoot(of type: TypeIndex) -> Root? {
    guard type != root?.type, let own = self[type], own.shape != .any else { return nil }
    return roots.first { $0.type == type } ?? Root(ofTypeNamed: own.name, type)
  }
}

extension [UInt8] {
  fileprivate func withPointer<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(DocumentError) -> Result
  ) throws(DocumentError) -> Result {
    try withUnsafeBufferPointer { bytes throws(DocumentError) in try body(bytes) }
  }
}
