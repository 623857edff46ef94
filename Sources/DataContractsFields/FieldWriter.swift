import DataContractsCore

/// Turns a document into the fields that MultipartDataMediaFormatter makes of it: `response.MID`, `L[0]`, `D[0].Key`.
///
/// Nulls, empty lists and empty dictionaries are left out, but their index counts. The recursion is as deep as the
/// document, which ``Limits/maximumDepth`` bounds.
package struct FieldWriter: ~Copyable {
  let format: String
  let view: DocumentView
  let style: FieldStyle
  let absentMembers: AbsentMembers
  let output: any FieldOutput
  /// The name of the field that comes next, escaped.
  var name = OutputBuffer(capacity: 256)
  /// What references mention; `nil` until one is met.
  var references: ReferenceExpansion?
  /// Texts that are not spelled as the document has them.
  var scratch: [UInt8] = []
  /// The node at which the length of the output is estimated next.
  private var nextEstimate = 1_000
  private var slots = MemberSlots()
  private var memberNames = MemberNames()
  private let table: ContractTable

  package init(
    format: String, view: DocumentView, style: FieldStyle, absentMembers: AbsentMembers, output: any FieldOutput
  ) {
    self.format = format
    self.view = view
    self.style = style
    self.absentMembers = absentMembers
    self.output = output
    table = view.table
  }

  /// Estimates the output's length early, and again when the first part has shown to be no measure.
  private mutating func estimate(at index: Int) {
    output.reserve(done: index, of: view.nodes.count)
    nextEstimate = index * 16
  }

  /// Writes the whole document.
  package mutating func writeDocument() throws(DocumentError) {
    guard view.node(0).kind != .null else {
      throw DocumentError(.notRepresentable, format: format, expected: "a value", found: "null")
    }
    try write(0)
  }

  mutating func write(_ index: Int) throws(DocumentError) {
    let node = view.node(index)
    if index >= nextEstimate { estimate(at: index) }
    switch node.kind {
    case .null: break
    case .object: try writeObject(index, node)
    case .list where node.flags.contains(.repeatedName) && repeatsName: try writeRepeated(index)
    case .list: try writeItems(index)
    case .dictionary: try writeEntries(index)
    case .file: try writeFile(index)
    case .bytes: try writeBytes(node)
    case .reference: try writeReferenced(index, node)
    default: try writeScalar(node)
    }
  }

  /// Whether the name that comes next may be repeated: Web API's reader refuses it of names in brackets.
  private var repeatsName: Bool {
    guard style.bracketsMembers, !style.closing.isEmpty else { return true }
    return name.withBytes { !$0.suffix(style.closing.count).elementsEqual(style.closing) }
  }

  /// Writes a list of values as it came: the name with each.
  private mutating func writeRepeated(_ index: Int) throws(DocumentError) {
    var child = index + 1
    let end = view.after(index)
    while child < end {
      try write(child)
      child = view.after(child)
    }
  }

  private mutating func writeItems(_ index: Int) throws(DocumentError) {
    var child = index + 1
    let end = view.after(index)
    let mark = name.count
    var position = 0
    while child < end {
      append(index: position)
      try write(child)
      name.truncate(to: mark)
      child = view.after(child)
      position += 1
    }
  }

  private mutating func writeEntries(_ index: Int) throws(DocumentError) {
    var child = index + 1
    let end = view.after(index)
    let mark = name.count
    var position = 0
    while child < end {
      append(index: position)
      let entry = name.count
      append(plain: "Key")
      try write(child)
      name.truncate(to: entry)
      child = view.after(child)
      append(plain: "Value")
      try write(child)
      name.truncate(to: mark)
      child = view.after(child)
      position += 1
    }
  }
}

extension FieldWriter {
  private mutating func writeObject(_ index: Int, _ node: Node) throws(DocumentError) {
    let type = table.compiled[Int(node.type)]
    guard type.shape == .object else {
      // `new object()`, which has no properties and is written by its `ToString()`.
      if type.shape == .any, node.extent == 0 { return try send("System.Object" as StaticString) }
      return try writeMembers(index, named: nil)
    }
    guard type.hasDeclaredOrder else { return try writeInDocumentOrder(index, node, type) }
    let members = memberNames.members(of: node.type, in: table, as: style)
    let base = slots.open(index, of: type, in: view)
    let mark = name.count
    for position in members.order {
      try append(member: position, of: members)
      if let child = slots.node(base, Int(position)) {
        try write(child)
      } else {
        try writeAbsent(table.members[Int(type.memberStart) + Int(position)])
      }
      name.truncate(to: mark)
    }
    slots.close(base)
    if hasUnknownMembers(index) { try writeMembers(index, named: false) }
  }

  /// Writes the members in the order in which they came; those that did not come follow.
  private mutating func writeInDocumentOrder(_ index: Int, _ node: Node, _ type: CompiledType) throws(DocumentError) {
    try writeMembers(index, named: true)
    // An object that has as many members as its contract lacks none, unless it has unknown ones.
    guard absentMembers == .asDotNet, node.start < UInt32(type.memberCount) || hasUnknownMembers(index) else { return }
    let members = memberNames.members(of: node.type, in: table, as: style)
    let base = slots.open(index, of: type, in: view)
    let mark = name.count
    for position in 0..<type.memberCount where slots.node(base, Int(position)) == nil {
      try append(member: position, of: members)
      try writeAbsent(table.members[Int(type.memberStart) + Int(position)])
      name.truncate(to: mark)
    }
    slots.close(base)
  }

