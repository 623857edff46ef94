import DataContractsCore
import DataContractsForm
import TestSupport
import Testing

@Suite("Findings in forms")
struct FindingTests {
  private static let cases: [(String, [String])] = [
    ("id=1&Lines[0].Sku=a&Lines[1][Sku]=b&Tags[0].Key=k&Tags[0].Value=1", []),
    (
      "Id=1&Id=2&X=3",
      [
        "Id (byte 8): dropped: comes a second time; .NET takes the first value",
        "X (byte 10): dropped: is no member of Order",
      ]
    ),
    (
      "Lines[0].Sku=a&Lines[2].Sku=b",
      ["Lines[1] (byte 15): dropped: has index 2, and none has 1: .NET reads no further"]
    ),
    ("Lines[1].Sku=a", ["Lines[0] (byte 0): dropped: has index 1, and none has 0: .NET reads no further"]),
    (
      "Tags[a]=1&Tags[b]=2",
      [
        "Tags[0] (byte 0): dropped: is named by its key; .NET reads [0].Key and [0].Value",
        "Tags[0] (byte 10): dropped: is named by its key; .NET reads [0].Key and [0].Value",
      ]
    ),
    (
      "Id=&Color=Purple&Key[a]=1",
      [
        #"Id (byte 3): refused: expected an integer from -2147483648 through 2147483647, found """#,
        #"Color (byte 10): refused: "Purple" is no name that the enumeration has in C#"#,
        "Key (byte 17): dropped: has members and should have a value",
      ]
    ),
  ]

  @Test("what the model binder drops or refuses", arguments: cases)
  func modelBinder(_ form: String, _ expected: [String]) throws {
    let findings = try FormFormat.bracketed.findings(in: Array(form.utf8), as: TestContracts.order())
    #expect(findings.map { "\($0)" } == expected)
  }
}
