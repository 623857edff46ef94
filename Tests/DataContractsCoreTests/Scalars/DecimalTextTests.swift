import TestSupport
import Testing

@testable import DataContractsCore

@Suite struct DecimalTextTests {
  static let greatest = "79228162514264337593543950335"

  @Test(arguments: [
    "0", "1", "1.0", "1.00", "1.10", "0.0", "0.00", "-1.5", "100", "1000", "123456789.123456789", "0.5",
    greatest, "-" + greatest, "7922816251426433759354395033.5", "0.0000000000000000000000000001",
    "-0.0000000000000000000000000001", "9999999999999999999999999999", "0.9999999999999999999999999999",
    "9.999999999999999999999999999", "10000000000000000000000000000", "1.0000000000000000000000000000",
  ])
  func canonicalFormsKeepTheirScale(text: String) {
    #expect(canonical(.decimal, text) == .unchanged(text))
  }

  @Test(arguments: [
    ("+1", "1"), (".5", "0.5"), ("5.", "5"), ("-.5", "-0.5"), ("-5.", "-5"), ("-0", "0"), ("-0.0", "0.0"),
    ("-0.000", "0.000"), (" 2 ", "2"), ("007", "7"), ("00.10", "0.10"), ("-01.50", "-1.50"),
    ("1e3", "1000"), ("1E+3", "1000"), ("1.5e1", "15"), ("1.10e1", "11.0"), ("1e-2", "0.01"), ("100e-1", "10.0"),
    ("0e99999999999999999999", "0"), ("-0e5", "0"), ("1e28", "10000000000000000000000000000"),
    ("1e-28", "0.0000000000000000000000000001"),
    ("0.000000000000000000000000000000000", "0.0000000000000000000000000000"),
    ("0000000000000000000000000000000001", "1"),
    ("1.00000000000000000000000000000000", "1.0000000000000000000000000000"),
    ("79228162514264337593543950335.0", greatest),
  ])
  func otherSpellingsAreRewritten(text: String, expected: String) {
    #expect(canonical(.decimal, text) == .rewritten(expected))
    #expect(canonical(.decimal, expected) == .unchanged(expected))
  }

  @Test(arguments: [
    ("0.12345678901234567890123456789012", "0.1234567890123456789012345679"),
    ("0.00000000000000000000000000005", "0.0000000000000000000000000000"),
    ("0.00000000000000000000000000015", "0.0000000000000000000000000002"),
    ("0.000000000000000000000000000050000000001", "0.0000000000000000000000000001"),
    ("1e-29", "0.0000000000000000000000000000"), ("9e-30", "0.0000000000000000000000000000"),
    ("-1e-400", "0.0000000000000000000000000000"), ("9e-99999999999999999999", "0.0000000000000000000000000000"),
    ("79228162514264337593543950335.4", greatest), ("-79228162514264337593543950335.49", "-" + greatest),
    ("7.9228162514264337593543950336", "7.922816251426433759354395034"),
    ("7.92281625142643375935439503355", "7.922816251426433759354395034"),
    ("9.9999999999999999999999999999", "10.000000000000000000000000000"),
  ])
  func digitsBeyondTheTypeRoundOrAreRefused(text: String, rounded: String) {
    #expect(canonical(.decimal, text) == .losesPrecision)
    #expect(canonical(.decimal, text, rounds: true) == .rewritten(rounded))
  }

  @Test(arguments: [
    "79228162514264337593543950336", "-79228162514264337593543950336", "100000000000000000000000000000",
    "1e29", "1e99999999999999999999", "792281625142643375935439503350.5",
  ])
  func integersBeyondNinetySixBitsAreOutOfRange(text: String) {
    #expect(canonical(.decimal, text) == .outOfRange)
    #expect(canonical(.decimal, text, rounds: true) == .outOfRange)
  }

  @Test func roundingUpAtTheEndOfTheRangeIsOutOfRange() {
    #expect(canonical(.decimal, Self.greatest + ".5", rounds: true) == .outOfRange)
    #expect(canonical(.decimal, Self.greatest + ".4", rounds: true) == .rewritten(Self.greatest))
  }

  @Test(arguments: [
    "", ".", "-", "+", "-.", "1,000", "1,5", "1e", "1e+", "e5", "1.2.3", "INF", "NaN", "0x10", "1 0", "--1", "$1",
    "1d", "5.-",
  ])
  func whatIsNoDecimalIsMalformed(text: String) {
    #expect(canonical(.decimal, text) == .malformed)
  }

  @Test func longTextsTakeLinearTime() {
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(canonical(.decimal, zeros + "1") == .rewritten("1"))
    #expect(canonical(.decimal, "1" + zeros) == .outOfRange)
    #expect(canonical(.decimal, "0." + zeros + "1", rounds: true) == .rewritten("0.0000000000000000000000000000"))
    #expect(canonical(.decimal, "1e" + zeros + "2") == .rewritten("100"))
    #expect(canonical(.decimal, "0." + zeros + "1e1000001") == .rewritten("1"))
  }

  @Test func printedDecimalsReadAsThemselves() {
    var generator = SeededGenerator(seed: 28)
    for _ in 0..<100_000 {
      let mantissa =
        UInt128(generator.next() >> UInt64.random(in: 32...63, using: &generator)) << 64
        | UInt128(generator.next() >> UInt64.random(in: 0...63, using: &generator))
      let scale = Int.random(in: 0...28, using: &generator)
      var digits = String(mantissa)
      digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      let isNegative = mantissa != 0 && Bool.random(using: &generator)
      let text = (isNegative ? "-" : "") + digits.dropLast(scale) + (scale > 0 ? "." + digits.suffix(scale) : "")
      check(canonical(.decimal, text) == .unchanged(text), text)
    }
  }
}
