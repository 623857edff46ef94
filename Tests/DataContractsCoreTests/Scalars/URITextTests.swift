import DataContractsCore
import Testing

@Suite("URIs as System.Uri prints them")
struct URITextTests {
  private func escaped(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { URIText.escaped($0.span) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func displayed(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { URIText.displayed($0.span) }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "the escaped form",
    arguments: [
      ("http://example.org", "http://example.org/"),
      ("http://example.org/a b?x=1&y=<z>#f", "http://example.org/a%20b?x=1&y=%3Cz%3E#f"),
      ("HTTP://EXAMPLE.org:80/%7euser/é", "http://example.org/~user/%C3%A9"),
      ("https://User@Host:443", "https://User@host/"), ("https://h:80/", "https://h:80/"),
      ("mailto:a@b.c", "mailto:a@b.c"), ("urn:x:y", "urn:x:y"), ("http://h/a/../b/./c", "http://h/b/c"),
      ("http://h/../a/..", "http://h/"), ("http://h/100%", "http://h/100%25"),
      ("http://h/%2fa%c3%a9", "http://h/%2fa%C3%A9"),
      ("http://h\\a\\b?c\\d", "http://h/a/b?c%5Cd"), ("http://h?q", "http://h/?q"),
    ])
  func escapedForm(text: String, expected: String) {
    #expect(escaped(text) == expected)
  }

  @Test(
    "the displayed form",
    arguments: [
      ("http://example.org", "http://example.org/"), ("http://h/a%20b/%C3%A9?%26=%25", "http://h/a b/é?%26=%25"),
      ("http://h/%FFx%E9", "http://h/%FFx%E9"), ("HTTP://EXAMPLE.org:80/%7euser/é", "http://example.org/~user/é"),
    ])
  func displayedForm(text: String, expected: String) {
    #expect(displayed(text) == expected)
  }

  @Test("a relative URI has no other form", arguments: ["relative/path", "", ":x", "a/b:c", "c:\\x", "1a:b"])
  func relative(text: String) {
    #expect(escaped(text) == nil)
    #expect(displayed(text) == nil)
  }
}
