/// The `Decoder` of one value of a document.
final class ValueDecoder: Decoder {
  let state: DecodingState
  var place = DecodingState.Place.absent
  /// The decoder of the value round this one, for the coding path alone.
  var parent: ValueDecoder?
  var step = CodingStep.none

  /// The object whose members are read, once a keyed container was asked for; -1 before.
  var object = -1
  /// The member that is expected next.
  var cursor = 0
  var end = 0
  /// Whether names repeat in the object, so that members have to be gathered.
  var hasRepeatedNames = false
  /// How many members were passed over in search of others.
  var passed = 0
  /// Where the members of a group are, once searching has taken long.
  var positions: [UInt32: Int] = [:]

  init(_ state: DecodingState) { self.state = state }

  var userInfo: [CodingUserInfoKey: Any] { state.userInfo }

  /// The keys and indices that lead here, put together when they are asked for.
  var codingPath: [any CodingKey] {
    var path: [any CodingKey] = []
    var decoder: ValueDecoder? = self
    while let current = decoder {
      if let key = current.step.key { path.append(key) }
      decoder = current.parent
    }
    return path.reversed()
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    if object < 0 || object != place { try openObject() }
    return KeyedDecodingContainer(KeyedValues(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try UnkeyedValues(self) }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleValue(decoder: self) }

  /// A decoder of a value below, which the caller may keep.
  func child(_ place: Int, _ step: CodingStep) -> ValueDecoder {
    let decoder = ValueDecoder(state)
    decoder.place = place
    decoder.parent = self
    decoder.step = step
    return decoder
  }

  /// Reads one value below.
  func decode<T: Decodable>(_ type: T.Type, at place: Int, step: CodingStep) throws -> T {
    switch state.form(of: type) {
    case .ordinary: return try decodeOrdinary(type, at: place, step)
    case .builtIn(let form): return try decode(builtIn: form, as: type, at: place, step)
    case .scalar(let form): return try decode(scalar: form, as: type, at: place, step)
    case .bytes: return try same(decodeBytes(at: place, step), type)
    case .decodableDictionary(let form): return try decode(dictionary: form, as: type, at: place, step)
    case .encodableDictionary: return try decodeOrdinary(type, at: place, step)
    }
  }

  @inline(__always)
  func decodeOrdinary<T: Decodable>(_ type: T.Type, at place: Int, _ step: CodingStep) throws -> T {
    var decoder = state.take(place, parent: self, step: step)
    let value = try T(from: decoder)
    state.give(&decoder)
    return value
  }

  private func decode<T, S: CodableScalar>(
    builtIn form: S.Type, as type: T.Type, at place: Int, _ step: CodingStep
  ) throws -> T {
    guard let value = read(form, at: place) else { throw failure(form, at: place, step) }
    return same(value, type)
  }

  private func decode<T, S: DataContractScalar>(
    scalar form: S.Type, as type: T.Type, at place: Int, _ step: CodingStep
  ) throws -> T {
    guard let value = read(scalar: form, at: place) else { throw failure(form, at: place, step) }
    return same(value, type)
  }

  private func decode<T: Decodable, D: DecodableDictionary>(
    dictionary form: D.Type, as type: T.Type, at place: Int, _ step: CodingStep
  ) throws -> T {
    guard let value = try form.decode(at: place, by: self, step) else {
      return try decodeOrdinary(type, at: place, step)
    }
    return same(value, type)
  }

  /// A value of a type that has been found to be the one asked for. A cast would look the conformances up again.
  @inline(__always)
  private func same<Value, T>(_ value: Value, _ type: T.Type) -> T {
    precondition(Value.self == type)
    return unsafeBitCast(value, to: type)
  }
}
