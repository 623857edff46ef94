public import DataContractsCore

extension JSONFormat {
  /// Reads a Swift value, as far as that can be done straight from the text without the document in between.
  ///
  /// - Parameters:
  ///   - type: A type with a data contract, or a list or dictionary of such.
  ///   - input: The whole text.
  /// - Throws: ``DocumentError`` with path and byte offset.
  @inlinable
  public func decode<T: DataContractDecodable>(_ type: T.Type, from input: [UInt8]) throws(DocumentError) -> T {
    let types = try T.dataContract.get()
    var value: T?
    // Not of `T` itself, so that but little has to be compiled, or looked up, for each type.
    let isWhole = readWithoutDocument(input, as: types) { value = try? T.decode(from: &$0) }
    if isWhole, let value = value.take() { return value }
    return try decodeThroughDocument(type, from: input)
  }

  /// Calls `body` with a reader of the values of a text, as far as they can be read without a document.
  ///
  /// - Returns: `false` where the input has to be read as a document, be it for its errors; what `body` has read is of no
  ///   meaning then.
  @usableFromInline
  package func readWithoutDocument(
    _ input: [UInt8], as types: TypeContract, _ body: (inout DocumentReader) -> Void
  ) -> Bool {
    guard let root = types.expected, mayStream(input, as: types) else { return false }
    return withUnsafePointer(to: self) { format in
      withUnsafePointer(to: input) { input in
        withUnsafePointer(to: types) { types in
          withUnsafePointer(to: root) { root in
            Self.stream(JSONStreamSource(format: format, input: input, types: types), root, body)
          }
        }
      }
    }
  }

  private func mayStream(_ input: [UInt8], as types: TypeContract) -> Bool {
    let table = types.contract.table
    guard case .ignore = decoding.unknownMembers else { return false }
    // Slices have offsets of 32 bits; the largest marks what is not at hand.
    return decoding.limits.allowStreams && !table.holdsValuesOfAnyType
      && table.longestName <= decoding.limits.nameBytes && input.count <= decoding.limits.inputBytes
      && input.count < Int(UInt32.max)
  }

  private static func stream(
    _ source: JSONStreamSource, _ root: UnsafePointer<ExpectedValue>, _ body: (inout DocumentReader) -> Void
  ) -> Bool {
    let table = source.types.pointee.contract.table
    return table.withPointers(source.format.pointee.dialect.memberOrder) { contract in
      table.withExpectedValues { expected in
        source.input.pointee.withUnsafeBufferPointer { bytes in
          withUnsafeTemporaryAllocation(of: Node.self, capacity: 2) { nodes in
            let text = JSONBytes(bytes)
            guard let nodes = nodes.baseAddress else { return false }
            let stream = JSONValueStream(text, contract, expected, source, nodes: nodes)
            let window = stream.begin(root)
            guard !stream.hasFailed else { return false }
            DocumentReader.read(stream, window, as: source.types.pointee, body)
            return !stream.hasFailed && stream.isWhole
          }
        }
      }
    }
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
