import TestSupport
import Testing

@testable import DataContractsCore

@Suite struct DurationTextTests {
  @Test(arguments: [
    "PT0S", "P1D", "PT1H", "PT1M", "PT1S", "P1DT12H", "PT1H30M", "-PT1M1S", "PT0.0000001S", "PT1.5S", "-P1DT2H3M4.5S",
    "P10675199DT2H48M5.4775807S", "-P10675199DT2H48M5.4775808S", "PT23H59M59.9999999S", "PT0.1S", "P1DT0.5S",
  ])
  func canonicalFormsAreUnchanged(text: String) {
    #expect(canonical(.duration, text) == .unchanged(text))
    #expect(DotNetTimeSpan(text)?.description == text)
  }

  @Test(arguments: [
    ("PT90M", "PT1H30M"), ("PT36H", "P1DT12H"), ("PT86400S", "P1D"), ("P0D", "PT0S"), ("-PT0S", "PT0S"),
    ("P2W", "P14D"),
    ("P01DT02H", "P1DT2H"), ("PT0H0M1S", "PT1S"), ("PT1.50S", "PT1.5S"), ("PT1.0S", "PT1S"), (" PT1S ", "PT1S"),
    ("P0Y0M1D", "P1D"), ("PT0.10000000000S", "PT0.1S"), ("-P0DT60S", "-PT1M"),
    ("01:30:00", "PT1H30M"), ("1.12:00:00", "P1DT12H"), ("00:00:01.5000000", "PT1.5S"), ("-00:00:01", "-PT1S"),
    ("1.02:03:04.5", "P1DT2H3M4.5S"), ("00:00:00", "PT0S"), ("-00:00:00", "PT0S"), ("1:02:03", "PT1H2M3S"),
    ("10675199.02:48:05.4775807", "P10675199DT2H48M5.4775807S"),
    ("-10675199.02:48:05.4775808", "-P10675199DT2H48M5.4775808S"),
  ])
  func otherSpellingsAreRewritten(text: String, expected: String) {
    #expect(canonical(.duration, text) == .rewritten(expected))
    #expect(canonical(.duration, expected) == .unchanged(expected))
  }

  @Test(arguments: [
    ("P1Y", "P365D"), ("P1M", "P30D"), ("P1Y2M3DT4H", "P428DT4H"), ("PT0.00000015S", "PT0.0000002S"),
    ("PT0.00000005S", "PT0S"), ("PT0.99999999S", "PT1S"), ("00:00:59.99999999", "PT1M"),
  ])
  func whatVariesOrIsTooFineRoundsOrIsRefused(text: String, rounded: String) {
    #expect(canonical(.duration, text) == .losesPrecision)
    #expect(canonical(.duration, text, rounds: true) == .rewritten(rounded))
  }

  @Test(arguments: [
    "P10675199DT2H48M5.4775808S", "-P10675199DT2H48M5.4775809S", "P99999999999999999999D", "P18446744073709551615D",
    "PT18446744073709551616S", "P10675200D", "10675199.02:48:05.4775808", "10675200.00:00:00", "PT9223372036854775807H",
  ])
  func moreThanSixtyFourBitsOfTicksAreOutOfRange(text: String) {
    #expect(canonical(.duration, text) == .outOfRange)
    #expect(canonical(.duration, text, rounds: true) == .outOfRange)
  }

  @Test(arguments: [
    "", "P", "PT", "P1DT", "-", "-P", "1D", "P1", "PT1", "P1S", "P1H", "PT1D", "PT1Y", "P1D1D", "PT1S1M", "PT1M1H",
    "P1DT1D",
    "pt1s", "P1d", "PT1,5S", "PT1.S", "PT.5S", "PT1.5M", "P1.5D", "P-1D", "--P1D", "+P1D", "P1W1D", "P1D1W", "P1WT1H",
    "PTT1S", "P T1S", "5", "1:30", "24:00:00", "00:60:00", "00:00:60", "1.1.00:00:00", "00:00", "00:00:1", "00:0:01",
    "00:00:01.", "1.00:00", "1d", "00:00:01Z", "123:00:00", "1 12:00:00", "P1YT", "-1:-2:-3",
  ])
  func whatIsNoDurationIsMalformed(text: String) {
    #expect(canonical(.duration, text, rounds: true) == .malformed)
    #expect(DotNetTimeSpan(text) == nil)
  }

  @Test func clockFormHasSevenFractionDigitsOrNone() {
    for (ticks, expected) in [
      (0, "00:00:00"), (15_000_000, "00:00:01.5000000"), (1_296_000_000_000, "1.12:00:00"), (-1, "-00:00:00.0000001"),
      (.max, "10675199.02:48:05.4775807"), (.min, "-10675199.02:48:05.4775808"), (-10_000_000, "-00:00:01"),
    ] as [(Int64, String)] {
      #expect(printed(DotNetTimeSpan(ticks: ticks).appendClock) == expected)
      #expect(DotNetTimeSpan(expected) == DotNetTimeSpan(ticks: ticks))
    }
  }

  @Test func printedDurationsReadAsThemselves() {
    var generator = SeededGenerator(seed: 100)
    for _ in 0..<100_000 {
      let ticks = Int64(truncatingIfNeeded: generator.next()) >> Int64.random(in: 0...63, using: &generator)
      let value = DotNetTimeSpan(ticks: ticks)
      let text = value.description
      check(DotNetTimeSpan(text) == value, text)
      check(canonical(.duration, text) == .unchanged(text), text)
      check(DotNetTimeSpan(printed(value.appendClock)) == value, text)
    }
  }

  @Test func lengthsAreOrderedByTicks() {
    #expect(DotNetTimeSpan(ticks: -1) < DotNetTimeSpan(ticks: 0))
    #expect(!(DotNetTimeSpan(ticks: 5) < DotNetTimeSpan(ticks: 5)))
  }
}
