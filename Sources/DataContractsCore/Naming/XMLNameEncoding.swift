/// Names as .NET puts them into XML: `XmlConvert.EncodeLocalName`.
///
/// Characters that no XML name can hold become `_x0020_`, those beyond U+FFFF `_x0001F600_`. A name that is
/// already an NCName is left alone, even when it looks escaped; in any other name an underscore that would look
/// like the beginning of an escape becomes `_x005F_`.
///
/// - SeeAlso: [XmlConvert.EncodeLocalName](https://learn.microsoft.com/dotnet/api/system.xml.xmlconvert.encodelocalname)
public enum XMLNameEncoding {
  /// The element name for a contract or member name.
  public static func encode(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    guard !isNCName(scalars) else { return name }
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isAllowed = index == 0 ? XMLNameCharacters.isStart(scalar) : XMLNameCharacters.isPart(scalar)
      if isAllowed, escape(in: scalars, at: index) == nil {
        result.append(scalar)
      } else {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  /// The name that an element name was made from.
  ///
  /// Only what `encode` would write again is decoded: `_x0041_` is itself, since `A` needs no escape, and so is
  /// an element name with an escape in lower-case digits.
  public static func decode(_ name: String) -> String {
    let decoded = decodeEveryEscape(name)
    return encode(decoded).utf8.elementsEqual(name.utf8) ? decoded : name
  }

  /// The name with all that looks like an escape decoded, `_x0041_` too: `XmlConvert.DecodeName`.
  package static func decodeEveryEscape(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if let (scalar, length) = escape(in: scalars, at: index) {
        result.append(scalar)
        index += length
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }

  /// Whether a name is an NCName of XML 1.0, fourth edition.
  public static func isNCName(_ name: String) -> Bool {
    isNCName(Array(name.unicodeScalars))
  }

  private static func isNCName(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first else { return true }
    return XMLNameCharacters.isStart(first) && scalars.dropFirst().allSatisfy(XMLNameCharacters.isPart)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value > 0xFFFF ? 8 : 4
    return "_x" + String(repeating: "0", count: width - hex.count) + hex + "_"
  }

  /// The character that `_xHHHH_` or `_xHHHHHHHH_` at `index` stands for, and the length of the escape.
  private static func escape(
    in scalars: [Unicode.Scalar], at index: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard scalars[index] == "_", index + 1 < scalars.count, scalars[index + 1] == "x" || scalars[index + 1] == "X"
    else { return nil }
    for width in [4, 8] where index + width + 2 < scalars.count && scalars[index + width + 2] == "_" {
      let digits = scalars[(index + 2)..<(index + 2 + width)]
      guard digits.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit }) else { continue }
      let value = digits.reduce(UInt32(0)) { $0 << 4 | UInt32(ASCII.hexValue(UInt8(ascii: $1)) ?? 0) }
      return Unicode.Scalar(value).map { ($0, width + 3) }
    }
    return nil
  }
}
