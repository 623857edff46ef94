import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("JSON that is refused")
struct ReadingErrorTests {
  private static func message(_ text: String, _ contract: Contract? = nil, _ format: JSONFormat = .webAPI) -> String {
    do throws(DocumentError) {
      _ = try format.decode(Array(text.utf8), as: contract)
      return "accepted"
    } catch {
      return error.description
    }
  }

  @Test(
    "syntax errors say what was expected and found, and where",
    arguments: [
      ("", "json: (byte 0): expected a value, found the end of the input"),
      ("  ", "json: (byte 2): expected a value, found the end of the input"),
      ("nul", "json: (byte 0): expected a value, found \"nul\""),
      ("True", "json: (byte 0): expected a value, found \"True\""),
      ("NaN", "json: (byte 0): expected a value, found \"NaN\""),
      ("-Infinity", "json: (byte 1): expected a digit, found \"Infinity\""),
      ("nullx", "json: (byte 4): expected the end of the document, found \"x\""),
      ("1 2", "json: (byte 2): expected the end of the document, found \"2\""),
      ("[1] // comment", "json: (byte 4): expected the end of the document, found \"/\""),
      ("[1,]", "json: [1] (byte 3): expected a value, found \"]\""),
      ("[1 2]", "json: [1] (byte 3): expected \",\" or \"]\", found \"2\""),
      ("[1}", "json: [1] (byte 2): expected \",\" or \"]\", found \"}\""),
      ("[", "json: [0] (byte 1): expected a value, found the end of the input"),
      ("[,1]", "json: [0] (byte 1): expected a value, found \",\""),
      ("{", "json: (byte 1): expected a member name or \"}\", found the end of the input"),
      ("{a:1}", "json: (byte 1): expected a member name or \"}\", found \"a\""),
      ("{'a':1}", "json: (byte 1): expected a member name or \"}\", found \"'\""),
      ("{\"a\":1,}", "json: a (byte 7): expected a member name, found \"}\""),
      ("{\"a\" 1}", "json: a (byte 5): expected \":\", found \"1\""),
      ("{\"a\":}", "json: a (byte 5): expected a value, found \"}\""),
      ("{\"a\":1]", "json: a (byte 6): expected \",\" or \"}\", found \"]\""),
      ("{\"a\":[1,{\"b\":tru}]}", "json: a[1].b (byte 13): expected a value, found \"tru\""),
      ("]", "json: (byte 0): expected a value, found \"]\""),
      ("\u{1}", "json: (byte 0): expected a value, found the byte 0x01"),
      ("\u{0}", "json: (byte 0): expected a value, found the byte 0x00"),
      ("1\u{0}", "json: (byte 1): expected the end of the document, found the byte 0x00"),
      ("\u{A0}1", "json: (byte 0): expected a value, found \"\u{A0}\""),
      ("\u{FEFF}\u{FEFF}1", "json: (byte 3): expected a value, found \"\u{FEFF}\""),
    ])
  func syntax(_ text: String, _ message: String) {
    #expect(Self.message(text) == message)
  }

  @Test(
    "numbers by RFC 8259 alone",
    arguments: [
      ("-", "json: (byte 1): expected a digit, found the end of the input"),
      ("+1", "json: (byte 0): expected a value, found \"+\""),
      (".5", "json: (byte 0): expected a value, found \".\""),
      ("5.", "json: (byte 2): expected a digit, found the end of the input"),
      ("1.e3", "json: (byte 2): expected a digit, found \"e3\""),
      ("1e", "json: (byte 2): expected a digit, found the end of the input"),
      ("1e+", "json: (byte 3): expected a digit, found the end of the input"),
      ("01", "json: (byte 0): expected a number without leading zeros, found \"01\""),
      ("-01", "json: (byte 1): expected a number without leading zeros, found \"01\""),
      ("00", "json: (byte 0): expected a number without leading zeros, found \"00\""),
      ("0x10", "json: (byte 1): expected the end of the document, found \"x10\""),
      ("1_000", "json: (byte 1): expected the end of the document, found \"_000\""),
      ("[-]", "json: [0] (byte 2): expected a digit, found \"]\""),
      ("1.5.2", "json: (byte 3): expected the end of the document, found \".\""),
    ])
  func numbers(_ text: String, _ message: String) {
    #expect(Self.message(text) == message)
  }

