/// Which of a document's names a coding key means, and where the members of objects stand by their names.
///
/// Names that mean the same are of one group: in XML those that differ in their namespace alone, under
/// ``CodableOptions/MemberNames/camelCase`` those that differ in case.
struct DecodingNames {
  let table: NameTable
  let memberNames: CodableOptions.MemberNames
  private(set) var groups: NameGroups
  /// The keys that have been asked for, and the groups that they mean.
  private(set) var keys: KeySequence
  /// For each group the last object that had a member of it, and where.
  private var holders: [Holder]
  private var objectCount = 0

  private struct Holder {
    var object = 0
    var place = 0
  }

  /// Where a member stands, as far as looking at one place tells.
  enum Finding {
    /// The place of its node.
    case at(Int)
    case absent
    /// The name repeats in the object, or objects inside it have had a member of the same name.
    case searched(group: UInt32)
  }

  init(_ table: NameTable, plan: DecodingPlan) {
    self.table = table
    memberNames = plan.variant.memberNames
    let known = plan.likelyNames.map { $0.table.lineage == table.lineage } ?? false
    keys = known ? plan.keys : KeySequence()
    groups = known ? plan.groups : NameGroups(plan.variant)
    holders = Array(repeating: Holder(), count: table.entries.count)
    groups.add(table)
  }

  /// Where the guess for the first key of a type begins.
  @inline(__always)
  mutating func start(of keys: ObjectIdentifier) -> Int { self.keys.start(of: keys) }

  /// Where the member of an object is that a key means. `position` moves on to where the guess for the next one stands.
  @inline(__always)
  mutating func find(_ key: String, in object: Int, after position: inout Int) -> Finding {
    let group = keys.expectedName(of: key, after: &position) ?? search(key, &position)
    guard Int(group) < holders.count else { return .absent }
    let holder = holders[Int(group)]
    if holder.object == object, holder.place >= 0 { return .at(holder.place) }
    return holder.object < object ? .absent : .searched(group: group)
  }

  @inline(never)
  private mutating func search(_ key: String, _ position: inout Int) -> UInt32 {
    if let known = keys.knownName(of: key, after: &position) { return known }
    let group = groups.group(of: memberNames.name(of: key), in: table)
    keys.add(key, name: group, after: &position)
    return group
  }

  @inline(__always)
  func group(of name: UInt32) -> UInt32 { groups[name] }

  /// Notes where the members of an object stand.
  ///
  /// - Parameter range: The nodes below the object's.
  /// - Returns: The object's number, and the first member whose name the object has had before.
  mutating func open(_ range: Range<Int>, of nodes: [Node]) -> (number: Int, repetition: Int?) {
    objectCount += 1
    var repetition: Int?
    var member = range.lowerBound
    while member < range.upperBound {
      let node = nodes[member]
      let group = Int(groups[node.name])
      if holders[group].object == objectCount {
        holders[group].place = -1
        repetition = repetition ?? member
      } else {
        holders[group] = Holder(object: objectCount, place: member)
      }
      member += node.span
    }
    return (objectCount, repetition)
  }

  /// Whether a name is spelled exactly as the key is to be.
  func isExact(_ name: UInt32, _ key: String) -> Bool {
    Array(table.text[table.entries[Int(name)].range]).elementsEqual(memberNames.name(of: key).utf8)
  }

  func text(of name: UInt32) -> String { name == Node.noName ? "" : table.name(name) }

  /// Whether a name has no text: that of the text of an XML element which has attributes.
  func isEmpty(_ name: UInt32) -> Bool { name == Node.noName || table.entries[Int(name)].count == 0 }
}
