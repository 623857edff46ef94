extension DocumentBuilder {
  /// Adds null.
  public mutating func null(at offset: Int = 0) throws(DocumentError) {
    if sink != nil { return try sendNull(as: -1) }
    guard skipped == 0 else { return skipScalar() }
    try requireExpected(at: offset)
    guard pending.isNillable || pending.shape == .untyped else { return try nullOfValueType(at: offset) }
    try append(.null, start: 0, extent: 0, flags: [], at: offset)
    finishScalar()
  }

  /// Adds a scalar.
  public mutating func value(_ token: Token, _ text: String, at offset: Int = 0) throws(DocumentError) {
    let start = arena.count
    arena.append(contentsOf: text.utf8)
    try value(token, inArenaFrom: start, at: offset)
  }

  /// Adds a scalar whose text is the builder's source from `start` on.
  @inline(__always)
  package mutating func value(_ token: Token, _ text: Span<UInt8>, inSourceFrom start: Int) throws(DocumentError) {
    try value(token, text, TextSlice(start: start, count: text.count, inArena: false), at: start)
  }

  /// Adds a scalar whose text is the builder's source from `start` on, and which begins, with its mark, at `offset`.
  package mutating func value(
    _ token: Token, _ text: Span<UInt8>, inSourceFrom start: Int, at offset: Int
  ) throws(DocumentError) {
    try value(token, text, TextSlice(start: start, count: text.count, inArena: false), at: offset)
  }

  /// Adds a scalar whose text has been appended to the builder's arena, from `start` to the arena's end.
  package mutating func value(_ token: Token, inArenaFrom start: Int, at offset: Int) throws(DocumentError) {
    let slice = TextSlice(start: start, count: arena.count - start, inArena: true)
    guard skipped == 0 else {
      arena.removeLast(slice.count)
      return skipScalar()
    }
    let text = takeText(slice)
    try text.withSpan(of: 0..<text.count) { text throws(DocumentError) in try value(token, text, slice, at: offset) }
    giveBack(text)
  }

  /// A copy of a text in a buffer of the builder's own.
  ///
  /// The arena itself cannot be lent out while it may be written to: each write would copy the whole of it.
  mutating func takeText(_ slice: TextSlice) -> [UInt8] {
    var text: [UInt8] = []
    swap(&text, &lent)
    text.removeAll(keepingCapacity: true)
    if slice.inArena {
      text.append(contentsOf: arena[slice.range])
    } else {
      text.append(contentsOf: source[slice.range])
    }
    return text
  }

  /// Puts the buffer back, so that the next text costs no allocation.
  mutating func giveBack(_ text: consuming [UInt8]) { lent = text }

  /// Adds a scalar.
  ///
  /// - Parameters:
  ///   - text: Its bytes, UTF-8.
  ///   - slice: Where the same bytes lie in the builder's source or arena.
  @inline(__always)
  package mutating func value(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard skipped == 0 else { return skipScalar() }
    try requireExpected(at: offset)
    guard text.count <= (token == .number ? numberBound : textBound) else {
      return try longValue(token, text, slice, at: offset)
    }
    try shortValue(token, text, slice, at: offset)
  }

  @inline(__always)
  private mutating func shortValue(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    switch pending.shape {
    case .primitive: try primitive(token, text, slice, at: offset)
    case .untyped: try appendScalar(token.kind, slice, at: offset)
    case .any: try valueOfObject(token, text, slice, at: offset)
    case .enumeration: try enumeration(token, text, slice, at: offset)
    default: try refuse(mismatch(found: excerpt(token, text), at: offset))
    }
  }

  /// Reads a text that is too long, which is refused, or one that is held against the rules of .NET.
  @inline(never)
  private mutating func longValue(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    try checkLength(token, text, at: offset)
    if let reader, try noteObjection(of: reader, to: token, text, at: offset) { return }
    try shortValue(token, text, slice, at: offset)
  }

  private mutating func skipScalar() {
    if skipped == 1 { skipped = 0 }
  }

  private mutating func checkLength(_ token: Token, _ text: Span<UInt8>, at offset: Int) throws(DocumentError) {
    if token == .number {
      guard text.count <= options.limits.numberBytes else {
        throw limit("numberBytes", options.limits.numberBytes, "bytes of a number", text.count, at: offset)
      }
    } else if text.count > options.limits.textBytes {
      throw limit("textBytes", options.limits.textBytes, "bytes of text", text.count, at: offset)
    }
  }

  @inline(__always)
  mutating func appendScalar(_ kind: Document.Kind, _ slice: TextSlice, at offset: Int) throws(DocumentError) {
    // Offsets have 32 bits; inputs and arenas beyond them cannot be indexed.
    guard slice.start &+ slice.count <= Int(UInt32.max) else { throw tooLarge(at: offset) }
    try append(kind, start: slice.start, extent: slice.count, flags: slice.inArena ? .inArena : [], at: offset)
    finishScalar()
  }

  @inline(__always)
  private mutating func primitive(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard accepts(token, as: pending.primitive) else { return try bareString(token, text, slice, at: offset) }
    if pending.primitive == .string || pending.primitive == .anyURI {
      return try appendScalar(.string, slice, at: offset)
    }
    if pending.primitive == .qName { return try qualifiedName(token, text, slice, at: offset) }
    // A quoted char is the character, be it a digit.
    if pending.primitive != .char || !token.holdsCharacters, pending.primitive.isCanonical(text) {
      return try appendScalar(pending.primitive.kind, slice, at: offset)
    }
    try rewrittenPrimitive(token, text, slice, at: offset)
  }

  /// Adds a scalar of the primitive that a member of type `object` turns out to hold.
  mutating func primitiveOfObject(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    try primitive(token, text, slice, at: offset)
  }

  @inline(never)
  private mutating func rewrittenPrimitive(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    if text.isEmpty, token != .text, pending.isNillable, pending.primitive.isValueType {
      return try null(at: offset)
    }
    // The builder's own buffer, which is put back: a rewritten text costs no allocation.
    var output: [UInt8] = []
    swap(&output, &scratch)
    output.removeAll(keepingCapacity: true)
    let outcome =
      pending.primitive == .char && token.holdsCharacters
      ? CharText.canonicalize(utf8: text, into: &output)
      : pending.primitive.canonicalize(text, rounds: options.roundsExcessDigits, into: &output)
    swap(&output, &scratch)
    switch outcome {
    case .unchanged: try appendScalar(pending.primitive.kind, slice, at: offset)
    case .rewritten:
      if token == .string { restoreClock(of: text) }
      guard token != .text || pending.primitive.isXMLSchemaSpelling(text) else {
        return try refuse(mismatch(found: excerpt(token, text), at: offset))
      }
      try appendScalar(pending.primitive.kind, rewritten(slice), at: offset)
    case .malformed:
      guard token == .string, guess(text) else { return try refuse(mismatch(found: excerpt(token, text), at: offset)) }
      if reader != nil { noteGuess(token, text, at: offset) }
      try appendScalar(pending.primitive.kind, rewritten(slice), at: offset)
    case .outOfRange, .losesPrecision: try refuseInexact(outcome, token, text, at: offset)
    }
  }

  /// A value that its type cannot hold, or not to the last digit.
  private mutating func refuseInexact(
    _ outcome: Canonicalization, _ token: Token, _ text: Span<UInt8>, at offset: Int
  ) throws(DocumentError) {
    if reader != nil, try noteInexact(outcome, token, text, at: offset) { return }
    let expected = pending.primitive.expectation
    let found = excerpt(token, text)
    try refuse(
      outcome == .outOfRange
        ? failure(.outOfRange, expected: expected, found: found, at: offset)
        : failure(
          .losesPrecision, expected: "\(expected) without more digits than it holds", found: found, at: offset))
  }

  /// Moves the scratch's text into the arena, in place of the text that it stands for where that was the arena's last.
  mutating func rewritten(_ original: TextSlice) -> TextSlice {
    if original.inArena, original.start + original.count == arena.count { arena.removeLast(original.count) }
    let slice = TextSlice(start: arena.count, count: scratch.count, inArena: true)
    arena.append(contentsOf: scratch)
    return slice
  }

  /// Whether a token may stand for a primitive. Quoted numbers are taken, as Json.NET writes them for some types;
  /// a bare number or boolean is no string, since its spelling would be a guess.
  @inline(__always)
  private mutating func accepts(_ token: Token, as primitive: PrimitiveType) -> Bool {
    switch token {
    case .text, .field, .string: true
    case .number: primitive.isNumeric || primitive == .boolean
    case .boolean: primitive == .boolean
    }
  }
}

extension DocumentBuilder.Token {
  /// The kind of a value that no contract speaks of.
  var kind: Document.Kind {
    switch self {
    case .text, .field: .text
    case .string: .string
    case .number: .number
    case .boolean: .boolean
    }
  }

  /// Whether a `char` stands as itself and not as the number of its code unit.
  var holdsCharacters: Bool { self == .string || self == .field }
}

extension PrimitiveType {
  /// The kind of a value of the type.
  @inlinable @inline(__always)
  package var kind: Document.Kind {
    switch self {
    case .boolean: .boolean
    case .string, .anyURI, .qName: .string
    case .dateTime, .dateTimeOffset: .dateTime
    case .duration: .duration
    case .guid: .guid
    case .base64Binary: .bytes
    default: .number
    }
  }

  /// Whether any text is a value of the type.
  var isFreeText: Bool { self == .string || self == .anyURI || self == .qName }

  /// Whether the type's values are numbers in JSON.
  package var isNumeric: Bool { isInteger || self == .float || self == .double || self == .decimal || self == .char }
}
