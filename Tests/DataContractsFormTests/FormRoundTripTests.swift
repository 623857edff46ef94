import DataContracts
import TestSupport
import Testing

@Suite("Forms there and back")
struct FormRoundTripTests {
  private static let order = """
    Id=7&Name=a+b%26%3D&Total=1.50&Placed=2026-02-04T06%3A54%3A54.5000000Z&Key=12345678-90ab-cdef-1234-567890abcdef\
    &Lines%5B0%5D.Sku=x&Lines%5B0%5D.Count=2&Lines%5B2%5D.Count=3&Tags%5B0%5D.Key=k&Tags%5B0%5D.Value=5&Color=Blue\
    &Rights=Both%2C+Exec&Raw%5B0%5D=1&Raw%5B1%5D=255&When=2026-02-04T06%3A54%3A54.0000000%2B04%3A00&Letter=%C3%A9
    """

  @Test("every shape comes back, null items too") func shapes() throws {
    let document = try FormFormat.dotted.decode(Array(Self.order.utf8), as: TestContracts.order())
    #expect(document.root["Lines"]?.count == 3)
    #expect(document.root["Lines"]?[1]?.isNull == true)
    #expect(document.root["Raw"]?.bytes == [1, 255])
    #expect(document.root["Rights"]?.text == "Read Write Exec")
    #expect(String(decoding: try FormFormat.dotted.encode(document), as: UTF8.self) == Self.order)
  }

  @Test("absent value types are written as .NET's defaults, or left out") func absentMembers() throws {
    let document = try FormFormat.dotted.decode(Array("Id=1&Lines[0].Sku=s".utf8), as: TestContracts.order())
    var format = FormFormat.bracketed
    #expect(
      String(decoding: try format.encode(document), as: UTF8.self) == """
        Id=1&Total=0&Placed=0001-01-01T00%3A00%3A00.0000000&Key=00000000-0000-0000-0000-000000000000\
        &Lines%5B0%5D%5BSku%5D=s&Lines%5B0%5D%5BCount%5D=0&Color=Red&Rights=None\
        &When=0001-01-01T00%3A00%3A00.0000000%2B00%3A00&Letter=
        """)
    format.absentMembers = .omit
    #expect(String(decoding: try format.encode(document), as: UTF8.self) == "Id=1&Lines%5B0%5D%5BSku%5D=s")
  }

  @Test("fields in any order give the same document") func anyOrder() throws {
    let contract = try TestContracts.order()
    let fields = Self.order.split(separator: "&")
    let expected = try CanonicalJSON.text(FormFormat.dotted.decode(Array(Self.order.utf8), as: contract))
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let shuffled = fields.shuffled(using: &random).joined(separator: "&")
      let document = try FormFormat.dotted.decode(Array(shuffled.utf8), as: contract)
      #expect(try CanonicalJSON.text(document) == expected)
    }
  }

  @Test(
    "what readers would take apart is refused",
    arguments: [
      (["a": ["b.c": "1"]], "form-dotted: a.b.c: expected a name without dots, found one"),
      (["a[b": "1"], "form-dotted: a%5Bb: expected a name without brackets, found one"),
      (["a": ["": "1"]], "form-dotted: a.: expected a name in each step, found an empty one"),
      (["": ["x": "1"]], "form-dotted: expected a name in each step, found an empty one"),
      (nil, "form-dotted: expected a value, found null"),
    ] as [(Document, String)])
  func refusedNames(document: Document, message: String) {
    #expect(throws: DocumentError.self) { try FormFormat.dotted.encode(document) }
    do { _ = try FormFormat.dotted.encode(document) } catch { #expect("\(error)" == message) }
  }

  @Test(
    "hexadecimal numbers are read as .NET's converters read them",
    arguments: [
      ("0x1F", "31"), ("#1f", "31"), ("&h10", "16"), ("0xFFFFFFFF", "-1"),
    ])
  func hexadecimal(text: String, number: String) throws {
    let escaped = text.replacing("&", with: "%26")
    let document = try FormFormat.bracketed.decode(Array("Id=\(escaped)".utf8), as: TestContracts.order())
    #expect(document.root["Id"]?.text == number)
  }

  @Test("a prefix is read or refused, never more") func prefixes() throws {
    let contract = try TestContracts.order()
    let bytes = Array(Self.order.utf8)
    for count in 0..<bytes.count {
      _ = try? FormFormat.dotted.decode(Array(bytes[..<count]), as: contract)
      _ = try? FormFormat.bracketed.decode(Array(bytes[..<count]))
    }
  }

  @Test("mutated forms are read or refused, and what is read comes back") func mutations() throws {
    var random = SeededGenerator(seed: 20_260_204)
    let alphabet = Array("&=[].%+a0159Z\u{e9}".utf8)
    let contract = try TestContracts.order()
    var read = 0
    for _ in 0..<20_000 {
      var bytes = Array(Self.order.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = alphabet.randomElement(using: &random) ?? 0
        case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
        default: bytes.remove(at: place)
        }
      }
      _ = try? FormFormat.bracketed.decode(bytes)
      guard let document = try? FormFormat.dotted.decode(bytes, as: contract) else { continue }
      read += 1
      guard let written = try? FormFormat.dotted.encode(document) else { continue }
      let again = try FormFormat.dotted.decode(written, as: contract)
      #expect(try FormFormat.dotted.encode(again) == written)
    }
    print("mutated forms: \(read) of 20000 read")
    #expect(read > 1_000)
  }

  @Test("many children of one name, and names in scattered order, take linear time") func linear() throws {
    var format = FormFormat.bracketed
    format.decoding.limits.formPairs = 1_000_000
    let scattered = (0..<100_000).map { "a[\(($0 &* 7_919) % 100_000)]=\($0)" }.joined(separator: "&")
    #expect(try format.decode(Array(scattered.utf8)).root["a"]?.count == 100_000)
    let names = (0..<100_000).map { "n\($0)[x]=1" }.joined(separator: "&")
    #expect(try format.decode(Array(names.utf8)).root.count == 100_000)
  }
}
