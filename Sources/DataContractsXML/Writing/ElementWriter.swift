import DataContractsCore

/// Writes a document's values as elements.
///
/// Namespaces are handled as .NET's writers do: what the serializer declares itself stands where it declares it, what
/// the writer has to add comes at the end of the start tag (``XMLFormat/Style``).
struct ElementWriter: ~Copyable {
  let view: DocumentView
  let table: ContractTable
  /// The texts of the contract: names of members, items and types.
  let names: UnsafeBufferPointer<UInt8>
  let format: XMLFormat
  var output: OutputBuffer
  var slots = MemberSlots()
  var scope: NamespaceStack
  /// The depth of the element that is open; the root's is 1.
  var depth = 0
  /// Whether the element that is open has child elements, for the layout of its end tag.
  var hasChildElements = false
  let instanceNamespace: NamespaceIndex
  let serializationNamespace: NamespaceIndex
  let isIndented: Bool
  /// Whether elements of scalars can be written at once: on one line, numbers as they are.
  let writesLeaves: Bool
  /// `XmlWriterSettings.NewLineChars`.
  let newLine: StaticString
  /// Whether objects of the contract may hold members that it does not know.
  let hasUntypedNames: Bool
  /// The root element's namespace, where no type of the contract is in it.
  var rootNamespace = ""
  /// Where the document begins in the output.
  let firstByte: Int

  /// The last namespace whose prefix was looked up, which is that of most elements to come.
  private var knownNamespace = NamespaceIndex.max
  private var knownPrefix = NamespacePrefix.none
  private var knownVersion = UInt64.max

  /// Numbers of objects that references mention, by the identity that they had when they were read.
  var identities: [String: Int] = [:]
  var identityCount = 0

  /// XML's own namespaces where the document does not name them.
  static let instance = NamespaceIndex.max - 1
  static let serialization = NamespaceIndex.max - 2
  /// ``rootNamespace``.
  static let root = NamespaceIndex.max - 3

  init(view: DocumentView, names: UnsafeBufferPointer<UInt8>, format: XMLFormat, output: consuming OutputBuffer) {
    self.view = view
    self.names = names
    self.format = format
    firstByte = output.count
    self.output = output
    table = view.table
    scope = NamespaceStack(style: format.style)
    isIndented = format.indentation > 0
    writesLeaves = format.indentation <= 0 && format.floatingPoint == .shortest
    newLine = format.style == .xmlWriter && format.newLine == .carriageReturnLineFeed ? "\r\n" : "\n"
    hasUntypedNames = view.storage.names.entries.count > 0
    let known = view.storage.names.namespaces
    instanceNamespace =
      known.firstIndex(of: DotNetNamespace.xmlSchemaInstance).map { UInt32(clamping: $0) } ?? Self.instance
    serializationNamespace =
      known.firstIndex(of: DotNetNamespace.serialization).map { UInt32(clamping: $0) } ?? Self.serialization
  }

  consuming func finish() -> [UInt8] { output.finish() }

  func text(of namespace: NamespaceIndex) -> String {
    switch namespace {
    case Self.instance: DotNetNamespace.xmlSchemaInstance
    case Self.serialization: DotNetNamespace.serialization
    case Self.root: rootNamespace
    default: view.storage.names.namespaces[Int(namespace)]
    }
  }

  @inline(__always)
  func bytes(_ name: ContractText) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: names[name.range])
  }

  /// The prefix that an element of the namespace gets, `nil` when its start tag has to redeclare the default.
  @inline(__always)
  mutating func prefix(of namespace: NamespaceIndex) -> NamespacePrefix? {
    if namespace == knownNamespace, knownVersion == scope.version { return knownPrefix }
    guard let prefix = scope.prefix(of: namespace) else { return nil }
    knownNamespace = namespace
    knownPrefix = prefix
    knownVersion = scope.version
    return prefix
  }

  func failure(_ expected: String, _ found: String) -> DocumentError {
    DocumentError(.notRepresentable, format: format.name, expected: expected, found: found)
  }
}

