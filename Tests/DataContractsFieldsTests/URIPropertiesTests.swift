import DataContractsFields
import Testing

@Suite("Properties of URIs")
struct URIPropertiesTests {
  private func uri(_ text: String) -> URIProperties? {
    Array(text.utf8).withUnsafeBufferPointer { URIProperties($0.span) }
  }

  /// What `DataContractSerializer` wrote of each.
  @Test(
    "the canonical form is that of System.Uri",
    arguments: [
      ("http://example.org", "http://example.org/"),
      ("http://example.org/a b?x=1&y=<z>#f", "http://example.org/a%20b?x=1&y=%3Cz%3E#f"),
      ("HTTP://EXAMPLE.org:80/%7euser/\u{e9}", "http://example.org/~user/%C3%A9"),
      ("mailto:a@b.c", "mailto:a@b.c"), ("urn:x:y", "urn:x:y"),
    ])
  func canonical(text: String, expected: String) { #expect(uri(text)?.absoluteURI == expected) }

  @Test(
    "what has rules of its own is not understood",
    arguments: [
      "", "a", "a/b", "/a", "c:/x", "file:///x", "http:a", "http://", "http://-a/", "http://a..b/", "http://1.2.3/",
      "http://1.2.3.04/", "http://a:65536/", "http://a:x/", "http://[::1]/", "http://\u{e9}/", "ftp://a/b?c",
      "mailto:a",
      "urn:/x", "urn:a/../b", "urn:",
    ])
  func others(text: String) { #expect(uri(text) == nil) }

  @Test("parts are told as System.Uri tells them") func parts() throws {
    let parts = try #require(uri("https://u:p@LocalHost:8443/a/b%2Fc/?q"))
    #expect(parts.scheme == "https")
    #expect(parts.userInfo == "u:p")
    #expect(parts.host == "localhost")
    #expect(parts.hostType == .name)
    #expect(parts.port == 8443)
    #expect(parts.authority == "localhost:8443")
    #expect(!parts.hasDefaultPort)
    #expect(parts.isLoopback)
    #expect(parts.path == "/a/b%2Fc/")
    #expect(parts.localPath == "/a/b/c/")
    #expect(parts.segments == ["/", "a/", "b%2Fc/"])
    #expect(parts.query == "?q")
    let opaque = try #require(uri("urn:x"))
    #expect(opaque.hostType == .unknown)
    #expect(opaque.port == -1)
    #expect(opaque.hasDefaultPort)
    #expect(opaque.segments == ["x"])
    #expect(uri("http://127.0.0.1/")?.hostType == .ipv4)
    #expect(uri("http://127.0.0.1/")?.isLoopback == true)
    #expect(uri("http://a/./b/../c/.")?.path == "/c/")
    #expect(uri("http://a/..")?.path == "/")
  }
}
