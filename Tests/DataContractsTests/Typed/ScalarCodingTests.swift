import DataContracts
import DataContractsFoundation
import Foundation
import Testing

/// What needs no macro: scalars, collections, and conformances by hand.
@Suite("Scalars and collections as Swift values")
struct ScalarCodingTests {
  private func json<T: DataContractEncodable>(_ value: T) throws -> String {
    String(decoding: try JSONFormat.webAPI.encode(value), as: UTF8.self)
  }

  private func decode<T: DataContractDecodable>(_ type: T.Type, _ json: String) throws(DocumentError) -> T {
    try JSONFormat.webAPI.decode(type, from: Array(json.utf8))
  }

  private func failure<T: DataContractDecodable>(_ type: T.Type, _ json: String) -> String {
    do throws(DocumentError) { return "\(try decode(type, json))" } catch { return "\(error)" }
  }

  @Test("GUIDs are the text that Foundation gives them, in lower case") func guids() throws {
    let values = (0..<1000).map { _ in UUID() } + [UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))]
    let text = "[" + values.map { "\"\($0.uuidString.lowercased())\"" }.joined(separator: ",") + "]"
    #expect(try json(values) == text)
    #expect(try decode([UUID].self, text) == values)
    #expect(try decode([UUID].self, text.uppercased()) == values)
    #expect(try decode([UUID].self, text.replacing("-", with: "")) == values)
  }

  @Test("integers reach their bounds") func integers() throws {
    func check<T: FixedWidthInteger & DataContractScalar & SendableMetatype>(_ type: T.Type) throws {
      let values: [T] = [.min, 0, 1, 9, 10, .max]
      let text = "[\(values.map(String.init).joined(separator: ","))]"
      #expect(try json(values) == text)
      #expect(try decode([T].self, text) == values)
    }
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int64.self)
    try check(Int.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
    try check(UInt.self)
    #expect(try decode([Int?].self, "[null,-5]") == [nil, -5])
    #expect(
      failure([UInt64].self, "[18446744073709551616]")
        == "json: [0] (byte 1): expected an integer from 0 through 18446744073709551615, found 18446744073709551616")
  }

  @Test("floating-point numbers come back as they were") func floatingPoint() throws {
    let doubles = [0, -0.0, 0.1, 1.0 / 3, Double.leastNonzeroMagnitude, 1.7976931348623157e308, -2.5, 1e21]
    #expect(try decode([Double].self, json(doubles)) == doubles)
    let floats: [Float] = [0, 0.1, 1 / 3, Float.leastNonzeroMagnitude, 3.4028235e38]
    #expect(try decode([Float].self, json(floats)) == floats)
    let special = try decode([Double].self, json([Double.infinity, -.infinity, .nan]))
    #expect(special[0] == .infinity && special[1] == -.infinity && special[2].isNaN)
  }

  @Test("a list of bytes is binary data") func bytes() throws {
    let bytes = [UInt8](0...255)
    #expect(try json(bytes) == "\"\(Data(bytes).base64EncodedString())\"")
    #expect(try decode([UInt8].self, json(bytes)) == bytes)
    #expect(try decode([[UInt8]?].self, json([bytes, nil, []])) == [bytes, nil, []])
    let xml = try XMLFormat.dataContract.encode(ByteList(items: [1, 255]))
    #expect(try XMLFormat.dataContract.decode(ByteList.self, from: xml) == ByteList(items: [1, 255]))
    #expect(failure([UInt8].self, "\"A\"") == "json: (byte 0): expected base64 text, found \"A\"")
  }

  @Test("dates and lengths of time keep their ticks") func dates() throws {
    let text = #"["2026-02-04T06:54:54.5659927+04:00","0001-01-01T00:00:00","9999-12-31T23:59:59.9999999Z"]"#
    #expect(try json(decode([DotNetDateTime].self, text)) == text)
    let spans = #"["1.12:00:00","-00:00:00.0000001"]"#
    #expect(try json(decode([DotNetTimeSpan].self, spans)) == spans)
  }

  @Test("every value of .NET comes back as it was sent") func values() throws {
    func check<T: DotNetValue & DataContractScalar>(_ type: T.Type, _ text: String) throws {
      #expect(try json(decode([T].self, text)) == text)
    }
    try check(DotNetDateTimeOffset.self, #"["2026-02-04T06:54:54.5659927+04:00","0001-01-01T00:00:00+00:00"]"#)
    try check(DotNetDecimal.self, "[1.10,-79228162514264337593543950335.0,0.0000000000000000000000000001]")
    try check(DotNetGUID.self, #"["6f9619ff-8b86-d011-b42d-00cf4fc964ff"]"#)
    try check(DotNetChar.self, #"["A","5","é"]"#)
    try check(DotNetURI.self, #"["HTTP://example.org/a b","../x"]"#)
    #expect(try json(decode([URL].self, #"["http://example.org/a%20b"]"#)) == #"["http://example.org/a%20b"]"#)
    #expect(
      failure([URL].self, #"["http://example.org/a b"]"#)
        == "json: [0] (byte 1): expected a value that the Swift type holds, found \"http://example.org/a b\"")
    #expect(try decode([Data].self, #"["AAH/"]"#) == [Data([0, 1, 255])])
    #expect(try json([Data([0, 1, 255])]) == #"["AAH/"]"#)
  }

  @Test("a set is written in ascending order") func sets() throws {
    #expect(try json(Set(["b", "a", "c"])) == #"["a","b","c"]"#)
    #expect(try decode(Set<Int32>.self, "[2,1,2]") == [1, 2])
  }

  @Test("a dictionary is written in the order of its keys, entries in their own") func dictionaries() throws {
    #expect(try json(["b": 1, "a": 2, "B": 3]) == #"{"B":3,"a":2,"b":1}"#)
    let entries: OrderedEntries<String, Int32?> = ["b": 1, "a": nil]
    #expect(try json(entries) == #"{"b":1,"a":null}"#)
    #expect(try decode(OrderedEntries<String, Int32?>.self, #"{"b":1,"a":null}"#) == entries)
    #expect(try decode([UUID: Int32].self, #"{"00010203-0405-0607-0809-0A0B0C0D0E0F":1}"#).count == 1)
    let xml = try XMLFormat.dataContract.encode(["b": Int32(1), "a": 2])
    #expect(try XMLFormat.dataContract.decode([String: Int32].self, from: xml) == ["a": 2, "b": 1])
    #expect(entries["b"] == .some(1))
  }

  @Test("a key that comes twice loses no value in silence") func repeatedKey() throws {
    #expect(try decode(OrderedEntries<String, Int>.self, #"{"a":1,"a":2}"#).entries.count == 2)
    #expect(
      failure([String: Int].self, #"{"a":1,"a":2}"#)
        == #"json: ["a"] (byte 11): expected each key once, found the key a second time"#)
  }

  @Test("a conformance by hand serves every format") func byHand() throws {
    let point = HandWrittenPoint(x: 1, y: -2)
    for format in WireFormat.all {
      let format = try format.format()
      #expect(try format.decode(HandWrittenPoint.self, from: format.encode(point)) == point, "\(format.name)")
    }
  }

  @Test("a scalar of one's own takes part") func ownScalar() throws {
    let decimals = try decode([DecimalText].self, "[1.50,-0.001]")
    #expect(try json(decimals) == "[1.50,-0.001]")
    #expect(
      failure([DecimalText].self, #"["x"]"#)
        == "json: [0] (byte 1): expected a decimal number of at most 28 digits, found \"x\"")
  }

  @Test("a value that .NET's type does not have is an error in every format")
  func beyondDotNet() throws {
    func check<T: DataContractEncodable>(_ value: T, _ expected: String) throws {
      for format in WireFormat.all {
        let format = try format.format()
        #expect(throws: DocumentError.self, "\(format.name)") { try format.encode(value) }
      }
      do { _ = try json(value) } catch { #expect("\(error)" == expected) }
    }
    let date = "expected a date and time, found a value that .NET's type does not have"
    let decimal = "expected a decimal number of at most 28 digits, found a value that .NET's type does not have"
    try check(Date(timeIntervalSince1970: 1e15), "document: (byte 0): \(date)")
    try check([Date(timeIntervalSince1970: .nan)], "document: [0] (byte 0): \(date)")
    try check([Decimal(sign: .plus, exponent: 40, significand: 1)], "document: [0] (byte 0): \(decimal)")
    try check(["a": Decimal.nan], #"document: ["a"] (byte 0): \#(decimal)"#)
    try check([Decimal.nan: "a"], "document: (byte 0): \(decimal)")
    try check(
      HandWrittenPrice(price: Decimal(sign: .plus, exponent: -30, significand: 1)),
      "document: Price (byte 0): \(decimal)")
    try check(HandWrittenPrice(price: nil, since: .distantPast - 1e12), "document: Since (byte 0): \(date)")
  }

  @Test("an index that is no member's is an error") func wrongIndex() {
    #expect(throws: DocumentError.self) { try JSONFormat.webAPI.encode(WrongIndex()) }
  }
}

/// A conformance that counts its members wrongly.
private struct WrongIndex: DataContractEncodable {
  static var dataContractName: QualifiedName { QualifiedName(dataContract: "Wrong", in: "urn:t") }

  static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.object(Self.self) { types in ObjectContract(declaring: [types.member("A", Int32.self)]) }
  }

  func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginObject()
    try builder.encode(Int32(1), as: 1)
    try builder.endObject()
  }
}

/// A conformance whose members are of types that hold more than .NET's.
private struct HandWrittenPrice: DataContractEncodable {
  var price: Decimal?
  var since = Date(timeIntervalSince1970: 0)

  static var dataContractName: QualifiedName { QualifiedName(dataContract: "Price", in: "urn:t") }

  static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.object(Self.self) { types in
      ObjectContract(declaring: [types.member("Price", Decimal?.self), types.member("Since", Date.self)])
    }
  }

  func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginObject()
    try builder.encode(price, as: 0)
    try builder.encode(since, as: 1)
    try builder.endObject()
  }
}
