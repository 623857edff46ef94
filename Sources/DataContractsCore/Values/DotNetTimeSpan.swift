/// A length of time as `System.TimeSpan` knows it: a signed number of ticks of 100 ns.
///
/// | value                     | DataContract XML              | Json.NET                       |
/// |---------------------------|-------------------------------|--------------------------------|
/// | a day and a half          | `P1DT12H`                     | `"1.12:00:00"`                 |
/// | one tick                  | `PT0.0000001S`                | `"00:00:00.0000001"`           |
/// | nothing                   | `PT0S`                        | `"00:00:00"`                   |
/// | ``minimum``               | `-P10675199DT2H48M5.4775808S` | `"-10675199.02:48:05.4775808"` |
///
/// Days are the greatest unit. Reading years or months, whose length varies, fails with
/// ``DocumentError/Code/losesPrecision`` unless it is told to round: .NET takes 365 and 30 days.
///
/// - SeeAlso: [System.TimeSpan](https://learn.microsoft.com/dotnet/api/system.timespan),
///   [xs:duration](https://www.w3.org/TR/xmlschema-2/#duration)
public struct DotNetTimeSpan: DotNetValue {
  /// Ticks of 100 ns; the whole range of 64 bits, about ±29,227 years.
  public let ticks: Int64

  /// The serialization namespace's `duration`.
  @inlinable public static var primitive: PrimitiveType { .duration }

  /// Creates a length of time from ticks of 100 ns.
  public init(ticks: Int64) {
    self.ticks = ticks
  }

  /// Reads a text such as `P1DT12H` or `1.12:00:00`.
  ///
  /// - Throws: ``DocumentError`` for a text that is no duration, or has more ticks than 64 bits hold; for years, months
  ///   and more than seven fraction digits unless these are to be rounded.
  public init(parsing text: Span<UInt8>, rounding: Bool = false) throws(DocumentError) {
    self = try Self.reading(text) { text throws(LexicalFailure) in try DurationText.parse(text, rounds: rounding) }
  }

  /// Reads a text such as `P1DT12H` or `1.12:00:00`; see ``init(parsing:rounding:)``.
  ///
  /// - Returns: `nil` when the text is no such duration, has years, months or more than seven fraction digits, or more
  ///   ticks than 64 bits hold.
  public init?(_ text: Span<UInt8>) {
    guard let value = try? DurationText.parse(text.extracting(text.trimmedRange), rounds: false) else { return nil }
    self = value
  }

  /// Appends DataContract XML's form, such as `P1DT12H`.
  public func append(to output: inout [UInt8]) { appendISO(to: &output) }

  /// .NET's constant form "c", which Json.NET writes: `[-][d.]hh:mm:ss[.fffffff]`, such as `1.12:00:00`.
  public var clockText: String {
    var output: [UInt8] = []
    appendClock(to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension DotNetTimeSpan: Comparable {
  /// Compares the ticks.
  public static func < (left: DotNetTimeSpan, right: DotNetTimeSpan) -> Bool { left.ticks < right.ticks }
}

extension DotNetTimeSpan {
  /// Appends DataContract XML's form, which knows days at most: `P1DT12H`, `PT0S`, `-PT1M1.5S`.
  package func appendISO(to output: inout [UInt8]) {
    if ticks < 0 { output.append(0x2D) }
    output.append(0x50)
    let parts = Parts(ticks.magnitude)
    output.append(parts.days, unit: 0x44)
    guard parts.ticksOfDay != 0 || ticks == 0 else { return }
    output.append(0x54)
    output.append(parts.hours, unit: 0x48)
    output.append(parts.minutes, unit: 0x4D)
    guard parts.seconds != 0 || parts.fraction != 0 || ticks == 0 else { return }
    output.appendDecimal(parts.seconds)
    output.appendFraction(ticks: Int64(parts.fraction))
    output.append(0x53)
  }

  /// Appends .NET's constant form "c": `[-][d.]hh:mm:ss[.fffffff]`, the fraction with seven digits or none.
  package func appendClock(to output: inout [UInt8]) {
    if ticks < 0 { output.append(0x2D) }
    let parts = Parts(ticks.magnitude)
    if parts.days != 0 {
      output.appendDecimal(parts.days)
      output.append(0x2E)
    }
    output.appendPair(Int(parts.hours))
    output.append(0x3A)
    output.appendPair(Int(parts.minutes))
    output.append(0x3A)
    output.appendPair(Int(parts.seconds))
    guard parts.fraction != 0 else { return }
    output.append(0x2E)
    output.appendDecimal(parts.fraction, width: 7)
  }

  private struct Parts {
    let days, ticksOfDay, hours, minutes, seconds, fraction: UInt64

    init(_ ticks: UInt64) {
      days = ticks / 864_000_000_000
      ticksOfDay = ticks % 864_000_000_000
      hours = ticksOfDay / 36_000_000_000
      minutes = ticksOfDay / 600_000_000 % 60
      seconds = ticksOfDay / 10_000_000 % 60
      fraction = ticksOfDay % 10_000_000
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ value: UInt64, unit: UInt8) {
    guard value != 0 else { return }
    appendDecimal(value)
    append(unit)
  }
}
