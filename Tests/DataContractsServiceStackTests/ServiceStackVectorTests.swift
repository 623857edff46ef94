import DataContracts
import Foundation
import TestSupport
import Testing

/// What ServiceStack.Text wrote and read.
@Suite("ServiceStack's text formats that .NET wrote")
struct ServiceStackVectorTests {
  /// Cases whose own file is not written again byte for byte, and why.
  private static let differences: [String: [String: String]] = [
    "jsv": [
      "enum-not-a-member": "a value that is no [EnumMember] is in no contract",
      "fields-and-ignored": "read-only properties are in no contract",
      "struct-default": "a structure is written as its type's name, and nothing of it can be read",
      "struct-members": "a structure is written as its type's name, and nothing of it can be read",
      "ref-cycle-self": "a cycle is cut off by a name without a value",
      "optin-private": "private members come last",
    ],
    "csv": [
      "enum-not-a-member": "a value that is no [EnumMember] is in no contract",
      "fields-and-ignored": "read-only properties are in no contract",
      "struct-default": "a structure is written as its type's name, and nothing of it can be read",
      "struct-members": "a structure is written as its type's name, and nothing of it can be read",
      "optin-private": "private members are left out",
      "generic-both-hash": "of a [DataContract] the first property that is no value is written alone",
      "generic-wrap-named": "of a [DataContract] the first property that is no value is written alone",
      "ns-c-root-list": "of a [DataContract] its first list is written alone",
      "ns-deep": "of a [DataContract] the first property that is no value is written alone",
      "ns-empty-root": "of a [DataContract] the first property that is no value is written alone",
      "ns-siblings": "of a [DataContract] its first list is written alone",
      "ref-shared-and-not": "of a [DataContract] the first property that is no value is written alone",
      "sparse-all-set": "of a [DataContract] its first list is written alone",
      "top-list-bytes": "of a list of byte[] the properties of arrays are written",
      "top-list-object": "of a list of object the properties of each are written",
      "top-list-of-list": "of a list of lists their lengths are written",
    ],
    "query": [
      "char-various": "an ampersand is not escaped in a char",
      "enum-not-a-member": "a value that is no [EnumMember] is in no contract",
      "fields-and-ignored": "read-only properties are in no contract",
      "struct-default": "a structure is written as its type's name, and nothing of it can be read",
      "struct-members": "a structure is written as its type's name, and nothing of it can be read",
      "ref-cycle-self": "a cycle is cut off by a name without a value",
      "optin-private": "private members come last",
      "object-mixed": "binary data in a member of type object cannot be told from text",
      "poly-root-base": "the root's type is not said, and so a derived one's members are unknown",
      "poly-root-base-foreign": "the root's type is not said, and so a derived one's members are unknown",
      "top-uri": "a Uri is written as its properties",
    ],
  ]

  @Test(
    "what was written is read and written again, byte for byte",
    arguments: [("servicestack.jsv", 160), ("servicestack.csv", 150), ("servicestack.qs", 155)])
  func roundTrips(_ name: String, _ least: Int) throws {
    let file = try #require(VectorFile.all.first { $0.name == name })
    let format = try file.wireFormat()
    let differences = try #require(Self.differences[file.format])
    var equal = 0
    for vector in WriteVectors.all {
      guard let bytes = vector.bytes(file) else { continue }
      let written = try? format.encode(format.decode(bytes, as: vector.contract()))
      if differences[vector.name] == nil {
        #expect(written == bytes, "\(vector.name): \(String(decoding: written ?? [], as: UTF8.self))")
        equal += 1
      } else {
        #expect(written != bytes, "\(vector.name) differs no more")
      }
    }
    print("\(name): \(equal) written again, \(differences.count) otherwise")
    #expect(equal >= least)
  }

  private struct ReadCase {
    let name: String
    let folder: String
    let root: String
    let isError: Bool

    func json(_ format: any DocumentFormat) throws -> String {
      let contract = try WriteVectors.contract.get()
      let type = root.hasPrefix("System.Collections.Generic.List<") ? "ArrayOf" : ""
      let name = root.split(whereSeparator: { ".<>".contains($0) }).last.map(String.init) ?? ""
      let rooted = try contract.rooted(at: "{http://schemas.datacontract.org/2004/07/Zoo}\(type)\(name)")
      return try CanonicalJSON.text(format.decode(Fixtures.vector("\(folder)/input.bin"), as: rooted))
    }
  }

  private func cases(_ format: String) throws -> [ReadCase] {
    let index = try JSONSerialization.jsonObject(with: Data(Fixtures.vector("index.json"))) as? [String: Any]
    return (index?["read"] as? [[String: Any]] ?? []).filter { $0["format"] as? String == format }.map { entry in
      let name = entry["name"] as? String ?? ""
      return ReadCase(
        name: name, folder: "read/\(format)/\(name)", root: entry["root"] as? String ?? "",
        isError: entry["result"] as? String == "error")
    }
  }

  /// Cases that ServiceStack reads otherwise, and what they are here.
  private static let readDifferences = [
    // UTC becomes local time there, and a date without a time that of the reader's zone.
    "dates": #"{"L":null,"N":"2026-02-04T06:54:54.5659927Z","V":"2026-02-04T00:00:00"}"#,
    // A number of no digits is 0 there.
    "item-empty-value": nil,
  ]

  @Test("what ServiceStack read is read, or refused, save for differences that are meant", arguments: ["jsv", "csv"])
  func reading(_ name: String) throws {
    let format = try #require(try WireFormat.named(name)?.format())
    let cases = try cases("servicestack-\(name)")
    #expect(cases.count >= 6)
    for item in cases {
      let read = try? item.json(format)
      if let difference = Self.readDifferences[item.name] {
        #expect(read == difference, "\(item.name)")
      } else if item.isError {
        #expect(read == nil, "\(item.name)")
      } else {
        let expected = try JSONSerialization.jsonObject(
          with: Data(Fixtures.vector("\(item.folder)/expected.json")), options: .fragmentsAllowed)
        #expect(try read == CanonicalJSON.text(expected), "\(item.name)")
      }
    }
  }

  @Test("under .NET's tolerance a number of no digits is 0, as ServiceStack reads it") func tolerance() throws {
    var settings = WireFormat.Settings()
    settings.decoding = .likeDotNet
    let format = try #require(try WireFormat.named("jsv")?.format(settings))
    let item = try #require(try cases("servicestack-jsv").first { $0.name == "item-empty-value" })
    #expect(try item.json(format) == #"{"Id":0,"Name":null}"#)
  }
}
