#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation
  import Testing

  @DataContract(namespace: "urn:t")
  struct Line: Equatable { var sku: String; var count: Int32 }

  @DataContract(namespace: "urn:t")
  struct Order: Equatable {
    var id: Int32
    var name: String?
    var lines: [Line] = []
    var color: Color = .red
    var key: UUID?
    var tags: [String: Int32] = [:]
    var depth: Int = 3
  }

  @DataContract(namespace: "urn:t")
  struct Tree: Equatable { var kids: [Tree] = [] }

  /// A list in itself, as only a class can be.
  @DataContract(namespace: "urn:t")
  final class Ring { var next: Ring? }

  @Suite("Decoding Swift values")
  struct TypedDecodingTests {
    private func order(_ json: String) throws(DocumentError) -> Order {
      try JSONFormat.webAPI.decode(Order.self, from: Array(json.utf8))
    }

    private func failure(_ json: String) -> String {
      do throws(DocumentError) {
        return "\(try order(json))"
      } catch {
        return "\(error)"
      }
    }

    @Test("members come in any order") func anyOrder() throws {
      let order = try order(#"{"Lines":[{"Count":2,"Sku":"a"}],"Name":null,"Id":7}"#)
      #expect(order == Order(id: 7, lines: [Line(sku: "a", count: 2)]))
    }

    @Test("absent members have their initial values") func defaults() throws {
      #expect(try order(#"{"Id":1}"#) == Order(id: 1, lines: [], color: .red, tags: [:], depth: 3))
    }

    @Test(
      "what a property cannot hold is an error with path and offset",
      arguments: [
        (#"{"Name":"x"}"#, #"json: (byte 0): expected the member "Id", found none"#),
        (#"{"Id":1,"Lines":null}"#, "json: Lines (byte 16): expected a list ArrayOfLine, found null"),
        (
          #"{"Id":1,"Lines":[{"Sku":"a","Count":1},{"Count":1}]}"#,
          #"json: Lines[1] (byte 39): expected the member "Sku", found none"#
        ),
        (#"{"Id":1,"Lines":[{"Sku":null,"Count":1}]}"#, "json: Lines[0].Sku (byte 24): expected a string, found null"),
        (#"{"Id":1,"Lines":[null]}"#, "json: Lines[0] (byte 17): expected an object Line, found null"),
        (#"{"Id":1,"Color":7}"#, #"json: Color (byte 16): expected a name of the enumeration Color, found "7""#),
        (#"{"Id":1,"Key":"x"}"#, #"json: Key (byte 14): expected a GUID, found "x""#),
        (
          #"{"Id":3000000000}"#,
          "json: Id (byte 6): expected an integer from -2147483648 through 2147483647, found 3000000000"
        ),
      ]) func errors(_ json: String, _ message: String)
    {
      #expect(failure(json) == message)
    }

    @Test("an error in XML has its offset too") func xmlError() {
      let xml =
        #"<Order xmlns="urn:t" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Id>1</Id><Lines i:nil="true"/></Order>"#
      #expect(throws: DocumentError.self) { try XMLFormat.dataContract.decode(Order.self, from: Array(xml.utf8)) }
      do throws(DocumentError) {
        _ = try XMLFormat.dataContract.decode(Order.self, from: Array(xml.utf8))
      } catch {
        #expect("\(error)" == "xml: Lines (byte 83): expected a list ArrayOfLine, found null")
      }
    }

    @Test("bytes may lie in any collection or span") func inputs() throws {
      let bytes = Array(#"{"Id":1}"#.utf8)
      let expected = Order(id: 1)
      let format = JSONFormat.webAPI
      #expect(try format.decode(Order.self, from: Data(bytes)) == expected)
      #expect(try format.decode(Order.self, from: ([0] + bytes)[1...]) == expected)
      #expect(try format.decode(Order.self, from: bytes.span) == expected)
      #expect(try format.decode(Order.self, from: bytes.span.bytes) == expected)
      let document = try format.decode(bytes)
      #expect(document.root["Id"]?.text == "1")
      #expect(try format.decode(Data(bytes)) == document)
      #expect(try format.decode(([0] + bytes)[1...]) == document)
      #expect(try format.decode(bytes.span) == document)
      #expect(try format.decode(bytes.span.bytes) == document)
      let contract = try Order.dataContract.get().contract
      #expect(try format.decode(bytes.span, as: contract) == format.decode(bytes, as: contract))
    }

    @Test("structs are read whatever initializers they have") func initializers() throws {
      let bytes = Array(#"{"Id":1,"Name":"n","In":2}"#.utf8)
      for format in [JSONFormat.webAPI, .serviceStack] {
        #expect(try format.decode(Own.self, from: bytes) == Own(id: 1))
        let plain = try format.decode(Plain.self, from: bytes)
        #expect(plain == Plain(id: 1, name: "n", in: 2))
        #expect(try format.decode(Ignoring.self, from: bytes).cache == 0)
        #expect(try format.decode(Plain.self, from: format.encode(plain)) == plain)
        #expect(throws: DocumentError.self) { try format.decode(Plain.self, from: Array("{}".utf8)) }
      }
    }

    @Test("a document without a contract is put under the type's") func untyped() throws {
      let document: Document = ["Id": 1, "Lines": [["Sku": "a", "Count": 2]]]
      #expect(try document.decode(Order.self) == Order(id: 1, lines: [Line(sku: "a", count: 2)]))
    }

    @Test("as tolerant as .NET, absent members have C#'s defaults") func tolerance() throws {
      var format = JSONFormat.webAPI
      format.decoding = .likeDotNet
      let enums = try format.decode(Enumerations.self, from: Array("{}".utf8))
      #expect(enums.c == .red && enums.a == [] && enums.b == .zero)
      #expect(try format.decode(Guids.self, from: Array("{}".utf8)).v == .empty)
      #expect(throws: DocumentError.self) { try JSONFormat.webAPI.decode(Guids.self, from: Array("{}".utf8)) }
      // A string has no default but null, which the property cannot hold.
      #expect(throws: DocumentError.self) { try format.decode(Line.self, from: Array("{}".utf8)) }
    }

    @Test("files of a multipart body are values") func files() throws {
      let upload = Upload(title: "a", file: .init(name: "a.txt", mediaType: "text/plain", content: [0x61]))
      let format = MultipartFormat.dataMediaFormatter
      #expect(try format.decode(Upload.self, from: format.encode(upload)) == upload)
    }

    @Test("a value of any type names its own in XML") func anyValue() throws {
      for value in [AnyValue.int(1), .string("x"), .color(.blue), .numbers([1, 2])] {
        let drawing = Drawing(any: value)
        let xml = try XMLFormat.dataContract.encode(drawing)
        #expect(try XMLFormat.dataContract.encode(XMLFormat.dataContract.decode(Drawing.self, from: xml)) == xml)
      }
      let json = try JSONFormat.webAPI.decode(Drawing.self, from: Array(#"{"Any":"x"}"#.utf8))
      guard case .string("x")? = json.any else { throw Unexpected() }
    }

    @Test("an object of a derived type is not cut down to its base") func slicing() {
      let xml =
        #"<Shape i:type="a:Sq" xmlns="http://schemas.datacontract.org/2004/07/Zoo" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="urn:zoo:shapes"><Label>x</Label><a:Side>1</a:Side></Shape>"#
      #expect(throws: DocumentError.self) { try XMLFormat.dataContract.decode(KnownShape.self, from: Array(xml.utf8)) }
    }
  }

  private struct Unexpected: Error {}

  @DataContract(namespace: "urn:t")
  struct Enumerations { var c: Color; var a: Access; var b: BigEnum }

  @DataContract(namespace: "urn:t")
  struct Upload: Equatable { var title: String?; var file: Document.File? }

  @DataContract(name: "Shape", namespace: .clr("Zoo"))
  @KnownType(KnownSquare.self)
  struct KnownShape { var label: String? }
  @DataContract(name: "Sq", namespace: "urn:zoo:shapes")
  struct KnownSquare { @BaseContract var shape: KnownShape; var side: Int32 }

  @DataContract(namespace: "urn:t")
  @KnownType("Dog")
  class Animal { var name: String? }
  @DataContract(namespace: "urn:t", base: Animal.self)
  final class Dog: Animal { var age: Int32 }
  @DataContract(namespace: "urn:t")
  final class Farm { var animals: [Animal] }

  @Suite("Encoding Swift values")
  struct TypedEncodingTests {
    private func json<T: DataContractEncodable>(_ value: T) throws -> String {
      String(decoding: try JSONFormat.webAPI.encode(value), as: UTF8.self)
    }

    @Test("members are written in the order of their declaration") func order() throws {
      #expect(
        try json(Order(id: 1, lines: [Line(sku: "a", count: 2)], tags: ["b": 2, "a": 1]))
          == #"{"Id":1,"Name":null,"Lines":[{"Sku":"a","Count":2}],"Color":0,"Key":null,"Tags":{"a":1,"b":2},"Depth":3}"#
      )
    }

    @Test("enumerations are keys of dictionaries") func enumerationKeys() throws {
      let xml = try XMLFormat.dataContract.encode([Color.red: true, .blue: false])
      #expect(try XMLFormat.dataContract.decode([Color: Bool].self, from: xml) == [.blue: false, .red: true])
      #expect(try json([Color.red: true, .blue: false]) == #"{"Blue":false,"Red":true}"#)
    }

    @Test("output is appended to the caller's buffer") func appends() throws {
      var output: [UInt8] = [0x20]
      try JSONFormat.webAPI.encode(HandWrittenPoint(x: 1, y: 2), into: &output)
      #expect(String(decoding: output, as: UTF8.self) == #" {"X":1,"Y":2}"#)
      #expect(try JSONFormat.webAPI.decode(HandWrittenPoint.self, from: output) == HandWrittenPoint(x: 1, y: 2))
    }

    @Test("an object that holds itself is an error and no overflow") func cycle() throws {
      let ring = try JSONFormat.webAPI.decode(Ring.self, from: Array("{}".utf8))
      ring.next = ring
      defer { ring.next = nil }
      #expect(throws: DocumentError.self) { try JSONFormat.webAPI.encode(ring) }
    }

    @Test("objects that keep their identity are written once, and may hold themselves") func identity() throws {
      let xml = Array(
        #"<Node z:Id="i1" xmlns="http://schemas.datacontract.org/2004/07/Zoo" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/"><Kids i:nil="true" /><Name>a</Name><Next z:Ref="i1" /></Node>"#
          .utf8)
      let node = try XMLFormat.dataContract.decode(Node.self, from: xml)
      #expect(node.next === node)
      let written = try XMLFormat.dataContract.encode(node)
      node.next = nil
      #expect(String(decoding: written, as: UTF8.self).contains(#"<Next z:Ref="i1" />"#))
    }

    @Test("a class writes and reads the class of its objects") func classes() throws {
      let xml =
        #"<Farm xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:t"><Animals><Animal i:type="Dog"><Name>Rex</Name><Age>3</Age></Animal><Animal><Name i:nil="true" /></Animal></Animals></Farm>"#
      let farm = try XMLFormat.dataContract.decode(Farm.self, from: Array(xml.utf8))
      #expect((farm.animals[0] as? Dog)?.age == 3)
      #expect(farm.animals[0].name == "Rex")
      #expect(type(of: farm.animals[1]) == Animal.self)
      #expect(String(decoding: try XMLFormat.dataContract.encode(farm), as: UTF8.self) == xml)
    }

    @Test("two Swift types of one contract name are refused") func sameName() {
      #expect(throws: DocumentError.self) {
        try JSONFormat.webAPI.encode(Both(key: Line(sku: "", count: 0), val: OtherLine()))
      }
    }
  }

  @DataContract(name: "Line", namespace: "urn:t")
  struct OtherLine {}

  @DataContract(namespace: "urn:t") private struct Plain: Equatable {
    let id: Int32
    private var name: String?
    fileprivate(set) var `in`: Int32? = nil
  }

  extension Plain {
    init(id: Int32, name: String, in number: Int32) { self.init(id: id, name: Optional(name), in: number) }
  }

  @DataContract(namespace: "urn:t") private struct Ignoring: Equatable {
    var id: Int32
    @IgnoreDataMember var cache = 0
  }

  extension Ignoring {
    init(id: Int32) { self.init(id: id, cache: 7) }
  }

  @DataContract(namespace: "urn:t") private struct Own: Equatable {
    var id: Int32
    private(set) var isOwn = false

    init(id: Int32) { self.id = id }
  }
#endif
