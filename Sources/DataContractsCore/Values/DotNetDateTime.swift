/// A point in time as `System.DateTime` knows it: the reading of a clock, in ticks of 100 ns, and how the clock relates
/// to UTC.
///
/// | kind                    | JSON (Json.NET)                       | DataContract XML                    |
/// |-------------------------|---------------------------------------|-------------------------------------|
/// | `.utc`                  | `"2026-02-04T02:54:54.5659927Z"`      | `2026-02-04T02:54:54.5659927Z`      |
/// | `.offset(minutes: 240)` | `"2026-02-04T06:54:54.5659927+04:00"` | `2026-02-04T06:54:54.5659927+04:00` |
/// | `.unspecified`          | `"0001-01-01T00:00:00"`               | `0001-01-01T00:00:00`               |
///
/// The clock counts ticks since 0001-01-01T00:00:00 in the proleptic Gregorian calendar and ends at
/// 9999-12-31T23:59:59.9999999; there are no leap seconds. The fraction has 0 to 7 digits; trailing zeros are not
/// written. Offsets are minutes, -840 through 840. .NET's `DateTimeKind.Local` is an offset here: the text says which.
///
/// Reading more than 7 digits fails with ``DocumentError/Code/losesPrecision`` unless it is told to round.
/// `Foundation.Date` resolves about 1.2 × 10⁻⁷ s near today, coarser than a tick, and keeps no offset: prefer this type
/// where a value has to be sent back unchanged.
///
/// - SeeAlso: [System.DateTime](https://learn.microsoft.com/dotnet/api/system.datetime),
///   [RFC 3339, section 5.6](https://www.rfc-editor.org/rfc/rfc3339#section-5.6)
public struct DotNetDateTime: DotNetValue {
  /// What is known of the clock's zone.
  public enum Kind: Sendable, Hashable {
    /// Nothing: the text has no zone (`DateTimeKind.Unspecified`).
    case unspecified
    /// The clock shows UTC; the text ends in `Z`.
    case utc
    /// The clock is ahead of UTC by so many minutes, -840 through 840; the text ends in `+04:00`.
    case offset(minutes: Int)
  }

  /// Ticks of 100 ns since 0001-01-01T00:00:00 of the clock shown, 0 through ``maximumTicks``.
  public let ticks: Int64

  /// Minutes ahead of UTC, or one of the two marks below.
  private let zone: Int16

  private static let unspecifiedZone = Int16.min
  private static let utcZone = Int16.max

  /// The ticks of 9999-12-31T23:59:59.9999999.
  public static let maximumTicks: Int64 = 3_155_378_975_999_999_999

  /// The greatest offset from UTC in minutes, in either direction: 14 hours, as in .NET and XML Schema.
  public static let maximumOffsetMinutes = 840

  /// The ticks of 1970-01-01T00:00:00.
  static let unixEpochTicks: Int64 = 621_355_968_000_000_000

  static let ticksPerSecond: Int64 = 10_000_000
  static let ticksPerMinute: Int64 = 600_000_000
  static let ticksPerDay: Int64 = 864_000_000_000

  /// `xs:dateTime`.
  @inlinable public static var primitive: PrimitiveType { .dateTime }

  /// Creates a date and time from a clock's ticks and zone.
  ///
  /// - Parameters:
  ///   - ticks: 100 ns since 0001-01-01T00:00:00 of the clock shown.
  ///   - kind: The clock's zone.
  /// - Returns: `nil` when the ticks are not within 0 through ``maximumTicks`` or the offset is not within
  ///   ±``maximumOffsetMinutes``.
  public init?(ticks: Int64, kind: Kind) {
    guard (0...Self.maximumTicks).contains(ticks) else { return nil }
    self.ticks = ticks
    switch kind {
    case .unspecified: zone = Self.unspecifiedZone
    case .utc: zone = Self.utcZone
    case .offset(let minutes):
      guard (-Self.maximumOffsetMinutes...Self.maximumOffsetMinutes).contains(minutes) else { return nil }
      zone = Int16(minutes)
    }
  }

  /// A clock without a zone; ticks beyond the calendar become its ends.
  init(clamping ticks: Int64) {
    self.ticks = min(max(ticks, 0), Self.maximumTicks)
    zone = Self.unspecifiedZone
  }

  /// Reads a text such as `2026-02-04T06:54:54.5659927+04:00`, or anything else that a `dateTime` may be spelled as:
  /// a date, a month or a year (their first midnight), a time without seconds, `/Date(1770173694565+0400)/`.
  ///
  /// - Throws: ``DocumentError`` for a text that is no date and time from year 1 through 9999, and for more than seven
  ///   fraction digits unless these are to be rounded, half to even.
  public init(parsing text: Span<UInt8>, rounding: Bool = false) throws(DocumentError) {
    if let value = DateTimeText.value(ofCanonical: text) {
      self = value
    } else {
      self = try Self.reading(text) { text throws(LexicalFailure) in try DateTimeText.parse(text, rounds: rounding) }
    }
  }

  /// Reads a text such as `2026-02-04T06:54:54.5659927+04:00`; see ``init(parsing:rounding:)``.
  ///
  /// - Returns: `nil` when the text is no date and time from year 1 through 9999, or has more than seven fraction digits.
  public init?(_ text: Span<UInt8>) {
    if let value = DateTimeText.value(ofCanonical: text) {
      self = value
      return
    }
    guard let value = try? DateTimeText.parse(text.extracting(text.trimmedRange), rounds: false) else { return nil }
    self = value
  }

  /// Appends DataContract XML's and Json.NET's form.
  public func append(to output: inout [UInt8]) { appendXML(to: &output) }

  /// What is known of the clock's zone.
  public var kind: Kind {
    switch zone {
    case Self.unspecifiedZone: .unspecified
    case Self.utcZone: .utc
    default: .offset(minutes: Int(zone))
    }
  }

  /// Minutes that the clock is ahead of UTC; 0 for UTC and when nothing is known.
  public var offsetMinutes: Int {
    zone == Self.unspecifiedZone || zone == Self.utcZone ? 0 : Int(zone)
  }

  /// Ticks of 100 ns since 0001-01-01T00:00:00 UTC; the clock's own when nothing is known of its zone.
  ///
  /// Negative, or beyond ``maximumTicks``, by up to 14 hours near either end of the calendar.
  public var utcTicks: Int64 { ticks - Int64(offsetMinutes) * Self.ticksPerMinute }
}

extension DotNetDateTime: Comparable {
  /// Earlier instants come first, a clock without a zone counting as UTC; equal instants are ordered by what
  /// their clocks show, and equal clocks by kind: unspecified, offset, UTC.
  public static func < (left: DotNetDateTime, right: DotNetDateTime) -> Bool {
    (left.utcTicks, left.ticks, left.zone) < (right.utcTicks, right.ticks, right.zone)
  }
}
