import DataContractsCore

extension JSONReader {
  /// Reads a member name and its colon, up to the member's value.
  ///
  /// `__type`, `$type`, `$id` and `$ref` are names like any other here: ``readUncommonObject(_:)`` has seen those that
  /// have a meaning.
  @inline(__always)
  mutating func readName(_ builder: inout DocumentBuilder) throws(DocumentError) {
    guard text.byte(at: position) == 0x22 else { throw failure("a member name", &builder) }
    let start = position &+ 1
    let end = text.plainEnd(from: start)
    if text.byte(at: end) == 0x22 {
      try builder.member(text.slice(start, end &- start).span, inSourceFrom: start, at: position)
      position = end &+ 1
    } else {
      let offset = position
      let slice = try unescape(from: start, plainTo: end, &builder)
      try builder.member(slice, at: offset)
    }
    try readColon(&builder)
  }

  @inline(__always)
  private mutating func readColon(_ builder: inout DocumentBuilder) throws(DocumentError) {
    position = text.afterWhiteSpace(from: position)
    guard text.byte(at: position) == 0x3A else { throw failure("\":\"", &builder) }
    position = text.afterWhiteSpace(from: position &+ 1)
  }

  @inline(__always)
  mutating func readString(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let start = position &+ 1
    let end = text.plainEnd(from: start)
    guard text.byte(at: end) == 0x22 else { return try readEscapedString(plainTo: end, &builder) }
    try builder.value(.string, text.slice(start, end &- start).span, inSourceFrom: start, at: position)
    position = end &+ 1
  }

  @inline(never)
  private mutating func readEscapedString(
    plainTo end: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = position
    let slice = try unescape(from: position &+ 1, plainTo: end, &builder)
    try builder.value(.string, inArenaFrom: slice.start, at: offset)
  }

  /// Appends a string's content to the builder's arena, its escapes resolved, and moves behind the closing mark.
  ///
  /// - Parameters:
  ///   - start: The first byte after the opening mark.
  ///   - plainEnd: The first byte that is not plain.
  mutating func unescape(
    from start: Int, plainTo plainEnd: Int, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> TextSlice {
    let arenaStart = builder.arena.count
    do throws(EscapeFailure) {
      position = try text.unescape(from: start, plainTo: plainEnd, into: &builder.arena)
    } catch {
      throw failure(error, &builder)
    }
    return TextSlice(start: arenaStart, count: builder.arena.count - arenaStart, inArena: true)
  }

  private mutating func failure(_ escape: EscapeFailure, _ builder: inout DocumentBuilder) -> DocumentError {
    switch escape {
    case .missing(let expected, let offset):
      position = min(offset, text.count)
      return failure(expected, &builder)
    case .loneSurrogate(let offset):
      let escape = String(decoding: text.slice(offset, 6), as: UTF8.self)
      return builder.failure(
        .syntax, expected: "both halves of a surrogate pair",
        found: "\"\(escape)\" alone, which UTF-8 cannot hold", at: offset)
    }
  }
}
