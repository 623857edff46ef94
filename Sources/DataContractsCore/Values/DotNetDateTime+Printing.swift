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
    let date = pair(year / 100) | pair(year % 100) << 16 | 0x2D << 32 | pair(month) << 40 | 0x2D << 56
    let time = pair(day) | 0x54 << 16 | pair(second / 3600) << 24 | 0x3A << 40 | pair(second / 60 % 60) << 48
    output.append(littleEndian: date, count: 8)
    output.append(littleEndian: time, count: 8)
    output.append(littleEndian: 0x3A | pair(second % 60) << 8, count: 3)
  }

  /// A number from 0 through 99 as two digits, the first in the lowest byte.
  @inline(__always)
  private func pair(_ value: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: value / 10 | (value % 10) << 8) | 0x3030
  }

  private func appendZone(to output: inout [UInt8]) {
    switch kind {
    case .unspecified: break
    case .utc: output.append(0x5A)
    case .offset(let minutes):
      let sign: UInt64 = minutes < 0 ? 0x2D : 0x2B
      let zone = sign | pair(abs(minutes) / 60) << 8 | 0x3A << 24 | pair(abs(minutes) % 60) << 32
      output.append(littleEndian: zone, count: 6)
    }
  }
}

extension [UInt8] {
  /// Appends the lowest `count` bytes (at most 8) of a word, the lowest first.
  @inline(__always)
  mutating func append(littleEndian word: UInt64, count: Int) {
    Swift.withUnsafeBytes(of: word.littleEndian) {
      append(contentsOf: UnsafeRawBufferPointer(rebasing: $0.prefix(count)))
    }
  }

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
