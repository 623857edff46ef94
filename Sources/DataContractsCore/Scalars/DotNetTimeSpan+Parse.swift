extension DotNetTimeSpan {
  /// Reads what .NET's `TimeSpan.Parse` reads: `[-][d.]h:m[:s[.fffffff]]`, `d:h:m:s`, or days alone.
  ///
  /// - Returns: nil for any other text, and for hours, minutes and seconds beyond a day's.
  package init?(likeDotNet text: Span<UInt8>) {
    let text = text.extracting(text.trimmedRange)
    var position = 0
    let isNegative = text.skip(0x2D, at: &position)
    guard let parts = Self.parts(text, at: &position), position == text.count else { return nil }
    let limits = [10_675_199, 23, 59, 59]
    guard zip(parts.numbers, limits).allSatisfy({ $0 <= $1 }) else { return nil }
    let units: [Int64] = [864_000_000_000, 36_000_000_000, 600_000_000, 10_000_000]
    var ticks = -parts.fraction
    for (number, unit) in zip(parts.numbers, units) {
      // Counted downwards, since the least value has no positive counterpart.
      let (next, overflows) = ticks.subtractingReportingOverflow(Int64(number) * unit)
      guard !overflows else { return nil }
      ticks = next
    }
    guard isNegative || ticks > .min else { return nil }
    self.init(ticks: isNegative ? ticks : -ticks)
  }

  /// Days, hours, minutes and seconds, and the fraction of a second in ticks.
  private static func parts(
    _ text: Span<UInt8>, at position: inout Int
  ) -> (numbers: [Int], fraction: Int64)? {
    guard let first = number(text, at: &position) else { return nil }
    if position == text.count { return ([first, 0, 0, 0], 0) }
    var numbers = [first]
    let hasDays = text.skip(0x2E, at: &position)
    if hasDays {
      guard let hours = number(text, at: &position) else { return nil }
      numbers.append(hours)
    }
    while text.skip(0x3A, at: &position) {
      guard numbers.count < 4, let next = number(text, at: &position) else { return nil }
      numbers.append(next)
    }
    guard numbers.count >= (hasDays ? 3 : 2) else { return nil }
    if !hasDays, numbers.count < 4 { numbers.insert(0, at: 0) }
    let hasSeconds = numbers.count == 4
    if !hasSeconds { numbers.append(0) }
    guard hasSeconds, text.skip(0x2E, at: &position) else { return (numbers, 0) }
    guard let fraction = try? text.readFractionTicks(rounds: false, at: &position) else { return nil }
    return (numbers, fraction)
  }

  private static func number(_ text: Span<UInt8>, at position: inout Int) -> Int? {
    let start = position
    var value = 0
    while position < text.count, position - start < 9, ASCII.isDigit(text[position]) {
      value = value * 10 + Int(text[position] &- 0x30)
      position += 1
    }
    return position > start ? value : nil
  }
}
