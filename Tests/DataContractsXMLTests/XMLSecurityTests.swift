import DataContractsCore
import DataContractsXML
import Foundation
import TestSupport
import Testing

@Suite("Hostile XML")
struct XMLSecurityTests {
  @Test(
    "a document type is refused before anything in it is read",
    arguments: [
      "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;&l;&l;'><!ENTITY n '&m;&m;&m;&m;&m;'>]><a>&n;</a>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
      "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/a.dtd'>%p;]><a/>",
      "<!DOCTYPE a [<!ATTLIST a b CDATA 'default'>]><a/>",
      "<?xml version='1.0'?><!-- c --><!DOCTYPE a><a/>",
    ])
  func documentTypes(_ input: String) {
    let error = #expect(throws: DocumentError.self) { try XMLSupport.decode(input) }
    #expect(error?.code == .unsupported)
    #expect(error?.expected == "no document type declaration")
  }

  @Test("inclusions stay elements")
  func inclusions() throws {
    let input = "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd' parse='text'/></a>"
    #expect(try XMLSupport.decode(input).root["a"]?["include"]?["href"]?.text == "file:///etc/passwd")
  }

  @Test("the attributes of an element are bounded before the parser sees them")
  func attributes() throws {
    let tag = { (count: Int) in "<a " + (0..<count).map { "a\($0)=''" }.joined(separator: " ") + "/>" }
    #expect(try XMLSupport.decode(tag(256)).root["a"]?.count == 256)
    #expect(
      XMLSupport.error("<b>" + tag(257) + "</b>")
        == "xml: (byte 3): expected at most 256 attributes and declarations (limit elementAttributes), found 257")
    let huge = Array(tag(300_000).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(throws: DocumentError.self) { try XMLFormat.dataContract.decode(huge) } }
    // The parser alone takes minutes for this tag.
    #expect(time < .seconds(5))
    var format = XMLFormat.dataContract
    format.decoding.limits.elementAttributes = 2
    #expect(try XMLSupport.decode("<a b='' c=''/>", nil, format).root["a"]?.count == 2)
    #expect(throws: DocumentError.self) { try XMLSupport.decode("<a b='' c='' d=''/>", nil, format) }
  }

  @Test("what only looks like a start tag is not counted")
  func apparentTags() throws {
    let many = "<a " + (0..<400).map { "a\($0)=''" }.joined(separator: " ") + ">"
    #expect(try XMLSupport.decode("<r><!--\(many)--><![CDATA[\(many)]]></r>").root["r"]?.text == many)
    #expect(try XMLSupport.decode("<r><?p \(many)?>\(String(repeating: "\"='", count: 2_000))</r>").root["r"] != nil)
    #expect(try XMLSupport.decode("<r x='\(String(repeating: ">a='' ", count: 10_000).filter { $0 != "'" })'/>").root["r"] != nil)
  }

  @Test("namespace declarations in scope are bounded")
  func declarations() {
    let input = (0..<60).map { "<a\($0) " + (0..<5).map { n in "xmlns:p\(n)='u\(n)'" }.joined(separator: " ") + ">" }.joined()
    #expect(XMLSupport.error(input).contains("expected at most 256 namespace declarations in scope (limit elementAttributes)"))
  }

  @Test("depth is bounded at the limit, in what is passed over too")
  func depth() throws {
    let nested = { (depth: Int) in
      String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
    }
    // The object round the root and 63 elements are containers; the innermost element is text.
    #expect(try XMLSupport.decode(nested(64)).root["a"] != nil)
    #expect(
      XMLSupport.error(nested(65)).hasSuffix("(byte 192): expected at most 64 nested containers (limit depth), found 65"))
    let contract = try TestContracts.order()
    #expect(XMLSupport.error(XMLSupport.order("<Id>1</Id>" + nested(5_000)), as: contract).contains("(limit depth)"))
    var format = XMLFormat.dataContract
    format.decoding.limits.depth = .max
    #expect(try XMLSupport.decode(nested(1_000), nil, format).root["a"] != nil)
    #expect(throws: DocumentError.self) { try XMLSupport.decode(nested(100_000), nil, format) }
  }

  @Test("input, text and names are bounded")
  func sizes() throws {
    var format = XMLFormat.dataContract
    format.decoding.limits.inputBytes = 10
    #expect(
      XMLSupport.error("<a>12345</a>", nil, format)
        == "xml: expected at most 10 bytes of input (limit inputBytes), found 12")
    format = .dataContract
    format.decoding.limits.textBytes = 20
    #expect(try XMLSupport.decode("<a>12345678901234567890</a>", nil, format).root["a"] != nil)
    #expect(XMLSupport.error("<a>1234567890&amp;12345678901</a>", nil, format).contains("(limit textBytes), found 22"))
    #expect(XMLSupport.error("<a b='1234567890123456'/>", nil, format).contains("bytes of a start tag (limit textBytes)"))
    format = .dataContract
    format.decoding.limits.nameBytes = 3
    #expect(XMLSupport.error("<abcd/>", nil, format).contains("(limit nameBytes)"))
    format = .dataContract
    format.decoding.limits.nodes = 3
    #expect(XMLSupport.error("<a><b/><b/></a>", nil, format).contains("(limit nodes)"))
  }

  @Test("texts of many megabytes, and beyond the parser's own limits, take linear time")
  func longTexts() throws {
    let long = String(repeating: "0123456789", count: 900_000)
    #expect(try XMLSupport.decode("<a>\(long)</a>").root["a"]?.withText { $0.count } == 9_000_000)
    let references = String(repeating: "&amp;é\r\n", count: 500_000)
    #expect(try XMLSupport.decode("<a>\(references)</a>").root["a"]?.withText { $0.count } == 2_000_000)
    let many = String(repeating: "<b>&#48;1</b>", count: 200_000)
    #expect(try XMLSupport.decode("<a>\(many)</a>").root["a"]?.count == 200_000)
  }

  @Test("many namespaces take linear time")
  func manyNamespaces() throws {
    let input = "<a>" + (0..<100_000).map { "<b xmlns='urn:\($0)'/>" }.joined() + "</a>"
    #expect(try XMLSupport.decode(input).root["a"]?.count == 100_000)
  }

  @Test("nothing is printed to standard error")
  func silence() throws {
    let pipe = Pipe()
    let saved = dup(2)
    dup2(pipe.fileHandleForWriting.fileDescriptor, 2)
    for input in ["<a", "<a>&x;</a>", "<p:a/>", "<a xmlns='a b'/>", "<!DOCTYPE a><a/>"] { _ = try? XMLSupport.decode(input) }
    dup2(saved, 2)
    close(saved)
    try pipe.fileHandleForWriting.close()
    let printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    #expect(!String(decoding: printed, as: UTF8.self).contains("Entity"))
  }
}

extension XMLSupport {
  static func decode(_ text: String, _ contract: Contract?, _ format: XMLFormat) throws(DocumentError) -> Document {
    try decode(text, as: contract, format)
  }

  static func error(_ text: String, _ contract: Contract?, _ format: XMLFormat) -> String {
    error(text, as: contract, format)
  }
}
