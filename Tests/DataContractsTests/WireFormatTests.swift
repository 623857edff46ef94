import DataContracts
import Testing

@Suite("WireFormat")
struct WireFormatTests {
  @Test("names are distinct and lead back to their format") func names() {
    #expect(Set(WireFormat.all.map(\.name)).count == WireFormat.all.count)
    for format in WireFormat.all { #expect(WireFormat.named(format.name)?.name == format.name) }
    #expect(WireFormat.named("yaml") == nil)
  }

  @Test("a format's name and that of the value it makes are the same") func madeNames() throws {
    for format in WireFormat.all { #expect(try format.format().name == format.name) }
  }

  @Test(
    "the file ending is asked first, the longest one wins",
    arguments: [
      ("a.xml", "xml"), ("dir.json/A.JSON", "json"), ("a.camel.json", "json-camel"),
      ("a.servicestack.json", "json-servicestack"),
      ("a.form", "form"), ("a.dotted.form", "form-dotted"), ("a.multipart", "multipart"),
    ])
  func endings(name: String, format: String) {
    #expect(WireFormat.detect(fileName: name, bytes: Array("whatever".utf8))?.name == format)
  }

  @Test(
    "then the first bytes",
    arguments: [
      (" <a/>", "xml"), ("\u{FEFF}\n{}", "json"), ("[1]", "json"), ("\"x\"", "json"), ("--b\r\n", "multipart"),
      ("a=1", "form"),
    ])
  func firstBytes(text: String, format: String) {
    #expect(WireFormat.detect(fileName: "body", bytes: Array(text.utf8))?.name == format)
    #expect(WireFormat.detect(fileName: nil, bytes: Array(text.utf8))?.name == format)
  }

  @Test("UTF-16 is XML, and nothing is no format") func others() {
    #expect(WireFormat.detect(fileName: nil, bytes: [0xFF, 0xFE, 0x3C, 0])?.name == "xml")
    #expect(WireFormat.detect(fileName: nil, bytes: []) == nil)
    #expect(WireFormat.detect(fileName: "body", bytes: Array(" \n".utf8)) == nil)
  }
}
