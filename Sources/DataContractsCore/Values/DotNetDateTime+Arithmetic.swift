extension DotNetDateTime {
  /// The date and time that much later, on the same clock.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` where the calendar ends before.
  public static func + (date: DotNetDateTime, span: DotNetTimeSpan) throws(DocumentError) -> DotNetDateTime {
    let (ticks, overflows) = date.ticks.addingReportingOverflow(span.ticks)
    guard !overflows, let sum = DotNetDateTime(ticks: ticks, kind: date.kind) else {
      throw outOfRange("\(date) + \(span)")
    }
    return sum
  }

  /// The date and time that much earlier, on the same clock.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` where the calendar begins after.
  public static func - (date: DotNetDateTime, span: DotNetTimeSpan) throws(DocumentError) -> DotNetDateTime {
    let (ticks, overflows) = date.ticks.subtractingReportingOverflow(span.ticks)
    guard !overflows, let difference = DotNetDateTime(ticks: ticks, kind: date.kind) else {
      throw outOfRange("\(date) - \(span)")
    }
    return difference
  }

  /// The time between two instants, a clock without a zone counting as UTC.
  ///
  /// .NET's `DateTime` subtracts what the clocks show, whatever their kinds; its `DateTimeOffset` subtracts instants.
  public static func - (left: DotNetDateTime, right: DotNetDateTime) -> DotNetTimeSpan {
    // Both lie within the calendar and 14 hours, a third of what 64 bits hold.
    DotNetTimeSpan(ticks: left.utcTicks - right.utcTicks)
  }

  /// Moves to the date and time that much later; see ``+(_:_:)``.
  public static func += (date: inout DotNetDateTime, span: DotNetTimeSpan) throws(DocumentError) {
    date = try date + span
  }

  /// Moves to the date and time that much earlier; see ``-(_:_:)``.
  public static func -= (date: inout DotNetDateTime, span: DotNetTimeSpan) throws(DocumentError) {
    date = try date - span
  }

  /// The same time of day so many months later, on the month's last day where it has fewer days: `AddMonths`.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` beyond the years 1 through 9999.
  public func adding(months: Int) throws(DocumentError) -> DotNetDateTime {
    let (year, month, day) = date
    let (index, overflows) = months.addingReportingOverflow(year * 12 + month - 1)
    guard !overflows, (12..<120_000).contains(index) else { throw Self.outOfRange("\(self) + \(months) months") }
    let last = GregorianCalendar.days(inMonth: index % 12 + 1, of: index / 12)
    let days = GregorianCalendar.day(year: index / 12, month: index % 12 + 1, day: min(day, last))
    let moved = DotNetDateTime(ticks: Int64(days) * Self.ticksPerDay + ticks % Self.ticksPerDay, kind: kind)
    guard let moved else { throw Self.outOfRange("\(self) + \(months) months") }
    return moved
  }
}
