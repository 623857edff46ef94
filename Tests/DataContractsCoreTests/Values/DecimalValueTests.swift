import DataContractsCore
import Testing

@Suite("DotNetDecimal")
struct DecimalValueTests {
  private func decimal(_ text: String) throws(DocumentError) -> DotNetDecimal { try DotNetDecimal(parsing: text) }

  @Test("digits, scale and sign are what the text says; zero has no sign")
  func parts() throws {
    let value = try decimal("-1.10")
    #expect((value.significand, value.scale, value.isNegative) == (110, 2, true))
    #expect(DotNetDecimal(significand: 110, scale: 2, isNegative: true) == value)
    #expect(try decimal("-0.00") == decimal("0.00"))
    #expect(DotNetDecimal(significand: 0, scale: 0, isNegative: true) == .zero)
    #expect(DotNetDecimal(significand: 1 << 96, scale: 0) == nil)
    #expect(DotNetDecimal(significand: 1, scale: 29) == nil)
    #expect(DotNetDecimal(significand: 1, scale: -1) == nil)
    #expect(DotNetDecimal.maximum.description == "79228162514264337593543950335")
    #expect(DotNetDecimal.minimum.description == "-79228162514264337593543950335")
  }

  @Test(
    "texts of any length keep every digit",
    arguments: [
      "0", "-1", "1.0", "0.0000000000000000000000000000", "9999999999999999999", "99999999999999999999",
      "1.000000000000000000", "0.1234567890123456789", "-12345678901234567890.12345678",
      "79228162514264337593543950335", "7.9228162514264337593543950335",
    ])
  func keepsDigits(text: String) throws {
    #expect(try decimal(text).description == text)
  }

