import DataContractsCore

/// One field of a row.
struct CSVField {
  /// Its text, without quotation marks.
  let content: Range<Int>
  let isQuoted: Bool
  /// Whether quotation marks in it are doubled.
  let hasDoubled: Bool

  /// Whether nothing stands there at all, not even quotation marks.
  var isAbsent: Bool { content.isEmpty && !isQuoted }
  /// Where the field begins, with its mark.
  var offset: Int { isQuoted ? content.lowerBound - 1 : content.lowerBound }
}

/// Splits CSV into rows and fields.
struct CSVFields {
  let bytes: [UInt8]
  var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = InputCheck.markLength(bytes)
  }

  var isAtEnd: Bool { position >= bytes.count }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Passes over empty lines.
  mutating func skipEmptyLines() {
    while let length = lineEndLength(at: position) { position += length }
  }

  /// The length of the line end at an index; `nil` where there is none.
  private func lineEndLength(at index: Int) -> Int? {
    if byte(at: index) == 0x0A { return 1 }
    return byte(at: index) == 0x0D && byte(at: index + 1) == 0x0A ? 2 : nil
  }

  /// Reads a row and its line end; `fields` is emptied first.
  mutating func readRow(_ fields: inout [CSVField], _ builder: inout DocumentBuilder) throws(DocumentError) {
    fields.removeAll(keepingCapacity: true)
    while true {
      fields.append(try readField(&builder))
      if let length = lineEndLength(at: position) {
        position += length
        return
      }
      guard !isAtEnd else { return }
      guard bytes[position] == 0x2C else {
        throw builder.failure(
          .syntax, expected: "\",\" or a line's end", found: "more behind the closing quotation mark", at: position)
      }
      position += 1
    }
  }

  private mutating func readField(_ builder: inout DocumentBuilder) throws(DocumentError) -> CSVField {
    guard byte(at: position) == 0x22 else {
      let start = position
      while !isAtEnd, bytes[position] != 0x2C, lineEndLength(at: position) == nil { position += 1 }
      return CSVField(content: start..<position, isQuoted: false, hasDoubled: false)
    }
    let start = position + 1
    var hasDoubled = false
    position = start
    while !isAtEnd {
      if bytes[position] != 0x22 {
        position += 1
      } else if byte(at: position + 1) == 0x22 {
        hasDoubled = true
        position += 2
      } else {
        position += 1
        return CSVField(content: start..<position - 1, isQuoted: true, hasDoubled: hasDoubled)
      }
    }
    throw builder.failure(
      .syntax, expected: "a closing quotation mark", found: "the end of the input", at: bytes.count)
  }

  /// The field's text for a reader of JSV.
  func text(_ field: CSVField) -> JSVText {
    guard field.hasDoubled else { return JSVText(source: bytes, range: field.content) }
    var undoubled: [UInt8] = []
    var gaps: [Int] = []
    var index = field.content.lowerBound
    while index < field.content.upperBound {
      undoubled.append(bytes[index])
      if bytes[index] == 0x22 { gaps.append(undoubled.count) }
      index += bytes[index] == 0x22 ? 2 : 1
    }
    return JSVText(undoubled, from: field.content.lowerBound, gaps: gaps)
  }

  /// The field's text.
  func bytes(of field: CSVField) -> [UInt8] {
    let text = text(field)
    return Array(text.bytes[text.range])
  }
}
