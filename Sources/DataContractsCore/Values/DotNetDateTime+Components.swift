extension DotNetDateTime {
  /// 0001-01-01T00:00:00 without a zone: `DateTime.MinValue`, .NET's default for a date that was never set.
  public static let minimum = DotNetDateTime(clamping: 0)

  /// 9999-12-31T23:59:59.9999999 without a zone: `DateTime.MaxValue`.
  public static let maximum = DotNetDateTime(clamping: maximumTicks)

  /// Creates a date and time from what a calendar and a clock show.
  ///
  /// - Parameters:
  ///   - year: 1 through 9999.
  ///   - second: 0 through 59; there are no leap seconds.
  ///   - fraction: Ticks of 100 ns within the second, 0 through 9,999,999. Default 0.
  ///   - kind: The clock's zone. Default ``Kind/unspecified``.
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for a day that the calendar does not have, a
  ///   time that no clock shows, or an offset beyond ±``maximumOffsetMinutes``.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, fraction: Int = 0,
    kind: Kind = .unspecified
  ) throws(DocumentError) {
    let isDate =
      (1...9999).contains(year) && (1...12).contains(month) && day >= 1
      && day <= GregorianCalendar.days(inMonth: month, of: year)
    let isTime =
      (0..<24).contains(hour) && (0..<60).contains(minute) && (0..<60).contains(second)
      && (0..<10_000_000).contains(fraction)
    guard isDate, isTime,
      let value = DotNetDateTime(
        ticks: Int64(GregorianCalendar.day(year: year, month: month, day: day)) * Self.ticksPerDay
          + Int64((hour * 60 + minute) * 60 + second) * Self.ticksPerSecond + Int64(fraction), kind: kind)
    else {
      throw Self.outOfRange("\(year)-\(month)-\(day) \(hour):\(minute):\(second), \(fraction) ticks, \(kind)")
    }
    self = value
  }

  /// The clock's year, month and day.
  public var date: (year: Int, month: Int, day: Int) {
    GregorianCalendar.date(ofDay: Int(ticks / Self.ticksPerDay))
  }

  /// The time since midnight of the clock shown.
  public var timeOfDay: DotNetTimeSpan { DotNetTimeSpan(ticks: ticks % Self.ticksPerDay) }

  /// Ticks of 100 ns within the second, 0 through 9,999,999.
  public var fraction: Int { Int(ticks % Self.ticksPerSecond) }

  /// The day of the week, 0 for Sunday through 6 for Saturday, as .NET's `DayOfWeek` counts.
  public var dayOfWeek: Int { Int(ticks / Self.ticksPerDay + 1) % 7 }

  /// The same instant on a clock that shows UTC; `nil` when nothing is known of the zone, and near the ends of the
  /// calendar, where UTC may lie outside it.
  public var universal: DotNetDateTime? {
    kind == .unspecified ? nil : DotNetDateTime(ticks: utcTicks, kind: .utc)
  }

  /// The same instant on a clock that is ahead of UTC by so many minutes; `nil` where ``universal`` is, and for an
  /// offset beyond ±``maximumOffsetMinutes``.
  public func shown(offsetMinutes: Int) -> DotNetDateTime? {
    guard kind != .unspecified, offsetMinutes.magnitude <= UInt(Self.maximumOffsetMinutes) else { return nil }
    return DotNetDateTime(
      ticks: utcTicks + Int64(offsetMinutes) * Self.ticksPerMinute, kind: .offset(minutes: offsetMinutes))
  }

  /// The same clock in a zone, where nothing is known of its own; a date and time with a zone stays as it is.
  ///
  /// - Returns: `nil` for an offset beyond ±``maximumOffsetMinutes``.
  public func assuming(_ kind: Kind) -> DotNetDateTime? {
    self.kind == .unspecified ? DotNetDateTime(ticks: ticks, kind: kind) : self
  }
}
