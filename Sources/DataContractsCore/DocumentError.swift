/// Why a document could not be read or written: what was expected and found, where in the input and in the document.
///
/// The value is one reference, so that `throws(DocumentError)` costs no more than a pointer. Line and column are
/// counted only when ``location(in:)`` or ``report(file:input:)`` asks for them.
public struct DocumentError: Error, Sendable, Hashable {
  private let storage: Storage

  /// A failure and its place.
  public init(
    _ code: Code, format: String, offset: Int? = nil, path: DocumentPath = DocumentPath(),
    expected: String, found: String, file: String? = nil
  ) {
    storage = Storage(
      Fields(code: code, format: format, offset: offset, path: path, expected: expected, found: found, file: file))
  }

  /// What kind of failure this is.
  public var code: Code { storage.fields.code }
  /// The format's name as ``DocumentFormat/name`` gives it, such as `json`; `contract` and `xsd` for contracts.
  public var format: String { storage.fields.format }
  /// Bytes from the start of the input, a byte order mark included; `nil` when there is no input, as when encoding.
  public var offset: Int? { storage.fields.offset }
  /// Members and indices from the root, such as `Chat[3].ChatMembers[0].UserId`; empty at the root.
  public var path: DocumentPath { storage.fields.path }
  /// What would have been right, such as `a GUID`.
  public var expected: String { storage.fields.expected }
  /// What was there, cut to 40 characters.
  public var found: String { storage.fields.found }

  /// Which of several inputs the error is in, such as one of a contract's schema files; `nil` where there is but one.
  public var file: String? { storage.fields.file }

  /// The same error, in one of several inputs.
  package func inFile(_ name: String) -> DocumentError {
    DocumentError(code, format: format, offset: offset, path: path, expected: expected, found: found, file: name)
  }

  /// Whether code, place and both sides are the same.
  public static func == (left: DocumentError, right: DocumentError) -> Bool {
    left.storage === right.storage || left.storage.fields == right.storage.fields
  }

  /// Feeds what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }

  private final class Storage: Sendable {
    let fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private struct Fields: Hashable {
    let code: Code
    let format: String
    let offset: Int?
    let path: DocumentPath
    let expected: String
    let found: String
    let file: String?
  }
}

extension DocumentError {
  /// The kinds of failure: an open set, so that a new kind breaks no caller.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The code's name.
    public let description: String

    private init(_ name: String) { description = name }

    /// The bytes are not of the format.
    public static let syntax = Code("syntax")
    /// A value of another kind than the contract's, or text that is no value of it.
    public static let typeMismatch = Code("typeMismatch")
    /// A number or date beyond the range of its type.
    public static let outOfRange = Code("outOfRange")
    /// More digits than the type can hold, so that reading would change the value.
    public static let losesPrecision = Code("losesPrecision")
    /// A required member is absent.
    public static let missingMember = Code("missingMember")
    /// A member that the contract does not know, under ``DecodingOptions/UnknownMembers/reject``.
    public static let unknownMember = Code("unknownMember")
    /// A member that occurs twice where it may occur once.
    public static let duplicateMember = Code("duplicateMember")
    /// One of ``Limits`` is passed.
    public static let limitExceeded = Code("limitExceeded")
    /// Something that the format's standard allows and this library refuses, such as a DOCTYPE.
    public static let unsupported = Code("unsupported")
    /// A value that the format to be written cannot carry.
    public static let notRepresentable = Code("notRepresentable")
    /// A contract that is inconsistent, or a root that it does not have.
    public static let contract = Code("contract")
  }
}

extension DocumentError: CustomStringConvertible {
  /// One line, such as `json: Chat[3].UserId (byte 412): expected a GUID, found "abc"`.
  public var description: String {
    let position = offset.map { "(byte \($0))" }
    let input = file.map { "\($0): " } ?? ""
    let place = [path.isEmpty ? nil : path.description, position].compactMap { $0 }.joined(separator: " ")
    return "\(format): \(input)\(place.isEmpty ? "" : "\(place): ")\(problem)"
  }

  /// The failure without its place: `expected a GUID, found "abc"`.
  public var problem: String { "expected \(expected), found \(found)" }
}
