extension ValueDecoder {
  /// Reads one of the scalars that containers have methods for; `nil` where the value is none.
  @inline(__always)
  func read<T: CodableScalar>(_ type: T.Type, at place: Int) -> T? {
    guard place >= 0 else { return nil }
    let node = state.node(place)
    if node.kind.isContainer { return textPlace(place).flatMap { T.read(state.node($0), in: state) } }
    return T.read(node, in: state)
  }

  /// Reads a scalar by its canonical text, in any spelling of .NET's.
  func read<S: DataContractScalar>(scalar type: S.Type, at place: Int) -> S? {
    guard place >= 0 else { return nil }
    let node = state.node(place)
    if S.primitive == .base64Binary { return bytes(at: place).flatMap { S(base64: $0) } }
    if node.kind.isContainer {
      return read(structured: type, at: place) ?? textPlace(place).flatMap { read(scalar: type, at: $0) }
    }
    guard node.kind != .null, isSpelling(node.kind, of: S.primitive) else { return nil }
    if S.primitive == .char, isCharacter(node.kind) { return character(of: node) }
    if S.primitive == .dateTimeOffset, let date = dateCountedByClock(node) { return S(canonicalText: "\(date)") }
    return state.canonical(node, as: S.primitive) { S(canonical: $0) }
  }

  /// Whether a value of a kind may stand for a primitive: a bare number or boolean is no text.
  private func isSpelling(_ kind: Document.Kind, of primitive: PrimitiveType) -> Bool {
    switch kind {
    case .number: primitive.isNumeric
    case .boolean: primitive == .boolean
    default: true
    }
  }

  /// The text of an XML element that has attributes, or of a file; `nil` for any other container.
  @inline(never)
  private func textPlace(_ place: Int) -> Int? {
    let node = state.node(place)
    guard state.shape == .elements, node.kind == .object else { return nil }
    let first = place + 1 + attributeCount(of: place)
    let last = place + Int(node.extent)
    return first == last && state.names.isEmpty(state.node(first).name) ? first : nil
  }

  /// The number of an element's attributes, which come before its children.
  private func attributeCount(of place: Int) -> Int {
    var count = 0
    while count < Int(state.node(place).extent), state.node(place + 1 + count).flags.contains(.attribute) { count += 1 }
    return count
  }

  /// Whether the value is text without a character.
  func isBlank(_ place: Int) -> Bool {
    place >= 0 && state.node(place).kind == .text && state.node(place).extent == 0
  }

  /// Whether the value is none: null, absent, or in a form nothing at all.
  @inline(__always)
  func isNil(at place: Int, orBlank takesBlank: Bool) -> Bool {
    guard place >= 0 else { return place == DecodingState.Place.absent }
    return state.node(place).kind == .null || (takesBlank && state.shape == .fields && isBlank(place))
  }
}

extension ValueDecoder {
  func decodeBytes(at place: Int, _ step: CodingStep) throws -> [UInt8] {
    guard let bytes = bytes(at: place) else {
      throw failure([UInt8].self, expected: PrimitiveType.base64Binary.expectation, at: place, step)
    }
    return bytes
  }

  /// Binary data: base64, a list of numbers from 0 through 255, or the content of a file.
  private func bytes(at place: Int) -> [UInt8]? {
    guard place >= 0 else { return nil }
    let node = state.node(place)
    switch node.kind {
    case .list: return numbers(in: place)
    case .file: return bytes(at: place + 3)
    case .string, .text, .bytes:
      if node.flags.contains(.rawBytes) { return state.withText(of: node) { $0.bytesArray } }
      return state.canonical(node, as: .base64Binary) { text in
        var bytes: [UInt8] = []
        return Base64.decode(text, into: &bytes) ? bytes : nil
      }
    default: return nil
    }
  }

  private func numbers(in list: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var item = list + 1
    let end = list + state.node(list).span
    while item < end {
      guard let byte = UInt8.read(state.node(item), in: state) else { return nil }
      bytes.append(byte)
      item += state.node(item).span
    }
    return bytes
  }
}

extension DataContractScalar {
  /// The value behind binary data, by its canonical text.
  fileprivate init?(base64 bytes: [UInt8]) {
    var text: [UInt8] = []
    bytes.withUnsafeBufferPointer { Base64.encode($0.span, into: &text) }
    let value = text.withUnsafeBufferPointer { Self(canonical: $0.span) }
    guard let value else { return nil }
    self = value
  }
}

extension ValueDecoder {
  /// The items of a list.
  struct Items {
    var first: Int
    var end: Int
    var count: Int
    /// The values of a name that repeats, which do not stand together.
    var scattered: [Int]?
  }

  /// The items that a value has where a list is wanted.
  ///
  /// An XML element's children are the items when they all have one name, as .NET writes lists; otherwise the element
  /// is a list of itself alone, and so is its text. Nothing is an empty list. A form's value is a list of itself.
  func items(at place: Int) -> Items? {
    guard place >= 0 else {
      guard place != DecodingState.Place.absent else { return nil }
      let values = state.values(at: place)
      return Items(first: 0, end: 0, count: values.count, scattered: values)
    }
    let node = state.node(place)
    if node.kind == .list { return Items(first: place + 1, end: place + node.span, count: Int(node.start)) }
    guard node.kind != .null, state.shape != .values else { return nil }
    let alone = Items(first: place, end: place + node.span, count: 1)
    guard state.shape == .elements else { return alone }
    if isBlank(place) { return Items(first: place, end: place, count: 0) }
    return node.kind == .object ? children(of: place) ?? alone : alone
  }

  private func children(of place: Int) -> Items? {
    let attributes = attributeCount(of: place)
    let first = place + 1 + attributes
    let end = place + state.node(place).span
    guard first < end, !state.names.isEmpty(state.node(first).name) else { return nil }
    let group = state.names.group(of: state.node(first).name)
    var member = first
    while member < end {
      guard state.names.group(of: state.node(member).name) == group else { return nil }
      member += state.node(member).span
    }
    return Items(first: first, end: end, count: Int(state.node(place).start) - attributes)
  }
}
