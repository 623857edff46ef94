import DataContracts
import Foundation
import TestSupport
import Testing

@Suite("Third-party forms")
struct FormConformanceTests {
  @Test("are read or refused as they say") func cases() throws {
    guard let cases = try ConformanceCase.all("form") else {
      print("forms: DATA_CONTRACTS_CONFORMANCE is not set, no third-party case has run")
      return
    }
    var accepted = 0
    for test in cases {
      guard let document = try? format(of: test).decode(test.input) else {
        #expect(test.expect != "accept", "\(test.name) must be read")
        continue
      }
      accepted += 1
      #expect(test.expect != "reject", "\(test.name) must be refused")
      try check(document, test)
    }
    print("forms: \(cases.count) third-party cases, \(accepted) of them read")
    #expect(cases.count > 100)
  }

  private func format(of test: ConformanceCase) -> FormFormat {
    var format = FormFormat.bracketed
    // These cases count no field between two `&`.
    format.skipsEmptyFields = test.name.hasPrefix("wpt")
    let limits = test.entry["limits"] as? [String: Int] ?? [:]
    format.decoding.limits.formPairs = limits["values"] ?? 1_000
    format.decoding.limits.nameBytes = limits["key_length"] ?? 50_000
    return format
  }

  private func check(_ document: Document, _ test: ConformanceCase) throws {
    if let tree = test.entry["expected_tree"] {
      #expect(try CanonicalJSON.text(document) == CanonicalJSON.text(tree), "\(test.name)")
    } else if let pairs = test.entry["expected_pairs"] as? [[String]], !pairs.contains(where: { $0[0].contains("[") }) {
      #expect(Self.fields(of: document.root) == Self.fields(pairs), "\(test.name)")
    } else if let pairs = test.entry["expected_pairs"] as? [[String]] {
      let leaves = Self.leaves(document.root).sorted()
      #expect(leaves == pairs.map { $0[1] }.sorted(), "\(test.name) loses nothing")
    }
  }

  /// The values under each name, names in the order of their first mention.
  private static func fields(_ pairs: [[String]]) -> [[String]] {
    var names: [String] = []
    for pair in pairs where !names.contains(pair[0]) { names.append(pair[0]) }
    return names.map { name in [name] + pairs.filter { $0[0] == name }.map { $0[1] } }
  }

  private static func fields(of root: Document.Cursor) -> [[String]] {
    root.members.map { member in [member.name ?? ""] + leaves(member) }
  }

  private static func leaves(_ value: Document.Cursor) -> [String] {
    switch value.kind {
    case .object: value.members.flatMap { leaves($0) }
    case .list: value.items.flatMap { leaves($0) }
    default: [value.text ?? ""]
    }
  }
}
