import DataContracts
import TestSupport
import Testing

@Suite("Forms of the vectors")
struct FormVectorTests {
  private static let notInContract = [
    FieldRule("properties that are no data members", "fields-and-ignored", "optin-private"),
    FieldRule("a set, of which .NET writes the name of its type", "interfaces"),
    FieldRule("a byte order mark, which the tool that made the form lost", "string-controls"),
  ]
  private static let lostInForms = [
    FieldRule(
      "the concrete type, and with it the members of derived types", "poly-drawing", "poly-root-base",
      "poly-root-base-foreign")
  ]

  @Test("form-flat.txt is written from XML, byte for byte") func fromXML() throws {
    let result = try FieldConversions(
      from: "datacontract-stream.xml", XMLFormat.dataContractStream, to: "form-flat.txt", FormFormat.dotted)
    #expect(result.same == 133)
    // `EmitDefaultValue = false` leaves out -0.
    #expect(result.others == Self.notInContract.cases.union(["sparse-all-set"]))
  }

  @Test("form-flat.txt is read and written again, byte for byte") func again() throws {
    let result = try FieldConversions(
      from: "form-flat.txt", FormFormat.dotted, to: "form-flat.txt", FormFormat.dotted)
    #expect(result.same == 149)
    let expected = (Self.notInContract + Self.lostInForms).cases.subtracting(["string-controls"])
    #expect(result.others == expected.union(["mp-set-member", "mp-simple-crlf"]))
  }

  @Test("form-content.txt is read and written again, byte for byte") func content() throws {
    let result = try FieldConversions(
      from: "form-content.txt", FormFormat.dotted, to: "form-content.txt", FormFormat.dotted)
    #expect(result.same == 6)
    #expect(result.others == [])
    let bracketed = try FieldConversions(
      from: "form-content.txt", FormFormat.bracketed, to: "form-content.txt", FormFormat.bracketed)
    #expect(bracketed.same == 5)
    // Web API reads `x[0].y` as the name `0].y` in `x`, which no name in brackets can say.
    #expect(bracketed.others == ["form-pairs-escapes"])
  }

  @Test("brackets are read to the same document") func brackets() throws {
    var count = 0
    var format = FormFormat.bracketed
    format.absentMembers = .omit
    // An object without members cannot be said.
    for vector in FieldVectors.written where vector.name != "poly-drawing" {
      guard let form = vector.file("form-flat.txt"), let contract = try vector.contract(),
        let document = try? FormFormat.dotted.decode(form, as: contract), !document.root.isNull,
        let bracketed = try? format.encode(document), !bracketed.isEmpty
      else { continue }
      #expect(try format.decode(bracketed, as: contract) == document, "\(vector)")
      count += 1
    }
    print("forms in brackets read to the same document: \(count)")
    #expect(count > 130)
  }
}
