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

  /// What ``UTF8Validation/firstInvalidOffset(in:)`` finds, character by character.
  private func expectedOffset(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let length = (1...4).first { length in
        let end = index + length
        guard end <= bytes.count, let text = String(validating: bytes[index..<end], as: UTF8.self) else { return false }
        return text.unicodeScalars.count == 1
      }
      guard let length else { return index }
      index += length
    }
    return nil
  }

  @Test(arguments: [
    "aé", "éßя", "aé€ह", "€ह日\u{D7FF}\u{E000}", "a😀", "aé€😀\u{10FFFF}", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaé日",
  ])
  func longTextsHaveTheirFirstInvalidByteNamed(alphabet: String) {
    var generator = SeededGenerator(seed: 9)
    let characters = Array(alphabet.unicodeScalars)
    for _ in 0..<600 {
      let count = Int.random(in: 60...260, using: &generator)
      var text = String.UnicodeScalarView()
      for _ in 0..<count { text.append(characters.randomElement(using: &generator) ?? "a") }
      var bytes = Array(String(text).utf8)
      #expect(offset(bytes) == nil)
      let place = Int.random(in: bytes.indices, using: &generator)
      bytes[place] =
        [0x41, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC3, 0xE0, 0xE9, 0xED, 0xF0, 0xF5]
        .randomElement(using: &generator) ?? 0xFF
      #expect(offset(bytes) == expectedOffset(bytes))
      bytes.removeLast(Int.random(in: 0...4, using: &generator))
      #expect(offset(bytes) == expectedOffset(bytes))
    }
  }
}
