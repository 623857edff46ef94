import DataContractsCore

extension FieldWriter {
  mutating func writeScalar(_ node: Node) throws(DocumentError) {
    let text = view.text(of: node)
    let type = view.table.compiled[Int(node.type)]
    switch type.shape {
    case .primitive: try write(type.primitive, text)
    case .enumeration:
      guard let bits = view.enumerationBits(of: node) else { return try send(text) }
      try writeEnumeration(bits: bits, of: node.type)
    default: try writeUntyped(node.kind, text)
    }
  }

  /// Writes the characters of a text.
  func send(_ text: String) throws(DocumentError) {
    var text = text
    var failure: DocumentError?
    text.withUTF8 { bytes in
      do throws(DocumentError) { try send(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes a value that no contract speaks of as its kind asks.
  private mutating func writeUntyped(
    _ kind: Document.Kind, _ text: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    switch kind {
    case .boolean: try write(.boolean, text)
    case .dateTime: try write(.dateTime, text)
    case .duration: try write(.duration, text)
    default: try send(text)
    }
  }

  /// Writes a value as .NET's invariant type converters print it.
  mutating func write(_ type: PrimitiveType, _ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    switch type {
    case .boolean: try send(text.first == 0x74 ? "True" : "False")
    case .dateTime, .dateTimeOffset: try writeDateTime(text)
    case .char: try writeCharacter(text)
    case .double, .float: try writeFloatingPoint(text)
    case .duration: try writeTimeSpan(text)
    case .qName: try writeQualifiedName(text)
    case .anyURI: try writeURI(text)
    default: try send(text)
    }
  }

  /// Writes the round-trip form "O": the fraction always has seven digits.
  private mutating func writeDateTime(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    // Canonical text has the seconds at 17; a whole fraction is the usual case.
    guard text.count >= 19 else { return try send(text) }
    if text.count >= 27, text[19] == 0x2E, (20..<27).allSatisfy({ text[$0] &- 0x30 < 10 }) { return try send(text) }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: text[..<19])
    scratch.append(0x2E)
    var position = text.count > 19 && text[19] == 0x2E ? 20 : 19
    var digits = 0
    while position < text.count, text[position] &- 0x30 < 10 {
      scratch.append(text[position])
      position += 1
      digits += 1
    }
    while digits < 7 {
      scratch.append(0x30)
      digits += 1
    }
    scratch.append(contentsOf: text[position...])
    try sendScratch()
  }

  /// Writes the character itself; .NET's converter has no text for U+0000.
  private mutating func writeCharacter(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    scratch.removeAll(keepingCapacity: true)
    guard CharText.appendUTF8(canonical: text.span, to: &scratch) != nil else {
      throw DocumentError(
        .notRepresentable, format: format, path: path, expected: "a whole character", found: "half of a surrogate pair")
    }
    if scratch.count == 1, scratch[0] == 0 { scratch.removeAll(keepingCapacity: true) }
    try sendScratch()
  }

  private mutating func writeFloatingPoint(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    if text.span.holds("INF") { return try send("Infinity") }
    if text.span.holds("-INF") { return try send("-Infinity") }
    try send(text)
  }

  /// Writes one name, or for flags those that make up the value; a number where flags have no names for it.
  mutating func writeEnumeration(bits: UInt64, of index: UInt16) throws(DocumentError) {
    guard case .enumeration(let contract) = view.table.types[Int(index)].shape else { return }
    guard let text = contract.dotNetText(of: bits) else {
      throw DocumentError(
        .notRepresentable, format: format, path: path,
        expected: "a value of the enumeration \(view.table.types[Int(index)].name.localName)",
        found: contract.numberText(of: bits))
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: text.utf8)
    try sendScratch()
  }

  func send(_ text: StaticString) throws(DocumentError) {
    try send(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func send(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    try name.withBytes { name throws(DocumentError) in try output.field(name: name, text: text) }
  }

  func sendScratch() throws(DocumentError) {
    try scratch.withUnsafeBufferPointer { text throws(DocumentError) in try send(text) }
  }

  /// The name of the field as a path; escapes stay.
  var path: DocumentPath {
    name.withBytes { DocumentPath($0.isEmpty ? [] : [.member(String(decoding: $0, as: UTF8.self))]) }
  }
}

extension EnumerationContract {
  /// The value as .NET's `Enum.ToString()` prints it: its name in C#; for flags the names of its parts from the lowest
  /// up, joined by a comma and a space, or the number. `nil` where a plain enumeration has no such value, which .NET's
  /// converter refuses.
  func dotNetText(of bits: UInt64) -> String? {
    if let exact = values.first(where: { $0.bits == bits }) { return exact.clrName ?? exact.name }
    guard isFlags else { return nil }
    var rest = bits
    var names: [String] = []
    // From the greatest value down, as .NET takes them apart.
    for value in values.sorted(by: { $0.bits > $1.bits }) where value.bits != 0 && rest & value.bits == value.bits {
      rest &= ~value.bits
      names.append(value.clrName ?? value.name)
    }
    return rest == 0 && !names.isEmpty ? names.reversed().joined(separator: ", ") : numberText(of: bits)
  }
}
