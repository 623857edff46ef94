/// What the process knows of reading a type: its keys in order, the names that they mean, the forms of its members.
final class DecodingPlan: Sendable {
  let variant: CodingVariant
  let likelyNames: LikelyNames?
  let keys: KeySequence
  let groups: NameGroups
  let forms: CodableForms
  private let generation: Int

  private static let table = PlanTable<DecodingPlan>()

  /// The plan of a type, which knows nothing when it is met for the first time.
  static func of(_ type: Any.Type, _ variant: CodingVariant) -> DecodingPlan {
    table.plan(of: type, variant) ?? DecodingPlan(variant)
  }

  private init(_ variant: CodingVariant) {
    self.variant = variant
    likelyNames = nil
    keys = KeySequence()
    groups = NameGroups(variant)
    forms = CodableForms(areDecoded: true)
    generation = 0
  }

  /// A format that expects the names which the type's documents had before.
  func reader<Format: DocumentFormat>(_ format: Format) -> Format {
    guard let likelyNames else { return format }
    var reader = format
    reader.decoding.likelyNames = likelyNames
    return reader
  }

  /// Keeps what reading a value of the type has found out.
  @inline(__always)
  func learn(from state: DecodingState, of type: Any.Type) {
    if state.names.keys.count > keys.count || state.forms.count > forms.count { extend(by: state, of: type) }
  }

  @inline(never)
  private func extend(by state: DecodingState, of type: Any.Type) {
    guard generation < PlanLimits.generations, PlanLimits.admit(state.names.keys, state.forms) else { return }
    Self.table.set(DecodingPlan(self, state), of: type, variant)
  }

  private init(_ plan: DecodingPlan, _ state: DecodingState) {
    variant = plan.variant
    forms = state.forms
    generation = plan.generation + 1
    var names = NameLearning(plan.likelyNames?.table, state.names)
    var groups = NameGroups(plan.variant)
    var keys = state.names.keys
    keys.rename { names.add(plan.variant.memberNames.name(of: $0)) }
    groups.add(names.table)
    keys.rename { groups.group(of: plan.variant.memberNames.name(of: $0), in: names.table) }
    self.keys = keys
    self.groups = groups
    likelyNames = names.likelyNames(in: state.storage.nodes)
  }
}

/// The names of a document that keys mean, in a table of their own.
private struct NameLearning {
  private(set) var table: NameTable
  /// For each of the document's names its index in the table.
  private var indices: [UInt32]

  init(_ known: NameTable?, _ names: DecodingNames) {
    table = known ?? NameTable(namespaces: ContractTable.builtIn.namespaces)
    indices = Array(repeating: KeySequence.none, count: names.table.entries.count)
    let meant = names.keys.names
    for index in indices.indices {
      let name = UInt32(truncatingIfNeeded: index)
      guard meant.contains(names.group(of: name)) else { continue }
      indices[index] = add(names.table.name(name), namespace: names.table.namespace(name))
    }
  }

  mutating func add(_ name: String, namespace: String = "") -> UInt32 {
    let namespace = table.namespaceIndex(of: namespace)
    var name = name
    return name.withUTF8Span { table.index(of: $0, namespace: namespace) }
  }

  /// The names, in the order that they have among the first of the nodes.
  func likelyNames(in nodes: [Node]) -> LikelyNames {
    var successors = Array(repeating: UInt32(0), count: table.entries.count)
    var first: UInt32?
    let nodes = nodes.prefix(4096)
    for index in nodes.indices where nodes[index].kind == .object {
      var previous: UInt32?
      var member = index + 1
      while member < min(index + nodes[index].span, nodes.count) {
        let name = name(of: nodes[member])
        if let previous, let name, successors[Int(previous)] == 0 { successors[Int(previous)] = name }
        first = first ?? name
        previous = name
        member += nodes[member].span
      }
    }
    return LikelyNames(table, successors: successors, first: first ?? 0)
  }

  private func name(of node: Node) -> UInt32? {
    guard Int(node.name) < indices.count, indices[Int(node.name)] != KeySequence.none else { return nil }
    return indices[Int(node.name)]
  }
}
