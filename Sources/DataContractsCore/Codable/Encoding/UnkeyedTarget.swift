/// The items of a list that is being encoded.
struct UnkeyedTarget: UnkeyedEncodingContainer {
  let encoder: ValueEncoder
  /// The list's node; -1 for one that could not begin.
  let list: Int

  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.count(of: list) }

  func encodeNil() throws {
    try encoder.beginItem(of: list, nil)
    encoder.appendNull()
  }

  func encode<T: Encodable>(_ value: T) throws {
    let index = count
    try encoder.beginItem(of: list, T.self)
    try encoder.encode(value, step: .index(index))
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.fragment(of: .object, in: list).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.fragment(of: .list, in: list).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.fragment(of: nil, in: list) }

  private func scalar<T: CodableScalar>(_ value: T) throws {
    try encoder.beginItem(of: list, T.self)
    encoder.append(value)
  }
}

extension UnkeyedTarget {
  func encode(_ value: Bool) throws { try scalar(value) }
  func encode(_ value: String) throws { try scalar(value) }
  func encode(_ value: Double) throws { try scalar(value) }
  func encode(_ value: Float) throws { try scalar(value) }
  func encode(_ value: Int) throws { try scalar(value) }
  func encode(_ value: Int8) throws { try scalar(value) }
  func encode(_ value: Int16) throws { try scalar(value) }
  func encode(_ value: Int32) throws { try scalar(value) }
  func encode(_ value: Int64) throws { try scalar(value) }
  func encode(_ value: Int128) throws { try scalar(value) }
  func encode(_ value: UInt) throws { try scalar(value) }
  func encode(_ value: UInt8) throws { try scalar(value) }
  func encode(_ value: UInt16) throws { try scalar(value) }
  func encode(_ value: UInt32) throws { try scalar(value) }
  func encode(_ value: UInt64) throws { try scalar(value) }
  func encode(_ value: UInt128) throws { try scalar(value) }
}
