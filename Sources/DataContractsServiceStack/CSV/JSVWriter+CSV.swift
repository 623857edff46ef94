import DataContractsCore

/// CSV, whose fields are JSV.
extension JSVWriter {
  /// A column: a member of the contract, or a name that no contract knows.
  private enum Column: Hashable {
    case member(Int)
    case name(UInt32)
  }

  mutating func writeCSV() throws(DocumentError) {
    let root = try resolved(0)
    let node = view.node(root)
    switch node.kind {
    case .null: break
    case .object: try writeRecords([root], type: node.type)
    case .list: try writeCSVList(root, node)
    case .dictionary: try writeCSVDictionary(root, node)
    case .bytes: try writeBytesRow(node)
    case .string, .text:
      guard node.kind == .string, view.storage.contract?.root?.type == .any else {
        return output.append(view.text(of: node))
      }
      try writeField(root)
      output.append("\r\n")
    default: try write(root)
    }
  }

  private mutating func writeCSVList(_ index: Int, _ node: Node) throws(DocumentError) {
    let list = table.compiled[Int(node.type)]
    let children = childIndices(of: index)
    let holdsObjects =
      list.shape == .list && list.first != 0 && table.compiled[Int(list.first)].shape != .any
      ? table.compiled[Int(list.first)].shape == .object
      : !children.isEmpty && children.allSatisfy { view.node($0).kind == .object && view.node($0).type == 0 }
    guard holdsObjects else { return try writeItemsRow(children, list) }
    try writeRecords(children, type: list.shape == .list ? list.first : 0)
  }

  private func childIndices(of index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < view.after(index) {
      children.append(child)
      child = view.after(child)
    }
    return children
  }

  private mutating func writeItemsRow(_ children: [Int], _ list: CompiledType) throws(DocumentError) {
    if list.shape == .list,
      let header = CSVHeader.ofValues(table.compiled[Int(list.first)], isNullable: list.firstIsNillable)
    {
      output.append(header)
      output.append("\r\n")
    }
    for (position, child) in children.enumerated() {
      if position > 0 { output.append(0x2C) }
      try writeField(child)
    }
    output.append("\r\n")
  }

  private mutating func writeBytesRow(_ node: Node) throws(DocumentError) {
    var bytes: [UInt8] = []
    // Canonical base64 always decodes.
    if node.flags.contains(.rawBytes) {
      bytes.append(contentsOf: view.text(of: node))
    } else {
      _ = Base64.decode(view.text(of: node).span, into: &bytes)
    }
    output.append(bytes.map { "\($0)" }.joined(separator: ","))
    output.append("\r\n")
  }

  private mutating func writeCSVDictionary(_ index: Int, _ node: Node) throws(DocumentError) {
    let children = childIndices(of: index)
    let entries = stride(from: 0, to: children.count - 1, by: 2).map { (key: children[$0], value: children[$0 + 1]) }
    guard table.hasKeysAsHeader(table.compiled[Int(node.type)]) else { return try writeEntriesRow(entries) }
    for (position, entry) in entries.enumerated() {
      if position > 0 { output.append(0x2C) }
      try writeField(entry.key)
    }
    output.append("\r\n")
    for (position, entry) in entries.enumerated() {
      if position > 0 { output.append(0x2C) }
      try writeField(entry.value)
    }
    output.append("\r\n")
  }

  /// `Key,Value` and a row of entries as JSV.
  private mutating func writeEntriesRow(_ entries: [(key: Int, value: Int)]) throws(DocumentError) {
    output.append("Key,Value\r\n")
    for (position, entry) in entries.enumerated() {
      if position > 0 { output.append(0x2C) }
      let start = output.count
      output.append("{Key:")
      try writeKey(entry.key)
      if view.node(entry.value).kind != .null {
        output.append(",Value:")
        try write(entry.value)
      }
      output.append(0x7D)
      quoteField(from: start)
    }
    output.append("\r\n")
  }
}

extension JSVWriter {
  /// The most fields of names that no contract knows, for each value of the document.
  private static var fieldsPerNode: Int { 64 }

  /// Writes a header and a row for each object.
  private mutating func writeRecords(_ rows: [Int], type: UInt16) throws(DocumentError) {
    let columns = try columns(of: rows, type: type)
    if !columns.isEmpty {
      writeHeader(columns)
      output.append("\r\n")
    }
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    for row in rows {
      try writeRecord(row, columns, places)
      output.append("\r\n")
    }
  }

