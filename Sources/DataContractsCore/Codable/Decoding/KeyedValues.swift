/// The members of an object, by coding keys.
struct KeyedValues<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: ValueDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }

  var allKeys: [Key] {
    decoder.memberNames.compactMap { name in
      Key(stringValue: name) ?? Key(stringValue: decoder.state.options.memberNames.key(of: name))
    }
  }

  func contains(_ key: Key) -> Bool { ((try? decoder.find(key.stringValue)) ?? 0) != DecodingState.Place.absent }

  func decodeNil(forKey key: Key) throws -> Bool { decoder.isNil(at: try place(of: key), orBlank: false) }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try decoder.decode(type, at: try place(of: key), step: .key(key))
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    let place = try decoder.find(key.stringValue)
    return decoder.isNil(at: place, orBlank: true) ? nil : try decoder.decode(type, at: place, step: .key(key))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder.child(try place(of: key), .key(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.child(try place(of: key), .key(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    decoder.child(try decoder.find(NameKey.base.stringValue), .key(NameKey.base))
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    decoder.child(try decoder.find(key.stringValue), .key(key))
  }

  private func place(of key: Key) throws -> Int {
    let place = try decoder.find(key.stringValue)
    guard place != DecodingState.Place.absent else { throw decoder.missing(key) }
    return place
  }

  @inline(__always)
  private func scalar<T: CodableScalar>(_ type: T.Type, _ key: Key) throws -> T {
    let place = try decoder.find(key.stringValue)
    if let value = decoder.read(type, at: place) { return value }
    throw failure(type, key, at: place)
  }

  /// Nothing in a form is no value, unless it may be text.
  @inline(__always)
  private func scalarIfPresent<T: CodableScalar>(_ type: T.Type, _ key: Key) throws -> T? {
    let place = try decoder.find(key.stringValue)
    if decoder.isNil(at: place, orBlank: T.self != String.self) { return nil }
    if let value = decoder.read(type, at: place) { return value }
    throw failure(type, key, at: place)
  }

  @inline(never)
  private func failure<T: CodableScalar>(_ type: T.Type, _ key: Key, at place: Int) -> DecodingError {
    place == DecodingState.Place.absent ? decoder.missing(key) : decoder.failure(type, at: place, .key(key))
  }
}

// One method a type, as the protocol has them: through a generic one no call would be to a specialised function.
extension KeyedValues {
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try scalar(type, key) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try scalar(type, key) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try scalar(type, key) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try scalar(type, key) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try scalar(type, key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try scalar(type, key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try scalar(type, key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try scalar(type, key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try scalar(type, key) }
  func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try scalar(type, key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try scalar(type, key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try scalar(type, key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try scalar(type, key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try scalar(type, key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try scalar(type, key) }
  func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try scalar(type, key) }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: Int128.Type, forKey key: Key) throws -> Int128? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? { try scalarIfPresent(type, key) }
  func decodeIfPresent(_ type: UInt128.Type, forKey key: Key) throws -> UInt128? { try scalarIfPresent(type, key) }
}
