extension DocumentBuilder {
  /// Finds a member as .NET's reader does, and notes what it does not find.
  mutating func checkedMember(
    _ name: Span<UInt8>, _ namespace: UInt32, _ flags: Node.Flags, by reader: DotNetReader, at offset: Int
  ) throws(DocumentError) {
    // The place in the contract of the member that came last; -1 at the object's start.
    let last = top.successor - Int(top.memberStart) - Int(top.type) - 1
    let compiled = table.compiled[Int(top.type)]
    let index: Int?
    do throws(DocumentError) {
      index = try search(name, namespace, in: compiled, at: offset)
    } catch {
      note(error)
      return skipped = 1
    }
    guard var found = index, isFound(found, name, by: reader) else {
      noteUnknown(name, namespace, in: compiled, at: offset)
      return skipped = 1
    }
    if reader.readsForward, found <= last, let later = namesake(of: found, after: last) { found = later }
    let member = table.members[Int(top.memberStart) + found]
    if reader.readsForward {
      guard found > last else {
        noteLate(found, name, after: last, at: offset)
        return skipped = 1
      }
      noteRequired(between: last, and: found, at: offset)
    }
    try expectMember(found, member, flags, at: offset)
  }

  /// Whether .NET's reader, too, takes the name for the member's.
  private mutating func isFound(_ index: Int, _ name: Span<UInt8>, by reader: DotNetReader) -> Bool {
    let member = table.members[Int(top.memberStart) + index]
    return reader.ignoresCase || spelling == .xml
      || holds(spelling == .decoded ? member.decodedName : member.name, name)
  }

  /// A member of the same name that comes later in the contract: one that hides a base's.
  private mutating func namesake(of index: Int, after last: Int) -> Int? {
    guard findings.count < options.limits.findings else { return nil }
    let start = Int(top.memberStart)
    let member = table.members[start + index]
    return (last + 1..<max(last + 1, Int(top.memberCount))).first { later in
      let candidate = table.members[start + later]
      return candidate.xmlName.start == member.xmlName.start && candidate.namespace == member.namespace
    }
  }

  private mutating func noteUnknown(
    _ name: Span<UInt8>, _ namespace: UInt32, in compiled: CompiledType, at offset: Int
  ) {
    guard findings.count < options.limits.findings else { return }
    let near = compiled.memberRange.first { foldedOrder(of: table.members[$0], name) == 0 }
    guard let near else {
      return note(
        .unknownMember, .dropped, member: start(of: name), "is no member of \(string(compiled.name))", at: offset)
    }
    let member = table.members[near]
    if spelling == .xml, holds(member.xmlName, name) {
      let expected = table.namespaces[Int(member.namespace)]
      note(
        .wrongNamespace, .dropped, member: start(of: name),
        "stands in \(Self.quoted(names.namespaces[Int(namespace)])), the contract's member in \(Self.quoted(expected))",
        at: offset)
    } else {
      note(
        .differentCase, .dropped, member: start(of: name),
        "is not \(string(member.name)): .NET compares names with their case",
        at: offset)
    }
  }

  private mutating func foldedOrder(of member: CompiledMember, _ name: Span<UInt8>) -> Int {
    foldedOrder(spelling == .xml ? member.xmlName : member.name, name)
  }

  private static func quoted(_ namespace: String) -> String {
    namespace.isEmpty ? "no namespace" : "namespace \"\(namespace.prefix(200))\""
  }

  private mutating func noteLate(_ index: Int, _ name: Span<UInt8>, after last: Int, at offset: Int) {
    guard !hasSeen(index) else {
      return note(
        .duplicate, .dropped, member: start(of: name), "comes a second time; .NET takes the first value", at: offset)
    }
    let previous = string(table.members[Int(top.memberStart) + last].name)
    note(
      .outOfOrder, .dropped, member: start(of: name),
      "comes after \(previous); .NET reads members in the contract's order",
      at: offset)
  }

  /// A required member that has not come when a later one does is missing, even if it comes afterwards.
  private mutating func noteRequired(between last: Int, and found: Int, at offset: Int) {
    for index in last + 1..<found { noteMissing(index, at: offset) }
  }

  private mutating func noteMissing(_ index: Int, at offset: Int) {
    let member = table.members[Int(top.memberStart) + index]
    guard member.isRequired, !hasSeen(index) else { return }
    note(
      .missing, .refused, member: string(member.name),
      reader?.readsForward == true ? "is required, and has not come in its place" : "is required, and is missing",
      at: offset)
  }

  /// Notes what an object lacks when it ends.
  mutating func checkEnd(of compiled: CompiledType, by reader: DotNetReader, at offset: Int) {
    guard findings.count < options.limits.findings else { return }
    if reader.asksForRequiredMembers, top.required < compiled.requiredCount {
      let last = top.successor - Int(top.memberStart) - Int(top.type) - 1
      for index in (reader.readsForward ? last + 1 : 0)..<max(Int(compiled.memberCount), last + 1) {
        noteMissing(index, at: offset)
      }
    }
    if reader == .multipartDataMediaFormatter { noteUnmakeableMembers(of: compiled, at: offset) }
  }

  /// MultipartDataMediaFormatter makes a value for every member, and cannot make a `System.Object`.
  private mutating func noteUnmakeableMembers(of compiled: CompiledType, at offset: Int) {
    for index in compiled.memberRange where table.compiled[Int(table.members[index].type)].shape == .any {
      note(
        .value, .refused, member: string(table.members[index].name),
        "is a System.Object, which MultipartDataMediaFormatter cannot make", at: offset)
    }
  }

  /// Notes that a member of the open object has come again.
  mutating func noteSecondValue(by reader: DotNetReader, at offset: Int) {
    switch reader.duplicates {
    case .refuse, .keep, .asDotNet: note(.duplicate, .refused, "comes a second time", at: offset)
    case .first: note(.duplicate, .dropped, "comes a second time; .NET takes the first value", at: offset)
    case .last: note(.duplicate, .dropped, "has come before; .NET takes the last value", at: offset)
    }
  }

  /// Notes an item whose element is not the contract's.
  mutating func noteOtherItem(
    _ name: Span<UInt8>, _ namespace: UInt32, in compiled: CompiledType, at offset: Int
  ) {
    guard holds(compiled.itemName, name) else {
      return note(
        .otherItem, .dropped, "is no \"\(string(compiled.itemName))\" but \(excerpt(name))", at: offset)
    }
    let expected = Self.quoted(table.namespaces[Int(compiled.namespace)])
    note(
      .wrongNamespace, .dropped,
      "stands in \(Self.quoted(names.namespaces[Int(namespace)])), the contract's item in \(expected)", at: offset)
  }
}
