#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation
  import TestSupport
  import Testing

  @DataContract(namespace: "urn:t")
  struct Envelope { var id: Int32; var payload: Document?; var line: Line? }

  @DataContract(namespace: "urn:t")
  struct Linked { var node: Node?; var payload: Document? }

  @DataContract(namespace: "urn:t")
  struct Payloads { var payloads: [Document] }

  @CollectionDataContract(name: "Tags", itemName: "Tag", namespace: "urn:t")
  struct Tags { var items: Set<String> }

  @DataContract(namespace: "urn:t")
  struct Names { var name: QualifiedName?; var counts: [QualifiedName: Int32] = [:] }

  private func json(_ value: some DataContractEncodable) throws -> String {
    String(decoding: try JSONFormat.webAPI.encode(value), as: UTF8.self)
  }

  private func xml(_ value: some DataContractEncodable) throws -> String {
    String(decoding: try XMLFormat.dataContract.encode(value), as: UTF8.self)
  }

  @Suite("Values of object")
  struct ObjectValueTests {
    @Test(
      "JSON of any shape is a document, and is written as it was read",
      arguments: [
        #"{"Id":1,"Payload":{"A":[1,2.50,"x",null,true,{}],"b":{"c":[]}},"Line":null}"#,
        #"{"Id":1,"Payload":"2026-02-04T06:54:54Z","Line":{"Sku":"s","Count":2}}"#,
        #"{"Id":1,"Payload":[[],[[1]]],"Line":null}"#, #"{"Id":1,"Payload":null,"Line":null}"#,
      ])
    func anyShape(_ text: String) throws {
      let envelope = try JSONFormat.webAPI.decode(Envelope.self, from: Array(text.utf8))
      #expect(try json(envelope) == text)
    }

    @Test("a member that a value's own type does not know is written again", arguments: [JSONFormat.dataContractJSON])
    func unknownMember(_ format: JSONFormat) throws {
      var format = format
      format.decoding.unknownMembers = .keep
      let text = #"{"Id":1,"Line":null,"Payload":{"__type":"Line:urn:t","Count":2,"New":[1],"Sku":"s"}}"#
      let envelope = try format.decode(Envelope.self, from: Array(text.utf8))
      #expect(envelope.payload?.root["New"] != nil)
      let written = try format.encode(envelope)
      #expect(try format.decode(Envelope.self, from: written).payload == envelope.payload)
      #expect(String(decoding: written, as: UTF8.self).contains(#""New":[1]"#))
    }

    private static let head =
      #"<Envelope xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:t"><Id>1</Id><Line i:nil="true" />"#
    private static let schema = #"xmlns:d2p1="http://www.w3.org/2001/XMLSchema""#

    @Test(
      "a value keeps the type that the input names",
      arguments: [
        (#"<Payload \#(schema) i:type="d2p1:unsignedByte">7</Payload>"#, PrimitiveType.unsignedByte),
        (#"<Payload \#(schema) i:type="d2p1:decimal">1.50</Payload>"#, .decimal),
        (#"<Payload \#(schema) i:type="d2p1:QName" xmlns:d2p2="urn:q">d2p2:n</Payload>"#, .qName),
      ])
    func types(_ element: String, _ type: PrimitiveType) throws {
      let text = "\(Self.head)\(element)</Envelope>"
      let envelope = try XMLFormat.dataContract.decode(Envelope.self, from: Array(text.utf8))
      #expect(envelope.payload?.root.typeIndex == .primitive(type))
      #expect(try xml(envelope) == text)
    }

    @Test("a value is one of a type that the contract knows, and has that type where it is put") func knownType() throws
    {
      let text =
        #"\#(Self.head)<Payload i:type="Line"><Count>3</Count><Sku>s</Sku></Payload></Envelope>"#
      let envelope = try XMLFormat.dataContract.decode(Envelope.self, from: Array(text.utf8))
      let payload = try #require(envelope.payload)
      #expect(try payload.decode(Line.self) == Line(sku: "s", count: 3))
      #expect(try xml(Envelope(id: 1, payload: payload)) == text)
      // By itself it is a value of object.
      #expect(
        String(decoding: try XMLFormat.dataContract.encode(payload), as: UTF8.self)
          == #"<z:anyType xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:d1p1="urn:t" i:type="d1p1:Line" "#
          + #"xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/"><d1p1:Count>3</d1p1:Count>"#
          + "<d1p1:Sku>s</d1p1:Sku></z:anyType>")
      #expect(try json(Envelope(id: 1, payload: payload)) == #"{"Id":1,"Payload":{"Sku":"s","Count":3},"Line":null}"#)
    }

    @Test("a type that the contract does not know is refused, and so is a mention of another object")
    func refusals() throws {
      let payload = try Document(encoding: Item(id: 1))
      let error = #expect(throws: DocumentError.self) { try Document(encoding: Envelope(id: 1, payload: payload)) }
      #expect(
        error?.description
          == "document: Payload (byte 0): expected a type that the contract knows, "
          + "found {http://schemas.datacontract.org/2004/07/Zoo}Item")
      #expect(error?.code == .contract)
      let ring = try XMLFormat.dataContract.decode(
        Fixtures.vector("write/ref-cycle-self/datacontract.xml"), as: Node.dataContract.get().contract)
      let other = #expect(throws: DocumentError.self) { try Document(encoding: Envelope(id: 1, payload: ring)) }
      #expect(
        other?.description == "document: Payload (byte 0): expected a value without references, found a reference")
      #expect(other?.code == .notRepresentable)
    }

    @Test("a mention of another object is refused where it is read") func references() throws {
      let text =
        #"<Linked xmlns="urn:t" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
        + #"xmlns:z="http://schemas.microsoft.com/2003/10/Serialization/" "#
        + #"xmlns:a="http://schemas.datacontract.org/2004/07/Zoo">"#
        + #"<Node z:Id="i1"><a:Name>a</a:Name></Node><Payload i:type="a:Node" z:Ref="i1" /></Linked>"#
      let error = #expect(throws: DocumentError.self) {
        try XMLFormat.dataContract.decode(Linked.self, from: Array(text.utf8))
      }
      #expect(error?.description == #"xml: Payload (byte 231): expected a value without references, found "i1""#)
    }

    @Test("documents in a list have their own members each") func items() throws {
      let text = #"{"Payloads":[{"a":1},[{"b":{"c":2}}],"x",null]}"#
      let value = try JSONFormat.webAPI.decode(Payloads.self, from: Array(text.utf8))
      #expect(value.payloads.map(\.root.kind) == [.object, .list, .string, .null])
      #expect(value.payloads[1].root[0]?["b"]?["c"]?.integer() == 2)
      #expect(try JSONFormat.webAPI.encode(value.payloads[1]) == Array(#"[{"b":{"c":2}}]"#.utf8))
      #expect(try json(value) == text)
    }

    @Test("a number that names no type is one that has its digits") func numbers() throws {
      let text = #"[1,3000000000,18446744073709551615,1.5,"s"]"#
      let values = try JSONFormat.webAPI.decode([AnyNumber].self, from: Array(text.utf8))
      #expect(values == [.int(1), .long(3_000_000_000), .unsignedLong(.max), .double(1.5), .string("s")])
    }
  }

  @DataContract
  enum AnyNumber: Equatable {
    case character(DotNetChar), int(Int32), long(Int64), unsignedLong(UInt64), double(Double), string(String)
  }

  @Suite("Qualified names in Swift")
  struct QualifiedNameValueTests {
    @Test("both parts are written, in XML by a prefix") func parts() throws {
      let value = Names(name: QualifiedName(namespace: "urn:q", localName: "n"))
      #expect(
        try json(value) == #"{"Name":{"Namespace":"urn:q","Name":"n","IsEmpty":false},"Counts":{}}"#)
      let text = try xml(value)
      #expect(text.contains(#"<q:Name xmlns:d2p1="urn:q" xmlns:q="urn:t">d2p1:n</q:Name>"#))
      for format: any DocumentFormat in [XMLFormat.dataContract, JSONFormat.webAPI, JSVFormat.serviceStack] {
        #expect(try format.decode(Names.self, from: format.encode(value)).name == value.name, "\(format.name)")
      }
    }

    @Test("a name may be a key") func keys() throws {
      let value = Names(counts: [QualifiedName(namespace: "urn:b", localName: "a"): 1, .anyType: 2])
      #expect(try XMLFormat.dataContract.decode(Names.self, from: Array(xml(value).utf8)).counts == value.counts)
    }

    @Test("a colon in a local name is refused, since no text tells it from the namespace's end") func colon() throws {
      let error = #expect(throws: DocumentError.self) {
        try Document(encoding: Names(name: QualifiedName(namespace: "urn:q", localName: "a:b")))
      }
      #expect(error?.description == #"document: Name (byte 0): expected a local name without a colon, found "a:b""#)
    }
  }

  @Suite("Generic, open and collected types in Swift")
  struct TypedDetailTests {
    @Test("an absent member of a generic type is nil where that is an optional") func absent() throws {
      #expect(try JSONFormat.webAPI.decode(Wrap<Int32?>.self, from: Array("{}".utf8)).body == nil)
      let error = #expect(throws: DocumentError.self) {
        try JSONFormat.webAPI.decode(Wrap<Int32>.self, from: Array("{}".utf8))
      }
      #expect(error?.description == #"json: (byte 0): expected the member "Body", found none"#)
    }

    @Test("an open enumeration has a name or any number") func open() throws {
      let value = OpenEnumeration(Color.green)
      #expect(value.named == .green && value.rawValue == 5)
      #expect(OpenEnumeration<Color>(rawValue: 99).named == nil)
      #expect(try json([value, .init(rawValue: 99), .init(rawValue: -1)]) == "[5,99,-1]")
      #expect(try JSONFormat.webAPI.decode([OpenEnumeration<Color>].self, from: Array("[5,99]".utf8))[1].rawValue == 99)
      let error = #expect(throws: DocumentError.self) { try xml([OpenEnumeration<Color>(rawValue: 99)]) }
      #expect(error?.description == "xml: expected a value of the enumeration Color, found 99")
      var format = JSONFormat.webAPI
      format.decoding = .likeDotNet
      #expect(try format.decode(OpenEnums.self, from: Array("{}".utf8)).y.rawValue == 0)
    }

    @Test("a set has a contract of its own, and ascends") func set() throws {
      let text =
        #"<Tags xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:t"><Tag>a</Tag><Tag>b</Tag></Tags>"#
      #expect(try xml(Tags(items: ["b", "a"])) == text)
      #expect(try XMLFormat.dataContract.decode(Tags.self, from: Array(text.utf8)).items == ["a", "b"])
    }

    @Test("a nullable value has the element of its type") func nullable() throws {
      #expect(try xml(Int32?.some(7)) == #"<int xmlns="http://schemas.microsoft.com/2003/10/Serialization/">7</int>"#)
      #expect(try xml(Color?.none).hasPrefix("<Color i:nil=\"true\""))
    }
  }
#endif
