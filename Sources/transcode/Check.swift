#if CLI
  import ArgumentParser
  import DataContracts
  import Foundation

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what a .NET service would silently drop, misread or refuse of a document.",
      discussion: """
        Each finding is a line: file:line:column, byte, path, what becomes of the part, and why. Ends with 0 when .NET \
        would read the document whole, and with 65 when it would not.
        """)

    @OptionGroup var options: DocumentOptions

    @Option(help: "The Content-Type that came with the input, for a multipart body's boundary.")
    var contentType: String?

    @Option(help: "The multipart boundary to read with.")
    var boundary: String?

    mutating func validate() throws {
      guard !options.contract.isEmpty else { throw ValidationError("check needs a --contract") }
    }

    func run() throws {
      let input = try InputFile(options.input)
      let findings = try findings(in: input)
      guard !findings.isEmpty else { return print("\(input.displayName): .NET reads it whole") }
      print(findings.report(file: input.displayName, input: input.bytes), terminator: "")
      let limit = try options.settings().decoding.limits.findings
      if findings.count >= limit { print("\(input.displayName): the first \(limit) findings (limit findings)") }
      throw Failure.badDocument
    }

    private func findings(in input: InputFile) throws -> [Finding] {
      let format = try input.format(options.from)
      guard let contract = try options.loadContract(for: format) else { return [] }
      var settings = try options.settings()
      settings.contentType = contentType
      settings.boundary = boundary
      do throws(DocumentError) {
        return try format.format(settings).findings(in: input.bytes, as: contract)
      } catch {
        throw Failure.report(error, in: input)
      }
    }
  }
#endif
