import Synchronization

/// What makes types be coded in different ways, beside the types.
struct CodingVariant: Sendable, Hashable {
  let shape: DocumentShape
  let memberNames: CodableOptions.MemberNames

  /// 0 through 8.
  fileprivate var index: Int {
    let shape =
      switch shape {
      case .values: 0
      case .elements: 1
      case .fields: 2
      }
    return switch memberNames {
    case .asDeclared: shape
    case .pascalCase: 3 + shape
    case .camelCase: 6 + shape
    }
  }
}

/// What the process knows of types that it has coded before, so that small documents need not find it out anew.
///
/// Any thread may ask. What is found is immutable; who knows more puts another in its place.
final class PlanTable<Plan: Sendable>: Sendable {
  private let plans = Mutex<[TypeTable<Plan>]>(Array(repeating: TypeTable(), count: 9))

  func plan(of type: Any.Type, _ variant: CodingVariant) -> Plan? {
    plans.withLock { $0[variant.index][ObjectIdentifier(type)] }
  }

  func set(_ plan: Plan, of type: Any.Type, _ variant: CodingVariant) {
    let type = ObjectIdentifier(type)
    plans.withLock { plans in
      guard plans[variant.index].count < PlanLimits.types || plans[variant.index][type] != nil else { return }
      plans[variant.index].set(type, plan)
    }
  }
}

/// What the process keeps of types at most. Keys can come from input, where a type makes its keys of what it reads.
enum PlanLimits {
  static let types = 4096
  /// How often the plan of a type is replaced by a better one.
  static let generations = 8

  /// Whether what a coding has met is little enough to be kept.
  static func admit(_ keys: KeySequence, _ forms: CodableForms) -> Bool {
    keys.count <= 1024 && forms.count <= 1024 && keys.textBytes <= 32768
  }
}
