/// What the process knows of writing a type: its keys in order and their names, the forms of its members, its elements,
/// its size.
final class EncodingPlan: Sendable {
  let variant: CodingVariant
  /// The namespace of the names.
  let namespace: String
  let names: NameTable
  let keys: KeySequence
  let forms: CodableForms
  let elements: ElementNames?
  let size: DocumentSize
  private let generation: Int

  private static let table = PlanTable<EncodingPlan>()

  /// The plan of a type, which knows nothing when it is met for the first time.
  static func of(_ type: Any.Type, _ shape: DocumentShape, _ options: CodableOptions) -> EncodingPlan {
    let variant = CodingVariant(shape: shape, memberNames: options.memberNames)
    let namespace = shape == .elements ? options.xml.namespace.uri : ""
    if let known = table.plan(of: type, variant), known.namespace == namespace { return known }
    return EncodingPlan(variant, namespace: namespace)
  }

  private init(_ variant: CodingVariant, namespace: String) {
    self.variant = variant
    self.namespace = namespace
    names = NameTable()
    keys = KeySequence()
    forms = CodableForms(areDecoded: false)
    elements = nil
    size = DocumentSize()
    generation = 0
  }

  /// Keeps what writing a value of the type has found out.
  @inline(__always)
  func learn(from state: EncodingState, of type: Any.Type, _ document: Document) {
    size.note(nodes: document.storage.nodes.count, texts: document.storage.arena.count)
    if state.names.keys.count > keys.count || state.forms.count > forms.count { extend(by: state, of: type) }
  }

  @inline(never)
  private func extend(by state: EncodingState, of type: Any.Type) {
    guard generation < PlanLimits.generations, PlanLimits.admit(state.names.keys, state.forms),
      state.elements.map({ $0.count <= PlanLimits.types }) ?? true
    else { return }
    Self.table.set(EncodingPlan(self, state), of: type, variant)
  }

  private init(_ plan: EncodingPlan, _ state: EncodingState) {
    variant = plan.variant
    namespace = plan.namespace
    names = state.names.table
    keys = state.names.keys
    forms = state.forms
    elements = state.elements
    size = plan.size
    generation = plan.generation + 1
  }
}
