import DataContractsCore
import DataContractsFields

/// multipart/form-data, as MultipartDataMediaFormatter writes and reads it.
///
/// ```swift
/// var format = MultipartFormat.dataMediaFormatter
/// format.boundary = try MultipartFormat.boundary(ofContentType: header)
/// let document = try format.decode(body, as: contract)
/// ```
///
/// Fields have dotted names (`response.MID`, `L[0]`, `D[0].Key`); a part with a file name is a file. There are no nulls,
/// no empty lists and no empty dictionaries: they are left out, and a null item's index is passed over.
///
/// A name that holds a quote or a line end is escaped as browsers do (`%22`, `%0D`, `%0A`), which the reader takes back.
public struct MultipartFormat: DocumentFormat {
  /// The boundary between the parts, 1 through 70 characters. `nil`, the default, reads it from the first line that
  /// begins with two hyphens, and writes ``defaultBoundary``.
  public var boundary: String?
  /// Whether binary data is written as a file rather than as a list of numbers: `SerializeByteArrayAsHttpFile`.
  /// Default `false`. Both are read.
  public var sendsBytesAsFiles = false
  /// Whether lines may end in a line feed alone. Default `false`: an error, as in .NET.
  public var allowsBareLineFeeds = false
  /// What is written for a member of the contract that the document does not have. Default ``AbsentMembers/asDotNet``.
  public var absentMembers = AbsentMembers.asDotNet
  /// What the decoder lets its caller choose.
  public var decoding = DecodingOptions()

  /// The defaults that each property names.
  public init() {}

  /// The boundary that MultipartDataMediaFormatter writes.
  public static let defaultBoundary = "MultipartDataMediaFormatterBoundary1q2w3e"

  /// MultipartDataMediaFormatter's defaults.
  public static let dataMediaFormatter = MultipartFormat()

  /// The same with binary data as files.
  public static var dataMediaFormatterFiles: MultipartFormat {
    var format = MultipartFormat()
    format.sendsBytesAsFiles = true
    return format
  }

  /// The defaults with .NET's leniency: the first of several values wins, excess digits are rounded.
  public static var likeDotNet: MultipartFormat {
    var format = MultipartFormat()
    format.decoding = .likeDotNet
    format.decoding.duplicateMembers = .first
    return format
  }

  /// The defaults for a message with this `Content-Type`.
  ///
  /// - Throws: ``DocumentError`` when the header names no multipart type or no usable boundary.
  public init(contentType: String) throws(DocumentError) {
    boundary = try Self.boundary(ofContentType: contentType)
  }

  /// The format's name in errors and on the command line.
  public var name: String { sendsBytesAsFiles ? "multipart-files" : "multipart" }

  /// The media types that carry the format, the one to be sent first.
  public var mediaTypes: [String] { ["multipart/form-data"] }

  /// Reads a body; see ``DocumentFormat/decode(_:as:)``.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    let limit = decoding.limits.inputBytes
    guard input.count <= min(limit, Int(UInt32.max)) else {
      throw failure(.limitExceeded, "at most \(limit) bytes (limit inputBytes)", "\(input.count)", at: limit)
    }
    var tree = FieldTree(format: name, options: decoding, syntax: syntax, source: input)
    var parser = MultipartParser(format: self, boundary: try delimiterBytes(in: input.span))
    try parser.parse(input.span, into: &tree)
    var builder = DocumentBuilder(format: name, source: input, contract: contract, options: decoding)
    try tree.build(into: &builder)
    return try builder.finish()
  }

  private var syntax: FieldSyntax {
    var syntax = FieldSyntax()
    syntax.knowsSwitchWords = true
    syntax.fieldLimit = (name: "parts", value: decoding.limits.parts)
    return syntax
  }

  func failure(_ code: DocumentError.Code, _ expected: String, _ found: String, at offset: Int?) -> DocumentError {
    DocumentError(code, format: name, offset: offset, expected: expected, found: found)
  }
}
