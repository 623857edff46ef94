import Synchronization

/// The names that a document is likely to have, as others like it had them: a builder that begins with them finds a
/// name by comparing it with the one that came next before.
package final class LikelyNames: Sendable {
  /// The names. A document that has others adds them.
  package let table: NameTable
  /// For each name the one that came after it.
  package let successors: [UInt32]
  package let first: UInt32

  private static let lineages = Atomic<Int>(0)

  package init(_ table: NameTable, successors: [UInt32], first: UInt32) {
    var table = table
    table.lineage = Self.lineages.add(1, ordering: .relaxed).newValue
    self.table = table
    self.successors = successors
    self.first = first
  }
}

/// Without effect on what is read: options that differ in it alone are equal.
extension LikelyNames: Hashable {
  package static func == (left: LikelyNames, right: LikelyNames) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}
}
