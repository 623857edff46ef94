import DataContracts
import DataContractsFoundation
import Foundation
import Testing

@Suite("Codable in every format")
struct CodableFormatTests {
  struct Chat: Codable, Equatable {
    var name: String
    var id: Int32
    var isOpen: Bool
    var tags: [String]
    var members: [Member]
    var started: Date
    var owner: UUID?
    var score: Double?
    var counts: [String: Int]
  }

  struct Member: Codable, Equatable {
    var name: String
    var roles: [Level]
  }

  static let chat = Chat(
    name: "a & b", id: -7, isOpen: true, tags: ["x", "y"],
    members: [Member(name: "m", roles: [.low]), Member(name: "n", roles: [.high, .low])],
    started: Date(timeIntervalSinceReferenceDate: 700_000_000), owner: nil, score: 1.5, counts: ["a b": 1, "c": 2])

  // CSV has rows alone, and a query's members have no others below them.
  @Test("what is written is read", arguments: WireFormat.all.map(\.name).filter { $0 != "csv" && $0 != "query" })
  func roundTrip(name: String) throws {
    let format = try #require(try WireFormat.named(name)?.format())
    #expect(try format.decode(Chat.self, from: format.encode(Self.chat)) == Self.chat)
    #expect(try format.decode(Interleaved.self, from: format.encode(Interleaved())) == Interleaved())
    #expect(try format.decode(NestingDog.self, from: format.encode(NestingDog())) == NestingDog())
    let values = [DotNetValues(), DotNetValues(letter: DotNetChar(0x35)), DotNetValues(letter: DotNetChar(0x20AC))]
    #expect(try format.decode(Wrapper<[DotNetValues]>.self, from: format.encode(Wrapper(values))) == Wrapper(values))
    let shapes = Wrapper(["k": [Figure.circle(1.5), .box(width: 1, height: 2), .both(.circle(1), .circle(2))]])
    #expect(try format.decode(Wrapper<[String: [Figure]]>.self, from: format.encode(shapes)) == shapes)
  }

  @Test("rows of CSV and members of a query are objects of scalars", arguments: ["csv", "query"])
  func flatFormats(name: String) throws {
    let format = try #require(try WireFormat.named(name)?.format())
    let value = Everything.Inner(name: "a, b", value: nil)
    if name == "csv" {
      #expect(try format.decode([Everything.Inner].self, from: format.encode([value])) == [value])
    } else {
      #expect(try format.decode(Everything.Inner.self, from: format.encode(value)) == value)
    }
  }

  @Test("bytes may lie in any collection or span") func inputs() throws {
    let bytes = try JSONFormat.webAPI.encode(Self.chat)
    #expect(try JSONFormat.webAPI.decode(Chat.self, from: Data(bytes)) == Self.chat)
    #expect(try JSONFormat.webAPI.decode(Chat.self, from: ([0] + bytes)[1...]) == Self.chat)
    #expect(try JSONFormat.webAPI.decode(Chat.self, from: bytes.span) == Self.chat)
    #expect(try JSONFormat.webAPI.decode(Chat.self, from: bytes.span.bytes) == Self.chat)
  }

  @Test("a document of memory is that of bytes") func documents() throws {
    let document = try Document(encoding: Self.chat)
    #expect(try document.decode(Chat.self) == Self.chat)
    #expect(document.root["members"]?[1]?["name"]?.string == "n")
    let xml = try Document(encoding: Self.chat, shape: .elements)
    #expect(try xml.decode(Chat.self, shape: .elements) == Self.chat)
  }

