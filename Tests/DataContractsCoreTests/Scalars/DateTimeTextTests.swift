import TestSupport
import Testing

@testable import DataContractsCore

@Suite struct DateTimeTextTests {
  @Test(arguments: [
    "0001-01-01T00:00:00", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000001", "0001-01-01T00:00:00+04:00",
    "9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59", "9999-12-31T23:59:59-14:00",
    "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "1582-10-15T00:00:00", "2024-02-29T12:00:00",
    "2000-02-29T00:00:00", "2026-02-04T06:54:54.5659927+04:00", "2026-02-04T06:54:54.5", "2001-02-03T04:05:06.12+04:00",
    "2026-02-04T06:54:54-05:00", "2026-02-04T06:54:54+14:00", "2026-02-04T06:54:54+00:00", "2026-02-04T06:54:54-00:01",
    "2001-02-03T04:05:06.1234567Z", "2026-12-31T23:59:59+13:59",
  ])
  func canonicalFormsAreUnchanged(text: String) {
    #expect(canonical(.dateTime, text) == .unchanged(text))
    #expect(DotNetDateTime(text)?.description == text)
  }

  @Test(arguments: [
    ("2026-02-04", "2026-02-04T00:00:00"), ("2026-02-04Z", "2026-02-04T00:00:00Z"),
    ("2026-02-04+04:00", "2026-02-04T00:00:00+04:00"), ("2026-02-04-05:00", "2026-02-04T00:00:00-05:00"),
    ("2026", "2026-01-01T00:00:00"), ("2026Z", "2026-01-01T00:00:00Z"), ("2026-05:00", "2026-01-01T00:00:00-05:00"),
    ("2026-02", "2026-02-01T00:00:00"), ("2026-02-05:00", "2026-02-01T00:00:00-05:00"),
    ("2026-02-04T06:54", "2026-02-04T06:54:00"), ("2026-02-04T06:54Z", "2026-02-04T06:54:00Z"),
    ("2026-02-04 06:54:54", "2026-02-04T06:54:54"), ("2026-02-04t06:54:54z", "2026-02-04T06:54:54Z"),
    ("2026-02-04T06:54:54.0000000", "2026-02-04T06:54:54"), ("2026-02-04T06:54:54.50Z", "2026-02-04T06:54:54.5Z"),
    ("2026-02-04T06:54:54.120000000000", "2026-02-04T06:54:54.12"), (" 2026-02-04T06:54:54Z ", "2026-02-04T06:54:54Z"),
    ("2026-02-04T06:54:54+0400", "2026-02-04T06:54:54+04:00"), ("2026-02-04T06:54:54-05", "2026-02-04T06:54:54-05:00"),
    ("2026-02-04T06:54:54-00:00", "2026-02-04T06:54:54+00:00"),
    ("/Date(1770188094565)/", "2026-02-04T06:54:54.565Z"), ("/Date(-1)/", "1969-12-31T23:59:59.999Z"),
    ("/Date(1770188094565+0400)/", "2026-02-04T10:54:54.565+04:00"), ("/Date(0)/", "1970-01-01T00:00:00Z"),
    ("/Date(981173106789-0530)/", "2001-02-02T22:35:06.789-05:30"), ("/Date(0+0000)/", "1970-01-01T00:00:00+00:00"),
    ("/Date(-62135596800000-0000)/", "0001-01-01T00:00:00"), ("/Date(-62135596800000)/", "0001-01-01T00:00:00Z"),
    ("/Date(253402300799999)/", "9999-12-31T23:59:59.999Z"), (" /Date(0)/ ", "1970-01-01T00:00:00Z"),
  ])
  func otherSpellingsAreRewritten(text: String, expected: String) {
    #expect(canonical(.dateTime, text) == .rewritten(expected))
    #expect(canonical(.dateTime, expected) == .unchanged(expected))
  }

  @Test(arguments: [
    ("2026-02-04T06:54:54.123456789Z", "2026-02-04T06:54:54.1234568Z"),
    ("2026-02-04T06:54:54.00000005", "2026-02-04T06:54:54"),
    ("2026-02-04T06:54:54.00000015", "2026-02-04T06:54:54.0000002"),
    ("2026-02-04T06:54:54.000000050001", "2026-02-04T06:54:54.0000001"),
    ("2026-02-04T06:54:54.00000004999", "2026-02-04T06:54:54"),
    ("2026-12-31T23:59:59.99999999", "2027-01-01T00:00:00"),
  ])
  func moreThanSevenFractionDigitsRoundOrAreRefused(text: String, rounded: String) {
    #expect(canonical(.dateTime, text) == .losesPrecision)
    #expect(canonical(.dateTime, text, rounds: true) == .rewritten(rounded))
  }

