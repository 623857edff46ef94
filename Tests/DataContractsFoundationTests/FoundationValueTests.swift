import DataContractsCore
import DataContractsFoundation
import Foundation
import Testing

@Suite("Foundation's types")
struct FoundationValueTests {
  private let chat = "2026-02-04T06:54:54.5659927+04:00"

  @Test("a date that is a whole number of ticks converts both ways without loss")
  func exactDates() throws {
    for (text, interval) in [
      ("2001-01-01T00:00:00Z", 0), ("2001-01-01T00:00:00.5Z", 0.5), ("2000-12-31T23:59:59.5Z", -0.5),
      ("1970-01-01T00:00:00Z", -978_307_200), ("0001-01-01T00:00:00Z", -63_113_904_000),
      ("9999-12-31T23:59:59Z", 252_423_993_599), ("2026-02-04T02:54:54.0078125Z", 791_866_494.007_812_5),
    ] as [(String, TimeInterval)] {
      let date = Date(timeIntervalSinceReferenceDate: interval)
      #expect(DotNetDateTime(exactly: date)?.description == text)
      #expect(try DotNetDateTime(rounding: date).description == text)
      #expect(try Date(exactly: DotNetDateTime(parsing: text)) == date)
      #expect(try Date(rounding: DotNetDateTime(parsing: text)) == date)
    }
  }

