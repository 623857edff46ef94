import DataContractsCore
import DataContractsSchema
import DataContractsXML
import Foundation
import TestSupport
import Testing

@Suite("Documents of the vectors under their schemas")
struct VectorDocumentTests {
  /// A written case whose root contract the exporter has described.
  private struct Case {
    let name: String
    let root: QualifiedName
  }

  private static func cases() throws -> [Case] {
    let index = try json("index.json")
    let written = try #require(index["write"] as? [[String: Any]])
    return written.compactMap { entry in
      guard let name = entry["name"] as? String, let contract = entry["contract"] as? [String: String],
        let localName = contract["element_name"], let namespace = contract["element_ns"],
        let files = entry["files"] as? [String: Any], files["datacontract.xml"] != nil
      else { return nil }
      return Case(name: name, root: QualifiedName(namespace: namespace, localName: localName))
    }
  }

  private static func json(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: Fixtures.vectors.appending(path: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("every document that DataContractSerializer wrote reads under the root that its file begins with")
  func decode() throws {
    let contract = try Schemas.zoo.get()
    let cases = try Self.cases()
    var failures: [String: String] = [:]
    for item in cases {
      let bytes = try Fixtures.vector("write/\(item.name)/datacontract.xml")
      do throws(DocumentError) {
        _ = try XMLFormat.dataContract.decode(bytes, as: contract.rooted(at: item.root.description))
      } catch {
        failures[item.name] = error.description
      }
    }
    print("decoded \(cases.count - failures.count) of \(cases.count) documents of the vectors")
    for (name, failure) in failures.sorted(by: { $0.key < $1.key }) { print("  \(name): \(failure)") }
    #expect(failures.isEmpty)
    #expect(cases.count >= 150)
  }
}
