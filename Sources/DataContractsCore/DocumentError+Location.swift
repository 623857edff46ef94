extension DocumentError {
  /// A place in a text input, both counted from 1.
  public struct Location: Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
    /// In Unicode scalars of the UTF-8 input: bytes that continue a character do not count.
    public let column: Int

    /// A place, both numbers counted from 1.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Line and column of ``offset`` in the input that was read; `nil` when the error has no offset.
  ///
  /// Lines end with LF, CR or CRLF. Counting takes time linear in the offset.
  public func location(in input: some Collection<UInt8>) -> Location? {
    offset.map { offset in
      let before = [UInt8](input.prefix(max(0, offset)))
      let (line, start) = Self.lastLine(of: before)
      return Location(line: line, column: Self.scalarCount(before, from: start) + 1)
    }
  }

  /// The error as compilers print theirs: `file:line:column: path: expected …, found …`, then the line and a caret.
  ///
  /// A long line is cut to the 100 characters round the place; control characters are shown as spaces.
  public func report(file: String, input: some Collection<UInt8>) -> String {
    let place = path.isEmpty ? "" : "\(path): "
    guard let offset else { return "\(file): \(place)\(problem)" }
    let bytes = [UInt8](input.prefix(max(0, offset)))
    let (number, start) = Self.lastLine(of: bytes)
    let header = "\(file):\(number):\(Self.scalarCount(bytes, from: start) + 1): \(place)\(problem)"
    // A line can be megabytes long: only the bytes near the offset are decoded.
    let from = max(start, offset - 400)
    let line = input.dropFirst(from).prefix(while: { $0 != 0x0A && $0 != 0x0D }).prefix(offset - from + 400)
    let before = String(decoding: line.prefix(offset - from), as: UTF8.self).suffix(50)
    let after = String(decoding: line.dropFirst(offset - from), as: UTF8.self).prefix(50)
    let shown = (before + after).map { $0.isNewline || $0.isControl ? " " : String($0) }.joined()
    return "\(header)\n\(shown)\n\(String(repeating: " ", count: before.count))^"
  }

  /// The number of the last line, and where it begins.
  private static func lastLine(of bytes: [UInt8]) -> (number: Int, start: Int) {
    var line = 1
    var start = 0
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x0A && previous == 0x0D {
        start = index + 1
      } else if byte == 0x0A || byte == 0x0D {
        line += 1
        start = index + 1
      }
      previous = byte
    }
    return (line, start)
  }

  private static func scalarCount(_ bytes: [UInt8], from start: Int) -> Int {
    var count = 0
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}
