import DataContracts
import TestSupport
import Testing

/// What multipart bodies and dotted forms write of a document, and read of it again.
@Suite("Fields of documents")
struct FieldWritingTests {
  private let multipart = MultipartFormat.dataMediaFormatter

  private func form(_ text: String) throws -> Document { try FormFormat.dotted.decode(Array(text.utf8)) }

  private func form(_ document: Document, as format: FormFormat = .dotted) throws -> String {
    String(decoding: try format.encode(document), as: UTF8.self)
  }

  @Test(
    "without a contract lists with gaps and repeated names come out as they came",
    arguments: [
      "Rows%5B0%5D%5B0%5D=1&Rows%5B2%5D%5B0%5D=2", "Kids%5B1%5D.Name=a&Kids%5B3%5D.Kids%5B2%5D.Name=b",
      "%5B0%5D.Name=a&%5B2%5D.Name=b", "2=yes&5=no", "a=1&a=2", "a.b=1&a.b=2", "=v&=x&k=", "a%5B0%5D=1",
      "a%5B0%5D=1&a%5B1%5D=2",
    ])
  func asTheyCame(text: String) throws {
    #expect(try form(form(text)) == text)
    let written = try multipart.encode(form(text))
    #expect(try multipart.encode(multipart.decode(written)) == written)
  }

  @Test("names of digits without a gap stay names, since indices would come back as a list") func digits() throws {
    #expect(try form(["a": ["0": "x", "1": "y"]]) == "a.0=x&a.1=y")
    #expect(try form(["a": ["0": "x", "b": "y"]]) == "a.0=x&a.b=y")
    #expect(try form(["a": ["00": "x", "7": "y"]]) == "a.00=x&a.7=y")
  }

  @Test("repeated names below brackets are indices, which Web API reads") func bracketedRepeats() throws {
    #expect(try form(form("a=1&a=2&b.c=3&b.c=4"), as: .bracketed) == "a=1&a=2&b%5Bc%5D%5B0%5D=3&b%5Bc%5D%5B1%5D=4")
    #expect(try form(FormFormat.bracketed.decode(Array("a[]=1".utf8)), as: .bracketed) == "a%5B0%5D=1")
  }

  private func node(_ xml: String) throws -> Document {
    let contract = try WriteVectors.contract.get().rooted(
      at: "{http://schemas.datacontract.org/2004/07/Zoo}NodeHolder")
    let text = """
      <NodeHolder xmlns="http://schemas.datacontract.org/2004/07/Zoo" \
      xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/">\(xml)</NodeHolder>
      """
    return try XMLFormat.dataContract.decode(Array(text.utf8), as: contract)
  }

  @Test("objects that are mentioned again are written again") func references() throws {
    let document = try node(
      """
      <A z:Id="i1"><Name>a</Name><Next z:Id="i2"><Name>n</Name></Next></A><B z:Id="i3"><Kids><Node z:Ref="i1"/>\
      <Node z:Ref="i2"/></Kids></B>
      """)
    #expect(
      try form(document)
        == "A.Name=a&A.Next.Name=n&B.Kids%5B0%5D.Name=a&B.Kids%5B0%5D.Next.Name=n&B.Kids%5B1%5D.Name=n")
  }

  @Test(
    "references around and without an object are refused",
    arguments: [
      (
        "<A z:Id=\"i1\"><Next z:Ref=\"i1\"/></A>",
        "form-dotted: A.Next: expected a value, found a reference to an object around it"
      ),
      (
        "<A z:Id=\"i1\"><Kids><Node z:Id=\"i2\"><Next z:Ref=\"i1\"/></Node></Kids></A><B z:Ref=\"i2\"/>",
        "form-dotted: A.Kids%5B0%5D.Next: expected a value, found a reference to an object around it"
      ),
    ])
  func badReferences(xml: String, message: String) throws {
    let document = try node(xml)
    do {
      _ = try form(document)
      Issue.record("was written")
    } catch { #expect("\(error)" == message) }
  }

  @Test("references that double with every link are refused before they take time") func doubling() throws {
    var xml = "<Kids><Node z:Id=\"i0\"><Name>x</Name></Node>"
    for link in 1...40 {
      xml += "<Node z:Id=\"i\(link)\"><Kids><Node z:Ref=\"i\(link - 1)\"/><Node z:Ref=\"i\(link - 1)\"/></Kids></Node>"
    }
    let document = try node("<A z:Id=\"a\">\(xml)</Kids></A>")
    do throws(DocumentError) {
      _ = try FormFormat.dotted.encode(document)
      Issue.record("was written")
    } catch {
      #expect(error.problem == "expected references to at most 64 times the document's values, found more")
    }
  }
}

