extension DocumentBuilder {
  /// Adds an entry's key and makes its value come next.
  mutating func key(_ text: Span<UInt8>, _ slice: TextSlice, at offset: Int) throws(DocumentError) {
    let compiled = table.compiled[Int(top.type)]
    expect(type: compiled.first, nillable: compiled.firstIsNillable)
    top.member = UInt32(truncatingIfNeeded: nodes.count)
    try value(.field, text, slice, at: offset)
    if let reader { checkKey(Int(top.member), of: top.node, by: reader, at: offset) }
    // The key is no entry of its own.
    top.count &-= 1
    expect(type: compiled.second, nillable: compiled.secondIsNillable)
  }

  /// Names the key or the value of an entry.
  mutating func entryMember(_ name: Span<UInt8>, _ namespace: UInt32, at offset: Int) throws(DocumentError) {
    let compiled = table.compiled[Int(top.type)]
    let isOfContract = spelling != .xml || namespace == UInt32(compiled.namespace)
    // DataContractJsonSerializer writes Key and Value whatever the contract's names are.
    let isPlainKey = spelling != .xml && name.holds("Key")
    let isPlainValue = spelling != .xml && name.holds("Value")
    let isKey = isOfContract && (holds(compiled.keyName, name) || (isPlainKey && !holds(compiled.valueName, name)))
    let isKnown = isKey || isPlainValue || (isOfContract && holds(compiled.valueName, name))
    if let reader, checkEntryMember(name, isKey: isKey, isKnown: isKnown, by: reader, at: offset) {
      return skipped = 1
    }
    guard isKnown else {
      if options.unknownMembers == .ignore { return skipped = 1 }
      throw failure(
        .unknownMember, expected: "\(string(compiled.keyName)) or \(string(compiled.valueName))", found: excerpt(name),
        at: offset)
    }
    let bit: UInt64 = isKey ? 1 : 2
    guard top.seen & bit == 0 else { throw duplicateMember(at: offset) }
    if isKey, top.seen == 2 { top.mark = nodes.count }
    top.seen |= bit
    if isKey {
      expect(type: compiled.first, nillable: compiled.firstIsNillable)
    } else {
      expect(type: compiled.second, nillable: compiled.secondIsNillable)
    }
  }

  /// Ends an entry: both halves are there, and the key is put in front.
  mutating func closeEntry(at offset: Int) throws(DocumentError) {
    let compiled = table.compiled[Int(top.type)]
    if let reader {
      try checkEndOfEntry(at: offset)
      checkKey(top.mark > 0 ? top.mark : top.node, of: frames.last?.node ?? 0, by: reader, at: offset)
      top.seen = 3
    }
    guard top.seen == 3 else {
      let missing = top.seen & 1 == 0 ? compiled.keyName : compiled.valueName
      throw failure(
        .missingMember, expected: "a key and a value in each entry", found: "no \(string(missing))", at: offset)
    }
    guard top.mark > 0 else { return }
    // The value came first: the key's nodes, which are the last ones, move before the value's.
    rearrange(from: top.node, [top.mark..<nodes.count, top.node..<top.mark])
  }

  /// Leaves one of the entries whose keys are the same, as the options say; where a dictionary is a list of entries,
  /// .NET's readers take each key once.
  mutating func resolveDuplicateKeys(at offset: Int) throws(DocumentError) {
    var places: [[UInt8]: Int] = [:]
    var entries: [(key: Range<Int>, value: Range<Int>)] = []
    var hasDuplicates = false
    var next = top.node + 1
    while next < nodes.count {
      let key = next..<next + nodes[next].span
      let value = key.upperBound..<key.upperBound + nodes[key.upperBound].span
      next = value.upperBound
      let text = nodes[key.lowerBound].kind.isContainer ? nil : bytes(of: nodes[key.lowerBound])
      if let text, let place = places[text] {
        if top.kind == .entries || options.duplicateMembers == .refuse { throw duplicateMember(at: offset) }
        hasDuplicates = true
        if options.duplicateMembers != .first { entries[place].value = value }
        continue
      }
      if let text { places[text] = entries.count }
      entries.append((key, value))
    }
    guard hasDuplicates else { return }
    rearrange(from: top.node + 1, entries.flatMap { [$0.key, $0.value] })
    top.count = UInt32(truncatingIfNeeded: entries.count)
  }

  private func bytes(of key: Node) -> [UInt8] {
    let bytes = key.flags.contains(.inArena) ? arena : source
    return Array(bytes[Int(key.start)..<Int(key.start) + Int(key.extent)])
  }
}
