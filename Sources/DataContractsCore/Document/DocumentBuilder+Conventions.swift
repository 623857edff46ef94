/// What a format's .NET reader makes of values that a contract's spellings do not cover.
package struct ReadingConventions: Sendable {
  /// The offset from UTC in minutes that a date without a zone is taken to have where one is needed. Default 0.
  package var unspecifiedDateOffset = 0
  /// Whether `/Date(ms+0400)/` of a `DateTimeOffset` counts by the clock that it shows and not by UTC, as ServiceStack
  /// writes it. Default `false`.
  package var countsByClock = false
  /// Whether the text of an `XmlQualifiedName` is `local:namespace`, as DataContractJsonSerializer has it, and not
  /// `namespace:local`. Default `false`.
  package var putsLocalNamesFirst = false
  /// What a bare number or boolean becomes where a string is wanted, under ``DecodingOptions/Tolerance/dotNet``.
  package var bareStrings = BareStrings.refused
  /// Whether null stands for the default of a member that cannot be null. Default `false`.
  package var takesNullForDefault = false

  /// What a bare number or boolean becomes where a string is wanted.
  package enum BareStrings: Sendable {
    case refused
    /// `True`, and numbers as a double prints them: Json.NET.
    case reprinted
    /// The text as it stands: ServiceStack and DataContractJsonSerializer.
    case asTheyStand
  }

  package init() {}
}

extension DocumentBuilder {
  /// Adds a value of a member of type `object`.
  ///
  /// A string that stands in the source, without escapes, as a date and time is printed is one: so Json.NET takes it. So
  /// is `\/Date(…)\/` with its escapes, which ServiceStack and DataContractJsonSerializer write of dates alone.
  @inline(never)
  mutating func valueOfObject(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard token == .string, !text.isEmpty else { return try appendScalar(token.kind, slice, at: offset) }
    let isDate = slice.inArena ? text[0] == 0x2F && DotNetDateTime(text) != nil : isCanonicalDate(text)
    guard isDate else { return try appendScalar(.string, slice, at: offset) }
    expectConcrete(.primitive(.dateTime))
    try primitiveOfObject(token, text, slice, at: offset)
  }

  private mutating func isCanonicalDate(_ text: Span<UInt8>) -> Bool {
    DateTimeText.isCanonical(text, zone: .optional)
  }

