import DataContractsCore
import DataContractsJSON
import TestSupport
import Testing

@Suite("Findings in JSON")
struct FindingTests {
  private func findings(_ text: String, _ format: JSONFormat = .webAPI) throws -> [String] {
    try format.findings(in: Array(text.utf8), as: TestContracts.order()).map { "\($0)" }
  }

  private static let jsonNetCases: [(String, [String])] = [
    (#"{"name":"n","ID":1,"Placed":"2026-02-04T06:54:54-05:00"}"#, []),
    (#"{"X":{"Id":"x"},"Id":1}"#, ["X (byte 1): dropped: is no member of Order"]),
    (#"{"Id":1,"id":2}"#, ["Id (byte 8): dropped: has come before; .NET takes the last value"]),
    (
      #"{"Id":null,"Total":"x","Lines":{},"Key":5}"#,
      [
        "Id (byte 6): refused: expected an integer from -2147483648 through 2147483647, found null",
        #"Total (byte 19): refused: expected a decimal number of at most 28 digits, found "x""#,
        "Lines (byte 31): refused: expected a list ArrayOfLine, found an object",
        "Key (byte 40): refused: expected a GUID, found 5",
      ]
    ),
    (
      #"{"Name":12.50,"Total":"1,5","Tags":{"a":1,"a":2}}"#,
      [
        "Name (byte 8): misread: 12.50 is no string: .NET reads its text",
        #"Total (byte 22): misread: "1,5" is read as 15"#,
        #"Tags["a"] (byte 42): dropped: has a key that has come before; .NET takes the last value"#,
      ]
    ),
    (
      #"{"Total":"1e3","Key":"{12345678-90AB-cdef-1234-567890abcdef}","Raw":[1,2],"Letter":66,"Rights":"read, EXEC"}"#,
      [#"Total (byte 9): refused: "1e3" has an exponent in quotes"#]
    ),
    (
      "{'Id':017, /* a */ Name:'\\ud83d',} x",
      [
        "(byte 6): misread: 017 is read as the octal number 15",
        "(byte 25): misread: is half of a surrogate pair, which is read as U+FFFD",
        "(byte 35): dropped: is more text after the document; .NET reads no further",
      ]
    ),
    (
      #"{"$type":"Line, X","Id":1,"When":"2026-02-04T06:54:54","Color":"Blue ,7"}"#,
      [
        #"When (byte 33): misread: "2026-02-04T06:54:54" has no offset: .NET takes that of its own zone"#,
        #"Color (byte 63): refused: "Blue ,7" is no name that the enumeration has in C#"#,
      ]
    ),
    (#"{"Id":1} x"#, ["(byte 9): dropped: is more text after the document; .NET reads no further"]),
    (
      #"{"X":1,"Id":"#,
      [
        "X (byte 1): dropped: is no member of Order",
        "Id (byte 12): refused: expected a value, found the end of the input",
      ]
    ),
  ]

  @Test("what Json.NET drops, misreads or refuses", arguments: jsonNetCases)
  func jsonNet(_ text: String, _ expected: [String]) throws {
    #expect(try findings(text) == expected)
  }

  private static let dataContractCases: [(String, [String])] = [
    (#"{"Name":"n","Id":1,"Placed":"\/Date(1770188094565+0400)\/","Color":6}"#, []),
    (
      #"{"id":1}"#,
      [
        "id (byte 1): dropped: is not Id: .NET compares names with their case",
        "Id (byte 7): refused: is required, and is missing",
      ]
    ),
    (
      #"{"Id":1,"Id":2,"Placed":"2026-02-04T06:54:54Z","Color":"Blue"}"#,
      [
        "Id (byte 8): refused: comes a second time",
        #"Placed (byte 24): refused: "2026-02-04T06:54:54Z" is no /Date(milliseconds)/"#,
        #"Color (byte 55): refused: "Blue" is a name; DataContractJsonSerializer takes numbers"#,
      ]
    ),
  ]

  @Test("what DataContractJsonSerializer drops or refuses", arguments: dataContractCases)
  func dataContract(_ text: String, _ expected: [String]) throws {
    #expect(try findings(text, .dataContractJSON) == expected)
  }

  @Test("dialects whose readers are not known are refused") func unknownReaders() {
    do {
      _ = try findings("{}", .serviceStack)
      Issue.record("no error")
    } catch {
      #expect(
        "\(error)" == "json-servicestack: expected a dialect whose .NET reader is known: json, json-camel, "
          + "json-datacontract, found json-servicestack")
    }
  }
}