  @Test("a text that is no decimal, or none that fits, is an error")
  func errors() {
    func message(_ text: String) -> String {
      do throws(DocumentError) { return try decimal(text).description } catch { return "\(error)" }
    }
    let expected = "decimal: expected a decimal number of at most 28 digits"
    for text in ["", "-", ".", "1,5", "1.5.2", "abc", "0x1", "1-", "--1"] {
      #expect(message(text) == "\(expected), found \"\(text)\"")
    }
    #expect(
      message("79228162514264337593543950336") == "\(expected), found \"79228162514264337593543950336\"")
    #expect(
      message("0.00000000000000000000000000001")
        == "\(expected) without more digits than it holds, found \"0.00000000000000000000000000001\"")
  }

  @Test("equality is exact, the order is of numbers first and of scales then")
  func equality() throws {
    let (long, short) = (try decimal("1.10"), try decimal("1.1"))
    #expect(long != short)
    #expect(long.isNumericallyEqual(to: short))
    #expect(short < long)
    #expect(long.withoutTrailingZeros == short)
    #expect(try decimal("-2") < decimal("1") && decimal("-2") < decimal("-1.999") && decimal("0.9") < decimal("1"))
    #expect(try decimal("0.00").isNumericallyEqual(to: 0))
    #expect(DotNetDecimal.minimum < .maximum)
    #expect(try decimal("79228162514264337593543950335") > decimal("7922816251426433759354395033.5"))
  }

  /// Left, right, sum, difference and product as Mono 6.8's System.Decimal gives them.
  private static let results = [
    ("1.10", "2.2", "3.30", "-1.10", "2.420"),
    ("1.10", "1.10", "2.20", "0.00", "1.2100"),
    ("0.00", "1.10", "1.10", "-1.10", "0.0000"),
    (
      "79228162514264337593543950335", "0.5", "overflow", "79228162514264337593543950334",
      "39614081257132168796771975168"
    ),
    (
      "7.9228162514264337593543950335", "7.9228162514264337593543950335", "15.845632502852867518708790067",
      "0.0000000000000000000000000000", "62.771017353866807638357894230"
    ),
    (
      "0.0000000000000000000000000001", "0.0000000000000000000000000001", "0.0000000000000000000000000002",
      "0.0000000000000000000000000000", "0"
    ),
    ("0", "-0.00000001121029986971066", "-0.00000001121029986971066", "0.00000001121029986971066", "0"),
  ]

  @Test("sums, differences and products have .NET's digits and scales", arguments: results)
  func arithmetic(left: String, right: String, sum: String, difference: String, product: String) throws {
    let (left, right) = (try decimal(left), try decimal(right))
    func text(_ compute: () throws(DocumentError) -> DotNetDecimal) -> String {
      do throws(DocumentError) { return try compute().description } catch { return "overflow" }
    }
    #expect(text { () throws(DocumentError) in try left + right } == sum)
    #expect(text { () throws(DocumentError) in try left - right } == difference)
    #expect(text { () throws(DocumentError) in try left * right } == product)
  }

  /// Left, right, quotient and remainder as Mono 6.8's System.Decimal gives them.
  private static let quotients = [
    ("1.00", "2", "0.50", "1.00"),
    ("2", "3", "0.6666666666666666666666666667", "2"),
    ("-7", "3", "-2.3333333333333333333333333333", "-1"),
    ("7.5", "-2", "-3.75", "1.5"),
    ("100", "0.01", "10000", "0.00"),
    ("10", "4", "2.5", "2"),
    ("0.00", "5", "0.00", "0.00"),
    ("0.00", "0.001", "0", "0.00"),
    ("1.10", "1.1", "1.0", "0.00"),
    ("1", "0.0000000000000000000000000001", "10000000000000000000000000000", "0.0000000000000000000000000000"),
    ("79228162514264337593543950335", "0.5", "overflow", "0.0"),
    ("79228162514264337593543950335", "3.0", "26409387504754779197847983445", "0.0"),
    ("0.0000000000000000000000000005", "10", "0", "0.0000000000000000000000000005"),
    ("0.0000000000000000000000000015", "10", "0.0000000000000000000000000002", "0.0000000000000000000000000015"),
    (
      "7.9228162514264337593543950335", "10", "0.7922816251426433759354395034", "7.9228162514264337593543950335"
    ),
    // The last digit rounds up to 2⁹⁶.
    ("55.459713759985036315480765235", "7", "7.922816251426433759354395034", "6.459713759985036315480765235"),
  ]

  @Test("quotients and remainders have .NET's digits and scales", arguments: quotients)
  func division(left: String, right: String, quotient: String, remainder: String) throws {
    let (left, right) = (try decimal(left), try decimal(right))
    #expect((try? left / right)?.description ?? "overflow" == quotient)
    #expect(try (left % right).description == remainder)
  }

  @Test("a remainder is exact where the divisor has more decimal places, of which Mono 6.8 gets some wrong")
  func exactRemainder() throws {
    let remainder = try decimal("-1789591673754580213547008550.0") % decimal("174060970.16700371200312960566")
    #expect(remainder.description == "-174060970.16340635618020255286")
    #expect(try (decimal("-4294967295") % decimal("1.000000000000000000000000000")).scale == 27)
  }

  @Test("a division by 0 is an error")
  func divisionByZero() throws {
    let (one, zero) = (try decimal("1.0"), try decimal("0.00"))
    let error = #expect(throws: DocumentError.self) { try one / zero }
    #expect(error?.description == "decimal: expected a divisor other than 0, found 1.0 / 0.00")
    let other = #expect(throws: DocumentError.self) { try one % zero }
    #expect(other?.description == "decimal: expected a divisor other than 0, found 1.0 % 0.00")
    #expect(error?.code == .outOfRange && other?.code == .outOfRange)
  }

  @Test("a result whose integer part does not fit is an error")
  func overflow() throws {
    let error = #expect(throws: DocumentError.self) { try DotNetDecimal.maximum + 1 }
    #expect(
      error?.description
        == "decimal: expected a decimal number of at most 28 digits, found 79228162514264337593543950335 + 1")
    #expect(throws: DocumentError.self) { try DotNetDecimal.minimum - 1 }
    #expect(throws: DocumentError.self) { try DotNetDecimal.maximum * 2 }
    var value: DotNetDecimal = 2
    try value += 3
    try value -= 1
    try value *= 4
    #expect(value == 16)
    try value /= 5
    #expect(try value == decimal("3.2"))
    try value %= 3
    #expect(try value == decimal("0.2"))
    let quotient = #expect(throws: DocumentError.self) { try DotNetDecimal.maximum / decimal("0.5") }
    #expect(
      quotient?.description
        == "decimal: expected a decimal number of at most 28 digits, found 79228162514264337593543950335 / 0.5")
  }

  @Test("rounding is half to even")
  func rounding() throws {
    for (text, scale, rounded) in [
      ("2.5", 0, "2"), ("3.5", 0, "4"), ("-2.5", 0, "-2"), ("2.51", 0, "3"), ("1.005", 2, "1.00"), ("1.1", 5, "1.1"),
      ("0.0000000000000000000000000005", 0, "0"), ("9.99", 1, "10.0"), ("9.99", -3, "10"),
    ] {
      #expect(try decimal(text).rounded(toScale: scale).description == rounded)
    }
  }

  @Test("integers and doubles convert exactly, or say that they do not")
  func conversions() throws {
    #expect(DotNetDecimal(exactly: Int64.min).map { Int64(exactly: $0) } == Int64.min)
    #expect(DotNetDecimal(exactly: UInt128.max) == nil)
    #expect(try Int(exactly: decimal("1.00")) == 1)
    #expect(try Int(exactly: decimal("1.01")) == nil)
    #expect(try UInt8(exactly: decimal("256")) == nil)
    #expect(try UInt8(exactly: decimal("-1")) == nil)
    #expect(DotNetDecimal(exactly: 0.5)?.description == "0.5")
    #expect(DotNetDecimal(exactly: -1024.0)?.description == "-1024")
    #expect(DotNetDecimal(exactly: 0x1p95)?.description == "39614081257132168796771975168")
    #expect(DotNetDecimal(exactly: 0x1p96) == nil)
    #expect(DotNetDecimal(exactly: 0x1p-28)?.description == "0.0000000037252902984619140625")
    for value in [0.1, 0x1p-29, .infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude] {
      #expect(DotNetDecimal(exactly: value) == nil)
    }
    #expect(try DotNetDecimal(exactly: -0.0) == .zero && DotNetDecimal(rounding: -0.0).description == "0.0")
    #expect(try DotNetDecimal(rounding: 0.1).description == "0.1")
    #expect(try DotNetDecimal(rounding: 1e-30).description == "0.0000000000000000000000000000")
    #expect(throws: DocumentError.self) { try DotNetDecimal(rounding: .infinity) }
    #expect(throws: DocumentError.self) { try DotNetDecimal(rounding: 1e29) }
    #expect(try Double(rounding: decimal("0.1")) == 0.1)
    #expect(Double(rounding: .maximum) == 0x1p96)
  }
}
