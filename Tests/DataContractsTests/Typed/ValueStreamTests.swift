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

    init<T: DataContractCodable & SendableMetatype>(_ name: String, _ type: T.Type) {
      self.name = name
      hasStream = { bytes, format in try format.decodeWithoutDocument(type, from: bytes) != nil }
      read = { bytes, format in Outcome { () throws(DocumentError) in try format.decode(type, from: bytes) } }
      readThroughDocument = { bytes, format in
        Outcome { () throws(DocumentError) in try format.decodeThroughDocument(type, from: bytes) }
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
  }
#endif
