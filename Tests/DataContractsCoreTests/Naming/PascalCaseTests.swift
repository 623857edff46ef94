import DataContractsCore
import Testing

@Suite("Names in PascalCase")
struct PascalCaseTests {
  @Test(
    "begin with the capital that .NET's invariant Char.ToUpper gives",
    arguments: [
      ("chatId", "ChatId"), ("Chat", "Chat"), ("", ""), ("_id", "_id"), ("1st", "1st"), ("ärger", "Ärger"),
      ("e\u{301}tat", "E\u{301}tat"), ("жук", "Жук"), ("日本", "日本"), ("\u{1C6}ep", "\u{1C4}ep"),
      // One code unit becomes one, and none becomes ASCII.
      ("ßeta", "ßeta"), ("ﬁrst", "ﬁrst"), ("ıd", "ıd"), ("ſet", "ſet"), ("\u{10428}x", "\u{10428}x"),
    ])
  func names(_ name: String, _ expected: String) {
    #expect(Array(PascalCase.dotNet(name).unicodeScalars) == Array(expected.unicodeScalars))
  }
}
