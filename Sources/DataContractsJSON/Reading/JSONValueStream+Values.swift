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
    case (0x7B, .other): return readDictionary(expected, at: start, in: &window)
    case (0x5B, .list):
      guard depth < limits.depth else { break }
      return show(expected, from: start, extent: .max, end: start, in: &window)
    case (0x74, .boolean) where text.holds("true", at: start):
      return show(expected, from: start, extent: 4, end: start &+ 4, in: &window)
    case (0x66, .boolean) where text.holds("false", at: start):
      return show(expected, from: start, extent: 5, end: start &+ 5, in: &window)
    case (0x6E, _) where expected.pointee.isNillable && text.holds("null", at: start):
      let name = show(expected, from: 0, extent: 0, end: start &+ 4, in: &window)
      node.pointee.kind = .null
      return name
    case (0x2D, .integer), (0x2D, .scalar), (0x30...0x39, .scalar):
      return readNumber(expected, at: start, in: &window)
    default: break
    }
    return readThroughBuilder(expected, at: start, in: &window)
  }

  @inline(__always)
  func readString(_ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow) -> Int {
    if case .guid = expected.pointee.form, let name = readGUID(expected, at: start, in: &window) { return name }
    let (end, isASCII) = text.plainRun(from: start &+ 1)
    let count = end &- start &- 1
    guard text.byte(at: end) == 0x22, count <= limits.textBytes, isCanonical(expected, start &+ 1, count) else {
      return readEscapedString(expected, at: start, plainTo: end, in: &window)
    }
    let name = show(
      expected, from: start &+ 1, extent: UInt32(truncatingIfNeeded: count), end: end &+ 1, in: &window)
    if isASCII, case .text = expected.pointee.form {
      node.pointee.flags = expected.pointee.node.flags.adding(.isASCII)
    }
    return name
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
    node.pointee.flags = expected.pointee.node.flags.adding(.rawBytes)
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
      return readNumber(expected, at: start, in: &window)
    }
    return show(
      expected, from: start, extent: UInt32(truncatingIfNeeded: end &- start), end: end, in: &window)
  }

  @inline(__always)
  private func readObject(
    _ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow
  ) -> Int {
    guard depth < limits.depth else { return readThroughBuilder(expected, at: start, in: &window) }
    let first = text.afterWhiteSpace(from: start &+ 1)
    if text.byte(at: first) == 0x22 {
      if mayNameType(text.byte(at: first &+ 1), expected) {
        return readThroughBuilder(expected, at: start, in: &window)
      }
    } else if writesNullItemsAsEmptyObjects, expected.pointee.node.name == .max {
      return fail()
    }
    return show(expected, from: start, extent: .max, end: start, in: &window)
  }

  /// Whether an object's first name may be that of a type, of an identity, or of a structure round a value.
  @inline(__always)
  private func mayNameType(_ mark: UInt8, _ expected: UnsafePointer<ExpectedValue>) -> Bool {
    mark == 0x24 || mark == 0x5F
      || (wrapsNullableStructures
        && contract.pointer(toType: expected.pointee.node.type).pointee.isValueType)
  }

  /// Puts one node at hand and moves to `end`.
  @inline(__always)
  func show(
    _ expected: UnsafePointer<ExpectedValue>, from start: Int, extent: UInt32, end: Int, in window: inout NodeWindow
  ) -> Int {
    nodesLeft &-= 1
    guard nodesLeft >= 0, end <= validatedEnd || validate(to: end) else { return fail() }
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
    guard let maker else { return fail() }
    maker.values.expect(
      type: value.type, isNillable: expected.pointee.isNillable, depth: depth, nodeCount: limits.nodes &- nodesLeft)
    do throws(DocumentError) {
      position = try maker.readValue(at: start)
    } catch {
      return fail()
    }
    let count = maker.values.show(name: value.name, flags: value.flags, in: &window, texts: &texts)
    nodesLeft &-= count
    guard count > 0 else { return fail() }
    return Int(value.name)
  }
}

