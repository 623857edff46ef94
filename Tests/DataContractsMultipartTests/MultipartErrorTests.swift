import DataContracts
import TestSupport
import Testing

/// A body whose lines are joined by CRLF.
private func body(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

private func field(_ name: String, _ value: String) -> String {
  "--B\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
}

@Suite("Faults of multipart bodies")
struct MultipartErrorTests {
  @Test(
    "are told with place and path",
    arguments: [
      (body(""), "multipart: (byte 0): expected a line of two hyphens and the boundary, found an empty body"),
      (body("a=b"), "multipart: (byte 0): expected a line of two hyphens and the boundary, found none"),
      (body("--B--", ""), "multipart: (byte 7): expected the end of the part's header, found the end of the body"),
      (body(field("a", "1")), "multipart: (byte 50): expected the closing \"--B--\", found the end of the body"),
      (
        body("--B", "Content-Disp"),
        "multipart: (byte 17): expected the end of the part's header, found the end of the body"
      ),
      (body("--B", "", "x", "--B--"), "multipart: (byte 5): expected a Content-Disposition, found none"),
      (
        body("--B", "Content-Disposition: form-data", "", "x", "--B--"),
        "multipart: (byte 5): expected a part with a name, found none"
      ),
      (
        body("--B", "Content-Disposition: mixed; name=a", "", "x", "--B--"),
        "multipart: (byte 5): expected Content-Disposition: form-data, found \"mixed\""
      ),
      (
        body("--B", "Content-Disposition: form-data; name=\"a", "", "x", "--B--"),
        "multipart: (byte 5): expected a closing quote, found the header's end"
      ),
      (
        body("--B", "Content-Disposition: form-data; name=a; name=b", "", "x", "--B--"),
        "multipart: (byte 5): expected each parameter once, found \"name\" again"
      ),
      (
        body(
          "--B", "Content-Disposition: form-data; name=a", "Content-Disposition: form-data; name=b", "", "x", "--B--"),
        "multipart: (byte 45): expected content-disposition once, found it twice"
      ),
      (
        body("--B", "Bad header: 1", "", "x", "--B--"),
        "multipart: (byte 8): expected a header field's name and \":\", found something else"
      ),
      (
        body("--B", "A: 1\nB: 2", "", "x", "--B--"),
        "multipart: (byte 9): expected CRLF at the end of a header line, found a line feed alone"
      ),
      (
        body("--B", "A: 1\rB: 2", "", "x", "--B--"),
        "multipart: (byte 9): expected CRLF at the end of a header line, found the control character 13"
      ),
      (
        body(
          "--B", "Content-Disposition: form-data; name=a", "Content-Type: a/b; charset=utf-16", "", "x", "--B--"),
        "multipart: (byte 5): expected charset utf-8, us-ascii or iso-8859-1, found \"utf-16\""
      ),
      (
        body("--B", "Content-Disposition: form-data; name=a; filename*=x", "", "x", "--B--"),
        "multipart: (byte 5): expected filename* in UTF-8 or ISO-8859-1 (RFC 8187), found \"x\""
      ),
      (
        body("--B", "Content-Disposition: form-data; name=a", "", "--B--"),
        "multipart: (byte 47): expected CRLF before the boundary, found the header's end"
      ),
      (body(field("a[b", "1"), "--B--"), "multipart: (byte 45): expected \"]\", found the name's end"),
      (
        body(field("a", "1"), field("a.b", "2"), "--B--"),
        "multipart: a (byte 95): expected a value or members under one name, found both"
      ),
      (
        Array("--B\nContent-Disposition: form-data; name=\"a\"\n\n1\n--B--\n".utf8),
        "multipart: (byte 54): expected CRLF before and after each \"--B\", found a line feed alone"
      ),
      (
        Array("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u{FFFD}".utf8.dropLast()) + body("", "--B--"),
        "multipart: (byte 49): expected UTF-8, found an invalid byte"
      ),
    ])
  func untyped(bytes: [UInt8], message: String) {
    #expect(fault(bytes, .dataMediaFormatter) == message)
  }

  @Test("are limits that are passed") func limits() {
    var format = MultipartFormat.dataMediaFormatter
    format.decoding.limits.parts = 1
    format.decoding.limits.partHeaders = 1
    format.decoding.limits.partHeaderBytes = 60
    format.decoding.limits.inputBytes = 400
    #expect(fault(body(field("a", "1"), "--B--"), format) == nil)
    #expect(
      fault(body(field("a", "1"), field("b", "1"), "--B--"), format)
        == "multipart: (byte 52): expected at most 1 parts (limit parts), found 2")
    #expect(
      fault(body("--B", "A: 1", "B: 2", "", "x", "--B--"), format)
        == "multipart: (byte 11): expected at most 1 header fields (limit partHeaders), found 2")
    #expect(
      fault(body(field(String(repeating: "a", count: 61), "1"), "--B--"), format)
        == "multipart: (byte 5): expected at most 60 bytes of part headers (limit partHeaderBytes), found more")
    #expect(
      fault(Array(repeating: 0x2D, count: 401), format)
        == "multipart: (byte 400): expected at most 400 bytes (limit inputBytes), found 401")
  }

  @Test("a header has at most 32 parameters") func parameters() {
    let many = (0..<33).map { "; p\($0)=1" }.joined()
    #expect(
      fault(body("--B", "Content-Disposition: form-data\(many)", "", "x", "--B--"), .dataMediaFormatter)
        == "multipart: (byte 5): expected at most 32 parameters, found 33")
  }

  @Test(
    "a boundary comes from the header, quoted or not",
    arguments: [
      ("multipart/form-data; boundary=abc", "abc"),
      ("Multipart/Form-Data; BOUNDARY=\"a b'()+_,-./:=?\"", "a b'()+_,-./:=?"),
      ("multipart/mixed;charset=utf-8;boundary=x;", "x"),
    ])
  func boundary(header: String, expected: String) throws {
    #expect(try MultipartFormat.boundary(ofContentType: header) == expected)
    #expect(try MultipartFormat(contentType: header).boundary == expected)
  }

  @Test(
    "a header without a usable boundary is refused",
    arguments: [
      ("text/plain; boundary=x", "multipart: expected a multipart media type, found \"text/plain\""),
      ("multipart/form-data", "multipart: expected a boundary, found none"),
      (
        "multipart/form-data; boundary=a; boundary=b",
        "multipart: expected each parameter once, found \"boundary\" again"
      ),
      (
        "multipart/form-data; boundary=\"\"",
        "multipart: expected a boundary of 1 through 70 printable ASCII characters, found an empty one"
      ),
      (
        "multipart/form-data; boundary=\"a\r\nb\"",
        "multipart: expected a boundary of 1 through 70 printable ASCII characters, found \"a\r\nb\""
      ),
    ])
  func badBoundary(header: String, message: String) {
    do {
      _ = try MultipartFormat.boundary(ofContentType: header)
      Issue.record("\(header) was taken")
    } catch { #expect("\(error)" == message) }
    #expect(throws: DocumentError.self) {
      try MultipartFormat.boundary(ofContentType: "multipart/form-data; boundary=" + String(repeating: "a", count: 71))
    }
  }

  private func fault(_ bytes: [UInt8], _ format: MultipartFormat) -> String? {
    do {
      _ = try format.decode(bytes)
      return nil
    } catch { return "\(error)" }
  }
}

