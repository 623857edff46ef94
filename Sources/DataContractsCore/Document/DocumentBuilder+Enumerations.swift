extension DocumentBuilder {
  /// Adds a value of an enumeration by its names or its number.
  mutating func enumeration(
    _ token: Token, _ text: Span<UInt8>, _ slice: TextSlice, at offset: Int
  ) throws(DocumentError) {
    guard token != .boolean, case .enumeration(let contract) = table.types[Int(pending.type)].shape else {
      return try refuse(mismatch(found: excerpt(token, text), at: offset))
    }
    if text.isEmpty, token != .text, pending.isNillable { return try null(at: offset) }
    // `Enum.Parse` trims; XML does not.
    let trimmed = token == .field ? text.extracting(text.trimmedRange) : text
    let written = trimmed.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    guard token != .field || !written.isEmpty, let bits = contract.bits(of: written, as: form(token)) else {
      return try refuse(mismatch(found: excerpt(token, text), at: offset))
    }
    let canonical = contract.canonicalText(of: bits)
    if canonical == written, trimmed.count == text.count { return try appendScalar(.enumeration, slice, at: offset) }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: canonical.utf8)
    try appendScalar(.enumeration, rewritten(slice), at: offset)
  }

  /// XML writes the contract's names only; there a text of digits is no value.
  private func form(_ token: Token) -> EnumerationContract.TextForm {
    guard token != .text else { return .contract }
    return spelling == .clr ? .clr : .any
  }
}

extension EnumerationContract {
  /// What a text of a value may hold.
  package enum TextForm: Sendable {
    /// Names of the contract, in exactly their case: DataContract XML.
    case contract
    /// Names of the contract, and numbers: the canonical text of a document.
    case canonical
    /// Names of the contract and of C#, in any case, and numbers: JSON.
    case any
    /// The same; a name that stands in both for different values is C#'s.
    case clr
  }

  /// The number behind a text: one name, for flags any number of names separated by white space or commas, or a number.
  package func bits(of text: String, as form: TextForm) -> UInt64? {
    if let exact = exact(text, form) { return exact }
    if form != .contract, let number = number(text) { return number }
    guard isFlags else { return caseless(text, form) }
    var bits: UInt64 = 0
    for name in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      guard let found = exact(String(name), form) ?? caseless(String(name), form) else { return nil }
      bits |= found
    }
    return bits
  }

  private func exact(_ text: String, _ form: TextForm) -> UInt64? {
    let byContract = values.first { $0.name == text }?.bits
    guard form == .any || form == .clr else { return byContract }
    let byCLR = values.first { ($0.clrName ?? $0.name) == text }?.bits
    return form == .clr ? byCLR ?? byContract : byContract ?? byCLR
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
  private func caseless(_ text: String, _ form: TextForm) -> UInt64? {
    guard form == .any || form == .clr else { return nil }
    let folded = text.utf8.map(\.asciiFolded)
    let matches = values.filter { value in
      value.name.utf8.map(\.asciiFolded) == folded || value.clrName?.utf8.map(\.asciiFolded) == folded
    }
    return matches.count == 1 ? matches.first?.bits : nil
  }
}