extension ElementWriter {
  /// An element whose start tag has been begun.
  struct Element {
    let name: UnsafeBufferPointer<UInt8>
    let prefix: NamespacePrefix
    /// How many declarations were in scope outside.
    let outerDeclarations: Int
    /// Where the content begins, once the start tag has been closed.
    var contentStart = 0
  }

  /// Begins a start tag: `<prefix:name`.
  mutating func begin(
    _ name: UnsafeBufferPointer<UInt8>, _ namespace: NamespaceIndex, prefix explicit: NamespacePrefix? = nil
  ) -> Element {
    if isIndented { lineBreak() }
    depth += 1
    let outer = scope.declarations.count
    let prefix = explicit ?? prefix(of: namespace) ?? NamespacePrefix.none
    scope.require(prefix, namespace, depth: depth)
    output.append(UInt8(ascii: "<"))
    append(prefix, name)
    return Element(name: name, prefix: prefix, outerDeclarations: outer)
  }

  /// Declares a namespace on the element that has been begun, unless it has a prefix already.
  mutating func declare(_ namespace: NamespaceIndex) {
    guard scope.prefix(of: namespace) == nil else { return }
    declare(namespace == 0 ? .none : scope.freshPrefix(depth: depth), namespace)
  }

  mutating func declare(_ prefix: NamespacePrefix, _ namespace: NamespaceIndex) {
    guard format.style == .xmlWriter else { return scope.require(prefix, namespace, depth: depth) }
    scope.push(prefix, namespace, depth: depth, isPending: false)
    writeDeclaration(prefix, namespace)
  }

  /// Closes a start tag, with the declarations that are still to be made.
  mutating func close(_ element: inout Element) {
    writePendingDeclarations(from: element.outerDeclarations)
    output.append(UInt8(ascii: ">"))
    element.contentStart = output.count
    hasChildElements = false
  }

  /// Ends an element; one that got no content becomes an empty tag.
  mutating func end(_ element: Element) {
    guard output.count == element.contentStart else { return endWithContent(element) }
    leave(element)
    output.truncate(to: element.contentStart - 1)
    output.append(format.style == .xmlWriter ? " />" : "/>")
    hasChildElements = true
  }

  /// Ends an element that keeps its end tag even when it is empty, as one that holds a string does.
  mutating func endWithContent(_ element: Element) {
    leave(element)
    if isIndented, hasChildElements { lineBreak() }
    output.append("</")
    append(element.prefix, element.name)
    output.append(UInt8(ascii: ">"))
    hasChildElements = true
  }

  private mutating func leave(_ element: Element) {
    depth -= 1
    scope.pop(to: element.outerDeclarations)
  }

  /// `XmlWriter` adds the last first, so that an element's own namespace comes last; the writer of streams in order.
  private mutating func writePendingDeclarations(from start: Int) {
    guard scope.declarations.count > start else { return }
    let added = scope.declarations[start...].filter(\.isPending)
    for declaration in format.style == .xmlWriter ? added.reversed() : added {
      writeDeclaration(declaration.prefix, declaration.namespace)
    }
    scope.settle(from: start)
  }

  private mutating func writeDeclaration(_ prefix: NamespacePrefix, _ namespace: NamespaceIndex) {
    output.append(" xmlns")
    if prefix != .none {
      output.append(UInt8(ascii: ":"))
      append(prefix)
    }
    output.append("=\"")
    appendAttributeText(text(of: namespace))
    output.append(UInt8(ascii: "\""))
  }

  /// `i:nil="true"`.
  mutating func markNil() {
    scope.require(.instance, instanceNamespace, depth: depth)
    output.append(" i:nil=\"true\"")
  }

  mutating func append(_ prefix: NamespacePrefix, _ name: UnsafeBufferPointer<UInt8>) {
    if prefix != .none {
      append(prefix)
      output.append(UInt8(ascii: ":"))
    }
    output.append(name)
  }

  mutating func append(_ prefix: NamespacePrefix) {
    output.append(room: NamespacePrefix.maximumLength) { prefix.write(to: $0) }
  }

  /// A new line at the depth of the element that is open; none before the first byte.
  mutating func lineBreak() {
    if output.count > firstByte { output.append(newLine) }
    for _ in 0..<depth * format.indentation { output.append(UInt8(ascii: " ")) }
  }
}
