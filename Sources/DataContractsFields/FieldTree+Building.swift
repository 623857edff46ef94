import DataContractsCore

extension FieldTree {
  /// Hands the tree to a builder, whose source is the tree's.
  ///
  /// Under a contract a name is read as the type of its member asks; without one, children whose indices are exactly
  /// 0 through n-1 are a list, all others an object, and a repeated name is a list of texts.
  package consuming func build(into builder: inout DocumentBuilder) throws(DocumentError) {
    builder.arena = decoded
    try FieldReader(self).readRoot(&builder)
  }
}

/// Walks a ``FieldTree`` and tells a builder what it holds.
///
/// The recursion is as deep as a name has steps, which ``Limits/keyDepth`` bounds. A class: constants of a class are read
/// in place, where a structure that is passed on was measured to be copied.
final class FieldReader {
  let nodes: [FieldTree.Node]
  let values: [FieldTree.Value]
  let files: [FieldFile]
  let source: [UInt8]
  let decoded: [UInt8]
  let duplicates: DecodingOptions.DuplicateMembers
  let knowsSwitchWords: Bool
  let fieldLimit: (name: String, value: Int)
  /// How many nulls stand for absent items so far.
  var holes = 0

  init(_ tree: consuming FieldTree) {
    nodes = tree.nodes
    values = tree.values
    files = tree.files
    source = tree.source
    decoded = tree.decoded
    duplicates = tree.settings.options.duplicateMembers
    knowsSwitchWords = tree.settings.syntax.knowsSwitchWords
    fieldLimit = tree.settings.syntax.fieldLimit
  }

  @inline(__always)
  func node(_ index: UInt32) -> FieldTree.Node { nodes[Int(index)] }

  func string(_ text: FieldText) -> String {
    String(decoding: (text.isDecoded ? decoded : source)[text.range], as: UTF8.self)
  }

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
    case .first where !node.flags.contains(.hasAppended): return try readValue(node.first, &builder)
    case .last where !node.flags.contains(.hasAppended): return try readValue(node.last, &builder)
    case .refuse where !node.flags.contains(.hasAppended): throw secondValue(of: node, &builder)
    default: break
    }
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
      let bytes = member.name.isDecoded ? decoded : source
      try builder.member(named: bytes.span.extracting(member.name.range), at: offset)
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
