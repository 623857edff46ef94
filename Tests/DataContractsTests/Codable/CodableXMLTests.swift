import DataContracts
import DataContractsFoundation
import Foundation
import TestSupport
import Testing

/// C#'s types of the vectors as plain Swift types.
enum Zoo {
  struct Item: Codable, Equatable {
    var id: Int32 = 0
    var name: String?

    enum CodingKeys: String, CodingKey {
      case id = "Id"
      case name = "Name"
    }
  }

  enum Color: String, Codable, CodingKeyRepresentable {
    case red = "Red"
    case green = "Green"
    case blue = "Blue"
  }

  struct Lists: Codable, Equatable {
    var ints: [Int32]?
    var strings: [String?]?
    var arr: [String?]?
    var items: [Item?]?
    var itemArr: [Item]?
    var nullables: [Int32?]?
    var colors: [Color]?
  }

  struct Nested: Codable, Equatable {
    var lL: [[Int32]?]
    var jA: [[Int32]]
    var lLI: [[Item?]]
    var lSA: [[String]]
    var lD: [[String: Int32]]
  }

  struct Dicts: Codable, Equatable {
    var sS: [String: String?]?
    var sI: [String: Int32]?
    var sItem: [String: Item?]?
    var iL: [Int32: [String]?]?
    var cB: [Color: Bool]?
    var sO: [String: Everything.Inner]?
    var gD: [UUID: Date]?
    var sD: [String: [String: Int32]]?
    var sN: [String: Int32?]?
    var sA: [String: [Item]]?
  }

  struct ApiResponse<T: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    var status: String?
    var message: String?
    var response: T
  }

  struct Pair<A: Codable & Equatable & Sendable, B: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    var first: A
    var second: B
  }
}

@Suite("Codable types in DataContractSerializer's XML")
struct CodableXMLTests {
  /// A value, and the vector whose bytes it has.
  struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    let isRead: @Sendable ([UInt8], any DocumentFormat, CodableOptions) throws -> Bool
    let write: @Sendable (any DocumentFormat, CodableOptions) throws -> [UInt8]
    let document: @Sendable (CodableOptions) throws -> Document
    let memberNames: CodableOptions.MemberNames

    init<T: Codable & Equatable & Sendable>(
      _ name: String, _ value: T, _ memberNames: CodableOptions.MemberNames = .pascalCase
    ) {
      self.name = name
      self.memberNames = memberNames
      isRead = { bytes, format, options in try format.decode(T.self, from: bytes, options: options) == value }
      write = { format, options in try format.encode(value, options: options) }
      document = { try Document(encoding: value, shape: .elements, options: $0) }
    }

    var testDescription: String { name }

