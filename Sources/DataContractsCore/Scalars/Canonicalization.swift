/// What became of a scalar's text when its canonical form was asked for.
package enum Canonicalization: Sendable, Hashable {
  /// The text is its own canonical form; nothing was appended.
  case unchanged
  /// The canonical form differs from the text and was appended to the output.
  case rewritten
  /// The text is no spelling of the type.
  case malformed
  /// The text names a value that the type cannot reach.
  case outOfRange
  /// The text has digits that the type would have to drop.
  case losesPrecision
}

/// Why a text has no canonical form.
enum LexicalFailure: Error {
  case malformed
  case outOfRange
  case losesPrecision

  var canonicalization: Canonicalization {
    switch self {
    case .malformed: .malformed
    case .outOfRange: .outOfRange
    case .losesPrecision: .losesPrecision
    }
  }
}

extension PrimitiveType {
  /// Finds the canonical text of a scalar: the lexical form that .NET's DataContractSerializer writes.
  ///
  /// Every spelling that is unambiguous and loses nothing is understood. White space around the text is
  /// trimmed, but for `string`, `anyURI` and `qName`, whose text is always its own canonical form.
  /// The text is taken to be valid UTF-8.
  ///
  /// - Parameters:
  ///   - text: the scalar as it stands in a document, unescaped.
  ///   - rounds: `false` refuses digits that the type cannot hold (`.losesPrecision`), a floating-point
  ///     overflow and the years and months of a duration; `true` rounds as .NET does when it reads.
  ///   - output: where the canonical form is appended when it is not `text`; on every other outcome it is
  ///     left as it was.
  package func canonicalize(
    _ text: Span<UInt8>, rounds: Bool, into output: inout [UInt8]
  ) -> Canonicalization {
    if isCanonical(text) { return .unchanged }
    return rewrite(text, rounds: rounds, into: &output)
  }

  /// Whether a string's text is its canonical form; `false` only means "look closer".
  package func isCanonicalString(_ text: Span<UInt8>) -> Bool {
    // A quoted char is the character, be it a digit; a qualified name has a prefix to look up.
    self != .char && self != .qName && isCanonical(text)
  }

  /// One pass that recognises the spellings that real documents hold; `false` only means "look closer".
  @inline(__always)
  func isCanonical(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .boolean: BooleanText.isCanonical(text)
    case .byte: IntegerText.isCanonical(text, in: .byte)
    case .unsignedByte: IntegerText.isCanonical(text, in: .unsignedByte)
    case .short: IntegerText.isCanonical(text, in: .short)
    case .unsignedShort, .char: IntegerText.isCanonical(text, in: .unsignedShort)
    case .int: IntegerText.isCanonical(text, in: .int)
    case .unsignedInt: IntegerText.isCanonical(text, in: .unsignedInt)
    case .long: IntegerText.isCanonical(text, in: .long)
    case .unsignedLong: IntegerText.isCanonical(text, in: .unsignedLong)
    case .float: FloatingPointText.isShortPlainDecimal(text, safeDigits: Float.safeDigits)
    case .double: FloatingPointText.isShortPlainDecimal(text, safeDigits: Double.safeDigits)
    case .decimal: DecimalText.isCanonical(text)
    case .dateTime: DateTimeText.isCanonical(text, zone: .optional)
    case .dateTimeOffset: DateTimeText.isCanonical(text, zone: .offset)
    case .guid: GUIDText.isCanonical(text)
    case .base64Binary: Base64.isCanonical(text)
    case .duration: false
    case .string, .anyURI, .qName: true
    }
  }

  @inline(never)
  private func rewrite(
    _ text: Span<UInt8>, rounds: Bool, into output: inout [UInt8]
  ) -> Canonicalization {
    let start = output.count
    do throws(LexicalFailure) {
      try append(text.extracting(text.trimmedRange), rounds: rounds, to: &output)
    } catch {
      output.removeLast(output.count - start)
      return error.canonicalization
    }
    guard output.endsWith(text, from: start) else { return .rewritten }
    output.removeLast(output.count - start)
    return .unchanged
  }

  private func append(
    _ text: Span<UInt8>, rounds: Bool, to output: inout [UInt8]
  ) throws(LexicalFailure) {
    switch self {
    case .boolean: try BooleanText.append(text, to: &output)
    case .byte: try IntegerText.append(text, in: .byte, to: &output)
    case .unsignedByte: try IntegerText.append(text, in: .unsignedByte, to: &output)
    case .short: try IntegerText.append(text, in: .short, to: &output)
    case .unsignedShort, .char: try IntegerText.append(text, in: .unsignedShort, to: &output)
    case .int: try IntegerText.append(text, in: .int, to: &output)
    case .unsignedInt: try IntegerText.append(text, in: .unsignedInt, to: &output)
    case .long: try IntegerText.append(text, in: .long, to: &output)
    case .unsignedLong: try IntegerText.append(text, in: .unsignedLong, to: &output)
    case .float: try FloatingPointText.append(text, as: Float.self, rounds: rounds, to: &output)
    case .double: try FloatingPointText.append(text, as: Double.self, rounds: rounds, to: &output)
    case .decimal: try DecimalText.append(text, rounds: rounds, to: &output)
    case .dateTime: try DateTimeText.parse(text, rounds: rounds).appendXML(to: &output)
    case .dateTimeOffset: try DateTimeText.parseWithOffset(text, rounds: rounds).appendXML(to: &output)
    case .duration: try DurationText.parse(text, rounds: rounds).appendISO(to: &output)
    case .guid: try GUIDText.append(text, to: &output)
    case .base64Binary: try Base64.append(text, to: &output)
    case .string, .anyURI, .qName: output.append(bytesOf: text)
    }
  }
}