  /// The members of the type, then all names that the rows have beside them.
  private mutating func columns(of rows: [Int], type: UInt16) throws(DocumentError) -> [Column] {
    let compiled = table.compiled[Int(type)]
    var columns: [Column] = []
    if compiled.shape == .object {
      let positions = compiled.hasDeclaredOrder ? positions(of: type, compiled, in: .reflected) : nil
      columns = (positions ?? orderOfFirst(rows, compiled)).map { .member(Int(compiled.memberStart) + $0) }
    }
    let contractColumns = columns.count
    var known = Set(columns)
    for row in rows {
      let node = view.node(row)
      guard node.kind == .object,
        node.type == type || table.compiled[Int(node.type)].memberCount == compiled.memberCount
      else { throw notRepresentable(row, expected: "an object of the columns' type", found: found(node)) }
      for child in childIndices(of: row) where !view.node(child).flags.contains(.contractMember) {
        let column = Column.name(view.node(child).name)
        if known.insert(column).inserted { columns.append(column) }
      }
    }
    try boundColumns(columns.count - contractColumns, rows)
    return columns
  }

  /// Objects that have all other names would make a table of any size.
  private mutating func boundColumns(_ names: Int, _ rows: [Int]) throws(DocumentError) {
    guard names * rows.count / Self.fieldsPerNode <= view.nodes.count else {
      throw notRepresentable(
        0, expected: "rows with names in common", found: "\(names) columns in \(rows.count) rows")
    }
  }

  private func found(_ node: Node) -> String {
    node.kind == .object ? "one of \(table.types[Int(node.type)].name.localName)" : "\(node.kind)"
  }

  /// Where the contract does not know the declared order, the first row's, and then what that row has not.
  private func orderOfFirst(_ rows: [Int], _ type: CompiledType) -> [Int] {
    var order: [Int] = []
    for row in rows.prefix(1) where view.node(row).kind == .object {
      for child in childIndices(of: row) where view.node(child).flags.contains(.contractMember) {
        order.append(Int(view.node(child).name))
      }
    }
    let present = Set(order)
    return order + (0..<Int(type.memberCount)).filter { !present.contains($0) }
  }

  private mutating func writeHeader(_ columns: [Column]) {
    for (position, column) in columns.enumerated() {
      if position > 0 { output.append(0x2C) }
      switch column {
      case .member(let member): writeName(MemberItem(child: 0, member: member))
      case .name(let name):
        let start = output.count
        output.append(view.storage.names.name(name))
        quoteField(from: start)
      }
    }
  }

  private mutating func writeRecord(
    _ row: Int, _ columns: [Column], _ places: [Column: Int]
  ) throws(DocumentError) {
    let start = Int(table.compiled[Int(view.node(row).type)].memberStart)
    // A derived type without members of its own has those of the columns' type at the same positions.
    let base = columns.compactMap { if case .member(let member) = $0 { member } else { nil } }.min() ?? start
    var children = Array(repeating: 0, count: columns.count)
    for child in childIndices(of: row) {
      let node = view.node(child)
      let column: Column =
        node.flags.contains(.contractMember) ? .member(base + Int(node.name)) : .name(node.name)
      guard let place = places[column], children[place] == 0 else {
        throw notRepresentable(child, expected: "each name once in a row", found: "a second value")
      }
      children[place] = child
    }
    for (position, child) in children.enumerated() {
      if position > 0 { output.append(0x2C) }
      if child > 0 {
        try writeField(child, isOfTypeObject: isOfTypeObject(columns[position]))
      } else {
        try writeAbsentField(columns[position], of: row)
      }
    }
  }

  private func isOfTypeObject(_ column: Column) -> Bool {
    guard case .member(let member) = column else { return false }
    return table.compiled[Int(table.members[member].type)].shape == .any
  }

  private mutating func writeAbsentField(_ column: Column, of row: Int) throws(DocumentError) {
    guard case .member(let member) = column, options.absentMembers == .asDotNet,
      hasDefault(MemberItem(child: 0, member: member))
    else { return }
    let start = output.count
    try writeDefault(table.members[member].type, of: row)
    quoteField(from: start)
  }

  /// Writes a value as a field: a text as it is, all else as JSV.
  private mutating func writeField(_ index: Int, isOfTypeObject: Bool = false) throws(DocumentError) {
    let start = output.count
    let node = view.node(index)
    let type = table.compiled[Int(node.type)]
    let isName = type.shape == .primitive && type.primitive == .qName
    if node.kind == .string || node.kind == .text, !isName {
      let text = view.text(of: node)
      if let displayed = displayedURI(text, node.type) { output.append(displayed) } else { output.append(text) }
    } else {
      // ServiceStack names no type of what stands in a field itself.
      hidesTypeName = isOfTypeObject && (node.kind == .object || isName)
      try write(index)
    }
    quoteField(from: start)
  }

  /// Puts what was written from `start` on between quotation marks where it needs them.
  private mutating func quoteField(from start: Int) {
    guard output.count > start else { return }
    let first = output.bytes[start]
    let field = output.bytes[start..<output.count]
    guard first == 0x5B || first == 0x7B || field.contains(where: \.isCSVMark) else { return }
    let text = Array(field)
    output.truncate(to: start)
    output.append(0x22)
    Self.appendDoubled(text, to: &output)
    output.append(0x22)
  }
}
