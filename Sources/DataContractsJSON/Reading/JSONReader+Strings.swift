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
    var runStart = start
    var end = plainEnd
    while true {
      builder.arena.append(contentsOf: text.slice(runStart, end &- runStart))
      position = end
      switch text.byte(at: end) {
      case 0x22:
        position = end &+ 1
        return TextSlice(start: arenaStart, count: builder.arena.count - arenaStart, inArena: true)
      case 0x5C: try readEscape(&builder)
      default:
        throw failure(end == text.count ? "a string's end" : "control characters escaped", &builder)
      }
      runStart = position
      end = text.plainEnd(from: runStart)
    }
  }

  private mutating func readEscape(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let byte: UInt8
    switch text.byte(at: position &+ 1) {
    case 0x22: byte = 0x22
    case 0x5C: byte = 0x5C
    case 0x2F: byte = 0x2F
    case 0x62: byte = 0x08
    case 0x66: byte = 0x0C
    case 0x6E: byte = 0x0A
    case 0x72: byte = 0x0D
    case 0x74: byte = 0x09
    case 0x75: return try readUnicodeEscape(&builder)
    default:
      position = min(position + 1, text.count)
      throw failure("one of \" \\ / b f n r t u after \"\\\"", &builder)
    }
    builder.arena.append(byte)
    position &+= 2
  }

  /// Reads `\uXXXX`, and two of them where they are a surrogate pair.
  private mutating func readUnicodeEscape(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let first = try readHexDigits(&builder)
    guard first & 0xF800 == 0xD800 else {
      UTF8Validation.appendScalar(first, to: &builder.arena)
      return position &+= 6
    }
    guard first < 0xDC00, text.byte(at: position &+ 6) == 0x5C, text.byte(at: position &+ 7) == 0x75 else {
      throw loneSurrogate(&builder)
    }
    position &+= 6
    let second = try readHexDigits(&builder)
    guard second & 0xFC00 == 0xDC00 else {
      position &-= 6
      throw loneSurrogate(&builder)
    }
    UTF8Validation.appendScalar(0x1_0000 + (first & 0x3FF) << 10 + (second & 0x3FF), to: &builder.arena)
    position &+= 6
  }

  /// The number of the four digits of the escape at `position`, which stays.
  private mutating func readHexDigits(_ builder: inout DocumentBuilder) throws(DocumentError) -> UInt32 {
    var value: UInt32 = 0
    for index in 2..<6 {
      guard let digit = hexDigitValue(text.byte(at: position &+ index)) else {
        position = min(position + index, text.count)
        throw failure("four hexadecimal digits after \"\\u\"", &builder)
      }
      value = value << 4 | digit
    }
    return value
  }

  private func hexDigitValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }

  private func loneSurrogate(_ builder: inout DocumentBuilder) -> DocumentError {
    let escape = String(decoding: text.slice(position, 6), as: UTF8.self)
    return builder.failure(
      .syntax, expected: "both halves of a surrogate pair",
      found: "\"\(escape)\" alone, which UTF-8 cannot hold", at: position)
  }
}
