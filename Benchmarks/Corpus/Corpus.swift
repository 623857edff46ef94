/// The documents that the benchmarks measure.
public enum Corpus: String, Sendable, CaseIterable {
  /// The documented sample of the Web API service: 276 bytes of JSON.
  case suntech
  /// The documented sample of the ServiceStack service: 758 bytes of JSON.
  case chat
  /// A `ChatResponse` of 640 chats: about 1 MB of JSON.
  case mid
  /// A `ChatResponse` of 6400 chats: about 10 MB of JSON.
  case large

  /// The content; generated ones are made once a process.
  public var value: Value {
    switch self {
    case .suntech: Samples.suntech
    case .chat: Samples.chat
    case .mid: Self.midValue
    case .large: Self.largeValue
    }
  }

  /// The name of the root contract and XML element.
  public var rootName: String { self == .suntech ? "SuntechCustSupportChatApiResponse" : "ChatResponse" }

  /// The content as a format spells it.
  public func bytes(_ spelling: Spelling) -> [UInt8] {
    switch spelling {
    case .webAPI: JSONSpelling.webAPI.write(value)
    case .serviceStack: JSONSpelling.serviceStack.write(value)
    case .dataContractXML: XMLSpelling.write(value, rootName: rootName)
    case .dottedForm: FieldSpelling.form(value)
    case .multipart: FieldSpelling.multipart(value)
    }
  }

  private static let midValue: Value = {
    var generator = ChatGenerator(seed: 2027)
    return generator.response(chats: 640)
  }()

  private static let largeValue: Value = {
    var generator = ChatGenerator(seed: 2026)
    return generator.response(chats: 6400)
  }()
}

/// The formats in which the corpus is written, each as a .NET service writes it.
public enum Spelling: String, Sendable, CaseIterable {
  /// Json.NET with ASP.NET Web API's defaults: C# names, nulls written.
  case webAPI
  /// ServiceStack.Text with camel case: no nulls, GUIDs without hyphens, `\/Date(…)\/`.
  case serviceStack
  /// DataContractSerializer through XmlWriter, compact.
  case dataContractXML
  /// The names and values of ``multipart`` as `FormUrlEncodedContent` escapes them.
  case dottedForm
  /// MultipartDataMediaFormatter, invariant culture.
  case multipart
}
