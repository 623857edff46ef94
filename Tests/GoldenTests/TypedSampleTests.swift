#if Macros
  import DataContracts
  import SampleTypes
  import TestSupport
  import Testing

  /// The samples as Swift values of `Samples/Types`.
  @Suite("Samples as Swift values")
  struct TypedSampleTests {
    @Test("every pair of formats gives the sample's bytes", arguments: Sample.all)
    func pairs(_ sample: Sample) throws {
      switch sample.root {
      case "ChatRequest": try pairs(sample, ChatRequest.self)
      case "ChatResponse": try pairs(sample, ChatResponse.self)
      case "SuntechCustSupportChat": try pairs(sample, SuntechCustSupportChat.self)
      default: try pairs(sample, SuntechCustSupportChatApiResponse.self)
      }
    }

    private func pairs<T: DataContractCodable & Equatable>(_ sample: Sample, _ type: T.Type) throws {
      let reference = try #require(try WireFormat.named("json").flatMap { try value(type, of: sample, $0) })
      var pairs = 0
      for source in Sample.formats {
        guard let value = try value(type, of: sample, source) else { continue }
        // ServiceStack and WCF cut dates to milliseconds, camelCase lowers the keys of dictionaries.
        guard value == reference else {
          #expect(["json-servicestack", "json-datacontract", "json-camel"].contains(source.name), "\(source.name)")
          continue
        }
        for target in Sample.formats {
          guard let expected = try sample.bytes(target) else { continue }
          let written = try target.format().encode(value)
          #expect(text(written) == text(expected), "\(source.name) to \(target.name)")
          pairs += 1
        }
      }
      #expect(pairs >= 48)
    }

    private func value<T: DataContractCodable>(_ type: T.Type, of sample: Sample, _ format: WireFormat) throws -> T? {
      try sample.bytes(format).map { try format.format().decode(type, from: $0) }
    }

    @Test("a document under the schema's contract becomes the same value") func foreignContract() throws {
      let sample = try #require(Sample.all.first { $0.root == "ChatResponse" })
      let json = try #require(WireFormat.named("json"))
      let bytes = try #require(try sample.bytes(json))
      let document = try json.format().decode(bytes, as: sample.contract())
      #expect(try document.decode(ChatResponse.self) == json.format().decode(ChatResponse.self, from: bytes))
      #expect(try Document(encoding: document.decode(ChatResponse.self)) == document)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
  }
#endif
