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
/// Fields have dotted names (`response.MID`, `L[0]`, `D[0].Key`); a part with a file name is a file. There are no
/// nulls, no empty lists and no empty dictionaries: they are left out, and a null item's index is passed over.
///
/// Written bytes are those of MultipartDataMediaFormatter, save for what breaks its own:
///
/// | in the document | .NET writes | written here |
/// | --- | --- | --- |
/// | a quote or line end in a name | it as it is | as browsers do: `%22`, `%0D`, `%0A`, which the reader takes back |
/// | `%22`, `%0D`, `%0A` in a name | it as it is | refused: it would be read as an escape |
/// | the boundary in a value | a broken body | refused; ``message(of:)`` chooses another boundary |
/// | a relative `Uri` | nothing: an exception | its text, which .NET's reader takes |
/// | a `Uri` of IPv6, `file:` or an international host | its properties | its text |
/// | `DateTimeOffset` | nothing: the process dies | the round-trip form, which .NET's reader takes |
/// | a cycle | nothing: the process dies | refused |
/// | a set | the name of its type | its items |
/// | a dot or bracket in a name | it as it is | refused: readers would take the name apart |
///
/// Names are those of C#: a member's ``DataMember/clrName``, an enumeration value's
/// ``EnumerationContract/Value/clrName``. `TimeSpan`, `Uri` and `XmlQualifiedName` are written as their public
/// properties, as .NET does, and read back from them; an object that references mention is written each time.
///
/// Reading keeps or refuses what .NET's reader drops without a word:
///
/// | in the body | .NET reads | read here |
/// | --- | --- | --- |
/// | `L[0]`, `L[2]`, or an index from 1 | the items before the gap | nulls in the gap; refused if items cannot be |
/// | `[0]`, `[1]` at the root | an empty list | the list |
/// | `D[0].Key` without a value, `D[key]` | no entry | the entry |
/// | a name twice | the first value | refused, unless ``DecodingOptions/duplicateMembers`` says which one counts |
/// | a name that has a value and members | one of them | refused |
/// | a text for a file, a file for a text | null | refused |
/// | `filename*` alone | a text | a file |
/// | an empty date, a date as `02/04/2026`, a span as `5` | the least date, a month first, days | refused |
/// | a date with an offset | the time of the reader's own clock | the date as sent |
/// | U+FEFF first in a text, blanks around a file's name | what is left without them | the text as sent |
/// | Content-Transfer-Encoding: base64 | the encoded text | refused |
/// | a disposition other than form-data, `FORM-DATA` | nothing | refused, form-data |
/// | a name that begins with a bracket: `[Name]` | nothing | refused |
/// | a required member that cannot be null, absent | the type's default | refused |
///
/// ``likeDotNet`` takes what is refused here for a guess: the first of two values, the dates and spans, the encoded
/// text, other dispositions, absent members; trims the names of files; and reads `[Name]` as `Name`.
public struct MultipartFormat: DocumentFormat {
  /// The boundary between the parts, 1 through 70 characters. `nil`, the default, reads it from the first line that
  /// begins with two hyphens, and writes ``defaultBoundary``.
  public var boundary: String?
  /// Whether binary data is written as a file rather than as a list of numbers: `SerializeByteArrayAsHttpFile`.
  /// Default `false`. Both are read.
  public var sendsBytesAsFiles = false
  /// Whether a member of a value type that cannot be null has to be there when a contract is read:
  /// `ValidateNonNullableMissedProperty`. Default `false`: it has its type's default, as in .NET.
  public var requiresValues = false
  /// Whether lines may end in a line feed alone. Default `false`: an error, as in .NET.
  public var allowsBareLineFeeds = false
  /// What is written for a member of the contract that the document does not have. Default ``AbsentMembers/asDotNet``.
  public var absentMembers = AbsentMembers.asDotNet
  /// What every decoder lets its caller choose, limits included. Default ``DecodingOptions/init()``.
  public var decoding = DecodingOptions()

  /// The defaults, which are MultipartDataMediaFormatter's.
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

  /// The defaults with .NET's leniency: the first of several values wins, excess digits are rounded, what .NET's reader
  /// guesses is guessed. What it loses without a word is kept or refused nevertheless.
  public static var likeDotNet: MultipartFormat {
    var format = MultipartFormat()
    format.decoding = .likeDotNet
    return format
  }

  /// The defaults for a message with this `Content-Type`.
  ///
  /// - Throws: ``DocumentError`` when the header names no multipart type or no usable boundary.
  public init(contentType: String) throws(DocumentError) {
    boundary = try Self.boundary(ofContentType: contentType)
  }

  /// `multipart`, or `multipart-files` with binary data as files.
  public var name: String { sendsBytesAsFiles ? "multipart-files" : "multipart" }

  /// `multipart/form-data`.
  public var mediaTypes: [String] { ["multipart/form-data"] }

  /// ``DocumentShape/fields``.
  public var documentShape: DocumentShape { .fields }

  /// Reads a body whose boundary is ``boundary``, or that of its first line of two hyphens.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    // Without a contract a repeated name is a list.
    let options = decoding.takingDuplicates(contract == nil ? .keep : .first)
    var builder = DocumentBuilder(
      format: name, source: input, contract: contract, options: options, spelling: .clr)
    try read(input, into: &builder, options)
    return try builder.finish()
  }

  /// What MultipartDataMediaFormatter would not take as it stands; see ``DocumentFormat/findings(in:as:)``.
  public func findings(in input: [UInt8], as contract: Contract) throws(DocumentError) -> [Finding] {
    var builder = DocumentBuilder(
      format: name, source: input, contract: contract, options: decoding, spelling: .clr,
      checking: .multipartDataMediaFormatter)
    var lenient = self
    lenient.decoding = decoding.takingDuplicates(.first)
    lenient.decoding.tolerance = .dotNet
    var failure: DocumentError?
    do throws(DocumentError) {
      try lenient.read(input, into: &builder, lenient.decoding)
    } catch {
      failure = error
    }
    return try builder.finishCheck(after: failure).sorted { $0.offset < $1.offset }
  }

  private func read(
    _ input: [UInt8], into builder: inout DocumentBuilder, _ options: DecodingOptions
  ) throws(DocumentError) {
    let limit = min(decoding.limits.inputBytes, FieldTree.longestInput)
    guard input.count <= limit else {
      throw failure(.limitExceeded, "at most \(limit) bytes (limit inputBytes)", "\(input.count)", at: limit)
    }
    var tree = FieldTree(format: name, options: options, syntax: syntax, source: input)
    var parser = MultipartParser(format: self, boundary: try delimiterBytes(in: input.span))
    try parser.parse(input.span, into: &tree)
    try tree.build(into: &builder)
  }

  private var syntax: FieldSyntax {
    var syntax = FieldSyntax()
    syntax.knowsSwitchWords = true
    syntax.requiresValues = requiresValues
    syntax.fieldLimit = (name: "parts", value: decoding.limits.parts)
    return syntax
  }

  func failure(_ code: DocumentError.Code, _ expected: String, _ found: String, at offset: Int?) -> DocumentError {
    DocumentError(code, format: name, offset: offset, expected: expected, found: found)
  }
}
