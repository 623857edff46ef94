extension ValueDecoder {
  /// Makes the value's members ready to be looked up.
  ///
  /// A name that occurs twice is refused in JSON, unless the format's ``DecodingOptions/duplicateMembers`` has decided
  /// which of the values counts; elsewhere it is a list.
  @inline(never)
  func openObject() throws {
    guard place >= 0, state.node(place).kind == .object else { return try openOther() }
    end = place &+ state.node(place).span
    last = place
    passed = 0
    if !positions.isEmpty { positions = [:] }
    let opened = state.names.open(place &+ 1..<end, of: state.nodes)
    hasRepeatedNames = opened.repetition != nil
    if let repetition = opened.repetition { try refuseRepetition(repetition) }
    object = opened.number
  }

  /// An empty element is an object without members.
  private func openOther() throws {
    guard state.shape == .elements, isBlank(place) else {
      throw failure([String: Any].self, expected: "an object", at: place, .none, isOwn: true)
    }
    end = place
    hasRepeatedNames = false
    object = state.names.open(0..<0, of: []).number
  }

  private func refuseRepetition(_ member: Int) throws {
    // What differs in case alone is found out about when it is asked for.
    guard state.shape == .values, state.options.memberNames != .camelCase else { return }
    let name = state.names.text(of: state.node(member).name)
    throw corrupted(.duplicateMember, expected: "each member once", found: "\"\(name)\" again", at: member, [])
  }

  /// Where the member of a key stands.
  @inline(__always)
  func find(_ key: String) throws -> Int {
    switch state.names.find(key, in: object, after: &position) {
    case .at(let place):
      last = place
      return place
    case .absent: return DecodingState.Place.absent
    case .searched(let group): return try search(group, key)
    }
  }

  @inline(never)
  private func search(_ group: UInt32, _ key: String) throws -> Int {
    if hasRepeatedNames { return try gather(group, key) }
    let found = positions.isEmpty ? walk(to: group) : positions[group]?.first ?? DecodingState.Place.absent
    if found >= 0 { last = found }
    return found
  }

  /// Looks at the members from the one that was found last on, then at those before it.
  private func walk(to group: UInt32) -> Int {
    let start = max(last, place &+ 1)
    for range in [start..<max(start, end), place &+ 1..<start] {
      var member = range.lowerBound
      while member < range.upperBound {
        let node = state.node(member)
        if state.names.group(of: node.name) == group { return member }
        passed &+= 1
        member &+= node.span
      }
    }
    indexIfSlow()
    return DecodingState.Place.absent
  }

  /// Searches that take long in sum are made by a table, so that their time stays linear in the document.
  private func indexIfSlow() {
    if passed > 64 &+ 16 &* Int(state.node(place).start) { indexMembers() }
  }

  private func indexMembers() {
    var member = place + 1
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
    var member = place + 1
    while member < end {
      let node = state.node(member)
      if seen.insert(state.names.group(of: node.name)).inserted { names.append(state.names.text(of: node.name)) }
      member += node.span
    }
    return names
  }
}
