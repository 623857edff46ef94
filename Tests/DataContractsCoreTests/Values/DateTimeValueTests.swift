import DataContractsCore
import Testing

@Suite("DotNetDateTime and DotNetDateTimeOffset")
struct DateTimeValueTests {
  private func date(_ text: String) throws(DocumentError) -> DotNetDateTime { try DotNetDateTime(parsing: text) }

  @Test("a date is made of what calendar and clock show, and shows it")
  func components() throws {
    let value = try DotNetDateTime(
      year: 2026, month: 2, day: 4, hour: 6, minute: 54, second: 54, fraction: 5_659_927, kind: .offset(minutes: 240))
    #expect(value.description == "2026-02-04T06:54:54.5659927+04:00")
    #expect(value.ticks == 639_057_848_945_659_927)
    #expect(value.date == (2026, 2, 4))
    #expect(value.timeOfDay == DotNetTimeSpan("PT6H54M54.5659927S"))
    #expect(value.fraction == 5_659_927)
    #expect(value.dayOfWeek == 3)
    #expect(DotNetDateTime.minimum.description == "0001-01-01T00:00:00")
    #expect(DotNetDateTime.maximum.description == "9999-12-31T23:59:59.9999999")
  }

  @Test(
    "a day or a time that no calendar or clock shows is out of range",
    arguments: [
      (2026, 2, 29, 0, 0), (0, 1, 1, 0, 0), (10000, 1, 1, 0, 0), (2026, 13, 1, 0, 0), (2026, 0, 1, 0, 0),
      (2026, 1, 0, 0, 0), (2026, 1, 1, 24, 0), (2026, 1, 1, 0, 60), (2026, 1, 1, -1, 0), (Int.max, 1, 1, 0, 0),
    ])
  func outOfRange(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
    let error = #expect(throws: DocumentError.self) {
      try DotNetDateTime(year: year, month: month, day: day, hour: hour, minute: minute)
    }
    #expect(error?.code == .outOfRange)
  }

  @Test("errors of texts say what was expected and found")
  func errors() {
    func message(_ text: String) -> String {
      do throws(DocumentError) { return try date(text).description } catch { return "\(error)" }
    }
    #expect(message("tomorrow") == "dateTime: expected a date and time, found \"tomorrow\"")
    #expect(
      message("2026-02-04T06:54:54.12345678")
        == "dateTime: expected a date and time without more digits than it holds, "
        + "found \"2026-02-04T06:54:54.12345678\"")
    #expect(message("0000-01-01T00:00:00") == "dateTime: expected a date and time, found \"0000-01-01T00:00:00\"")
    #expect(
      (try? DotNetDateTime(parsing: "2026-02-04T06:54:54.12345678", rounding: true))?.description
        == "2026-02-04T06:54:54.1234568")
  }

  @Test("a date plus a span is that much later on the same clock")
  func arithmetic() throws {
    let value = try date("2026-02-28T23:59:59.9999999+04:00")
    let tick = DotNetTimeSpan(ticks: 1)
    #expect(try (value + tick).description == "2026-03-01T00:00:00+04:00")
    #expect(try (value + tick - tick) == value)
    #expect(try date("2026-03-01T00:00:00Z") - date("2026-03-01T00:00:00+04:00") == DotNetTimeSpan("PT4H"))
    #expect(DotNetDateTime.minimum - .maximum == DotNetTimeSpan(ticks: -DotNetDateTime.maximumTicks))
    var moved = value
    try moved += tick
    try moved -= tick
    #expect(moved == value)
  }

  @Test("beyond the calendar a sum is an error")
  func overflow() throws {
    let error = #expect(throws: DocumentError.self) { try DotNetDateTime.maximum + DotNetTimeSpan(ticks: 1) }
    #expect(
      error?.description
        == "dateTime: expected a date and time, found 9999-12-31T23:59:59.9999999 + PT0.0000001S")
    #expect(throws: DocumentError.self) { try DotNetDateTime.minimum - DotNetTimeSpan(ticks: 1) }
    #expect(throws: DocumentError.self) { try DotNetDateTime.minimum + DotNetTimeSpan.minimum }
    #expect(throws: DocumentError.self) { try DotNetDateTime.maximum - DotNetTimeSpan.minimum }
    #expect(throws: DocumentError.self) { try DotNetDateTime.maximum.adding(months: 1) }
    #expect(throws: DocumentError.self) { try DotNetDateTime.minimum.adding(months: -1) }
    #expect(throws: DocumentError.self) { try DotNetDateTime.minimum.adding(months: .max) }
  }

  @Test("months are added to the month's last day at most")
  func months() throws {
    #expect(try date("2024-01-31T12:00:00Z").adding(months: 1).description == "2024-02-29T12:00:00Z")
    #expect(try date("2024-03-31T12:00:00Z").adding(months: -13).description == "2023-02-28T12:00:00Z")
    #expect(try date("2024-12-01T00:00:00").adding(months: 1).description == "2025-01-01T00:00:00")
  }

  @Test("the same instant can be shown at another offset, if the zone is known")
  func zones() throws {
    let value = try date("2026-02-04T06:54:54+04:00")
    #expect(value.universal?.description == "2026-02-04T02:54:54Z")
    #expect(value.shown(offsetMinutes: -330)?.description == "2026-02-03T21:24:54-05:30")
    #expect(value.shown(offsetMinutes: 841) == nil)
    #expect(value.shown(offsetMinutes: .min) == nil)
    let clock = try date("2026-02-04T06:54:54")
    #expect(clock.universal == nil)
    #expect(clock.shown(offsetMinutes: 0) == nil)
    #expect(clock.assuming(.offset(minutes: 240)) == value)
    #expect(value.assuming(.utc) == value)
    #expect(try date("0001-01-01T00:00:00+04:00").universal == nil)
  }

  @Test("canonical texts and other spellings of the same date are the same value")
  func spellings() throws {
    for (canonical, other) in [
      ("2026-02-04T06:54:54.5+04:00", "2026-02-04T06:54:54.5000000+0400"), ("2026-01-01T00:00:00Z", "2026Z"),
      ("1970-01-01T00:00:00Z", "/Date(0)/"), ("2026-02-04T06:54:54-14:00", " 2026-02-04T06:54:54-14:00\n"),
    ] {
      #expect(try date(canonical) == date(other))
      #expect(try date(other).description == canonical)
    }
  }

  @Test("a DateTimeOffset needs an offset, and an instant within the calendar")
  func offsets() throws {
    let value = try DotNetDateTimeOffset(parsing: "2026-02-04T06:54:54.5659927+04:00")
    #expect(value.offsetMinutes == 240)
    #expect(value.universal.description == "2026-02-04T02:54:54.5659927Z")
    #expect(DotNetDateTimeOffset("2026-02-04T02:54:54Z")?.description == "2026-02-04T02:54:54+00:00")
    #expect(DotNetDateTimeOffset("2026-02-04T02:54:54") == nil)
    #expect(DotNetDateTimeOffset("0001-01-01T00:00:00+04:00") == nil)
    #expect(DotNetDateTimeOffset(ticks: 0, offsetMinutes: -840)?.description == "0001-01-01T00:00:00-14:00")
    #expect(DotNetDateTimeOffset(ticks: 0, offsetMinutes: 1) == nil)
    #expect(DotNetDateTimeOffset(exactly: .minimum) == nil)
    #expect(DotNetDateTimeOffset.minimum.description == "0001-01-01T00:00:00+00:00")
    #expect(DotNetDateTimeOffset.maximum.description == "9999-12-31T23:59:59.9999999+00:00")
    let error = #expect(throws: DocumentError.self) { try DotNetDateTimeOffset(parsing: "2026-02-04T02:54:54") }
    #expect(
      error?.description
        == "dateTimeOffset: expected a date and time with an offset, found \"2026-02-04T02:54:54\"")
  }

  @Test("a DateTimeOffset equals its like alone, and compares by the instant")
  func order() throws {
    let dubai = try DotNetDateTimeOffset(parsing: "2026-02-04T06:54:54+04:00")
    let london = try #require(dubai.shown(offsetMinutes: 0))
    #expect(dubai != london)
    #expect(dubai.isSameInstant(as: london))
    #expect(london < dubai)
    #expect(dubai - london == .zero)
    #expect(try london + DotNetTimeSpan(ticks: 1) > dubai)
    #expect(throws: DocumentError.self) { try DotNetDateTimeOffset.maximum + DotNetTimeSpan(ticks: 1) }
    // The clock would stay within the calendar, the instant would not.
    let edge = try #require(DotNetDateTimeOffset(ticks: 144_000_000_000, offsetMinutes: 240))
    #expect(throws: DocumentError.self) { try edge - DotNetTimeSpan(ticks: 1) }
  }
}
