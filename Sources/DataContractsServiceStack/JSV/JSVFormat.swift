import DataContractsCore

/// JSV, the text format of ServiceStack.Text's `TypeSerializer`: JSON's shape with CSV's quotes.
///
/// ```
/// {Id:7,Name:"a, b",Members:[Ann,"",Bob],Created:2026-02-04T06:54:54.5659927Z,Active:True}
/// ```
///
/// A text is quoted only where it holds one of `" , { } [ ] :`, CR or LF; a quotation mark in it is doubled. Null is
/// nothing at all: such members are left out, and in a list nothing stands between the commas. A null object in a list
/// is `{}`. Values of derived types begin with `__type`.
///
/// Writing gives the bytes of ServiceStack.Text 5 and 6 but where those could only be read by chance: names that no
/// contract knows, and names of enumerations, are quoted where they hold one of those characters.
///
/// Reading keeps or refuses what ServiceStack drops or changes without a word:
///
/// | in the text | ServiceStack reads | read here |
/// | --- | --- | --- |
/// | a number, GUID or enumeration's name that is none | the type's default | refused |
/// | nothing, for a value type that cannot be null | the type's default | refused, unless ``DecodingOptions/tolerance`` is `dotNet` |
/// | a structure, which is its type's name | the structure's default | refused |
/// | a date in UTC or at an offset | the time of the reader's own clock | the date as sent |
/// | `{…}` or `[…]` for a string | the text as it stands | refused, unless ``DecodingOptions/tolerance`` is `dotNet` |
/// | an object in a member of type object | a string | the object |
/// | a bracket or quotation mark that is not closed | an exception without a place, or the rest | refused |
///
/// Without a contract what stands in quotation marks is a string, and all else is text.
public struct JSVFormat: DocumentFormat {
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
  public static let serviceStack = JSVFormat()

  /// `jsv`.
  public var name: String { "jsv" }

  /// `text/jsv`, then `application/jsv`, which ServiceStack takes as well.
  public var mediaTypes: [String] { ["text/jsv", "application/jsv"] }

  /// ``DocumentShape/fields``.
  public var documentShape: DocumentShape { .fields }

  /// Reads a JSV text in UTF-8, which is checked as a whole; a byte order mark is passed over.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/syntax`` for brackets and quotation marks that do not
  ///   match, and what the contract and ``decoding`` refuse.
  public func decode(_ input: [UInt8], as contract: Contract?) throws(DocumentError) -> Document {
    try InputCheck.run(input, format: name, limits: decoding.limits)
    var builder = DocumentBuilder(format: name, source: input, contract: contract, options: decoding)
    builder.missingMembers = decoding.tolerance == .dotNet ? .defaulted : .null
    var reader = JSVReader(JSVText(source: input), names: ContractNames(contract), options: decoding)
    try reader.readDocument(into: &builder)
    return try builder.finish()
  }

  /// Appends the document as one JSV text, without a byte order mark and without a final line end.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` for a document that is null, for objects
  ///   that contain themselves, for half a surrogate pair, and for a `char` that its list cannot show. `output` then
  ///   holds what it held before.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    try JSVWriter.encode(document, options, into: &output) { writer throws(DocumentError) in
      try writer.writeJSV()
    }
  }

  private var options: JSVWriter.Options {
    JSVWriter.Options(
      format: name, unspecifiedDateOffset: unspecifiedDateOffset, assembly: assembly, structures: structures,
      absentMembers: absentMembers)
  }
}
