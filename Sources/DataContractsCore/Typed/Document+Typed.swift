extension Document {
  /// The document of a Swift value, under the contract of its type.
  ///
  /// - Throws: ``DocumentError`` for what no document can hold: more than ``Limits/maximumDepth`` levels, 4 GiB of text.
  public init<T: DataContractEncodable>(encoding value: T) throws(DocumentError) {
    let types = try T.dataContract.get()
    var builder = DocumentBuilder(encoding: types)
    try value.encode(into: &builder)
    types.size.note(nodes: builder.nodes.count, texts: builder.arena.count)
    self = try builder.finish()
  }

  /// The document as a Swift value.
  ///
  /// A document that was read under another contract than that of the type, or under none, is put under it first.
  ///
  /// - Throws: ``DocumentError`` for a value that the type cannot hold. It has a path and no offset.
  public func decode<T: DataContractDecodable>(_ type: T.Type) throws(DocumentError) -> T {
    let types = try T.dataContract.get()
    let isOwn = contract.map { $0.table === types.contract.table } ?? false
    let document = isOwn ? self : try applying(types.contract)
    return try document.read(type, types, format: "document", tolerance: .exact, failedAt: nil)
  }

  /// - Parameter failedAt: Where the index of the node goes that an error is about.
  func read<T: DataContractDecodable>(
    _ type: T.Type, _ types: TypeContract, format: String, tolerance: DecodingOptions.Tolerance,
    failedAt: ((Int) -> Void)?
  ) throws(DocumentError) -> T {
    try withView { view throws(DocumentError) -> T in
      var reader = DocumentReader(view, types: types, format: format, tolerance: tolerance)
      do throws(DocumentError) {
        return try T.decode(from: &reader)
      } catch {
        failedAt?(reader.failedIndex)
        throw error
      }
    }
  }
}
