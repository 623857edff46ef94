/// A .NET `char`: one UTF-16 code unit, a decimal number in DataContract XML and one character in JSON.
///
/// The canonical form is the number (`65`), since XML cannot spell every code unit and JSON's text can be
/// made from it.
package enum CharText {
  /// The canonical form of a character given as text, for formats that write `char` as a string.
  ///
  /// - Returns: `.rewritten`, or `.malformed` unless the text is exactly one UTF-16 code unit.
  package static func canonicalize(utf8 text: Span<UInt8>, into output: inout [UInt8]) -> Canonicalization {
    guard let codeUnit = codeUnit(utf8: text) else { return .malformed }
    output.appendDecimal(UInt64(codeUnit))
    return .rewritten
  }

  /// The code unit that a canonical (decimal) form names.
  package static func codeUnit(canonical text: Span<UInt8>) -> UInt16? {
    guard let value = try? IntegerText.parse(text), value.magnitude == 0 || !value.isNegative else { return nil }
    return UInt16(exactly: value.magnitude)
  }

  /// Appends the character that a canonical (decimal) form names, as UTF-8.
  ///
  /// - Returns: the code unit, or nil with nothing appended when it is half of a surrogate pair, which
  ///   UTF-8 cannot hold, or when the text is no code unit.
  package static func appendUTF8(canonical text: Span<UInt8>, to output: inout [UInt8]) -> UInt16? {
    guard let codeUnit = codeUnit(canonical: text), Unicode.Scalar(codeUnit) != nil else { return nil }
    UTF8Validation.appendScalar(UInt32(codeUnit), to: &output)
    return codeUnit
  }

  /// The single UTF-16 code unit that the text is made of.
  package static func codeUnit(utf8 text: Span<UInt8>) -> UInt16? {
    guard (1...3).contains(text.count), UTF8Validation.firstInvalidOffset(in: text) == nil else { return nil }
    let lead = UInt16(text[0])
    switch text.count {
    case 1: return lead
    case 2 where lead >= 0xC0: return (lead & 0x1F) << 6 | UInt16(text[1] & 0x3F)
    case 3 where lead >= 0xE0:
      return (lead & 0x0F) << 12 | UInt16(text[1] & 0x3F) << 6 | UInt16(text[2] & 0x3F)
    default: return nil
    }
  }
}