    var options: CodableOptions {
      var options = CodableOptions()
      options.memberNames = memberNames
      options.nilMembers = .written
      options.xml.namespace = .clr("Zoo")
      return options
    }
  }

  private static let vectors = [
    Vector("lists-null", Zoo.Lists()),
    Vector("lists-empty", Zoo.Lists(ints: [], strings: [], arr: [], items: [], itemArr: [], nullables: [], colors: [])),
    Vector("lists-null-items", Zoo.Lists(strings: [nil, nil], arr: [nil], items: [nil, Zoo.Item(), nil])),
    Vector(
      "lists-set",
      Zoo.Lists(
        ints: [1, -2, 3], strings: ["a", "", " b "], arr: ["x", nil],
        items: [Zoo.Item(id: 1, name: "one"), Zoo.Item(id: 2)], itemArr: [Zoo.Item(name: "arr")],
        nullables: [1, nil, 3], colors: [.blue, .red])),
    Vector(
      "nested-lists",
      Zoo.Nested(
        lL: [[1, 2], [], nil, [3]], jA: [[1], [], [2, 3]], lLI: [[Zoo.Item(id: 1)], [nil]], lSA: [["a", "b"], []],
        lD: [["a": 1], [:]])),
    Vector("dicts-null", Zoo.Dicts()),
    Vector(
      "dicts-empty",
      Zoo.Dicts(sS: [:], sI: [:], sItem: [:], iL: [:], cB: [:], sO: [:], gD: [:], sD: [:], sN: [:], sA: [:])),
    Vector("top-dict-empty", [String: String]()),
    Vector("top-dict-item", ["k": Zoo.Item(id: 1)]),
    Vector("top-list-item-empty", [Zoo.Item]()),
    Vector("top-array-item", [Zoo.Item(id: 1, name: "a"), nil, Zoo.Item()]),
    Vector("top-list-nullable", [Int32?](arrayLiteral: 1, nil)),
    Vector("top-list-bytes", [[1], []] as [[UInt8]]),
    Vector("top-list-generic", [Zoo.Pair<Int32, String?>(first: 1, second: nil)]),
    Vector("generic-api-int", Zoo.ApiResponse(response: Int32(5)), .asDeclared),
    Vector("generic-api-string", Zoo.ApiResponse(response: "r"), .asDeclared),
    Vector("generic-api-item", Zoo.ApiResponse(status: "ok", response: Zoo.Item(id: 1, name: "n")), .asDeclared),
    Vector("generic-api-list", Zoo.ApiResponse(response: [Zoo.Item(id: 1)]), .asDeclared),
    Vector("generic-api-array", Zoo.ApiResponse(response: [Zoo.Item()]), .asDeclared),
    Vector(
      "generic-api-nested", Zoo.ApiResponse(response: Zoo.ApiResponse(response: Zoo.Item())), .asDeclared),
    Vector(
      "generic-pair-items",
      Zoo.Pair(first: Zoo.Item(), second: Zoo.Pair(first: Zoo.Item?.none, second: Zoo.Color.blue))),
    Vector("generic-api-nullable", Zoo.ApiResponse(response: Int32?.none), .asDeclared),
    Vector("generic-api-dict", Zoo.ApiResponse(response: ["a": Int32(1)]), .asDeclared),
  ]

  private static let files = VectorFile.all.filter { $0.name.hasPrefix("datacontract") && $0.name.hasSuffix(".xml") }

  @Test("what .NET writes is written and read, on one line, indented and as a stream", arguments: vectors, files)
  func bytes(vector: Vector, file: VectorFile) throws {
    let expected = try Fixtures.vector("write/\(vector.name)/\(file.name)")
    let format = try file.wireFormat()
    let written = try vector.write(format, vector.options)
    #expect(String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(try vector.isRead(expected, format, vector.options))
  }

  // Binary data that is copied without a contract is text, whose empty element is written in another way.
  @Test("a copy of a document has the same bytes", arguments: vectors.filter { $0.name != "top-list-bytes" })
  func copies(vector: Vector) throws {
    var builder = DocumentBuilder(format: "document")
    try builder.copy(vector.document(vector.options).root)
    let expected = try Fixtures.vector("write/\(vector.name)/datacontract.xml")
    let written = try XMLFormat.dataContract.encode(builder.finish())
    #expect(String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  /// The options under which the vectors' classes are written.
  private static var options: CodableOptions {
    Vector("", 0).options
  }

  private static let dictionaries = Zoo.Dicts(
    sS: ["a": "1", "": "", "n": nil, "x y": "<&>"], sI: ["one": 1],
    sItem: ["i": Zoo.Item(id: 1, name: "n"), "z": nil], iL: [1: ["a", "b"], 2: [], 3: nil], cB: [.green: true],
    gD: [
      UUID(uuid: (0, 0, 0, 3, 0, 3, 0, 4, 1, 2, 3, 4, 5, 6, 7, 3)): Date(timeIntervalSince1970: 1_580_608_922)
    ], sD: ["o": ["i": 5]], sN: ["a": 1, "b": nil], sA: ["k": [Zoo.Item(id: 9)]])

  // .NET writes entries in the order in which they were added, of which `SS` has none that Swift's dictionaries have;
  // `SO` has objects of any type.
  @Test("dictionaries are .NET's entries", arguments: ["CB", "GD", "IL", "SA", "SD", "SI", "SItem", "SN"])
  func dictionaries(member: String) throws {
    let expected = String(decoding: try Fixtures.vector("write/dicts-set/datacontract.xml"), as: UTF8.self)
    let text = String(
      decoding: try XMLFormat.dataContract.encode(Self.dictionaries, options: Self.options), as: UTF8.self)
    let element = try Regex("<\(member) .*</\(member)>")
    let written = try #require(text.firstMatch(of: element)?.output[0].substring)
    #expect(try #require(expected.firstMatch(of: element)?.output[0].substring) == written)
  }

  @Test("dictionaries with null are read") func dictionariesRead() throws {
    let bytes = try XMLFormat.dataContract.encode(Self.dictionaries, options: Self.options)
    #expect(try XMLFormat.dataContract.decode(Zoo.Dicts.self, from: bytes, options: Self.options) == Self.dictionaries)
  }

  /// The name of the root element of a value of a generic type.
  private static func rootName<T: Encodable>(of type: T.Type, _ value: T) throws -> Substring {
    let text = String(decoding: try XMLFormat.dataContract.encode(value, options: options), as: UTF8.self)
    return text.dropFirst().prefix { $0 != " " }
  }

  /// A generic type that has no value of its argument.
  struct Tagged<Tag>: Codable {
    var value = 1

    static var rootName: Substring { get throws { try CodableXMLTests.rootName(of: Self.self, Self()) } }
  }

  final class Outer<Part>: Codable {
    struct Inner: Codable { var value = 1 }
    struct Pair<Other>: Codable { var value = 1 }
    enum Empty {}
    enum Value: Int, Codable { case one = 1 }
  }

  private struct Hidden {}

  @Test("a generic type is named after what .NET calls its arguments") func scalarArguments() throws {
    #expect(try Tagged<Bool>.rootName == "TaggedOfboolean")
    #expect(try Tagged<Int>.rootName == "TaggedOflong")
    #expect(try Tagged<Int8>.rootName == "TaggedOfbyte")
    #expect(try Tagged<Int16>.rootName == "TaggedOfshort")
    #expect(try Tagged<Int32>.rootName == "TaggedOfint")
    #expect(try Tagged<UInt8>.rootName == "TaggedOfunsignedByte")
    #expect(try Tagged<UInt16>.rootName == "TaggedOfunsignedShort")
    #expect(try Tagged<UInt32>.rootName == "TaggedOfunsignedInt")
    #expect(try Tagged<UInt64>.rootName == "TaggedOfunsignedLong")
    #expect(try Tagged<Int128>.rootName == "TaggedOfdecimal")
    #expect(try Tagged<Double>.rootName == "TaggedOfdouble")
    #expect(try Tagged<Float>.rootName == "TaggedOffloat")
    #expect(try Tagged<Date>.rootName == "TaggedOfdateTime")
    #expect(try Tagged<UUID>.rootName == "TaggedOfguid")
    #expect(try Tagged<Decimal>.rootName == "TaggedOfdecimal")
    #expect(try Tagged<URL>.rootName == "TaggedOfanyURI")
    #expect(try Tagged<Data>.rootName == "TaggedOfbase64Binary")
    #expect(try Tagged<[UInt8]>.rootName == "TaggedOfbase64Binary")
    #expect(try Tagged<DotNetTimeSpan>.rootName == "TaggedOfduration")
    #expect(try Tagged<DotNetDateTimeOffset>.rootName.hasPrefix("TaggedOfDateTimeOffset"))
    #expect(try Tagged<String?>.rootName == "TaggedOfstring")
  }

  // The digests are those that .NET's generic classes of the same arguments have in the vectors.
  @Test("arguments that are not built in add a digest of their namespaces") func digests() throws {
    #expect(try Tagged<Zoo.Item>.rootName == "TaggedOfItemXnRlto51")
    #expect(try Tagged<Zoo.Item?>.rootName == "TaggedOfItemXnRlto51")
    #expect(try Tagged<[Zoo.Item]>.rootName == "TaggedOfArrayOfItemXnRlto51")
    #expect(try Tagged<Set<String>>.rootName == "TaggedOfArrayOfstringuHEDJ7Dj")
    #expect(try Tagged<[String: Int32]>.rootName == "TaggedOfArrayOfKeyValueOfstringintuHEDJ7Dj")
    #expect(try Tagged<Int32?>.rootName == "TaggedOfNullableOfint5F2dSckg")
    #expect(try Tagged<Tagged<Zoo.Item>>.rootName == "TaggedOfTaggedOfItemXnRlto51XnRlto51")
    #expect(
      try Tagged<Zoo.Pair<Zoo.Item, Zoo.Color>>.rootName == "TaggedOfPairOfItemColor0ma1Rp0IXnRlto51")
  }

  @Test("an argument with a data contract has the contract's name and namespace") func contractArguments() throws {
    let point = ContractName.generic("Tagged", of: [HandWrittenPoint.dataContractName], namespace: "")
    #expect(try Tagged<HandWrittenPoint>.rootName == point.localName)
    #expect(point.localName.hasPrefix("TaggedOfPoint"))
    #expect(try Tagged<ByteList>.rootName == "TaggedOfArrayOfunsignedByteuHEDJ7Dj")
  }

  @Test("types nested in generic types have their own arguments alone") func nestedArguments() throws {
    #expect(try Self.rootName(of: Outer<Int>.Inner.self, Outer<Int>.Inner()) == "Inner")
    #expect(try Self.rootName(of: Outer<Int>.Pair<Bool>.self, Outer<Int>.Pair()) == "PairOfboolean")
    #expect(try Tagged<Outer<Zoo.Item>.Pair<Bool>>.rootName == "TaggedOfPairOfbooleanXnRlto51")
    #expect(try Tagged<Outer<Tagged<Int>>.Empty>.rootName == "TaggedOfEmptyXnRlto51")
    #expect(
      try Tagged<[Outer<Outer<Int>.Pair<Bool>>.Value?]>.rootName == "TaggedOfArrayOfNullableOfValueXnRlto515F2dSckg")
  }

  @Test("private and local types are taken for classes without a contract") func hiddenArguments() throws {
    struct Local: Hashable {}
    #expect(try Tagged<Hidden>.rootName == "TaggedOfHiddenXnRlto51")
    #expect(try Tagged<Local>.rootName == "TaggedOfLocalXnRlto51")
    #expect(try Tagged<Hidden?>.rootName == "TaggedOfHiddenXnRlto51")
    #expect(try Tagged<[Local]>.rootName == "TaggedOfArrayOfLocalXnRlto51")
    #expect(try Tagged<Set<Local?>>.rootName == "TaggedOfArrayOfLocalXnRlto51")
    #expect(
      try Tagged<[String: Hidden]>.rootName == "TaggedOfArrayOfKeyValueOfstringHiddenRPrglZVOuHEDJ7Dj")
    #expect(try Tagged<Tagged<Local>>.rootName == "TaggedOfTaggedOfLocalXnRlto51XnRlto51")
  }

  @Test("what is no type with a name is its text") func unnamedArguments() throws {
    #expect(try Tagged<()>.rootName == "TaggedOf_x0028__x0029_XnRlto51")
    #expect(
      try Tagged<(Int, a: Hidden)>.rootName == "TaggedOf_x0028_Int_x002C__x0020_a_x003A__x0020_Hidden_x0029_XnRlto51")
    #expect(try Tagged<(Int) -> [Bool]>.rootName.hasPrefix("TaggedOf_x0028_Int_x0029__x0020_-_x003E__x0020_"))
    #expect(try Tagged<Zoo.Item.Type>.rootName == "TaggedOfItem.TypeXnRlto51")
  }
}
