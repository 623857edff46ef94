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
  /// What the decoder lets its caller choose.
  public var decoding = DecodingOptions()

  /// The defaults that each property names.
  public init(notation: Notation) {
    self.notation = notation
  }

  /// Bracket notation.
  public static let bracketed = FormFormat(notation: .bracketed)
  /// Dotted notation.
  public static let dotted = FormFormat(notation: .dotted)

  /// Bracket notation read with the leniency of Web API: bad escapes stay, the first of several values wins.
  public static var likeDotNet: FormFormat {
    var format = FormFormat.bracketed
    format.keepsBadEscapes = true
    format.decoding = .likeDotNet
    format.decoding.duplicateMembers = .first
    return format
  }

  /// The format's name in errors and on the command line.
  public var name: String { notation == .bracketed ? "form" : "form-dotted" }

  /// The media types that carry the format, the one to be sent first.
  public var mediaTypes: [String] { ["application/x-www-form-urlencoded"] }

  /// Reads a form; see ``DocumentFormat/decode(_:as:)``.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    let limit = decoding.limits.inputBytes
    guard input.count <= min(limit, Int(UInt32.max)) else {
      throw failure(.limitExceeded, "at most \(limit) bytes (limit inputBytes)", "\(input.count)", at: limit)
    }
    guard !input.isEmpty || contract == nil else {
      throw failure(.syntax, "at least one field", "an empty form", at: 0)
    }
    var tree = FieldTree(format: name, options: decoding, syntax: syntax(isTyped: contract != nil), source: input)
    let parser = FormParser(format: self)
    try parser.parse(input.span, into: &tree)
    var builder = DocumentBuilder(format: name, source: input, contract: contract, options: decoding)
    try tree.build(into: &builder)
    return try builder.finish()
  }

  /// Writes a form; see ``DocumentFormat/encode(_:into:)``.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    let fields = FormOutput(appendingTo: output, format: name)
    output = []
    let style = FieldStyle(escaping: .form, bracketsMembers: notation == .bracketed, sendsBytesAsFiles: false)
    defer { output = fields.finish() }
    try document.withView { view throws(DocumentError) in
      var writer = FieldWriter(format: name, view: view, style: style, absentMembers: absentMembers, output: fields)
      try writer.writeDocument()
    }
  }

  private func syntax(isTyped: Bool) -> FieldSyntax {
    var syntax = FieldSyntax()
    syntax.isEscaped = true
    syntax.isLenient = keepsBadEscapes
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
