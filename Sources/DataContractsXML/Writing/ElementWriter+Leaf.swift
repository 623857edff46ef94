import DataContractsCore

extension ElementWriter {
  /// Writes `<name>text</name>` at once, which is what documents are made of; `false` where the element needs more.
  @inline(__always)
  mutating func writeLeaf(
    _ name: UnsafeBufferPointer<UInt8>, _ namespace: NamespaceIndex, _ node: Node, _ primitive: PrimitiveType
  ) -> Bool {
    guard writesLeaves, node.kind != .null, primitive != .dateTimeOffset, primitive != .qName, primitive != .anyURI,
      node.extent > 0 || format.style == .xmlWriter && node.kind == .string,
      let prefix = prefix(of: namespace)
    else { return false }
    let text = view.text(of: node)
    if !node.kind.isPlain, TextScan.firstSpecial(in: text, from: 0) < text.count { return false }
    output.append(room: 2 &* (name.count &+ NamespacePrefix.maximumLength) &+ text.count &+ 7) { target in
      target[0] = UInt8(ascii: "<")
      var position = 1
      Self.write(prefix, to: target, at: &position)
      Self.copy(name, to: target, at: &position)
      target[position] = UInt8(ascii: ">")
      position &+= 1
      Self.copy(text, to: target, at: &position)
      target[position] = UInt8(ascii: "<")
      target[position &+ 1] = UInt8(ascii: "/")
      position &+= 2
      Self.write(prefix, to: target, at: &position)
      Self.copy(name, to: target, at: &position)
      target[position] = UInt8(ascii: ">")
      return position &+ 1
    }
    return true
  }

  /// The prefix with its colon, at most ``NamespacePrefix/maximumLength`` bytes and one.
  @inline(__always)
  private static func write(
    _ prefix: NamespacePrefix, to target: UnsafeMutablePointer<UInt8>, at position: inout Int
  ) {
    guard prefix != .none else { return }
    position &+= prefix.write(to: target + position)
    target[position] = UInt8(ascii: ":")
    position &+= 1
  }

  @inline(__always)
  private static func copy(
    _ text: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, at position: inout Int
  ) {
    guard let source = text.baseAddress else { return }
    (target + position).update(from: source, count: text.count)
    position &+= text.count
  }
}
