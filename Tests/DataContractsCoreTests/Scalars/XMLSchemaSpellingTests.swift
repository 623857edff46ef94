import DataContractsCore
import Testing

@Suite("XML Schema's spellings")
struct XMLSchemaSpellingTests {
  @Test(
    "XML takes its own spellings only, other formats take .NET's as well",
    arguments: [
      (PrimitiveType.boolean, "1", true), (.boolean, " true ", true), (.boolean, "True", false),
      (.decimal, "+7.50", true), (.decimal, "1e2", false),
      (.duration, "PT90M", true), (.duration, "-PT0090S", true), (.duration, "1.12:00:00", false),
      (.duration, "P1W", false),
      (.dateTime, "2026-02-04T06:54:54.500+04:00", true), (.dateTime, "2026-02-04T06:54:54.500", true),
      (.dateTime, "2026-02-04", true), (.dateTime, "2026-02-04Z", true), (.dateTime, "2026-02-04+04:00", true),
      (.dateTime, "2026", true),
      (.dateTime, "2026-02-04T06:54", false), (.dateTime, "2026-02-04 06:54:54", false),
      (.dateTime, "2026-02-04T06:54:54z", false),
      (.dateTime, "2026-02-04T06:54:54+0400", false), (.dateTime, "/Date(0)/", false),
      (.dateTime, "2026-02-04T06:54+04:00", false),
      (.guid, "{3F2504E0-4F89-41D3-9A0C-0305E82C3301}", true), (.int, "+7", true), (.double, ".5", true),
    ])
  func spellings(type: PrimitiveType, text: String, isXML: Bool) throws {
    for (token, accepted) in [(DocumentBuilder.Token.text, isXML), (.string, true)] {
      var builder = ContractBuilder()
      builder.addRoot(element: QualifiedName(namespace: "", localName: "v"), type: .primitive(type))
      var document = DocumentBuilder(format: "test", contract: try builder.contract())
      do throws(DocumentError) {
        try document.value(token, text)
        #expect(accepted, "\(token)")
      } catch {
        #expect(!accepted, "\(token): \(error)")
      }
    }
  }
}
