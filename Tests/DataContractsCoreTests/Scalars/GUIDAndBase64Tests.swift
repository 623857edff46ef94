import Foundation
import TestSupport
import Testing

@testable import DataContractsCore

@Suite struct GUIDTextTests {
  static let guid = "12345678-90ab-cdef-1234-567890abcdef"

  @Test(arguments: [guid, "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"])
  func lowerCaseWithHyphensIsCanonical(text: String) {
    #expect(canonical(.guid, text) == .unchanged(text))
  }

  @Test(arguments: [
    "12345678-90AB-cdef-1234-567890abcdef", "12345678-90AB-CDEF-1234-567890ABCDEF", "1234567890abcdef1234567890abcdef",
    "1234567890ABCDEF1234567890ABCDEF", "{12345678-90AB-cdef-1234-567890abcdef}",
    "(12345678-90ab-cdef-1234-567890abcdef)",
    " 12345678-90ab-cdef-1234-567890abcdef\n",
  ])
  func otherSpellingsAreRewritten(text: String) {
    #expect(canonical(.guid, text) == .rewritten(Self.guid))
  }

  @Test(arguments: [
    "", "xyz", "12345678-90ab-cdef-1234-567890abcde", "12345678-90ab-cdef-1234-567890abcdefa",
    "1234567890abcdef1234567890abcde", "1234567890abcdef1234567890abcdefa", "{12345678-90ab-cdef-1234-567890abcdef",
    "{12345678-90ab-cdef-1234-567890abcdef)", "{1234567890abcdef1234567890abcdef}",
    "12345678-90ab-cdef-1234567890abcdef-",
    "1234567-890ab-cdef-1234-567890abcdef", "12345678 90ab cdef 1234 567890abcdef",
    "12345678-90ab-cdef-1234-567890abcdeg",
    "12345678-90ab-cdef-1234-567890abcdéf", "12345678-90ab-cdef-1234-567890abcd/:",
    "[12345678-90ab-cdef-1234-567890abcdef]",
  ])
  func whatIsNoGUIDIsMalformed(text: String) {
    #expect(canonical(.guid, text) == .malformed)
  }

  @Test func everyByteAtEveryPlaceIsJudgedRightly() {
    for place in 0..<36 {
      let isHyphen = [8, 13, 18, 23].contains(place)
      for byte in UInt8.min...UInt8.max {
        var bytes = Array(Self.guid.utf8)
        bytes[place] = byte
        let isCanonical = isHyphen ? byte == 0x2D : "0123456789abcdef".utf8.contains(byte)
        let isHex = isHyphen ? byte == 0x2D : "0123456789abcdefABCDEF".utf8.contains(byte)
        let outcome = canonical(.guid, bytes).outcome
        check(outcome == (isCanonical ? .unchanged : isHex ? .rewritten : .malformed), "\(place) \(byte)")
        let read = bytes.withUnsafeBufferPointer { GUIDText.bytes(ifCanonical: $0.span) }
        // Braces keep the text from being canonical, so that it is read digit by digit.
        let value = try? DotNetGUID(parsing: "{\(String(decoding: bytes, as: UTF8.self))}")
        let expected = isCanonical ? value.map { [$0.low, $0.high] } : nil
        check(read.map { [$0.low, $0.high] } == expected, "\(place) \(byte)")
      }
    }
  }

  @Test func everyByteAtEveryPlaceIsWrittenAsItsDigits() {
    for place in 0..<16 {
      for byte in UInt8.min...UInt8.max {
        var bytes = [UInt8](0..<16)
        bytes[place] = byte
        let digits = bytes.map { String(format: "%02x", $0) }.joined()
        var text = Array(digits.utf8)
        for hyphen in [8, 13, 18, 23] { text.insert(0x2D, at: hyphen) }
        var output: [UInt8] = []
        let value = DotNetGUID(bytes: bytes)
        value?.append(to: &output)
        check(output == text, "\(place) \(byte)")
      }
    }
  }

  @Test func digitsAreTheGUIDWithoutHyphens() {
    let text = printed { output in withSpan(Self.guid) { GUIDText.appendDigits(ofCanonical: $0, to: &output) } }
    #expect(text == "1234567890abcdef1234567890abcdef")
  }
}

@Suite struct Base64Tests {
  @Test(arguments: ["", "AQI=", "AQID", "AQ==", "AAAAAAAA", "+/+/", "AQIDBAUGBwgJCgsMDQ4PEBESExQ="])
  func paddedTextOnOneLineIsCanonical(text: String) {
    #expect(canonical(.base64Binary, text) == .unchanged(text))
  }

