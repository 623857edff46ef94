/// What the encoders of one value share.
///
/// `@exclusivity(unchecked)` for the reason, and with the argument, that ``ValueEncoder`` gives.
final class EncodingState {
  let shape: DocumentShape
  let options: CodableOptions
  let userInfo: [CodingUserInfoKey: Any]
  let writesNil: Bool
  let namesPrimitives: Bool
  let depthLimit: Int
  /// What the last value of the type took.
  let expected: (nodes: Int, texts: Int)
  /// The texts of all scalars.
  @exclusivity(unchecked) var arena: [UInt8] = []
  @exclusivity(unchecked) var names: EncodingNames
  /// What a container could not report when it was asked for, since asking cannot fail.
  @exclusivity(unchecked) var misuse: DocumentError?
  @exclusivity(unchecked) private(set) var forms: CodableForms
  /// `nil` where there are no elements.
  @exclusivity(unchecked) var elements: ElementNames?
  @exclusivity(unchecked) var lastItem: (type: ObjectIdentifier, name: UInt32)?

  init(options: CodableOptions, plan: EncodingPlan) {
    shape = plan.variant.shape
    self.options = options
    // A dictionary is copied to become one of `Any`.
    if options.userInfo.isEmpty { userInfo = [:] } else { userInfo = options.userInfo }
    namesPrimitives = shape != .elements
    writesNil = options.nilMembers == .written
    depthLimit = options.effectiveDepth
    names = EncodingNames(plan)
    forms = plan.forms
    if shape == .elements {
      let chosen = options.xml.itemNames
      elements = plan.elements?.chosen == chosen ? plan.elements : ElementNames(chosen: chosen)
    }
    expected = plan.size.expected
    arena.reserveCapacity(expected.texts)
  }

  @inline(__always)
  func form(of type: Any.Type) -> CodableForm { forms.form(of: type) }

  func document<T: Encodable>(of value: T) throws -> Document {
    let encoder = ValueEncoder(self, path: [], depth: 0)
    encoder.nodes.reserveCapacity(expected.nodes)
    if shape == .elements {
      encoder.nodes.append(Node(kind: .object, flags: [], type: 0, name: Node.noName, start: 1, extent: 0))
      encoder.pendingName = rootName(of: T.self)
    }
    try encoder.encode(value, step: .none)
    if encoder.hasAddedEmptyObject {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: [], debugDescription: "Top-level \(T.self) did not encode any values.")
      )
    }
    return try document(encoder)
  }

  private func document(_ encoder: ValueEncoder) throws -> Document {
    if shape == .elements { encoder.nodes[0].extent = UInt32(truncatingIfNeeded: encoder.nodes.count - 1) }
    let ranks = shape == .elements && options.xml.memberOrder == .byName ? names.ranks : nil
    let arrangement = NodeArrangement(
      of: encoder, ranks: ranks, namespaces: shape == .elements ? names.table.namespaces : nil)
    guard arrangement.nodes.count < UInt32.max, arena.count <= UInt32.max else {
      throw DocumentError(
        .limitExceeded, format: "document", expected: "at most 4 GiB of text and 4,294,967,294 values", found: "more")
    }
    return Document(
      storage: Document.Storage(
        nodes: arrangement.nodes, source: [], arena: arena, names: names.table, contract: nil,
        annotations: arrangement.annotations))
  }
}
