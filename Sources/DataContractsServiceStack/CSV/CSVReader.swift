import DataContractsCore

/// Reads one CSV text into a builder. What the rows are, the contract's root decides.
struct CSVReader {
  let table: ContractTable
  let contract: Contract?
  let names: ContractNames
  let options: DecodingOptions
  var fields: CSVFields
  var row: [CSVField] = []

  init(_ input: [UInt8], contract: Contract?, options: DecodingOptions) {
    self.contract = contract
    self.options = options
    names = ContractNames(contract)
    table = names.table
    fields = CSVFields(input)
  }

  mutating func readDocument(into builder: inout DocumentBuilder) throws(DocumentError) {
    if fields.isAtEnd, contract != nil, builder.expectsNullable { return try builder.null(at: 0) }
    let type = table.compiled[Int(builder.expectedType)]
    switch builder.expectedShape {
    case .untyped: try readRecords(&builder)
    case .list: try readList(type, &builder)
    case .object: try readObject(&builder)
    case .dictionary: try readDictionary(type, &builder)
    case .primitive where builder.expectedPrimitive == .base64Binary: try readItems(nil, &builder)
    case .any: try readField(&builder)
    default: try readValue(&builder)
    }
    fields.skipEmptyLines()
    guard fields.isAtEnd else { throw moreRows(&builder) }
  }

  private func moreRows(_ builder: inout DocumentBuilder) -> DocumentError {
    builder.failure(.syntax, expected: "the end of the document", found: "another row", at: fields.position)
  }

  /// A value alone: the whole text.
  private mutating func readValue(_ builder: inout DocumentBuilder) throws(DocumentError) {
    var end = fields.bytes.count
    if !builder.expectsText {
      while end > fields.position, fields.bytes[end - 1].isWhiteSpace { end -= 1 }
    }
    let content = fields.position..<end
    fields.position = fields.bytes.count
    try add(CSVField(content: content, isQuoted: false, hasDoubled: false), &builder)
  }

  /// A value of type object: a string is a row, any other value has no line end.
  private mutating func readField(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let offset = fields.position
    try fields.readRow(&row, &builder)
    guard row.count == 1, let field = row.first else {
      throw builder.failure(.syntax, expected: "one field", found: "\(row.count)", at: offset)
    }
    guard fields.bytes.last == 0x0A, !holdsJSV(field, &builder) else { return try add(field, &builder) }
    let start = builder.arena.count
    builder.arena.append(contentsOf: fields.bytes(of: field))
    try builder.value(.string, inArenaFrom: start, at: field.offset)
  }

  private mutating func readList(_ list: CompiledType, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let item = table.compiled[Int(list.first)]
    guard item.shape == .object else {
      return try readItems(CSVHeader.ofValues(item, isNullable: list.firstIsNillable), &builder)
    }
    try readRecords(&builder)
  }

  /// A row whose fields are the items.
  ///
  /// - Parameter header: What may stand above it: the names of the properties of the items' type.
  private mutating func readItems(_ header: String?, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let offset = fields.position
    try fields.readRow(&row, &builder)
    if let header, !fields.isAtEnd, header.utf8.elementsEqual(row.headerText(fields)) {
      try fields.readRow(&row, &builder)
    }
    try builder.beginList(at: offset)
    if row.count > 1 || row.first?.isAbsent == false {
      for field in row { try add(field, &builder) }
    }
    try builder.endList(at: fields.position)
  }

  private mutating func readRecords(_ builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginList(at: fields.position)
    if !fields.isAtEnd {
      let header = try readHeader(builder.expectedType, &builder)
      while hasNextRow(header) { try readRecord(header, &builder) }
    }
    try builder.endList(at: fields.position)
  }

  private mutating func readObject(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let header = try readHeader(builder.expectedType, &builder)
    guard hasNextRow(header) else {
      throw builder.failure(.syntax, expected: "a row", found: "the end of the input", at: fields.position)
    }
    try readRecord(header, &builder)
  }

  /// Empty lines are no rows, but for a single column, whose only field may be empty.
  private mutating func hasNextRow(_ header: CSVHeader) -> Bool {
    if header.names.count > 1 { fields.skipEmptyLines() }
    return !fields.isAtEnd
  }

