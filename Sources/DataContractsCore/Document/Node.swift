/// One value of a document: 16 bytes, in document order.
///
/// A container is followed by everything below it; `extent` says how many nodes that is, so that one step passes over
/// a whole subtree. Extents are relative: a subtree can be moved or copied as it stands.
@usableFromInline
package struct Node: BitwiseCopyable, Sendable {
  @usableFromInline package var kind: Document.Kind
  @usableFromInline package var flags: Flags
  /// Index into the contract's types, 0 for a value that no contract speaks of.
  @usableFromInline package var type: UInt16
  /// With ``Flags/contractMember`` the member's index in its object's type; otherwise an index into the document's
  /// names; ``none`` for the root, items, keys and values.
  @usableFromInline package var name: UInt32
  /// A scalar's first byte in its text; a container's number of children (a dictionary's entries).
  @usableFromInline package var start: UInt32
  /// A scalar's length in bytes; a container's number of nodes below it.
  @usableFromInline package var extent: UInt32

  package static var noName: UInt32 { .max }

  @inlinable @inline(__always)
  package init(
    kind: Document.Kind, flags: Flags, type: UInt16, name: UInt32 = .max, start: UInt32 = 0, extent: UInt32 = 0
  ) {
    self.kind = kind
    self.flags = flags
    self.type = type
    self.name = name
    self.start = start
    self.extent = extent
  }

  @usableFromInline
  package struct Flags: OptionSet, BitwiseCopyable, Sendable {
    @usableFromInline package let rawValue: UInt8

    @inlinable
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The text is in the document's arena and not in its source.
    @inlinable package static var inArena: Flags { Flags(rawValue: 1) }
    @inlinable package static var contractMember: Flags { Flags(rawValue: 2) }
    /// The member was an attribute of an XML element.
    package static var attribute: Flags { Flags(rawValue: 4) }
    /// The document's annotations have entries for this node.
    package static var annotated: Flags { Flags(rawValue: 8) }
    /// The bytes of a file, as they are and not as base64; a GUID whose bytes are in ``NodeWindow/guid`` as well.
    @inlinable package static var rawBytes: Flags { Flags(rawValue: 16) }
    /// No byte of a string is above 0x7F. Only a ``ValueStream`` says so.
    @inlinable package static var isASCII: Flags { Flags(rawValue: 16) }
    /// The members of an object are in a namespace that XML declares round them. No object has ``rawBytes``.
    package static var declaresContent: Flags { Flags(rawValue: 16) }
    /// The object is the elements of a list or dictionary, which have an order, and whose namespace XML declares round
    /// them.
    package static var listOfElements: Flags { Flags(rawValue: 64) }
    /// The concrete type was named in the input (`i:type`, `__type`) or differs from the declared one.
    @inlinable package static var concreteType: Flags { Flags(rawValue: 32) }
    /// A list that came as one name with several values, as forms repeat it.
    package static var repeatedName: Flags { Flags(rawValue: 128) }
  }

  /// How many nodes the value takes, itself included.
  @inlinable @inline(__always)
  package var span: Int { kind.isContainer ? Int(extent) + 1 : 1 }
}

extension Document {
  /// What a value is.
  public enum Kind: UInt8, BitwiseCopyable, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case null
    case boolean
    /// Any number; its text is exact.
    case number
    /// Text that nothing has said the kind of: what XML, forms and multipart give without a contract.
    case text
    case string
    /// A date and time, with or without an offset.
    case dateTime
    case duration
    case guid
    /// Binary data; its text is base64.
    case bytes
    /// A name or a set of flags of an enumeration.
    case enumeration
    /// A mention of an object that stands elsewhere in the document: XML's `z:Ref`, JSON's `$ref`.
    case reference
    /// A file of a multipart body: name, media type and content.
    case file
    case list
    case object
    /// Entries with keys of any kind.
    case dictionary

    /// The kind's name in dumps and errors.
    public var description: String {
      switch self {
      case .null: "null"
      case .boolean: "boolean"
      case .number: "number"
      case .text: "text"
      case .string: "string"
      case .dateTime: "date-time"
      case .duration: "duration"
      case .guid: "GUID"
      case .bytes: "bytes"
      case .enumeration: "enumeration"
      case .reference: "reference"
      case .file: "file"
      case .list: "list"
      case .object: "object"
      case .dictionary: "dictionary"
      }
    }

    /// Whether values of the kind hold other values.
    @inlinable
    public var isContainer: Bool {
      switch self {
      case .file, .list, .object, .dictionary: true
      default: false
      }
    }
  }
}
