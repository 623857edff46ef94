import DataContractsCore

extension JSONFormat {
  /// Reads what the rules of JSON refuse and .NET's readers take; errors speak of the input as it came.
  func decodeLeniently(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    var text = LenientJSON(input, fillsHoles: dialect.writesNullItemsAsEmptyObjects)
    text.rewrite()
    do throws(DocumentError) {
      return try decodeStrictly(text.output, as: contract)
    } catch {
      throw DocumentError(
        error.code, format: error.format, offset: error.offset.map(text.inputOffset), path: error.path,
        expected: error.expected, found: error.found)
    }
  }
}

/// Rewrites what Json.NET takes for JSON as JSON: comments, single quotes, names without quotes, a comma before a closing
/// bracket, `NaN` and infinities, hexadecimal and octal numbers, raw control characters, halves of surrogate pairs, text
/// behind the document, and no document at all, which is null.
///
/// Of ServiceStack a list's hole, which it writes for a null list, is null. Whatever else is no JSON stays as it is, for
/// the reader to refuse. Takes time linear in the input.
struct LenientJSON {
  private let input: [UInt8]
  private let fillsHoles: Bool
  private(set) var output: [UInt8] = []
  /// Where output and input are apart by another distance than before, in order.
  private var shifts: [(output: Int, input: Int)] = []
  private var position = 0
  /// For each open container whether it is an object.
  private var open: [Bool] = []
  private var state = State.value
  /// Whether the last comma stands behind a value, and not behind a bracket or another comma.
  private var commaFollowsValue = false
  /// Where .NET reads something else than what stands there.
  private(set) var findings: [Finding] = []

  private enum State {
    /// A value has to come, or the end of a list.
    case value
    /// A name has to come, or the end of an object.
    case name
    case colon
    /// A comma has to come, or the end of the container.
    case comma
  }

  init(_ input: [UInt8], fillsHoles: Bool) {
    self.input = input
    self.fillsHoles = fillsHoles
    output.reserveCapacity(input.count)
  }

  /// The place in the input of a place in the output.
  func inputOffset(_ offset: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].output <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    return min(input.count, shifts[low - 1].input + offset - shifts[low - 1].output)
  }

  mutating func rewrite() {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    repeat {
      let start = position
      skipBlanks()
      guard position < input.count else { break }
      // Words that something stands between stay apart.
      let isClosing = byte() == 0x7D || byte() == 0x5D
      if position > start, !output.isEmpty, !isClosing { output.append(0x20) }
      noteShift()
      rewriteToken()
    } while !open.isEmpty || state == .value
    noteShift()
    noteRest()
    if output.isEmpty { output = Array("null".utf8) }
  }

  /// Notes text behind the document.
  private mutating func noteRest() {
    skipBlanks()
    guard position < input.count else { return }
    note(.dropped, "is more text after the document; .NET reads no further")
  }

  private mutating func note(_ effect: Finding.Effect, _ reason: String, at offset: Int? = nil) {
    findings.append(Finding(.syntax, effect, path: DocumentPath(), offset: offset ?? position, reason: reason))
  }

  private mutating func noteShift() {
    // A comma has been taken back.
    while let last = shifts.last, last.output > output.count { shifts.removeLast() }
    let known = shifts.last.map { $0.input - $0.output } ?? 0
    guard position - output.count != known else { return }
    shifts.append((output.count, position))
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    position + offset < input.count ? input[position + offset] : 0
  }
}

extension LenientJSON {
  /// White space and comments.
  private mutating func skipBlanks() {
    while position < input.count {
      switch byte() {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case 0x2F where byte(1) == 0x2F: skip { $0 == 0x0A || $0 == 0x0D }
      case 0x2F where byte(1) == 0x2A:
        guard let end = commentEnd else { return }
        position = end
      default: return
      }
    }
  }

  private mutating func skip(to isEnd: (UInt8) -> Bool) {
    while position < input.count, !isEnd(input[position]) { position += 1 }
  }

  /// Behind the comment that begins here; `nil` when it has no end.
  private var commentEnd: Int? {
    var index = position + 2
    while index + 1 < input.count {
      if input[index] == 0x2A, input[index + 1] == 0x2F { return index + 2 }
      index += 1
    }
    return nil
  }

  private mutating func rewriteToken() {
    switch byte() {
    case 0x7B, 0x5B: openContainer(isObject: byte() == 0x7B)
    case 0x7D, 0x5D: closeContainer()
    case 0x2C: rewriteComma()
    case 0x3A: copy(1, then: .value)
    case 0x22, 0x27: rewriteString()
    default: rewriteWord()
    }
  }

