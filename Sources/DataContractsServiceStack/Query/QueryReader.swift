import DataContractsCore

/// Reads one query string into a builder: pairs at `&`, each at its first `=`.
struct QueryReader {
  let input: [UInt8]
  let contract: Contract?
  let table: ContractTable
  let options: DecodingOptions
  private let names: ContractNames
  private let text: JSVText

  init(_ input: [UInt8], contract: Contract?, options: DecodingOptions) {
    self.input = input
    self.contract = contract
    self.options = options
    names = ContractNames(contract)
    table = names.table
    text = JSVText(source: input)
  }

  mutating func readDocument(into builder: inout DocumentBuilder) throws(DocumentError) {
    guard holdsPairs(&builder) else {
      var reader = JSVReader(text, names: names, options: options)
      return try reader.readDocument(into: &builder)
    }
    let type = builder.expectedType
    let isDictionary = builder.expectedShape == .dictionary
    try builder.beginObject(at: text.range.lowerBound)
    var position = text.range.lowerBound
    var count = 0
    while position < text.range.upperBound {
      guard text.byte(at: position) != 0x26 else {
        position += 1
        continue
      }
      count += 1
      guard count <= options.limits.formPairs else { throw tooMany(at: position, &builder) }
      position = try readPair(at: position, of: isDictionary ? 0 : type, &builder) + 1
    }
    try builder.endObject(at: text.range.upperBound)
  }

  /// Whether the root has members; a list or a value alone is plain JSV.
  private func holdsPairs(_ builder: inout DocumentBuilder) -> Bool {
    guard contract == nil else { return builder.expectedShape == .object || builder.expectedShape == .dictionary }
    let first = text.byte(at: text.range.lowerBound)
    return first != 0x5B && first != 0x7B && first != 0x22
  }

  /// Reads one pair and returns where it ends.
  private mutating func readPair(
    at start: Int, of type: UInt16, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> Int {
    let known = names.end(in: text, at: start, of: type, before: 0x3D)
    var nameEnd = known ?? start
    if known == nil {
      while nameEnd < text.range.upperBound, input[nameEnd] != 0x3D, input[nameEnd] != 0x26 { nameEnd += 1 }
    }
    let first = text.byte(at: nameEnd) == 0x3D ? nameEnd + 1 : nameEnd
    var end = first
    while end < text.range.upperBound, input[end] != 0x26 { end += 1 }
    try readName(start..<nameEnd, isEscaped: known == nil, &builder)
    try readValue(first..<end, &builder)
    return end
  }

  private func readName(
    _ range: Range<Int>, isEscaped: Bool, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    // The empty key of a dictionary is spelled as JSV spells it.
    let isEmptyText = input[range].elementsEqual([0x22, 0x22])
    let name =
      isEmptyText ? [] : isEscaped ? try decoded(range, plusIsSpace: true, &builder) : Array(input[range])
    let slice = TextSlice(start: builder.arena.count, count: name.count, inArena: true)
    builder.arena.append(contentsOf: name)
    try builder.member(slice, at: range.lowerBound)
  }

  private func decoded(
    _ range: Range<Int>, plusIsSpace: Bool, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> [UInt8] {
    try PercentText.decode(
      text, range, plusIsSpace: plusIsSpace, keepsBadEscapes: options.tolerance == .dotNet, &builder)
  }

  private func tooMany(at offset: Int, _ builder: inout DocumentBuilder) -> DocumentError {
    let limit = options.limits.formPairs
    return builder.failure(
      .limitExceeded, expected: "at most \(limit) pairs (limit formPairs)", found: "\(limit + 1)", at: offset)
  }
}

extension QueryReader {
  private mutating func readValue(_ range: Range<Int>, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let expected = JSVExpectation(&builder)
    switch expected.shape {
    case .list: try readList(range, expected, &builder)
    case .object, .dictionary: try readContainer(range, &builder)
    case .primitive where expected.primitive == .qName: try readContainer(range, &builder)
    case .any, .untyped:
      let isContainer = contract != nil && (text.byte(at: range.lowerBound) == 0x7B) && !range.isEmpty
      if isContainer { try readContainer(range, &builder) } else { try readText(range, expected, &builder) }
    default: try readText(range, expected, &builder)
    }
  }

  private func readText(
    _ range: Range<Int>, _ expected: JSVExpectation, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    let start = builder.arena.count
    builder.arena.append(contentsOf: try decoded(range, plusIsSpace: expected.holdsSpaces(text, range), &builder))
    try builder.value(.field, inArenaFrom: start, at: range.lowerBound)
  }

  private func readContainer(_ range: Range<Int>, _ builder: inout DocumentBuilder) throws(DocumentError) {
    if range.isEmpty, builder.expectsNullable { return try builder.null(at: range.lowerBound) }
    if text.holdsEscapedBracket(range) { return try readEscaped(range, &builder) }
    var reader = JSVReader(
      JSVText(source: input, range: range), names: names, options: options, syntax: .query)
    try reader.readDocument(into: &builder)
  }

  /// A value whose brackets are escaped too is plain JSV once it is decoded.
  private func readEscaped(_ range: Range<Int>, _ builder: inout DocumentBuilder) throws(DocumentError) {
    let decoded = try decoded(range, plusIsSpace: true, &builder)
    var reader = JSVReader(JSVText(decoded, from: range.lowerBound), names: names, options: options)
    try reader.readDocument(into: &builder)
  }

  private func readList(
    _ range: Range<Int>, _ expected: JSVExpectation, _ builder: inout DocumentBuilder
  ) throws(DocumentError) {
    if !table.holdsTexts(expected.type), text.holdsEscapedBracket(range) { return try readEscaped(range, &builder) }
    if text.byte(at: range.lowerBound) == 0x5B, !range.isEmpty { return try readContainer(range, &builder) }
    let brackets = ListBrackets(around: input[range], nesting: table.nesting(of: expected.type))
    var reader = JSVReader(
      JSVText(brackets.restored(input[range]), from: range.lowerBound - brackets.opening), names: names,
      options: options, syntax: .query)
    try reader.readDocument(into: &builder)
  }
}

extension JSVText {
  /// Whether a value begins with an escaped bracket and holds none that is not.
  fileprivate func holdsEscapedBracket(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, bytes[range.lowerBound] == 0x25 else { return false }
    let digits = bytes[range.lowerBound + 1..<range.lowerBound + 3].map { $0 | 0x20 }
    guard digits == [0x35 | 0x20, 0x62] || digits == [0x37 | 0x20, 0x62] else { return false }
    return !bytes[range].contains { $0 == 0x5B || $0 == 0x7B || $0 == 0x5D || $0 == 0x7D }
  }
}
