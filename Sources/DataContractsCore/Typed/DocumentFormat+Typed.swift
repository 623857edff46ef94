extension DocumentFormat {
  /// Reads a Swift value.
  ///
  /// ```swift
  /// let chats = try JSONFormat.serviceStack.decode(ChatResponse.self, from: body)
  /// ```
  ///
  /// - Parameters:
  ///   - type: A type with a data contract, or a list or dictionary of such.
  ///   - input: The whole document.
  /// - Throws: ``DocumentError`` with path and byte offset.
  public func decode<T: DataContractDecodable>(_ type: T.Type, from input: [UInt8]) throws(DocumentError) -> T {
    try decodeThroughDocument(type, from: input)
  }

  /// Reads a Swift value from the document that is read from the input.
  @usableFromInline
  package func decodeThroughDocument<T: DataContractDecodable>(
    _ type: T.Type, from input: [UInt8]
  ) throws(DocumentError) -> T {
    let types = try T.dataContract.get()
    let document = try decode(input, as: types.contract)
    var failed: Int?
    do throws(DocumentError) {
      return try document.read(type, types, format: name, tolerance: decoding.tolerance) { failed = $0 }
    } catch {
      throw failed.map { located(error, node: $0, in: input, as: types.contract) } ?? error
    }
  }

  /// Reads a Swift value from any collection of bytes, such as `Data` or a slice of an array.
  public func decode<T: DataContractDecodable>(
    _ type: T.Type, from input: some Collection<UInt8>
  ) throws(DocumentError) -> T {
    try decode(type, from: [UInt8](input))
  }

  /// Reads a Swift value from borrowed bytes.
  public func decode<T: DataContractDecodable>(_ type: T.Type, from input: Span<UInt8>) throws(DocumentError) -> T {
    try decode(type, from: input.bytesArray)
  }

  /// Reads a Swift value from borrowed raw bytes.
  public func decode<T: DataContractDecodable>(_ type: T.Type, from input: RawSpan) throws(DocumentError) -> T {
    try decode(type, from: input.withUnsafeBytes { [UInt8]($0) })
  }

  /// Appends a Swift value as the .NET serializer of this format writes it.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` where the format cannot carry a value.
  ///   `output` may then hold a part of the document.
  public func encode<T: DataContractEncodable>(_ value: T, into output: inout [UInt8]) throws(DocumentError) {
    try encode(Document(encoding: value), into: &output)
  }

  /// A Swift value's bytes in this format.
  ///
  /// ```swift
  /// let bytes = try XMLFormat.dataContract.encode(chats)
  /// ```
  public func encode<T: DataContractEncodable>(_ value: T) throws(DocumentError) -> [UInt8] {
    var output: [UInt8] = []
    try encode(value, into: &output)
    return output
  }

  /// The same error with its offset in the input.
  ///
  /// Nodes do not keep where they began. The input is read again, for as many nodes as came before the one in question:
  /// the next is refused with its offset.
  private func located(
    _ error: DocumentError, node: Int, in input: [UInt8], as contract: Contract
  ) -> DocumentError {
    var reader = self
    reader.decoding.limits.nodes = node
    do throws(DocumentError) {
      _ = try reader.decode(input, as: contract)
      return error
    } catch let place {
      guard place.code == .limitExceeded, place.path == error.path else { return error }
      return DocumentError(
        error.code, format: error.format, offset: place.offset, path: error.path, expected: error.expected,
        found: error.found)
    }
  }
}
