import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("Dialects of JSON")
struct DialectTests {
  private static let order = """
    {"Id":1,"Name":"a/<é😀\\u0085\\u007f\\u2028'&>\\u001f\\t\\"","Total":5.50,"Placed":"2026-02-04T06:54:54.5659927+04:00",\
    "Key":"12345678-90ab-cdef-1234-567890abcdef","Lines":[{"Sku":null,"Count":2},null],"Tags":{"URLKey":1},"Color":6,\
    "Rights":5,"Raw":"AP8=","Note":[1.0,"x"],"When":"2026-02-04T06:54:54+04:00","Letter":"é","Parent":null}
    """

  private func write(_ format: JSONFormat) throws -> String {
    let document = try JSONFormat.webAPI.decode(Array(Self.order.utf8), as: TestContracts.order())
    return String(decoding: try format.encode(document), as: UTF8.self)
  }

  @Test(
    "one document in each dialect",
    arguments: [
      (
        JSONFormat.webAPI,
        """
        {"Id":1,"Name":"a/<é😀\\u0085\u{7F}\\u2028'&>\\u001f\\t\\"","Total":5.50,"Placed":"2026-02-04T06:54:54.5659927+04:00",\
        "Key":"12345678-90ab-cdef-1234-567890abcdef","Lines":[{"Sku":null,"Count":2},null],"Tags":{"URLKey":1},\
        "Color":6,"Rights":5,"Raw":"AP8=","Note":[1.0,"x"],"When":"2026-02-04T06:54:54+04:00","Letter":"é","Parent":null}
        """
      ),
      (
        .camelCase,
        """
        {"id":1,"name":"a/<é😀\\u0085\u{7F}\\u2028'&>\\u001f\\t\\"","total":5.50,"placed":"2026-02-04T06:54:54.5659927+04:00",\
        "key":"12345678-90ab-cdef-1234-567890abcdef","lines":[{"sku":null,"count":2},null],"tags":{"urlKey":1},\
        "color":6,"rights":5,"raw":"AP8=","note":[1.0,"x"],"when":"2026-02-04T06:54:54+04:00","letter":"é","parent":null}
        """
      ),
      (
        .serviceStack,
        """
        {"Id":1,"Name":"a/<é😀\\u0085\\u007F\u{2028}'&>\\u001F\\t\\"","Total":5.50,"Placed":"\\/Date(1770173694565+0400)\\/",\
        "Key":"1234567890abcdef1234567890abcdef","Lines":[{"Count":2},{}],"Tags":{"URLKey":1},"Color":"Blue","Rights":5,\
        "Raw":"AP8=","Note":[1.0,"x"],"When":"\\/Date(1770188094000+0400)\\/","Letter":"é"}
        """
      ),
      (
        .dataContractJSON,
        """
        {"Color":6,"Id":1,"Key":"12345678-90ab-cdef-1234-567890abcdef","Letter":"é","Lines":[{"Count":2,"Sku":null},null],\
        "Name":"a\\/<é\\ud83d\\ude00\\u0085\u{7F}\\u2028'&>\\u001f\\t\\"","Note":[1.0,"x"],"Parent":null,\
        "Placed":"\\/Date(1770173694565+0400)\\/","Raw":[0,255],"Rights":5,"Tags":[{"Key":"URLKey","Value":1}],"Total":5.50,\
        "When":{"DateTime":"\\/Date(1770173694000)\\/","OffsetMinutes":240}}
        """
      ),
      (
        .systemTextJSON,
        """
        {"Id":1,"Name":"a/\\u003C\\u00E9\\uD83D\\uDE00\\u0085\\u007F\\u2028\\u0027\\u0026\\u003E\\u001F\\t\\u0022","Total":5.50,\
        "Placed":"2026-02-04T06:54:54.5659927+04:00","Key":"12345678-90ab-cdef-1234-567890abcdef",\
        "Lines":[{"Sku":null,"Count":2},null],"Tags":{"URLKey":1},"Color":6,"Rights":5,"Raw":"AP8=","Note":[1.0,"x"],\
        "When":"2026-02-04T06:54:54+04:00","Letter":"\\u00E9","Parent":null}
        """
      ),
    ])
  func dialects(_ format: JSONFormat, _ expected: String) throws {
    #expect(try write(format) == expected)
    let document = try JSONFormat.webAPI.decode(Array(Self.order.utf8), as: TestContracts.order())
    // The others lose nulls, the case of keys, or what is finer than a millisecond.
    if format.name == "json" || format.name == "json-systemtext" {
      #expect(try format.decode(Array(expected.utf8), as: TestContracts.order()) == document)
    }
  }

