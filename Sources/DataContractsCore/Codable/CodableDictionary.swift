/// What is common to dictionaries whichever way they are coded.
enum DictionaryKey {
  /// Whether keys of a type are scalars, so that a dictionary of them is one of .NET's. Others are coded as Swift's
  /// `Dictionary` does by itself: a list of keys and values that take turns.
  static func isScalar(_ type: Any.Type) -> Bool {
    type is any DataContractScalar.Type || type is any CodingKeyRepresentable.Type
  }

  /// The key of a text; `nil` for one that is no value of the type.
  static func value<Key>(_ text: String, as type: Key.Type) -> Key? {
    if Key.self == String.self { return unsafeBitCast(text, to: Key.self) }
    if let scalar = type as? any DataContractScalar.Type { return value(text, scalar: scalar) as? Key }
    return (type as? any CodingKeyRepresentable.Type)?.init(codingKey: NameKey(text)) as? Key
  }

  private static func value<S: DataContractScalar>(_ text: String, scalar type: S.Type) -> S? {
    let text = Array(text.utf8)
    var output: [UInt8] = []
    switch text.withUnsafeBufferPointer({ type.primitive.canonicalize($0.span, rounds: false, into: &output) }) {
    case .unchanged: return text.withUnsafeBufferPointer { S(canonical: $0.span) }
    case .rewritten: return output.withUnsafeBufferPointer { S(canonical: $0.span) }
    case .malformed, .outOfRange, .losesPrecision: return nil
    }
  }

  /// The text of a key, and the primitive that it is a value of.
  static func text<Key>(of key: Key) -> (text: [UInt8], primitive: PrimitiveType)? {
    if Key.self == String.self { return (Array(unsafeBitCast(key, to: String.self).utf8), .string) }
    var text: [UInt8] = []
    if let scalar = key as? any DataContractScalar {
      scalar.appendCanonical(to: &text)
      return (text, Swift.type(of: scalar).primitive)
    }
    return (key as? any CodingKeyRepresentable).map { (Array($0.codingKey.stringValue.utf8), .string) }
  }
}

/// A dictionary that can be read.
protocol DecodableDictionary: SendableMetatype {
  static var hasScalarKeys: Bool { get }

  static func decode(_ entries: [ValueDecoder.Entry], by decoder: ValueDecoder) throws -> Self
}

/// A dictionary that can be written.
protocol EncodableDictionary: SendableMetatype {
  static var hasScalarKeys: Bool { get }

  func encodeEntries(by encoder: ValueEncoder) throws
}

extension Dictionary {
  static var hasScalarKeys: Bool { DictionaryKey.isScalar(Key.self) }
}

extension Dictionary: DecodableDictionary where Key: Decodable, Value: Decodable {
  static func decode(_ entries: [ValueDecoder.Entry], by decoder: ValueDecoder) throws -> Self {
    // The most frequent dictionary, whose code the compiler can make for its types.
    if Self.self == [String: String].self {
      return unsafeBitCast(try [String: String].read(entries, by: decoder), to: Self.self)
    }
    return try read(entries, by: decoder)
  }

  private static func read(_ entries: [ValueDecoder.Entry], by decoder: ValueDecoder) throws -> Self {
    var result = Self(minimumCapacity: entries.count)
    for entry in entries {
      let key = try decodeKey(of: entry, by: decoder)
      let value = try decoder.decode(Value.self, at: entry.value, step: key.step)
      guard result.updateValue(value, forKey: key.value) == nil else {
        throw decoder.corrupted(
          .duplicateMember, expected: "each key once", found: "the key a second time", at: entry.value, [key.step])
      }
    }
    return result
  }

  private static func decodeKey(
    of entry: ValueDecoder.Entry, by decoder: ValueDecoder
  ) throws -> (value: Key, step: CodingStep) {
    let text = decoder.keyText(entry.key)
    let step = CodingStep.key(NameKey(text))
    guard let key = DictionaryKey.value(text, as: Key.self) else {
      throw decoder.failure(Key.self, expected: "a key of \(Key.self)", at: entry.value, step)
    }
    return (key, step)
  }
}

extension Dictionary: EncodableDictionary where Key: Encodable, Value: Encodable {
  /// Adds the entries in the order of their keys' bytes, since a dictionary has none of its own.
  func encodeEntries(by encoder: ValueEncoder) throws {
    if Self.self == [String: String].self {
      return try unsafeBitCast(self, to: [String: String].self).write(by: encoder)
    }
    try write(by: encoder)
  }

  private func write(by encoder: ValueEncoder) throws {
    var keys: [[UInt8]] = []
    var entries: [(primitive: PrimitiveType, value: Value)] = []
    for entry in self {
      guard let (text, primitive) = DictionaryKey.text(of: entry.key) else { continue }
      keys.append(text)
      entries.append((primitive, entry.value))
    }
    let dictionary = encoder.beginDictionary(Self.self)
    for place in KeyOrder.ascending(keys) {
      try encoder.encodeEntry(of: dictionary, keys[place], entries[place].primitive, entries[place].value)
    }
    encoder.end(dictionary)
  }
}

extension ValueDecoder {
  /// An entry's value, and its key: a name, or the place of a value.
  struct Entry {
    let key: Key
    let value: Int

    enum Key {
      case name(UInt32)
      case place(Int)
    }
  }

  /// The entries of a dictionary: an object's members, or a list of objects with a key and a value, as .NET's XML,
  /// form and DataContractJson writers have it; `nil` for anything else.
  func entries(at place: Int) -> [Entry]? {
    guard place >= 0 else { return nil }
    let node = state.node(place)
    switch node.kind {
    case .object:
      let members = members(of: place)
      return state.shape == .elements ? listed(members) ?? named(members) : named(members)
    case .list: return listed(members(of: place))
    default: return state.shape == .elements && isBlank(place) ? [] : nil
    }
  }

  func keyText(_ key: Entry.Key) -> String {
    switch key {
    case .name(let name): state.names.text(of: name)
    case .place(let place): state.withText(of: state.node(place)) { String(canonical: $0) } ?? ""
    }
  }

  private func members(of place: Int) -> [Int] {
    var members: [Int] = []
    var member = place + 1
    let end = place + state.node(place).span
    while member < end {
      members.append(member)
      member += state.node(member).span
    }
    return members
  }

  private func named(_ members: [Int]) -> [Entry] {
    members.map { Entry(key: .name(state.node($0).name), value: $0) }
  }

  private func listed(_ items: [Int]) -> [Entry]? {
    var entries: [Entry] = []
    for item in items {
      let parts = state.node(item).kind == .object ? members(of: item) : []
      guard parts.count == 2, let key = parts.first(where: { isNamed($0, "Key") }),
        let value = parts.first(where: { isNamed($0, "Value") }), !state.node(key).kind.isContainer
      else { return nil }
      entries.append(Entry(key: .place(key), value: value))
    }
    return entries
  }

  /// Whether a member has a name, or that name in camelCase.
  private func isNamed(_ member: Int, _ name: String) -> Bool {
    let text = state.names.text(of: state.node(member).name)
    return text == name || text == CamelCase.jsonNet(name)
  }
}
