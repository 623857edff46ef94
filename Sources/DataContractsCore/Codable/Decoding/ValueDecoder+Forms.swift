extension ValueDecoder {
  /// Reads a scalar that .NET writes as an object of its parts or properties; `nil` for any other object.
  ///
  /// | scalar           | written so by                                       | read from                     |
  /// |------------------|-----------------------------------------------------|-------------------------------|
  /// | `DateTimeOffset` | DataContractSerializer, DataContractJsonSerializer  | `DateTime`, `OffsetMinutes`   |
  /// | `TimeSpan`       | System.Text.Json, MultipartDataMediaFormatter       | `Ticks`                       |
  /// | `Uri`            | MultipartDataMediaFormatter                         | `OriginalString`              |
  @inline(never)
  func read<S: DataContractScalar>(structured type: S.Type, at place: Int) -> S? {
    switch S.primitive {
    case .dateTimeOffset: dateTimeOffset(at: place).flatMap { S(canonicalText: "\($0)") }
    case .duration: timeSpan(at: place).flatMap { S(canonicalText: "\($0)") }
    case .anyURI:
      part("OriginalString", ofObjectAt: place).flatMap { original in
        state.canonical(state.node(original), as: .anyURI) { S(canonical: $0) }
      }
    default: nil
    }
  }

  private func dateTimeOffset(at place: Int) -> DotNetDateTime? {
    guard let date = part("DateTime", ofObjectAt: place), let offset = part("OffsetMinutes", ofObjectAt: place),
      let utc = read(scalar: DotNetDateTime.self, at: date), let minutes = read(Int16.self, at: offset)
    else { return nil }
    return DotNetDateTime(
      ticks: utc.ticks + Int64(minutes) * DotNetDateTime.ticksPerMinute, kind: .offset(minutes: Int(minutes)))
  }

  private func timeSpan(at place: Int) -> DotNetTimeSpan? {
    guard let ticks = part("Ticks", ofObjectAt: place) else { return nil }
    return read(Int64.self, at: ticks).map { DotNetTimeSpan(ticks: $0) }
  }

  /// Where a property of an object stands, be its name in camelCase or not.
  private func part(_ name: String, ofObjectAt place: Int) -> Int? {
    let node = state.node(place)
    guard node.kind == .object else { return nil }
    var member = place + 1
    while member < place + node.span {
      if state.names.text(of: state.node(member).name).lowercased() == name.lowercased() { return member }
      member += state.node(member).span
    }
    return nil
  }
}

extension ValueDecoder {
  /// Whether a `char` stands as the character that it is, and not as the number that XML has in its place.
  func isCharacter(_ kind: Document.Kind) -> Bool { kind == .string || (kind == .text && state.shape == .fields) }

  func character<S: DataContractScalar>(of node: Node) -> S? {
    state.withText(of: node) { text in
      var number: [UInt8] = []
      guard CharText.canonicalize(utf8: text, into: &number) == .rewritten else { return nil }
      return number.withUnsafeBufferPointer { S(canonical: $0.span) }
    }
  }

  /// The date of `/Date(ms+0400)/` where a `DateTimeOffset` counts by the clock that it shows; `nil` for any other text.
  func dateCountedByClock(_ node: Node) -> DotNetDateTime? {
    guard state.storage.countsByClock else { return nil }
    return state.withText(of: node) { text in
      guard text.byte(at: 0) == 0x2F, let date = DotNetDateTime(text), case .offset(let minutes) = date.kind else {
        return nil
      }
      return DotNetDateTime(ticks: date.ticks - Int64(minutes) * DotNetDateTime.ticksPerMinute, kind: date.kind)
    }
  }
}

extension DataContractScalar {
  init?(canonicalText text: String) {
    let value = Array(text.utf8).withUnsafeBufferPointer { Self(canonical: $0.span) }
    guard let value else { return nil }
    self = value
  }
}
