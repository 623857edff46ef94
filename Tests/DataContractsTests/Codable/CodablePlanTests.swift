import DataContracts
import Foundation
import Testing

/// What coding a type has found out is kept for its next value, which may look otherwise.
@Suite("Codable types met before")
struct CodablePlanTests {
  struct Item: Codable, Equatable {
    var id: Int
    var name: String?
    var inner: [Item]?
    var after: String?
  }

  private static func decode(
    _ json: String, names: CodableOptions.MemberNames = .asDeclared
  ) throws -> Item {
    var options = CodableOptions()
    options.memberNames = names
    return try JSONFormat.webAPI.decode(Item.self, from: Array(json.utf8), options: options)
  }

  @Test("members that the first document lacked, or had in another order") func otherMembers() throws {
    #expect(try Self.decode(#"{"id":1}"#) == Item(id: 1))
    #expect(try Self.decode(#"{"after":"z","x":0,"name":"n","id":2}"#) == Item(id: 2, name: "n", after: "z"))
    #expect(try Self.decode(#"{"id":3,"name":null}"#) == Item(id: 3))
    #expect(throws: DecodingError.self) { try Self.decode(#"{"name":"n"}"#) }
    #expect(try Self.decode(#"{"id":4,"name":"m"}"#) == Item(id: 4, name: "m"))
  }

  @Test("members after an object that has members of the same names") func nested() throws {
    let json = #"{"inner":[{"id":2,"name":"b","after":"y"},{"id":3}],"after":"x","id":1}"#
    let expected = Item(id: 1, inner: [Item(id: 2, name: "b", after: "y"), Item(id: 3)], after: "x")
    for _ in 0..<3 { #expect(try Self.decode(json) == expected) }
    #expect(try Self.decode(#"{"id":1,"inner":[{"id":2,"after":"y"}]}"#).after == nil)
  }

  @Test("each policy of names, in turns") func policies() throws {
    for _ in 0..<3 {
      #expect(try Self.decode(#"{"id":1,"name":"a"}"#).name == "a")
      #expect(try Self.decode(#"{"Id":1,"Name":"b"}"#, names: .pascalCase).name == "b")
      #expect(try Self.decode(#"{"ID":1,"nAmE":"c"}"#, names: .camelCase).name == "c")
      #expect(try Self.decode(#"{"id":1,"Name":"d"}"#).name == nil)
    }
  }

  @Test("each namespace of XML, in turns") func namespaces() throws {
    for namespace in ["urn:a", "urn:b", "urn:a"] {
      var options = CodableOptions()
      options.xml.namespace = DataContractNamespace(stringLiteral: namespace)
      let value = Item(id: 1, name: "n", inner: [Item(id: 2)])
      let bytes = try XMLFormat.dataContract.encode(value, options: options)
      let instance = #"xmlns:i="http://www.w3.org/2001/XMLSchema-instance""#
      #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("<Item \(instance) xmlns=\"\(namespace)\">"))
      #expect(try XMLFormat.dataContract.decode(Item.self, from: bytes) == value)
    }
  }

  @Test("chosen names of XML's elements and .NET's, in turns", arguments: [[false, true], [true, false]])
  func elementNames(order: [Bool]) throws {
    struct Page<Row: Codable>: Codable {
      var rows: [Row]
      var counts: [String: Row]
      var none: [Row]
    }
    let arrays = #"xmlns:d2p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays""#
    for isChosen in order + order + order {
      var options = CodableOptions()
      if isChosen {
        options.xml.rootName = "page"
        options.xml.itemNames = ["Bool": "row"]
      }
      let (root, row) = isChosen ? ("page", "row") : ("PageOfboolean", "boolean")
      let value = Page(rows: [true], counts: ["a": false], none: [])
      let text = String(decoding: try XMLFormat.dataContract.encode(value, options: options), as: UTF8.self)
      #expect(
        text == """
          <\(root) xmlns:i="http://www.w3.org/2001/XMLSchema-instance" \
          xmlns="http://schemas.datacontract.org/2004/07/"><counts \(arrays)><d2p1:KeyValueOfstringboolean>\
          <d2p1:Key>a</d2p1:Key><d2p1:Value>false</d2p1:Value></d2p1:KeyValueOfstringboolean></counts>\
          <none \(arrays) /><rows \(arrays)><d2p1:\(row)>true</d2p1:\(row)></rows></\(root)>
          """)
    }
  }

  @Test("a document of memory after one of bytes") func documents() throws {
    #expect(try Self.decode(#"{"id":1,"name":"a"}"#).name == "a")
    let document = try JSONFormat.webAPI.decode(Array(#"{"name":"b","id":2}"#.utf8))
    for _ in 0..<2 { #expect(try document.decode(Item.self) == Item(id: 2, name: "b")) }
  }

  @Test("keys that a type makes of what it reads, many and ever others") func dynamicKeys() throws {
    struct Sum: Codable {
      var total = 0
      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys { total += try container.decode(Int.self, forKey: key) }
      }
      struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
      }
    }
    for round in 0..<40 {
      let members = (0..<100).map { "\"k\(round)_\($0)\":1" }.joined(separator: ",")
      #expect(try JSONFormat.webAPI.decode(Sum.self, from: Array("{\(members)}".utf8)).total == 100)
    }
  }

  @Test("in many threads at once") func threads() async throws {
    struct Shared: Codable, Equatable, Sendable {
      var a: Int
      var b: [String: String]
      var c: [Int]?
    }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for task in 0..<16 {
        group.addTask {
          let value = Shared(a: task, b: ["k\(task)": "v"], c: task.isMultiple(of: 2) ? nil : [task])
          return try (0..<200).allSatisfy { _ in
            try JSONFormat.webAPI.decode(Shared.self, from: JSONFormat.webAPI.encode(value)) == value
          }
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }
}
