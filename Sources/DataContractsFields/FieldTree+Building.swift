import DataContractsCore

extension FieldTree {
  /// Hands the tree to a builder, whose source is the tree's.
  ///
  /// Under a contract a name is read as the type of its member asks; without one, children whose indices are exactly
  /// 0 through n-1 are a list, all others an object, and a repeated name is a list of texts.
  package consuming func build(into builder: inout DocumentBuilder) throws(DocumentError) {
    builder.arena = decoded
    if builder.isChecking { builder.findings += findings }
    builder.missingMembers = settings.isTolerant ? .defaulted : .null
    let files = files
    let settings = settings
    let (nodes, values, source, decoded) = (nodes, values, source, decoded)
    try nodes.withUnsafeBufferPointer { nodes throws(DocumentError) in
      try values.withUnsafeBufferPointer { values throws(DocumentError) in
        try source.withUnsafeBufferPointer { source throws(DocumentError) in
          try decoded.withUnsafeBufferPointer { decoded throws(DocumentError) in
            let reader = FieldReader(
              nodes: nodes, values: values, source: source, decoded: decoded, files: files, settings: settings)
            try reader.readRoot(&builder)
          }
        }
      }
    }
  }
}

/// Walks a ``FieldTree`` and tells a builder what it holds.
///
/// The recursion is as deep as a name has steps, which ``Limits/keyDepth`` bounds.
///
/// Safety: pointers, since each access to an array of a class was measured to cost a retain and a release, a sixth of
/// the time. A reader lives only inside ``FieldTree/build(into:)``, which keeps the arrays alive. Only the tree writes
/// nodes, values and slices, and all its indices and slices lie within its arrays; ``text(_:)`` checks nevertheless.
final class FieldReader {
  let nodes: UnsafeBufferPointer<FieldTree.Node>
  let values: UnsafeBufferPointer<FieldTree.Value>
  let source: UnsafeBufferPointer<UInt8>
  let decoded: UnsafeBufferPointer<UInt8>
  let files: [FieldFile]
  let duplicates: DecodingOptions.DuplicateMembers
  let knowsSwitchWords: Bool
  let requiresValues: Bool
  /// Whether spellings are read that .NET's readers have to guess the meaning of.
  let isTolerant: Bool
  let fieldLimit: (name: String, value: Int)
  /// How many nulls stand for absent items so far.
  var holes = 0

  init(
    nodes: UnsafeBufferPointer<FieldTree.Node>, values: UnsafeBufferPointer<FieldTree.Value>,
    source: UnsafeBufferPointer<UInt8>, decoded: UnsafeBufferPointer<UInt8>, files: [FieldFile], settings: FieldSettings
  ) {
    self.nodes = nodes
    self.values = values
    self.source = source
    self.decoded = decoded
    self.files = files
    duplicates = settings.options.duplicateMembers
    knowsSwitchWords = settings.syntax.knowsSwitchWords
    requiresValues = settings.syntax.requiresValues
    isTolerant = settings.isTolerant
    fieldLimit = settings.syntax.fieldLimit
  }

  /// The bytes of a text.
  @inline(__always)
  func text(_ text: FieldText) -> UnsafeBufferPointer<UInt8> {
    let bytes = text.isDecoded ? decoded : source
    let start = Int(text.start)
    let count = Int(text.count)
    precondition(start + count <= bytes.count)
    return UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: count)
  }

  func string(_ text: FieldText) -> String { String(decoding: self.text(text), as: UTF8.self) }

  @inline(__always)
  func node(_ index: UInt32) -> FieldTree.Node { nodes[Int(index)] }

  func readRoot(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let root = node(0)
    // A scalar, or a list of repeated fields, has the empty name at the root.
    let isMemberwise = builder.expectedShape == .object || builder.expectedShape == .untyped
    if !isMemberwise, root.count == 1, !node(root.first).flags.contains(.index), node(root.first).name.count == 0 {
      return try read(root.first, &builder)
    }
    try read(0, &builder)
  }

  func read(_ index: UInt32, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let node = node(index)
    guard !builder.isPassingOver else { return try builder.null(at: Int(node.offset)) }
    switch builder.expectedShape {
    case .untyped, .any: try readUntyped(node, &builder)
    case .object: try readObject(node, &builder)
    case .list: try readList(node, &builder)
    case .dictionary: try readDictionary(node, &builder)
    case .file: try readSingle(node, &builder)
    case .enumeration: try readSingle(node, &builder)
    case .primitive: try readPrimitive(node, &builder)
    }
  }

  private func readUntyped(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    if node.flags.contains(.hasValues) {
      let isList = node.count > 1 || node.flags.contains(.hasAppended)
      return isList ? try readRepeated(node, &builder) : try readValue(node.first, &builder)
    }
    guard node.count > 0, !node.flags.contains(.hasNamedChildren), let items = denseItems(of: node) else {
      return try readObject(node, &builder)
    }
    try builder.beginList(at: Int(node.offset))
    for item in items { try read(item, &builder) }
    try builder.endList(at: Int(node.offset))
  }

  /// The children in the order of their indices, when these are exactly 0 through n-1.
  private func denseItems(of node: FieldTree.Node) -> [UInt32]? {
    let items = children(of: node)
    guard node.flags.contains(.isScattered) else { return items }
    let sorted = items.sorted { self.nodes[Int($0)].key < self.nodes[Int($1)].key }
    for (position, item) in sorted.enumerated() where nodes[Int(item)].key != position { return nil }
    return sorted
  }

  private func readRepeated(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    switch duplicates {
    case .keep: break
    // Web API's reader of untyped forms and `FormData` keep all values.
    case _ where isTolerant: break
    case .first where !node.flags.contains(.hasAppended): return try readValue(node.first, &builder)
    case .last where !node.flags.contains(.hasAppended): return try readValue(node.last, &builder)
    case .refuse where !node.flags.contains(.hasAppended): throw secondValue(of: node, &builder)
    default: break
    }
    if !node.flags.contains(.hasAppended) { builder.expectRepeatedName() }
    try builder.beginList(at: Int(node.offset))
    try readValues(node, &builder)
    try builder.endList(at: Int(node.offset))
  }

  private func readObject(_ node: FieldTree.Node, _ builder: inout DocumentBuilder) throws(DocumentError) {
    if node.flags.contains(.hasValues) { return try readSingle(node, &builder) }
    try builder.beginObject(at: Int(node.offset))
    var child = node.first
    while child != 0 {
      let member = self.node(child)
      try readMember(child, member, &builder)
      child = member.next
    }
    if requiresValues { try builder.requireValues(at: Int(node.offset)) }
    try builder.endObject(at: Int(node.offset))
  }

  func readMember(
    _ index: UInt32, _ member: FieldTree.Node, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let offset = Int(member.offset)
    if member.flags.contains(.index), member.name.count == 0 {
      // An item that came with `[]`.
      try builder.member("\(member.key)", at: offset)
    } else {
      try builder.member(named: text(member.name).span, at: offset)
    }
    try read(index, &builder)
  }

  func children(of node: FieldTree.Node) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(Int(node.count))
    var child = node.first
    while child != 0 {
      result.append(child)
      child = nodes[Int(child)].next
    }
    return result
  }
}