  @Test(arguments: [
    "0000-01-01T00:00:00", "2026-02-04T06:54:54+14:01", "2026-02-04T06:54:54-15:00", "/Date(253402300800000)/",
    "/Date(-62135596800001)/", "/Date(9223372036854775807)/", "/Date(99999999999999999999)/",
    "/Date(9223372036854775808)/", "/Date(-62135596800000-0001)/", "/Date(253402300799999+0001)/", "/Date(0+9959)/",
    "2026-02-04T06:54:54+99:59",
  ])
  func beyondTheCalendarOrTheZonesIsOutOfRange(text: String) {
    #expect(canonical(.dateTime, text) == .outOfRange)
    #expect(canonical(.dateTime, text, rounds: true) == .outOfRange)
  }

  @Test func roundingPastTheEndIsOutOfRange() {
    #expect(canonical(.dateTime, "9999-12-31T23:59:59.99999999", rounds: true) == .outOfRange)
  }

  @Test(arguments: [
    "", " ", "2026-02-04T24:00:00", "2026-13-04T06:54:54", "2026-00-04T06:54:54", "2026-02-00T06:54:54",
    "2026-02-30T06:54:54", "2025-02-29T06:54:54", "1900-02-29T06:54:54", "2026-04-31T00:00:00", "2026-02-04T06:60:00",
    "2026-02-04T06:54:60", "02/04/2026", "4 Feb 2026", "06:54:54", "--02-04", "---04", "--02", "2026-2-4",
    "2026-02-04T6:54:54", "2026-02-04T06:54:54.", "2026-02-04T06:54:54.Z", "2026-02-04T06:54:54,5", "2026-02-04T",
    "2026-02-04T06", "2026-02-04T06:54:", "2026-02-04T06:54:54 Z", "2026-02-04T06:54:54+4:00",
    "2026-02-04T06:54:54+04:60",
    "2026-02-04T06:54:54+04:0", "2026-02-04T06:54:54ZZ", "2026-02-04T06:54:54+", "12026-02-04T06:54:54", "-2026-02-04",
    "2026-02T06:54:54", "20260204", "1770188094565", "/Date()/", "/Date(1", "/Date(1)", "/Date(1)//", "/date(1)/",
    "/Date(1+04)/", "/Date(1+04:00)/", "/Date(1+0460)/", "/Date(1.5)/", "/Date(+1)/", "/Date(--1)/", "/Date( 1)/", "/",
    "new Date(1)", "2026-02-04T06:54:54\u{A0}", "２０２６-02-04", "2026/02/04T06:54:54", "2026-02-04T06-54-54",
    "2026-02-04X06:54:54", "P1D", "2026-02-04T06:5\u{B4}:54",
  ])
  func whatIsNoDateTimeIsMalformed(text: String) {
    #expect(canonical(.dateTime, text) == .malformed)
    #expect(DotNetDateTime(text) == nil)
  }

  @Test(arguments: [
    ("2026-02-04T06:54:54.5659927+04:00", Canonical.unchanged("2026-02-04T06:54:54.5659927+04:00")),
    ("2026-02-04T06:54:54+00:00", .unchanged("2026-02-04T06:54:54+00:00")),
    ("2026-02-04T06:54:54Z", .rewritten("2026-02-04T06:54:54+00:00")),
    ("2026-02-04Z", .rewritten("2026-02-04T00:00:00+00:00")),
    ("2026-02-04T06:54:54-00:00", .rewritten("2026-02-04T06:54:54+00:00")),
    ("/Date(1770188094565+0400)/", .rewritten("2026-02-04T10:54:54.565+04:00")),
    ("/Date(1770188094565)/", .rewritten("2026-02-04T06:54:54.565+00:00")),
    ("/Date(1770188094565-0000)/", .rewritten("2026-02-04T06:54:54.565+00:00")),
    ("0001-01-01T00:00:00+00:00", .unchanged("0001-01-01T00:00:00+00:00")),
    ("9999-12-31T23:59:59.9999999+00:00", .unchanged("9999-12-31T23:59:59.9999999+00:00")),
    ("0001-01-01T04:00:00+04:00", .unchanged("0001-01-01T04:00:00+04:00")),
    ("0001-01-01T00:00:00+04:00", .outOfRange), ("9999-12-31T23:59:59-00:01", .outOfRange),
    ("0001-01-01T03:59:59.9999999+04:00", .outOfRange), ("2026-02-04T06:54:54+15:00", .outOfRange),
    ("2026-02-04T06:54:54", .malformed), ("2026-02-04", .malformed), ("", .malformed),
  ])
  func aDateTimeOffsetHasAnOffset(text: String, expected: Canonical) {
    #expect(canonical(.dateTimeOffset, text) == expected)
  }