  /// Adds a qualified name, whose canonical text is `namespace:local`.
  @inline(never)
  mutating func qualifiedName(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard conventions.putsLocalNamesFirst, token == .string, let colon = text.indices.first(where: { text[$0] == 0x3A })
    else { return try appendScalar(.string, slice, at: offset) }
    let local = text.extracting(0..<colon)
    let namespace = text.extracting((colon + 1)..<text.count)
    // Encoders of XML look the namespace up.
    _ = namespaceIndex(of: namespace.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    scratch.removeAll(keepingCapacity: true)
    if !namespace.isEmpty {
      scratch.append(bytesOf: namespace)
      scratch.append(0x3A)
    }
    scratch.append(bytesOf: local)
    try appendScalar(.string, rewritten(slice), at: offset)
  }

  /// `null` for a value type.
  @inline(never)
  mutating func nullOfValueType(at offset: Int) throws(DocumentError) {
    guard conventions.takesNullForDefault, options.tolerance == .dotNet, top.kind == .object else {
      return try refuse(mismatch(found: "null", at: offset))
    }
    // As if the member had not been named.
    pending.isExpected = false
  }

  /// A number or boolean without quotation marks where the contract wants none.
  @inline(never)
  mutating func bareString(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard options.tolerance == .dotNet, pending.primitive.isFreeText, conventions.bareStrings != .refused else {
      return try refuse(mismatch(found: excerpt(token, text), at: offset))
    }
    guard conventions.bareStrings == .reprinted else { return try appendScalar(.string, slice, at: offset) }
    scratch.removeAll(keepingCapacity: true)
    if token == .boolean {
      scratch.append(contentsOf: (text.holds("true") ? "True" : "False").utf8)
    } else if PrimitiveType.long.canonicalize(text, rounds: false, into: &scratch) == .malformed {
      _ = PrimitiveType.double.canonicalize(text, rounds: true, into: &scratch)
    }
    // Nothing was appended where the text is printed as it stands.
    try appendScalar(.string, scratch.isEmpty ? slice : rewritten(slice), at: offset)
  }
}

extension DocumentBuilder {
  /// Moves a date that the scratch holds from milliseconds in UTC to the clock that is meant.
  ///
  /// ServiceStack marks by `-0000` a clock without a zone, whose milliseconds it counts by its machine's zone;
  /// `DateTime.MinValue` it counts by UTC.
  mutating func restoreClock(of text: Span<UInt8>) {
    guard pending.primitive == .dateTime || pending.primitive == .dateTimeOffset, text.byte(at: 0) == 0x2F,
      let date = scratch.withSpan(of: 0..<scratch.count, { DotNetDateTime($0) })
    else { return }
    var ticks = date.ticks
    switch date.kind {
    case .unspecified where ticks > 0: ticks += Int64(conventions.unspecifiedDateOffset) * DotNetDateTime.ticksPerMinute
    case .offset(let minutes) where pending.primitive == .dateTimeOffset && conventions.countsByClock:
      ticks -= Int64(minutes) * DotNetDateTime.ticksPerMinute
    default: return
    }
    guard let moved = DotNetDateTime(ticks: ticks, kind: date.kind) else { return }
    scratch.removeAll(keepingCapacity: true)
    moved.appendXML(to: &scratch)
  }

  /// Puts into the scratch what .NET's converters make of a text that has to be guessed at: dates in any spelling of
  /// `DateTime.Parse`, a date without the zone that is needed, numbers with thousands separators anywhere, and lengths of
  /// time without seconds, or of days alone.
  ///
  /// - Returns: `false` where they make nothing of it either, or guesses are not wanted.
  mutating func guess(_ text: Span<UInt8>) -> Bool {
    guard options.tolerance == .dotNet else { return false }
    scratch.removeAll(keepingCapacity: true)
    switch pending.primitive {
    case .dateTime, .dateTimeOffset: return guessDate(text)
    case .float, .double, .decimal: return guessNumber(text)
    case .duration: return guessDuration(text)
    default: return false
    }
  }

  private mutating func guessDate(_ text: Span<UInt8>) -> Bool {
    guard var date = DotNetDateTime(text) ?? DotNetDateTime(likeDotNet: text) else { return false }
    if pending.primitive == .dateTimeOffset {
      let minutes = date.kind == .unspecified ? conventions.unspecifiedDateOffset : date.offsetMinutes
      guard let zoned = DotNetDateTime(ticks: date.ticks, kind: .offset(minutes: minutes)) else { return false }
      date = zoned
    }
    date.appendXML(to: &scratch)
    return true
  }

  private mutating func guessDuration(_ text: Span<UInt8>) -> Bool {
    guard let value = DotNetTimeSpan(likeDotNet: text) else { return false }
    value.appendISO(to: &scratch)
    return true
  }

  private mutating func guessNumber(_ text: Span<UInt8>) -> Bool {
    var digits: [UInt8] = []
    for index in text.indices where text[index] != 0x2C { digits.append(text[index]) }
    guard digits.count < text.count, text[0] != 0x2C else { return false }
    var output: [UInt8] = []
    let outcome = digits.withSpan(of: 0..<digits.count) {
      pending.primitive.canonicalize($0, rounds: options.roundsExcessDigits, into: &output)
    }
    guard outcome == .unchanged || outcome == .rewritten else { return false }
    scratch.append(contentsOf: outcome == .unchanged ? digits : output)
    return true
  }
}
