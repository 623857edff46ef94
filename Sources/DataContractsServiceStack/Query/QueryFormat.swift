import DataContractsCore

/// The query string of ServiceStack.Text's `QueryStringSerializer`, as its clients send requests with GET.
///
/// ```
/// Id=7&Name=a+b&Tags=x,y&Chat={ChatId:00000007000700080102030405060707,ChatName:caf%c3%a9}
/// ```
///
/// Each member of the root is a pair; a dictionary's entries are pairs too. A text is percent-encoded, what is no plain
/// value is JSV whose brackets, commas and colons stand as they are and whose texts are percent-encoded; a list stands
/// without its brackets. Null is left out. Any other root is plain JSV.
///
/// Writing gives the bytes of ServiceStack.Text 5 and 6 but where those cannot be read again: the marks `%`, `&` and `+`
/// are escaped in a `char` as well; a list whose brackets could not be told keeps them (`[[]]`); a text that begins with
/// a quotation mark is put between two more; and so on, as ``JSVFormat`` does.
///
/// Reading takes a percent sign for an escape only of what it stands in: `%2c` is a character of a text and `,` separates
/// two. In numbers, dates and binary data `+` is a plus, as ServiceStack writes it there, and a space everywhere else. A
/// value that is wholly percent-encoded, as browsers send brackets, is decoded first where an object or a list of what
/// is no text is to come.
///
/// Without a contract the document is an object whose values are text.
public struct QueryFormat: DocumentFormat {
  /// The offset from UTC, in minutes, -840 through 840, that a date without a zone is taken to have: ServiceStack takes
  /// its machine's. Default 0.
  public var unspecifiedDateOffset = 0
  /// The assembly that `__type` names after a derived type, unless the document was read with another one. Default
  /// none: the type's name alone.
  public var assembly = ""
  /// Default ``ServiceStackStructures/typeNames``.
  public var structures = ServiceStackStructures.typeNames
  /// What a reader accepts; see ``DecodingOptions`` for the defaults.
  public var decoding = DecodingOptions()
  /// What is written for members that the document does not have. Default ``AbsentMembers/asDotNet``.
  public var absentMembers = AbsentMembers.asDotNet

  /// A format with the defaults.
  public init() {}

  /// The format with the defaults.
  public static let serviceStack = QueryFormat()

  /// `query`.
  public var name: String { "query" }

  /// `application/x-www-form-urlencoded`.
  public var mediaTypes: [String] { ["application/x-www-form-urlencoded"] }

  /// ``DocumentShape/fields``.
  public var documentShape: DocumentShape { .fields }

  /// Reads a query string without its question mark. Pairs that are empty are passed over.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/syntax`` for escapes that are none, bytes that are no UTF-8,
  ///   and brackets and quotation marks that do not match, and what the contract and ``decoding`` refuse.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    try InputCheck.run(input, format: name, limits: decoding.limits)
    var builder = DocumentBuilder(format: name, source: input, contract: contract, options: decoding)
    builder.missingMembers = decoding.tolerance == .dotNet ? .defaulted : .null
    var reader = QueryReader(input, contract: contract, options: decoding)
    try reader.readDocument(into: &builder)
    return try builder.finish()
  }

  /// Appends the document, without a question mark.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` for a document that is null and for what
  ///   JSV cannot carry. `output` then holds what it held before.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    let options = JSVWriter.Options(
      format: name, unspecifiedDateOffset: unspecifiedDateOffset, assembly: assembly, structures: structures,
      absentMembers: absentMembers)
    try JSVWriter.encode(document, options, into: &output) { writer throws(DocumentError) in
      try writer.writeQuery()
    }
  }
}