  private mutating func readHeader(_ type: UInt16, _ builder: inout DocumentBuilder) throws(DocumentError) -> CSVHeader
  {
    fields.skipEmptyLines()
    let offset = fields.position
    let compiled = table.compiled[Int(type)]
    if compiled.shape == .object, let header = CSVHeader(rawNamesOf: type, table, at: &fields) { return header }
    try fields.readRow(&row, &builder)
    let header = CSVHeader(row, fields, trims: compiled.shape == .object)
    guard compiled.shape != .object || compiled.memberCount == 0 || header.knowsOne(of: compiled, table) else {
      throw builder.failure(
        .unknownMember, expected: "columns that are members of \(table.types[Int(type)].name.localName)",
        found: "none", at: offset)
    }
    return header
  }

  private mutating func readRecord(_ header: CSVHeader, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let offset = fields.position
    try fields.readRow(&row, &builder)
    try builder.beginObject(at: offset)
    let isShort = row.count < header.names.count && options.tolerance != .dotNet
    guard row.count <= header.names.count, !isShort else {
      builder.endMember()
      throw builder.failure(
        .syntax, expected: "\(header.names.count) fields, as the header has", found: "\(row.count)", at: offset)
    }
    for (name, field) in zip(header.names, row) {
      try name.withSpan(of: 0..<name.count) { span throws(DocumentError) in
        try builder.member(named: span, at: field.offset)
      }
      try add(field, &builder)
    }
    try builder.endObject(at: fields.position)
  }
}

extension CSVReader {
  /// A dictionary of strings: a header of keys and a row of values. Any other: entries in a row below `Key,Value`.
  private mutating func readDictionary(
    _ type: CompiledType, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard table.hasKeysAsHeader(type) else { return try readItems("Key,Value", &builder) }
    let offset = fields.position
    try fields.readRow(&row, &builder)
    let header = CSVHeader(row, fields, trims: false)
    let second = fields.position
    try fields.readRow(&row, &builder)
    guard row.count == header.names.count else {
      throw builder.failure(
        .syntax, expected: "\(header.names.count) fields, as the header has", found: "\(row.count)", at: second)
    }
    try builder.beginObject(at: offset)
    if row.count > 1 || row.first?.isAbsent == false || header.names.first?.isEmpty == false {
      for (name, field) in zip(header.names, row) {
        let slice = TextSlice(start: builder.arena.count, count: name.count, inArena: true)
        builder.arena.append(contentsOf: name)
        try builder.member(slice, at: field.offset)
        try add(field, &builder)
      }
    }
    try builder.endObject(at: fields.position)
  }

  /// Adds the value of a field.
  private func add(_ field: CSVField, _ builder: inout DocumentBuilder) throws(DocumentError) {
    if !builder.isPassingOver {
      if field.isAbsent, contract != nil, builder.expectsNullable, !builder.expectsEntry {
        return try builder.null(at: field.offset)
      }
      if holdsJSV(field, &builder) {
        var reader = JSVReader(fields.text(field), names: names, options: options)
        return try reader.readDocument(into: &builder)
      }
    }
    if field.hasDoubled || field.content.isEmpty {
      let start = builder.arena.count
      builder.arena.append(contentsOf: fields.bytes(of: field))
      return try builder.value(.field, inArenaFrom: start, at: field.offset)
    }
    try fields.bytes.withSpan(of: field.content) { span throws(DocumentError) in
      try builder.value(.field, span, inSourceFrom: field.content.lowerBound, at: field.offset)
    }
  }

  private func holdsJSV(_ field: CSVField, _ builder: inout DocumentBuilder) -> Bool {
    if builder.expectsEntry { return true }
    switch builder.expectedShape {
    case .object, .list, .dictionary: return true
    case .primitive: return builder.expectedPrimitive == .qName
    case .any:
      let first = field.content.isEmpty ? 0 : fields.bytes[field.content.lowerBound]
      return contract != nil && (first == 0x7B || first == 0x5B)
    default: return false
    }
  }
}

extension DocumentBuilder {
  /// Whether a text comes next whose white space belongs to it.
  fileprivate var expectsText: Bool {
    mutating get {
      expectedShape == .primitive
        && (expectedPrimitive == .string || expectedPrimitive == .anyURI || expectedPrimitive == .char)
    }
  }
}
