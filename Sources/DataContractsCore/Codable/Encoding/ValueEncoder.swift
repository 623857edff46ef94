/// The `Encoder` of a value, and of all values below it that are encoded one inside the other.
///
/// Their nodes are added in the document's order. A container that a type has asked for by itself can be written to
/// later than what follows it: it has an encoder of its own, a fragment, whose nodes are put in place in the end.
///
/// Its properties are `@exclusivity(unchecked)`: the run-time checks took almost half of encoding's time (210 MB/s with
/// them, 390 without). Safety: no method holds one of them `inout` while it calls code of the caller's types, which
/// alone could come back here.
final class ValueEncoder: Encoder {
  let state: EncodingState
  @exclusivity(unchecked) var nodes: [Node] = []
  /// The name of the value that comes next.
  @exclusivity(unchecked) var pendingName = Node.noName
  @exclusivity(unchecked) var frame = Frame()
  @exclusivity(unchecked) var depth: Int
  private let path: [any CodingKey]
  @exclusivity(unchecked) private var steps: [CodingStep] = []
  var fragments: [ValueEncoder] = []
  var fragmentsByMember: [UInt64: Int] = [:]
  /// Whether the last value encoded nothing, and stands as an empty object.
  @exclusivity(unchecked) var hasAddedEmptyObject = false

  /// The value that is being encoded.
  struct Frame {
    /// The value's own node, once its type has asked for a container; -1 before.
    var container = -1
    /// Where the value's nodes begin.
    var start = 0
    /// The key that was named last: it tells which one to expect next.
    var position = 0
    /// The object's number, by which a second value of a member is noticed.
    var object: UInt32 = 0
  }

  /// What a fragment is known to be.
  enum FragmentKind {
    case object, list
  }

  init(_ state: EncodingState, path: [any CodingKey], depth: Int) {
    self.state = state
    self.path = path
    self.depth = depth
    steps.reserveCapacity(8)
  }

  var userInfo: [CodingUserInfoKey: Any] { state.userInfo }
  var codingPath: [any CodingKey] { path + steps.compactMap(\.key) }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    let object = beginContainer(.object)
    frame.position = state.names.start(of: ObjectIdentifier(type))
    return KeyedEncodingContainer(KeyedTarget(encoder: self, object: object))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    UnkeyedTarget(encoder: self, list: beginContainer(.list))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleTarget(encoder: self) }

  /// Encodes a value under the name that was given last.
  func encode<T: Encodable>(_ value: T, step: CodingStep) throws {
    switch state.form(of: T.self) {
    case .ordinary: try encodeOrdinary(value, step)
    case .builtIn(let form): append(builtIn: form, value)
    case .scalar(let form): try append(scalar: form, value, step)
    case .bytes: appendBytes(same(value, [UInt8].self))
    case .encodableDictionary(let form): try encode(dictionary: form, value, step)
    case .encodableList(let form): try encode(list: form, value, step)
    case .decodableDictionary, .decodableList: try encodeOrdinary(value, step)
    }
  }

  private func encodeOrdinary<T: Encodable>(_ value: T, _ step: CodingStep) throws {
    try enter(value, step, levels: 1) {
      try value.encode(to: self)
      if nodes.count == frame.start { addEmptyObject() } else { endContainer() }
    }
  }

  private func encode<T: Encodable, D: EncodableDictionary>(
    dictionary form: D.Type, _ value: T, _ step: CodingStep
  ) throws {
    // In XML each entry is an object inside the dictionary's.
    try enter(value, step, levels: state.shape == .elements ? 2 : 1) {
      try same(value, form).encodeEntries(by: self)
    }
  }

  private func encode<T: Encodable, L: EncodableList>(list form: L.Type, _ value: T, _ step: CodingStep) throws {
    try enter(value, step, levels: 1) { try same(value, form).encodeItems(by: self) }
  }

  /// Calls `body` with a frame of the value's own. What it added before it failed is taken back, since its caller may
  /// go on.
  @inline(__always)
  private func enter<T: Encodable>(_ value: T, _ step: CodingStep, levels: Int, _ body: () throws -> Void) throws {
    guard depth &+ levels <= state.depthLimit else { throw tooDeep(value, step) }
    let outer = frame
    let start = nodes.count
    frame = Frame(start: start)
    depth &+= levels
    steps.append(step)
    hasAddedEmptyObject = false
    defer {
      steps.removeLast()
      depth &-= levels
      frame = outer
    }
    do {
      try body()
      if let misuse = state.misuse { throw invalid(value, misuse) }
      if nodes.count &- start == 1, state.shape == .elements { declareContent(of: T.self) }
    } catch {
      takeBack(to: start)
      throw error
    }
  }

  private func takeBack(to start: Int) {
    nodes.removeLast(nodes.count - start)
    fragmentsByMember = fragmentsByMember.filter { $0.key >> 32 < UInt64(start) }
  }

  private func addEmptyObject() {
    appendNode(.object)
    hasAddedEmptyObject = true
  }

  /// A value of a type that has been found to be the one asked for. A cast would look the conformances up again.
  @inline(__always)
  func same<T, Value>(_ value: T, _ type: Value.Type) -> Value {
    precondition(T.self == type)
    return unsafeBitCast(value, to: type)
  }
}
