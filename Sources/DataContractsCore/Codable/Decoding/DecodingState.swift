/// What the decoders of one document share.
///
/// Decoders and containers hold on to it, and through it to the document: a type may keep its decoder for later.
///
/// `@exclusivity(unchecked)` for the reason, and with the argument, that ``ValueEncoder`` gives.
final class DecodingState {
  let storage: Document.Storage
  let nodes: [Node]
  let format: String
  let shape: DocumentShape
  let options: CodableOptions
  let userInfo: [CodingUserInfoKey: Any]
  let depthLimit: Int
  @exclusivity(unchecked) var names: DecodingNames
  @exclusivity(unchecked) private(set) var forms: CodableForms
  /// The document's texts as plain pointers, while ``decode(_:)`` keeps its arrays in place. A decoder that a type has
  /// kept finds none here afterwards, and asks the arrays.
  @exclusivity(unchecked) private var source: UnsafeBufferPointer<UInt8>?
  @exclusivity(unchecked) private var arena: UnsafeBufferPointer<UInt8>?
  /// The values of repeated names that were asked for; see ``Place``.
  private(set) var repeated: [[Int]] = []
  /// The last failure, and the node that it is about.
  private var failure: (error: DocumentError, place: Int)?

  init(_ storage: Document.Storage, format: String, options: CodableOptions, plan: DecodingPlan) {
    self.storage = storage
    self.format = format
    self.options = options
    nodes = storage.nodes
    shape = plan.variant.shape
    // A dictionary is copied to become one of `Any`.
    if options.userInfo.isEmpty { userInfo = [:] } else { userInfo = options.userInfo }
    depthLimit = options.effectiveDepth
    names = DecodingNames(storage.names, plan: plan)
    forms = plan.forms
  }

  /// Where a value stands: the index of its node, or one of these.
  enum Place {
    /// A member that is absent, which `superDecoder()` reads as null.
    static let absent = -1

    /// The values of a name that repeats, a list.
    static func repeated(_ index: Int) -> Int { -2 - index }
  }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try storage.source.withUnsafeBufferPointer { source in
      try storage.arena.withUnsafeBufferPointer { arena in
        self.source = source
        self.arena = arena
        defer {
          self.source = nil
          self.arena = nil
        }
        return try ValueDecoder(self).decode(type, at: root, step: .none)
      }
    }
  }

  /// XML's root element is the only member of an object.
  private var root: Int {
    let wrapper = nodes[0]
    return shape == .elements && wrapper.kind == .object && wrapper.start == 1 ? 1 : 0
  }

  @inline(__always)
  func form(of type: Any.Type) -> CodableForm { forms.form(of: type) }
}

extension DecodingState {
  @inline(__always)
  func node(_ index: Int) -> Node { nodes[index] }

  /// The value's kind; `null` for an absent member.
  @inline(__always)
  func kind(at place: Int) -> Document.Kind {
    place >= 0 ? node(place).kind : place == Place.absent ? .null : .list
  }

  /// Calls `body` with a scalar's text.
  @inline(__always)
  func withText<Result>(of node: Node, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = Int(node.start)
    let range = start..<start &+ Int(node.extent)
    if let bytes = node.flags.contains(.inArena) ? arena : source {
      return body(bytes.span.extracting(range))
    }
    return node.flags.contains(.inArena)
      ? storage.arena.withSpan(of: range, body) : storage.source.withSpan(of: range, body)
  }

  /// Calls `body` with the canonical form of a scalar's text; `nil` for a text that is no value of the primitive.
  func canonical<Result>(
    _ node: Node, as primitive: PrimitiveType, _ body: (Span<UInt8>) -> Result?
  ) -> Result? {
    withText(of: node) { text in
      if primitive.isCanonical(text) { return body(text) }
      var output: [UInt8] = []
      switch primitive.canonicalize(text, rounds: false, into: &output) {
      case .unchanged: return body(text)
      case .rewritten: return output.withUnsafeBufferPointer { body($0.span) }
      case .malformed, .outOfRange, .losesPrecision: return nil
      }
    }
  }
}

extension DecodingState {
  /// The place of the values of a repeated name.
  func place(of values: [Int]) -> Int {
    repeated.append(values)
    return Place.repeated(repeated.count - 1)
  }

  func values(at place: Int) -> [Int] { repeated[-2 - place] }

  /// The node that stands for a place in errors: the first of those of a repeated name.
  func firstNode(_ place: Int) -> Int { place >= 0 ? place : place == Place.absent ? 0 : values(at: place).first ?? 0 }

  func note(_ error: DocumentError, at place: Int) {
    failure = (error: error, place: firstNode(place))
  }

  /// The node that an error of this decoding is about: types may have caught others, and thrown others.
  func failedPlace(of error: DecodingError) -> Int? {
    guard let failure, error.context.underlyingError as? DocumentError == failure.error else { return nil }
    return failure.place
  }
}

extension DecodingError {
  var context: Context {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
      .dataCorrupted(let context):
      context
    @unknown default: Context(codingPath: [], debugDescription: "")
    }
  }

  /// The same error with a place in the input.
  func located(at offset: Int) -> DecodingError {
    guard let error = context.underlyingError as? DocumentError else { return self }
    let place = DocumentError(
      error.code, format: error.format, offset: offset, path: error.path, expected: error.expected, found: error.found)
    let context = Context(
      codingPath: context.codingPath, debugDescription: place.description, underlyingError: place)
    switch self {
    case .typeMismatch(let type, _): return .typeMismatch(type, context)
    case .valueNotFound(let type, _): return .valueNotFound(type, context)
    case .keyNotFound(let key, _): return .keyNotFound(key, context)
    default: return .dataCorrupted(context)
    }
  }
}