@Suite("Tolerance for multipart bodies")
struct MultipartToleranceTests {
  @Test("preamble, epilogue, blanks, folding, header case and charsets are understood") func tolerant() throws {
    let document = try MultipartFormat.dataMediaFormatter.decode(
      Array(
        """
        preamble\r
        --B \t\r
        content-disposition:FORM-DATA;\r
         name = a ;\r
        X-Other: 1\r
        \r
        one\r
        --B\r
        Content-Type: text/plain; charset=ISO-8859-1\r
        Content-Disposition: form-data; name="b.c"\r
        \r

        """.utf8) + [0xE9] + body("", field("b.d", "x\r\n--Bx\r\ny"), "--B-- ", "epilogue", "--B", ""))
    #expect(document.root["a"]?.text == "one")
    #expect(document.root["b"]?["c"]?.text == "é")
    #expect(document.root["b"]?["d"]?.text == "x\r\n--Bx\r\ny")
    #expect(document.root.count == 2)
  }

  @Test("line feeds alone are read when they are allowed") func lineFeeds() throws {
    var format = MultipartFormat.dataMediaFormatter
    format.allowsBareLineFeeds = true
    let text = "--B\nContent-Disposition: form-data; name=\"a\"\n\nx\ny\n--B--"
    #expect(try format.decode(Array(text.utf8)).root["a"]?.text == "x\ny")
  }

  @Test(
    "files keep name, media type and bytes",
    arguments: [
      ("filename=\"a b.txt\"", "a b.txt"), ("filename=a.txt", "a.txt"), ("filename=\"\"", ""),
      ("filename=\"C:\\dir\\a.txt\"", "C:\\dir\\a.txt"), ("filename=\"a\\\"b\"", "a\"b"),
      ("filename=\"a%22b%0D%0Ac%20\"", "a\"b\r\nc%20"),
      ("filename*=UTF-8''%E6%97%A5.txt", "日.txt"), ("filename*=iso-8859-1'en'%E9", "é"),
      ("filename=\"plain\"; filename*=UTF-8''star", "plain"), ("filename=\"x;y\"", "x;y"),
      ("filename=\"日.bin\"", "日.bin"),
    ])
  func fileNames(parameter: String, name: String) throws {
    let bytes = body(
      "--B", "Content-Disposition: form-data; name=\"f\"; \(parameter)", "Content-Type: text/plain; charset=utf-16", "",
      "\0\u{1}",
      "--B--")
    let file = try #require(try MultipartFormat.dataMediaFormatter.decode(bytes).root["f"]?.file)
    #expect(file == Document.File(name: name, mediaType: "text/plain", content: [0, 1]))
  }

  @Test("blanks around the name of a file stay, unless .NET's tolerance is asked for") func blanks() throws {
    let bytes = body("--B", "Content-Disposition: form-data; name=f; filename=\" a b \"", "", "x", "--B--")
    #expect(try MultipartFormat.dataMediaFormatter.decode(bytes).root["f"]?.file?.name == " a b ")
    #expect(try MultipartFormat.likeDotNet.decode(bytes).root["f"]?.file?.name == "a b")
  }
}
