extension ValueEncoder {
  @inline(__always)
  func append<T: CodableScalar>(_ value: T) {
    let start = state.arena.count
    value.appendText(to: &state.arena)
    appendText(T.codablePrimitive, from: start)
  }

  func append<T, S: CodableScalar>(builtIn form: S.Type, _ value: T) { append(same(value, form)) }

  /// Adds a scalar. A type appends nothing for a value that .NET's type does not have.
  func append<T, S: DataContractScalar>(scalar form: S.Type, _ value: T, _ step: CodingStep) throws {
    let start = state.arena.count
    // The type may be a caller's: it is not to meet the arena while it writes to it.
    var arena: [UInt8] = []
    swap(&arena, &state.arena)
    same(value, form).appendCanonical(to: &arena)
    swap(&arena, &state.arena)
    guard state.arena.count > start || !S.primitive.isValueType else { throw unwritable(value, S.primitive, step) }
    appendText(S.primitive, from: start)
  }

  func appendBytes(_ bytes: [UInt8]) {
    let start = state.arena.count
    bytes.withUnsafeBufferPointer { Base64.encode($0.span, into: &state.arena) }
    appendText(.base64Binary, from: start)
  }

  /// Adds a scalar whose canonical text is the arena's from `start` on. Its primitive tells encoders how they spell it;
  /// XML, where all spell it as the canonical text is, would name the type.
  @inline(__always)
  func appendText(_ primitive: PrimitiveType, from start: Int) {
    nodes.append(
      Node(
        kind: primitive.kind, flags: .inArena, type: state.namesPrimitives ? UInt16(primitive.rawValue) : 0,
        name: pendingName,
        start: UInt32(truncatingIfNeeded: start), extent: UInt32(truncatingIfNeeded: state.arena.count &- start)))
  }

  func appendNull() { appendNode(.null) }

  func appendNode(_ kind: Document.Kind, flags: Node.Flags = []) {
    nodes.append(Node(kind: kind, flags: flags, type: 0, name: pendingName, start: 0, extent: 0))
  }
}
