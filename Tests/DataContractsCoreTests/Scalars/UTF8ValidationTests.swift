import TestSupport
import Testing

@testable import DataContractsCore

@Suite struct UTF8ValidationTests {
  private func offset(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Validation.firstInvalidOffset(in: $0.span) }
  }

  @Test func everyCharacterIsValidAndPrintedAlike() {
    for value in UInt32(0)..<0x11_0000 {
      var output: [UInt8] = []
      UTF8Validation.appendScalar(value, to: &output)
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      if !output.elementsEqual(String(Character(scalar)).utf8) { Issue.record("\(value)") }
      if offset(output) != nil { Issue.record("\(value)") }
    }
    var output: [UInt8] = []
    UTF8Validation.appendScalar(.max, to: &output)
    #expect(output == [0xEF, 0xBF, 0xBD])
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC2, 0xC2], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0],
      [0xE2, 0x82], [0xE2, 0x82, 0x41], [0xE2, 0x41, 0xAC], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x41], [0xF0, 0x9F, 0x41, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xC0, 0xAF],
    ] as [[UInt8]])
  func theFirstInvalidByteIsNamedWhereverItStands(sequence: [UInt8]) {
    for count in 0...140 {
      let ascii = [UInt8](repeating: 0x61, count: count)
      #expect(offset(ascii + sequence) == count)
      #expect(offset(ascii + sequence + ascii) == count)
      #expect(offset(Array("é€😀".utf8) + ascii + sequence) == count + 9)
    }
  }

  @Test func validTextsHaveNoInvalidOffset() {
    #expect(offset([]) == nil)
    for count in 0...140 {
      let ascii = String(repeating: "a", count: count)
      for text in [ascii, ascii + "é", "é" + ascii, ascii + "😀" + ascii, "€" + ascii + "\u{10FFFF}"] {
        #expect(offset(Array(text.utf8)) == nil)
      }
    }
  }

  @Test func agreesWithTheStandardLibraryOnRandomBytes() {
    var generator = SeededGenerator(seed: 8)
    let alphabet: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<200_000 {
      let count = Int.random(in: 0...8, using: &generator)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      if (offset(bytes) == nil) != isValid { Issue.record("\(bytes)") }
    }
  }
}