  @Test(
    "strings and their escapes",
    arguments: [
      ("\"abc", "json: (byte 4): expected a string's end, found the end of the input"),
      ("\"a\nb\"", "json: (byte 2): expected control characters escaped, found the byte 0x0A"),
      ("\"a\u{0}\"", "json: (byte 2): expected control characters escaped, found the byte 0x00"),
      ("\"\\", "json: (byte 2): expected one of \" \\ / b f n r t u after \"\\\", found the end of the input"),
      ("\"\\x41\"", "json: (byte 2): expected one of \" \\ / b f n r t u after \"\\\", found \"x41\""),
      ("\"\\u12\"", "json: (byte 5): expected four hexadecimal digits after \"\\u\", found \"\"\""),
      ("\"\\u12G4\"", "json: (byte 5): expected four hexadecimal digits after \"\\u\", found \"G4\""),
      ("\"\\u", "json: (byte 3): expected four hexadecimal digits after \"\\u\", found the end of the input"),
      (
        "\"\\uD83D\"",
        "json: (byte 1): expected both halves of a surrogate pair, found \"\\uD83D\" alone, which UTF-8 cannot hold"
      ),
      (
        "\"\\uDE00\"",
        "json: (byte 1): expected both halves of a surrogate pair, found \"\\uDE00\" alone, which UTF-8 cannot hold"
      ),
      (
        "\"\\ud83d\\u0041\"",
        "json: (byte 1): expected both halves of a surrogate pair, found \"\\ud83d\" alone, which UTF-8 cannot hold"
      ),
      (
        "{\"\\ud83d\":1}",
        "json: (byte 2): expected both halves of a surrogate pair, found \"\\ud83d\" alone, which UTF-8 cannot hold"
      ),
    ])
  func strings(_ text: String, _ message: String) {
    #expect(Self.message(text) == message)
  }

  @Test(
    "bytes that are no UTF-8 are found wherever they stand",
    arguments: [
      ([0x22, 0xFF, 0x22], "json: (byte 1): expected UTF-8, found the byte 0xFF"),
      ([0x22, 0xC0, 0x80, 0x22], "json: (byte 1): expected UTF-8, found the byte 0xC0"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "json: (byte 1): expected UTF-8, found the byte 0xED"),
      ([0xFF, 0xFE, 0x31, 0x00], "json: (byte 0): expected UTF-8, found the byte 0xFF"),
      ([0x31, 0xE2, 0x82], "json: (byte 1): expected UTF-8, found the byte 0xE2"),
    ] as [([UInt8], String)])
  func encoding(_ bytes: [UInt8], _ message: String) throws {
    let error = try #require(throws: DocumentError.self) { try JSONFormat.webAPI.decode(bytes) }
    #expect(error.description == message)
    #expect(error.code == .syntax)
  }

  @Test("a place counts the byte order mark, and is shown as line and column")
  func location() throws {
    let text = Array("\u{FEFF}{\n  \"é\": x\n}".utf8)
    let error = try #require(throws: DocumentError.self) { try JSONFormat.webAPI.decode(text) }
    #expect(error.description == "json: é (byte 13): expected a value, found \"x\"")
    #expect(error.location(in: text) == .init(line: 2, column: 8))
  }

  @Test(
    "the contract's refusals carry path and place",
    arguments: [
      ("{\"Id\":\"x\"}", "json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found \"x\""),
      ("{\"Id\":1.5}", "json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found 1.5"),
      ("{\"Id\":null}", "json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found null"),
      (
        "{\"Id\":99999999999}",
        "json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found 99999999999"
      ),
      ("{\"Name\":\"x\"}", "json: (byte 11): expected the required member \"Id\", found none"),
      ("{\"Id\":1,\"Name\":5}", "json: Name (byte 15): expected a string, found 5"),
      ("{\"Id\":1,\"Key\":\"abc\"}", "json: Key (byte 14): expected a GUID, found \"abc\""),
      ("{\"Id\":1,\"Lines\":{}}", "json: Lines (byte 16): expected a list ArrayOfLine, found an object"),
      ("{\"Id\":1,\"Lines\":[{\"Count\":true}]}", "json: Lines[0].Count (byte 26): expected an integer from -2147483648 through 2147483647, found true"),
      ("{\"Id\":1,\"Tags\":{\"a\":1,\"b\":\"c\"}}", "json: Tags[\"b\"] (byte 26): expected an integer from -2147483648 through 2147483647, found \"c\""),
      ("{\"Id\":1,\"Color\":\"Mauve\"}", "json: Color (byte 16): expected a name of the enumeration Color, found \"Mauve\""),
      ("{\"Id\":1,\"Id\":2}", "json: Id (byte 8): expected each member once, found the member a second time"),
      ("[]", "json: (byte 0): expected an object Order, found a list"),
    ])
  func contract(_ text: String, _ message: String) throws {
    #expect(try Self.message(text, TestContracts.order()) == message)
  }

  @Test("every prefix of a document fails, and none is taken for a whole one")
  func prefixes() throws {
    let text = Array("{\"Id\":7,\"Name\":\"a\\u00e9\\ud83d\\ude00é\",\"Lines\":[{\"Sku\":null,\"Count\":-1}],\"Tags\":{\"k\":1}}".utf8)
    let contract = try TestContracts.order()
    #expect(throws: Never.self) { try JSONFormat.webAPI.decode(text, as: contract) }
    for length in text.indices {
      for contract in [nil, contract] {
        let error = try #require(throws: DocumentError.self) {
          try JSONFormat.webAPI.decode(Array(text.prefix(length)), as: contract)
        }
        #expect(error.code == .syntax, "\(length) bytes")
      }
    }
  }
}
