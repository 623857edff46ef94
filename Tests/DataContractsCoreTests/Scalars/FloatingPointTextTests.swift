import Foundation
import TestSupport
import Testing

@testable import DataContractsCore

@Suite struct FloatingPointTextTests {
  @Test(arguments: [
    "0", "-0", "1", "-1", "10", "0.1", "0.5", "-0.25", "0.0001", "0.00012345", "1E-05", "1.234E-05", "100",
    "1000000000000000", "10000000000000000", "12345678901234568", "1E+17", "1.2345678901234568E+17", "1E+20",
    "0.3333333333333333", "0.30000000000000004", "9007199254740992", "1.7976931348623157E+308", "5E-324",
    "2.2250738585072014E-308", "2.225073858507201E-308", "4.35", "INF", "-INF", "NaN", "-1.7976931348623157E+308",
    "123456789012345", "1234567.12345678",
  ])
  func canonicalDoublesAreDotNetCoresShortest(text: String) {
    #expect(canonical(.double, text) == .unchanged(text))
  }

  @Test(arguments: [
    ("1.0", "1"), ("-0.0", "-0"), ("0.0", "0"), ("0e5", "0"), ("+1.5", "1.5"), (".5", "0.5"), ("5.", "5"),
    ("1e3", "1000"),
    ("1E5", "100000"), (" -0 ", "-0"), ("1E-5", "1E-05"), ("0.00001", "1E-05"), ("0.0000123", "1.23E-05"),
    ("1E17", "1E+17"), ("100000000000000000", "1E+17"), ("1e16", "10000000000000000"), ("007", "7"), ("1.50", "1.5"),
    ("123456789012345678901234567890", "1.2345678901234568E+29"), ("0.33333333333333331", "0.3333333333333333"),
    ("4.94065645841247E-324", "5E-324"), ("9007199254740993", "9007199254740992"),
    ("Infinity", "INF"), ("+INF", "INF"), ("+Infinity", "INF"), ("-Infinity", "-INF"), ("\nNaN ", "NaN"),
    ("0.1000000000000000055511151231257827021181583404541015625", "0.1"),
    ("1e0000000000000000000000000000005", "100000"),
    ("1e-0000", "1"), ("179769313486231570000e288", "1.7976931348623157E+308"),
    ("0.1e-0", "0.1"), ("100000000000000000000e-20", "1"),
  ])
  func otherDoublesAreRewritten(text: String, expected: String) {
    #expect(canonical(.double, text) == .rewritten(expected))
    #expect(canonical(.double, expected) == .unchanged(expected))
  }

  @Test(arguments: [
    ("0.1", Canonical.unchanged("0.1")), ("16777216", .unchanged("16777216")), ("100000000", .unchanged("100000000")),
    ("1E+09", .unchanged("1E+09")), ("1000000000", .rewritten("1E+09")), ("123456.79", .unchanged("123456.79")),
    ("123456.789", .rewritten("123456.79")), ("3.4028235E+38", .unchanged("3.4028235E+38")),
    ("1E-45", .unchanged("1E-45")), ("1.401298E-45", .rewritten("1E-45")), ("0.33333334", .unchanged("0.33333334")),
    ("16777217", .rewritten("16777216")), ("1.1754944E-38", .unchanged("1.1754944E-38")), ("-0", .unchanged("-0")),
    ("1e39", .outOfRange), ("-1e39", .outOfRange), ("1e-50", .losesPrecision), ("3.5E+38", .outOfRange),
  ])
  func floatsHaveTheirOwnDigitsAndRange(text: String, expected: Canonical) {
    #expect(canonical(.float, text) == expected)
  }

  @Test func overflowAndUnderflowNeedLeave() {
    for (text, rounded) in [
      ("1e400", "INF"), ("-1e400", "-INF"), ("1e99999999999999999999", "INF"), ("1.8e308", "INF"),
    ] {
      #expect(canonical(.double, text) == .outOfRange)
      #expect(canonical(.double, text, rounds: true) == .rewritten(rounded))
    }
    for (text, rounded) in [("1e-400", "0"), ("-1e-400", "-0"), ("2e-324", "0"), ("1e-99999999999999999999", "0")] {
      #expect(canonical(.double, text) == .losesPrecision)
      #expect(canonical(.double, text, rounds: true) == .rewritten(rounded))
    }
    #expect(canonical(.float, "1e39", rounds: true) == .rewritten("INF"))
    #expect(canonical(.float, "1e-50", rounds: true) == .rewritten("0"))
  }

