import Foundation
import TestSupport
import Testing

/// The program as a user runs it.
@Suite("transcode")
struct TranscodeTests {
  private struct Outcome {
    let output: [UInt8]
    let errors: String
    let status: Int32

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "transcode")

  private func transcode(_ arguments: String..., input: [UInt8] = []) throws -> Outcome {
    try transcode(arguments, input: input)
  }

  private func transcode(_ arguments: [String], input: [UInt8]) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = Fixtures.package
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      output: [UInt8](output), errors: String(decoding: errors, as: UTF8.self), status: process.terminationStatus)
  }

  private func sample(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: Fixtures.samples.appending(path: name)))
  }

  @Test("XML becomes JSON, the root taken from the XML") func xmlToJSON() throws {
    let outcome = try transcode(
      "convert", "--to", "json", "--contract", "Samples/Chat", "Samples/Chat/ChatResponse.xml")
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(outcome.output == (try sample("Chat/ChatResponse.json")))
  }

  @Test("standard input is read, its format told by its first bytes; --indent indents; -o writes a file") func pipes()
    throws
  {
    let target = FileManager.default.temporaryDirectory.appending(path: "transcode-\(UUID().uuidString).xml")
    defer { try? FileManager.default.removeItem(at: target) }
    let outcome = try transcode(
      "convert", "--to", "xml", "--contract", "Samples/SupportChat", "--root", "SuntechCustSupportChat", "--indent",
      "-o",
      target.path, "-", input: sample("SupportChat/SuntechCustSupportChat.multipart"))
    #expect(outcome.errors == "")
    #expect(outcome.output == [])
    #expect(try [UInt8](Data(contentsOf: target)) == sample("SupportChat/SuntechCustSupportChat.indented.xml"))
  }

  @Test("inspect shows a value a line") func inspect() throws {
    let outcome = try transcode("inspect", "-", input: Array(#"{"a":[1,"x"]}"#.utf8))
    #expect(outcome.text == "object\n  a: list of 2\n    [0] number 1\n    [1] string \"x\"\n")
  }

  @Test("contract shows types and roots, formats lists the formats") func listings() throws {
    let contract = try transcode("contract", "Samples/Chat")
    #expect(contract.status == 0)
    #expect(contract.text.contains("ChatMember"))
    let formats = try transcode("formats")
    for name in [
      "xml", "json", "json-camel", "json-servicestack", "json-datacontract", "json-systemtext", "form", "form-dotted",
      "multipart",
    ] {
      #expect(formats.text.split(separator: "\n").contains { $0.hasPrefix("\(name) ") }, "\(name)")
    }
  }

  @Test("a bad document ends with 65, its place, its line and a caret") func badDocument() throws {
    let outcome = try transcode(
      "convert", "--from", "json", "--to", "xml", "--contract", "Samples/SupportChat", "--root",
      "SuntechCustSupportChatApiResponse", input: Array("{\n  \"response\": {\"MID\": \"one\"}\n}".utf8))
    #expect(outcome.status == 65)
    #expect(outcome.output == [])
    #expect(
      outcome.errors == """
        <stdin>:2:23: response.MID: expected an integer from -2147483648 through 2147483647, found "one"
          "response": {"MID": "one"}
                              ^

        """)
  }

  @Test(
    "every kind of bad input is refused with a clear error",
    arguments: [
      ("json", #"{"MID": 1"#), ("xml", "<SuntechCustSupportChat"), ("xml", "<Wrong/>"),
      ("xml", "<!DOCTYPE x><SuntechCustSupportChat/>"), ("json", ""), ("xml", ""), ("form", ""), ("multipart", ""),
      ("multipart", "no boundary here"), ("json", "\u{1}"), ("form", "MID=x"),
    ])
  func refused(format: String, body: String) throws {
    let outcome = try transcode(
      "convert", "--from", format, "--to", "json", "--contract", "Samples/SupportChat", "--root",
      "SuntechCustSupportChat", input: Array(body.utf8))
    #expect(outcome.status == 65, "\(outcome.text)")
    #expect(outcome.output == [])
    #expect(outcome.errors.contains("expected "), "\(outcome.errors)")
    #expect(outcome.errors.contains(", found "), "\(outcome.errors)")
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [
      ["convert", "--to", "yaml", "-"], ["convert", "-"], ["convert", "--to", "json", "--root", "X", "-"],
      ["convert", "--to", "json", "--contract", "Samples/Chat", "--root", "Nope", "-"], ["nonsense"],
      ["convert", "--to", "xml", "--from", "json", "--contract", "Samples/Chat", "-"],
      ["convert", "--to", "json", "--limit", "depth=x", "-"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try transcode(arguments, input: Array("{}".utf8))
    #expect(outcome.status == 64)
    #expect(!outcome.errors.isEmpty)
  }

  /// The document of the README's example, which is out of order.
  private static let misordered = """
    <SuntechCustSupportChat
      xmlns="http://schemas.datacontract.org/2004/07/SuntechSupportServices.Models.CustomerSupport">
      <MID>1</MID>
      <CUST_CODE>c</CUST_CODE>
      <TIMESTAMP>soon</TIMESTAMP>
      <user_name>Ann</user_name>
    </SuntechCustSupportChat>
    """

  @Test("check tells what .NET would drop, misread and refuse, as the README shows, and ends with 65") func check()
    throws
  {
    let outcome = try transcode("check", "--contract", "Samples/SupportChat", input: Array(Self.misordered.utf8))
    #expect(outcome.status == 65)
    #expect(outcome.errors == "")
    let readme = try String(contentsOf: Fixtures.package.appending(path: "README.md"), encoding: .utf8)
    let shown = readme.split(separator: "\n").filter { $0.hasPrefix("chat.xml:") }.joined(separator: "\n")
    #expect(shown.split(separator: "\n").count == 3)
    #expect(outcome.text.replacing("<stdin>", with: "chat.xml") == shown + "\n")
  }

  @Test("check of a document that .NET reads whole ends with 0", arguments: ["xml", "json", "form", "multipart"])
  func checkOfWhole(ending: String) throws {
    let file = "Samples/SupportChat/SuntechCustSupportChatApiResponse.\(ending)"
    let outcome = try transcode(
      "check", "--contract", "Samples/SupportChat", "--root", "SuntechCustSupportChatApiResponse", file)
    #expect(outcome.errors == "")
    #expect(outcome.text == "\(file): .NET reads it whole\n")
    #expect(outcome.status == 0)
  }

  @Test("check without a contract, or of a dialect whose reader is not known, says so") func uncheckable() throws {
    let bare = try transcode("check", "-", input: Array("{}".utf8))
    #expect(bare.status == 64)
    #expect(bare.errors.contains("check needs a --contract"))
    let unknown = try transcode(
      "check", "--from", "json-systemtext", "--contract", "Samples/SupportChat", "--root", "SuntechCustSupportChat",
      input: Array("{}".utf8))
    #expect(unknown.status == 65)
    #expect(
      unknown.errors == "<stdin>: expected a dialect whose .NET reader is known: json, json-camel, json-datacontract, "
        + "found json-systemtext\n")
  }

  @Test("an input that is not there ends with 66") func noInput() throws {
    let outcome = try transcode("inspect", "no-such-file.xml")
    #expect(outcome.status == 66)
    #expect(outcome.errors == "no-such-file.xml: no such file\n")
    #expect(try transcode("contract", "no-such-folder").status == 66)
  }

  @Test("a limit can be raised and lowered") func limits() throws {
    let outcome = try transcode("inspect", "--limit", "depth=2", "-", input: Array("[[[1]]]".utf8))
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.hasPrefix("<stdin>:1:3: [0][0]: expected at most 2 nested containers (limit depth), found 3\n"))
  }
}
