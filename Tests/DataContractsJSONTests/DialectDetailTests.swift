import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("What single dialects spell otherwise")
struct DialectDetailTests {
  /// A contract of one object `Root` with these members.
  private static func contract(_ members: [DataMember]) throws(DocumentError) -> Contract {
    var builder = ContractBuilder()
    let root = builder.add(TestContracts.name("Root"), .object(ObjectContract(declaring: members)))
    builder.addRoot(element: TestContracts.name("Root"), type: root)
    return try builder.contract()
  }

  private func convert(
    _ text: String, _ source: JSONFormat, to target: JSONFormat, _ contract: Contract
  ) throws(DocumentError) -> String {
    var target = target
    target.absentMembers = .omit
    return String(decoding: try target.encode(source.decode(Array(text.utf8), as: contract)), as: UTF8.self)
  }

  private func error(_ body: () throws(DocumentError) -> String) -> String? {
    do throws(DocumentError) {
      _ = try body()
      return nil
    } catch {
      return error.description
    }
  }

  @Test("members that camelCase gives one name are refused by Json.NET, and repeated by ServiceStack")
  func repeatedNames() throws {
    let contract = try Self.contract([DataMember("m", .primitive(.int)), DataMember("M", .primitive(.int))])
    let text = #"{"m":1,"M":2}"#
    #expect(
      error { () throws(DocumentError) in try convert(text, .webAPI, to: .camelCase, contract) }
        == #"json-camel: expected members of different names, found two named "m""#)
    #expect(try convert(text, .webAPI, to: .serviceStackCamelCase, contract) == #"{"m":1,"m":2}"#)
  }

  @Test("names are C#'s in System.Text.Json, and decoded in DataContractJsonSerializer")
  func names() throws {
    let contract = try Self.contract([
      DataMember("_x0041_", .primitive(.int), clrName: "First"),
      DataMember("second one", .primitive(.int), order: 1, declaredPosition: 0, clrName: "Second"),
    ])
    let text = #"{"_x0041_":1,"second one":2}"#
    #expect(try convert(text, .webAPI, to: .systemTextJSON, contract) == #"{"First":1,"Second":2}"#)
    #expect(try convert(text, .webAPI, to: .dataContractJSON, contract) == #"{"A":1,"second one":2}"#)
    for format in [JSONFormat.systemTextJSON, .dataContractJSON] {
      let written = try convert(text, .webAPI, to: format, contract)
      #expect(try convert(written, format, to: .webAPI, contract) == text)
      // Names that another serializer gave are read too.
      #expect(try convert(text, format, to: .webAPI, contract) == text)
    }
  }

  @Test("an empty object in a list of ServiceStack's is null where an object would have members")
  func nullItems() throws {
    var builder = ContractBuilder()
    func list(_ name: String, _ members: [DataMember]) -> DataMember {
      let item = builder.add(TestContracts.name(name), .object(ObjectContract(declaring: members)))
      let list = builder.list(of: item, name: TestContracts.name("ArrayOf\(name)"), itemName: name)
      return DataMember(name, list, isNillable: true)
    }
    let counted = list("Counted", [DataMember("Count", .primitive(.int))])
    let named = list("Named", [DataMember("Name", .primitive(.string), isNillable: true)])
    let sparse = list("Sparse", [DataMember("Count", .primitive(.int), emitsDefaultValue: false)])
    let root = builder.add(TestContracts.name("Root"), .object(ObjectContract(declaring: [counted, named, sparse])))
    builder.addRoot(element: TestContracts.name("Root"), type: root)
    let contract = try builder.contract()
    let text = #"{"Counted":[{},{"Count":1}, { } ],"Named":[{},{"Name":"n"}],"Sparse":[{}]}"#
    #expect(
      try convert(text, .serviceStack, to: .webAPI, contract)
        == #"{"Counted":[null,{"Count":1},null],"Named":[{},{"Name":"n"}],"Sparse":[{}]}"#)
    #expect(try convert(text, .webAPI, to: .webAPI, contract).hasPrefix(#"{"Counted":[{},"#))
  }