  @Test(arguments: [
    "", " ", ".", "-", "+", "-.", "e5", "1e", "1e+", "1,5", "1,000", "0x10", "inf", "nan", "infinity", "-NaN",
    "INFINITY",
    "1.2.3", "1 2", "--1", "1f", "5.e", "٣", "∞", "1_0",
  ])
  func whatIsNoNumberIsMalformed(text: String) {
    #expect(canonical(.double, text) == .malformed)
    #expect(canonical(.float, text) == .malformed)
  }

  @Test func manyDigitsTakeLinearTimeAndStillDecide() {
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(canonical(.double, "1." + zeros) == .rewritten("1"))
    #expect(canonical(.double, "9007199254740993." + zeros) == .rewritten("9007199254740992"))
    #expect(canonical(.double, "9007199254740993." + zeros + "1") == .rewritten("9007199254740994"))
    #expect(canonical(.double, "0." + zeros + "1e1000001") == .rewritten("1"))
    #expect(canonical(.double, "1" + zeros + "e-1000000") == .rewritten("1"))
    #expect(canonical(.double, String(repeating: "9", count: 1_000_000)) == .outOfRange)
  }

  @Test func printedDoublesReadAsThemselves() {
    var generator = SeededGenerator(seed: 754)
    for turn in 0..<100_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      for style in turn % 20 == 0 ? [FloatingPointStyle.shortest, .framework] : [.shortest] {
        let text = printed { FloatingPointPrinter.appendDouble(value, style: style, to: &$0) }
        check(withSpan(text, FloatingPointText.double)?.bitPattern == value.bitPattern, text)
        if style == .shortest { check(canonical(.double, text) == .unchanged(text), text) }
      }
    }
  }

  @Test func printedFloatsReadAsThemselves() {
    var generator = SeededGenerator(seed: 32)
    for turn in 0..<100_000 {
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
      guard value.isFinite else { continue }
      for style in turn % 20 == 0 ? [FloatingPointStyle.shortest, .framework] : [.shortest] {
        let text = printed { FloatingPointPrinter.appendFloat(value, style: style, to: &$0) }
        check(withSpan(text, FloatingPointText.float)?.bitPattern == value.bitPattern, text)
        if style == .shortest { check(canonical(.float, text) == .unchanged(text), text) }
      }
    }
  }

  /// The fast check must say "canonical" only where conversion would give the same text.
  @Test func shortDecimalsAgreeWithConversion() {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<100_000 {
      let digits = generator.next() >> UInt64.random(in: 0...63, using: &generator)
      var text = String(digits)
      let point = Int.random(in: 0...8, using: &generator)
      if point < text.count { text.insert(".", at: text.index(text.startIndex, offsetBy: point)) }
      if text.hasPrefix("."), Bool.random(using: &generator) { text = "0" + text }
      if let value = Double(text.hasPrefix(".") ? "0" + text : text) {
        let expected = printed { FloatingPointPrinter.appendDouble(value, to: &$0) }
        check(canonical(.double, text).text == expected, text)
      }
      if let value = Float(text.hasPrefix(".") ? "0" + text : text) {
        let expected = printed { FloatingPointPrinter.appendFloat(value, to: &$0) }
        check(canonical(.float, text).text == expected, text)
      }
    }
  }

  /// Every way to convert digits rounds as the standard library does.
  @Test func valuesAreTheNearest() {
    var generator = SeededGenerator(seed: 19)
    for _ in 0..<100_000 {
      let digits = generator.next() >> UInt64.random(in: 0...63, using: &generator)
      let text = "\(digits)e\(Int.random(in: -24...24, using: &generator))"
      check(withSpan(text, FloatingPointText.double) == Double(text), text)
      check(withSpan(text, FloatingPointText.float) == Float(text), text)
    }
  }

  /// The point between two neighbours goes to the even one, and anything more or less to its own side.
  @Test func tiesGoToTheEvenNeighbour() {
    for (text, expected) in [
      ("9007199254740993", 9007199254740992), ("9007199254740993.0000", 9007199254740992),
      ("9007199254740993.001", 9007199254740994), ("9007199254740992.999", 9007199254740992),
      ("9007199254740995", 9007199254740996), ("90071992547409930e-1", 9007199254740992),
      ("4503599627370496.5", 4503599627370496), ("4503599627370497.5", 4503599627370498),
    ] as [(String, Double)] {
      #expect(withSpan(text, FloatingPointText.double) == expected, "\(text)")
    }
    #expect(withSpan("16777217", FloatingPointText.float) == 16_777_216)
    #expect(withSpan("16777217.00000001", FloatingPointText.float) == 16_777_218)
    #expect(withSpan("16777216.99999999999", FloatingPointText.float) == 16_777_216)
  }

  /// The C library prints all the digits there are, so that rounding them half up is easy.
  @Test func frameworkDigitsAreTheExactOnesRoundedHalfUp() throws {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<3_000 {
      let value = abs(Double(bitPattern: generator.next()))
      guard value.isFinite else { continue }
      let exact = String(format: "%.780e", value)
      let short = try Self.rounded(exact, to: 15)
      let expected = Double(short) == value ? short : try Self.rounded(exact, to: 17)
      let text = printed { FloatingPointPrinter.appendDouble(value, style: .framework, to: &$0) }
      #expect(Self.digits(text) == Self.digits(expected), "\(value)")
    }
  }

  private static func rounded(_ text: String, to count: Int) throws -> String {
    let parts = text.split(separator: "e")
    let digits = parts[0].filter(\.isNumber)
    let leading = try #require(Int(digits.prefix(count)))
    let next = try #require(digits.dropFirst(count).first?.wholeNumberValue)
    let exponent = try #require(Int(parts[1])) - count + 1
    return "\(next >= 5 ? leading + 1 : leading)e\(exponent)"
  }

  private static func digits(_ text: String) -> String {
    let mantissa = text.split(whereSeparator: { $0 == "e" || $0 == "E" })[0].filter(\.isNumber)
    let significant = mantissa.drop(while: { $0 == "0" })
    return String(significant.reversed().drop(while: { $0 == "0" }).reversed())
  }
}

