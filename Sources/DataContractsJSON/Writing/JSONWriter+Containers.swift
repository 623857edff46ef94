import DataContractsCore

extension JSONWriter {
  @inline(never)
  mutating func writeList(_ index: Int, _ node: Node) throws(DocumentError) {
    begin(0x5B)
    let itemType = contract.type(node.type).shape == .list ? contract.type(node.type).first : 0
    let isNillableItem = contract.type(node.type).firstIsNillable
    let hasEmptyObjects = dialect.writesNullItemsAsEmptyObjects && holdsObjects(node)
    var isFirst = true
    var child = index + 1
    let end = index &+ view.at(index).size
    while child < end {
      let node = view.at(child)
      separate(&isFirst)
      if node.has(0x20) { declaredType = itemType }
      if hasEmptyObjects, node.kind == .null {
        output.put("{}")
      } else if hasUncommonMembers, isNillableItem, isWrapped(itemType, node) {
        try writeWrapped(child, node)
      } else {
        try writeValue(child, node)
      }
      child &+= node.size
    }
    self.end(0x5D, isEmpty: isFirst)
  }

  private mutating func holdsObjects(_ list: Node) -> Bool {
    let type = contract.type(list.type)
    let item = contract.type(type.first)
    return type.shape == .list
      && (item.shape == .object || (item.shape == .primitive && item.primitive == .qName))
  }

  @inline(never)
  mutating func writeDictionary(_ index: Int, _ node: Node) throws(DocumentError) {
    dialect.dictionaries == .objects ? try writeEntriesAsMembers(index) : try writeEntries(index)
  }

  private mutating func writeEntriesAsMembers(_ index: Int) throws(DocumentError) {
    begin(0x7B)
    var isFirst = true
    var key = index + 1
    let end = index &+ view.at(index).size
    while key < end {
      let value = key &+ view.at(key).size
      let node = view.at(value)
      if node.kind != .null || dialect.nulls == .written {
        separate(&isFirst)
        try writeKey(key)
        writeColon()
        try writeEntryValue(value, node, index)
      }
      key = value &+ view.at(value).size
    }
    self.end(0x7D, isEmpty: isFirst)
  }

  private mutating func writeEntryValue(_ index: Int, _ node: Node, _ dictionary: Int) throws(DocumentError) {
    let type = contract.type(view.at(dictionary).type)
    if node.has(0x20) { declaredType = type.second }
    if hasUncommonMembers, type.secondIsNillable, isWrapped(type.second, node) {
      try writeWrapped(index, node)
    } else {
      try writeValue(index, node)
    }
  }

  private mutating func writeEntries(_ index: Int) throws(DocumentError) {
    begin(0x5B)
    var isFirst = true
    var key = index + 1
    let end = index &+ view.at(index).size
    while key < end {
      let value = key &+ view.at(key).size
      separate(&isFirst)
      try writeEntry(key, value, index)
      key = value &+ view.at(value).size
    }
    self.end(0x5D, isEmpty: isFirst)
  }

  private mutating func writeEntry(_ key: Int, _ value: Int, _ dictionary: Int) throws(DocumentError) {
    begin(0x7B)
    var isFirst = true
    let isPair = writePairType(dictionary, &isFirst)
    separate(&isFirst)
    writeName(isPair || dialect.memberNames == .camelCase ? "key" : "Key")
    try writeValue(key, view.at(key))
    let node = view.at(value)
    if node.kind != .null || dialect.nulls == .written {
      separate(&isFirst)
      writeName(isPair || dialect.memberNames == .camelCase ? "value" : "Value")
      try writeEntryValue(value, node, dictionary)
    }
    end(0x7D, isEmpty: false)
  }

  /// DataContractJsonSerializer writes the entries of a dictionary in a member of type `object` as `KeyValuePair`s, with
  /// their type.
  ///
  /// - Returns: `false`, with nothing written, for any other dictionary.
  private mutating func writePairType(_ dictionary: Int, _ isFirst: inout Bool) -> Bool {
    let node = view.at(dictionary)
    guard node.has(0x20), dialect.typeNames == .dataContract,
      case .dictionary(let type) = view.table.types[Int(node.type)].shape, type.entryName.hasPrefix("KeyValueOf")
    else { return false }
    let name = QualifiedName(
      namespace: DotNetNamespace.systemCollectionsGeneric,
      localName: "KeyValuePairOf\(type.entryName.dropFirst("KeyValueOf".count))")
    separate(&isFirst)
    writeName("__type")
    writeString(name.dataContractJSON)
    return true
  }

  /// A name that needs no escapes, with its colon.
  mutating func writeName(_ name: StaticString) {
    output.put(0x22)
    output.put(name)
    output.put(0x22)
    writeColon()
  }

  /// A dictionary's key as a name, as .NET's converters print it: `True`, names of enumerations, GUIDs, ISO dates.
  private mutating func writeKey(_ index: Int) throws(DocumentError) {
    let node = view.at(index)
    guard !node.holdsNodes, node.kind != .null else {
      throw notRepresentable(index, expected: "a key that can be a member name", found: "\(node.kind)")
    }
    let text = keyText(node)
    if dialect.camelCasesDictionaryKeys {
      writeString(CamelCase.jsonNet(String(decoding: text ?? Array(view.bytes(of: node).text), as: UTF8.self)))
    } else if let text {
      text.withUnsafeBufferPointer { writeString($0) }
    } else {
      writeString(view.bytes(of: node).text)
    }
  }

  /// How a key is spelled, where that is not its canonical text.
  private mutating func keyText(_ node: Node) -> [UInt8]? {
    let text = view.bytes(of: node).text
    switch node.kind {
    case .boolean: return Array((text.count == 4 ? "True" : "False").utf8)
    case .guid where dialect.guids == .digits: return text.filter { $0 != 0x2D }
    case .enumeration: return enumerationKey(node)
    case .duration: return durationText(text)
    case .number: return numberKey(node, text)
    default: return nil
    }
  }

  /// .NET separates the names of flags by a comma and a space.
  private mutating func enumerationKey(_ node: Node) -> [UInt8]? {
    guard let enumeration = view.enumeration(of: node), enumeration.isFlags,
      let bits = view.enumerationBits(of: node), !enumeration.values.contains(where: { $0.bits == bits })
    else { return nil }
    return view.bytes(of: node).text.flatMap { $0 == 0x20 ? [0x2C, 0x20] : [$0] }
  }

  private mutating func numberKey(_ node: Node, _ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if isCharacter(node), let codeUnit = CharText.codeUnit(canonical: text.span) {
      return Array(String(decoding: [codeUnit], as: UTF16.self).utf8)
    }
    return NonFiniteNumber(text).map { Array($0.name(dialect.nonFinite).utf8) }
  }

  /// A file of a multipart body as Json.NET writes MultipartDataMediaFormatter's `HttpFile`.
  @inline(never)
  mutating func writeFile(_ index: Int) throws(DocumentError) {
    let isCamelCase = dialect.memberNames == .camelCase
    let names: [StaticString] =
      isCamelCase ? ["fileName", "mediaType", "buffer"] : ["FileName", "MediaType", "Buffer"]
    begin(0x7B)
    var isFirst = true
    for (offset, name) in names.enumerated() {
      let node = view.at(index + 1 + offset)
      if node.kind == .null, dialect.nulls == .omitted { continue }
      separate(&isFirst)
      writeName(name)
      try writeScalar(index + 1 + offset, node)
    }
    end(0x7D, isEmpty: isFirst)
  }
}