  @Test("a document under a contract becomes a value without one") func contractDocument() throws {
    let contract = try [String: [Int]].dataContract.get().contract
    let document = try JSONFormat.webAPI.decode(Array(#"{"a":[1,2]}"#.utf8), as: contract)
    #expect(try document.decode(Wrapper<[String: [Int]]>.self).value == ["a": [1, 2]])
  }

  @Test("XML is what DataContractSerializer writes for the same classes") func xml() throws {
    var options = CodableOptions()
    options.memberNames = .pascalCase
    options.xml.namespace = .clr("Shop")
    let text = String(decoding: try XMLFormat.dataContract.encode([Self.chat], options: options), as: UTF8.self)
    let arrays = #"xmlns:d3p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays""#
    #expect(
      text == """
        <ArrayOfChat xmlns:i="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns="http://schemas.datacontract.org/2004/07/Shop"><Chat>\
        <Counts \(arrays)><d3p1:KeyValueOfstringlong><d3p1:Key>a b</d3p1:Key><d3p1:Value>1</d3p1:Value>\
        </d3p1:KeyValueOfstringlong><d3p1:KeyValueOfstringlong><d3p1:Key>c</d3p1:Key><d3p1:Value>2</d3p1:Value>\
        </d3p1:KeyValueOfstringlong></Counts><Id>-7</Id><IsOpen>true</IsOpen>\
        <Members><Member><Name>m</Name><Roles><Level>1</Level></Roles></Member>\
        <Member><Name>n</Name><Roles><Level>9</Level><Level>1</Level></Roles></Member></Members>\
        <Name>a &amp; b</Name><Score>1.5</Score><Started>2023-03-08T20:26:40Z</Started>\
        <Tags \(arrays)><d3p1:string>x</d3p1:string><d3p1:string>y</d3p1:string></Tags></Chat></ArrayOfChat>
        """)
    #expect(try XMLFormat.dataContract.decode([Chat].self, from: Array(text.utf8), options: options) == [Self.chat])
  }

  @Test("XML's names and order can be chosen") func xmlNames() throws {
    var options = CodableOptions()
    options.xml.rootName = "people"
    options.xml.namespace = ""
    options.xml.memberOrder = .asEncoded
    options.xml.itemNames = ["Member": "person", "Level": "role"]
    let text = try XMLFormat.dataContract.encode(Self.chat.members, options: options)
    #expect(
      String(decoding: text, as: UTF8.self) == """
        <people xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><person><name>m</name><roles><role>1</role></roles></person>\
        <person><name>n</name><roles><role>9</role><role>1</role></roles></person></people>
        """)
    #expect(try XMLFormat.dataContract.decode([Member].self, from: text) == Self.chat.members)
  }

  @Test(
    "lists in XML: children of one name, a name that repeats, one alone, none",
    arguments: [
      ("<r><v><string>a</string><string>b</string></v></r>", ["a", "b"]), ("<r><v>a</v><v>b</v></r>", ["a", "b"]),
      ("<r><v>a</v></r>", ["a"]), ("<r><v/></r>", []), ("<r><v><x>a</x></v></r>", ["a"]),
    ])
  func xmlLists(xml: String, expected: [String]) throws {
    struct Holder: Decodable { var v: [String] }
    #expect(try XMLFormat.dataContract.decode(Holder.self, from: Array(xml.utf8)).v == expected)
  }