  @Test func everyDayOfTheCalendarIsReadAndPrinted() {
    var day = 0
    for year in 1...9999 {
      for month in 1...12 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        check(GregorianCalendar.days(inMonth: month, of: year) == length, "\(year) \(month)")
        for date in 1...length {
          if GregorianCalendar.day(year: year, month: month, day: date) != day {
            Issue.record("\(year) \(month) \(date)")
          }
          if GregorianCalendar.date(ofDay: day) != (year, month, date) { Issue.record("day \(day)") }
          day += 1
        }
      }
    }
    #expect(Int64(day) * DotNetDateTime.ticksPerDay - 1 == DotNetDateTime.maximumTicks)
  }

  @Test func printedDateTimesReadAsThemselves() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100_000 {
      var ticks = Int64.random(in: 0...DotNetDateTime.maximumTicks, using: &generator)
      let divisors: [Int64] = [1, 10_000, 10_000_000]
      ticks -= ticks % divisors[Int.random(in: 0...2, using: &generator)]
      let minutes = Int.random(in: -840...840, using: &generator)
      let kinds = [DotNetDateTime.Kind.unspecified, .utc, .offset(minutes: minutes)]
      let value = try #require(DotNetDateTime(ticks: ticks, kind: kinds[Int.random(in: 0...2, using: &generator)]))
      let text = value.description
      check(DotNetDateTime(text) == value, text)
      check(canonical(.dateTime, text) == .unchanged(text), text)
      check(DotNetDateTime(printed(value.appendRoundTrip)) == value, text)
    }
  }

  /// Whatever single byte is put anywhere, the one-pass check agrees with the parser and the printer.
  @Test(arguments: ["2024-02-29T23:59:59.1234567+13:59", "2026-02-04T06:54:54Z", "1999-12-31T00:00:00.5"])
  func everyChangeOfOneByteIsJudgedAsTheParserJudgesIt(text: String) {
    for place in 0..<text.utf8.count {
      for byte in UInt8.min...UInt8.max {
        var bytes = Array(text.utf8)
        bytes[place] = byte
        let value = bytes.withUnsafeBufferPointer { DotNetDateTime($0.span) }
        let outcome = canonical(.dateTime, bytes)
        check(outcome.text == value?.description, "\(bytes)")
      }
    }
  }
}

@Suite struct DotNetDateTimeTests {
  @Test func knowsTheClockTheZoneAndTheInstant() throws {
    let value = try #require(DotNetDateTime("2026-02-04T06:54:54.5659927+04:00"))
    #expect(value.kind == .offset(minutes: 240))
    #expect(value.offsetMinutes == 240)
    #expect(value.ticks == 639_057_848_945_659_927)
    #expect(value.utcTicks == value.ticks - 240 * 600_000_000)
    #expect(value.millisecondsSinceUnixEpoch == 1_770_173_694_565)
    #expect(DotNetDateTime("2026-02-04T06:54:54Z")?.kind == .utc)
    #expect(DotNetDateTime("2026-02-04T06:54:54")?.kind == .unspecified)
  }

  @Test func roundTripFormAlwaysHasSevenDigits() throws {
    for (text, expected) in [
      ("2026-02-04T06:54:54.5659927+04:00", "2026-02-04T06:54:54.5659927+04:00"),
      ("2026-02-04T06:54:54Z", "2026-02-04T06:54:54.0000000Z"),
      ("2026-02-04T06:54:54.05", "2026-02-04T06:54:54.0500000"),
    ] {
      #expect(printed(try #require(DotNetDateTime(text)).appendRoundTrip) == expected)
    }
  }

  @Test func millisecondsAreTruncatedTowardsTheEpoch() throws {
    for (text, expected) in [
      ("1969-12-31T23:59:59.999Z", -1), ("1969-12-31T23:59:59.9999999Z", 0), ("1970-01-01T00:00:00.0019999Z", 1),
      ("1969-12-31T23:59:59.9985Z", -1), ("0001-01-01T00:00:00", -62_135_596_800_000),
      ("0001-01-01T00:00:00+14:00", -62_135_647_200_000),
    ] as [(String, Int64)] {
      #expect(try #require(DotNetDateTime(text)).millisecondsSinceUnixEpoch == expected)
    }
  }

  @Test func boundsAreChecked() {
    #expect(DotNetDateTime(ticks: -1, kind: .utc) == nil)
    #expect(DotNetDateTime(ticks: DotNetDateTime.maximumTicks + 1, kind: .utc) == nil)
    #expect(DotNetDateTime(ticks: 0, kind: .offset(minutes: 841)) == nil)
    #expect(DotNetDateTime(ticks: 0, kind: .offset(minutes: .max)) == nil)
    #expect(DotNetDateTime(ticks: 0, kind: .offset(minutes: -840))?.description == "0001-01-01T00:00:00-14:00")
    #expect(DotNetDateTime(ticks: 0, kind: .offset(minutes: 0)) != DotNetDateTime(ticks: 0, kind: .utc))
  }

  @Test func instantsAreOrderedBeforeClocks() throws {
    let texts = [
      "2026-02-04T10:00:00+05:00", "2026-02-04T10:00:00+04:00", "2026-02-04T07:00:00", "2026-02-04T07:00:00+00:00",
      "2026-02-04T07:00:00Z", "2026-02-04T08:00:00+01:00", "2026-02-04T07:30:00",
    ]
    let values = try texts.map { try #require(DotNetDateTime($0)) }
    #expect(values.shuffled().sorted() == values)
  }
}
