/// The spellings of a date and time.
///
/// Canonical is `yyyy-MM-ddTHH:mm:ss[.fffffff][Z|±hh:mm]`, the fraction without trailing zeros. Also understood
/// are XML Schema's `date`, `gYearMonth` and `gYear` (which .NET reads as midnight of their first day), a time
/// without seconds, a space or lower case for the `T`, a basic offset (`+0400`), and `/Date(ms±hhmm)/` of the
/// JSON serializers. What depends on the reader's day, zone or culture is refused.
enum DateTimeText {
  enum ZoneRule {
    case optional
    case offset
  }

  private static let separators0: UInt64 = 0x2D00_002D_0000_0000  // yyyy-MM-
  private static let mask0: UInt64 = 0xFF00_00FF_0000_0000
  private static let separators8: UInt64 = 0x0000_3A00_0054_0000  // ddTHH:mm
  private static let mask8: UInt64 = 0x0000_FF00_00FF_0000
  private static let separators11: UInt64 = 0x0000_3A00_003A_0000  // HH:mm:ss
  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// Eight characters become the values of their digits, and zero where a separator stands rightly.
  ///
  /// Adding 0x76 lifts a byte above 9 into the sign bit; a byte with that bit set is caught by itself, before
  /// its carry could matter.
  @inline(__always)
  private static func decode(
    _ word: UInt64, separators: UInt64, mask: UInt64, errors: inout UInt64
  ) -> UInt64 {
    let value = word ^ (separators | (zeros & ~mask))
    errors |= (value | (value &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080
    errors |= value & mask
    // Each byte becomes ten times itself plus the next, which is the number where a pair begins.
    return value &* 10 &+ value >> 8
  }

  @inline(__always)
  private static func pair(_ word: UInt64, _ index: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &>> (index &* 8)) & 0xFF)
  }

  /// What the first 19 characters of a canonical text say.
  private struct Clock {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
  }

  /// - Returns: `nil` where the characters are others, or say what no calendar has.
  @inline(__always)
  private static func clock(_ text: Span<UInt8>) -> Clock? {
    guard text.count >= 19 else { return nil }
    var errors: UInt64 = 0
    let date = decode(text.word(at: 0), separators: separators0, mask: mask0, errors: &errors)
    let middle = decode(text.word(at: 8), separators: separators8, mask: mask8, errors: &errors)
    let time = decode(text.word(at: 11), separators: separators11, mask: mask8, errors: &errors)
    guard errors == 0 else { return nil }
    let clock = Clock(
      year: pair(date, 0) &* 100 &+ pair(date, 2), month: pair(date, 5), day: pair(middle, 0), hour: pair(time, 0),
      minute: pair(time, 3), second: pair(time, 6))
    guard clock.year > 0, clock.month &- 1 < 12, clock.month > 0, clock.day > 0,
      clock.day <= 28 || clock.day <= GregorianCalendar.days(inMonth: clock.month, of: clock.year),
      clock.hour < 24, clock.minute < 60, clock.second < 60
    else { return nil }
    return clock
  }

  @inline(__always)
  static func isCanonical(_ text: Span<UInt8>, zone rule: ZoneRule) -> Bool {
    guard let clock = clock(text), let end = canonicalFractionEnd(text) else { return false }
    if rule == .optional { return end == text.count || isCanonicalZone(text, from: end, allowsUTC: true) }
    // Near the ends of the calendar UTC may lie outside it.
    return clock.year > 1 && clock.year < 9999 && isCanonicalZone(text, from: end, allowsUTC: false)
  }

  @inline(__always)
  private static func canonicalFractionEnd(_ text: Span<UInt8>) -> Int? {
    let count = text.count
    guard count > 19, text[19] == 0x2E else { return 19 }
    var index = 20
    while index < count, ASCII.isDigit(text[index]) { index &+= 1 }
    guard index > 20, index <= 27, text[index &- 1] != 0x30 else { return nil }
    return index
  }

  @inline(__always)
  private static func isCanonicalZone(_ text: Span<UInt8>, from start: Int, allowsUTC: Bool) -> Bool {
    let count = text.count
    if count == start &+ 1 { return allowsUTC && text[start] == 0x5A }
    guard count == start &+ 6, text[start] == 0x2B || text[start] == 0x2D, text[start &+ 3] == 0x3A else {
      return false
    }
    let (h1, h2) = (text[start &+ 1] &- 0x30, text[start &+ 2] &- 0x30)
    let (m1, m2) = (text[start &+ 4] &- 0x30, text[start &+ 5] &- 0x30)
    guard h1 < 2, h2 < 10, m1 < 6, m2 < 10 else { return false }
    let minutes = (Int(h1) &* 10 &+ Int(h2)) &* 60 &+ Int(m1) &* 10 &+ Int(m2)
    return minutes <= DotNetDateTime.maximumOffsetMinutes && (minutes > 0 || text[start] == 0x2B)
  }

  /// The value behind a canonical text; `nil` only means "look closer".
  static func value(ofCanonical text: Span<UInt8>) -> DotNetDateTime? {
    guard let clock = clock(text), let end = canonicalFractionEnd(text),
      end == text.count || isCanonicalZone(text, from: end, allowsUTC: true)
    else { return nil }
    let day = GregorianCalendar.day(year: clock.year, month: clock.month, day: clock.day)
    let seconds = (clock.hour &* 60 &+ clock.minute) &* 60 &+ clock.second
    var ticks = Int64(day) &* DotNetDateTime.ticksPerDay &+ Int64(seconds) &* DotNetDateTime.ticksPerSecond
    var unit: Int64 = 1_000_000
    var index = 20
    while index < end {
      ticks &+= Int64(text[index] &- 0x30) &* unit
      unit /= 10
      index &+= 1
    }
    return DotNetDateTime(ticks: ticks, kind: kind(ofCanonical: text, from: end))
  }

  private static func kind(ofCanonical text: Span<UInt8>, from index: Int) -> DotNetDateTime.Kind {
    guard index < text.count else { return .unspecified }
    if text[index] == 0x5A { return .utc }
    let minutes = digits(text, index &+ 1) &* 60 &+ digits(text, index &+ 4)
    return .offset(minutes: text[index] == 0x2D ? -minutes : minutes)
  }

  /// Two digits that have been found to be such.
  @inline(__always)
  private static func digits(_ text: Span<UInt8>, _ index: Int) -> Int {
    Int(text[index] &- 0x30) &* 10 &+ Int(text[index &+ 1] &- 0x30)
  }
}