  private func hasUnknownMembers(_ index: Int) -> Bool {
    var child = index + 1
    let end = view.after(index)
    while child < end {
      let node = view.node(child)
      if !node.flags.contains(.contractMember) { return true }
      child += node.span
    }
    return false
  }

  /// Writes an object's members as they stand in the document: all, or with `contractMembers` set to `false` only
  /// those that no contract knows.
  private mutating func writeMembers(_ index: Int, named contractMembers: Bool?) throws(DocumentError) {
    let type = view.node(index).type
    let hasContract = table.compiled[Int(type)].shape == .object
    if !hasContract, try writeIndexed(index) { return }
    let members = hasContract ? memberNames.members(of: type, in: table, as: style) : nil
    let mark = name.count
    var child = index + 1
    let end = view.after(index)
    while child < end {
      let node = view.node(child)
      if let members, node.flags.contains(.contractMember) {
        if contractMembers != false {
          try append(member: UInt16(truncatingIfNeeded: node.name), of: members)
          try write(child)
        }
      } else {
        let range = view.storage.names.entries[Int(node.name)].range
        try append(member: view.storage.names.text, range)
        if range.isEmpty, node.kind.isContainer, node.kind != .file, !node.flags.contains(.repeatedName) {
          throw refusal("a name in each step", "an empty one")
        }
        try write(child)
      }
      name.truncate(to: mark)
      child += node.span
    }
  }

  /// Writes what a .NET object has in a member that the document has not: nothing for null, else the type's default.
  private mutating func writeAbsent(_ member: CompiledMember) throws(DocumentError) {
    guard absentMembers == .asDotNet, !member.isNillable else { return }
    try writeDefault(of: member.type)
  }

  private mutating func writeDefault(of index: UInt16) throws(DocumentError) {
    let type = table.compiled[Int(index)]
    switch type.shape {
    case .primitive:
      guard let text = type.primitive.defaultText else { return }
      try write(type.primitive, UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    case .enumeration: try writeEnumeration(bits: 0, of: index)
    case .object where type.isValueType: try writeDefaultStructure(index, type)
    default: break
    }
  }

  private mutating func writeDefaultStructure(_ index: UInt16, _ type: CompiledType) throws(DocumentError) {
    let members = memberNames.members(of: index, in: table, as: style)
    let mark = name.count
    for position in members.order {
      try append(member: position, of: members)
      try writeAbsent(table.members[Int(type.memberStart) + Int(position)])
      name.truncate(to: mark)
    }
  }
}

extension FieldWriter {
  mutating func append(index: Int) {
    name.append(style.indexOpening)
    append(decimal: index)
    name.append(style.indexClosing)
  }

  private mutating func append(decimal value: Int) {
    if value >= 10 { append(decimal: value / 10) }
    name.append(0x30 &+ UInt8(truncatingIfNeeded: value % 10))
  }

  /// Appends a name of letters alone.
  mutating func append(plain step: StaticString) {
    let isNested = name.count > 0
    if isNested { name.append(style.opening) }
    name.append(UnsafeBufferPointer(start: step.utf8Start, count: step.utf8CodeUnitCount))
    if isNested { name.append(style.closing) }
  }

  /// Appends the name of a member of the contract.
  private mutating func append(member: UInt16, of members: MemberNames.Members) throws(DocumentError) {
    var step = members.steps[Int(member)]
    if name.count == 0 {
      step = step.lowerBound + style.opening.count..<step.upperBound - style.closing.count
    }
    memberNames.text.withUnsafeBufferPointer { name.append(UnsafeBufferPointer(rebasing: $0[step])) }
    if members.isPlain { return }
    try refuseStructure(in: Array(table.text[members.names[Int(member)]]))
  }

  /// Appends a name that no contract knows.
  private mutating func append(member text: [UInt8], _ range: Range<Int>) throws(DocumentError) {
    let isNested = name.count > 0
    let step = Array(text[range])
    scratch.removeAll(keepingCapacity: true)
    FieldEscaping.append(step, as: style.escaping, to: &scratch)
    if isNested { name.append(style.opening) }
    name.append(scratch)
    try refuseStructure(in: step)
    if isNested { name.append(style.closing) }
  }

  /// Refuses a name that readers would take apart, or take for an escaped one.
  private func refuseStructure(in step: [UInt8]) throws(DocumentError) {
    if step.isEmpty, name.count > (style.bracketsMembers ? 0 : 1) {
      throw refusal("a name in each step", "an empty one")
    }
    if step.contains(0x5B) || step.contains(0x5D) { throw refusal("a name without brackets", "one") }
    if !style.bracketsMembers, step.contains(0x2E) { throw refusal("a name without dots", "one") }
    if style.escaping == .multipart, FieldEscaping.looksEscaped(step) {
      throw refusal("a name without \"%22\", \"%0D\" and \"%0A\"", "an escape")
    }
  }

  func refusal(_ expected: String, _ found: String) -> DocumentError {
    DocumentError(.notRepresentable, format: format, path: path, expected: expected, found: found)
  }
}
