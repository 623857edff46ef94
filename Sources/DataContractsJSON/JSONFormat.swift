import DataContractsCore

/// JSON (RFC 8259) as the serializers of .NET write it.
///
/// Reading is strict by default: no comments, no trailing commas, no `NaN`, no leading zeros, text in UTF-8, which is
/// checked as a whole; a byte order mark is passed over. It is the same for every dialect, since each dialect's
/// spellings (`/Date(…)/`, GUIDs without hyphens, `[{"Key":…,"Value":…}]`, numbers for enumerations) are understood
/// wherever a contract asks for the value. Without a contract the document keeps JSON's own kinds, the exact text of
/// numbers, and repeated names.
///
/// With a contract `__type` and `$type` name the type of a value, `$id` and `$ref` say which object is meant. Where the
/// type of an object is not named, as Json.NET does not, it is the declared one or, if that has not all the members that
/// are there, the only one that extends it and has them; members that no type can be told by are kept. In a member of
/// type `object` an object that names no type stays as it is.
///
/// Under ``DecodingOptions/Tolerance/dotNet`` everything is read that Json.NET takes for JSON.
///
/// ```swift
/// let document = try JSONFormat.webAPI.decode(bytes, as: contract)
/// let pretty = try JSONFormat(dialect: .camelCase, indentation: 2).encode(document)
/// ```
///
/// - SeeAlso: [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)
public struct JSONFormat: DocumentFormat {
  /// How names and values are spelled when writing.
  public var dialect: JSONDialect
  /// Spaces a level; 0, the default, writes everything on one line, 2 is Json.NET's `Formatting.Indented`. Lines end
  /// with LF. Values below 0 count as 0, above 16 as 16.
  public var indentation: Int
  /// What a reader accepts; see ``DecodingOptions`` for the defaults.
  public var decoding = DecodingOptions()
  /// What is written for members that the document does not have. Default ``AbsentMembers/asDotNet``.
  public var absentMembers = AbsentMembers.asDotNet

  /// - Parameters:
  ///   - dialect: Default ``JSONDialect/webAPI``.
  ///   - indentation: Spaces a level. Default 0.
  public init(dialect: JSONDialect = .webAPI, indentation: Int = 0) {
    self.dialect = dialect
    self.indentation = indentation
  }

  /// The dialect's name: `json`, `json-camel`, `json-servicestack` and so on.
  public var name: String { dialect.name }

  /// `application/json`, then `text/json`, which Web API's formatter takes as well.
  public var mediaTypes: [String] { ["application/json", "text/json"] }

  /// Reads a JSON text.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/syntax`` for text that RFC 8259 does not allow, and what
  ///   the contract and ``decoding`` refuse.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    try checkLength(of: input)
    do throws(DocumentError) {
      return try decodeStrictly(input, as: contract)
    } catch {
      guard error.code == .syntax, decoding.tolerance == .dotNet else { throw error }
      return try decodeLeniently(input, as: contract)
    }
  }

  func checkLength(of input: [UInt8]) throws(DocumentError) {
    let limit = decoding.limits.inputBytes
    guard input.count <= limit else {
      throw DocumentError(
        .limitExceeded, format: name, expected: "at most \(limit) bytes of input (limit inputBytes)",
        found: "\(input.count)")
    }
  }

  func decodeStrictly(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    var builder = DocumentBuilder(
      format: name, source: input, contract: contract, options: decoding.takingDuplicates(.last),
      spelling: dialect.spelling)
    try readStrictly(input, hasContract: contract != nil, into: &builder)
    return try builder.finish()
  }

  func readStrictly(
    _ input: [UInt8], hasContract: Bool, into builder: inout DocumentBuilder
  ) throws(DocumentError) {
    configure(&builder)
    try input.withUnsafeBufferPointer { bytes throws(DocumentError) in
      var reader = JSONReader(JSONBytes(bytes), hasContract ? dialect : nil)
      try reader.readDocument(into: &builder)
    }
  }

  func configure(_ builder: inout DocumentBuilder) {
    builder.conventions = dialect.readingConventions
    builder.missingMembers = dialect.missingMembers(under: decoding.tolerance)
  }

  /// Appends the document as one JSON text, without a byte order mark and without a final line end.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` for a number that is none under
  ///   ``JSONDialect/NonFinite/refused``, and for a date whose milliseconds lie beyond the calendar. `output` then
  ///   holds what it held before.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    let start = output.count
    var taken: [UInt8] = []
    swap(&taken, &output)
    var failure: DocumentError?
    output = document.withView { view in
      view.table.withPointers(dialect.memberOrder) { contract in
        view.storage.names.withPointers { names, text in
          var writer = JSONWriter(
            self, view, contract, names: names, nameText: text, taking: &taken)
          do throws(DocumentError) { try writer.writeDocument() } catch { failure = error }
          return writer.finish()
        }
      }
    }
    guard let failure else { return }
    output.removeLast(output.count - start)
    throw failure
  }
}

extension JSONFormat {
  /// Json.NET under ASP.NET Web API's settings: `json`.
  public static let webAPI = JSONFormat(dialect: .webAPI)
  /// Json.NET with `CamelCasePropertyNamesContractResolver`: `json-camel`.
  public static let camelCase = JSONFormat(dialect: .camelCase)
  /// ServiceStack.Text's `JsonSerializer` as it comes: `json-servicestack`.
  public static let serviceStack = JSONFormat(dialect: .serviceStack)
  /// ServiceStack.Text as a ServiceStack host sets it, with camelCase names: `json-servicestack-camel`.
  public static let serviceStackCamelCase = JSONFormat(dialect: .serviceStackCamelCase)
  /// `DataContractJsonSerializer`: `json-datacontract`.
  public static let dataContractJSON = JSONFormat(dialect: .dataContractJSON)
  /// `System.Text.Json` with default options: `json-systemtext`.
  public static let systemTextJSON = JSONFormat(dialect: .systemTextJSON)
}
