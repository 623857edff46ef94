import DataContractsCore
import DataContractsJSON
import DataContractsSchema
import Foundation
import TestSupport
import Testing

@Suite("JSON that .NET wrote")
struct VectorTests {
  /// What an XSD does not say, or what is to come, by the case's name.
  private static let deferred = [
    (prefix: "poly-", reason: "derived types are not told by Json.NET"),
    (prefix: "object-", reason: "objects in members of type object have no type of their own"),
    (prefix: "ref-", reason: "$id and $ref"),
    (prefix: "keyvaluepair", reason: "KeyValuePair's members are named otherwise in JSON than in XML"),
    (prefix: "fields-and-ignored", reason: "read-only members are written and in no contract"),
    (prefix: "qname", reason: "XmlQualifiedName is an object in JSON"),
  ]

  private struct Case: CustomStringConvertible {
    let name: String
    let root: QualifiedName
    var description: String { name }

    func file(_ file: String) -> [UInt8]? { try? Fixtures.vector("write/\(name)/\(file)") }
  }

  private static func cases() throws -> [Case] {
    let index = try JSONSerialization.jsonObject(with: Data(Fixtures.vector("index.json")))
    let entries = try #require((index as? [String: Any])?["write"] as? [[String: Any]])
    return entries.compactMap { entry in
      guard let name = entry["name"] as? String, let contract = entry["contract"] as? [String: String],
        let namespace = contract["element_ns"], let element = contract["element_name"],
        !deferred.contains(where: { name.hasPrefix($0.prefix) })
      else { return nil }
      return Case(name: name, root: QualifiedName(namespace: namespace, localName: element))
    }
  }

  private static func contract() throws -> Contract {
    let folder = Fixtures.vectors.appending(path: "xsd")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
      .sorted()
    return try Contract(
      xsdFiles: names.map { (name: $0, bytes: try [UInt8](Data(contentsOf: folder.appending(path: $0)))) })
  }

  /// Reads one file of each case and writes another, which falls back to the one that it is the same as.
  private func check(
    _ source: String, to target: String, orElse fallback: String, _ format: JSONFormat, atLeast: Int,
    except: (String) -> Bool = { _ in false }
  ) throws {
    let contract = try Self.contract()
    var written = 0
    for item in try Self.cases() where !except(item.name) {
      guard let input = item.file(source), let expected = item.file(target) ?? item.file(fallback),
        item.file("\(target).error.txt") == nil, let rooted = try? contract.rooted(at: item.root.description)
      else { continue }
      let output = try format.encode(JSONFormat.webAPI.decode(input, as: rooted))
      #expect(String(decoding: output, as: UTF8.self) == String(decoding: expected, as: UTF8.self), "\(item.name)")
      written += 1
    }
    #expect(written >= atLeast)
    print("\(source) to \(target): \(written) cases")
  }

  @Test("Json.NET's compact, indented and camelCase output")
  func jsonNet() throws {
    try check("jsonnet.json", to: "jsonnet.json", orElse: "jsonnet.json", .webAPI, atLeast: 150)
    try check(
      "jsonnet.json", to: "jsonnet-indented.json", orElse: "jsonnet.json", JSONFormat(dialect: .webAPI, indentation: 2),
      atLeast: 150)
    try check("jsonnet.json", to: "jsonnet-camel.json", orElse: "jsonnet.json", .camelCase, atLeast: 150)
  }

  /// A .NET service takes dates without a zone for its own zone's; the vectors were made in Asia/Dubai.
  private func inDubai(_ format: JSONFormat) -> JSONFormat {
    var format = format
    format.dialect.unspecifiedDateOffset = 240
    return format
  }

  @Test("DataContractJsonSerializer's output")
  func dataContract() throws {
    try check(
      "jsonnet.json", to: "datacontract.json", orElse: "datacontract.json", inDubai(.dataContractJSON), atLeast: 130
    ) { name in
      // Json.NET's `.0` tells no decimals 5 and 5.0 apart; NaN is written bare by .NET; URIs are normalised by it; a
      // member whose name is that of another one's encoded name is dropped by it; half a surrogate pair is in no document.
      [
        "decimal-", "custom-collections", "top-pricemap", "double-specials", "float-specials", "uri-various", "renamed",
        "string-lone-",
      ].contains { name.hasPrefix($0) }
    }
  }

  @Test("ServiceStack's output")
  func serviceStack() throws {
    let differs = { (name: String) in
      // As above, and: holes in lists, unescaped names, structures by ToString, undeclared names of enumerations, and
      // private members after public ones.
      [
        "decimal-", "custom-collections", "top-pricemap", "double-specials", "float-specials", "uri-various", "renamed",
        "bytes-empty", "nested-lists", "struct-", "mp-", "enum-not-a-member", "optin-private",
      ].contains { name.hasPrefix($0) }
    }
    try check(
      "jsonnet.json", to: "servicestack.json", orElse: "servicestack.json", inDubai(.serviceStack), atLeast: 120,
      except: differs)
    try check(
      "jsonnet.json", to: "servicestack-camel.json", orElse: "servicestack.json", inDubai(.serviceStackCamelCase),
      atLeast: 120, except: differs)
  }
}
