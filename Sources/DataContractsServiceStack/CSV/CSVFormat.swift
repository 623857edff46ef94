import DataContractsCore

/// CSV as ServiceStack.Text's `CsvSerializer` writes it (RFC 4180 with a header): a list of objects is a row each.
///
/// ```
/// Id,Name,Tags
/// 7,"a ""b""","[x,y]"
/// 8,,
/// ```
///
/// Rows end with CRLF. A field is quoted where it holds `"`, a comma, CR or LF, or begins with `[` or `{`. What is no
/// plain value is JSV within a field. One object is a header and one row; a list of plain values is one row without a
/// header; a dictionary of strings has its keys as header, any other one is a row of JSV entries under `Key,Value`; a
/// single value stands alone. Columns are the class's own properties as declared, then those of its base. Null and an
/// empty text are both nothing; read under a contract they are null where that can be.
///
/// Writing gives the bytes of ServiceStack.Text 5 and 6 where these hold the whole value. Of a `[DataContract]` class
/// that has a list, ServiceStack writes that list alone, of an item of a derived class the base's properties, of lists
/// of lists their lengths; here an object is always all its members, items of derived classes are refused, and a list of
/// what is no object is a row of JSV.
///
/// Reading refuses a row of more or fewer fields than the header has, text behind a closing quotation mark, and a number
/// that is none; ServiceStack lets these pass or ends with an exception that has no place. Empty lines are passed over.
/// A header none of whose columns the contract knows is refused; a column that it does not know is an unknown member.
///
/// Without a contract the document is a list of objects whose values are text.
public struct CSVFormat: DocumentFormat {
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
  public static let serviceStack = CSVFormat()

  /// `csv`.
  public var name: String { "csv" }

  /// `text/csv`.
  public var mediaTypes: [String] { ["text/csv"] }

  /// ``DocumentShape/fields``.
  public var documentShape: DocumentShape { .fields }

  /// Reads a CSV text in UTF-8, which is checked as a whole; a byte order mark is passed over, lines may end with LF.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/syntax`` for quotation marks that do not match and for rows
  ///   that do not fit the header, and what the contract and ``decoding`` refuse.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    try InputCheck.run(input, format: name, limits: decoding.limits)
    var builder = DocumentBuilder(format: name, source: input, contract: contract, options: decoding)
    builder.missingMembers = decoding.tolerance == .dotNet ? .defaulted : .null
    var reader = CSVReader(input, contract: contract, options: decoding)
    try reader.readDocument(into: &builder)
    return try builder.finish()
  }

  /// Appends the document, without a byte order mark.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` for null rows, for rows of derived classes
  ///   with members of their own, for names that a row has twice, and for what JSV cannot carry. `output` then holds
  ///   what it held before.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    let options = JSVWriter.Options(
      format: name, unspecifiedDateOffset: unspecifiedDateOffset, assembly: assembly, structures: structures,
      absentMembers: absentMembers)
    try JSVWriter.encode(document, options, into: &output) { writer throws(DocumentError) in
      try writer.writeCSV()
    }
  }
}
