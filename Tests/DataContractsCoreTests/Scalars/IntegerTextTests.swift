import Testing

@testable import DataContractsCore

@Suite struct IntegerTextTests {
  static let bounds: [(PrimitiveType, String, String, String, String)] = [
    (.byte, "-128", "127", "-129", "128"),
    (.unsignedByte, "0", "255", "-1", "256"),
    (.short, "-32768", "32767", "-32769", "32768"),
    (.unsignedShort, "0", "65535", "-1", "65536"),
    (.char, "0", "65535", "-1", "65536"),
    (.int, "-2147483648", "2147483647", "-2147483649", "2147483648"),
    (.unsignedInt, "0", "4294967295", "-1", "4294967296"),
    (.long, "-9223372036854775808", "9223372036854775807", "-9223372036854775809", "9223372036854775808"),
    (.unsignedLong, "0", "18446744073709551615", "-1", "18446744073709551616"),
  ]

  @Test(arguments: bounds)
  func boundsAreReachedAndNotPassed(
    type: PrimitiveType, least: String, greatest: String, below: String, above: String
  ) {
    #expect(canonical(type, least) == .unchanged(least))
    #expect(canonical(type, greatest) == .unchanged(greatest))
    #expect(canonical(type, below) == .outOfRange)
    #expect(canonical(type, above) == .outOfRange)
    #expect(canonical(type, "99999999999999999999999999") == .outOfRange)
    #expect(canonical(type, "-99999999999999999999999999") == .outOfRange)
    #expect(canonical(type, "000000000000000000000000000" + greatest) == .rewritten(greatest))
    #expect(canonical(type, "+" + greatest) == .rewritten(greatest))
  }

  @Test(arguments: bounds.map(\.0))
  func spellingsOfZeroBecomeZero(type: PrimitiveType) {
    #expect(canonical(type, "0") == .unchanged("0"))
    for text in ["-0", "+0", "00", "-000", " 0", "0\r\n\t "] {
      #expect(canonical(type, text) == .rewritten("0"))
    }
  }

  @Test(arguments: bounds.map(\.0))
  func whatIsNoIntegerIsMalformed(type: PrimitiveType) {
    for text in [
      "", " ", "-", "+", "--1", "+-1", "1.0", "1e2", "0x1F", "1 2", "1,000", "A", "1\u{A0}", "٣", "- 1", "1-",
      "99999999999999999999999999x",
    ] {
      #expect(canonical(type, text) == .malformed, "\(text)")
    }
  }

  @Test func readsWhatDotNetReads() {
    #expect(canonical(.int, "+7") == .rewritten("7"))
    #expect(canonical(.int, "0007") == .rewritten("7"))
    #expect(canonical(.int, "-42") == .unchanged("-42"))
    #expect(canonical(.int, " 42 ") == .rewritten("42"))
  }

  @Test func everySixteenBitIntegerIsItsOwnCanonicalForm() {
    for value in -70_000...70_000 {
      let text = String(value)
      check(canonical(.short, text) == (Int16(exactly: value) == nil ? .outOfRange : .unchanged(text)), text)
      check(canonical(.unsignedShort, text) == (UInt16(exactly: value) == nil ? .outOfRange : .unchanged(text)), text)
    }
  }
}

@Suite struct BooleanTextTests {
  @Test func canonicalFormsAreLowerCase() {
    #expect(canonical(.boolean, "true") == .unchanged("true"))
    #expect(canonical(.boolean, "false") == .unchanged("false"))
  }

  @Test func otherSpellingsAreRewritten() {
    for text in ["1", "True", "TRUE", "tRuE", " true", "true\n"] {
      #expect(canonical(.boolean, text) == .rewritten("true"))
    }
    for text in ["0", "False", "FALSE", "\tfalse "] {
      #expect(canonical(.boolean, text) == .rewritten("false"))
    }
  }

  @Test func otherWordsAreMalformed() {
    for text in ["", "yes", "on", "t", "tru", "truee", "fals", "falsey", "2", "00", "01", "-1", "tr ue"] {
      #expect(canonical(.boolean, text) == .malformed, "\(text)")
    }
  }
}

@Suite struct CharTextTests {
  @Test func oneCodeUnitBecomesItsNumber() {
    for (text, number) in [("A", "65"), ("\0", "0"), ("5", "53"), ("ä", "228"), ("€", "8364"), ("\u{FFFF}", "65535")] {
      var output: [UInt8] = [9]
      let outcome = withSpan(text) { CharText.canonicalize(utf8: $0, into: &output) }
      #expect(outcome == .rewritten)
      #expect(String(decoding: output.dropFirst(), as: UTF8.self) == number)
    }
  }

  @Test func noneOrSeveralCodeUnitsAreMalformed() {
    for text in ["", "AB", "😀", "äb", "e\u{301}", "€€"] {
      var output: [UInt8] = [9]
      #expect(withSpan(text) { CharText.canonicalize(utf8: $0, into: &output) } == .malformed)
      #expect(output == [9])
    }
  }

  @Test func theNumberBecomesTheCharacter() {
    for (number, text) in [("65", "A"), ("0", "\0"), ("228", "ä"), ("65535", "\u{FFFF}")] {
      var output: [UInt8] = []
      #expect(withSpan(number) { CharText.appendUTF8(canonical: $0, to: &output) } == UInt16(number))
      #expect(String(decoding: output, as: UTF8.self) == text)
    }
  }

  @Test func halfASurrogatePairHasNoUTF8() {
    for number in ["55296", "57343", "65536", "-1", "", "x"] {
      var output: [UInt8] = []
      #expect(withSpan(number) { CharText.appendUTF8(canonical: $0, to: &output) } == nil)
      #expect(output.isEmpty)
    }
    #expect(withSpan("55357") { CharText.codeUnit(canonical: $0) } == 0xD83D)
  }

  @Test func everyCharacterReturns() {
    for unit in UInt16.min...UInt16.max {
      guard let scalar = Unicode.Scalar(unit) else { continue }
      check(withSpan(String(Character(scalar))) { CharText.codeUnit(utf8: $0) } == unit, "\(unit)")
    }
  }
}
