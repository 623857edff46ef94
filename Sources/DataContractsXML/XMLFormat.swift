import DataContractsCore

/// DataContract XML, as .NET's DataContractSerializer reads and writes it.
///
/// ```xml
/// <Item xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.datacontract.org/2004/07/Zoo">
///   <Id>7</Id><Name i:nil="true" />
/// </Item>
/// ```
///
/// Reading goes through libxml2's SAX2 interface and needs no tree. A document type declaration is refused, so there
/// are no entities but XML's five; nothing is ever fetched. Encodings are UTF-8, UTF-16, ISO-8859-1 and US-ASCII.
/// Comments and processing instructions are passed over, also inside values; the reader of ASP.NET Web API
/// (`XmlDictionaryReader`) refuses processing instructions, the one of ServiceStack (`XmlReader`) does not.
///
/// With a contract, members may come in any order (.NET silently drops those that come late), an element's name and
/// namespace must be the contract's, and attributes other than `i:nil`, `i:type`, `z:Id` and `z:Ref` are ignored.
/// Without one everything is kept: the document is an object whose only member is the root element.
public struct XMLFormat: DocumentFormat {
  /// Which of .NET's writers the output looks like.
  public enum Style: Sendable, Hashable {
    /// `XmlWriter`, as ASP.NET Web API and ServiceStack use it: `<a />`, `xmlns:d2p1`, line ends replaced by LF.
    case xmlWriter
    /// `WriteObject(Stream)`: `<a/>`, `xmlns:a`, carriage returns kept as `&#xD;`.
    case stream
  }

  /// What a line end becomes, and what ends the lines of an indented document: `XmlWriterSettings.NewLineChars`.
  public enum NewLine: Sendable, Hashable {
    /// `\n`, the default of .NET on Linux.
    case lineFeed
    /// `\r\n`, the default of .NET on Windows.
    case carriageReturnLineFeed
  }

  /// Default ``Style/xmlWriter``.
  public var style: Style
  /// Spaces a level: 0, the default, writes everything on one line; .NET's help pages have 2.
  public var indentation = 0
  /// Default ``NewLine/lineFeed``. The writer of streams keeps line ends as they are.
  public var newLine = NewLine.lineFeed
  /// How doubles and floats are printed. Default ``FloatingPointStyle/shortest``, as .NET Core does; .NET Framework
  /// prints 15 or 17 digits.
  public var floatingPoint = FloatingPointStyle.shortest
  /// Whether `<?xml version="1.0" encoding="utf-8"?>` comes first. Default `false`.
  public var hasDeclaration = false
  /// Whether control characters, which XML 1.0 has no form for, are read and written as references such as `&#x1;`.
  ///
  /// Default `true`, as .NET's `XmlDictionaryReader` reads and an `XmlWriter` without `CheckCharacters` writes them.
  /// They are read under a contract only: without one a document has to be XML 1.0. `false` refuses them, as
  /// ServiceStack does.
  public var allowsControlCharacters = true
  /// Whether the root element is that of the value's own type, where this is derived from the contract's root type.
  ///
  /// Default `false`: the element is the declared type's, and `i:type` names the other. ServiceStack makes a serializer
  /// for the type of the object that it is given, and so never writes `i:type` on the root.
  public var rootFollowsValue = false
  /// What the decoder lets its caller choose.
  public var decoding = DecodingOptions()
  /// Default ``AbsentMembers/asDotNet``.
  public var absentMembers = AbsentMembers.asDotNet

  /// The defaults that each property names.
  public init(style: Style = .xmlWriter) {
    self.style = style
  }

  /// What ASP.NET Web API's `XmlMediaTypeFormatter` sends.
  public static let dataContract = XMLFormat()

  /// What `DataContractSerializer.WriteObject(Stream, Object)` writes.
  public static let dataContractStream = XMLFormat(style: .stream)

  /// What ServiceStack sends: as Web API, with an XML declaration, and without control characters.
  public static let serviceStack: XMLFormat = {
    var format = XMLFormat()
    format.hasDeclaration = true
    format.allowsControlCharacters = false
    format.rootFollowsValue = true
    return format
  }()

  /// `xml`, `xml-stream`, or `xml-servicestack` for a format with a declaration.
  public var name: String {
    switch style {
    case .stream: "xml-stream"
    case .xmlWriter: hasDeclaration ? "xml-servicestack" : "xml"
    }
  }

  /// The media types that carry the format, the one to be sent first.
  public var mediaTypes: [String] { ["application/xml", "text/xml"] }

  /// ``DocumentShape/elements``.
  public var documentShape: DocumentShape { .elements }

  /// Reads a document; see ``DocumentFormat/decode(_:as:)``.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    try decode(input, as: contract, resolvingQNamesIn: [])
  }

  /// What DataContractSerializer would not take as it stands; see ``DocumentFormat/findings(in:as:)``.
  ///
  /// The reader below it is Web API's `XmlDictionaryReader`, which takes UTF-8 and no processing instructions, or with
  /// ``hasDeclaration`` ServiceStack's `XmlReader`.
  public func findings(in input: [UInt8], as contract: Contract) throws(DocumentError) -> [Finding] {
    let bytes: XMLInput
    do throws(DocumentError) {
      bytes = try XMLInput(input, format: name, limits: decoding.limits)
    } catch {
      let builder = DocumentBuilder(
        format: name, source: [], contract: contract, options: decoding, spelling: .xml,
        checking: .dataContractSerializer)
      return try builder.finishCheck(after: error)
    }
    let found = try bytes.locating { () throws(DocumentError) in
      try ElementReader.findings(in: bytes.utf8, as: contract, format: self)
    }
    return (hasDeclaration ? [] : bytes.encodingFindings) + bytes.locating(found)
  }

  /// Reads a document, and rewrites the values of attributes that hold names with prefixes: `{namespace}local` in place
  /// of `prefix:local`, several with a space between them. An unprefixed name gets the default namespace in scope.
  ///
  /// - Parameter attributes: Names of attributes without a namespace, such as XML Schema's `type` and `base`.
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/syntax`` also for a prefix that is not declared.
  package func decode(
    _ input: [UInt8], as contract: Contract?, resolvingQNamesIn attributes: Set<String>
  ) throws(DocumentError) -> Document {
    let input = try XMLInput(input, format: name, limits: decoding.limits)
    return try input.locating { () throws(DocumentError) in
      try ElementReader.read(input.utf8, as: contract, format: self, resolvingQNamesIn: attributes)
    }
  }
}
