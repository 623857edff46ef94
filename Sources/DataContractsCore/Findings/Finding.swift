/// A part of a document that .NET's reader of the format would not take for what it says.
///
/// ``DocumentFormat/findings(in:as:)`` makes them. A document without findings is read whole.
public struct Finding: Sendable, Hashable {
  /// What becomes of the part.
  public enum Effect: String, Sendable, Hashable {
    /// It is passed over without a word.
    case dropped
    /// Something else is read in its place without a word.
    case misread
    /// The reader gives an error: of the whole document, or of this part, as ASP.NET Web API's ModelState has it.
    case refused
  }

  /// What is amiss.
  public let kind: Kind
  /// What becomes of the part.
  public let effect: Effect
  /// Members and indices from the root to the part, such as `Chat[3].ChatName`; empty at the root.
  public let path: DocumentPath
  /// Where the part begins: bytes from the start of the input, a byte order mark included.
  public let offset: Int
  /// Why .NET does so, in words: `comes after IsArchived; .NET reads members in the contract's order`.
  public let reason: String

  /// A finding and its place.
  public init(_ kind: Kind, _ effect: Effect, path: DocumentPath, offset: Int, reason: String) {
    self.kind = kind
    self.effect = effect
    self.path = path
    self.offset = offset
    self.reason = reason
  }

  /// The same finding at another place of the input.
  package func at(_ offset: Int) -> Finding { Finding(kind, effect, path: path, offset: offset, reason: reason) }
}

extension Finding {
  /// The kinds of finding: an open set, so that a new kind breaks no caller.
  public struct Kind: Sendable, Hashable, CustomStringConvertible {
    /// The kind's name.
    public let description: String

    private init(_ name: String) { description = name }

    /// A member that comes later than the contract has it.
    public static let outOfOrder = Kind("outOfOrder")
    /// A member or item of the right name in another namespace.
    public static let wrongNamespace = Kind("wrongNamespace")
    /// A member whose name differs from the contract's in case alone.
    public static let differentCase = Kind("differentCase")
    /// A member that the contract does not know.
    public static let unknownMember = Kind("unknownMember")
    /// A member, field or dictionary key that occurs twice.
    public static let duplicate = Kind("duplicate")
    /// A required member, or half of a dictionary's entry, that is not there.
    public static let missing = Kind("missing")
    /// Null where the type has none.
    public static let unexpectedNull = Kind("unexpectedNull")
    /// A value that is none of its type, or that .NET reads as another one.
    public static let value = Kind("value")
    /// A list's item of another name than the contract's.
    public static let otherItem = Kind("otherItem")
    /// An index that is not there; what comes after it is lost.
    public static let gap = Kind("gap")
    /// A dictionary's entry that is not of the form that the reader knows.
    public static let entry = Kind("entry")
    /// An attribute or content that the reader passes over, or does not allow.
    public static let content = Kind("content")
    /// Bytes that the reader does not take for its format.
    public static let syntax = Kind("syntax")
  }
}

extension Finding: CustomStringConvertible {
  /// One line without a place in a file, such as `Chat.ChatName (byte 212): dropped: comes after IsArchived; …`.
  public var description: String { "\(path.isEmpty ? "" : "\(path) ")(byte \(offset)): \(problem)" }

  /// The finding without its place: `dropped: comes after IsArchived; …`.
  public var problem: String { "\(effect.rawValue): \(reason)" }
}

extension Sequence<Finding> {
  /// The findings as compilers print theirs, a line each, in the order of the input:
  /// `chat.xml:3:5: byte 212: Chat.ChatName: dropped: …`.
  ///
  /// Lines and columns are counted from 1, columns in Unicode scalars. Takes time linear in the input.
  public func report(file: String, input: [UInt8]) -> String {
    var location = TextLocation()
    return sorted { $0.offset < $1.offset }.map { finding in
      location.advance(to: finding.offset, in: input)
      let path = finding.path.isEmpty ? "" : "\(finding.path): "
      return "\(file):\(location.line):\(location.column): byte \(finding.offset): \(path)\(finding.problem)\n"
    }.joined()
  }
}

/// A place in a text that moves forward only. Lines end with LF, CR or CRLF.
private struct TextLocation {
  private(set) var line = 1
  private(set) var column = 1
  private var offset = 0

  mutating func advance(to end: Int, in input: [UInt8]) {
    while offset < Swift.min(end, input.count) {
      let byte = input[offset]
      if byte == 0x0A || (byte == 0x0D && (offset + 1 == input.count || input[offset + 1] != 0x0A)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
  }
}
