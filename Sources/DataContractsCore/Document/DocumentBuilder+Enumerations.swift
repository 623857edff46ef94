extension DocumentBuilder {
  /// Adds a value of an enumeration by its names or its number.
  mutating func enumeration(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard token != .boolean, case .enumeration(let contract) = table.types[Int(pending.type)].shape else {
      return try refuse(mismatch(found: excerpt(token, text), at: offset))
    }
    if text.isEmpty, token == .field, pending.isNillable { return try null(at: offset) }
    let written = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    // XML writes names only; there a text of digits is no value.
    let takesNumbers = token != .text
    guard let bits = contract.bits(of: written, takesNumbers: takesNumbers, ignoringCase: token != .text) else {
      return try refuse(mismatch(found: excerpt(token, text), at: offset))
    }
    let canonical = contract.canonicalText(of: bits)
    if canonical == written { return try appendScalar(.enumeration, slice, at: offset) }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: canonical.utf8)
    try appendScalar(.enumeration, rewritten(slice), at: offset)
  }
}

extension EnumerationContract {
  /// The number behind a text: one name, for flags any number of names separated by white space or commas, or a number.
  package func bits(of text: String, takesNumbers: Bool, ignoringCase: Bool) -> UInt64? {
    if let exact = values.first(where: { $0.name == text }) { return exact.bits }
    if takesNumbers, let number = number(text) { return number }
    guard isFlags else { return ignoringCase ? caseless(text) : nil }
    var bits: UInt64 = 0
    for name in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      let exact = values.first { $0.name == name }?.bits
      guard let found = exact ?? (ignoringCase ? caseless(String(name)) : nil) else { return nil }
      bits |= found
    }
    return bits
  }

  /// How DataContract XML names the value; the number where it has no name.
  ///
  /// An exact name wins. Otherwise flags are taken in the order of declaration, each that is wholly contained and
  /// still adds a bit, and joined by a space.
  package func canonicalText(of bits: UInt64) -> String {
    if let exact = values.first(where: { $0.bits == bits }) { return exact.name }
    if isFlags, let names = flagNames(of: bits) { return names.joined(separator: " ") }
    return numberText(of: bits)
  }

  /// The number as text, signed as the underlying type is.
  package func numberText(of bits: UInt64) -> String {
    switch underlying {
    case .byte, .short, .int, .long: "\(Int64(bitPattern: bits))"
    default: "\(bits)"
    }
  }

  /// The names that together are exactly these bits; empty for 0, `nil` when a bit is left over.
  private func flagNames(of bits: UInt64) -> [String]? {
    var rest = bits
    var names: [String] = []
    for value in values where value.bits != 0 && rest & value.bits == value.bits {
      names.append(value.name)
      rest &= ~value.bits
    }
    return rest == 0 ? names : nil
  }

  private func number(_ text: String) -> UInt64? {
    let signed = Int64(text).map { UInt64(bitPattern: $0) }
    guard let bits = signed ?? UInt64(text) else { return nil }
    return fits(bits) ? bits : nil
  }

  private func fits(_ bits: UInt64) -> Bool {
    let signed = Int64(bitPattern: bits)
    return switch underlying {
    case .byte: Int8(exactly: signed) != nil
    case .unsignedByte: bits <= UInt64(UInt8.max)
    case .short: Int16(exactly: signed) != nil
    case .unsignedShort: bits <= UInt64(UInt16.max)
    case .int: Int32(exactly: signed) != nil
    case .unsignedInt: bits <= UInt64(UInt32.max)
    default: true
    }
  }

  /// The value of the only name that differs in case alone.
  private func caseless(_ text: String) -> UInt64? {
    let folded = text.utf8.map(\.asciiFolded)
    let matches = values.filter { $0.name.utf8.map(\.asciiFolded) == folded }
    return matches.count == 1 ? matches.first?.bits : nil
  }
}