  @Test("an element whose children have several names is a list of itself") func xmlListOfOne() throws {
    struct Holder: Decodable { var v: [Everything.Inner] }
    let xml = "<r><v><name>a</name><value>1</value></v></r>"
    #expect(
      try XMLFormat.dataContract.decode(Holder.self, from: Array(xml.utf8)).v
        == [Everything.Inner(name: "a", value: 1)])
  }

  @Test("attributes are members, and the text beside them a value") func xmlAttributes() throws {
    struct Item: Decodable, Equatable {
      var id: Int
      var price: Double
      var name: String?
    }
    let xml =
      #"<item id="5"><price currency="EUR"> 2.50 </price><name xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/></item>"#
    #expect(
      try XMLFormat.dataContract.decode(Item.self, from: Array(xml.utf8)) == Item(id: 5, price: 2.5, name: nil))
  }

  @Test("nil in XML is written where it is asked for, and in lists") func xmlNil() throws {
    struct Holder: Codable, Equatable {
      var a: Int?
      var b: [Wrapper<Int?>]
    }
    var options = CodableOptions()
    options.nilMembers = .written
    let value = Holder(a: nil, b: [Wrapper(1), Wrapper(nil)])
    let bytes = try XMLFormat.dataContract.encode(value, options: options)
    #expect(try XMLFormat.dataContract.decode(Holder.self, from: bytes) == value)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#"<a i:nil="true""#))
    #expect(
      String(decoding: try JSONFormat.webAPI.encode(value, options: options), as: UTF8.self)
        == #"{"a":null,"b":[1,null]}"#)
    #expect(String(decoding: try JSONFormat.webAPI.encode(value), as: UTF8.self) == #"{"b":[1,null]}"#)
  }

  @Test(
    "lists in forms: indices, a name that repeats, one alone",
    arguments: [("v[0]=a&v[1]=b", ["a", "b"]), ("v=a&v=b", ["a", "b"]), ("v=a", ["a"])])
  func formLists(form: String, expected: [String]) throws {
    struct Holder: Decodable { var v: [String] }
    #expect(try FormFormat.bracketed.decode(Holder.self, from: Array(form.utf8)).v == expected)
  }

  @Test("nothing in a form is no number, and an empty string") func formBlanks() throws {
    struct Holder: Decodable, Equatable {
      var number: Int?
      var text: String?
      var flag: Bool?
    }
    #expect(
      try FormFormat.bracketed.decode(Holder.self, from: Array("number=&text=&flag=True".utf8))
        == Holder(number: nil, text: "", flag: true))
  }

  @Test(
    "member names by policy; the keys of dictionaries stay",
    arguments: [
      (CodableOptions.MemberNames.asDeclared, #"{"chatID":1,"counts":{"aKey":2},"shape":{"circle":{"_0":1}}}"#),
      (.pascalCase, #"{"ChatID":1,"Counts":{"aKey":2},"Shape":{"Circle":{"_0":1}}}"#),
      (.camelCase, #"{"chatID":1,"counts":{"aKey":2},"shape":{"circle":{"_0":1}}}"#),
    ])
  func memberNames(policy: CodableOptions.MemberNames, json: String) throws {
    struct Named: Codable, Equatable {
      var chatID = 1
      var counts = ["aKey": 2]
      var shape = Figure.circle(1)
    }
    var options = CodableOptions()
    options.memberNames = policy
    let bytes = try JSONFormat.systemTextJSON.encode(Named(), options: options)
    #expect(String(decoding: bytes, as: UTF8.self) == json)
    #expect(try JSONFormat.systemTextJSON.decode(Named.self, from: bytes, options: options) == Named())
  }

  @Test("camelCase is read in any case, the exact one first") func anyCase() throws {
    struct Named: Codable, Equatable {
      var messageID = 1
      enum CodingKeys: String, CodingKey { case name, messageID = "MID" }
      var name: String
    }
    var options = CodableOptions()
    options.memberNames = .camelCase
    let decode = { (json: String) in
      try JSONFormat.webAPI.decode(Named.self, from: Array(json.utf8), options: options)
    }
    #expect(try decode(#"{"mid":4,"NAME":"x"}"#) == Named(messageID: 4, name: "x"))
    #expect(try decode(#"{"Mid":4,"Name":"x","name":"y"}"#) == Named(messageID: 4, name: "y"))
    #expect(throws: DecodingError.self) { try decode(#"{"mid":4,"Name":"x","NAME":"y"}"#) }
    #expect(throws: DecodingError.self) {
      try JSONFormat.webAPI.decode(Named.self, from: Array(#"{"mid":4,"NAME":"x"}"#.utf8))
    }
  }

  @Test("of a name that occurs twice the format's options choose") func duplicates() throws {
    let json = Array(#"{"name":"a","name":"b"}"#.utf8)
    var format = JSONFormat.webAPI
    #expect(throws: DecodingError.self) { try format.decode(Everything.Inner.self, from: json) }
    format.decoding.duplicateMembers = .last
    #expect(try format.decode(Everything.Inner.self, from: json).name == "b")
    format.decoding.duplicateMembers = .first
    #expect(try format.decode(Everything.Inner.self, from: json).name == "a")
  }

  @Test("members in any order, and looked for again and again") func order() throws {
    struct Backwards: Decodable {
      var sum = 0

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: IndexedKey.self)
        for key in container.allKeys.sorted(by: { $0.stringValue > $1.stringValue }) {
          sum += try container.decode(Int.self, forKey: key)
        }
        let absent = IndexedKey(stringValue: "absent")
        for _ in 0..<10 { sum += try container.decodeIfPresent(Int.self, forKey: absent) ?? 0 }
      }
    }
    struct IndexedKey: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
    let members = (0..<2000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(try JSONFormat.webAPI.decode(Backwards.self, from: Array("{\(members)}".utf8)).sum == 1_999_000)
  }

  @Test("dates need a zone") func dates() throws {
    let decode = { (json: String) in
      try JSONFormat.webAPI.decode(Wrapper<Date>.self, from: Array(json.utf8)).value
    }
    #expect(try decode(#""2023-03-08T22:26:40+02:00""#) == Date(timeIntervalSinceReferenceDate: 700_000_000))
    #expect(try decode(#""\/Date(1678307200000)\/""#) == Date(timeIntervalSinceReferenceDate: 700_000_000))
    #expect(throws: DecodingError.self) { try decode(#""2023-03-08T22:26:40""#) }
  }
}
