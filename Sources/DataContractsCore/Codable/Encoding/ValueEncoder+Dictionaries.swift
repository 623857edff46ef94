extension ValueEncoder {
  /// A dictionary that is being encoded; in XML an object of entries, which have two members each.
  struct DictionaryTarget {
    let node: Int
    var entryName = Node.noName
    var keyName = Node.noName
    var valueName = Node.noName
  }

  func beginDictionary<Key, Value>(_ type: [Key: Value].Type) -> DictionaryTarget {
    var target = DictionaryTarget(node: nodes.count)
    guard state.shape == .elements else {
      appendNode(.dictionary)
      return target
    }
    appendNode(.object, flags: .listOfElements)
    target.entryName = state.names.index(of: type.entryName(in: state.options.xml.namespace.uri))
    target.keyName = state.names.index(of: QualifiedName(namespace: DotNetNamespace.arrays, localName: "Key"))
    target.valueName = state.names.index(of: QualifiedName(namespace: DotNetNamespace.arrays, localName: "Value"))
    return target
  }

  func encodeEntry(
    of dictionary: DictionaryTarget, _ key: [UInt8], _ primitive: PrimitiveType, _ value: some Encodable
  ) throws {
    let entry = nodes.count
    if state.shape == .elements {
      pendingName = dictionary.entryName
      appendNode(.object, flags: .listOfElements)
      nodes[entry].start = 2
    }
    pendingName = dictionary.keyName
    let start = state.arena.count
    state.arena.append(contentsOf: key)
    appendText(primitive, from: start)
    pendingName = dictionary.valueName
    try encode(value, step: .key(NameKey(String(decoding: key, as: UTF8.self))))
    if state.shape == .elements { end(entry) }
    nodes[dictionary.node].start &+= 1
  }

  func end(_ dictionary: DictionaryTarget) { end(dictionary.node) }
}
