/// An array that can be read: without the containers that `Array` would ask for, and with room for its items at once.
protocol DecodableList: SendableMetatype {
  static func decode(_ items: ValueDecoder.Items, by decoder: ValueDecoder) throws -> Self
}

/// An array that can be written.
protocol EncodableList: SendableMetatype {
  func encodeItems(by encoder: ValueEncoder) throws
}

extension Array: DecodableList where Element: Decodable {
  /// Reads each item into its place. Those that were read before one fails are destroyed with the array.
  static func decode(_ items: ValueDecoder.Items, by decoder: ValueDecoder) throws -> Self {
    try Self(unsafeUninitializedCapacity: items.count) { buffer, count in
      var position = items.first
      while count < items.count {
        let item = items.scattered?[count] ?? position
        buffer.initializeElement(at: count, to: try decoder.decode(Element.self, at: item, step: .index(count)))
        if items.scattered == nil { position &+= decoder.state.node(position).span }
        count &+= 1
      }
    }
  }
}

extension Array: EncodableList where Element: Encodable {
  func encodeItems(by encoder: ValueEncoder) throws {
    let list = encoder.beginContainer(.list)
    for index in 0..<count {
      try encoder.beginItem(of: list, Element.self)
      try encoder.encode(self[index], step: .index(index))
    }
    encoder.endContainer()
  }
}
