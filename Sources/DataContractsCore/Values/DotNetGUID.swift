/// A GUID as `System.Guid` knows it: 16 bytes, printed as 32 hexadecimal digits.
///
/// | format           | text                                     |
/// |------------------|------------------------------------------|
/// | DataContract XML | `6f9619ff-8b86-d011-b42d-00cf4fc964ff`   |
/// | Json.NET         | `"6f9619ff-8b86-d011-b42d-00cf4fc964ff"` |
/// | ServiceStack     | `"6f9619ff8b86d011b42d00cf4fc964ff"`     |
///
/// Upper case, braces and parentheses are read as well, and printed never. `Foundation.UUID` holds the same 16 bytes and
/// converts both ways without loss; it prints upper case.
///
/// - SeeAlso: [System.Guid](https://learn.microsoft.com/dotnet/api/system.guid)
public struct DotNetGUID: DotNetValue {
  /// The first eight bytes, in the order of the digits, the first in the lowest bits.
  package let low: UInt64
  /// The other eight.
  package let high: UInt64

  /// The serialization namespace's `guid`.
  @inlinable public static var primitive: PrimitiveType { .guid }

  /// 00000000-0000-0000-0000-000000000000: `Guid.Empty`, .NET's default.
  public static let empty = DotNetGUID(low: 0, high: 0)

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A GUID of 16 bytes in the order of its digits, as RFC 9562 and `UUID` have them.
  ///
  /// - Returns: `nil` for another number of bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    low = bytes[0..<8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    high = bytes[8..<16].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A GUID of the 16 bytes that `Guid.ToByteArray()` gives: the first three groups of digits are reversed.
  ///
  /// - Returns: `nil` for another number of bytes.
  public init?(dotNetBytes bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(bytes: Self.swappingGroups(bytes))
  }

  /// Reads `6f9619ff-8b86-d011-b42d-00cf4fc964ff`, in either case, in braces or parentheses, or 32 digits without hyphens.
  ///
  /// - Throws: ``DocumentError`` for any other text.
  public init(parsing text: Span<UInt8>, rounding: Bool = false) throws(DocumentError) {
    self = try Self.reading(text) { text throws(LexicalFailure) in
      let (low, high) = try GUIDText.value(text)
      return DotNetGUID(low: low, high: high)
    }
  }

  /// Appends 36 characters in lower case.
  public func append(to output: inout [UInt8]) { GUIDText.append(low: low, high: high, to: &output) }

  /// The 16 bytes in the order of the digits, as RFC 9562 and `UUID` have them.
  public var bytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> ($0 % 8 * 8)) }
  }

  /// The 16 bytes that `Guid.ToByteArray()` gives: the first three groups of digits are reversed.
  public var dotNetBytes: [UInt8] { Self.swappingGroups(bytes) }

  private static func swappingGroups(_ bytes: [UInt8]) -> [UInt8] {
    bytes[0..<4].reversed() + bytes[4..<6].reversed() + bytes[6..<8].reversed() + bytes[8...]
  }
}

extension DotNetGUID: Comparable {
  /// Compares the digits, as `Guid.CompareTo` does.
  public static func < (left: DotNetGUID, right: DotNetGUID) -> Bool {
    (left.low.byteSwapped, left.high.byteSwapped) < (right.low.byteSwapped, right.high.byteSwapped)
  }
}
