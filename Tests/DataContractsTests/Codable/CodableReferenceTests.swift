import DataContracts
import DataContractsFoundation
import Foundation
import Testing

/// What Foundation's JSON coders do with a type, this package's do as well, but for the table of differences in the
/// article about Codable.
@Suite("Codable beside Foundation")
struct CodableReferenceTests {
  private static let format = JSONFormat.webAPI

  /// Each reads what the other wrote, and both wrote the same.
  private func compare<T: Codable & Equatable>(_ value: T, writesSame: Bool = true) throws {
    let ours = try Self.format.encode(value)
    let theirs = try JSONEncoder().encode(value)
    #expect(try Self.format.decode(T.self, from: theirs) == value)
    #expect(try Self.format.decode(T.self, from: ours) == value)
    #expect(try JSONDecoder().decode(T.self, from: Data(ours)) == value)
    if writesSame { #expect(try parsed(Data(ours)) == parsed(theirs), "\(T.self)") }
  }

  private func parsed(_ json: Data) throws -> NSObject {
    try #require(try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed) as? NSObject)
  }

  @Test("scalars of every width, optionals, lists, objects") func everything() throws {
    try compare(Everything())
    try compare([Everything(), Everything()])
    try compare(Everything?.some(Everything()))
  }

  @Test("integers of 128 bits") func wide() throws {
    try compare(Wrapper(Wide(low: 5, high: 6)))
    #expect(try Self.format.decode(Wide.self, from: Self.format.encode(Wide())) == Wide())
    #expect(
      String(decoding: try Self.format.encode(Wide()), as: UTF8.self)
        == #"{"low":-170141183460469231731687303715884105728,"high":340282366920938463463374607431768211455,"small":12}"#
    )
  }

  @Test("enumerations by raw value and with payloads") func enumerations() throws {
    try compare([Wrapper(Colour.red), Wrapper(.green)])
    try compare([Colour.red, .green])
    try compare([Level.low, .high])
    try compare([Figure.point, .circle(1.5), .box(width: 1, height: 2), .both(.point, .circle(0.25))])
  }

  @Test("a value without members") func empty() throws {
    try compare([Empty(), Empty()])
    try compare(Wrapper([Empty()]))
  }

  @Test("types that contain themselves") func recursion() throws {
    try compare(Branch("a", [Branch("b", [Branch("c")]), Branch("d")], next: Branch("e")))
  }

  @Test("bases: in the same container, in one of their own") func bases() throws {
    try compare(SharingDog())
    try compare(NestingDog())
  }

  @Test("containers inside containers, in turns; a member written twice") func containers() throws {
    try compare(Interleaved())
    try compare([Interleaved()])
    try compare(Mixed())
    try compare([Mixed(), Mixed()])
    try compare(Twice())
  }

  @Test("values that are another value") func wrappers() throws {
    try compare(Wrapper("a"))
    try compare([Wrapper(1), Wrapper(2)])
    try compare(Wrapper([Wrapper(1.5)]))
    try compare(Wrapper(Int?.none))
    try compare([Int?.none, 4])
  }

  @Test("coding keys that are integers") func integerKeys() throws { try compare(IntegerKeys()) }

  @Test("dictionaries by keys of strings, integers and enumerations") func dictionaries() throws {
    try compare(Dictionaries())
    try compare(["a": Everything.Inner(name: "n", value: 2)])
  }

  @Test("sets, ranges, pairs of numbers") func standardTypes() throws {
    try compare(Set([1, 2, 3]), writesSame: false)
    try compare(Wrapper(1..<5))
    try compare(Wrapper(0.5...2.5))
    try compare(Wrapper(Duration.seconds(5)))
  }

