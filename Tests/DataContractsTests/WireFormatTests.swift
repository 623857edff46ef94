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
      ("a.jsv", "jsv"), ("a.csv", "csv"), ("a.qs", "query"),
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

  @Test(
    "with .NET's leniency forms take the first of several values, as model binding does",
    arguments: [
      ("form", "a=1&a=2"),
      (
        "multipart",
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B\r\n"
          + "Content-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n--B--\r\n"
      ),
    ])
  func firstValue(name: String, text: String) throws {
    var builder = ContractBuilder()
    let type = builder.add(
      QualifiedName(namespace: "", localName: "T"),
      .object(ObjectContract(declaring: [DataMember("a", .primitive(.int))])))
    builder.addRoot(element: QualifiedName(namespace: "", localName: "T"), type: type)
    var settings = WireFormat.Settings()
    settings.decoding = .likeDotNet
    let format = try #require(WireFormat.named(name)).format(settings)
    #expect(try format.decode(Array(text.utf8), as: builder.contract()).root["a"]?.text == "1")
  }

  @Test("UTF-16 is XML, and nothing is no format") func others() {
    #expect(WireFormat.detect(fileName: nil, bytes: [0xFF, 0xFE, 0x3C, 0])?.name == "xml")
    #expect(WireFormat.detect(fileName: nil, bytes: []) == nil)
    #expect(WireFormat.detect(fileName: "body", bytes: Array(" \n".utf8)) == nil)
  }
}
