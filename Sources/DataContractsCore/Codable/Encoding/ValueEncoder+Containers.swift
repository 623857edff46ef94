extension ValueEncoder {
  /// The node of the value's container, which is the same whenever its type asks.
  func beginContainer(_ kind: FragmentKind) -> Int {
    if frame.container >= 0 {
      if isList(frame.container) == (kind == .list) { return frame.container }
      return refuse("one kind of container for a value", "an object and a list")
    }
    guard nodes.count == frame.start else { return refuse("one value", "a container after it") }
    frame.container = nodes.count
    switch kind {
    case .object: appendNode(.object)
    // XML has no lists: their items are elements.
    case .list where state.shape == .elements: appendNode(.object, flags: .listOfElements)
    case .list: appendNode(.list)
    }
    frame.object = state.names.beginObject()
    return frame.container
  }

  func endContainer() {
    guard frame.container >= 0 else { return }
    end(frame.container)
  }

  func end(_ container: Int) {
    hasAddedEmptyObject = false
    nodes[container].extent = UInt32(truncatingIfNeeded: nodes.count &- container &- 1)
  }

  /// Notes for XML which namespace the members or items of the last value's type are in, where there are none to say
  /// it: .NET declares it round null and nothing as well.
  @inline(never)
  func declareContent(of type: Any.Type) {
    guard let value = nodes.indices.last, nodes[value].name != Node.noName,
      nodes[value].kind == .null || nodes[value].kind.isContainer, !nodes[value].flags.contains(.annotated)
    else { return }
    let namespace = state.contentNamespace(of: type)
    guard namespace != 0, namespace != state.names.table.entries[Int(nodes[value].name)].namespace,
      let index = UInt16(exactly: namespace)
    else { return }
    // Documents of elements have no use for types: the arrangement makes an annotation of it.
    nodes[value].type = index
    nodes[value].flags.insert(.annotated)
  }

  private func isList(_ container: Int) -> Bool {
    nodes[container].kind == .list || nodes[container].flags.contains(.listOfElements)
  }

  func refuse(_ expected: String, _ found: String) -> Int {
    state.misuse =
      state.misuse
      ?? DocumentError(
        .notRepresentable, format: "document", path: DocumentPath(), expected: expected, found: found)
    return -1
  }

  func count(of container: Int) -> Int { container >= 0 && container < nodes.count ? Int(nodes[container].start) : 0 }

  /// Names the member whose value comes next. A second value takes the place of the first.
  @inline(__always)
  func beginMember(_ key: String, of object: Int) throws {
    guard object >= 0, frame.container == object else { throw outOfTurn() }
    pendingName = state.names.name(of: key, after: &frame.position)
    if state.names.isRepeated(pendingName, in: frame.object) { removeMember() }
    nodes[object].start &+= 1
  }

  /// Passes over a member that is left out, so that the next one is expected after it.
  @inline(__always)
  func skipMember(_ key: String, of object: Int) {
    if object >= 0, frame.container == object { _ = state.names.name(of: key, after: &frame.position) }
  }

  @inline(__always)
  func beginItem(of list: Int, _ type: Any.Type?) throws {
    guard list >= 0, frame.container == list else { throw outOfTurn() }
    pendingName = state.itemName(of: type)
    nodes[list].start &+= 1
  }

  @inline(__always)
  func beginSingle() throws {
    guard frame.container < 0, nodes.count == frame.start else { throw outOfTurn() }
  }

  /// Takes the earlier value of the pending member away. What comes between is moved: subtrees do not know where they
  /// stand.
  private func removeMember() {
    var member = frame.container + 1
    while member < nodes.count {
      let span = nodes[member].span
      if nodes[member].name == pendingName {
        nodes.removeSubrange(member..<member + span)
        nodes[frame.container].start &-= 1
        fragmentsByMember = fragmentsByMember.filter { $0.key >> 32 < UInt64(member) }
        return
      }
      member += span
    }
  }
}
