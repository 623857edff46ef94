import DataContractsCore
import DataContractsXML
import Foundation
import TestSupport
import Testing

/// Third-party cases: which documents are XML, and what is in them.
@Suite("Conformance of XML")
struct ConformanceTests {
  @Test("cases are read or refused as their sources say")
  func cases() throws {
    guard let folder = Fixtures.conformance?.appending(path: "xml") else {
      print("XML conformance: not run, DATA_CONTRACTS_CONFORMANCE is not set")
      return
    }
    let index = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "index.json")))
    let entries = try #require((index as? [String: Any])?["cases"] as? [[String: Any]])
    let listed = Set(entries.compactMap { $0["file"] as? String })
    let present = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "cases").path)
    #expect(listed == Set(present.map { "cases/\($0)" }))
    var compared = 0
    for entry in entries {
      let file = try #require(entry["file"] as? String)
      let input = try [UInt8](Data(contentsOf: folder.appending(path: file)))
      if try check(entry, input) { compared += 1 }
    }
    print("XML conformance: \(entries.count) cases, the content of \(compared) compared")
    #expect(entries.count > 600)
  }

  /// Encodings and document types that this reader refuses on purpose are never wrong to refuse.
  private func isRefusedOnPurpose(_ entry: [String: Any], _ error: DocumentError) -> Bool {
    error.code == .unsupported || (entry["tags"] as? [String] ?? []).contains("doctype")
  }

  /// Returns whether the content was compared.
  private func check(_ entry: [String: Any], _ input: [UInt8]) throws -> Bool {
    let name = entry["name"] as? String ?? ""
    let expect = entry["expect"] as? String
    var format = XMLFormat.dataContract
    format.decoding.limits.depth = Limits.maximumDepth
    do {
      let document = try format.decode(input)
      #expect(expect != "reject", "\(name) was read")
      guard let expected = entry["expected"] ?? entry["expected_if_accepted"] else { return false }
      let tree = XMLTree(expected: expected)
      #expect(XMLTree(document.root.members.first { _ in true }) == tree, "\(name)")
      return true
    } catch {
      if expect == "accept" { #expect(isRefusedOnPurpose(entry, error), "\(name) was refused: \(error)") }
      return false
    }
  }
}

/// An element with its attributes and content, white space between elements aside.
private indirect enum XMLTree: Equatable {
  case element(name: String, attributes: Set<String>, content: [XMLTree])
  case text(String)

  init(expected: Any) {
    guard let parts = expected as? [Any], parts.count == 5 else {
      self = .text(expected as? String ?? "")
      return
    }
    let attributes = (parts[3] as? [[Any]] ?? []).map { attribute in
      "{\(attribute[0] as? String ?? "")}\(attribute[1])=\(attribute[2])"
    }
    let content = (parts[4] as? [Any] ?? []).map { XMLTree(expected: $0) }
    self = .element(
      name: "{\(parts[1] as? String ?? "")}\(parts[2])", attributes: Set(attributes), content: Self.normalized(content))
  }

  init(_ value: Document.Cursor?) {
    guard let value else {
      self = .text("")
      return
    }
    let name = "{\(value.namespace)}\(value.name ?? "")"
    guard value.kind == .object else {
      self = .element(name: name, attributes: [], content: Self.normalized([.text(value.text ?? "")]))
      return
    }
    let attributes = value.members.filter(\.isAttribute).map { "{\($0.namespace)}\($0.name ?? "")=\($0.text ?? "")" }
    let content = value.members.filter { !$0.isAttribute }.map { $0.name == "" ? XMLTree.text($0.text ?? "") : XMLTree($0) }
    self = .element(name: name, attributes: Set(attributes), content: Self.normalized(content))
  }

  /// Adjacent texts are one; empty ones are none, and blank ones beside elements neither.
  private static func normalized(_ content: [XMLTree]) -> [XMLTree] {
    var result: [XMLTree] = []
    for item in content {
      if case .text(let text) = item, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(item)
      }
    }
    let hasElements = result.contains { if case .element = $0 { true } else { false } }
    return result.filter { item in
      guard case .text(let text) = item else { return true }
      return hasElements ? !text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } : !text.isEmpty
    }
  }
}
