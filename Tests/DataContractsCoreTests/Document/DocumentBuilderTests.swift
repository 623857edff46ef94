import DataContractsCore
import TestSupport
import Testing

@Suite("DocumentBuilder")
struct DocumentBuilderTests {
  typealias Events = (inout DocumentBuilder) throws(DocumentError) -> Void

  private func build(
    _ contract: Contract? = nil, options: DecodingOptions = DecodingOptions(), _ events: Events
  ) throws(DocumentError) -> Document {
    var builder = DocumentBuilder(format: "test", contract: contract, options: options)
    try events(&builder)
    return try builder.finish()
  }

  /// An order with the required member and what `events` add.
  private func order(
    options: DecodingOptions = DecodingOptions(), _ events: Events
  ) throws(DocumentError) -> Document {
    try build(TestContracts.order(), options: options) { builder throws(DocumentError) in
      try builder.beginObject()
      try builder.member("Id")
      try builder.value(.number, "1")
      try events(&builder)
      try builder.endObject(at: 99)
    }
  }

  private func message(_ body: () throws(DocumentError) -> Document) -> String {
    do throws(DocumentError) {
      return "no error, but\n\(try body())"
    } catch {
      return "\(error.code): \(error)"
    }
  }

  @Test("a document without a contract keeps kinds, names and order")
  func untyped() throws {
    let document = try build { builder throws(DocumentError) in
      try builder.beginObject()
      try builder.member("b")
      try builder.value(.number, "1.50")
      try builder.member("a")
      try builder.beginList()
      try builder.value(.string, "x")
      try builder.null()
      try builder.value(.boolean, "true")
      try builder.endList()
      try builder.member("b")
      try builder.value(.text, "again")
      try builder.endObject()
    }
    #expect(
      document.description == """
        object
          b: number 1.50
          a: list of 3
            [0] string "x"
            [1] null
            [2] boolean true
          b: text "again"

        """)
  }

  @Test("values are put into the canonical form of their type")
  func canonicalForms() throws {
    let document = try order { builder throws(DocumentError) in
      try builder.member("Total")
      try builder.value(.number, "007.50")
      try builder.member("Placed")
      try builder.value(.string, "/Date(1770173694565+0400)/")
      try builder.member("Key")
      try builder.value(.string, "3F2504E04F8941D39A0C0305E82C3301")
      try builder.member("Color")
      try builder.value(.number, "6")
      try builder.member("Rights")
      try builder.value(.string, "Write, Exec, Read")
      try builder.member("Letter")
      try builder.value(.string, "A")
    }
    #expect(
      document.description == """
        object Order
          Id: number 1
          Total: number 7.50
          Placed: date-time 2026-02-04T06:54:54.565+04:00
          Key: GUID 3f2504e0-4f89-41d3-9a0c-0305e82c3301
          Color: enumeration Blue
          Rights: enumeration Read Write Exec
          Letter: number 65

        """)
  }

  @Test("a dictionary's entries come as members or as a list of entries, in either order of key and value")
  func dictionaries() throws {
    let members = try order { builder throws(DocumentError) in
      try builder.member("Tags")
      try builder.beginObject()
      try builder.member("one")
      try builder.value(.number, "1")
      try builder.member("two")
      try builder.value(.number, "2")
      try builder.endObject()
    }
    let entries = try order { builder throws(DocumentError) in
      try builder.member("Tags")
      try builder.beginList()
      try builder.beginObject()
      try builder.member("Key")
      try builder.value(.text, "one")
      try builder.member("Value")
      try builder.value(.text, "1")
      try builder.endObject()
      try builder.beginObject()
      try builder.member("Value")
      try builder.value(.text, "2")
      try builder.member("Key")
      try builder.value(.text, "two")
      try builder.endObject()
      try builder.endList()
    }
    #expect(members == entries)
    #expect(members.root["Tags"]?.entries.map { $0.key.text } == ["one", "two"])
    #expect(members.root["Tags"]?.entries.map { $0.value.integer() } == [1, 2])
  }

  @Test("a date-time with an offset comes as one text or as a structure")
  func dateTimeOffsets() throws {
    let text = try order { builder throws(DocumentError) in
      try builder.member("When")
      try builder.value(.string, "2026-02-04T06:54:54.5659927+04:00")
    }
    let structure = try order { builder throws(DocumentError) in
      try builder.member("When")
      try builder.beginObject()
      try builder.member("OffsetMinutes")
      try builder.value(.text, "240")
      try builder.member("DateTime")
      try builder.value(.text, "2026-02-04T02:54:54.5659927Z")
      try builder.endObject()
    }
    #expect(text == structure)
    #expect(structure.root["When"]?.text == "2026-02-04T06:54:54.5659927+04:00")
  }

  @Test("bytes come as base64 or as a list of numbers")
  func bytes() throws {
    let text = try order { builder throws(DocumentError) in
      try builder.member("Raw")
      try builder.value(.string, "AQL/")
    }
    let list = try order { builder throws(DocumentError) in
      try builder.member("Raw")
      try builder.beginList()
      for byte in ["1", "2", "255"] { try builder.value(.number, byte) }
      try builder.endList()
    }
    #expect(text == list)
    #expect(list.root["Raw"]?.bytes == [1, 2, 255])
  }

  @Test("names that differ in ASCII case alone are found, and camelCase is")
  func nameCase() throws {
    let document = try order { builder throws(DocumentError) in
      try builder.member("NAME")
      try builder.value(.string, "n")
      try builder.member("total")
      try builder.value(.number, "2")
    }
    #expect(document.root["Name"]?.string == "n")
    #expect(document.root["Total"]?.text == "2")
  }

  @Test("names that differ in case alone are told apart, also after camelCase has been read")
  func namesOfOneSpelling() throws {
    var builder = ContractBuilder()
    let type = builder.add(
      TestContracts.name("T"),
      .object(
        ObjectContract(declaring: ["Id", "M", "m"].map { DataMember($0, .primitive(.int)) })))
    builder.addRoot(element: TestContracts.name("T"), type: type)
    let document = try build(builder.contract()) { builder throws(DocumentError) in
      try builder.beginObject()
      for (name, value) in [("id", "1"), ("m", "2"), ("M", "3")] {
        try builder.member(name)
        try builder.value(.number, value)
      }
      try builder.endObject()
    }
    #expect(document.root.members.map(\.name) == ["Id", "m", "M"])
  }

  @Test("an unknown member is ignored with all below it, kept or rejected")
  func unknownMembers() throws {
    let events: Events = { builder throws(DocumentError) in
      try builder.member("Nope", at: 7)
      try builder.beginObject()
      try builder.member("deep")
      try builder.beginList()
      try builder.value(.number, "1")
      try builder.endList()
      try builder.endObject()
      try builder.member("Name")
      try builder.value(.string, "after")
    }
    var options = DecodingOptions()
    #expect(try order(options: options, events).root.members.map(\.name) == ["Id", "Name"])
    options.unknownMembers = .keep
    let kept = try order(options: options, events)
    #expect(kept.root.members.map(\.name) == ["Id", "Nope", "Name"])
    #expect(kept.root["Nope"]?["deep"]?[0]?.integer() == 1)
    options.unknownMembers = .reject
    #expect(
      message { () throws(DocumentError) in try order(options: options, events) }
        == "unknownMember: test: (byte 7): expected a member of Order, found \"Nope\"")
  }

  @Test("a second value of a member is refused, or the first or the last one stays")
  func duplicates() throws {
    let events: Events = { builder throws(DocumentError) in
      try builder.member("Lines")
      try builder.beginList()
      try builder.beginObject()
      try builder.endObject()
      try builder.endList()
      try builder.member("Name")
      try builder.value(.string, "between")
      try builder.member("Lines", at: 5)
      try builder.beginList()
      try builder.endList()
    }
    var options = DecodingOptions()
    #expect(
      message { () throws(DocumentError) in try order(options: options, events) }
        == "duplicateMember: test: Lines (byte 5): expected each member once, found the member a second time")
    options.duplicateMembers = .first
    #expect(try order(options: options, events).root["Lines"]?.count == 1)
    options.duplicateMembers = .last
    let last = try order(options: options, events)
    #expect(last.root.members.map(\.name) == ["Id", "Name", "Lines"])
    #expect(last.root["Lines"]?.count == 0)
  }

  @Test(
    "without a contract repeated names stay, unless a policy asks for one",
    arguments: [
      (DecodingOptions.DuplicateMembers.keep, ["1", "{}", "2"]), (.first, ["1", "{}"]), (.last, ["{}", "2"]),
    ])
  func untypedDuplicates(policy: DecodingOptions.DuplicateMembers, expected: [String]) throws {
    var options = DecodingOptions()
    options.duplicateMembers = policy
    let document = try build(options: options) { builder throws(DocumentError) in
      try builder.beginObject()
      try builder.member("a")
      try builder.value(.number, "1")
      try builder.member("b")
      try builder.beginObject()
      try builder.member("a")
      try builder.value(.number, "3")
      try builder.endObject()
      try builder.member("a")
      try builder.value(.number, "2")
      try builder.endObject()
    }
    #expect(document.root.members.map { $0.text ?? "{}" } == expected)
  }

  @Test(
    "a value of another kind is refused with path, offset and both sides",
    arguments: [
      (
        "Id", DocumentBuilder.Token.string, "x",
        #"typeMismatch: test: Id (byte 3): expected an integer from -2147483648 through 2147483647, found "x""#
      ),
      (
        "Id", .boolean, "true",
        "typeMismatch: test: Id (byte 3): expected an integer from -2147483648 through 2147483647, found true"
      ),
      (
        "Id", .number, "2147483648",
        "outOfRange: test: Id (byte 3): expected an integer from -2147483648 through 2147483647, found 2147483648"
      ),
      ("Name", .number, "5", "typeMismatch: test: Name (byte 3): expected a string, found 5"),
      ("Key", .string, "no", #"typeMismatch: test: Key (byte 3): expected a GUID, found "no""#),
      (
        "Color", .string, "Pink",
        #"typeMismatch: test: Color (byte 3): expected a name of the enumeration Color, found "Pink""#
      ),
      ("Lines", .string, "x", #"typeMismatch: test: Lines (byte 3): expected a list ArrayOfLine, found "x""#),
      (
        "Placed", .string, "2026-02-04T06:54:54.56599271",
        #"losesPrecision: test: Placed (byte 3): expected a date and time without more digits than it holds, found "2026-02-04T06:54:54.56599271""#
      ),
    ])
  func mismatches(member: String, token: DocumentBuilder.Token, text: String, expected: String) {
    let contract = Result { () throws(DocumentError) in try TestContracts.order() }
    #expect(
      message { () throws(DocumentError) in
        try build(try contract.get()) { builder throws(DocumentError) in
          try builder.beginObject()
          try builder.member(member)
          try builder.value(token, text, at: 3)
          try builder.endObject()
        }
      } == expected)
  }

  @Test("null is refused where a value type stands")
  func nullForValueType() {
    #expect(
      message { () throws(DocumentError) in
        try order { builder throws(DocumentError) in
          try builder.member("Total")
          try builder.null(at: 12)
        }
      } == "typeMismatch: test: Total (byte 12): expected a decimal number of at most 28 digits, found null")
  }

  @Test("a required member that is absent is named")
  func missing() {
    #expect(
      message { () throws(DocumentError) in
        try order { builder throws(DocumentError) in
          try builder.member("Parent")
          try builder.beginObject()
          try builder.member("Name")
          try builder.value(.string, "no id")
          try builder.endObject(at: 40)
        }
      } == "missingMember: test: Parent (byte 40): expected the required member \"Id\", found none")
  }

  @Test("limits stop nesting and nodes, and say which they are")
  func limits() {
    var options = DecodingOptions()
    options.limits.depth = 3
    options.limits.nodes = 5
    #expect(
      message { () throws(DocumentError) in
        try build(options: options) { builder throws(DocumentError) in
          for depth in 1...4 { try builder.beginList(at: depth) }
        }
      } == "limitExceeded: test: [0][0][0] (byte 4): expected at most 3 nested containers (limit depth), found 4")
    #expect(
      message { () throws(DocumentError) in
        try build(options: options) { builder throws(DocumentError) in
          try builder.beginList(at: 0)
          for index in 1...5 { try builder.value(.number, "\(index)", at: index) }
        }
      } == "limitExceeded: test: [4] (byte 5): expected at most 5 nodes (limit nodes), found 6")
  }

  @Test("events in a wrong order are errors")
  func misuse() {
    #expect(
      message { () throws(DocumentError) in try build { _ throws(DocumentError) in } }
        == "syntax: test: (byte 0): expected a whole document, found its end")
    #expect(
      message { () throws(DocumentError) in
        try build { builder throws(DocumentError) in
          try builder.beginObject()
          try builder.value(.number, "1", at: 1)
        }
      } == "syntax: test: (byte 1): expected a member name, found a value")
    #expect(
      message { () throws(DocumentError) in
        try build { builder throws(DocumentError) in
          try builder.null()
          try builder.null(at: 4)
        }
      } == "syntax: test: (byte 4): expected the document's end, found another value")
    #expect(
      message { () throws(DocumentError) in
        try build { builder throws(DocumentError) in try builder.endList(at: 2) }
      } == "syntax: test: (byte 2): expected a container to end, found none open")
  }
}
