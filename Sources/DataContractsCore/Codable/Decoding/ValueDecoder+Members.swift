extension ValueDecoder {
  /// Makes the value's members ready to be looked up.
  ///
  /// A name that occurs twice is refused in JSON, unless the format's ``DecodingOptions/duplicateMembers`` has decided
  /// which of the values counts; elsewhere it is a list.
  @inline(never)
  func openObject() throws {
    guard place >= 0, state.node(place).kind == .object else { return try openOther() }
    object = place
    cursor = place &+ 1
    end = place &+ state.node(place).span
    passed = 0
    hasRepeatedNames = false
    if !positions.isEmpty { positions = [:] }
    state.names.beginObject()
    var member = cursor
    while member < end {
      let node = state.node(member)
      if state.names.isRepeated(state.names.group(of: node.name)) { try noteRepetition(member) }
      member &+= node.span
    }
  }

  /// An empty element is an object without members.
  private func openOther() throws {
    guard state.shape == .elements, isBlank(place) else {
      throw failure([String: Any].self, expected: "an object", at: place, .none, isOwn: true)
    }
    object = place
    cursor = 0
    end = 0
    hasRepeatedNames = false
  }

  private func noteRepetition(_ member: Int) throws {
    hasRepeatedNames = true
    guard state.shape == .values else { return }
    let name = state.names.text(of: state.node(member).name)
    // What differs in case alone is found out about when it is asked for.
    if state.options.memberNames == .camelCase { return }
    throw corrupted(.duplicateMember, expected: "each member once", found: "\"\(name)\" again", at: member, [])
  }

  /// Where the member of a key stands: the next one, in most objects.
  @inline(__always)
  func find(_ key: String) throws -> Int {
    lastKey = state.names.index(of: key, slot: &slot)
    let group = state.names.group(ofKey: lastKey)
    if cursor < end, !hasRepeatedNames {
      let node = state.node(cursor)
      if state.names.group(of: node.name) == group {
        defer { cursor &+= node.span }
        return cursor
      }
    }
    return try search(group, key)
  }

  @inline(never)
  private func search(_ group: UInt32, _ key: String) throws -> Int {
    guard group != DecodingNames.none, end > 0 else { return DecodingState.Place.absent }
    if hasRepeatedNames { return try gather(group, key) }
    let found = positions.isEmpty ? walk(to: group) : positions[group]?.first ?? DecodingState.Place.absent
    guard found >= 0 else { return found }
    cursor = found &+ state.node(found).span
    return found
  }

  /// Looks at the members from the expected one on, then at those before it.
  private func walk(to group: UInt32) -> Int {
    let start = cursor < end ? cursor : object &+ 1
    var member = start
    while member < end {
      let node = state.node(member)
      if state.names.group(of: node.name) == group { return member }
      passed &+= 1
      member &+= node.span
    }
    member = object &+ 1
    while member < start {
      let node = state.node(member)
      if state.names.group(of: node.name) == group { return member }
      passed &+= 1
      member &+= node.span
    }
    indexIfSlow()
    return DecodingState.Place.absent
  }

  /// Searches that take long in sum are made by a table, so that their time stays linear in the document.
  private func indexIfSlow() {
    if passed > 64 &+ 16 &* Int(state.node(object).start) { indexMembers() }
  }

  private func indexMembers() {
    var member = object + 1
    while member < end {
      let node = state.node(member)
      positions[state.names.group(of: node.name), default: []].append(member)
      member += node.span
    }
  }

  /// All members of a group, where names repeat.
  private func gather(_ group: UInt32, _ key: String) throws -> Int {
    if positions.isEmpty { indexMembers() }
    let found = positions[group] ?? []
    guard found.count > 1 else { return found.first ?? DecodingState.Place.absent }
    if state.shape != .values { return state.place(of: found) }
    let exact = found.filter { state.names.isExact(state.node($0).name, key) }
    guard let first = exact.first, exact.count == 1 else {
      throw corrupted(
        .duplicateMember, expected: "one member \"\(key)\"", found: "\(found.count)", at: found[1], [])
    }
    return first
  }

  /// The names of the object's members, each once.
  var memberNames: [String] {
    var names: [String] = []
    var seen: Set<UInt32> = []
    var member = object + 1
    while member < end {
      let node = state.node(member)
      if seen.insert(state.names.group(of: node.name)).inserted { names.append(state.names.text(of: node.name)) }
      member += node.span
    }
    return names
  }
}