extension FieldWritingTests {
  private func uri(_ text: String) throws -> Document {
    let contract = try WriteVectors.contract.get().rooted(
      at: "{http://schemas.microsoft.com/2003/10/Serialization/}anyURI")
    var builder = DocumentBuilder(format: "test", contract: contract)
    try builder.value(.string, text)
    return try builder.finish()
  }

  @Test("a Uri is written as its properties, which are read back as its text") func uriProperties() throws {
    let document = try uri("HTTP://u@EXAMPLE.org:81/a/../b c?x=<1>#f")
    let fields = try form(document).split(separator: "&")
    #expect(fields.count == 23)
    #expect(fields.contains("AbsoluteUri=http%3A%2F%2Fu%40example.org%3A81%2Fb%2520c%3Fx%3D%253C1%253E%23f"))
    #expect(fields.contains("LocalPath=%2Fb+c"))
    #expect(fields.contains("Authority=example.org%3A81"))
    #expect(fields.contains("IsDefaultPort=False"))
    #expect(fields.contains("Segments%5B1%5D=b%2520c"))
    #expect(fields.contains("UserInfo=u"))
    let contract = try #require(document.contract)
    #expect(try FormFormat.dotted.decode(Array(form(document).utf8), as: contract).root.text == document.root.text)
  }

  @Test(
    "a Uri that is relative, or of a kind of its own, is written as its text",
    arguments: [
      "a/b", "file:///c:/x", "http://[::1]/", "http://日本/",
    ])
  func uriText(text: String) throws {
    let document = try uri(text)
    #expect(try form(document).hasPrefix("="))
    #expect(try multipart.decode(multipart.encode(document), as: document.contract).root.text == text)
  }

  @Test("values of enumerations have C#'s names, in any case when they are read") func enumerations() throws {
    let contract = try WriteVectors.contract.get().rooted(at: "{http://schemas.datacontract.org/2004/07/Zoo}Enums")
    let text = "C=+blue+&H=DEEPRED&P=w%2C+R&Y=b"
    let document = try FormFormat.dotted.decode(Array(text.utf8), as: contract)
    #expect(document.root["C"]?.text == "Blue")
    #expect(document.root["H"]?.text == "deep red")
    #expect(document.root["P"]?.text == "r w")
    #expect(try form(document).hasPrefix("C=Blue&H=DeepRed&A=None&P=R%2C+W&B=Zero&Y=B"))
    #expect(throws: DocumentError.self) { try FormFormat.dotted.decode(Array("A=".utf8), as: contract) }
  }

  @Test(
    "a character is read as .NET's converter reads it",
    arguments: [("x", "120"), ("+x+", "120"), ("+", "32"), ("%C3%A9", "233"), ("", "0")])
  func characters(text: String, code: String) throws {
    let contract = try TestContracts.order()
    let document = try FormFormat.dotted.decode(Array("Id=1&Letter=\(text)".utf8), as: contract)
    #expect(document.root["Letter"]?.text == code)
    #expect(throws: DocumentError.self) { try FormFormat.dotted.decode(Array("Id=1&Letter=++".utf8), as: contract) }
    let tolerant = try FormFormat.likeDotNet.decode(Array("Id=1&Letter=++".utf8), as: contract)
    #expect(tolerant.root["Letter"]?.text == "0")
  }

  @Test("a required member that can be null may be absent; with .NET's tolerance any") func required() throws {
    let contract = try WriteVectors.contract.get().rooted(at: "{http://schemas.datacontract.org/2004/07/Zoo}Strict")
    #expect(try FormFormat.dotted.decode(Array("Num=1".utf8), as: contract).root["Must"] == nil)
    do {
      _ = try FormFormat.dotted.decode(Array("Must=1".utf8), as: contract)
      Issue.record("was read")
    } catch {
      #expect("\(error)" == "form-dotted: (byte 0): expected the required member \"Num\", found none")
    }
    #expect(try FormFormat.likeDotNet.decode(Array("May=1".utf8), as: contract).root["May"]?.text == "1")
  }
}