  @Test("a required member that ServiceStack leaves out is null, where it can be")
  func requiredMembers() throws {
    let contract = try Self.contract([
      DataMember("Must", .primitive(.string), isNillable: true, isRequired: true),
      DataMember("Num", .primitive(.int), isRequired: true),
    ])
    #expect(try convert(#"{"Num":1}"#, .serviceStack, to: .serviceStack, contract) == #"{"Num":1}"#)
    #expect(
      error { () throws(DocumentError) in try convert(#"{"Must":"m"}"#, .serviceStack, to: .webAPI, contract) }
        == #"json-servicestack: (byte 11): expected the required member "Num", found none"#)
    #expect(
      error { () throws(DocumentError) in try convert(#"{"Num":1}"#, .webAPI, to: .webAPI, contract) }
        == #"json: (byte 8): expected the required member "Must", found none"#)
    for (format, isRead) in [(JSONFormat.webAPI, true), (.dataContractJSON, false), (.systemTextJSON, true)] {
      var format = format
      format.decoding = .likeDotNet
      #expect((error { () throws(DocumentError) in try convert("{}", format, to: .webAPI, contract) } == nil) == isRead)
    }
  }

  @Test("ServiceStack's dates without a zone count by the machine's, and offsets by their own clock")
  func serviceStackDates() throws {
    let contract = try Self.contract([
      DataMember("D", .primitive(.dateTime)), DataMember("O", .primitive(.dateTimeOffset)),
    ])
    var format = JSONFormat.serviceStack
    format.dialect.unspecifiedDateOffset = 240
    let pairs = [
      (#"{"D":"\/Date(1770173694000-0000)\/"}"#, #"{"D":"2026-02-04T06:54:54"}"#),
      (#"{"D":"\/Date(-62135596800000-0000)\/"}"#, #"{"D":"0001-01-01T00:00:00"}"#),
      (#"{"D":"\/Date(1770173694000+0400)\/"}"#, #"{"D":"2026-02-04T06:54:54+04:00"}"#),
      (#"{"O":"\/Date(1770188094000+0400)\/"}"#, #"{"O":"2026-02-04T06:54:54+04:00"}"#),
    ]
    for (text, expected) in pairs {
      #expect(try convert(text, format, to: .webAPI, contract) == expected)
      #expect(try convert(text, format, to: format, contract) == text)
    }
  }

  @Test("a string in a member of type object is a date if it is spelled as one, without other escapes than its own")
  func datesOfObjects() throws {
    let contract = try Self.contract([DataMember("V", .any, isNillable: true)])
    let date = #"{"V":"2026-02-04T06:54:54+04:00"}"#
    #expect(try convert(date, .webAPI, to: .serviceStack, contract) == #"{"V":"\/Date(1770173694000+0400)\/"}"#)
    #expect(try convert(date, .webAPI, to: .systemTextJSON, contract) == date)
    let text = #"{"V":"2026-02-04T06:54:54\u002B04:00"}"#
    #expect(try convert(text, .systemTextJSON, to: .systemTextJSON, contract) == text)
    #expect(
      try convert(#"{"V":"\/Date(0)\/"}"#, .serviceStack, to: .webAPI, contract) == #"{"V":"1970-01-01T00:00:00Z"}"#)
    for text in [#"{"V":"/Date(0)/"}"#, #"{"V":"2026-02-04"}"#, #"{"V":"2026-02-04T06:54:54.50Z"}"#] {
      #expect(try convert(text, .webAPI, to: .webAPI, contract) == text)
    }
  }

  @Test("without a contract ServiceStack's dates keep their escapes")
  func datesWithoutContract() throws {
    let text = #"{"a":"\/Date(1770173694000+0400)\/","b":["\/Date(0)\/","/Dated/"]}"#
    let document = try JSONFormat.serviceStack.decode(Array(text.utf8))
    #expect(String(decoding: try JSONFormat.serviceStack.encode(document), as: UTF8.self) == text)
  }

  @Test("lengths of time and qualified names as their properties, and what can be null with HasValue")
  func structures() throws {
    let contract = try Self.contract([
      DataMember("T", .primitive(.duration), isNillable: true), DataMember("Q", .primitive(.qName), isNillable: true),
    ])
    let text = #"{"T":"01:00:00","Q":{"Namespace":"urn:q","Name":"local","IsEmpty":false}}"#
    let written = try convert(text, .webAPI, to: .systemTextJSON, contract)
    #expect(
      written
        == #"{"T":{"HasValue":true,"Value":{"Ticks":36000000000,"Days":0,"Hours":1,"Milliseconds":0,"Minutes":0,"#
        + #""Seconds":0,"TotalDays":0.041666666666666664,"TotalHours":1,"TotalMilliseconds":3600000,"TotalMinutes":60,"#
        + #""TotalSeconds":3600}},"Q":{"Namespace":"urn:q","Name":"local","IsEmpty":false}}"#)
    #expect(try convert(written, .systemTextJSON, to: .webAPI, contract) == text)
    let contractual = #"{"Q":"local:urn:q","T":"PT1H"}"#
    #expect(try convert(text, .webAPI, to: .dataContractJSON, contract) == contractual)
    #expect(try convert(contractual, .dataContractJSON, to: .webAPI, contract) == text)
  }

  @Test(
    "properties that tell no value are errors",
    arguments: [
      (#"{"T":{"Days":1}}"#, "json-systemtext: T (byte 5): expected a duration, found an object without Ticks"),
      (
        #"{"Q":{"Namespace":"n"}}"#,
        "json-systemtext: Q (byte 5): expected a qualified name, found an object without Name"
      ),
      (
        #"{"T":{"Ticks":[]}}"#,
        #"json-systemtext: T (byte 14): expected a number, a string, true, false or null, found "[""#
      ),
      (
        #"{"T":{"HasValue":true,"Value":"PT1S","More":1}}"#,
        #"json-systemtext: T (byte 37): expected "}", found """"#
      ),
      (#"{"T":{"Ticks":1"#, #"json-systemtext: T (byte 15): expected "," or "}", found the end of the input"#),
    ])
  func brokenStructures(text: String, message: String) throws {
    let contract = try Self.contract([
      DataMember("T", .primitive(.duration), isNillable: true), DataMember("Q", .primitive(.qName), isNillable: true),
    ])
    #expect(error { () throws(DocumentError) in try convert(text, .systemTextJSON, to: .webAPI, contract) } == message)
  }

  @Test("URIs in each dialect's form")
  func uris() throws {
    let contract = try Self.contract([DataMember("U", .primitive(.anyURI), isNillable: true)])
    let text = #"{"U":"HTTP://EXAMPLE.org:80/a b"}"#
    #expect(try convert(text, .webAPI, to: .webAPI, contract) == text)
    #expect(try convert(text, .webAPI, to: .dataContractJSON, contract) == #"{"U":"http:\/\/example.org\/a%20b"}"#)
    #expect(try convert(text, .webAPI, to: .serviceStack, contract) == #"{"U":"http://example.org/a b"}"#)
  }

  @Test("a structure is its type's name in ServiceStack, unless its members are asked for")
  func serviceStackStructures() throws {
    var builder = ContractBuilder()
    let point = builder.add(
      QualifiedName(namespace: DotNetNamespace.namespace(forCLR: "Zoo"), localName: "Point"),
      .object(ObjectContract(declaring: [DataMember("X", .primitive(.int))])), isValueType: true)
    let root = builder.add(TestContracts.name("Root"), .object(ObjectContract(declaring: [DataMember("P", point)])))
    builder.addRoot(element: TestContracts.name("Root"), type: root)
    let contract = try builder.contract()
    var format = JSONFormat.serviceStack
    #expect(try convert(#"{"P":{"X":1}}"#, .webAPI, to: format, contract) == #"{"P":"Zoo.Point"}"#)
    #expect(
      error { () throws(DocumentError) in try convert(#"{"P":"Zoo.Point"}"#, format, to: format, contract) }
        == #"json-servicestack: P (byte 5): expected an object Point, found "Zoo.Point""#)
    format.dialect.structures = .members
    #expect(try convert(#"{"P":{"X":1}}"#, .webAPI, to: format, contract) == #"{"P":{"X":1}}"#)
  }
}