  @Test("a date between two ticks, and a tick between two dates, are refused or rounded")
  func inexactDates() throws {
    let value = try DotNetDateTime(parsing: chat)
    #expect(Date(exactly: value) == nil)
    let date = try #require(Date(rounding: value))
    #expect(abs(date.timeIntervalSinceReferenceDate - 791_866_494.565_992_7) < 1e-7)
    #expect(DotNetDateTime(exactly: date) == nil)
    #expect(try abs((DotNetDateTime(rounding: date) - value).ticks) <= 1)
    #expect(DotNetDateTime(exactly: Date(timeIntervalSinceReferenceDate: 0.1)) == nil)
    #expect(
      try DotNetDateTime(rounding: Date(timeIntervalSinceReferenceDate: 0.1)).description == "2001-01-01T00:00:00.1Z")
    #expect(
      try DotNetDateTime(rounding: Date(timeIntervalSinceReferenceDate: -1e-20)).description == "2001-01-01T00:00:00Z")
  }

  @Test("a date far beyond the calendar, such as one of milliseconds taken for seconds, is none")
  func farDates() {
    for interval in [9.5e11, -9.5e11, 4e11, 1e12, 1e300, .infinity, .nan] as [TimeInterval] {
      let date = Date(timeIntervalSinceReferenceDate: interval)
      #expect(DotNetDateTime(exactly: date) == nil)
      #expect(throws: DocumentError.self) { try DotNetDateTime(rounding: date) }
      #expect(DotNetDateTimeOffset(exactly: date) == nil)
    }
  }

  @Test("an instant that UTC's calendar does not hold is a date only where one is that very instant")
  func edgesOfTheCalendar() throws {
    let second = try #require(DotNetDateTime(ticks: 0, kind: .offset(minutes: 60)))
    #expect(Date(exactly: second) == Date(timeIntervalSinceReferenceDate: -63_113_904_000 - 3600))
    let tick = try #require(DotNetDateTime(ticks: 1, kind: .offset(minutes: 60)))
    #expect(Date(exactly: tick) == nil)
    #expect(Date(rounding: tick) != nil)
  }

  @Test("every date rounds to the tick that lies nearest")
  func nearestTick() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let ticks = Int64.random(in: 0...DotNetDateTime.maximumTicks, using: &generator)
      let value = try #require(DotNetDateTime(ticks: ticks, kind: .utc))
      let date = try #require(Date(rounding: value))
      // The spacing of dates this far from 2001, and half of a tick.
      let spacing = date.timeIntervalSinceReferenceDate.ulp * 1e7 / 2 + 1
      #expect(try Double(abs((DotNetDateTime(rounding: date) - value).ticks)) <= spacing)
    }
  }

  @Test("a clock without a zone is no date until a zone is told")
  func unspecified() throws {
    let clock = try DotNetDateTime(parsing: "2026-02-04T06:54:54")
    #expect(Date(exactly: clock) == nil && Date(rounding: clock) == nil)
    #expect(try Date(exactly: #require(clock.assuming(.offset(minutes: 240))))?.timeIntervalSince1970 == 1_770_173_694)
  }

  @Test("dates beyond the years 1 through 9999 are errors")
  func beyondCalendar() {
    for interval in [-63_113_904_000.5, 252_423_993_600, 1e300, -.infinity, .nan] as [TimeInterval] {
      let date = Date(timeIntervalSinceReferenceDate: interval)
      #expect(DotNetDateTime(exactly: date) == nil && DotNetDateTimeOffset(exactly: date) == nil)
      let error = #expect(throws: DocumentError.self) { try DotNetDateTime(rounding: date) }
      #expect(
        error?.description
          == "dateTime: expected a date within the years 1 through 9999, found \(interval) seconds from 2001-01-01")
    }
  }

  @Test("a DateTimeOffset shows a date at the offset that is asked for")
  func offsets() throws {
    let date = Date(timeIntervalSince1970: 1_770_173_694)
    #expect(DotNetDateTimeOffset(exactly: date, offsetMinutes: 240)?.description == "2026-02-04T06:54:54+04:00")
    #expect(try DotNetDateTimeOffset(rounding: date, offsetMinutes: -330).description == "2026-02-03T21:24:54-05:30")
    #expect(DotNetDateTimeOffset(exactly: date, offsetMinutes: 900) == nil)
    #expect(throws: DocumentError.self) { try DotNetDateTimeOffset(rounding: date, offsetMinutes: .max) }
    let value = try DotNetDateTimeOffset(parsing: chat)
    #expect(Date(exactly: value) == nil)
    #expect(try Date(rounding: value) == Date(rounding: DotNetDateTime(parsing: chat)))
  }

  @Test("decimals convert by number; Decimal does not keep the zeros at the end")
  func decimals() throws {
    for text in [
      "0", "1.1", "-1.5", "79228162514264337593543950335", "-79228162514264337593543950335",
      "0.0000000000000000000000000001", "7.9228162514264337593543950335",
    ] {
      let value = try DotNetDecimal(parsing: text)
      #expect(Decimal(value) == Decimal(string: text))
      #expect(DotNetDecimal(exactly: Decimal(value)) == value)
    }
    #expect(try DotNetDecimal(exactly: Decimal(DotNetDecimal(parsing: "1.10")))?.description == "1.1")
    let tooFine = try #require(Decimal(string: "0.00000000000000000000000000015"))
    #expect(DotNetDecimal(exactly: tooFine) == nil)
    #expect(try DotNetDecimal(rounding: tooFine).description == "0.0000000000000000000000000002")
    let tooGreat = try #require(Decimal(string: "79228162514264337593543950336"))
    #expect(DotNetDecimal(exactly: tooGreat) == nil && DotNetDecimal(exactly: Decimal.nan) == nil)
    #expect(throws: DocumentError.self) { try DotNetDecimal(rounding: tooGreat) }
    #expect(throws: DocumentError.self) { try DotNetDecimal(rounding: Decimal.nan) }
    #expect(DotNetDecimal(exactly: Decimal(sign: .plus, exponent: 20, significand: 12))?.description.count == 22)
  }

  @Test("GUID and UUID are the same 16 bytes")
  func guids() throws {
    let guid = try DotNetGUID(parsing: "6f9619ff-8b86-d011-b42d-00cf4fc964ff")
    #expect(UUID(guid).uuidString == "6F9619FF-8B86-D011-B42D-00CF4FC964FF")
    #expect(DotNetGUID(UUID(guid)) == guid)
    let uuid = UUID()
    #expect(UUID(DotNetGUID(uuid)) == uuid && DotNetGUID(uuid).description == uuid.uuidString.lowercased())
  }

  @Test("a URL is the text as it was given, or is said to be escaped")
  func urls() {
    let plain = DotNetURI("http://example.org/a?b=c#d")
    #expect(URL(exactly: plain)?.absoluteString == plain.originalString)
    #expect(URL(exactly: DotNetURI("http://example.org/a b")) == nil)
    #expect(URL(escaping: DotNetURI("HTTP://Example.org/a b"))?.absoluteString == "http://example.org/a%20b")
    #expect(URL(exactly: DotNetURI("")) == nil && URL(escaping: DotNetURI("")) == nil)
    let relative = URL(string: "b", relativeTo: URL(string: "http://example.org/a/"))
    #expect(relative.map { DotNetURI($0).originalString } == "http://example.org/a/b")
  }
}
