/// A format as a program offers it to people: its name, its media types, what it can lose, and how to make it.
///
/// ``all`` is the one place where formats are listed.
public struct WireFormat: Sendable {
  /// The name on the command line, such as `json-camel`.
  public let name: String
  /// Whose format it is, in a few words.
  public let summary: String
  /// What a document loses in the format.
  public let losses: String
  /// Endings of file names, without the dot, that mean this format; a longer ending wins over a shorter one.
  public let fileEndings: [String]
  private let make: @Sendable (Settings) throws(DocumentError) -> any DocumentFormat

  /// What a caller may choose whatever the format.
  public struct Settings: Sendable {
    /// Spaces a level; 0, the default, writes everything on one line. Formats that have no levels take no notice.
    public var indentation = 0
    /// What the decoder lets its caller choose.
    public var decoding = DecodingOptions()
    /// The offset from UTC, in minutes, that a date-time without a zone is taken to have where a format writes
    /// milliseconds since 1970; a .NET service takes its machine's. Default 0.
    public var unspecifiedDateOffset = 0
    /// The assembly of C# types that ServiceStack's type names end in. Default empty: they have none.
    public var assembly = ""
    /// The `Content-Type` that came with the input, which holds a multipart body's boundary.
    public var contentType: String?
    /// The boundary to read and write a multipart body with.
    public var boundary: String?

    /// The defaults that each property names.
    public init() {}
  }

  init(
    _ name: String, _ summary: String, losses: String, endings: [String] = [],
    make: @escaping @Sendable (Settings) throws(DocumentError) -> any DocumentFormat
  ) {
    self.name = name
    self.summary = summary
    self.losses = losses
    self.make = make
    fileEndings = endings
  }

  /// The format with these settings.
  ///
  /// - Throws: ``DocumentError`` for a content type without a boundary where one is needed, or a boundary that
  ///   RFC 2046 does not allow.
  public func format(_ settings: Settings = Settings()) throws(DocumentError) -> any DocumentFormat {
    try make(settings)
  }

  /// The media types of the format, the one to be sent first.
  public var mediaTypes: [String] {
    (try? make(Settings()).mediaTypes) ?? []
  }
}

extension WireFormat {
  /// Every format, in the order in which they are shown.
  public static let all: [WireFormat] = xmlFormats + jsonFormats + serviceStackFormats + formFormats + multipartFormats

  /// The format of a name; `nil` when there is none.
  public static func named(_ name: String) -> WireFormat? {
    all.first { $0.name == name }
  }

  private static let xmlFormats = [
    xml("xml", "DataContract XML, as Web API writes it", .dataContract, endings: ["xml"]),
    xml("xml-stream", "DataContract XML, as WriteObject(Stream) and WCF write it", .dataContractStream),
    xml("xml-servicestack", "DataContract XML with a declaration, as ServiceStack writes it", .serviceStack),
  ]

  private static let jsonFormats = [
    json(
      "json", "Json.NET under ASP.NET Web API's settings", .webAPI,
      losses: "the scale of decimals that are integers, and what type a value of a member of type object has",
      endings: ["json"]),
    json(
      "json-camel", "Json.NET with camelCase names", .camelCase,
      losses: "as json, and the case of dictionary keys", endings: ["camel.json"]),
    json(
      "json-servicestack", "ServiceStack.Text", .serviceStack,
      losses: "null members, structures, and of date-times what is finer than a millisecond",
      endings: ["servicestack.json"]),
    json(
      "json-servicestack-camel", "ServiceStack.Text with a host's camelCase names", .serviceStackCamelCase,
      losses: "null members, structures, and of date-times what is finer than a millisecond"),
    json(
      "json-datacontract", "DataContractJsonSerializer", .dataContractJSON,
      losses: "of date-times what is finer than a millisecond", endings: ["datacontract.json"]),
    json(
      "json-systemtext", "System.Text.Json", .systemTextJSON, losses: "the members of derived types",
      endings: ["systemtext.json"]),
  ]

  private static let serviceStackFormats = [
    WireFormat(
      "jsv", "JSV, the text format of ServiceStack.Text",
      losses: "null members, a list of null alone, of midnight its zone; without a contract, the kinds of values",
      endings: ["jsv"]
    ) { settings in
      var format = JSVFormat.serviceStack
      format.decoding = settings.decoding
      format.unspecifiedDateOffset = settings.unspecifiedDateOffset
      format.assembly = settings.assembly
      return format
    },
    WireFormat(
      "csv", "CSV of ServiceStack.Text, a row for an object",
      losses: "what JSV loses, null or empty texts, types of objects; without a contract, the kinds of values",
      endings: ["csv"]
    ) { settings in
      var format = CSVFormat.serviceStack
      format.decoding = settings.decoding
      format.unspecifiedDateOffset = settings.unspecifiedDateOffset
      format.assembly = settings.assembly
      return format
    },
    WireFormat(
      "query", "the query string of ServiceStack.Text",
      losses: "what JSV loses, the root's derived type; without a contract, the kinds of values", endings: ["qs"]
    ) { settings in
      var format = QueryFormat.serviceStack
      format.decoding = settings.decoding
      format.unspecifiedDateOffset = settings.unspecifiedDateOffset
      format.assembly = settings.assembly
      return format
    },
  ]

  private static let formLosses = "nulls, empty lists and empty dictionaries; without a contract, the kinds of values"

  private static let formFormats = [
    form("form", "application/x-www-form-urlencoded with brackets: a[b][0]", .bracketed, endings: ["form"]),
    form("form-dotted", "application/x-www-form-urlencoded with dots: a[0].b", .dotted, endings: ["dotted.form"]),
  ]

  private static let multipartFormats = [
    WireFormat(
      "multipart", "multipart/form-data of MultipartDataMediaFormatter", losses: formLosses,
      endings: ["multipart"]
    ) { settings throws(DocumentError) in try multipart(.dataMediaFormatter, settings) },
    WireFormat("multipart-files", "the same with binary data as files", losses: formLosses) {
      settings throws(DocumentError) in try multipart(.dataMediaFormatterFiles, settings)
    },
  ]

  private static func xml(_ name: String, _ summary: String, _ preset: XMLFormat, endings: [String] = []) -> WireFormat
  {
    WireFormat(
      name, summary, losses: "lone carriage returns; without a contract, the kinds of values", endings: endings
    ) {
      settings in
      var format = preset
      format.indentation = settings.indentation
      format.decoding = settings.decoding
      return format
    }
  }

  private static func json(
    _ name: String, _ summary: String, _ preset: JSONFormat, losses: String, endings: [String] = []
  ) -> WireFormat {
    WireFormat(name, summary, losses: losses, endings: endings) { settings in
      var format = preset
      format.indentation = settings.indentation
      format.decoding = settings.decoding
      format.dialect.unspecifiedDateOffset = settings.unspecifiedDateOffset
      format.dialect.assembly = settings.assembly
      return format
    }
  }

  private static func form(_ name: String, _ summary: String, _ preset: FormFormat, endings: [String]) -> WireFormat {
    WireFormat(name, summary, losses: formLosses, endings: endings) { settings in
      var format = preset
      format.decoding = settings.decoding
      return format
    }
  }

  private static func multipart(
    _ preset: MultipartFormat, _ settings: Settings
  ) throws(DocumentError) -> MultipartFormat {
    var format = preset
    format.decoding = settings.decoding
    if let contentType = settings.contentType {
      format.boundary = try MultipartFormat.boundary(ofContentType: contentType)
    }
    if let boundary = settings.boundary { format.boundary = boundary }
    return format
  }
}
