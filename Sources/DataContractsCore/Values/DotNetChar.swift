/// A `System.Char`: one UTF-16 code unit, which may be half of a surrogate pair.
///
/// DataContract XML writes its number (`65`), JSON a string of one character (`"A"`). It prints as its number, since not
/// every code unit is a character.
///
/// - SeeAlso: [System.Char](https://learn.microsoft.com/dotnet/api/system.char)
public struct DotNetChar: DotNetValue {
  /// The code unit, 0 through 65,535.
  public let codeUnit: UInt16

  /// The serialization namespace's `char`.
  @inlinable public static var primitive: PrimitiveType { .char }

  /// The character of a code unit.
  public init(_ codeUnit: UInt16) { self.codeUnit = codeUnit }

  /// A character.
  ///
  /// - Returns: `nil` for one of several code units, such as an emoji or a letter with a combining accent.
  public init?(exactly character: Character) {
    guard character.utf16.count == 1, let unit = character.utf16.first else { return nil }
    codeUnit = unit
  }

  /// Reads the number of a code unit, such as `65`.
  ///
  /// - Throws: ``DocumentError`` for a text that is no number from 0 through 65,535.
  public init(parsing text: Span<UInt8>, rounding: Bool = false) throws(DocumentError) {
    self = try Self.reading(text) { text throws(LexicalFailure) in
      let number = try IntegerText.parse(text)
      guard let unit = UInt16(exactly: number.magnitude), !number.isNegative || unit == 0 else { throw .outOfRange }
      return DotNetChar(unit)
    }
  }

  /// Appends the code unit's number.
  public func append(to output: inout [UInt8]) { output.appendDecimal(UInt64(codeUnit)) }

  /// The character; `nil` for half of a surrogate pair.
  public var character: Character? { Unicode.Scalar(codeUnit).map(Character.init) }
}

extension DotNetChar: Comparable {
  /// Compares the code units, as `String.CompareOrdinal` does.
  public static func < (left: DotNetChar, right: DotNetChar) -> Bool { left.codeUnit < right.codeUnit }
}
