// What hot paths call to make errors is `mutating`, though it changes nothing: Swift 6.3 hands a builder to a method
// that only borrows it by value, some 400 bytes, and copies it before the branch that would need it.
extension DocumentBuilder {
  /// A failure at the value that is being read.
  package func failure(
    _ code: DocumentError.Code, expected: String, found: String, at offset: Int
  ) -> DocumentError {
    DocumentError(code, format: format, offset: offset, path: path, expected: expected, found: found)
  }

  /// Where the builder stands: the members and indices of all open containers.
  package var path: DocumentPath {
    var components: [DocumentPath.Component] = []
    for frame in frames.dropFirst() + [top] {
      guard let component = component(of: frame) else { continue }
      components.append(component)
    }
    return DocumentPath(components)
  }

  private func component(of frame: Frame) -> DocumentPath.Component? {
    switch frame.kind {
    case .object, .untypedObject:
      guard frame.member != Node.noName else { return nil }
      return .member(memberName(of: frame))
    case .list, .untypedList, .entries, .byteItems: return .index(Int(frame.count))
    case .dictionary:
      guard Int(frame.member) < nodes.count else { return nil }
      let key = nodes[Int(frame.member)]
      let bytes = key.flags.contains(.inArena) ? arena : source
      return .key(bytes.withSpan(of: Int(key.start)..<Int(key.start) + Int(key.extent)) { decoded($0) })
    case .root, .entry, .dateTimeOffset: return nil
    }
  }

  private func memberName(of frame: Frame) -> String {
    guard frame.memberIsOfContract else { return names.name(frame.member) }
    let compiled = table.compiled[Int(frame.type)]
    return string(table.members[Int(compiled.memberStart) + Int(frame.member)].name)
  }

  func string(_ text: ContractText) -> String {
    String(decoding: table.text[text.range], as: UTF8.self)
  }

  // Mutating, as is `checkLength`: a method that only reads gets a copy of the whole builder, for every value.
  @inline(__always)
  mutating func requireExpected(at offset: Int) throws(DocumentError) {
    guard pending.isExpected else { throw unexpectedValue(at: offset) }
  }

  @inline(never)
  private mutating func unexpectedValue(at offset: Int) -> DocumentError {
    guard frames.isEmpty else {
      return failure(.syntax, expected: "a member name", found: "a value", at: offset)
    }
    guard top.count == 0, let contract else {
      return failure(.syntax, expected: "the document's end", found: "another value", at: offset)
    }
    return failure(
      .contract, expected: "a contract with one root", found: "one with \(contract.roots.count)", at: offset)
  }

  @inline(never)
  mutating func nameOutOfPlace(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "a value", found: "a member name", at: offset)
  }

  @inline(never)
  mutating func mismatch(found: String, at offset: Int) -> DocumentError {
    failure(.typeMismatch, expected: expectation, found: found, at: offset)
  }

  /// What the value that comes next has to be.
  private var expectation: String {
    let name = string(table.compiled[Int(pending.type)].name)
    return switch pending.shape {
    case .untyped, .any: "a value"
    case .primitive: pending.primitive.expectation
    case .object: "an object \(name)"
    case .list: "a list \(name)"
    case .dictionary: "a dictionary \(name)"
    case .enumeration: "a name of the enumeration \(name)"
    case .file: "a file"
    }
  }

  @inline(never)
  mutating func duplicateMember(at offset: Int) -> DocumentError {
    failure(.duplicateMember, expected: "each member once", found: "the member a second time", at: offset)
  }

  @inline(never)
  mutating func refuseMissingMember(at offset: Int) throws(DocumentError) {
    switch missingMembers {
    case .refused: try refuseMissing(at: offset) { $0.isRequired }
    case .null: try refuseMissing(at: offset) { $0.isRequired && !$0.isNillable }
    case .defaulted: break
    }
  }

  /// Refuses the object that is open when it lacks a member that cannot be null, whatever the contract requires.
  package mutating func requireValues(at offset: Int) throws(DocumentError) {
    guard skipped == 0, top.kind == .object else { return }
    try refuseMissing(at: offset) { !$0.isNillable }
  }

  private mutating func refuseMissing(
    at offset: Int, _ isNeeded: (CompiledMember) -> Bool
  ) throws(DocumentError) {
    let missing = table.compiled[Int(top.type)].memberRange.enumerated().first { position, index in
      isNeeded(table.members[index]) && !hasSeen(position)
    }
    guard let missing else { return }
    var error = path
    if !error.components.isEmpty, case .member? = error.components.last, top.member != Node.noName {
      error.components.removeLast()
    }
    let failure = DocumentError(
      .missingMember, format: format, offset: offset, path: error,
      expected: "the required member \"\(string(table.members[missing.element].name))\"", found: "none")
    guard reader == nil else { return note(failure) }
    throw failure
  }

  func hasSeen(_ index: Int) -> Bool {
    index < 64 ? top.seen & (1 << UInt64(index)) != 0 : wideSeen[top.mark + index]
  }

  @inline(never)
  mutating func abstractType(at offset: Int) -> DocumentError {
    let name = string(table.compiled[Int(pending.type)].name)
    return failure(.typeMismatch, expected: "a type derived from \(name)", found: "no type", at: offset)
  }
}

extension DocumentBuilder {
  @inline(never)
  mutating func limit(_ name: String, _ bound: Int, _ what: String, _ found: Int, at offset: Int) -> DocumentError {
    failure(
      .limitExceeded, expected: "at most \(bound) \(what) (limit \(name))", found: "\(found)", at: offset)
  }

  @inline(never)
  mutating func tooManyNodes(at offset: Int) -> DocumentError {
    limit("nodes", options.limits.nodes, "nodes", options.limits.nodes + 1, at: offset)
  }

  @inline(never)
  mutating func tooDeep(at offset: Int) -> DocumentError {
    limit("depth", depthLimit, "nested containers", depthLimit + 1, at: offset)
  }

  @inline(never)
  mutating func nameTooLong(at offset: Int) -> DocumentError {
    failure(
      .limitExceeded, expected: "a name of at most \(options.limits.nameBytes) bytes (limit nameBytes)",
      found: "a longer one", at: offset)
  }

  @inline(never)
  mutating func tooLarge(at offset: Int) -> DocumentError {
    failure(.limitExceeded, expected: "texts within 4 GiB", found: "more", at: offset)
  }
}

extension DocumentBuilder {
  /// A text as errors show it: quoted unless it is a bare number or boolean, cut to 40 characters.
  mutating func excerpt(_ token: Token, _ text: Span<UInt8>) -> String {
    switch token {
    case .number, .boolean: Self.cut(start(of: text))
    case .text, .field, .string: excerpt(text)
    }
  }

  mutating func excerpt(_ text: Span<UInt8>) -> String { "\"\(Self.cut(start(of: text)))\"" }

  private static func cut(_ text: String) -> String {
    text.count > 40 ? "\(text.prefix(40))…" : text
  }

  /// The first 200 bytes: enough for 40 characters, whatever the text's length.
  mutating func start(of text: Span<UInt8>) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0.prefix(200), as: UTF8.self) }
  }

  private func decoded(_ text: Span<UInt8>) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
