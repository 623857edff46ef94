internal import CLibXML2
import DataContractsCore

/// Turns libxml2's events into those of a ``DocumentBuilder``.
///
/// What the builder expects decides how an element is read. Where it expects nothing in particular, an element is an
/// object once it shows an attribute or a child, and text otherwise.
struct ElementReader: ~Copyable {
  var builder: DocumentBuilder
  let context: xmlParserCtxtPtr
  /// The builder's source, which stays in place while libxml2 reads a copy of it.
  let source: UnsafeBufferPointer<UInt8>
  let contract: Contract?
  let format: String
  let limits: Limits
  let takesControlCharacters: Bool
  let takesRootsOfValues: Bool
  let resolvedAttributes: Set<String>
  let maximumDepth: Int
  /// Whether the document is held against .NET's rules, and not only read.
  let isChecking: Bool
  /// Whether .NET's reader takes processing instructions.
  let takesInstructions: Bool
  /// Under a check, the path of the element whose content is passed over because it is nil.
  var nilPath: DocumentPath?
  /// Under a check, how many findings have their place.
  var placedFindings = 0

  var failure: DocumentError?
  /// Whether something that libxml2 takes for an error was let pass.
  var hasToleratedError = false

  /// How the element that is open is read.
  var mode = Mode.document
  /// How the element round a scalar is read: scalars have no children, so they need no stack.
  var modeAroundScalar = Mode.document
  var outerModes: [Mode] = []
  var depth = 0
  /// Open elements of a subtree that is passed over, the outermost included.
  var skipDepth = 0
  /// Where the innermost start tag ended.
  var contentStart = 0
  /// The same place in libxml2's copy of the input.
  var contentAddress: UnsafePointer<UInt8>?

  var text = Text()
  /// Where the next piece of text begins in the source, if nothing came between.
  var expectedText = 0
  /// Where the second reference of a surrogate pair stands that has been read with the first.
  var secondHalf = -1
  /// The end of references that were read ahead of libxml2, until the next event; -1 when there are none.
  var lookedAhead = -1 {
    didSet { if lookedAhead < 0, oldValue >= 0 { context.pointee.wellFormed = 1 } }
  }

  var namespaces = NamespaceCache()
  var scopes = NamespaceScopes()
  /// The `z:Id`s of objects that have begun.
  var identities: Set<String> = []
  /// Whether the untyped element that is open has a child.
  var hasChildren = false
  /// Whether the untyped element that is open says that it is nil.
  var isNil = false

  /// The text of the element that is open: a slice of the source as long as it can be one, of the builder's arena then.
  struct Text {
    var start = 0
    var count = 0
    var inArena = false
  }

  enum Mode: UInt8 {
    /// Before the root element.
    case document
    /// An object or entry of the contract.
    case object
    /// A list, or a dictionary's entries.
    case list
    case scalar
    /// A scalar whose prefix is resolved.
    case qualifiedName
    /// Nothing has said yet what the element is.
    case untyped
    /// An element without a contract that has attributes or children.
    case untypedObject
    /// The object round the root element of a document without a contract.
    case wrapper
  }

  /// How far libxml2 has read.
  var position: Int {
    @inline(__always) mutating get { data_contracts_position(context) }
  }

  private init(
    _ input: [UInt8], source: UnsafeBufferPointer<UInt8>, as contract: Contract?, context: xmlParserCtxtPtr,
    format: XMLFormat, resolvingQNamesIn attributes: Set<String>, checking: Bool
  ) {
    // Without a contract a repeated element is an item of a list.
    let options = format.decoding.takingDuplicates(contract == nil ? .keep : .first)
    builder = DocumentBuilder(
      format: format.name, source: input, contract: contract, options: options, spelling: .xml,
      checking: checking ? .dataContractSerializer : nil)
    isChecking = checking
    takesInstructions = format.hasDeclaration
    self.context = context
    self.source = source
    self.contract = contract
    self.format = format.name
    limits = format.decoding.limits
    takesControlCharacters = format.allowsControlCharacters && contract != nil
    takesRootsOfValues = format.rootFollowsValue
    resolvedAttributes = attributes
    // The builder counts containers; the elements of scalars lie one level deeper, and the wrapper has none.
    maximumDepth = min(max(limits.depth, 1), Limits.maximumDepth) + 1
    outerModes.reserveCapacity(16)
  }

  /// Reads a document from valid UTF-8.
  static func read(
    _ input: [UInt8], as contract: Contract?, format: XMLFormat, resolvingQNamesIn attributes: Set<String>
  ) throws(DocumentError) -> Document {
    let reader = try parse(input, as: contract, format: format, resolvingQNamesIn: attributes, checking: false)
    if let failure = reader.failure { throw failure }
    return try reader.finish()
  }

  /// What .NET would not take of a document as it stands.
  static func findings(
    in input: [UInt8], as contract: Contract, format: XMLFormat
  ) throws(DocumentError) -> [Finding] {
    try parse(input, as: contract, format: format, resolvingQNamesIn: [], checking: true).finishCheck()
  }

  private static func parse(
    _ input: [UInt8], as contract: Contract?, format: XMLFormat, resolvingQNamesIn attributes: Set<String>,
    checking: Bool
  ) throws(DocumentError) -> ElementReader {
    guard let context = ParserContext.take() else {
      throw DocumentError(.limitExceeded, format: format.name, expected: "memory for a parser", found: "none")
    }
    let place = UnsafeMutablePointer<ElementReader>.allocate(capacity: 1)
    defer { place.deallocate() }
    input.withUnsafeBufferPointer { source in
      place.initialize(
        to: ElementReader(
          input, source: source, as: contract, context: context.pointer, format: format,
          resolvingQNamesIn: attributes, checking: checking))
      context.parse(source, userData: UnsafeMutableRawPointer(place))
      place.pointee.parserEnded()
    }
    context.give(afterReading: input.count)
    return place.move()
  }

  private consuming func finish() throws(DocumentError) -> Document {
    try builder.finish()
  }

  private consuming func finishCheck() throws(DocumentError) -> [Finding] {
    try builder.finishCheck(after: failure)
  }
}
