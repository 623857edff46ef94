import DataContracts
import Foundation
import TestSupport
import Testing

@Suite("Third-party multipart bodies")
struct MultipartConformanceTests {
  @Test("are read or refused as they say") func cases() throws {
    guard let cases = try ConformanceCase.all("multipart") else {
      print("multipart: DATA_CONTRACTS_CONFORMANCE is not set, no third-party case has run")
      return
    }
    var accepted = 0
    for test in cases {
      guard let document = try? decode(test) else {
        #expect(test.expect != "accept", "\(test.name) must be read")
        continue
      }
      accepted += 1
      #expect(test.expect != "reject", "\(test.name) must be refused")
      check(document, test)
    }
    print("multipart: \(cases.count) third-party cases, \(accepted) of them read")
    #expect(cases.count > 100)
  }

  private func decode(_ test: ConformanceCase) throws -> Document {
    var format = try MultipartFormat(contentType: test.entry["content_type"] as? String ?? "")
    let limits = test.entry["limits"] as? [String: Int] ?? [:]
    format.decoding.limits.partHeaders = limits["headers"] ?? 16
    format.decoding.limits.partHeaderBytes = limits["header_bytes"] ?? 16_384
    return try format.decode(test.input)
  }

  private func check(_ document: Document, _ test: ConformanceCase) {
    guard let expected = test.entry["expected"] as? [String: Any], let parts = expected["parts"] as? [[String: Any]]
    else {
      return
    }
    var seen: [String: Int] = [:]
    for part in parts {
      let name = part["name"] as? String ?? ""
      let found = value(name, occurrence: seen[name, default: 0], of: parts, in: document)
      seen[name, default: 0] += 1
      guard let found else {
        // Without a contract an index that is no item of a list is a member's name.
        if test.expect == "either", let text = part["body_text"] as? String {
          #expect(document.description.contains("text \"\(text)\""), "\(test.name) loses nothing")
          continue
        }
        Issue.record("\(test.name) has no part \(name)")
        continue
      }
      if let text = part["body_text"] as? String { #expect(content(found) == Array(text.utf8), "\(test.name) \(name)") }
      if let base64 = part["body_base64"] as? String {
        #expect(content(found) == Data(base64Encoded: base64).map { [UInt8]($0) }, "\(test.name) \(name)")
      }
      if let fileName = part["filename"] ?? part["filename_star"] {
        #expect(found.file?.name == fileName as? String, "\(test.name) \(name)")
      }
    }
  }

  private func value(
    _ name: String, occurrence: Int, of parts: [[String: Any]], in document: Document
  ) -> Document.Cursor? {
    let value = document.root[Self.path(name)]
    let isRepeated = name.hasSuffix("[]") || parts.count { $0["name"] as? String == name } > 1
    return isRepeated ? value?[occurrence] : value
  }

  /// The path that a name stands for: `a[0].b` and `a[0][b]` alike.
  private static func path(_ name: String) -> DocumentPath {
    guard !name.isEmpty else { return DocumentPath([.member("")]) }
    let steps = name.replacingOccurrences(of: "]", with: "").split { $0 == "[" || $0 == "." }
    return DocumentPath(steps.map { step in Int(step).map { .index($0) } ?? .member(String(step)) })
  }

  private func content(_ value: Document.Cursor) -> [UInt8]? {
    value.file?.content ?? value.text.map { Array($0.utf8) }
  }
}
