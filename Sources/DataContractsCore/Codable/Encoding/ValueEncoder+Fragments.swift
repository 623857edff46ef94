extension ValueEncoder {
  func fragment(of kind: FragmentKind?, named key: some CodingKey, in object: Int) -> ValueEncoder {
    if kind != nil, let known = knownFragment(key, in: object) { return known }
    do { try beginMember(key.stringValue, of: object) } catch { _ = refuse("a container in its turn", "another open") }
    return addFragment(.key(key), in: object)
  }

  func fragment(of kind: FragmentKind?, in list: Int) -> ValueEncoder {
    let index = count(of: list)
    do { try beginItem(of: list, nil) } catch { _ = refuse("a container in its turn", "another open") }
    return addFragment(.index(index), in: list)
  }

  /// A container that the same member was given before.
  private func knownFragment(_ key: some CodingKey, in object: Int) -> ValueEncoder? {
    guard !fragmentsByMember.isEmpty, frame.container == object else { return nil }
    var position = frame.position
    let name = state.names.name(of: key.stringValue, after: &position)
    return fragmentsByMember[member(name, of: object)].map { fragments[$0] }
  }

  private func member(_ name: UInt32, of object: Int) -> UInt64 { UInt64(object) << 32 | UInt64(name) }

  private func addFragment(_ step: CodingStep, in container: Int) -> ValueEncoder {
    let fragment = ValueEncoder(
      state, path: codingPath + [step.key].compactMap(\.self), depth: depth + 1)
    if depth + 1 > state.depthLimit { _ = refuse("at most \(state.depthLimit) nested containers", "more") }
    fragment.pendingName = pendingName
    if container >= 0 { fragmentsByMember[member(pendingName, of: container)] = fragments.count }
    nodes.append(
      Node(
        kind: .reference, flags: .fragment, type: 0, name: pendingName,
        start: UInt32(truncatingIfNeeded: fragments.count), extent: 0))
    fragments.append(fragment)
    return fragment
  }

  /// Ends a fragment: nothing more is written to it.
  func endFragment() {
    if nodes.isEmpty { appendNode(.object) } else { endContainer() }
  }
}
