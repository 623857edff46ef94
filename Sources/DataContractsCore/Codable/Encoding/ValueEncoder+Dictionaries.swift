extension ValueEncoder {
  /// A dictionary that is being encoded; in XML an object of entries, which have two members each.
  struct DictionaryTarget {
    let node: Int
    var names: ElementNames.Entry?
  }

  func beginDictionary<Key, Value>(_ type: [Key: Value].Type) -> DictionaryTarget {
    var target = DictionaryTarget(node: nodes.count)
    guard state.shape == .elements else {
      appendNode(.dictionary)
      return target
    }
    appendNode(.object, flags: .listOfElements)
    target.names = state.entryNames(of: type)
    return target
  }

  func encodeEntry(
    of dictionary: DictionaryTarget, _ key: [UInt8], _ primitive: PrimitiveType, _ value: some Encodable
  ) throws {
    let entry = nodes.count
    if let names = dictionary.names {
      pendingName = names.name
      appendNode(.object, flags: .listOfElements)
      nodes[entry].start = 2
    }
    pendingName = dictionary.names?.key ?? Node.noName
    let start = state.arena.count
    state.arena.append(contentsOf: key)
    appendText(primitive, from: start)
    pendingName = dictionary.names?.value ?? Node.noName
    let item = nodes.count
    try encode(value, step: .key(NameKey(String(decoding: key, as: UTF8.self))))
    if dictionary.names != nil {
      // A dictionary's elements are in a namespace of their own, an object's members in that of the options.
      if nodes[item].kind == .object { nodes[item].flags.insert(.declaresContent) }
      end(entry)
    }
    nodes[dictionary.node].start &+= 1
  }

  func end(_ dictionary: DictionaryTarget) { end(dictionary.node) }
}
