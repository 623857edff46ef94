import DataContractsCore
import Testing

@Suite("DotNetGUID, DotNetChar and DotNetURI")
struct OtherValueTests {
  private static let text = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"

  @Test(
    "every spelling of a GUID is the same value",
    arguments: [
      text, text.uppercased(), "{\(text)}", "(\(text))", text.replacing("-", with: ""), " \(text)\n",
      text.uppercased().replacing("-", with: ""),
    ])
  func spellings(text: String) {
    #expect(DotNetGUID(text)?.description == Self.text)
  }

  @Test(
    "other texts are no GUID",
    arguments: [
      "", text + "0", String(text.dropLast()), "{\(text))", "{\(text.replacing("-", with: ""))}",
      text.replacing("6f", with: "6g"), "6f9619ff8-b86-d011-b42d-00cf4fc964ff", text.replacing("-", with: "_"),
      text.replacing("-", with: "") + "-", "{6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    ])
  func refused(text: String) {
    let error = #expect(throws: DocumentError.self) { try DotNetGUID(parsing: text) }
    #expect(error?.description == "guid: expected a GUID, found \"\(text)\"")
  }

  @Test("a GUID's bytes are its digits in order; .NET's array has the first three groups reversed")
  func bytes() throws {
    let guid = try DotNetGUID(parsing: Self.text)
    #expect(
      guid.bytes == [
        0x6F, 0x96, 0x19, 0xFF, 0x8B, 0x86, 0xD0, 0x11, 0xB4, 0x2D, 0x00, 0xCF, 0x4F, 0xC9, 0x64, 0xFF,
      ])
    #expect(
      guid.dotNetBytes == [
        0xFF, 0x19, 0x96, 0x6F, 0x86, 0x8B, 0x11, 0xD0, 0xB4, 0x2D, 0x00, 0xCF, 0x4F, 0xC9, 0x64, 0xFF,
      ])
    #expect(DotNetGUID(bytes: guid.bytes) == guid)
    #expect(DotNetGUID(dotNetBytes: guid.dotNetBytes) == guid)
    #expect(DotNetGUID(bytes: []) == nil && DotNetGUID(dotNetBytes: Array(repeating: 0, count: 17)) == nil)
    #expect(DotNetGUID.empty.description == "00000000-0000-0000-0000-000000000000")
  }

  @Test("GUIDs are ordered by their digits")
  func order() throws {
    let first = try DotNetGUID(parsing: "00000000-0000-0000-0000-0000000000ff")
    let second = try DotNetGUID(parsing: "00000000-0000-0000-0000-000000000100")
    let third = try DotNetGUID(parsing: "01000000-0000-0000-0000-000000000000")
    #expect([third, second, first].sorted() == [first, second, third])
  }

  @Test("a char is one UTF-16 code unit, and prints as its number")
  func chars() throws {
    #expect(DotNetChar(exactly: "A")?.description == "65")
    #expect(DotNetChar("65")?.character == "A")
    #expect(DotNetChar("55357")?.character == nil)
    #expect(DotNetChar(exactly: "😀") == nil && DotNetChar(exactly: "e\u{301}") == nil)
    #expect(DotNetChar("-0") == DotNetChar(0))
    #expect(DotNetChar(1) < DotNetChar(2))
    for text in ["65536", "-1", "A", ""] {
      let error = #expect(throws: DocumentError.self) { try DotNetChar(parsing: text) }
      #expect(error?.description == "char: expected a UTF-16 code unit from 0 through 65535, found \"\(text)\"")
    }
  }

  @Test("a URI keeps its text and prints as .NET's properties do")
  func uris() {
    let uri = DotNetURI("HTTP://EXAMPLE.org:80/a b/%7eé")
    #expect(uri.description == "HTTP://EXAMPLE.org:80/a b/%7eé")
    #expect(uri.absoluteURI == "http://example.org/a%20b/~%C3%A9")
    #expect(uri.displayString == "http://example.org/a b/~é")
    #expect(uri.isAbsolute && !DotNetURI("a/b").isAbsolute && !DotNetURI("").isAbsolute)
    #expect(DotNetURI("a b").absoluteURI == "a b")
    #expect(DotNetURI("\u{E9}") != DotNetURI("e\u{301}"))
  }
}
