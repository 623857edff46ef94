import DataContractsCore

extension JSONValueStream {
  /// Reads a scalar whole; moves to a container's first byte.
  ///
  /// - Returns: `false` where the stream has failed.
  @inline(never)
  func readValue(_ expected: Expectation, at start: Int, in window: inout NodeWindow) -> Bool {
    let compiled = contract.pointer(toType: expected.type)
    switch text.byte(at: start) {
    case 0x22: return readString(expected, compiled, at: start, in: &window)
    case 0x30...0x39, 0x2D: return readNumber(expected, compiled, at: start, in: &window)
    case 0x7B: return readObject(expected, compiled, at: start, in: &window)
    case 0x5B:
      guard compiled.pointee.isList, depth < limits.effectiveDepth else { break }
      return show(.list, expected, from: start, extent: .max, end: start, in: &window)
    case 0x74 where isBoolean(compiled) && text.holds("true", at: start):
      return show(.boolean, expected, from: start, extent: 4, end: start &+ 4, in: &window)
    case 0x66 where isBoolean(compiled) && text.holds("false", at: start):
      return show(.boolean, expected, from: start, extent: 5, end: start &+ 5, in: &window)
    case 0x6E where expected.isNillable && text.holds("null", at: start):
      return show(.null, expected, from: 0, extent: 0, end: start &+ 4, in: &window)
    default: break
    }
    return readThroughBuilder(expected, at: start, in: &window)
  }

  @inline(__always)
  private func isBoolean(_ compiled: UnsafePointer<CompiledType>) -> Bool {
    compiled.pointee.isPrimitive && compiled.pointee.primitive == .boolean
  }

  @inline(__always)
  func readString(
    _ expected: Expectation, _ compiled: UnsafePointer<CompiledType>, at start: Int, in window: inout NodeWindow
  ) -> Bool {
    if isGUID(compiled, at: start) {
      return show(.guid, expected, from: start &+ 1, extent: 36, end: start &+ 38, in: &window)
    }
    let end = text.plainEnd(from: start &+ 1)
    let count = end &- start &- 1
    guard text.byte(at: end) == 0x22, compiled.pointee.isPrimitive, count <= limits.textBytes else {
      return readThroughBuilder(expected, at: start, in: &window)
    }
    let primitive = compiled.pointee.primitive
    let isFreeText = primitive == .string || primitive == .anyURI
    guard isFreeText || primitive.isCanonicalString(text.slice(start &+ 1, count).span) else {
      return readThroughBuilder(expected, at: start, in: &window)
    }
    return show(
      isFreeText ? .string : primitive.kind, expected, from: start &+ 1, extent: UInt32(truncatingIfNeeded: count),
      end: end &+ 1, in: &window)
  }

  /// Whether a GUID in canonical form is wanted and stands here; its end need not be searched for.
  @inline(__always)
  private func isGUID(_ compiled: UnsafePointer<CompiledType>, at start: Int) -> Bool {
    compiled.pointee.isPrimitive && compiled.pointee.primitive == .guid && text.byte(at: start &+ 37) == 0x22
      && PrimitiveType.guid.isCanonicalString(text.slice(start &+ 1, 36).span)
  }

  /// Reads an integer of few digits, which any type of 32 bits or more holds.
  @inline(__always)
  private func readNumber(
    _ expected: Expectation, _ compiled: UnsafePointer<CompiledType>, at start: Int, in window: inout NodeWindow
  ) -> Bool {
    let end = text.afterDigits(from: start)
    let next = text.byte(at: end)
    guard compiled.pointee.isPrimitive, compiled.pointee.primitive.holdsNineDigits, end &- start <= 9,
      end > start, text.byte(at: start) != 0x30 || end &- start == 1, next != 0x2E, next | 0x20 != 0x65
    else { return readThroughBuilder(expected, at: start, in: &window) }
    return show(
      .number, expected, from: start, extent: UInt32(truncatingIfNeeded: end &- start), end: end, in: &window)
  }

  @inline(__always)
  private func readObject(
    _ expected: Expectation, _ compiled: UnsafePointer<CompiledType>, at start: Int, in window: inout NodeWindow
  ) -> Bool {
    guard compiled.pointee.isPlainObject, depth < limits.effectiveDepth else {
      return readThroughBuilder(expected, at: start, in: &window)
    }
    let first = text.afterWhiteSpace(from: start &+ 1)
    let mark = text.byte(at: first &+ 1)
    if text.byte(at: first) == 0x22 {
      // A type, an identity, or a structure round a value.
      if mark == 0x24 || mark == 0x5F || (dialect.wrapsNullableStructures && compiled.pointee.isValueType) {
        return readThroughBuilder(expected, at: start, in: &window)
      }
    } else if dialect.writesNullItemsAsEmptyObjects, expected.name == .max {
      return fail()
    }
    return show(.object, expected, from: start, extent: .max, end: start, in: &window)
  }

  /// Puts one node at hand and moves to `end`.
  @inline(__always)
  private func show(
    _ kind: Document.Kind, _ expected: Expectation, from start: Int, extent: UInt32, end: Int,
    in window: inout NodeWindow
  ) -> Bool {
    nodeCount &+= 1
    guard nodeCount <= limits.nodes else { return fail() }
    node.initialize(
      to: Node(
        kind: kind, flags: expected.flags, type: expected.type, name: expected.name,
        start: UInt32(truncatingIfNeeded: start), extent: extent))
    window.nodes = UnsafeBufferPointer(start: node, count: 1)
    window.index = 0
    position = end
    return true
  }

  /// Reads a value as a document of its own.
  @inline(never)
  func readThroughBuilder(_ expected: Expectation, at start: Int, in window: inout NodeWindow) -> Bool {
    values.expect(type: expected.type, isNillable: expected.isNillable, depth: depth, nodeCount: nodeCount)
    do throws(DocumentError) {
      try reader.readValue(at: start, into: &values.builder)
    } catch {
      return fail()
    }
    let count = values.show(name: expected.name, flags: expected.flags, in: &window)
    nodeCount &+= count
    guard count > 0 else { return fail() }
    position = reader.position
    return true
  }
}

extension ContractPointers {
  @inline(__always)
  func pointer(toType index: UInt16) -> UnsafePointer<CompiledType> {
    precondition(Int(index) < types.count)
    return types.baseAddress.unsafelyUnwrapped + Int(index)
  }
}

// Patterns, since Swift 6.3 compares values of another module's enumeration by a call of its conformance.
extension CompiledType {
  @inline(__always)
  fileprivate var isPrimitive: Bool {
    if case .primitive = shape { true } else { false }
  }

  @inline(__always)
  var isList: Bool {
    if case .list = shape { true } else { false }
  }
}

extension PrimitiveType {
  /// Whether any natural number of nine digits is a value of the type, in canonical form.
  @inline(__always)
  fileprivate var holdsNineDigits: Bool {
    switch self {
    case .int, .unsignedInt, .long, .unsignedLong: true
    default: false
    }
  }
}
