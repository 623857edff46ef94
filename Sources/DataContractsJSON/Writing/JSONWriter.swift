import DataContractsCore

/// Writes one document as JSON.
///
/// It follows the document recursively: a document nests at most ``Limits/maximumDepth`` levels.
struct JSONWriter: ~Copyable {
  var view: DocumentView
  let contract: ContractPointers
  /// The names of untyped members, and the text that they are slices of.
  var names: UnsafeBufferPointer<NameTable.Entry>
  var nameText: UnsafeBufferPointer<UInt8>
  let dialect: JSONDialect
  let escapes: StringEscapes
  let indentation: Int
  let absentMembers: AbsentMembers
  let copies: CopiedKinds
  /// Whether a member of the contract needs more than its name and value.
  let hasUncommonMembers: Bool
  let namesStructures: Bool
  /// Whether a string may be more than a string: an `XmlQualifiedName`, or a `Uri` that is not written as it is.
  let looksAtStrings: Bool
  var output: OutputBuffer
  var slots = MemberSlots()
  var level = 0
  /// The declared type of the value that is written next, where its own is another.
  var declaredType: UInt16 = 0
  /// What the document's annotations say, and what has been written of it.
  var marks: Marks
  /// What references mention; `nil` until one has to be written in full.
  var expansion: ReferenceExpansion?
  /// Members of absent structures that have been written; see ``writeDefaultMembers(of:)``.
  var defaultMembers = 0

  init(
    _ format: JSONFormat, _ view: DocumentView, _ contract: ContractPointers,
    names: UnsafeBufferPointer<NameTable.Entry>, nameText: UnsafeBufferPointer<UInt8>,
    taking output: inout [UInt8], room: Int = 0
  ) {
    self.names = names
    self.nameText = nameText
    self.view = view
    self.contract = contract
    dialect = format.dialect
    escapes = StringEscapes(format.dialect.escapes)
    indentation = min(max(format.indentation, 0), 16)
    absentMembers = format.absentMembers
    looksAtStrings = view.table.holdsQualifiedNames || (view.table.holdsURIs && format.dialect.uris != .original)
    copies = CopiedKinds(format.dialect, looksAtStrings: looksAtStrings)
    hasUncommonMembers = format.dialect.wrapsNullableStructures
    namesStructures = format.dialect.structures == .typeNames
    marks = Marks(of: view, format.dialect)
    // A document that was read takes about as much room as its source, and one that was built has names to add. The
    // slack keeps the last texts, which ask for the room that all their bytes escaped would take, from doubling it.
    let texts = view.source.count + view.arena.count
    let built = view.source.isEmpty ? view.nodes.count * 16 : 0
    let slack = room > 0 ? room / 64 + 256 : 4096
    self.output = OutputBuffer(taking: &output, capacity: texts + texts / 64 + built + room + slack)
  }

  var format: String { dialect.name }

  consuming func finish() -> [UInt8] { output.finish() }

  mutating func writeDocument() throws(DocumentError) {
    declaredType = view.storage.contract?.root?.type.rawValue ?? 0
    try writeValue(0, view.at(0))
  }

  @inline(__always)
  mutating func writeValue(_ index: Int, _ node: Node) throws(DocumentError) {
    if node.holdsNodes { try writeContainer(index, node) } else { try writeScalar(index, node) }
  }

  @inline(__always)
  mutating func writeContainer(_ index: Int, _ node: Node) throws(DocumentError) {
    switch node.kind {
    case .object: try writeObject(index, node)
    case .list: try writeList(index, node)
    case .dictionary: try writeDictionary(index, node)
    default: try writeFile(index)
    }
  }

  /// What comes before a member or an item: a comma unless it is the first, a line of its own when indented.
  @inline(__always)
  mutating func separate(_ isFirst: inout Bool) {
    if !isFirst { output.put(0x2C) }
    isFirst = false
    if indentation > 0 { startLine() }
  }

  @inline(never)
  mutating func startLine() {
    let spaces = level * indentation
    output.put(room: spaces + 1) { room in
      room[0] = 0x0A
      (room + 1).update(repeating: 0x20, count: spaces)
      return spaces + 1
    }
  }

  /// Begins a container whose members or items come a level deeper.
  @inline(__always)
  mutating func begin(_ bracket: UInt8) {
    output.put(bracket)
    level &+= 1
  }

  @inline(__always)
  mutating func end(_ bracket: UInt8, isEmpty: Bool) {
    level &-= 1
    if indentation > 0, !isEmpty { startLine() }
    output.put(bracket)
  }

  @inline(__always)
  mutating func writeColon() {
    output.put(0x3A)
    if indentation > 0 { output.put(0x20) }
  }

  @inline(never)
  mutating func notRepresentable(_ index: Int, expected: String, found: String) -> DocumentError {
    DocumentError(.notRepresentable, format: format, path: view.path(to: index), expected: expected, found: found)
  }
}