extension JSONValueStream {
  /// Reads a string that has escapes; one that is no text, or is not in canonical form, as a document of its own.
  @inline(never)
  private func readEscapedString(
    _ expected: UnsafePointer<ExpectedValue>, at start: Int, plainTo plainEnd: Int, in window: inout NodeWindow
  ) -> Int {
    guard case .text = expected.pointee.form, text.byte(at: plainEnd) == 0x5C,
      let end = unescape(from: start &+ 1, plainTo: plainEnd), scratch.count <= limits.textBytes
    else { return readThroughBuilder(expected, at: start, in: &window) }
    return showScratch(expected, end: end, in: &window)
  }

  /// Puts the content of a string into `scratch`.
  ///
  /// - Returns: Where the string ends; `nil` where it is none.
  func unescape(from start: Int, plainTo plainEnd: Int) -> Int? {
    scratch.removeAll(keepingCapacity: true)
    return try? text.unescape(from: start, plainTo: plainEnd, into: &scratch)
  }

  /// Reads a number of any kind.
  @inline(never)
  private func readNumber(
    _ expected: UnsafePointer<ExpectedValue>, at start: Int, in window: inout NodeWindow
  ) -> Int {
    let primitive = contract.pointer(toType: expected.pointee.node.type).pointee.primitive
    guard let end = text.numberEnd(from: start), end &- start <= limits.numberBytes, primitive.isNumeric else {
      return readThroughBuilder(expected, at: start, in: &window)
    }
    scratch.removeAll(keepingCapacity: true)
    switch primitive.canonicalize(text.slice(start, end &- start).span, rounds: roundsExcessDigits, into: &scratch) {
    case .unchanged:
      return show(expected, from: start, extent: UInt32(truncatingIfNeeded: end &- start), end: end, in: &window)
    case .rewritten: return showScratch(expected, end: end, in: &window)
    default: return readThroughBuilder(expected, at: start, in: &window)
    }
  }

  /// Puts the text in `scratch` at hand.
  private func showScratch(_ expected: UnsafePointer<ExpectedValue>, end: Int, in window: inout NodeWindow) -> Int {
    texts.begin(in: &window)
    let start = texts.add(scratch, in: &window)
    let name = show(expected, from: start, extent: UInt32(truncatingIfNeeded: scratch.count), end: end, in: &window)
    node.pointee.flags.formUnion(.inArena)
    return name
  }
}

extension JSONBytes {
  /// The end of the number at `start`; `nil` where there is none.
  func numberEnd(from start: Int) -> Int? {
    var end = start
    while true {
      switch byte(at: end) {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: end &+= 1
      default: return isJSONNumber(slice(start, end &- start)) ? end : nil
      }
    }
  }

  /// The end of a scalar at `start` that has no escapes; `nil` for anything else.
  func plainScalarEnd(from start: Int) -> Int? {
    switch byte(at: start) {
    case 0x22:
      let end = plainEnd(from: start &+ 1)
      return byte(at: end) == 0x22 ? end &+ 1 : nil
    case 0x74: return holds("true", at: start) ? start &+ 4 : nil
    case 0x66: return holds("false", at: start) ? start &+ 5 : nil
    case 0x6E: return holds("null", at: start) ? start &+ 4 : nil
    default: return numberEnd(from: start)
    }
  }
}

extension ContractPointers {
  @inline(__always)
  func pointer(toType index: UInt16) -> UnsafePointer<CompiledType> {
    precondition(Int(index) < types.count)
    return types.baseAddress.unsafelyUnwrapped + Int(index)
  }
}

extension Node.Flags {
  // The module's own: of another module's option set each method would be called through its conformance.
  @inline(__always)
  fileprivate func adding(_ other: Node.Flags) -> Node.Flags { Node.Flags(rawValue: rawValue | other.rawValue) }
}
