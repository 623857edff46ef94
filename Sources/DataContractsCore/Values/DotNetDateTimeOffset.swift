/// A point in time as `System.DateTimeOffset` knows it: the reading of a clock, and how far the clock is ahead of UTC.
///
/// | format           | `2026-02-04T06:54:54.5659927+04:00`                                                           |
/// |------------------|-----------------------------------------------------------------------------------------------|
/// | Json.NET         | `"2026-02-04T06:54:54.5659927+04:00"`                                                         |
/// | DataContract XML | `<DateTime>2026-02-04T02:54:54.5659927Z</DateTime><OffsetMinutes>240</OffsetMinutes>`         |
///
/// Clock and instant lie within the years 1 through 9999. Two values are equal when instant and offset are; .NET's
/// `==` compares the instants alone, which ``isSameInstant(as:)`` does here.
///
/// - SeeAlso: [System.DateTimeOffset](https://learn.microsoft.com/dotnet/api/system.datetimeoffset)
public struct DotNetDateTimeOffset: DotNetValue {
  /// The clock's reading with its offset; its kind is always ``DotNetDateTime/Kind/offset(minutes:)``.
  public let dateTime: DotNetDateTime

  /// `DateTimeOffset` of .NET's `System`.
  @inlinable public static var primitive: PrimitiveType { .dateTimeOffset }

  /// 0001-01-01T00:00:00+00:00: `DateTimeOffset.MinValue`, .NET's default.
  public static let minimum = DotNetDateTimeOffset(.minimum, offsetMinutes: 0)

  /// 9999-12-31T23:59:59.9999999+00:00: `DateTimeOffset.MaxValue`.
  public static let maximum = DotNetDateTimeOffset(.maximum, offsetMinutes: 0)

  /// Creates a point in time from a clock's ticks and offset.
  ///
  /// - Parameters:
  ///   - ticks: 100 ns since 0001-01-01T00:00:00 of the clock shown.
  ///   - offsetMinutes: How far the clock is ahead of UTC, -840 through 840.
  /// - Returns: `nil` when the clock or the instant is outside the years 1 through 9999, or the offset is too great.
  public init?(ticks: Int64, offsetMinutes: Int) {
    guard let dateTime = DotNetDateTime(ticks: ticks, kind: .offset(minutes: offsetMinutes)) else { return nil }
    self.init(exactly: dateTime)
  }

  /// The same instant on the same clock; UTC is offset 0.
  ///
  /// - Returns: `nil` when nothing is known of the date's zone, and when its instant is outside the calendar.
  public init?(exactly dateTime: DotNetDateTime) {
    guard (0...DotNetDateTime.maximumTicks).contains(dateTime.utcTicks), dateTime.kind != .unspecified,
      let zoned = DotNetDateTime(ticks: dateTime.ticks, kind: .offset(minutes: dateTime.offsetMinutes))
    else { return nil }
    self.dateTime = zoned
  }

  private init(_ clock: DotNetDateTime, offsetMinutes: Int) {
    dateTime = DotNetDateTime(ticks: clock.ticks, kind: .offset(minutes: offsetMinutes)) ?? clock
  }

  /// Reads a text such as `2026-02-04T06:54:54.5659927+04:00`, `2026-02-04T02:54:54.5659927Z` or
  /// `/Date(1770173694565+0400)/`.
  ///
  /// - Throws: ``DocumentError`` for a text without an offset, or that is no point in time from year 1 through 9999 of
  ///   both clock and UTC; for more than seven fraction digits unless these are to be rounded, half to even.
  public init(parsing text: Span<UInt8>, rounding: Bool = false) throws(DocumentError) {
    self = try Self.reading(text) { text throws(LexicalFailure) in
      if let value = DateTimeText.value(ofCanonical: text).flatMap({ Self(exactly: $0) }) { return value }
      guard let value = Self(exactly: try DateTimeText.parseWithOffset(text, rounds: rounding)) else {
        throw .outOfRange
      }
      return value
    }
  }

  /// Appends Json.NET's form, which always has an offset.
  public func append(to output: inout [UInt8]) { dateTime.appendXML(to: &output) }

  /// Ticks of 100 ns since 0001-01-01T00:00:00 of the clock shown.
  public var ticks: Int64 { dateTime.ticks }

  /// Ticks of 100 ns since 0001-01-01T00:00:00 UTC.
  public var utcTicks: Int64 { dateTime.utcTicks }

  /// How far the clock is ahead of UTC in minutes, -840 through 840.
  public var offsetMinutes: Int { dateTime.offsetMinutes }

  /// The same instant on a clock that shows UTC.
  public var universal: DotNetDateTime {
    // The instant is within the calendar by construction.
    dateTime.universal ?? dateTime
  }

  /// The same instant on a clock with another offset; `nil` where that clock leaves the calendar, and for an offset
  /// beyond ±14 hours.
  public func shown(offsetMinutes: Int) -> DotNetDateTimeOffset? {
    dateTime.shown(offsetMinutes: offsetMinutes).flatMap { Self(exactly: $0) }
  }

  /// Whether both are the same instant, whatever their clocks show: .NET's `==`.
  public func isSameInstant(as other: DotNetDateTimeOffset) -> Bool { utcTicks == other.utcTicks }
}

extension DotNetDateTimeOffset: Comparable {
  /// Earlier instants come first; equal instants are ordered by what their clocks show.
  public static func < (left: DotNetDateTimeOffset, right: DotNetDateTimeOffset) -> Bool {
    left.dateTime < right.dateTime
  }
}

extension DotNetDateTimeOffset {
  /// The point in time that much later, at the same offset.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` where the calendar ends before.
  public static func + (
    left: DotNetDateTimeOffset, span: DotNetTimeSpan
  ) throws(DocumentError) -> DotNetDateTimeOffset {
    guard let sum = Self(exactly: try left.dateTime + span) else { throw outOfRange("\(left) + \(span)") }
    return sum
  }

  /// The point in time that much earlier, at the same offset.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` where the calendar begins after.
  public static func - (
    left: DotNetDateTimeOffset, span: DotNetTimeSpan
  ) throws(DocumentError) -> DotNetDateTimeOffset {
    guard let difference = Self(exactly: try left.dateTime - span) else { throw outOfRange("\(left) - \(span)") }
    return difference
  }

  /// The time between two instants.
  public static func - (left: DotNetDateTimeOffset, right: DotNetDateTimeOffset) -> DotNetTimeSpan {
    left.dateTime - right.dateTime
  }

  /// Moves to the point in time that much later; see ``+(_:_:)``.
  public static func += (left: inout DotNetDateTimeOffset, span: DotNetTimeSpan) throws(DocumentError) {
    left = try left + span
  }

  /// Moves to the point in time that much earlier; see ``-(_:_:)``.
  public static func -= (left: inout DotNetDateTimeOffset, span: DotNetTimeSpan) throws(DocumentError) {
    left = try left - span
  }
}

extension DotNetDateTime {
  /// The same clock as a date and time, with its offset.
  public init(_ value: DotNetDateTimeOffset) { self = value.dateTime }
}
