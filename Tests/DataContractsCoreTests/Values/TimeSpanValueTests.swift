import DataContractsCore
import Testing

@Suite("DotNetTimeSpan")
struct TimeSpanValueTests {
  @Test("a span is made of units and shows them, all of one sign")
  func components() throws {
    let span = try DotNetTimeSpan(days: 1, hours: 25, minutes: -1, seconds: 61, fraction: 5)
    #expect(span.description == "P2DT1H1S".replacing("1S", with: "1.0000005S"))
    #expect((span.days, span.hours, span.minutes, span.seconds) == (2, 1, 0, 1))
    let negative = try -span
    #expect((negative.days, negative.hours, negative.seconds, negative.fraction) == (-2, -1, -1, -5))
    #expect(negative.clockText == "-2.01:00:01.0000005")
    #expect(DotNetTimeSpan(ticks: 15_000_000).totalSeconds == 1.5)
    #expect(throws: DocumentError.self) { try DotNetTimeSpan(days: .max) }
  }

  @Test("sums, differences and products beyond 64 bits of ticks are errors")
  func overflow() throws {
    let tick = DotNetTimeSpan(ticks: 1)
    #expect(try DotNetTimeSpan.maximum - tick + tick == .maximum)
    #expect(try tick * 3 == DotNetTimeSpan(ticks: 3))
    let error = #expect(throws: DocumentError.self) { try DotNetTimeSpan.maximum + tick }
    #expect(
      error?.description
        == "duration: expected a duration, found P10675199DT2H48M5.4775807S + PT0.0000001S")
    #expect(throws: DocumentError.self) { try DotNetTimeSpan.minimum - tick }
    #expect(throws: DocumentError.self) { try -DotNetTimeSpan.minimum }
    #expect(throws: DocumentError.self) { try DotNetTimeSpan.minimum * -1 }
  }

  @Test("a duration of whole ticks converts both ways; others are refused or rounded half to even")
  func durations() throws {
    for ticks in [0, 1, -1, 15_000_000, .max, .min] as [Int64] {
      let span = DotNetTimeSpan(ticks: ticks)
      #expect(DotNetTimeSpan(exactly: Duration(span)) == span)
      #expect(try DotNetTimeSpan(rounding: Duration(span)) == span)
    }
    #expect(Duration(DotNetTimeSpan(ticks: -15_000_000)) == .milliseconds(-1500))
    #expect(DotNetTimeSpan(exactly: .nanoseconds(150)) == nil)
    for (nanoseconds, ticks) in [(149, 1), (150, 2), (250, 2), (251, 3), (-150, -2), (-250, -2), (-251, -3)] {
      #expect(try DotNetTimeSpan(rounding: .nanoseconds(nanoseconds)).ticks == Int64(ticks))
    }
    #expect(DotNetTimeSpan(exactly: .seconds(Int64.max)) == nil)
    #expect(throws: DocumentError.self) { try DotNetTimeSpan(rounding: .seconds(Int64.max)) }
  }

  @Test("years and months are refused, or rounded as .NET reads them")
  func years() throws {
    #expect(DotNetTimeSpan("P1Y") == nil)
    #expect(try DotNetTimeSpan(parsing: "P1Y", rounding: true).days == 365)
    let error = #expect(throws: DocumentError.self) { try DotNetTimeSpan(parsing: "P1M") }
    #expect(error?.code == .losesPrecision)
  }
}
