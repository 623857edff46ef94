/// Builds a document from events: an object begins, a member is named so, this text, the object ends.
///
/// It is the one way into a ``Document``, for decoders and for Swift values. With a contract it finds the member that a
/// name means, checks and normalises values, counts required members, applies ``DecodingOptions`` and keeps
/// ``Limits``; a decoder only says what its bytes say, and where. Every failure carries path and offset.
///
/// ```swift
/// var builder = DocumentBuilder(format: "json", contract: contract)
/// try builder.beginObject()
/// try builder.member("MID")
/// try builder.value(.number, "1")
/// try builder.endObject()
/// let document = try builder.finish()
/// ```
///
/// After an error the builder is of no further use.
public struct DocumentBuilder: ~Copyable, Sendable {
  let format: String
  /// Rooted once the root is known, so that the document can be written again.
  var contract: Contract?
  let table: ContractTable
  let options: DecodingOptions
  let spelling: NameSpelling
  /// What an object that ends without a required member is taken for.
  package var missingMembers = MissingMembers.refused
  /// What the format's .NET reader takes beyond the contract's spellings.
  package var conventions = ReadingConventions()
  /// Whether a name has come in camelCase where the declared one was expected, so that others are likely to.
  var hasReadCamelCase = false
  var depthLimit: Int
  /// Nodes that there may be.
  var nodeLimit: Int
  /// Whose rules the document is held against; `nil` outside a check.
  let reader: DotNetReader?
  /// Bytes up to which a text is read without a closer look; -1 under a check, where each gets one.
  let textBound: Int
  /// The same for numbers.
  let numberBound: Int
  /// What a check has found so far.
  package var findings: [Finding] = []
  /// The keys of the document's dictionaries, under a check.
  var checkedKeys: Set<CheckedKey> = []
  /// The input, of which nodes may be slices.
  package let source: [UInt8]
  /// Texts that are not slices of the source. A decoder may append a text here and hand it over as a ``TextSlice``.
  @usableFromInline package var arena: [UInt8] = []
  var nodes: [Node] = []
  var names: NameTable
  var annotations: [Document.Annotation] = []
  var top = Frame(kind: .root)
  var frames: [Frame] = []
  var pending = Pending()
  /// Containers that are open below a value that is passed over, plus 1; 0 when nothing is passed over.
  var skipped = 0
  /// For each member the one that came after it last time: the first guess for the next name.
  var successors: [UInt16]
  var nameSuccessors: [UInt32] = []
  var firstName: UInt32 = 0
  /// Canonical texts are put together here.
  var scratch: [UInt8] = []
  /// A text of the arena is read from here while the arena is written to.
  var lent: [UInt8] = []
  /// Which members beyond the 64th the open objects have seen.
  var wideSeen: [Bool] = []
  /// Names that untyped objects have seen, kept only where a policy asks for it.
  var untypedSeen: Set<UInt64> = []
  var objectSerial: UInt32 = 0
  /// Where the Swift types of a value that is encoded are in the contract.
  var typeIndices: [ObjectIdentifier: Contract.TypeIndex] = [:]
  /// Where values go as they come; `nil` where they are built. A builder that has a sink stays where it was made.
  @usableFromInline nonisolated(unsafe) package var sink: Unmanaged<SinkReference>?
  /// The same while the document of a single value is built for it.
  nonisolated(unsafe) var suspended: Unmanaged<SinkReference>?
  /// Entries of Swift values that have begun and not ended: one whose key or value has failed never does.
  var openEntries = 0
  /// The identities of objects that have been encoded.
  var identities: [ObjectIdentifier: String] = [:]

  /// - Parameters:
  ///   - format: The name that errors carry.
  ///   - source: The input, of which ``TextSlice``s may be slices. Default empty.
  ///   - contract: What the document must look like; `nil` keeps everything as it comes.
  ///   - spelling: How the format spells member names. Default ``NameSpelling/declared``.
  public init(
    format: String, source: [UInt8] = [], contract: Contract? = nil, options: DecodingOptions = DecodingOptions(),
    spelling: NameSpelling = .declared
  ) {
    self.init(
      format: format, source: source, contract: contract, options: options, spelling: spelling, checking: nil)
  }

