public import DataContractsCore

extension JSONFormat {
  /// Reads a Swift value, as far as that can be done straight from the text without the document in between.
  ///
  /// - Parameters:
  ///   - type: A type with a data contract, or a list or dictionary of such.
  ///   - input: The whole text.
  /// - Throws: ``DocumentError`` with path and byte offset.
  public func decode<T: DataContractDecodable>(_ type: T.Type, from input: [UInt8]) throws(DocumentError) -> T {
    if let value = try decodeWithoutDocument(type, from: input) { return value }
    return try decodeThroughDocument(type, from: input)
  }

  /// Reads a Swift value straight from the text.
  ///
  /// - Returns: `nil` where the input has to be read as a document, be it for its errors.
  package func decodeWithoutDocument<T: DataContractDecodable>(
    _ type: T.Type, from input: [UInt8]
  ) throws(DocumentError) -> T? {
    let types = try T.dataContract.get()
    let table = types.contract.table
    // Slices have offsets of 32 bits; the largest marks what is not at hand.
    guard decoding.unknownMembers == .ignore, decoding.limits.allowStreams, !table.holdsValuesOfAnyType,
      input.count <= decoding.limits.inputBytes, input.count < Int(UInt32.max)
    else { return nil }
    return table.withPointers(dialect.memberOrder) { contract in
      input.withUnsafeBufferPointer { bytes -> T? in
        let text = JSONBytes(bytes)
        guard text.firstInvalidOffset == nil else { return nil }
        var builder = DocumentBuilder(
          format: name, source: input, contract: types.contract, options: decoding.takingDuplicates(.last),
          spelling: dialect.spelling, checking: nil, room: 8)
        configure(&builder)
        let stream = JSONValueStream(
          text, dialect, contract, successors: table.declaredSuccessors, builder, limits: decoding.limits)
        return stream.decode(type, as: types, format: name)
      }
    }
  }
}

extension Limits {
  /// Whether GUIDs and the integers of nine digits that a stream reads without counting them are within the limits.
  fileprivate var allowStreams: Bool { textBytes >= 36 && numberBytes >= 9 }
}
