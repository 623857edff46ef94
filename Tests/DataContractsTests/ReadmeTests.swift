#if Macros
  import DataContracts
  import Foundation
  import TestSupport
  import Testing

  /// What the README shows is what the package writes.
  @Suite("README")
  struct ReadmeTests {
    /// The fenced blocks of the README, by the language after their fence.
    private func blocks(_ language: String) throws -> [String] {
      let text = try String(contentsOf: Fixtures.package.appending(path: "README.md"), encoding: .utf8)
      return text.components(separatedBy: "\n```").filter { $0.hasPrefix("\(language)\n") }
        .map { String($0.dropFirst(language.count + 1)) }
    }

    /// The Swift block, as it stands there.
    private func example() throws -> (document: Document, printed: [String]) {
      let chat = try JSONFormat.camelCase.decode(ReadmeChat.self, from: Array(#"{"members":["Ann"],"id":"7"}"#.utf8))
      return (
        try Document(encoding: chat),
        ["\(chat.members[0])", String(decoding: try XMLFormat.dataContract.encode(chat), as: UTF8.self)]
      )
    }

    @Test("the record is the same in four formats") func formats() throws {
      let document = try example().document
      #expect(try blocks("xml") == [text(XMLFormat.dataContract, document)])
      #expect(try blocks("json") == [text(JSONFormat.webAPI, document)])
      #expect(try blocks("form") == [text(FormFormat.dotted, document)])
      #expect(
        try blocks("multipart") == [text(MultipartFormat.dataMediaFormatter, document).replacing("\r\n", with: "\n")])
    }

    @Test("the Swift lines print what stands under them") func output() throws {
      #expect(try blocks("text") == [example().printed.joined(separator: "\n")])
    }

    private func text(_ format: some DocumentFormat, _ document: Document) throws -> String {
      String(decoding: try format.encode(document), as: UTF8.self)
    }
  }

  @DataContract(name: "Chat", namespace: "urn:chat")
  private struct ReadmeChat {
    var id: Int32
    var name: String?
    var members: [String] = []
  }
#endif
