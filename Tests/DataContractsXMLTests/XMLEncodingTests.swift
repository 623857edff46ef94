import DataContractsCore
import DataContractsXML
import Testing

@Suite("Encodings of XML")
struct XMLEncodingTests {
  private static let text = "<a>é 😀</a>"

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test("UTF-16 is read in both byte orders, with and without a mark or a declaration", arguments: [true, false])
  func utf16(bigEndian: Bool) throws {
    for declaration in ["", "<?xml version='1.0' encoding='UTF-16'?>"] {
      for mark in [true, false] {
        let input = Self.utf16(declaration + Self.text, bigEndian: bigEndian, mark: mark)
        #expect(try XMLFormat.dataContract.decode(input).root["a"]?.text == "é 😀")
      }
    }
  }

  @Test("ISO-8859-1 and US-ASCII are read by their declaration")
  func singleBytes() throws {
    let latin1 = Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(try XMLFormat.dataContract.decode(latin1).root["a"]?.text == "é")
    let ascii = "<?xml version='1.0' encoding='US-ASCII' ?><a>&#233;</a>"
    #expect(try XMLFormat.dataContract.decode(Array(ascii.utf8)).root["a"]?.text == "é")
  }

  @Test(
    "what is not in its encoding is refused",
    arguments: [
      (Array("<a>".utf8) + [0xC0, 0x80] + Array("</a>".utf8), "(byte 3): expected UTF-8, found byte 0xC0"),
      (Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8), "(byte 3): expected UTF-8, found byte 0xED"),
      (
        Array("<?xml version='1.0' encoding='ascii'?><a>é</a>".utf8),
        "(byte 41): expected a byte of US-ASCII, found byte 0xC3"
      ),
      (
        Array("<?xml version='1.0' encoding='utf-16'?><a/>".utf8),
        "(byte 30): expected UTF-8, UTF-16, ISO-8859-1 or US-ASCII, and bytes in it, found \"utf-16\""
      ),
      (
        Self.utf16("<?xml version='1.0' encoding='utf-8'?><a/>", bigEndian: false, mark: true),
        "(byte 0): expected the encoding UTF-16, in which the bytes are, found \"utf-8\""
      ),
      ([0xFF, 0xFE, 0x3C], "(byte 2): expected an even number of bytes of UTF-16, found byte 0x3C"),
      (
        Self.utf16("<a>", bigEndian: true, mark: true) + [0xD8, 0x00, 0x00, 0x41],
        "(byte 8): expected UTF-16 without a lone surrogate, found byte 0xD8"
      ),
      ([0x00, 0x00, 0x00, 0x3C], "(byte 0): expected an element, found \"\0\0\0<\""),
      ([0x4C, 0x6F, 0xA7, 0x94], "(byte 2): expected UTF-8, found byte 0xA7"),
    ])
  func mismatches(_ input: [UInt8], _ expected: String) {
    let error = #expect(throws: DocumentError.self) { try XMLFormat.dataContract.decode(input) }
    #expect(error?.description == "xml: \(expected)")
  }
}