@Suite struct FloatingPointVectorTests {
  static let cases = ["double-digits", "double-integers", "double-specials", "float-digits", "float-specials"]

  @Test(arguments: cases)
  func printsWhatDotNetPrints(name: String) throws {
    try compare(name, file: "datacontract.xml", style: .shortest)
    try compare(name, file: "datacontract.mono.xml", style: .framework)
  }

  private func compare(_ name: String, file: String, style: FloatingPointStyle) throws {
    let folder = Vectors.folder.appending(path: "write/\(name)")
    let xml = try String(decoding: Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
    let expected = xml.matches(of: /<(?:d2p1:)?(?:double|float|V|N)>([^<]+)</).map { String($0.1) }
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "value.json")))
    let members = try #require((value as? [String: Any])?["m"] as? [String: Any])
    let list = try #require((members["L"] as? [String: Any])?["items"] as? [[String: Any]])
    let values = list + ["N", "V"].compactMap { members[$0] as? [String: Any] }
    try #require(values.count == expected.count)
    for (value, expected) in zip(values, expected) {
      #expect(try printed(value, style: style) == expected)
    }
  }

  private func printed(_ value: [String: Any], style: FloatingPointStyle) throws -> String {
    let bits = try #require(UInt64(value["bits"] as? String ?? "", radix: 16))
    var output: [UInt8] = []
    if value["t"] as? String == "float" {
      FloatingPointPrinter.appendFloat(Float(bitPattern: UInt32(bits)), style: style, to: &output)
    } else {
      FloatingPointPrinter.appendDouble(Double(bitPattern: bits), style: style, to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// The golden vectors beside these tests.
enum Vectors {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/vectors")
}
