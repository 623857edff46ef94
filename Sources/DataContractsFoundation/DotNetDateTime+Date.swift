public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DotNetDateTime {
  /// The ticks of 2001-01-01T00:00:00, from which `Date` counts.
  static let referenceDateTicks: Int64 = 631_139_040_000_000_000

  /// The instant of a date, shown by a clock that shows UTC.
  ///
  /// - Returns: `nil` for a date that is no whole number of ticks of 100 ns, as most with a fraction are not, and
  ///   outside the years 1 through 9999.
  public init?(exactly date: Date) {
    guard let ticks = Self.ticks(of: date), ticks.isExact else { return nil }
    self.init(ticks: ticks.nearest, kind: .utc)
  }

  /// The tick of 100 ns that is nearest to a date, shown by a clock that shows UTC.
  ///
  /// - Throws: `DocumentError` of code `outOfRange` outside the years 1 through 9999.
  public init(rounding date: Date) throws(DocumentError) {
    guard let ticks = Self.ticks(of: date), let value = DotNetDateTime(ticks: ticks.nearest, kind: .utc) else {
      throw DocumentError(
        .outOfRange, format: "\(Self.primitive)", expected: "a date within the years 1 through 9999",
        found: "\(date.timeIntervalSinceReferenceDate) seconds from 2001-01-01")
    }
    self = value
  }

  /// Ticks since 0001-01-01T00:00:00 UTC, and whether they are the very instant.
  fileprivate static func ticks(of date: Date) -> (nearest: Int64, isExact: Bool)? {
    let interval = date.timeIntervalSinceReferenceDate
    // Beyond the calendar, and within what 64 bits hold of ticks.
    guard interval.magnitude < 4e11 else { return nil }
    let seconds = interval.rounded(.towardZero)
    let fraction = interval - seconds
    let product = fraction * 1e7
    let error = (-product).addingProduct(fraction, 1e7)
    var ticks = product.rounded(.toNearestOrEven)
    // A tie that is none: the product had been rounded to it.
    if product - ticks == 0.5, error > 0 { ticks += 1 }
    if product - ticks == -0.5, error < 0 { ticks -= 1 }
    return (referenceDateTicks + Int64(seconds) * 10_000_000 + Int64(ticks), product == ticks && error == 0)
  }
}

extension DotNetDateTimeOffset {
  /// The instant of a date, shown by a clock that is ahead of UTC by so many minutes.
  ///
  /// - Returns: `nil` for a date that is no whole number of ticks of 100 ns, as most with a fraction are not, outside the
  ///   years 1 through 9999, and for an offset beyond ±840.
  public init?(exactly date: Date, offsetMinutes: Int = 0) {
    guard let shown = DotNetDateTime(exactly: date)?.shown(offsetMinutes: offsetMinutes) else { return nil }
    self.init(exactly: shown)
  }

  /// The tick of 100 ns that is nearest to a date, shown by a clock that is ahead of UTC by so many minutes.
  ///
  /// - Throws: `DocumentError` of code `outOfRange` outside the years 1 through 9999, and for an offset beyond ±840.
  public init(rounding date: Date, offsetMinutes: Int = 0) throws(DocumentError) {
    let universal = try DotNetDateTime(rounding: date)
    guard let value = universal.shown(offsetMinutes: offsetMinutes).flatMap({ Self(exactly: $0) }) else {
      throw DocumentError(
        .outOfRange, format: "\(Self.primitive)", expected: Self.primitive.expectation,
        found: "\(universal) at an offset of \(offsetMinutes) minutes")
    }
    self = value
  }
}

extension Date {
  /// The instant of a date and time.
  ///
  /// - Returns: `nil` when nothing is known of the clock's zone (``DotNetDateTime/assuming(_:)`` tells it), and when the
  ///   instant lies between two dates, which near today are 1.2 × 10⁻⁷ s apart.
  public init?(exactly value: DotNetDateTime) {
    guard let date = Date(rounding: value), let ticks = DotNetDateTime.ticks(of: date), ticks.isExact,
      ticks.nearest == value.utcTicks
    else { return nil }
    self = date
  }

  /// The nearest instant that a date can be; near today it lies within 6 × 10⁻⁸ s. The clock's zone is not kept.
  ///
  /// - Returns: `nil` when nothing is known of the clock's zone; ``DotNetDateTime/assuming(_:)`` tells it.
  public init?(rounding value: DotNetDateTime) {
    guard value.kind != .unspecified else { return nil }
    self.init(ticks: value.utcTicks)
  }

  /// The instant of a point in time.
  ///
  /// - Returns: `nil` when it lies between two dates, which near today are 1.2 × 10⁻⁷ s apart.
  public init?(exactly value: DotNetDateTimeOffset) { self.init(exactly: value.dateTime) }

  /// The nearest instant that a date can be; near today it lies within 6 × 10⁻⁸ s. The offset is not kept.
  public init(rounding value: DotNetDateTimeOffset) { self.init(ticks: value.utcTicks) }

  private init(ticks: Int64) {
    let (seconds, rest) = (ticks - DotNetDateTime.referenceDateTicks).quotientAndRemainder(dividingBy: 10_000_000)
    self.init(timeIntervalSinceReferenceDate: Double(seconds) + Double(rest) / 1e7)
  }
}
