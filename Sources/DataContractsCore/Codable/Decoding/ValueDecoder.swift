/// The `Decoder` of one value of a document.
///
/// `@exclusivity(unchecked)` for the reason, and with the argument, that ``ValueEncoder`` gives.
final class ValueDecoder: Decoder {
  let state: DecodingState
  @exclusivity(unchecked) var place = DecodingState.Place.absent
  /// The decoder of the value round this one, for the coding path alone.
  ///
  /// `unowned(unsafe)` saves counting references for each value. It never dangles: the parent is on the stack round
  /// ``withChild(_:_:_:)`` while it lends itself, and a decoder that outlives that call, or that was made to be kept,
  /// holds its parent in `keptParent`.
  @exclusivity(unchecked) private unowned(unsafe) var lentParent: ValueDecoder?
  @exclusivity(unchecked) private var keptParent: ValueDecoder?
  /// A decoder that nobody has kept, to be used again.
  @exclusivity(unchecked) private var spare: ValueDecoder?
  @exclusivity(unchecked) var step = CodingStep.none
  /// How many decoders are round this one.
  @exclusivity(unchecked) private var depth = 0

  /// The number of the object whose members are read, once a keyed container was asked for; 0 before.
  @exclusivity(unchecked) var object = 0
  /// The member that was found last, and where the members end.
  @exclusivity(unchecked) var last = 0
  @exclusivity(unchecked) var end = 0
  /// Whether names repeat in the object, so that members have to be gathered.
  @exclusivity(unchecked) var hasRepeatedNames = false
  /// The key that was asked for last: it tells which one to expect next.
  @exclusivity(unchecked) var position = 0
  /// How many members were passed over in search of others.
  @exclusivity(unchecked) var passed = 0
  /// Where the members of a group are, once searching has taken long, or where names repeat.
  @exclusivity(unchecked) var positions: [UInt32: [Int]] = [:]

  init(_ state: DecodingState) { self.state = state }

  var userInfo: [CodingUserInfoKey: Any] { state.userInfo }

  /// The keys and indices that lead here, put together when they are asked for.
  var codingPath: [any CodingKey] { steps.compactMap(\.key) }

  /// The steps that lead here, from the root down.
  var steps: [CodingStep] {
    var steps: [CodingStep] = []
    var decoder: ValueDecoder? = self
    while let current = decoder {
      steps.append(current.step)
      decoder = current.lentParent
    }
    return steps.reversed()
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    if object == 0 { try openObject() }
    position = state.names.start(of: ObjectIdentifier(type))
    return KeyedDecodingContainer(KeyedValues(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try UnkeyedValues(self) }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleValue(decoder: self) }

  /// A decoder of a value below, which the caller may keep.
  func child(_ place: Int, _ step: CodingStep) -> ValueDecoder {
    let decoder = ValueDecoder(state)
    decoder.begin(place, step, parent: self)
    decoder.keptParent = self
    return decoder
  }

  /// Calls `body` with a decoder of a value below.
  ///
  /// Safety: the child knows its parent without holding it, since the parent outlives the call. A child that somebody
  /// has kept when the call ends is given a hold on its parent, and is not used again.
  @inline(__always)
  func withChild<Result>(
    _ place: Int, _ step: CodingStep, _ body: (ValueDecoder) throws -> Result
  ) throws -> Result {
    guard depth < state.depthLimit else { throw tooDeep(place, step) }
    var child = spare.take() ?? ValueDecoder(state)
    child.begin(place, step, parent: self)
    defer {
      if isKnownUniquelyReferenced(&child) { spare = child } else { child.keptParent = self }
    }
    return try body(child)
  }

  @inline(__always)
  private func begin(_ place: Int, _ step: CodingStep, parent: ValueDecoder) {
    self.place = place
    self.step = step
    lentParent = parent
    depth = parent.depth &+ 1
    object = 0
  }

  /// Reads one value below.
  func decode<T: Decodable>(_ type: T.Type, at place: Int, step: CodingStep) throws -> T {
    switch state.form(of: type) {
    case .ordinary: return try decodeOrdinary(type, at: place, step)
    case .builtIn(let form): return try decode(builtIn: form, as: type, at: place, step)
    case .scalar(let form): return try decode(scalar: form, as: type, at: place, step)
    case .bytes: return try same(decodeBytes(at: place, step), type)
    case .decodableDictionary(let form): return try decode(dictionary: form, as: type, at: place, step)
    case .decodableList(let form): return try decode(list: form, as: type, at: place, step)
    case .encodableDictionary, .encodableList: return try decodeOrdinary(type, at: place, step)
    }
  }

  @inline(__always)
  func decodeOrdinary<T: Decodable>(_ type: T.Type, at place: Int, _ step: CodingStep) throws -> T {
    try withChild(place, step) { try T(from: $0) }
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
    guard let entries = entries(at: place) else { return try decodeOrdinary(type, at: place, step) }
    return same(try withChild(place, step) { try form.decode(entries, by: $0) }, type)
  }

  private func decode<T: Decodable, L: DecodableList>(
    list form: L.Type, as type: T.Type, at place: Int, _ step: CodingStep
  ) throws -> T {
    guard let items = items(at: place) else { throw failure(type, expected: "a list", at: place, step) }
    return same(try withChild(place, step) { try form.decode(items, by: $0) }, type)
  }

  /// A value of a type that has been found to be the one asked for. A cast would look the conformances up again.
  @inline(__always)
  private func same<Value, T>(_ value: Value, _ type: T.Type) -> T {
    precondition(Value.self == type)
    return unsafeBitCast(value, to: type)
  }
}