  @Test("each preset has its name and media types")
  func names() {
    let formats: [JSONFormat] = [
      .webAPI, .camelCase, .serviceStack, .serviceStackCamelCase, .dataContractJSON, .systemTextJSON,
    ]
    #expect(
      formats.map(\.name) == [
        "json", "json-camel", "json-servicestack", "json-servicestack-camel", "json-datacontract", "json-systemtext",
      ])
    #expect(formats.allSatisfy { $0.mediaTypes == ["application/json", "text/json"] })
  }

  @Test("indentation is Json.NET's, with {} and [] for what is empty")
  func indentation() throws {
    let document: Document = ["a": [1, [:], []], "b": ["c": nil], "d": [:]]
    let expected = """
      {
        "a": [
          1,
          {},
          []
        ],
        "b": {
          "c": null
        },
        "d": {}
      }
      """
    #expect(String(decoding: try JSONFormat(indentation: 2).encode(document), as: UTF8.self) == expected)
    #expect(try JSONFormat.webAPI.decode(Array(expected.utf8)) == document)
  }

  @Test("members that a document does not have are written as .NET shows them, or left out")
  func absentMembers() throws {
    let document = try JSONFormat.webAPI.decode(Array("{\"Id\":1}".utf8), as: TestContracts.order())
    #expect(
      String(decoding: try JSONFormat.webAPI.encode(document), as: UTF8.self) == """
        {"Id":1,"Name":null,"Total":0.0,"Placed":"0001-01-01T00:00:00","Key":"00000000-0000-0000-0000-000000000000",\
        "Lines":null,"Tags":null,"Color":0,"Rights":0,"Raw":null,"Note":null,"When":"0001-01-01T00:00:00+00:00",\
        "Letter":"\\u0000","Parent":null}
        """)
    var format = JSONFormat.webAPI
    format.absentMembers = .omit
    #expect(String(decoding: try format.encode(document), as: UTF8.self) == "{\"Id\":1}")
  }

  @Test("members in any order are written in the contract's")
  func order() throws {
    var format = JSONFormat.webAPI
    format.absentMembers = .omit
    let document = try format.decode(
      Array("{\"Letter\":\"a\",\"Name\":\"n\",\"Lines\":[],\"Id\":1}".utf8), as: TestContracts.order())
    #expect(
      String(decoding: try format.encode(document), as: UTF8.self)
        == "{\"Id\":1,\"Name\":\"n\",\"Lines\":[],\"Letter\":\"a\"}")
  }

  @Test("a number that JSON cannot spell becomes a string, or is refused with its path")
  func nonFinite() throws {
    var builder = DocumentBuilder(format: "test")
    try builder.beginList()
    for text in ["INF", "-INF", "NaN", "007", "1.", "-", "1e5"] { try builder.value(.number, text) }
    try builder.endList()
    let document = try builder.finish()
    #expect(
      String(decoding: try JSONFormat.webAPI.encode(document), as: UTF8.self)
        == "[\"Infinity\",\"-Infinity\",\"NaN\",\"007\",\"1.\",\"-\",1e5]")
    #expect(
      String(decoding: try JSONFormat.dataContractJSON.encode(document), as: UTF8.self).hasPrefix(
        "[\"INF\",\"-INF\",\"NaN\""))
    var output = Array("before".utf8)
    let error = try #require(throws: DocumentError.self) {
      try JSONFormat.systemTextJSON.encode(document, into: &output)
    }
    #expect(error.description == "json-systemtext: [0]: expected a finite number, found Infinity")
    #expect(error.code == .notRepresentable)
    #expect(output == Array("before".utf8))
  }

  @Test("a date beyond the calendar in UTC has no milliseconds")
  func dates() throws {
    var format = JSONFormat.dataContractJSON
    format.dialect.unspecifiedDateOffset = 240
    let text = Array("{\"Id\":1,\"Parent\":{\"Id\":2,\"Placed\":\"0001-01-01T00:00:00\"}}".utf8)
    format.absentMembers = .omit
    let document = try format.decode(text, as: TestContracts.order())
    let error = try #require(throws: DocumentError.self) { try format.encode(document) }
    #expect(
      error.description
        == "json-datacontract: Parent.Placed: expected a date within years 1 through 9999 in UTC, found 0001-01-01T00:00:00"
    )
  }

  @Test("what was in the output stays before the document")
  func appending() throws {
    var output = Array("x=".utf8)
    try JSONFormat.webAPI.encode(["a": 1], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "x={\"a\":1}")
  }

  @Test(
    "strings of every length, with an escape at every place",
    arguments: [JSONFormat.webAPI, .serviceStack, .dataContractJSON, .systemTextJSON])
  func lengths(_ format: JSONFormat) throws {
    for length in 0..<40 {
      for special in ["\"", "\u{85}", "\u{2028}", "é", "€", "😀", "\u{1}", "/"] {
        for place in 0...length {
          let text = String(repeating: "x", count: place) + special + String(repeating: "y", count: length - place)
          let document: Document = [.init(stringLiteral: text)]
          #expect(try format.decode(format.encode(document)).root[0]?.string == text)
        }
      }
    }
  }
}
