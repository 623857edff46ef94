extension DocumentBuilder {
  /// Notes a half of an entry that comes out of order, twice, or under an unknown name.
  ///
  /// - Returns: Whether the half is to be passed over.
  mutating func checkEntryMember(
    _ name: Span<UInt8>, isKey: Bool, isKnown: Bool, by reader: DotNetReader, at offset: Int
  ) -> Bool {
    guard isKnown else {
      note(.unknownMember, .dropped, member: start(of: name), "is neither key nor value of the entry", at: offset)
      return true
    }
    guard top.seen & (isKey ? 1 : 2) == 0 else {
      note(.duplicate, .dropped, member: start(of: name), "comes a second time in its entry", at: offset)
      return true
    }
    if reader.readsForward, !isKey, top.seen == 0 {
      note(.entry, .refused, member: start(of: name), "comes before the entry's key", at: offset)
    }
    return false
  }

  /// Notes what an entry lacks, and puts null in its place.
  mutating func checkEndOfEntry(at offset: Int) throws(DocumentError) {
    let compiled = table.compiled[Int(top.type)]
    for (bit, name) in [(1 as UInt64, compiled.keyName), (2, compiled.valueName)] where top.seen & bit == 0 {
      note(
        .missing, .refused, member: string(name), "is missing in its entry", at: offset)
      expect(type: 0, nillable: true)
      try append(.null, start: 0, extent: 0, flags: [], at: offset)
    }
    // With a half missing there is no key to be compared or moved.
    if top.seen != 3 { top.mark = 0 }
  }

  /// Notes a part of a `DateTimeOffset`'s structure that comes out of order, twice, or under an unknown name.
  ///
  /// - Returns: Whether the part is to be passed over.
  mutating func checkPart(
    _ name: Span<UInt8>, isDate: Bool, isKnown: Bool, by reader: DotNetReader, at offset: Int
  ) -> Bool {
    guard isKnown else {
      note(.unknownMember, .dropped, "has a part \(excerpt(name)) that is no DateTime or OffsetMinutes", at: offset)
      return true
    }
    guard top.seen & (isDate ? 1 : 2) == 0 else {
      note(.duplicate, .dropped, "has \(excerpt(name)) a second time", at: offset)
      return true
    }
    if reader.readsForward, isDate, top.seen != 0 {
      note(.outOfOrder, .refused, "has its DateTime after its OffsetMinutes", at: offset)
    }
    return false
  }

  /// Notes a key that is null, or that an entry of the same dictionary has had before.
  ///
  /// - Parameters:
  ///   - index: The key's node.
  ///   - dictionary: The dictionary's node.
  mutating func checkKey(_ index: Int, of dictionary: Int, by reader: DotNetReader, at offset: Int) {
    guard index < nodes.count else { return }
    let node = nodes[index]
    let bytes = node.flags.contains(.inArena) ? arena : source
    let range = Int(node.start)..<Int(node.start) + Int(node.extent)
    guard node.kind != .null else {
      return note(.entry, .refused, "has a null key", at: offset)
    }
    guard node.kind.isText, range.upperBound <= bytes.count else { return }
    let key = CheckedKey(dictionary: dictionary, text: Array(bytes[range]))
    guard !checkedKeys.insert(key).inserted else { return }
    let reason = "has a key that has come before"
    if reader.replacesEntries {
      note(.duplicate, .dropped, "\(reason); .NET takes the last value", at: offset)
    } else {
      note(.duplicate, .refused, reason, at: offset)
    }
  }
}

/// A key of a dictionary of the document.
struct CheckedKey: Hashable, Sendable {
  let dictionary: Int
  let text: [UInt8]
}

extension Document.Kind {
  /// Whether a value of the kind is a text of the source or arena.
  fileprivate var isText: Bool {
    switch self {
    case .null, .list, .object, .dictionary, .file: false
    default: true
    }
  }
}
