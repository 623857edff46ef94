/// An array that can be read: without the containers that `Array` would ask for, and with room for its items at once.
protocol DecodableList {
  /// Reads the items; `nil` for a value that is no list.
  static func decode(at place: Int, by decoder: ValueDecoder, _ step: CodingStep) throws -> Self?
}

/// An array that can be written.
protocol EncodableList {
  func encodeItems(by encoder: ValueEncoder) throws
}

extension Array: DecodableList where Element: Decodable {
  static func decode(at place: Int, by parent: ValueDecoder, _ step: CodingStep) throws -> Self? {
    guard let items = parent.items(at: place) else { return nil }
    return try parent.withChild(place, step) { decoder in
      var result = Self()
      result.reserveCapacity(items.count)
      var position = items.first
      for index in 0..<items.count {
        let item = items.scattered?[index] ?? position
        result.append(try decoder.decode(Element.self, at: item, step: .index(index)))
        if items.scattered == nil { position &+= decoder.state.node(position).span }
      }
      return result
    }
  }
}

extension Array: EncodableList where Element: Encodable {
  func encodeItems(by encoder: ValueEncoder) throws {
    let list = encoder.beginContainer(.list)
    var index = 0
    for item in self {
      try encoder.beginItem(of: list, Element.self)
      try encoder.encode(item, step: .index(index))
      index &+= 1
    }
    encoder.endContainer()
  }
}
