import DataContractsCore

extension JSONWriter {
  @inline(never)
  mutating func writeScalar(_ index: Int, _ node: Node) throws(DocumentError) {
    if node.has(16) { return writeRawBytes(view.bytes(of: node).text) }
    let (text, readable) = view.bytes(of: node)
    if node.kind == .string || node.kind == .text {
      if looksAtStrings || node.has(0x20), writeUncommonString(node, text) { return }
      if text.first == 0x2F, isDateOfObject(node, text) { return writeEscapedDate(text) }
      return writeString(text, readable: readable)
    }
    if node.kind == .reference { return try writeReference(index, text) }
    try writeScalar(index, node.kind, node.type, text)
  }

  /// Writes a scalar by its canonical text.
  ///
  /// - Parameters:
  ///   - index: The node that errors speak of.
  ///   - type: The scalar's type in the contract, 0 without one.
  @inline(never)
  mutating func writeScalar(
    _ index: Int, _ kind: Document.Kind, _ type: UInt16, _ text: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    switch kind {
    case .string, .text: writeString(text)
    case .guid:
      if dialect.guids == .hyphenated { writePlain(text) } else { writeGUIDDigits(text) }
    case .boolean: output.put(text)
    case .number: try writeNumber(index, type, text)
    case .dateTime: try writeDate(index, type, text)
    case .duration: writeDuration(text)
    case .bytes:
      if dialect.binary == .base64 { writePlain(text) } else { writeByteNumbers(text) }
    case .enumeration: writeEnumeration(index, type, text)
    default: output.put("null")
    }
  }

  private mutating func writeGUIDDigits(_ text: UnsafeBufferPointer<UInt8>) {
    output.put(room: text.count + 2) { room in
      var count = 1
      room[0] = 0x22
      for byte in text where byte != 0x2D {
        room[count] = byte
        count += 1
      }
      room[count] = 0x22
      return count + 1
    }
  }

  private mutating func writeRawBytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    var text: [UInt8] = []
    Base64.encode(bytes.span, into: &text)
    if dialect.binary == .base64 {
      text.withUnsafeBufferPointer { writePlain($0) }
    } else {
      writeNumbers(bytes)
    }
  }

  private mutating func writeByteNumbers(_ text: UnsafeBufferPointer<UInt8>) {
    var bytes: [UInt8] = []
    // Canonical base64 always decodes.
    _ = Base64.decode(text.span, into: &bytes)
    bytes.withUnsafeBufferPointer { writeNumbers($0) }
  }

  private mutating func writeNumbers(_ bytes: UnsafeBufferPointer<UInt8>) {
    begin(0x5B)
    var isFirst = true
    for byte in bytes {
      separate(&isFirst)
      output.put(text: "\(byte)")
    }
    end(0x5D, isEmpty: isFirst)
  }
}

extension JSONWriter {
  private mutating func writeEnumeration(_ index: Int, _ type: UInt16, _ text: UnsafeBufferPointer<UInt8>) {
    guard let bits = view.enumerationBits(of: view.at(index)) else { return writeString(text) }
    writeEnumeration(bits, of: type)
  }

  mutating func writeEnumeration(_ bits: UInt64, of type: UInt16) {
    guard case .enumeration(let enumeration) = view.table.types[Int(type)].shape else { return output.put("0") }
    if dialect.enumerations == .numbers || enumeration.isFlags {
      output.put(text: enumeration.numberText(of: bits))
    } else {
      // A value without a name becomes its number, in quotes.
      writeString(enumeration.canonicalText(of: bits))
    }
  }
}
