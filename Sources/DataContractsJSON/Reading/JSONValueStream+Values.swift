import DataContractsCore

extension JSONValueStream {
  /// Reads a scalar whole; moves to a container's first byte.
  ///
  /// - Returns: The value's ``Node/name``; -1 where the stream has failed.
  @inline(never)
  func readValue(_ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow) -> Int {
    switch (text.byte(at: start), expected.pointee.form) {
    case (0x22, _): return readString(expected, at: start, in: &window)
    case (0x30...0x39, .integer): return readInteger(expected, at: start, in: &window)
    case (0x7B, .plainObject): return readObject(expected, at: start, in: &window)
    case (0x5B, .list):
      guard depth < depthLimit else { break }
      return show(expected, from: start, extent: .max, end: start, in: &window)
    case (0x74, .boolean) where text.holds("true", at: start):
      return show(expected, from: start, extent: 4, end: start &+ 4, in: &window)
    case (0x66, .boolean) where text.holds("false", at: start):
      return show(expected, from: start, extent: 5, end: start &+ 5, in: &window)
    case (0x6E, _) where expected.pointee.isNillable && text.holds("null", at: start):
      let name = show(expected, from: 0, extent: 0, end: start &+ 4, in: &window)
      node.pointee.kind = .null
      return name
    default: break
    }
    return readThroughBuilder(expected, at: start, in: &window)
  }

  @inline(__always)
  func readString(_ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow) -> Int {
    if case .guid = expected.pointee.form, let name = readGUID(expected, at: start, in: &window) { return name }
    let end = text.plainEnd(from: start &+ 1)
    let count = end &- start &- 1
    guard text.byte(at: end) == 0x22, count <= limits.textBytes, isCanonical(expected, start &+ 1, count) else {
      return readThroughBuilder(expected, at: start, in: &window)
    }
    return show(
      expected, from: start &+ 1, extent: UInt32(truncatingIfNeeded: count), end: end &+ 1, in: &window)
  }

  /// Whether the content of a string is the canonical text of a scalar that is expected.
  @inline(__always)
  private func isCanonical(_ expected: UnsafePointer<ExpectedValue>, _ start: Int, _ count: Int) -> Bool {
    switch expected.pointee.form {
    case .text: true
    case .guid, .boolean, .integer, .scalar:
      contract.pointer(toType: expected.pointee.node.type).pointee.primitive
        .isCanonicalString(text.slice(start, count).span)
    case .list, .plainObject, .other: false
    }
  }

  /// Reads a GUID in canonical form; its end need not be searched for.
  ///
  /// - Returns: `nil` where there is none.
  @inline(__always)
  private func readGUID(
    _ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow
  ) -> Int? {
    guard text.byte(at: start &+ 37) == 0x22,
      let bytes = GUIDText.bytes(ifCanonical: text.slice(start &+ 1, 36).span)
    else { return nil }
    window.guid = bytes
    let name = show(expected, from: start &+ 1, extent: 36, end: start &+ 38, in: &window)
    node.pointee.flags = Node.Flags(rawValue: expected.pointee.node.flags.rawValue | 16)
    return name
  }

  /// Reads an integer of few digits, which any type of 32 bits or more holds.
  @inline(__always)
  private func readInteger(
    _ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow
  ) -> Int {
    let end = text.afterDigits(from: start)
    let next = text.byte(at: end)
    guard end &- start <= 9, text.byte(at: start) != 0x30 || end &- start == 1, next != 0x2E, next | 0x20 != 0x65 else {
      return readThroughBuilder(expected, at: start, in: &window)
    }
    return show(
      expected, from: start, extent: UInt32(truncatingIfNeeded: end &- start), end: end, in: &window)
  }

  @inline(__always)
  private func readObject(
    _ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow
  ) -> Int {
    guard depth < depthLimit else { return readThroughBuilder(expected, at: start, in: &window) }
    let first = text.afterWhiteSpace(from: start &+ 1)
    if text.byte(at: first) == 0x22 {
      if mayNameType(text.byte(at: first &+ 1), expected) {
        return readThroughBuilder(expected, at: start, in: &window)
      }
    } else if dialect.writesNullItemsAsEmptyObjects, expected.pointee.node.name == .max {
      return fail()
    }
    return show(expected, from: start, extent: .max, end: start, in: &window)
  }

  /// Whether an object's first name may be that of a type, of an identity, or of a structure round a value.
  @inline(__always)
  private func mayNameType(_ mark: UInt8, _ expected: UnsafePointer<ExpectedValue>) -> Bool {
    mark == 0x24 || mark == 0x5F
      || (dialect.wrapsNullableStructures
        && contract.pointer(toType: expected.pointee.node.type).pointee.isValueType)
  }

  /// Puts one node at hand and moves to `end`.
  @inline(__always)
  private func show(
    _ expected: UnsafePointer<ExpectedValue>, from start: Int, extent: UInt32, end: Int, in window: inout NodeWindow
  ) -> Int {
    nodeCount &+= 1
    guard nodeCount <= limits.nodes else { return fail() }
    // As 16 bytes, with which an expected value begins; Swift 6.3 would move each property of it.
    UnsafeMutableRawPointer(node).copyMemory(from: expected, byteCount: MemoryLayout<Node>.size)
    node.pointee.start = UInt32(truncatingIfNeeded: start)
    node.pointee.extent = extent
    window.nodes = UnsafeBufferPointer(start: node, count: 1)
    window.index = 0
    position = end
    return Int(expected.pointee.node.name)
  }

  /// Reads a value as a document of its own.
  @inline(never)
  func readThroughBuilder(
    _ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow
  ) -> Int {
    let value = expected.pointee.node
    values.expect(type: value.type, isNillable: expected.pointee.isNillable, depth: depth, nodeCount: nodeCount)
    do throws(DocumentError) {
      try reader.readValue(at: start, into: &values.builder)
    } catch {
      return fail()
    }
    let count = values.show(name: value.name, flags: value.flags, in: &window)
    nodeCount &+= count
    guard count > 0 else { return fail() }
    position = reader.position
    return Int(value.name)
  }
}

extension ContractPointers {
  @inline(__always)
  func pointer(toType index: UInt16) -> UnsafePointer<CompiledType> {
    precondition(Int(index) < types.count)
    return types.baseAddress.unsafelyUnwrapped + Int(index)
  }
}

extension CompiledType {
  // A pattern, since Swift 6.3 compares values of another module's enumeration by a call of its conformance.
  @inline(__always)
  var isList: Bool {
    if case .list = shape { true } else { false }
  }
}
