import DataContractsCore
import Testing

@Suite("Arithmetic of .NET", .enabled(if: Mono.isInstalled, "Mono is not installed"))
struct ArithmeticTests {
  @Test("decimals, dates, spans and GUIDs compute as .NET computes them")
  func results() throws {
    let lines = try InteropTests.oracle.get().arithmetic
    for line in lines {
      let parts = line.split(separator: "|").map(String.init)
      let actual = try Self.results(parts[0], Array(parts.dropFirst()))
      #expect(actual.joined(separator: "|") == line)
    }
    print("Interop: \(lines.count) lines of arithmetic as .NET computes it")
    #expect(lines.count >= 2000)
  }

  /// The line with our own results.
  private static func results(_ kind: String, _ parts: [String]) throws -> [String] {
    switch kind {
    case "decimal":
      return try decimals(DotNetDecimal(parsing: parts[0]), DotNetDecimal(parsing: parts[1]), #require(Int(parts[2])))
    case "date": return try dates(#require(Int64(parts[0])), #require(Int(parts[1])), #require(Int64(parts[2])))
    case "span": return try spans(#require(Int64(parts[0])), #require(Int64(parts[1])))
    default: return try guids(DotNetGUID(parsing: parts[0]), DotNetGUID(parsing: parts[1]))
    }
  }

  private static func text(_ compute: () throws(DocumentError) -> some CustomStringConvertible) -> String {
    do throws(DocumentError) { return try compute().description } catch {
      return error.problem.contains("a divisor other than 0") ? "division by zero" : "overflow"
    }
  }

  private static func decimals(_ left: DotNetDecimal, _ right: DotNetDecimal, _ scale: Int) -> [String] {
    let order = left.isNumericallyEqual(to: right) ? "0" : left < right ? "-1" : "1"
    let sum = text { () throws(DocumentError) in try left + right }
    let difference = text { () throws(DocumentError) in try left - right }
    let product = text { () throws(DocumentError) in try left * right }
    let rounded = left.rounded(toScale: scale).description
    let quotient = text { () throws(DocumentError) in try left / right }
    let remainder = left.scale < right.scale ? "?" : text { () throws(DocumentError) in try left % right }
    return ["decimal", left.description, right.description, "\(scale)", sum, difference, product, order, rounded]
      + [quotient, remainder]
  }

  private static func dates(_ ticks: Int64, _ months: Int, _ span: Int64) throws -> [String] {
    let date = try #require(DotNetDateTime(ticks: ticks, kind: .unspecified))
    let other = DotNetTimeSpan(ticks: span)
    let (year, month, day) = date.date
    let parts = ["\(year)", "\(month)", "\(day)", "\(date.dayOfWeek)", "\(date.timeOfDay.ticks)"]
    let later = text { () throws(DocumentError) in try date.adding(months: months).ticks }
    let sum = text { () throws(DocumentError) in try (date + other).ticks }
    let difference = text { () throws(DocumentError) in try (date - other).ticks }
    return ["date", "\(ticks)", "\(months)", "\(span)"] + parts + [later, sum, difference]
  }

  private static func spans(_ left: Int64, _ right: Int64) -> [String] {
    let (span, other) = (DotNetTimeSpan(ticks: left), DotNetTimeSpan(ticks: right))
    let sum = text { () throws(DocumentError) in try (span + other).ticks }
    let difference = text { () throws(DocumentError) in try (span - other).ticks }
    return [
      "span", "\(left)", "\(right)", "\(span.days)", "\(span.hours)", "\(span.minutes)", "\(span.seconds)",
      span.clockText, sum, difference,
    ]
  }

  private static func guids(_ left: DotNetGUID, _ right: DotNetGUID) -> [String] {
    let bytes = left.dotNetBytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    return ["guid", left.description, right.description, bytes, left == right ? "0" : left < right ? "-1" : "1"]
  }
}