  @Test("userInfo reaches the types") func userInfo() throws {
    var options = CodableOptions()
    options.userInfo[FromUserInfo.key] = "p"
    let bytes = try Self.format.encode([FromUserInfo(prefix: "x")], options: options)
    #expect(String(decoding: bytes, as: UTF8.self) == #"["p/x"]"#)
    #expect(
      try Self.format.decode([FromUserInfo].self, from: bytes, options: options) == [FromUserInfo(prefix: "p-p/x")])
  }

  @Test("Foundation's types are .NET's", arguments: [JSONFormat.webAPI, .systemTextJSON])
  func foundationTypes(format: JSONFormat) throws {
    let value = FoundationValues()
    let bytes = try format.encode(value)
    #expect(try format.decode(FoundationValues.self, from: bytes) == value)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == """
        {"date":"2023-03-08T20:26:40.25Z","data":"AAH+/w==","bytes":"AQID","url":"https://example.com/a?b=c%20d",\
        "uuid":"0f3cd4a4-1a2b-4c3d-8e9f-001122334455","decimal":12345678901234567890.125,\
        "byID":{"00010203-0405-0607-0809-0a0b0c0d0e0f":1}}
        """)
  }

  @Test("scalars of .NET have its forms here, and are text to Foundation") func dotNetValues() throws {
    let value = DotNetValues()
    let bytes = try Self.format.encode(value)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"date":"2026-02-04T06:54:54.565+04:00","offset":"2026-02-04T06:54:54.25+04:00","span":"1.12:00:00",\
        "price":1.10,"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","letter":"A","link":"http://example.org/a?b=c"}
        """)
    #expect(try Self.format.decode(DotNetValues.self, from: bytes) == value)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = try encoder.encode(value)
    #expect(
      String(decoding: text, as: UTF8.self) == """
        {"date":"2026-02-04T06:54:54.565+04:00","id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","letter":"65",\
        "link":"http://example.org/a?b=c","offset":"2026-02-04T06:54:54.25+04:00","price":"1.10","span":"P1DT12H"}
        """)
    #expect(try JSONDecoder().decode(DotNetValues.self, from: text) == value)
  }

  @Test("Foundation's decoder says what a text is no value of") func unreadableDotNetValue() throws {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([DotNetDecimal].self, from: Data(#"["1.5","x"]"#.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(context.codingPath.map(\.stringValue) == ["Index 1"])
    #expect(context.debugDescription == #"decimal: expected a decimal number of at most 28 digits, found "x""#)
    #expect(context.underlyingError is DocumentError)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(DotNetDecimal.self, from: Data("1.5".utf8)) }
  }

  @Test("the forms of Foundation's coders are read where they are no other value") func foundationForms() throws {
    let bytes = try Self.format.decode(Wrapper<[UInt8]>.self, from: Array("[1,2,255]".utf8))
    #expect(bytes.value == [1, 2, 255])
    #expect(try Self.format.decode([Data].self, from: Array(#"["AQ==",[1,2]]"#.utf8)) == [Data([1]), Data([1, 2])])
    let id = UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
    let dictionary = try Self.format.decode(Wrapper<[UUID: Int]>.self, from: JSONEncoder().encode([id: 3]))
    #expect(dictionary.value == [id: 3])
  }

  @Test("infinities and NaN are written by name, and read so") func nonFinite() throws {
    let bytes = try Self.format.encode(Wrapper([Double.infinity, -.infinity, .nan]))
    #expect(String(decoding: bytes, as: UTF8.self) == #"["Infinity","-Infinity","NaN"]"#)
    let read = try Self.format.decode(Wrapper<[Double]>.self, from: bytes).value
    #expect(read[0] == .infinity && read[1] == -.infinity && read[2].isNaN)
    #expect(throws: EncodingError.self) { try JSONEncoder().encode(Wrapper([Double.infinity])) }
  }

  /// The same documents are refused by both, for the same reason and in the same place; only that Foundation does not
  /// say where a number stands that its type cannot hold.
  @Test(
    "what is refused",
    arguments: [
      (#"{"name":1}"#, "typeMismatch name"), (#"{"name":null}"#, "valueNotFound name"), (#"{}"#, "keyNotFound "),
      (#"{"name":"a","value":"x"}"#, "typeMismatch value"), (#"[]"#, "typeMismatch "), (#"null"#, "valueNotFound "),
      (#"{"name":"a","value":1e999}"#, "dataCorrupted value"),
    ])
  func refusals(json: String, expected: String) throws {
    let theirs = refusal { try JSONDecoder().decode(Everything.Inner.self, from: Data(json.utf8)) }
    #expect(theirs == (expected.hasPrefix("dataCorrupted") ? "dataCorrupted " : expected))
    #expect(refusal { try Self.format.decode(Everything.Inner.self, from: Array(json.utf8)) } == expected)
  }

  @Test(
    "what is refused in lists",
    arguments: [
      ("[1,70000]", "dataCorrupted Index 1"), ("[1,-1]", "dataCorrupted Index 1"), ("[1.5]", "dataCorrupted Index 0"),
      ("[true]", "typeMismatch Index 0"), ("[\"1\"]", "typeMismatch Index 0"), ("[null]", "valueNotFound Index 0"),
      ("{}", "typeMismatch "),
    ])
  func refusedItems(json: String, expected: String) throws {
    let theirs = refusal { try JSONDecoder().decode([Wrapper<UInt16>].self, from: Data(json.utf8)) }
    #expect(theirs == (expected.hasPrefix("dataCorrupted") ? "dataCorrupted " : expected))
    #expect(refusal { try Self.format.decode([Wrapper<UInt16>].self, from: Array(json.utf8)) } == expected)
  }

  private func refusal(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return "nothing"
    } catch let error as DecodingError {
      switch error {
      case .typeMismatch(_, let context): return "typeMismatch \(path(context))"
      case .valueNotFound(_, let context): return "valueNotFound \(path(context))"
      case .keyNotFound(_, let context): return "keyNotFound \(path(context))"
      case .dataCorrupted(let context): return "dataCorrupted \(path(context))"
      @unknown default: return "\(error)"
      }
    } catch {
      return "\(error)"
    }
  }

  private func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
  }

  @Test("integers with a fraction of zeros or an exponent are integers") func integralNumbers() throws {
    for json in ["[1.0, 1e2, -2.50e1]", "[9007199254740991.0]"] {
      let theirs = try JSONDecoder().decode(Wrapper<[Int]>.self, from: Data(json.utf8))
      #expect(try Self.format.decode(Wrapper<[Int]>.self, from: Array(json.utf8)) == theirs)
    }
  }
}
