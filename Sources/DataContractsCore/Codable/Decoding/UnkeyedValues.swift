/// The items of a list, one after the other.
struct UnkeyedValues: UnkeyedDecodingContainer {
  let decoder: ValueDecoder
  private let items: ValueDecoder.Items
  private var position: Int
  private(set) var currentIndex = 0

  init(_ decoder: ValueDecoder) throws {
    guard let items = decoder.items(at: decoder.place) else {
      throw decoder.failure([Any].self, expected: "a list", at: decoder.place, .none, isOwn: true)
    }
    self.decoder = decoder
    self.items = items
    position = items.first
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  mutating func decodeNil() throws -> Bool {
    guard decoder.isNil(at: try next(Any?.self), orBlank: false) else { return false }
    advance()
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let value = try decoder.decode(type, at: try next(type), step: .index(currentIndex))
    advance()
    return value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let container = try child(KeyedDecodingContainer<Nested>.self).container(keyedBy: type)
    advance()
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try child((any UnkeyedDecodingContainer).self).unkeyedContainer()
    advance()
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try child((any Decoder).self)
    advance()
    return decoder
  }

  private func child(_ type: Any.Type) throws -> ValueDecoder {
    decoder.child(try next(type), .index(currentIndex))
  }

  /// Where the next item stands. An item that could not be read stays the next one.
  private func next(_ type: Any.Type) throws -> Int {
    guard currentIndex < items.count else { throw decoder.exhausted(type, currentIndex) }
    return items.scattered?[currentIndex] ?? position
  }

  private mutating func advance() {
    if items.scattered == nil { position &+= decoder.state.node(position).span }
    currentIndex &+= 1
  }

  private mutating func scalar<T: CodableScalar>(_ type: T.Type) throws -> T {
    let place = try next(type)
    guard let value = decoder.read(type, at: place) else {
      throw decoder.failure(type, at: place, .index(currentIndex))
    }
    advance()
    return value
  }
}

extension UnkeyedValues {
  mutating func decode(_ type: Bool.Type) throws -> Bool { try scalar(type) }
  mutating func decode(_ type: String.Type) throws -> String { try scalar(type) }
  mutating func decode(_ type: Double.Type) throws -> Double { try scalar(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { try scalar(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try scalar(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try scalar(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try scalar(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try scalar(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try scalar(type) }
  mutating func decode(_ type: Int128.Type) throws -> Int128 { try scalar(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try scalar(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try scalar(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try scalar(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try scalar(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try scalar(type) }
  mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try scalar(type) }
}
