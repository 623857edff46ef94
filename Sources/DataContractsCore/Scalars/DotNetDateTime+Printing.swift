extension DotNetDateTime: CustomStringConvertible {
  /// The canonical form, such as `2026-02-04T06:54:54.5659927+04:00`.
  public var description: String {
    var output: [UInt8] = []
    appendXML(to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension DotNetDateTime {
  /// Appends DataContract XML's and Json.NET's form: `yyyy-MM-ddTHH:mm:ss[.fffffff][Z|±hh:mm]`, the fraction
  /// without trailing zeros.
  package func appendXML(to output: inout [UInt8]) {
    appendSeconds(to: &output)
    output.appendFraction(ticks: ticks % Self.ticksPerSecond)
    appendZone(to: &output)
  }

  /// Appends .NET's round-trip form "O", which always has seven fraction digits.
  package func appendRoundTrip(to output: inout [UInt8]) {
    appendSeconds(to: &output)
    output.append(0x2E)
    output.appendDecimal(UInt64(ticks % Self.ticksPerSecond), width: 7)
    appendZone(to: &output)
  }

  /// Milliseconds since 1970-01-01T00:00:00 UTC, truncated towards it: the number in `/Date(…)/`.
  package var millisecondsSinceUnixEpoch: Int64 {
    (utcTicks - Self.unixEpochTicks) / 10_000
  }

  private func appendSeconds(to output: inout [UInt8]) {
    let (year, month, day) = GregorianCalendar.date(ofDay: Int(ticks / Self.ticksPerDay))
    let second = Int(ticks % Self.ticksPerDay / Self.ticksPerSecond)
    output.appendPair(year / 100)
    output.appendPair(year % 100)
    output.append(0x2D)
    output.appendPair(month)
    output.append(0x2D)
    output.appendPair(day)
    output.append(0x54)
    output.appendPair(second / 3600)
    output.append(0x3A)
    output.appendPair(second / 60 % 60)
    output.append(0x3A)
    output.appendPair(second % 60)
  }

  private func appendZone(to output: inout [UInt8]) {
    switch kind {
    case .unspecified: break
    case .utc: output.append(0x5A)
    case .offset(let minutes):
      output.append(minutes < 0 ? 0x2D : 0x2B)
      output.appendPair(abs(minutes) / 60)
      output.append(0x3A)
      output.appendPair(abs(minutes) % 60)
    }
  }
}

extension [UInt8] {
  /// Appends a number from 0 through 99 as two digits.
  mutating func appendPair(_ value: Int) {
    append(0x30 &+ UInt8(truncatingIfNeeded: value / 10))
    append(0x30 &+ UInt8(truncatingIfNeeded: value % 10))
  }

  /// Appends a point and the fraction of a second without trailing zeros; nothing when it is zero.
  mutating func appendFraction(ticks: Int64) {
    guard ticks != 0 else { return }
    var digits = 7
    var rest = UInt64(ticks.magnitude)
    while rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    append(0x2E)
    appendDecimal(rest, width: digits)
  }
}
