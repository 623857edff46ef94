import DataContracts
import DataContractsFoundation
import Foundation
import Testing

@Suite("Codable errors")
struct CodableErrorTests {
  /// The underlying error's text, which names format, path, byte, what was expected and what was found.
  private func failure(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return "none"
    } catch let error as DecodingError {
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
        .dataCorrupted(let context):
        #expect(context.debugDescription == context.underlyingError.map { "\($0)" })
        return context.underlyingError.map { "\($0)" } ?? "no underlying error"
      @unknown default: return "unknown"
      }
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "carry path and offset",
    arguments: [
      (
        #"[{"name":"a","value":1},{"name":"b","value":"x"}]"#,
        #"json: [1].value (byte 44): expected a double-precision number, found "x""#
      ),
      (#"[{"name":"a"},{"value":1}]"#, #"json: [1] (byte 14): expected the member "name", found none"#),
      (#"[{"name":"a"},7]"#, "json: [1] (byte 14): expected an object, found 7"),
      (#"[{"name":[]}]"#, "json: [0].name (byte 9): expected a string, found a list"),
      (#"{"name":"a"}"#, "json: (byte 0): expected a list, found an object"),
      (#"[{"name":"a","name":"b"}]"#, #"json: [0] (byte 20): expected each member once, found "name" again"#),
    ])
  func places(json: String, message: String) throws {
    #expect(failure { try JSONFormat.webAPI.decode([Everything.Inner].self, from: Array(json.utf8)) } == message)
  }

  @Test("name what a scalar's type holds") func scalars() throws {
    let decode = { (json: String, type: any Decodable.Type) in
      failure { try JSONFormat.webAPI.decode(type, from: Array(json.utf8)) as Any }
    }
    #expect(
      decode(#"{"k":[1,-1]}"#, [String: [Wrapper<UInt8>]].self)
        == #"json: ["k"][1] (byte 8): expected an integer from 0 through 255, found -1"#)
    #expect(
      decode(#"["2026-13-01T00:00:00Z"]"#, [Wrapper<Date>].self)
        == #"json: [0] (byte 1): expected a date and time, found "2026-13-01T00:00:00Z""#)
    #expect(
      decode(#"{"a":1,"b":2}"#, [Int: Wrapper<Int>].self) == #"json: ["a"] (byte 5): expected a key of Int, found 1"#)
    #expect(
      decode("[170141183460469231731687303715884105728]", [Wrapper<Int128>].self)
        == "json: [0] (byte 1): expected an integer of Int128, found 170141183460469231731687303715884105728")
  }

  @Test("are those of the format where the bytes are none of it") func syntax() throws {
    #expect(
      failure { try JSONFormat.webAPI.decode([Everything.Inner].self, from: Array("[{".utf8)) }
        == #"json: [0] (byte 2): expected a member name or "}", found the end of the input"#)
  }

  @Test("in XML") func xml() throws {
    let xml = "<r><name>a</name><value>x</value></r>"
    #expect(
      failure { try XMLFormat.dataContract.decode(Everything.Inner.self, from: Array(xml.utf8)) }
        == #"xml: value (byte 24): expected a double-precision number, found "x""#)
  }

  @Test("that a type passes over leave no trace") func passedOver() throws {
    struct Lossy: Decodable, Equatable {
      var values: [Int] = []

      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        while !container.isAtEnd {
          if let value = try? container.decode(Int.self) {
            values.append(value)
          } else {
            _ = try container.decode(String.self)
          }
        }
      }
    }
    let read = try JSONFormat.webAPI.decode(Lossy.self, from: Array(#"[1,"a",2,"b"]"#.utf8))
    #expect(read.values == [1, 2])
  }

  @Test("a type may keep its decoder") func keptDecoder() throws {
    struct Later: Decodable {
      let decoder: any Decoder
      let container: KeyedDecodingContainer<CodingKeys>
      enum CodingKeys: String, CodingKey { case name }

      init(from decoder: any Decoder) throws {
        self.decoder = decoder
        container = try decoder.container(keyedBy: CodingKeys.self)
      }
    }
    let later = try JSONFormat.webAPI.decode(
      [String: [Later]].self, from: Array(#"{"k":[{"name":"a"},{"name":"b"}]}"#.utf8))
    for (index, item) in (later["k"] ?? []).enumerated() {
      #expect(try item.container.decode(String.self, forKey: .name) == ["a", "b"][index])
      #expect(try Everything.Inner(from: item.decoder).name == ["a", "b"][index])
      #expect(item.decoder.codingPath.map(\.stringValue) == ["k", "Index \(index)"])
    }
  }

  @Test("a value that is too deep is refused, read and written") func depth() throws {
    var tree = Branch("leaf")
    for _ in 0..<300 { tree = Branch("t", [], next: tree) }
    #expect(throws: EncodingError.self) { try JSONFormat.webAPI.encode(tree) }
    var options = CodableOptions()
    options.depth = 302
    let bytes = try JSONFormat.webAPI.encode(tree, options: options)
    #expect(throws: DocumentError.self) { try JSONFormat.webAPI.decode(Branch.self, from: bytes) }
    var format = JSONFormat.webAPI
    format.decoding.limits.depth = 302
    #expect(throws: DecodingError.self) { try format.decode(Branch.self, from: bytes) }
    #expect(try format.decode(Branch.self, from: bytes, options: options) == tree)
  }

  @Test("a type that encodes itself for ever is refused") func endless() throws {
    struct Endless: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self)
      }
    }
    #expect(throws: EncodingError.self) { try JSONFormat.webAPI.encode(Endless()) }
  }

  @Test("misuse of containers is an error and no trap") func misuse() throws {
    struct TwoKinds: Encodable {
      func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: IntegerKeys.CodingKeys.self)
        try object.encode(1, forKey: .one)
        _ = encoder.unkeyedContainer()
      }
    }
    struct TwoValues: Encodable {
      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(1)
        try container.encode(2)
      }
    }
    struct Nothing: Encodable {
      func encode(to encoder: any Encoder) throws {}
    }
    #expect(throws: EncodingError.self) { try JSONFormat.webAPI.encode(TwoKinds()) }
    #expect(throws: EncodingError.self) { try JSONFormat.webAPI.encode(TwoValues()) }
    #expect(throws: EncodingError.self) { try JSONFormat.webAPI.encode(Nothing()) }
    #expect(String(decoding: try JSONFormat.webAPI.encode([Nothing()]), as: UTF8.self) == "[{}]")
  }

  @Test("a value that .NET has no text for is refused") func unwritable() throws {
    #expect(throws: EncodingError.self) {
      try JSONFormat.webAPI.encode(Wrapper(Date(timeIntervalSince1970: 1e12)))
    }
    #expect(throws: EncodingError.self) { try JSONFormat.webAPI.encode(Wrapper(Decimal.greatestFiniteMagnitude)) }
  }
}