  @Test(arguments: [
    (" AQ I=\n ", "AQI="), ("A Q = =", "AQ=="), ("AQI\r\nD", "AQID"), (" ", ""), ("AQJ=", "AQI="), ("AR==", "AQ=="),
    ("AQIDBAUGBwgJCgsMDQ4PEBES\nExQ=", "AQIDBAUGBwgJCgsMDQ4PEBESExQ="),
  ])
  func whiteSpaceAndUnusedBitsAreRemoved(text: String, expected: String) {
    #expect(canonical(.base64Binary, text) == .rewritten(expected))
  }

  @Test(arguments: [
    "A", "AQ", "AQI", "AQIDA", "A===", "====", "AQ=", "AQ===", "AQI==", "AQID=", "AQID====", "A*==", "-_-_", "AQ=I",
    "=AQI",
    "AQ==AQ==", "AQI=AQID", "AQIé", "AQIDAQIDAQIDAQID*QID", "AQI=x", "\u{FEFF}AQID",
  ])
  func whatIsNoBase64IsMalformed(text: String) {
    #expect(canonical(.base64Binary, text) == .malformed)
    var output: [UInt8] = [7]
    #expect(withSpan(text) { Base64.decode($0, into: &output) } == false)
    #expect(output == [7])
  }

  @Test func everyByteIsJudgedAsTheAlphabetSays() {
    let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for place in [0, 5, 15, 17, 39] {
      for byte in UInt8.min...UInt8.max {
        var bytes = [UInt8](repeating: 0x41, count: 40)
        bytes[place] = byte
        let isCanonical = alphabet.contains(byte) || (place == 39 && byte == 0x3D)
        #expect((canonical(.base64Binary, bytes).outcome == .unchanged) == isCanonical, "\(place) \(byte)")
      }
    }
  }

  @Test func encodesAndDecodesLikeFoundation() {
    var generator = SeededGenerator(seed: 64)
    for count in 0...300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let text = printed { output in bytes.withUnsafeBufferPointer { Base64.encode($0.span, into: &output) } }
      #expect(text == Data(bytes).base64EncodedString())
      #expect(text.utf8.count == Base64.encodedCount(count))
      #expect(canonical(.base64Binary, text) == .unchanged(text))
      var decoded: [UInt8] = [7]
      #expect(withSpan(text) { Base64.decode($0, into: &decoded) })
      #expect(decoded == [7] + bytes)
    }
  }
}

@Suite struct TextualTypesTests {
  @Test(arguments: [PrimitiveType.string, .anyURI, .qName])
  func everyTextIsItsOwnCanonicalForm(type: PrimitiveType) {
    for text in ["", " ", " a ", "é", "http://example.org/a b", "p:local"] {
      #expect(canonical(type, text) == .unchanged(text))
    }
  }

  @Test func expectationsNameTheValues() {
    #expect(PrimitiveType.byte.expectation == "an integer from -128 through 127")
    #expect(PrimitiveType.dateTime.expectation == "a date and time")
    #expect(PrimitiveType.guid.expectation == "a GUID")
    #expect(Set(PrimitiveType.allCases.map(\.expectation)).count == PrimitiveType.allCases.count)
  }

  /// Every part of a valid text, at any type, ends in an outcome; and canonical text stays canonical.
  @Test func partsOfValidTextsEndInAnOutcome() {
    let texts = [
      "true", "-9223372036854775808", "18446744073709551615", "-79228162514264337593543950335.000",
      "1.7976931348623157E+308",
      "-INF", "2026-02-04T06:54:54.5659927+04:00", "/Date(-62135596800000-0530)/", "-P1Y2M10675199DT2H48M5.4775808S",
      "-10675199.02:48:05.4775808", "{12345678-90AB-cdef-1234-567890abcdef}", "AQIDBAUGBwgJCgsMDQ4PEBESExQ=",
      "\u{FEFF}é😀 ",
    ]
    for type in PrimitiveType.allCases {
      for bytes in texts.map({ Array($0.utf8) }) {
        for start in bytes.indices {
          for end in start...bytes.count {
            let part = Array(bytes[start..<end])
            for rounds in [false, true] {
              let result = canonical(type, part, rounds: rounds)
              guard let text = result.text, result.outcome == .rewritten else { continue }
              check(canonical(type, text) == .unchanged(text), "\(type) \(part)")
            }
          }
        }
      }
    }
  }

  @Test func randomBytesEndInAnOutcome() {
    var generator = SeededGenerator(seed: 1)
    let alphabet = Array("0123456789+-.:TZEePDHMSYW/()DateINFabf= {}\u{E9}".utf8)
    for _ in 0..<100_000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
      let type = PrimitiveType.allCases[Int.random(in: 0..<PrimitiveType.allCases.count, using: &generator)]
      let result = canonical(type, bytes, rounds: true)
      guard let text = result.text, result.outcome == .rewritten else { continue }
      check(canonical(type, text) == .unchanged(text), "\(type) \(bytes)")
    }
  }
}
