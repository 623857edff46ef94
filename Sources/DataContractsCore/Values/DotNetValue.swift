/// A value of a .NET type that Swift's standard library has no exact counterpart for.
///
/// | C#               | Swift                       | on the wire (XML)                                    |
/// |------------------|-----------------------------|------------------------------------------------------|
/// | `DateTime`       | ``DotNetDateTime``          | `2026-02-04T06:54:54.5659927+04:00`                  |
/// | `DateTimeOffset` | ``DotNetDateTimeOffset``    | the same clock, as a structure of UTC and offset     |
/// | `TimeSpan`       | ``DotNetTimeSpan``          | `P1DT12H`                                            |
/// | `decimal`        | ``DotNetDecimal``           | `1.10`                                               |
/// | `Guid`           | ``DotNetGUID``              | `6f9619ff-8b86-d011-b42d-00cf4fc964ff`               |
/// | `char`           | ``DotNetChar``              | `65`                                                 |
/// | `Uri`            | ``DotNetURI``               | `http://example.org/a%20b`                           |
/// | `byte[]`         | `[UInt8]`                   | base64                                               |
/// | `sbyte`, `byte`  | `Int8`, `UInt8`             | digits                                               |
/// | `short`, `ushort`| `Int16`, `UInt16`           | digits                                               |
/// | `int`, `uint`    | `Int32`, `UInt32`           | digits                                               |
/// | `long`, `ulong`  | `Int64`, `UInt64`           | digits                                               |
/// | `float`, `double`| `Float`, `Double`           | `0.1`, `1E+17`, `INF`, `NaN`                         |
///
/// A value prints as its canonical text, which is what ``Document/Cursor/text`` gives, and reads back from it as an
/// equal value. Equality is exact: what prints differently is not equal. The coders of other libraries, `JSONEncoder` among
/// them, write and read that text.
public protocol DotNetValue: Hashable, Sendable, LosslessStringConvertible, Codable {
  /// The type's name on the wire.
  static var primitive: PrimitiveType { get }

  /// Reads any unambiguous spelling of a value from UTF-8, white space round it aside. Allocates nothing.
  ///
  /// - Parameters:
  ///   - text: The canonical text, or another spelling that ``primitive`` may have in a document.
  ///   - rounding: Whether digits that the type cannot hold are rounded, as .NET does when it reads, and not refused.
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/typeMismatch`` for a text that is no such value,
  ///   ``DocumentError/Code/outOfRange`` and ``DocumentError/Code/losesPrecision`` for one that the type cannot hold.
  init(parsing text: Span<UInt8>, rounding: Bool) throws(DocumentError)

  /// Appends the canonical text, in UTF-8.
  func append(to output: inout [UInt8])
}

extension DotNetValue {
  /// Reads any unambiguous spelling of a value; see ``init(parsing:rounding:)-(Span<UInt8>,_)``.
  public init(parsing text: String, rounding: Bool = false) throws(DocumentError) {
    var text = text
    self = try text.withUTF8Span { span throws(DocumentError) in try Self(parsing: span, rounding: rounding) }
  }

  /// Reads any unambiguous spelling of a value.
  ///
  /// - Returns: `nil` where ``init(parsing:rounding:)-(String,_)`` throws.
  public init?(_ text: String) {
    guard let value = try? Self(parsing: text) else { return nil }
    self = value
  }

  /// The canonical text.
  public var description: String {
    var output: [UInt8] = []
    append(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Calls a parser with the text between white space, and makes errors of its failures.
  @inline(__always)
  static func reading(
    _ text: Span<UInt8>, _ parse: (Span<UInt8>) throws(LexicalFailure) -> Self
  ) throws(DocumentError) -> Self {
    do throws(LexicalFailure) {
      return try parse(text.extracting(text.trimmedRange))
    } catch {
      throw error.reading(text, as: primitive)
    }
  }

  /// The failure of a computation whose result the type cannot hold.
  static func outOfRange(_ computation: String) -> DocumentError {
    DocumentError(.outOfRange, format: "\(primitive)", expected: primitive.expectation, found: computation)
  }
}

extension LexicalFailure {
  /// The failure as one of a text that stands alone.
  fileprivate func reading(_ text: Span<UInt8>, as type: PrimitiveType) -> DocumentError {
    let all = text.withUnsafeBufferPointer { String(decoding: $0.prefix(200), as: UTF8.self) }
    let found = all.count > 40 ? "\"\(all.prefix(40))…\"" : "\"\(all)\""
    return switch self {
    case .malformed: DocumentError(.typeMismatch, format: "\(type)", expected: type.expectation, found: found)
    case .outOfRange: DocumentError(.outOfRange, format: "\(type)", expected: type.expectation, found: found)
    case .losesPrecision:
      DocumentError(
        .losesPrecision, format: "\(type)", expected: "\(type.expectation) without more digits than it holds",
        found: found)
    }
  }
}
