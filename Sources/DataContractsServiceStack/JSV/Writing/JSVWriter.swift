import DataContractsCore

/// Writes values as JSV: a loop with a stack of open containers.
///
/// CSV's fields and the values of query strings are JSV too, so their writers work through this one.
struct JSVWriter: ~Copyable {
  /// What the formats let their callers choose.
  struct Options {
    let format: String
    let unspecifiedDateOffset: Int
    let assembly: String
    let structures: ServiceStackStructures
    let absentMembers: AbsentMembers
  }

  /// A container that is open.
  struct Frame {
    enum Kind { case object, list, dictionary }

    let kind: Kind
    let node: Int
    /// The next child, or the next of ``JSVWriter/items``.
    var next: Int
    let end: Int
    /// The first of ``JSVWriter/items``.
    var start = 0
    /// Whether null items are written as `{}`.
    var hasEmptyObjects = false
    var isFirst = true
  }

  /// Where a scalar stands, which decides what a `char` can be.
  enum Place { case member, firstItem, item }

  let view: DocumentView
  let table: ContractTable
  let options: Options
  var syntax = JSVReader.Syntax.plain
  var output: OutputBuffer
  var slots = MemberSlots()
  var frames: [Frame] = []
  /// The members of the open objects, in the order in which they are written.
  var items: [MemberItem] = []
  var place = Place.member
  /// Whether the place is an item of a list that can hold null.
  var isNullableItem = false
  /// Whether the value that is written next, a field of type object, is not to name its type.
  var hidesTypeName = false
  /// Spellings of scalars are put together here.
  var scratch: [UInt8] = []
  /// Nodes that have been written once more for references, and members of default structures.
  var repeatedNodes = 0
  private var identities: [String: Int] = [:]
  private var typeNames: [Int: String] = [:]

  private init(_ view: DocumentView, _ options: Options, taking output: inout [UInt8]) {
    self.view = view
    self.options = options
    table = view.table
    let texts = view.source.count + view.arena.count
    self.output = OutputBuffer(taking: &output, capacity: texts + texts / 64 + 4096)
    for annotation in view.storage.annotations {
      switch annotation.content {
      case .identity(let identity): identities[identity] = Int(annotation.node)
      case .assemblyQualifiedName(let name): typeNames[Int(annotation.node)] = name
      case .typeName, .declares: break
      }
    }
  }

  /// Appends what `body` writes of a document; on failure `output` is left as it was.
  static func encode(
    _ document: Document, _ options: Options, into output: inout [UInt8],
    _ body: (inout JSVWriter) throws(DocumentError) -> Void
  ) throws(DocumentError) {
    let start = output.count
    var taken: [UInt8] = []
    swap(&taken, &output)
    var failure: DocumentError?
    output = document.withView { view in
      var writer = JSVWriter(view, options, taking: &taken)
      do throws(DocumentError) { try body(&writer) } catch { failure = error }
      return writer.finish()
    }
    guard let failure else { return }
    output.removeLast(output.count - start)
    throw failure
  }

  private consuming func finish() -> [UInt8] { output.finish() }

  /// Writes the document; an empty text alone is nothing at all.
  mutating func writeJSV() throws(DocumentError) {
    let node = view.node(0)
    guard node.kind != .null else { throw notRepresentable(0, expected: "a value", found: "null") }
    if node.kind == .string || node.kind == .text, node.extent == 0 { return }
    try write(0)
  }

  /// Writes the value at `index` with all below it.
  mutating func write(_ index: Int) throws(DocumentError) {
    let level = frames.count
    place = .member
    try begin(index)
    while frames.count > level { try writeNext() }
  }

  /// Writes a scalar, or the beginning of a container.
  mutating func begin(_ index: Int) throws(DocumentError) {
    let index = try resolved(index)
    let node = view.node(index)
    switch node.kind {
    case .object: try beginObject(index)
    case .list: try beginList(index)
    case .dictionary: try open(Frame(kind: .dictionary, node: index, next: index + 1, end: view.after(index)), 0x7B)
    case .file: try writeFile(index)
    default: try writeScalar(index, node)
    }
  }

  /// The object that was read with an identity.
  func target(of identity: String) -> Int? { identities[identity] }

  /// The name of its type that an object was read with.
  func readTypeName(of index: Int) -> String? { typeNames[index] }

  mutating func notRepresentable(_ index: Int, expected: String, found: String) -> DocumentError {
    DocumentError(
      .notRepresentable, format: options.format, path: view.path(to: index), expected: expected, found: found)
  }
}
