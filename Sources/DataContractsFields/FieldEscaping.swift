/// How names and values are escaped when they are written.
package enum FieldEscaping {
  static func append(_ text: [UInt8], as escaping: FieldStyle.Escaping, to output: inout [UInt8]) {
    switch escaping {
    case .form: appendForm(text, to: &output)
    case .multipart: appendMultipart(text, to: &output)
    }
  }

  /// Appends a text as `FormUrlEncodedContent` does: letters, digits and `-_.~` as they are, `+` for a space, all else
  /// as `%XX` in capitals.
  private static func appendForm(_ text: [UInt8], to output: inout [UInt8]) {
    for byte in text {
      if isUnreserved(byte) {
        output.append(byte)
      } else if byte == 0x20 {
        output.append(0x2B)
      } else {
        output.append(0x25)
        output.append(hexDigit(byte >> 4))
        output.append(hexDigit(byte & 15))
      }
    }
  }

  /// Appends a text as browsers write the names of parts and files: a quote and line ends as `%22`, `%0D`, `%0A`, all
  /// else as it is.
  ///
  /// - SeeAlso: [WHATWG HTML, multipart form data](https://html.spec.whatwg.org/#multipart-form-data)
  package static func appendMultipart(_ text: [UInt8], to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x22: output.append(contentsOf: [0x25, 0x32, 0x32])
      case 0x0D: output.append(contentsOf: [0x25, 0x30, 0x44])
      case 0x0A: output.append(contentsOf: [0x25, 0x30, 0x41])
      default: output.append(byte)
      }
    }
  }

  /// The byte behind an escape of browsers; `nil` where there is none.
  package static func multipartEscape(in text: some RandomAccessCollection<UInt8>, at position: Int) -> UInt8? {
    let escape = text.dropFirst(position).prefix(3)
    guard escape.count == 3, escape.first == 0x25 else { return nil }
    if escape.elementsEqual("%22".utf8) { return 0x22 }
    if escape.elementsEqual("%0D".utf8) { return 0x0D }
    return escape.elementsEqual("%0A".utf8) ? 0x0A : nil
  }

  /// Whether a name that is to be written holds what a reader takes for an escape of browsers.
  package static func looksEscaped(_ text: [UInt8]) -> Bool {
    text.indices.contains { text[$0] == 0x25 && multipartEscape(in: text, at: $0) != nil }
  }

  /// Writes a value as `FormUrlEncodedContent` does and returns how many bytes that took.
  ///
  /// Every byte is one load and one store of four bytes, without a branch: values change between letters and escapes
  /// too often for one to be foreseen.
  ///
  /// Safety: `output` has room for three bytes for each of the text's and one more, which the last store overlaps.
  package static func writeForm(
    _ text: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let target = UnsafeMutableRawPointer(output)
    var written = 0
    formTable.withUnsafeBufferPointer { table in
      for byte in text {
        let entry = table[Int(byte)]
        target.storeBytes(of: entry, toByteOffset: written, as: UInt32.self)
        written &+= Int(truncatingIfNeeded: entry.littleEndian >> 24)
      }
    }
    return written
  }

  /// How many bytes ``writeForm(_:to:)`` needs room for.
  package static func formRoom(for count: Int) -> Int { count &* 3 &+ 1 }

  /// For each byte the bytes that stand for it, in the order of memory, and in the fourth how many they are.
  private static let formTable: [UInt32] = (0...255).map { value in
    let byte = UInt8(value)
    var escaped: [UInt8] = []
    appendForm([byte], to: &escaped)
    let bytes = escaped.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32($1.offset * 8) }
    return (bytes | UInt32(escaped.count) << 24).littleEndian
  }

  /// Whether a form leaves the byte as it is.
  @inline(__always)
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    if byte < 0x40 { return unreservedLow >> UInt64(byte) & 1 != 0 }
    return byte < 0x80 && unreservedHigh >> UInt64(byte & 0x3F) & 1 != 0
  }

  // Bits for 0-9, `-` and `.`; and for A-Z, a-z, `_` and `~`.
  @inline(__always)
  private static var unreservedLow: UInt64 { 0x03FF_6000_0000_0000 }
  @inline(__always)
  private static var unreservedHigh: UInt64 { 0x47FF_FFFE_87FF_FFFE }

  @inline(__always)
  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x37 &+ value }
}
