import DataContractsCore
import Testing

@Suite("Dates as DateTime.Parse reads them")
struct DateTimeParseTests {
  private func parse(_ text: String) -> String? {
    let date = Array(text.utf8).withUnsafeBufferPointer { DotNetDateTime(likeDotNet: $0.span) }
    guard let date else { return nil }
    var output: [UInt8] = []
    date.appendXML(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "the invariant culture's spellings are understood",
    arguments: [
      ("02/04/2026", "2026-02-04T00:00:00"), ("2/4/26", "2026-02-04T00:00:00"), ("12-31-30", "1930-12-31T00:00:00"),
      ("2026/2/4 6:54", "2026-02-04T06:54:00"), ("02/04/2026 6:54:54 PM", "2026-02-04T18:54:54"),
      ("02/04/2026 12:00 am", "2026-02-04T00:00:00"), ("02/04/2026 12 PM", "2026-02-04T12:00:00"),
      ("4 Feb 2026", "2026-02-04T00:00:00"), ("February 4, 2026", "2026-02-04T00:00:00"),
      ("04-FEB-2026 06:54", "2026-02-04T06:54:00"), ("2026 Feb 4", "2026-02-04T00:00:00"),
      ("Wed, 04 Feb 2026 06:54:54 GMT", "2026-02-04T06:54:54Z"),
      ("Wednesday, February 4, 2026", "2026-02-04T00:00:00"),
      ("02/04/2026 06:54:54.5659927 +04:00", "2026-02-04T06:54:54.5659927+04:00"),
      ("02/04/2026 06:54:54.56599275", "2026-02-04T06:54:54.5659928"),
      ("02/04/2026 06:54-0530", "2026-02-04T06:54:00-05:30"),
      ("2026-2-4T6:54Z", "2026-02-04T06:54:00Z"), ("2.4.2026", "2026-02-04T00:00:00"),
    ])
  func understood(text: String, expected: String) { #expect(parse(text) == expected) }

  @Test(
    "spans of TimeSpan.Parse are understood, or refused",
    arguments: [
      ("5", "P5D"), ("1:30", "PT1H30M"), ("1.2:3", "P1DT2H3M"), ("1:2:3:4", "P1DT2H3M4S"), ("-0:0:0.5", "-PT0.5S"),
      (" 1:2:3 ", "PT1H2M3S"), ("-10675199.02:48:05.4775808", "-P10675199DT2H48M5.4775808S"),
      ("10675199.02:48:05.4775808", nil), ("24:00", nil), ("1:60", nil), ("1.5", nil), ("1:2:3:4:5", nil), ("", nil),
      ("x", nil), ("1:2.5", nil), ("10675200", nil),
    ])
  func spans(text: String, expected: String?) {
    let span = Array(text.utf8).withUnsafeBufferPointer { DotNetTimeSpan(likeDotNet: $0.span) }
    #expect(span?.description == expected)
  }

  @Test(
    "what depends on the reader's clock, or is no date, is refused",
    arguments: [
      "", "soon", "6:54", "Feb 4", "13/02/2026", "02/30/2026", "Thu, 04 Feb 2026", "02/04/2026 25:00",
      "02/04/2026 13:00 PM", "02/04/2026 6", "02/04/2026 6:60", "02/04/2026 06:54 +15:00", "1/1/0000", "1/1/12345",
      "02/04/2026 x", "4 4 4 4", String(repeating: "1/", count: 50),
    ])
  func refused(text: String) { #expect(parse(text) == nil) }
}
