import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("Reading JSON")
struct ReadingTests {
  private func read(_ text: String, as contract: Contract? = nil) throws -> Document {
    try JSONFormat.webAPI.decode(Array(text.utf8), as: contract)
  }

  @Test("each kind of value without a contract")
  func kinds() throws {
    let document = try read("{\"a\":[null,true,false,-1.50e+2,\"x\",{},[]]}")
    #expect(document == ["a": [nil, true, false, .number("-1.50e+2"), "x", [:], []]])
    #expect(document.description.contains("number -1.50e+2"))
  }

  @Test("white space of all four kinds stands anywhere between tokens")
  func whiteSpace() throws {
    let text = "\u{FEFF} \t\r\n{ \"a\" \n:\t[ 1 ,\r2 ] , \"b\" : { } }\n "
    #expect(try read(text) == ["a": [1, 2], "b": [:]])
  }

  @Test(
    "every escape",
    arguments: [
      ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{C}\n\r\t"),
      ("\\u0041\\u00e9\\u00E9\\u20ac", "Aéé€"),
      ("\\ud83d\\ude00\\uD834\\uDD1E", "😀𝄞"),
      ("\\u0000\\uffff\\ud7ff\\ue000", "\u{0}\u{FFFF}\u{D7FF}\u{E000}"),
      ("\\\\u0041", "\\u0041"),
      (
        "plain text of more than sixteen bytes\\nand more of it, é € 😀",
        "plain text of more than sixteen bytes\nand more of it, é € 😀"
      ),
    ])
  func escapes(_ escaped: String, _ text: String) throws {
    #expect(try read("\"\(escaped)\"").root.string == text)
    #expect(try read("{\"\(escaped)\":1}").root[text]?.text == "1")
    // The same at every place relative to the reader's steps of 16 bytes.
    for length in 0..<40 {
      let padding = String(repeating: "x", count: length)
      #expect(try read("[\"\(padding)\(escaped)\(padding)\"]").root[0]?.string == padding + text + padding)
    }
  }

  @Test(
    "a number's text is exact",
    arguments: ["0", "-0", "1E400", "1.10", "123456789012345678901234567890.5", "1e-7", "0.0"])
  func numbers(_ text: String) throws {
    #expect(try read(text).root.text == text)
    #expect(try read("[\(text)]").root[0]?.text == text)
    #expect(try JSONFormat.webAPI.encode(read(text)) == Array(text.utf8))
  }

  @Test("names with escapes are the contract's names")
  func escapedNames() throws {
    let document = try read("{\"\\u0049d\":1,\"T\\u0061gs\":{\"k\\u0065y\":2}}", as: TestContracts.order())
    #expect(document.root["Id"]?.integer() == 1)
    #expect(document.root["Tags"]?.entries.map { $0.key.text } == ["key"])
  }

  @Test("escaped texts are put into canonical form like others, each a slice of its own")
  func escapedScalars() throws {
    let contract = try TestContracts.order()
    let guid = "00112233-4455-6677-8899-aabbccddeeff"
    let document = try read(
      "{\"Id\":\"\\u0031\",\"Key\":\"\\u007b\(guid.uppercased())}\",\"Placed\":\"\\/Date(0)\\/\",\"Name\":\"\\u0061\"}",
      as: contract)
    #expect(document.root["Id"]?.text == "1")
    #expect(document.root["Key"]?.text == guid)
    #expect(document.root["Placed"]?.text == "1970-01-01T00:00:00Z")
    #expect(document.root["Name"]?.text == "a")
  }

  @Test("what other dialects write is understood under a contract")
  func otherDialects() throws {
    let contract = try TestContracts.order()
    let plain = try read(
      """
      {"Id":1,"Placed":"2026-02-04T06:54:54.565+04:00","Key":"12345678-90ab-cdef-1234-567890abcdef","Tags":{"a":1},
      "Color":6,"Rights":5,"Raw":"AQI=","Letter":"x"}
      """, as: contract)
    let other = try read(
      """
      {"id":"1","PLACED":"\\/Date(1770173694565+0400)\\/","Key":"1234567890ABCDEF1234567890ABCDEF",
      "Tags":[{"Key":"a","Value":1}],"Color":"Blue","Rights":"Read, Exec","Raw":[1,2],"Letter":"\\u0078"}
      """, as: contract)
    #expect(plain == other)
    #expect(plain.root["Color"]?.text == "Blue")
    #expect(plain.root["Rights"]?.text == "Read Exec")
  }

  @Test("names that occur twice, by policy")
  func duplicates() throws {
    func values(_ policy: DecodingOptions.DuplicateMembers) throws -> [String?] {
      var format = JSONFormat.webAPI
      format.decoding.duplicateMembers = policy
      return try format.decode(Array("{\"a\":1,\"b\":2,\"a\":[3]}".utf8)).root.members.map(\.name)
    }
    #expect(try values(.keep) == ["a", "b", "a"])
    #expect(try values(.first) == ["a", "b"])
    #expect(try values(.last) == ["b", "a"])
    let error = try #require(throws: DocumentError.self) { try values(.refuse) }
    #expect(error.description == "json: a (byte 13): expected each member once, found the member a second time")
  }

  @Test("members that the contract does not know, by policy")
  func unknownMembers() throws {
    let text = Array("{\"X\":{\"y\":[1,\"\\u0041\"]},\"Id\":1,\"Z\":\"\\n\"}".utf8)
    let contract = try TestContracts.order()
    var format = JSONFormat.webAPI
    #expect(try format.decode(text, as: contract).root.members.map(\.name) == ["Id"])
    format.decoding.unknownMembers = .keep
    format.absentMembers = .omit
    let kept = try format.decode(text, as: contract)
    #expect(kept.root["X"]?["y"]?[1]?.string == "A")
    #expect(
      String(decoding: try format.encode(kept), as: UTF8.self) == "{\"Id\":1,\"X\":{\"y\":[1,\"A\"]},\"Z\":\"\\n\"}")
    format.decoding.unknownMembers = .reject
    let error = try #require(throws: DocumentError.self) { try format.decode(text, as: contract) }
    #expect(error.description == "json: (byte 1): expected a member of Order, found \"X\"")
  }

  @Test("a quoted digit is a char of its own, not a code unit")
  func characters() throws {
    let contract = try TestContracts.order()
    #expect(try read("{\"Id\":1,\"Letter\":\"5\"}", as: contract).root["Letter"]?.text == "53")
    #expect(try read("{\"Id\":1,\"Letter\":5}", as: contract).root["Letter"]?.text == "5")
  }

  @Test("like .NET the last of several values counts, of a member and of a dictionary's key")
  func duplicatesLikeDotNet() throws {
    var format = JSONFormat.webAPI
    format.decoding = .likeDotNet
    let text = #"{"Id":1,"id":2,"Tags":{"a":1,"a":2}}"#
    let document = try format.decode(Array(text.utf8), as: TestContracts.order())
    #expect(document.root["Id"]?.text == "2")
    #expect(document.root["Tags"]?.entries.map { $0.value.text } == ["2"])
  }
}

extension Document {
  /// A number by its text.
  static func number(_ text: String) -> Document {
    var builder = DocumentBuilder(format: "test")
    // Literals in tests are well-formed; a failure shows as a missing value.
    guard (try? builder.value(.number, text)) != nil, let document = try? builder.finish() else { return nil }
    return document
  }
}