  /// - Parameters:
  ///   - reader: Whose rules the document is held against; `nil` for a document that is only read.
  ///   - room: The nodes for which there is room from the beginning.
  package init(
    format: String, source: [UInt8], contract: Contract?, options: DecodingOptions, spelling: NameSpelling,
    checking reader: DotNetReader?, room: Int? = nil
  ) {
    self.format = format
    self.contract = contract
    self.options = reader.map { $0.options(options) } ?? options
    self.reader = reader
    textBound = reader == nil ? options.limits.textBytes : -1
    numberBound = reader == nil ? options.limits.numberBytes : -1
    self.spelling = spelling
    self.source = source
    table = contract?.table ?? .builtIn
    if let likely = contract == nil ? options.likelyNames : nil {
      names = likely.table
      nameSuccessors = likely.successors
      firstName = likely.first
    } else {
      names = NameTable(namespaces: table.namespaces)
    }
    let guesses = spelling == .xml ? table.xmlSuccessors : table.declaredSuccessors
    // Under a check no member is expected, so that each is searched for.
    successors = reader == nil ? guesses : Array(repeating: .max, count: guesses.count)
    depthLimit = options.limits.effectiveDepth
    nodeLimit = options.limits.nodes
    // A node for 32 bytes of input is what measured documents need; more are added as they come.
    nodes = Array(room: min(room ?? source.count / 32 + 8, options.limits.nodes))
    if let root = contract?.root {
      expect(type: root.type.rawValue, nillable: root.isNillable)
    } else if contract == nil {
      expect(type: 0, nillable: true)
    }
  }

  /// How a format spells the names of members, which decides what is compared first.
  public enum NameSpelling: Sendable, Hashable {
    /// As the contract names them; names that differ in ASCII case alone are taken as well, where only one member fits.
    case declared
    /// In camelCase; otherwise as ``declared``.
    case camelCase
    /// As C# names them, for serializers that know no data contracts; otherwise as ``declared``.
    case clr
    /// As DataContractJsonSerializer decodes them: `A` for `_x0041_`; otherwise as ``declared``.
    case decoded
    /// As XML encodes them, with their namespace and in exactly their case.
    case xml
  }

  /// What becomes of a required member that is not there.
  package enum MissingMembers: Sendable {
    /// An error.
    case refused
    /// Null, where the member can be null: the format has no other way to say it. Otherwise an error.
    case null
    /// What .NET's reader, which knows no `IsRequired`, leaves in place: null, or the default of a value type.
    case defaulted
  }

  /// What a scalar's text is, before a contract speaks.
  public enum Token: Sendable, Hashable {
    /// Text without a kind, in XML Schema's lexical forms: what an XML element holds.
    case text
    /// Text without a kind, in the forms that .NET's converters print: what a form field or a dictionary key holds.
    case field
    /// A quoted string.
    case string
    /// A bare number.
    case number
    /// A bare `true` or `false`.
    case boolean
  }

  /// The finished document.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/syntax`` when there is no value, or a container is open.
  public consuming func finish() throws(DocumentError) -> Document {
    guard frames.isEmpty, top.count == 1, openEntries == 0 else {
      throw failure(.syntax, expected: "a whole document", found: "its end", at: source.count)
    }
    let storage = Document.Storage(
      nodes: nodes, source: source, arena: arena, names: names, contract: contract, annotations: annotations,
      countsByClock: conventions.countsByClock)
    return Document(storage: storage)
  }

  /// Makes the builder ready for a value that stands alone, in containers that are not built.
  ///
  /// - Parameters:
  ///   - depth: How many those are.
  ///   - nodeCount: How many nodes there would be before the value.
  mutating func restart(depth: Int, nodeCount: Int) {
    nodes.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    annotations.removeAll()
    frames.removeAll(keepingCapacity: true)
    top = Frame(kind: .root)
    skipped = 0
    depthLimit = options.limits.effectiveDepth - depth
    nodeLimit = options.limits.nodes - nodeCount
  }

