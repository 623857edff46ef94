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

  @Suite("Values straight from JSON")
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

    @Test("names that differ in case alone are told apart after names in camelCase") func caseAlone() throws {
      let text = Array(#"{"other":{"name":"n"},"pair":{"id":1,"Id":2}}"#.utf8)
      let value = try JSONFormat.webAPI.decode(CaseHolder.self, from: text)
      #expect(value.pair?.lower == 1)
      #expect(value.pair?.upper == 2)
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
