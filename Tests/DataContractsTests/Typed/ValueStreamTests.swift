#if Macros
  import DataContracts
  import Foundation
  import SampleTypes
  import TestSupport
  import Testing

  /// What reading a text as a Swift value comes to: the value's document, or the error.
  private enum Outcome: Equatable, CustomStringConvertible {
    case value(Document)
    case failure(String)

    var description: String {
      switch self {
      case .value(let document): "\(document)"
      case .failure(let error): error
      }
    }

    init<T: DataContractCodable>(_ read: () throws(DocumentError) -> T) {
      do throws(DocumentError) {
        self = .value(try Document(encoding: try read()))
      } catch {
        self = .failure("\(error)")
      }
    }
  }

  /// A type, and JSON texts of its values.
  private struct StreamedRoot: Sendable {
    let name: String
    let hasStream: @Sendable ([UInt8], JSONFormat) throws -> Bool
    let read: @Sendable ([UInt8], JSONFormat) -> Outcome
    let readThroughDocument: @Sendable ([UInt8], JSONFormat) -> Outcome
    /// The value of a text, written without a document, and through one.
    let write: @Sendable ([UInt8], JSONFormat, JSONFormat) throws -> (direct: [UInt8]?, expected: [UInt8])

    init<T: DataContractCodable & SendableMetatype>(_ name: String, _ type: T.Type) {
      self.name = name
      hasStream = { bytes, format in
        var value: T?
        let types = try type.dataContract.get()
        return format.readWithoutDocument(bytes, as: types) { value = try? T.decode(from: &$0) } && value != nil
      }
      read = { bytes, format in Outcome { () throws(DocumentError) in try format.decode(type, from: bytes) } }
      readThroughDocument = { bytes, format in
        Outcome { () throws(DocumentError) in try format.decodeThroughDocument(type, from: bytes) }
      }
      write = { bytes, source, target in
        let value = try source.decode(type, from: bytes)
        var output: [UInt8] = [0x20]
        let isDirect = target.encodeWithoutDocument(value, try type.dataContract.get(), into: &output)
        let expected = try target.encode(Document(encoding: value))
        #expect(output == (isDirect ? [0x20] + expected : [0x20]))
        #expect(try target.encode(value) == expected)
        return (isDirect ? Array(output.dropFirst()) : nil, expected)
      }
    }

    static let all = [
      StreamedRoot("CRM.AgencyPlatform.API.Internal.ChatResponse", ChatResponse.self),
      StreamedRoot("Zoo.Bools", Bools.self), StreamedRoot("Zoo.Ints", Ints.self),
      StreamedRoot("Zoo.NullableInts", NullableInts.self), StreamedRoot("Zoo.Doubles", Doubles.self),
      StreamedRoot("Zoo.Decimals", Decimals.self), StreamedRoot("Zoo.Chars", Chars.self),
      StreamedRoot("Zoo.Strings", Strings.self), StreamedRoot("Zoo.Dates", Dates.self),
      StreamedRoot("Zoo.Offsets", Offsets.self), StreamedRoot("Zoo.Spans", Spans.self),
      StreamedRoot("Zoo.Guids", Guids.self), StreamedRoot("Zoo.Bytes", Bytes.self),
      StreamedRoot("Zoo.Enums", Enums.self), StreamedRoot("Zoo.Sparse", Sparse.self),
      StreamedRoot("Zoo.Strict", Strict.self), StreamedRoot("Zoo.Ordered", Ordered.self),
      StreamedRoot("Zoo.Leaf0", Leaf0.self), StreamedRoot("Zoo.Renamed", Renamed.self),
      StreamedRoot("Zoo.Lists", Lists.self), StreamedRoot("Zoo.Nested", Nested.self),
      StreamedRoot("Zoo.CustomColls", CustomColls.self), StreamedRoot("Zoo.Drawing", Drawing.self),
      StreamedRoot("Zoo.Node", Node.self), StreamedRoot("Zoo.NodeHolder", NodeHolder.self),
      StreamedRoot("Zoo.Points", Points.self), StreamedRoot("Zoo.Dicts", Dicts.self),
      StreamedRoot("Zoo.QNames", QNames.self), StreamedRoot("Zoo.Ifaces", Ifaces.self),
      StreamedRoot("Zoo.Wrap<Zoo.Item>", Wrap<Item?>.self),
    ]
  }

  @Suite("Values straight from and to JSON")
  struct ValueStreamTests {
    private static let tokens = [
      "null", "\"\"", "{}", "[]", "\"$id\":\"1\",", "\"__type\":\"Item:#Zoo\",", "\"id\":1,", ",", "}", "]", ":", "-0",
      "1e2",
      "\"\\u0041\"", " ", "\u{FEFF}", "\"/Date(1)/\"", "true", "\"Unknown\":{\"A\":[1]},",
    ]

    /// Every file that a serializer of JSON wrote of a value of a type.
    private static func texts(of root: StreamedRoot) -> [(bytes: [UInt8], format: JSONFormat)] {
      WriteVectors.all.filter { $0.root == root.name }.flatMap { vector in
        VectorFile.all.compactMap { file in
          guard vector.files.contains(file.name), let bytes = vector.bytes(file),
            let format = try? file.wireFormat() as? JSONFormat
          else { return nil }
          return (bytes, format)
        }
      }
    }

    @Test("most of what .NET wrote is read without a document") func streams() throws {
      var (streamed, total) = (0, 0)
      for root in StreamedRoot.all {
        for (bytes, format) in Self.texts(of: root) {
          total += 1
          if try root.hasStream(bytes, format) { streamed += 1 }
        }
      }
      #expect((streamed, total) == (405, 524))
    }

    @Test("values are written without a document as through one") func writes() throws {
      var (direct, total) = (0, 0)
      for root in StreamedRoot.all {
        for (bytes, source) in Self.texts(of: root) {
          for target in [JSONFormat.webAPI, .camelCase, .serviceStack, .serviceStackCamelCase, .systemTextJSON] {
            guard let written = try? root.write(bytes, source, target) else { continue }
            total += 1
            if written.direct != nil { direct += 1 }
          }
        }
      }
      #expect((direct, total) == (2177, 2278))
    }

    @Test("values and errors are those of the document", arguments: StreamedRoot.all.indices)
    func agrees(_ index: Int) {
      let root = StreamedRoot.all[index]
      var random = SeededGenerator(seed: UInt64(index))
      for (bytes, format) in Self.texts(of: root) {
        var format = format
        for tolerance in [DecodingOptions(), .likeDotNet] {
          format.decoding = tolerance
          #expect(root.read(bytes, format) == root.readThroughDocument(bytes, format))
          for _ in 0..<40 {
            let damaged = bytes.damaged(with: Self.tokens, using: &random)
            let (value, expected) = (root.read(damaged, format), root.readThroughDocument(damaged, format))
            #expect(value == expected, "\(format.name): \(String(decoding: damaged, as: UTF8.self))")
          }
        }
      }
    }

    @Test("limits are those of the document", arguments: StreamedRoot.all.indices)
    func limits(_ index: Int) {
      let root = StreamedRoot.all[index]
      for (bytes, original) in Self.texts(of: root) {
        for limit in 0...6 {
          for property in [\Limits.depth, \.nodes, \.textBytes, \.nameBytes, \.numberBytes] {
            var format = original
            format.decoding.limits[keyPath: property] = limit
            #expect(root.read(bytes, format) == root.readThroughDocument(bytes, format))
          }
        }
      }
    }

    @Test("members are found by any spelling, in any order") func spellings() throws {
      let texts = [
        #"{"IsActive":true,"ChatId":"A"}"#, #"{"chatMemberName":"x","isActive":true,"chatId":null}"#,
        #" { "CHATID" : "1" , "Unknown" : [ { } ] , "Chat\u0049d" : "2" } "#, #"{"ChatId":"1","chatId":"2"}"#,
        #"{"chatId":"1","Unknown":1,"unknown":{"a":[]},"ChatMemberName":"y"}"#,
      ]
      let root = StreamedRoot("Member", Member.self)
      for text in texts {
        for format in [JSONFormat.webAPI, .camelCase, .serviceStack, .systemTextJSON, .dataContractJSON] {
          #expect(root.read(Array(text.utf8), format) == root.readThroughDocument(Array(text.utf8), format))
        }
      }
    }

    @Test("dictionaries with keys of text come entry by entry", arguments: Self.maps)
    func dictionaries(_ text: String) throws {
      let root = StreamedRoot("Maps", Maps.self)
      for format in [JSONFormat.webAPI, .camelCase, .serviceStack, .systemTextJSON, .dataContractJSON] {
        #expect(try root.hasStream(Array(text.utf8), format))
        #expect(root.read(Array(text.utf8), format) == root.readThroughDocument(Array(text.utf8), format))
      }
    }

    @Test("dictionaries have the document's values, errors and limits", arguments: Self.maps + Self.oddMaps)
    func damagedDictionaries(_ text: String) {
      let root = StreamedRoot("Maps", Maps.self)
      var random = SeededGenerator(seed: UInt64(text.utf8.count))
      for original in [JSONFormat.webAPI, .serviceStack, .systemTextJSON] {
        for options in [DecodingOptions(), .likeDotNet] {
          var format = original
          format.decoding = options
          for _ in 0..<200 {
            let damaged = Array(text.utf8).damaged(with: Self.tokens, using: &random)
            let (value, expected) = (root.read(damaged, format), root.readThroughDocument(damaged, format))
            #expect(value == expected, "\(format.name): \(String(decoding: damaged, as: UTF8.self))")
          }
          for (property, limits) in [
            (\Limits.depth, 1...5), (\.nodes, 1...12), (\.textBytes, 36...42), (\.nameBytes, 6...42),
          ] {
            for limit in limits {
              format.decoding.limits[keyPath: property] = limit
              #expect(root.read(Array(text.utf8), format) == root.readThroughDocument(Array(text.utf8), format))
            }
            format.decoding.limits = Limits()
          }
        }
      }
    }

    @Test("entries that are not read as a key and a value are those of the document")
    func unreadEntries() throws {
      let root = StreamedRoot("Entries", OrderedEntries<String, Unread>.self)
      for text in [#"{"a":1}"#, #"{"a":"b","c":"d"}"#, #"{"a":{},"b":{}}"#, #"{"a":[1],"b":null}"#] {
        #expect(root.read(Array(text.utf8), .webAPI) == root.readThroughDocument(Array(text.utf8), .webAPI))
      }
    }

    private static let maps = [
      #"{"texts":{}}"#, #"{"texts":{"a":"b"},"nested":{"x":{"y":1,"z":-20},"w":null,"v":{}}}"#,
      #"{"texts":{"a":null,"":"","a":"c"," ":"\n"}}"#, #"{"texts" : { "$type" : "x" , "__type" : "y", "$id":"1" } }"#,
      #"{"texts":{"\u0041\"":"plain","plain":"\ud83d\ude00","\u0041\"":"\\","é\n":"é"}}"#,
      #"{"texts":{"a key of thirty-seven bytes, no more ..":"a text of thirty-eight bytes, no less .."}}"#,
      #"{"texts":{"a \"key\" of 37 bytes without escapes .":"a \"text\" of 38 bytes without escapes .."}}"#,
      #"{"members":{"1":{"ChatId":"1","isActive":true},"2":null,"\t":{"Unknown":{"a":1}},"3":{"chatId":null}}}"#,
      #"{"lists":[{"1":1.0,"2":1e2,"3":0.1,"\u0034":-0.0},{},{"1":123456789012.5}]}"#,
      #"{"nested":{"\u0041":{"\u0042":1000,"C":1},"b":{"\u0042":1}},"numbers":{"1":"x","2":null},"texts":null}"#,
    ]

    private static let oddMaps = [
      #"{"texts":[{"Key":"a","Value":"b"}]}"#, #"{"texts":{"a"}}"#, #"{"texts":{"a":"b",}}"#, #"{"texts":{,"a":"b"}}"#,
      #"{"texts":{1:"b"}}"#, #"{"texts":{"a":1}}"#, #"{"texts":{"a":{"b":"c"}}}"#, #"{"texts":{"a":"b"]}"#,
      #"{"texts":{"a":"b""#,
      #"{"texts":{"\ud83d":"b"}}"#, #"{"texts":{"\u12":"b"}}"#, #"{"nested":{"a":{"b":1.5}}}"#,
      #"{"nested":{"a":{"b":null}}}"#,
      #"{"members":{"a":{"$id":"1"},"b":{"$ref":"1"}}}"#, #"{"members":{"a":{},"a":{}}}"#,
      #"{"members":{"\u0061":{},"a":{}}}"#,
      #"{"lists":[null]}"#, #"{"lists":[{"a":null}]}"#, #"{"numbers":{"x":"1"}}"#, #"{"texts":"a"}"#,
      #"{"texts":{"a":"b"}"#,
    ]

    @Test(
      "numbers, escapes and members that no contract knows are those of the document",
      arguments: [
        "-1", "-0", "0", "1.0", "-1.50", "1e2", "1E+2", "1e-2", "123456789012345678901234567890",
        "1.7976931348623157e308",
        "1e999", "0.1000000000000000055511151231257827", "4.9e-324", "9007199254740993", "12345678901", "-2147483648",
        "-2147483649", "01", "-01", "-", "+1", "1.", ".5", "1e", "1e+", "1-2", "true", "tru", "false", "null", "NaN",
        "\"\"",
        "\"1.0\"", "\"\\u0031\"", "\"\\ud83d\\ude00\"", "\"\\ude00\"", "\"\\x\"", "\"\\u00\"", "\"\\", "\"\\n",
        "\"\u{1}\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u00e9é\\u0000\"", "{\"a\":[1,\"\\n\"]}", "[]",
      ])
    func scalars(_ scalar: String) {
      let root = StreamedRoot("Scalars", Scalars.self)
      for member in ["text", "double", "decimal", "long", "byte", "flag", "link", "Unknown"] {
        let text = Array(#"{"first":1,"\#(member)":\#(scalar),"last":2}"#.utf8)
        for (options, limit) in [(DecodingOptions(), 1000), (.likeDotNet, 1000), (DecodingOptions(), 12)] {
          for original in [JSONFormat.webAPI, .serviceStack, .systemTextJSON] {
            var format = original
            format.decoding = options
            format.decoding.limits.numberBytes = limit
            #expect(root.read(text, format) == root.readThroughDocument(text, format))
          }
        }
      }
    }

    @Test("names that differ in case alone are told apart after names in camelCase") func caseAlone() throws {
      let text = Array(#"{"other":{"name":"n"},"pair":{"id":1,"Id":2}}"#.utf8)
      let value = try JSONFormat.webAPI.decode(CaseHolder.self, from: text)
      #expect(value.pair?.lower == 1)
      #expect(value.pair?.upper == 2)
    }

    @Test("long texts are validated piece by piece", arguments: ["a", "é", "€", "😀", "a😀é€"])
    func longTexts(character: String) throws {
      let strings = StreamedRoot("strings", [String].self)
      for shift in 0..<4 {
        let items = (0..<30).map {
          String(repeating: "a", count: $0 + shift) + String(repeating: character, count: 700)
        }
        let text = try JSONFormat.webAPI.encode(items)
        #expect(try JSONFormat.webAPI.decode([String].self, from: text) == items)
        #expect(try strings.hasStream(text, .webAPI))
        for place in stride(from: 5, to: text.count - 5, by: 997) {
          var broken = text
          broken[place] = 0xFF
          #expect(try !strings.hasStream(broken, .webAPI))
          #expect(strings.read(broken, .webAPI) == strings.readThroughDocument(broken, .webAPI))
        }
      }
    }

    @Test("bytes that are no UTF-8 are an error where no value needs them too") func invalidBytesBesideValues() throws {
      let point = StreamedRoot("Zoo.Ints", Ints.self)
      for text in [#"{"Unknown":"?"}"#, #"{"?":1}"#, "{}?", #"{"Unknown":["?"]}"#] {
        let broken = text.utf8.map { $0 == 0x3F ? 0xE9 : $0 }
        #expect(try !point.hasStream(broken, .webAPI))
        let offset = broken.firstIndex(of: 0xE9) ?? 0
        #expect(
          point.read(broken, .webAPI) == .failure("json: (byte \(offset)): expected UTF-8, found the byte 0xE9"))
      }
    }

    @Test("a reader that is asked for more than a stream knows reads the document") func fallsBack() throws {
      let value = try JSONFormat.webAPI.decode(Rereader.self, from: Array(#"{"Id":5}"#.utf8))
      #expect(value.ids == [5, 5])
    }
  }

  @DataContract(namespace: .clr("Zoo")) private struct Member {
    var chatId: String?
    var chatMemberName: String?
    var isActive: Bool?
  }

  @DataContract(namespace: .clr("Zoo")) private struct Maps {
    var texts: OrderedEntries<String, String?>?
    var nested: OrderedEntries<String, OrderedEntries<String, Int32>?>?
    var members: [String: Member?]?
    var lists: [OrderedEntries<String, Double>]?
    var numbers: OrderedEntries<Int32, String?>?
  }

  @DataContract(namespace: .clr("Zoo")) private struct Scalars {
    var first: Int32?
    var text: String?
    var double: Double?
    var decimal: DotNetDecimal?
    var long: Int64?
    var byte: UInt8?
    var flag: Bool?
    var link: DotNetURI?
    var last: Int32?
  }

  @DataContract(namespace: .clr("Zoo")) private struct CaseHolder {
    var other: Named?
    var pair: CasePair?
  }

  @DataContract(namespace: .clr("Zoo")) private struct Named {
    var name: String?
  }

  @DataContract(namespace: .clr("Zoo")) private struct CasePair {
    @DataMember(name: "Id") var upper: Int32?
    @DataMember(name: "id") var lower: Int32?
  }

  /// Reads nothing.
  private struct Unread: DataContractCodable {
    static var dataContractName: QualifiedName { String.dataContractName }

    static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex { .primitive(.string) }

    init(from reader: inout DocumentReader) throws(DocumentError) {}
    func encode(into builder: inout DocumentBuilder) throws(DocumentError) { try builder.null() }
  }

  /// Reads its members twice.
  private struct Rereader: DataContractDecodable {
    var ids: [Int32] = []

    static var dataContractName: QualifiedName { QualifiedName(namespace: "urn:test", localName: "Rereader") }

    static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
      types.object(Self.self) { types in ObjectContract(declaring: [types.member("Id", Int32.self)]) }
    }

    init(from reader: inout DocumentReader) throws(DocumentError) {
      var members = try reader.beginObject(Self.self)
      while reader.nextMember(of: &members) != nil { ids.append(try reader.decode()) }
      reader.reenter(members)
      while reader.nextMember(of: &members) != nil { ids.append(try reader.decode()) }
    }
  }
#endif