  /// Makes the builder pass over the value that comes next.
  package mutating func passOver() { skipped = 1 }

  /// Chooses the root of a contract that has several.
  package mutating func choose(root: Contract.Root) {
    contract = contract?.rooted(at: root)
    expect(type: root.type.rawValue, nillable: root.isNillable)
  }
}

/// A text that lies in a builder's source or arena.
package struct TextSlice: Sendable {
  package var start: Int
  package var count: Int
  package var inArena: Bool

  @inlinable @inline(__always)
  package init(start: Int, count: Int, inArena: Bool) {
    self.start = start
    self.count = count
    self.inArena = inArena
  }

  var range: Range<Int> { start..<start + count }
}

extension DocumentBuilder {
  /// What the next value will be.
  struct Pending: Sendable {
    var isExpected = false
    var shape = CompiledShape.untyped
    var primitive = PrimitiveType.string
    var content = CompiledContent.anything
    var isNillable = true
    var flags: Node.Flags = []
    var type: UInt16 = 0
    var name = Node.noName
  }

  /// An open container.
  struct Frame: Sendable {
    enum Kind: UInt8, Sendable {
      case root
      case object, untypedObject
      case list, untypedList
      /// A dictionary whose members are its entries, as JSON writes most.
      case dictionary
      /// A dictionary that is a list of entries, as XML and DataContractJsonSerializer write it.
      case entries
      /// One of those entries.
      case entry
      /// The structure that stands for a `DateTimeOffset`.
      case dateTimeOffset
      /// A list of numbers that stands for bytes.
      case byteItems

      @inline(__always)
      var isList: Bool { self == .list || self == .untypedList || self == .entries || self == .byteItems }
    }

    var kind: Kind
    var type: UInt16 = 0
    var required: UInt16 = 0
    var hasDuplicates = false
    var node = 0
    var count: UInt32 = 0
    /// Where the guess for the next member stands.
    var successor = 0
    var seen: UInt64 = 0
    /// The object's number for untyped names, the first slot of `wideSeen` for contract members, the start of the
    /// collected bytes in the arena.
    var mark = 0
    /// Where the members of a contract's object stand in the table, and how many they are.
    var memberStart: UInt32 = 0
    var memberCount: UInt16 = 0
    var member = Node.noName
    var memberIsOfContract = false
  }

  @inline(__always)
  mutating func expect(type: UInt16, nillable: Bool, name: UInt32 = Node.noName, flags: Node.Flags = []) {
    let compiled = table.compiled[Int(type)]
    pending.isExpected = true
    pending.shape = compiled.shape
    pending.primitive = compiled.primitive
    pending.content = compiled.content
    pending.isNillable = nillable
    pending.type = type
    pending.name = name
    pending.flags = flags
  }

  /// What a list expects next, or that an object wants a name first.
  @inline(__always)
  mutating func expectAfterValue() {
    switch top.kind {
    case .list:
      let compiled = table.compiled[Int(top.type)]
      expect(type: compiled.first, nillable: compiled.firstIsNillable)
    case .untypedList: expect(type: 0, nillable: true)
    case .byteItems: expect(type: Contract.TypeIndex.primitive(.unsignedByte).rawValue, nillable: false)
    default: pending.isExpected = false
    }
  }

  @inline(__always)
  mutating func append(_ kind: Document.Kind, start: Int, extent: Int, flags: Node.Flags, at offset: Int)
    throws(DocumentError)
  {
    guard nodes.count < nodeLimit else { throw tooManyNodes(at: offset) }
    nodes.append(
      Node(
        kind: kind, flags: pending.flags.union(flags), type: pending.type, name: pending.name,
        start: UInt32(truncatingIfNeeded: start), extent: UInt32(truncatingIfNeeded: extent)))
  }

  /// A scalar has been appended: one child more.
  @inline(__always)
  mutating func finishScalar() {
    top.count &+= 1
    if !top.kind.isList {
      pending.isExpected = false
    } else if !pending.flags.isEmpty {
      // What was said of this item alone, its concrete type above all, does not hold for the next.
      expectAfterValue()
    }
  }
}
