/// The spellings of scalars that ServiceStack.Text shares between JSON, JSV, CSV and query strings.
package enum ServiceStackText {
  /// Whether a canonical text is written with a lower-case `e`: floats, and doubles at the ends of their range.
  package static func hasLowerCaseExponent(_ text: Span<UInt8>, as type: PrimitiveType) -> Bool {
    type == .float || text.holds("1.7976931348623157E+308") || text.holds("-1.7976931348623157E+308")
  }

  /// Appends a canonical number with a lower-case `e` where ServiceStack has one.
  package static func appendNumber(_ text: Span<UInt8>, as type: PrimitiveType, to output: inout [UInt8]) {
    guard hasLowerCaseExponent(text, as: type) else { return output.append(bytesOf: text) }
    for index in text.indices { output.append(text[index] == 0x45 ? 0x65 : text[index]) }
  }

  /// What is left of a length of time when it has been a double of seconds, printed with seven digits: lengths over
  /// about 28 years lose digits.
  package static func throughDouble(_ value: DotNetTimeSpan) -> DotNetTimeSpan {
    let seconds = Double(value.ticks.magnitude) / 10_000_000
    let whole = Int64(seconds)
    let fraction = Int64(((seconds - Double(whole)) * 10_000_000).rounded())
    let (ticks, overflows) = whole.multipliedReportingOverflow(by: 10_000_000)
    guard !overflows, ticks <= Int64.max - fraction else { return value }
    return DotNetTimeSpan(ticks: value.ticks < 0 ? -(ticks + fraction) : ticks + fraction)
  }

  /// Appends a date and time as `ToShortestXsdDateTimeString` does: at midnight the date alone, whatever the zone;
  /// otherwise the fraction with seven digits or none, and always a zone.
  ///
  /// - Parameter unspecifiedOffset: The offset in minutes of a clock of which no zone is known.
  package static func appendShortestDate(
    _ date: DotNetDateTime, unspecifiedOffset: Int, to output: inout [UInt8]
  ) {
    let start = output.count
    guard date.ticks % DotNetDateTime.ticksPerDay != 0 else {
      date.appendXML(to: &output)
      return output.removeLast(output.count - start - 10)
    }
    var zoned = date
    if date.kind == .unspecified {
      zoned = DotNetDateTime(ticks: date.ticks, kind: .offset(minutes: unspecifiedOffset)) ?? date
    }
    if date.ticks % DotNetDateTime.ticksPerSecond == 0 {
      zoned.appendXML(to: &output)
    } else {
      zoned.appendRoundTrip(to: &output)
    }
  }
}
