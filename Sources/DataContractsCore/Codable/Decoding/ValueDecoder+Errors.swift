extension ValueDecoder {
  /// The failure of a scalar.
  @inline(never)
  func failure<T: CodableScalar>(_ type: T.Type, at place: Int, _ step: CodingStep) -> DecodingError {
    let isTooWide = T.self == Int128.self || T.self == UInt128.self
    return scalarFailure(
      type, T.codablePrimitive, isTooWide ? "an integer of \(T.self)" : T.codablePrimitive.expectation, at: place, step)
  }

  /// The failure of a scalar.
  @inline(never)
  func failure<T: DataContractScalar>(_ type: T.Type, at place: Int, _ step: CodingStep) -> DecodingError {
    scalarFailure(type, T.primitive, T.primitive.expectation, at: place, step)
  }

  /// A value of the right kind that the type cannot hold is corrupted; one of another kind is a mismatch.
  private func scalarFailure(
    _ type: Any.Type, _ primitive: PrimitiveType, _ expected: String, at place: Int, _ step: CodingStep
  ) -> DecodingError {
    let kind = state.kind(at: place)
    let isOfKind =
      switch kind {
      case .number: primitive.isNumeric
      case .text: true
      case .string: !primitive.isNumeric && primitive != .boolean
      default: kind == primitive.kind
      }
    guard isOfKind else { return failure(type, expected: expected, at: place, step) }
    return corrupted(.outOfRange, expected: expected, found: found(at: place), at: place, [step])
  }

  /// The failure of a value of another kind than the type's.
  ///
  /// - Parameter isOwn: Whether the value is this decoder's own, and no step leads to it.
  @inline(never)
  func failure(
    _ type: Any.Type, expected: String, at place: Int, _ step: CodingStep, isOwn: Bool = false
  ) -> DecodingError {
    let context = context(
      .typeMismatch, expected: expected, found: found(at: place), at: place, isOwn ? [] : [step])
    return state.kind(at: place) == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  /// The failure of a member that is not there.
  @inline(never)
  func missing(_ key: some CodingKey) -> DecodingError {
    let name = state.options.memberNames.name(of: key.stringValue)
    return .keyNotFound(
      key, context(.missingMember, expected: "the member \"\(name)\"", found: "none", at: place, []))
  }

  /// The failure of a value that lies too deep.
  @inline(never)
  func tooDeep(_ place: Int, _ step: CodingStep) -> DecodingError {
    corrupted(
      .limitExceeded, expected: "at most \(state.depthLimit) nested containers (CodableOptions.depth)", found: "more",
      at: place, [step])
  }

  /// The failure of a list that has no more items.
  @inline(never)
  func exhausted(_ type: Any.Type, _ count: Int) -> DecodingError {
    .valueNotFound(
      type, context(.missingMember, expected: "more than \(count) items", found: "the end", at: place, [.index(count)]))
  }

  @inline(never)
  func corrupted(
    _ code: DocumentError.Code, expected: String, found: String, at place: Int, _ steps: [CodingStep]
  ) -> DecodingError {
    .dataCorrupted(context(code, expected: expected, found: found, at: place, steps))
  }

  private func context(
    _ code: DocumentError.Code, expected: String, found: String, at place: Int, _ steps: [CodingStep]
  ) -> DecodingError.Context {
    let error = DocumentError(
      code, format: state.format, path: path(steps), expected: expected, found: found)
    state.note(error, at: place)
    return DecodingError.Context(
      codingPath: codingPath + steps.compactMap(\.key), debugDescription: error.description, underlyingError: error)
  }

  /// The coding path as a path of the document. It is made of the keys, since finding a node's path takes time linear
  /// in the document, and a type may meet, and pass over, an error for each of its values.
  private func path(_ steps: [CodingStep]) -> DocumentPath {
    DocumentPath((self.steps + steps).compactMap(component))
  }

  private func component(of step: CodingStep) -> DocumentPath.Component? {
    switch step {
    case .none: nil
    case .index(let index): .index(index)
    case .key(let key as NameKey): .key(key.stringValue)
    case .key(let key): .member(state.options.memberNames.name(of: key.stringValue))
    }
  }

  private func found(at place: Int) -> String {
    guard place >= 0 else { return place == DecodingState.Place.absent ? "none" : "several values" }
    let node = state.node(place)
    guard !node.kind.isContainer, node.kind != .null else {
      return node.kind == .null ? "null" : node.kind == .object ? "an object" : "a \(node.kind)"
    }
    let text = state.withText(of: node) { String(decoding: $0.bytesArray.prefix(200), as: UTF8.self) }
    let cut = text.count > 40 ? "\(text.prefix(40))…" : text
    return node.kind == .number || node.kind == .boolean ? cut : "\"\(cut)\""
  }
}
