extension ValueEncoder {
  /// The failure of a value that lies too deep.
  func tooDeep(_ value: some Encodable, _ step: CodingStep) -> EncodingError {
    let path = codingPath + [step.key].compactMap(\.self)
    return invalid(
      value, path,
      DocumentError(
        .limitExceeded, format: "document", path: DocumentPath(path),
        expected: "at most \(state.depthLimit) nested containers (CodableOptions.depth)", found: "more"))
  }

  /// The failure of a scalar that .NET has no text for.
  func unwritable(_ value: Any, _ primitive: PrimitiveType, _ step: CodingStep) -> EncodingError {
    let path = codingPath + [step.key].compactMap(\.self)
    return invalid(
      value, path,
      DocumentError(
        .notRepresentable, format: "document", path: DocumentPath(path), expected: primitive.expectation,
        found: "\(value)"))
  }

  /// The failure of a container that is written to while a value below it is being encoded, or after its own.
  @inline(never)
  func outOfTurn() -> EncodingError {
    invalid(
      self, codingPath,
      DocumentError(
        .notRepresentable, format: "document", path: DocumentPath(codingPath),
        expected: "one value, written while its type encodes itself", found: "another"))
  }

  func invalid(_ value: some Any, _ error: DocumentError) -> EncodingError { invalid(value, codingPath, error) }

  private func invalid(_ value: Any, _ path: [any CodingKey], _ error: DocumentError) -> EncodingError {
    .invalidValue(
      value,
      EncodingError.Context(codingPath: path, debugDescription: error.description, underlyingError: error))
  }
}

extension DocumentPath {
  /// The path of an encoder's keys.
  init(_ keys: [any CodingKey]) {
    self.init(
      keys.map { key in
        switch key {
        case let index as IndexKey: .index(index.index)
        case let name as NameKey: .key(name.stringValue)
        default: .member(key.stringValue)
        }
      })
  }
}
