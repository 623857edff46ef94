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
      table.longestName <= decoding.limits.nameBytes,
      input.count <= decoding.limits.inputBytes, input.count < Int(UInt32.max)
    else { return nil }
    return table.withPointers(dialect.memberOrder) { contract in
      table.withExpectedValues { expected in
        input.withUnsafeBufferPointer { bytes in
          let text = JSONBytes(bytes)
          guard text.firstInvalidOffset == nil else { return nil }
          let stream = JSONValueStream(
            text, dialect, contract, expected, successors: table.declaredSuccessors,
            valueBuilder(input, types.contract), limits: decoding.limits)
          return stream.decode(type, as: types, format: name)
        }
      }
    }
  }

  /// The builder of values that a stream cannot show as they stand.
  private func valueBuilder(_ input: [UInt8], _ contract: Contract) -> DocumentBuilder {
    var builder = DocumentBuilder(
      format: name, source: input, contract: contract, options: decoding.takingDuplicates(.last),
      spelling: dialect.spelling, checking: nil, room: 8)
    configure(&builder)
    return builder
  }
}

extension JSONFormat {
  /// Appends a Swift value, as far as that can be done without the document in between.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` where the dialect cannot carry a value.
  ///   `output` then holds what it held before.
  public func encode<T: DataContractEncodable>(_ value: T, into output: inout [UInt8]) throws(DocumentError) {
    let types = try T.dataContract.get()
    if encodeWithoutDocument(value, types, into: &output) { return }
    try encode(Document(encoding: value), into: &output)
  }

  /// Appends a Swift value as it comes.
  ///
  /// - Returns: `false`, with nothing appended, where it has to be written through a document.
  package func encodeWithoutDocument<T: DataContractEncodable>(
    _ value: T, _ types: TypeContract, into output: inout [UInt8]
  ) -> Bool {
    guard dialect.memberOrder != .xml, indentation <= 0, let root = types.contract.root,
      !types.contract.table.keepsIdentities
    else { return false }
    let start = output.count
    var taken: [UInt8] = []
    swap(&taken, &output)
    let isWritten = types.emptyDocument.withView { write(value, types, root.type.rawValue, $0, into: &taken) }
    swap(&taken, &output)
    if isWritten {
      types.size.output.store(output.count - start, ordering: .relaxed)
    } else {
      output.removeLast(output.count - start)
    }
    return isWritten
  }

  /// - Parameter view: That of an empty document.
  private func write<T: DataContractEncodable>(
    _ value: T, _ types: TypeContract, _ root: UInt16, _ view: DocumentView, into output: inout [UInt8]
  ) -> Bool {
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    return view.table.withPointers(dialect.memberOrder) { contract in
      view.table.withExpectedValues { expected in
        let writer = JSONWriter(
          self, view, contract, names: UnsafeBufferPointer(start: nil, count: 0), nameText: nothing,
          taking: &output, room: types.size.output.load(ordering: .relaxed))
        let sink = JSONValueSink(JSONValueWriter(writer, contract, expected, root: root))
        let isWritten = sink.take(value, of: types)
        sink.finish(&output)
        return isWritten
      }
    }
  }
}

extension Limits {
  /// Whether GUIDs and the integers of nine digits that a stream reads without counting them are within the limits.
  fileprivate var allowStreams: Bool { textBytes >= 36 && numberBytes >= 9 }
}