  private mutating func copy(_ count: Int, then next: State) {
    output += input[position..<position + count]
    position += count
    state = next
  }

  private mutating func openContainer(isObject: Bool) {
    open.append(isObject)
    copy(1, then: isObject ? .name : .value)
  }

  private mutating func closeContainer() {
    let isAfterComma = output.last == 0x2C && state != .comma
    if isAfterComma, open.last == false, fillsHoles {
      output += Array("null".utf8)
    } else if isAfterComma, commaFollowsValue {
      output.removeLast()
      noteShift()
    }
    if !open.isEmpty { open.removeLast() }
    copy(1, then: .comma)
  }

  private mutating func rewriteComma() {
    commaFollowsValue = state == .comma
    if fillsHoles, open.last == false, state == .value { output += Array("null".utf8) }
    copy(1, then: open.last == true ? .name : .value)
  }

  private mutating func endScalar() { state = state == .name ? .colon : .comma }
}

extension LenientJSON {
  /// Rewrites a string between either kind of quotes. One that does not end has no end in the output either.
  private mutating func rewriteString() {
    let quote = byte()
    output.append(0x22)
    position += 1
    while position < input.count, byte() != quote {
      switch byte() {
      case 0x5C: rewriteEscape()
      case 0x22:
        output += [0x5C, 0x22]
        position += 1
      case 0..<0x20:
        output += Array("\\u00".utf8) + [0x30 + byte() >> 4, Self.hexDigit(byte() & 15)]
        position += 1
      default: copy(1, then: state)
      }
    }
    guard position < input.count else { return }
    output.append(0x22)
    position += 1
    endScalar()
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  private mutating func rewriteEscape() {
    switch byte(1) {
    case 0x27:
      output.append(0x27)
      position += 2
    case 0x75: rewriteUnicodeEscape()
    default: copy(min(2, input.count - position), then: state)
    }
  }

  /// Half of a surrogate pair alone, which UTF-8 cannot hold, becomes U+FFFD.
  private mutating func rewriteUnicodeEscape() {
    guard let first = codeUnit(at: position) else { return copy(2, then: state) }
    guard first & 0xF800 == 0xD800 else { return copy(6, then: state) }
    if first < 0xDC00, let second = codeUnit(at: position + 6), second & 0xFC00 == 0xDC00 {
      return copy(12, then: state)
    }
    note(.misread, "is half of a surrogate pair, which is read as U+FFFD")
    output += Array("\\ufffd".utf8)
    position += 6
  }

  private func codeUnit(at index: Int) -> UInt32? {
    guard index + 6 <= input.count, input[index] == 0x5C, input[index + 1] == 0x75 else { return nil }
    return number(input[index + 2..<index + 6], base: 16).map { UInt32(truncatingIfNeeded: $0) }
  }

  private func number(_ digits: ArraySlice<UInt8>, base: Int) -> UInt64? {
    digits.first == 0x2B || digits.first == 0x2D ? nil : UInt64(String(decoding: digits, as: UTF8.self), radix: base)
  }

  /// Rewrites a name without quotes, a word or a number.
  private mutating func rewriteWord() {
    let start = position
    skip(to: Self.isDelimiter)
    let word = input[start..<position]
    // A delimiter that opens nothing: the reader refuses it.
    guard !word.isEmpty else { return copy(1, then: .comma) }
    let text = String(decoding: word, as: UTF8.self)
    let isWord = ["NaN", "Infinity", "-Infinity", "INF", "-INF"].contains(text)
    if isWord || state == .name {
      output.append(0x22)
      output += word
      output.append(0x22)
    } else if let value = unusualNumber(word) {
      if word.allSatisfy({ $0 & 0xF0 == 0x30 }) {
        note(.misread, "\(text) is read as the octal number \(value)", at: start)
      }
      output += Array("\(value)".utf8)
    } else {
      output += word
    }
    endScalar()
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x27, 0x2C, 0x2F, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  /// `0x1F` and `017`, which is octal.
  private func unusualNumber(_ word: ArraySlice<UInt8>) -> UInt64? {
    guard word.count > 1, word.first == 0x30, let second = word.dropFirst().first else { return nil }
    if second | 0x20 == 0x78 { return number(word.dropFirst(2), base: 16) }
    return number(word, base: 8)
  }
}
