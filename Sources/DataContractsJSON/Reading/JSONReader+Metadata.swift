import DataContractsCore

/// Objects that are more, or less, than their members: those that name their type or identity, those whose type their
/// members have to tell, references, and scalars that a serializer writes as objects.
extension JSONReader {
  /// Whether the object at `position` may be one of those.
  @inline(__always)
  mutating func isUncommonObject(_ builder: inout DocumentBuilder) -> Bool {
    if builder.expectsLookahead { return true }
    let first = text.afterWhiteSpace(from: position &+ 1)
    switch text.byte(at: first) {
    case 0x22:
      let byte = text.byte(at: first &+ 1)
      return byte == 0x24 || byte == 0x5F || wrapsNullableStructures
    case 0x7D: return takesEmptyObjectsForNull
    default: return false
    }
  }

  /// Reads the object at `position` if it is one of those, up to its first value or as a whole.
  ///
  /// - Returns: Whether a value has to come; `nil`, with nothing read, for an object as most are.
  @inline(never)
  mutating func readUncommonObject(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool? {
    guard !builder.isPassingOver, !builder.expectsEntry else { return nil }
    if takesEmptyObjectsForNull, try readNullItem(&builder) { return false }
    if wrapsNullableStructures, builder.expectsNullableStructure, readNullableOpening() {
      enter(.nullable)
      return true
    }
    switch builder.expectedShape {
    case .primitive: return try readStructure(&builder) ? false : nil
    case .object, .any: return try readMarkedObject(&builder)
    default: return nil
    }
  }

  /// Reads `{}` in a list of objects that have members always, which ServiceStack writes of null.
  private mutating func readNullItem(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    let end = text.afterWhiteSpace(from: position + 1)
    guard text.byte(at: end) == 0x7D, builder.expectsItemWithMembers else { return false }
    try builder.null(at: position)
    position = end + 1
    return true
  }

  /// Moves behind `{"HasValue":true,"Value":`.
  private mutating func readNullableOpening() -> Bool {
    var index = position
    for token: StaticString in ["{", "\"HasValue\"", ":", "true", ",", "\"Value\"", ":"] {
      guard text.holds(token, at: index) else { return false }
      index = text.afterWhiteSpace(from: index + token.utf8CodeUnitCount)
    }
    position = index
    return true
  }

  /// Reads a value of an object of a contract, or of `System.Object`.
  private mutating func readMarkedObject(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool? {
    let start = position
    position = text.afterWhiteSpace(from: position + 1)
    var isMarked = false
    var isTyped = false
    while let mark = try readMark(&builder) {
      switch mark {
      case .reference(let identity):
        try readReference(to: identity, startingAt: start, &builder)
        return false
      case .identity: break
      case .type(let isKnown): isTyped = isTyped || isKnown
      }
      isMarked = true
    }
    let first = position
    if !isTyped, builder.expectsLookahead {
      builder.expectDerived(knowing: try names(ofObjectAt: start, &builder))
    }
    position = start
    guard isMarked else { return nil }
    if builder.expectedShape == .primitive, try readStructure(&builder) { return false }
    try builder.beginObject(at: start)
    enter(.object)
    position = first
    return try readFirstName(&builder)
  }

  private mutating func names(
    ofObjectAt offset: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> [TextSlice] {
    var slices: [TextSlice] = []
    for name in memberNames.names(ofObjectAt: offset, in: text, depthLimit: Limits.maximumDepth) {
      if name.hasEscapes {
        position = name.start
        slices.append(try unescape(from: name.start, plainTo: name.plainEnd, &builder))
      } else {
        slices.append(TextSlice(start: name.start, count: name.plainEnd - name.start, inArena: false))
      }
    }
    return slices
  }
}

extension JSONReader {
  /// A member that says something about its object.
  private enum Mark {
    case identity
    case reference(String)
    /// Whether the contract knows the type.
    case type(Bool)
  }

  /// Reads the member at `position` if it is `__type`, `$type`, `$id` or `$ref`, and moves to the next one or the end.
  ///
  /// - Returns: `nil`, with nothing read, for any other member.
  private mutating func readMark(_ builder: inout DocumentBuilder) throws(DocumentError) -> Mark? {
    guard let (name, valueStart) = markName(&builder) else { return nil }
    let offset = valueStart
    position = valueStart
    let plainEnd = text.plainEnd(from: valueStart + 1)
    let slice = try unescape(from: valueStart + 1, plainTo: plainEnd, &builder)
    let value = String(decoding: builder.arena[slice.start...], as: UTF8.self)
    builder.arena.removeLast(slice.count)
    position = text.afterWhiteSpace(from: position)
    if text.byte(at: position) == 0x2C { try moveToNextName(&builder) }
    switch name {
    case .reference: return .reference(value)
    case .identity:
      guard identities.insert(value).inserted else {
        throw builder.failure(.syntax, expected: "a new $id", found: "\"\(value)\" again", at: offset)
      }
      builder.annotate(.identity(value))
      return .identity
    case .type: return .type(try builder.expectConcrete(named: value, at: offset))
    }
  }

  private enum MarkName {
    case type, identity, reference
  }

  /// The kind of the member at `position` and where its string begins.
  private mutating func markName(_ builder: inout DocumentBuilder) -> (MarkName, valueStart: Int)? {
    let isObject = builder.expectedShape == .object
    for (name, kind, isAnywhere) in Self.markNames where text.holds(name, at: position) {
      // In a member of type `object`, what is of no use to .NET's readers of such members stays a member.
      guard isObject || isAnywhere else { return nil }
      let colon = text.afterWhiteSpace(from: position + name.utf8CodeUnitCount)
      let value = text.afterWhiteSpace(from: colon + 1)
      guard text.byte(at: colon) == 0x3A, text.byte(at: value) == 0x22,
        !builder.expectsMember(named: text.slice(position + 1, name.utf8CodeUnitCount - 2).span)
      else { return nil }
      return (kind, value)
    }
    return nil
  }

  private static let markNames: [(name: StaticString, kind: MarkName, isAnywhere: Bool)] = [
    ("\"__type\"", .type, true), ("\"$type\"", .type, false), ("\"$id\"", .identity, false),
    ("\"$ref\"", .reference, false),
  ]

  private mutating func moveToNextName(_ builder: inout DocumentBuilder) throws(DocumentError) {
    position = text.afterWhiteSpace(from: position + 1)
    guard text.byte(at: position) == 0x22 else { throw failure("a member name", &builder) }
  }

  /// Reads the end of `{"$ref":"1"}`.
  private mutating func readReference(
    to identity: String, startingAt start: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard text.byte(at: position) == 0x7D else { throw failure("\"}\" after $ref", &builder) }
    guard identities.contains(identity) else {
      throw builder.failure(
        .syntax, expected: "a $ref to an $id before it", found: "\"\(identity)\"", at: start)
    }
    try builder.reference(to: identity, at: start)
    position += 1
  }
}
