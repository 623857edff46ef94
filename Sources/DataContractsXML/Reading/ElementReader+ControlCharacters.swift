internal import CLibXML2
import DataContractsCore

extension ElementReader {
  /// libxml2 has refused a reference. In text, to a character that .NET's reader takes, it counts after all.
  ///
  /// - Returns: `false` for a reference to no Unicode character, one in an attribute, and anything else.
  mutating func readControlCharacter() -> Bool {
    let end = position
    // Text before the reference, and a reference before it, end where it begins; an attribute's value does not.
    guard expectedText >= 0, let reference = CharacterReference(in: source, at: expectedText), reference.end == end
    else {
      return false
    }
    if reference.value & 0xFC00 == 0xDC00, expectedText == secondHalf {
      expectedText = end
      return true
    }
    guard let scalar = scalar(of: reference) else { return false }
    var utf8: [UInt8] = []
    UTF8Validation.appendScalar(scalar, to: &utf8)
    utf8.withUnsafeBufferPointer { characters($0) }
    expectedText = end
    return failure == nil
  }

  /// The character that a reference stands for, with the one behind it where the two are a surrogate pair.
  private mutating func scalar(of reference: CharacterReference) -> UInt32? {
    guard reference.value & 0xF800 == 0xD800 else { return reference.value }
    guard reference.value < 0xDC00, let low = CharacterReference(in: source, at: reference.end),
      low.value & 0xFC00 == 0xDC00
    else { return nil }
    secondHalf = reference.end
    return 0x1_0000 + (reference.value & 0x3FF) << 10 + low.value & 0x3FF
  }
}

/// `&#10;` or `&#xA;` in an input.
private struct CharacterReference {
  private(set) var value: UInt32 = 0
  private(set) var end: Int

  init?(in source: UnsafeBufferPointer<UInt8>, at start: Int) {
    end = start
    guard take("&", in: source), take("#", in: source) else { return nil }
    let radix: UInt32 = take("x", in: source) ? 16 : 10
    var digits = 0
    while end < source.count, let digit = Self.digit(source[end]), digit < radix {
      value = value * radix + digit
      // Every character is below this; one more digit cannot overflow.
      guard value < 0x11_0000 else { return nil }
      digits += 1
      end += 1
    }
    guard digits > 0, take(";", in: source) else { return nil }
  }

  private mutating func take(_ character: Unicode.Scalar, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard end < source.count, source[end] == UInt8(ascii: character) else { return false }
    end += 1
    return true
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
