/// A date and time as `System.DateTime` and `System.DateTimeOffset` know it: the reading of a clock and what
/// is known of its zone.
///
/// The clock counts ticks of 100 ns since 0001-01-01T00:00:00 in the proleptic Gregorian calendar and ends at
/// 9999-12-31T23:59:59.9999999; there are no leap seconds.
public struct DotNetDateTime: Sendable, Hashable {
  /// What is known of the clock's zone.
  public enum Kind: Sendable, Hashable {
    /// Nothing: the text has no zone (`DateTimeKind.Unspecified`).
    case unspecified
    /// The clock shows UTC; the text ends in `Z`.
    case utc
    /// The clock is ahead of UTC by so many minutes, -840 through 840; the text ends in `+04:00`.
    case offset(minutes: Int)
  }

  /// Ticks of 100 ns since 0001-01-01T00:00:00 of the clock shown, 0 through `maximumTicks`.
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

  /// Creates a date and time from a clock's ticks and zone.
  ///
  /// - Parameters:
  ///   - ticks: 100 ns since 0001-01-01T00:00:00 of the clock shown.
  ///   - kind: the clock's zone.
  /// - Returns: nil when the ticks are not within 0 through `maximumTicks` or the offset is not within
  ///   ±`maximumOffsetMinutes`.
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

  /// Reads a date and time from text such as `2026-02-04T06:54:54.5659927+04:00`.
  ///
  /// Understands what a `dateTime` may be spelled as, and refuses more than seven fraction digits.
  ///
  /// - Returns: nil when the text is no date and time from year 1 through 9999.
  public init?(_ text: Span<UInt8>) {
    guard let value = try? DateTimeText.parse(text.extracting(text.trimmedRange), rounds: false) else { return nil }
    self = value
  }

  /// Reads a date and time from text such as `2026-02-04T06:54:54.5659927+04:00`.
  ///
  /// Understands what a `dateTime` may be spelled as, and refuses more than seven fraction digits.
  ///
  /// - Returns: nil when the text is no date and time from year 1 through 9999.
  public init?(_ text: String) {
    let parsed = Array(text.utf8).withUnsafeBufferPointer { DotNetDateTime($0.span) }
    guard let parsed else { return nil }
    self = parsed
  }

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
  /// Negative, or beyond `maximumTicks`, by up to 14 hours near either end of the calendar.
  public var utcTicks: Int64 { ticks - Int64(offsetMinutes) * Self.ticksPerMinute }
}

extension DotNetDateTime: Comparable {
  /// Earlier instants come first, a clock without a zone counting as UTC; equal instants are ordered by what
  /// their clocks show, and equal clocks by kind: unspecified, offset, UTC.
  public static func < (left: DotNetDateTime, right: DotNetDateTime) -> Bool {
    (left.utcTicks, left.ticks, left.zone) < (right.utcTicks, right.ticks, right.zone)
  }
}
