import DataContractsCore
import DataContractsFields

/// application/x-www-form-urlencoded, as ASP.NET Web API reads it and `FormUrlEncodedContent` writes it.
///
/// ```swift
/// let document = try FormFormat.bracketed.decode(body, as: contract)
/// let dotted = try FormFormat.dotted.encode(document)      // response.MID=5&L%5B0%5D=a
/// ```
///
/// A form has no nulls, no empty lists and no empty dictionaries: they are left out. Without a contract every value is
/// text; a repeated name is a list, and so are indices that are exactly 0 through n-1.
///
/// Values are spelled as .NET's invariant converters spell them (`True`, dates with seven digits of the second, `A, B`
/// for flags; a `TimeSpan` as its properties). A name that readers would take apart is refused.
///
/// Reading keeps or refuses what .NET's readers drop or change without a word:
///
/// | in the form | .NET reads | read here |
/// | --- | --- | --- |
/// | `%zz`, bytes that are no UTF-8 | text, U+FFFD | refused, unless ``keepsBadEscapes`` |
/// | `L[0]`, `L[2]`, or an index from 1 | the items before the gap | nulls in the gap; refused if items cannot be |
/// | `D[key]=v` | an empty dictionary | the entry |
/// | a name twice, for one value | the first | refused, unless ``DecodingOptions/duplicateMembers`` says which counts |
/// | a date with an offset | the time of the reader's own clock | the date as sent |
/// | a date as `02/04/2026` | a month first | refused, unless ``DecodingOptions/tolerance`` says otherwise |
/// | nothing, for an object | null | refused, unless ``DecodingOptions/tolerance`` says otherwise |
/// | `Name=`, for a string | null | an empty string |
/// | more than 1,000 fields | all of them | refused, unless ``Limits/formPairs`` allows more |
public struct FormFormat: DocumentFormat {
  /// How the members of members are named.
  public enum Notation: Sendable, Hashable {
    /// `Chat[0][ChatId]`: what every reader of Web API accepts. Without a contract a dot is a part of a name.
    case bracketed
    /// `Chat[0].ChatId`: the names that MultipartDataMediaFormatter writes and model binding reads.
    case dotted
  }

  /// How names are written, and without a contract how they are read; with one both notations are read.
  public var notation: Notation
  /// Whether a percent sign without two hexadecimal digits stands for itself and invalid UTF-8 becomes U+FFFD, as in
  /// Web API. Default `false`: both are errors.
  public var keepsBadEscapes = false
  /// Whether nothing between two `&` is passed over, as the URL Standard has it. Default `false`: it is a field of
  /// empty name and value, as Web API counts it.
  public var skipsEmptyFields = false
  /// What is written for a member of the contract that the document does not have. Default ``AbsentMembers/asDotNet``.
  public var absentMembers = AbsentMembers.asDotNet
  /// What every decoder lets its caller choose, limits included. Default ``DecodingOptions/init()``.
  public var decoding = DecodingOptions()

  /// A format with the defaults and this notation.
  public init(notation: Notation) {
    self.notation = notation
  }

  /// Bracket notation.
  public static let bracketed = FormFormat(notation: .bracketed)
  /// Dotted notation.
  public static let dotted = FormFormat(notation: .dotted)

  /// Bracket notation read with the leniency of Web API: bad escapes stay, the first of several values for a scalar
  /// wins, an empty form is null.
  public static var likeDotNet: FormFormat {
    var format = FormFormat.bracketed
    format.keepsBadEscapes = true
    format.decoding = .likeDotNet
    return format
  }

  /// `form`, or `form-dotted` with dots.
  public var name: String { notation == .bracketed ? "form" : "form-dotted" }

  /// `application/x-www-form-urlencoded`.
  public var mediaTypes: [String] { ["application/x-www-form-urlencoded"] }

  /// ``DocumentShape/fields``.
  public var documentShape: DocumentShape { .fields }

  /// Reads a form. Under a contract an empty form is refused; without one it is an object without members.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    if input.isEmpty, contract != nil, decoding.tolerance == .dotNet { return try null(as: contract) }
    var builder = DocumentBuilder(
      format: name, source: input, contract: contract, options: options(isTyped: contract != nil), spelling: .clr)
    try read(input, into: &builder, isTyped: contract != nil)
    return try builder.finish()
  }

  /// What Web API's model binder would not take as it stands; see ``DocumentFormat/findings(in:as:)``.
  public func findings(in input: [UInt8], as contract: Contract) throws(DocumentError) -> [Finding] {
    guard !input.isEmpty else {
      return [
        Finding(.syntax, .misread, path: DocumentPath(), offset: 0, reason: "is an empty form, which is read as null")
      ]
    }
    var lenient = self
    lenient.keepsBadEscapes = true
    lenient.decoding.tolerance = .dotNet
    var builder = DocumentBuilder(
      format: name, source: input, contract: contract, options: decoding, spelling: .clr, checking: .modelBinder)
    var failure: DocumentError?
    do throws(DocumentError) {
      try lenient.read(input, into: &builder, isTyped: true)
    } catch {
      failure = error
    }
    return try builder.finishCheck(after: failure).sorted { $0.offset < $1.offset }
  }

  /// Without a contract a repeated name is a list.
  private func options(isTyped: Bool) -> DecodingOptions { decoding.takingDuplicates(isTyped ? .first : .keep) }

  private func read(
    _ input: [UInt8], into builder: inout DocumentBuilder, isTyped: Bool
  ) throws(DocumentError) {
    let limit = min(decoding.limits.inputBytes, FieldTree.longestInput)
    guard input.count <= limit else {
      throw failure(.limitExceeded, "at most \(limit) bytes (limit inputBytes)", "\(input.count)", at: limit)
    }
    guard !input.isEmpty || !isTyped else {
      throw failure(.syntax, "at least one field", "an empty form", at: 0)
    }
    var tree = FieldTree(
      format: name, options: options(isTyped: isTyped), syntax: syntax(isTyped: isTyped), source: input)
    let parser = FormParser(format: self)
    try parser.parse(input.span, into: &tree)
    try tree.build(into: &builder)
  }

  /// Appends the document.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` for null, files, references, half
  ///   characters, values that an enumeration does not name, and names that readers would take apart.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    let fields = FormOutput(taking: &output, format: name)
    let style = FieldStyle(escaping: .form, bracketsMembers: notation == .bracketed, sendsBytesAsFiles: false)
    defer { output = fields.finish() }
    try document.withView { view throws(DocumentError) in
      var writer = FieldWriter(format: name, view: view, style: style, absentMembers: absentMembers, output: fields)
      try writer.writeDocument()
    }
  }

  /// What model binding makes of no fields at all.
  private func null(as contract: Contract?) throws(DocumentError) -> Document {
    var builder = DocumentBuilder(format: name, contract: contract, options: decoding)
    try builder.null()
    return try builder.finish()
  }

  private func syntax(isTyped: Bool) -> FieldSyntax {
    var syntax = FieldSyntax()
    syntax.isEscaped = true
    syntax.isLenient = keepsBadEscapes || decoding.tolerance == .dotNet
    let isWebAPIs = !isTyped && notation == .bracketed
    syntax.splitsDots = !isWebAPIs
    syntax.joinsTextAfterBracket = isWebAPIs
    syntax.repeatsNestedNames = !isWebAPIs
    syntax.fieldLimit = (name: "formPairs", value: decoding.limits.formPairs)
    return syntax
  }

  func failure(_ code: DocumentError.Code, _ expected: String, _ found: String, at offset: Int) -> DocumentError {
    DocumentError(code, format: name, offset: offset, expected: expected, found: found)
  }
}
