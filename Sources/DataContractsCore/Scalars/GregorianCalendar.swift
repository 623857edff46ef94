/// The proleptic Gregorian calendar of .NET: years 1 through 9999, days counted from 0001-01-01.
enum GregorianCalendar {
  static func isLeapYear(_ year: Int) -> Bool {
    year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The length of a month from 1 through 12.
  @inline(__always)
  static func days(inMonth month: Int, of year: Int) -> Int {
    if month == 2 { return isLeapYear(year) ? 29 : 28 }
    // Long and short months alternate, and the pattern begins anew with August.
    return 30 + ((month + (month >> 3)) & 1)
  }

  /// Days since 0001-01-01.
  static func day(year: Int, month: Int, day: Int) -> Int {
    // Years that begin in March have the leap day at their end.
    let monthFromMarch = (month + 9) % 12
    let marchYear = year - monthFromMarch / 10
    return daysBefore(marchYear: marchYear) + (monthFromMarch * 306 + 5) / 10 + day - 1 - 306
  }

  /// The date that many days after 0001-01-01.
  static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let dayFromMarch = day + 306
    // 3652425 days are 10000 years; near a year's end the estimate can be one too many.
    var marchYear = (dayFromMarch * 10_000 + 14_780) / 3_652_425
    if daysBefore(marchYear: marchYear) > dayFromMarch { marchYear -= 1 }
    let dayOfYear = dayFromMarch - daysBefore(marchYear: marchYear)
    let monthFromMarch = (dayOfYear * 100 + 52) / 3060
    let month = (monthFromMarch + 2) % 12 + 1
    let year = marchYear + (monthFromMarch + 2) / 12
    return (year, month, dayOfYear - (monthFromMarch * 306 + 5) / 10 + 1)
  }

  private static func daysBefore(marchYear year: Int) -> Int {
    year * 365 + year / 4 - year / 100 + year / 400
  }
}
