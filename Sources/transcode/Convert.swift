#if CLI
  import ArgumentParser
  import DataContracts
  import Foundation

  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a document in another format, exactly as the .NET service would.")

    @OptionGroup var options: DocumentOptions

    @Option(help: "The output's format.")
    var to: String

    @Option(help: "The Content-Type that came with the input, for a multipart body's boundary.")
    var contentType: String?

    @Option(help: "The multipart boundary to read and to write with.")
    var boundary: String?

    @Flag(help: "Indent the output by two spaces a level.")
    var indent = false

    @Option(help: "The assembly of C# types that ServiceStack's type names end in, such as Zoo.")
    var assembly = ""

    @Option(name: .short, help: "Write to this file and not to standard output.")
    var output: String?

    mutating func validate() throws {
      _ = try WireFormat.requested(to)
    }

    func run() throws {
      let document = try options.decode(contentType: contentType, boundary: boundary)
      var settings = WireFormat.Settings()
      settings.indentation = indent ? 2 : 0
      settings.boundary = boundary
      settings.unspecifiedDateOffset = try options.unspecifiedDateOffset()
      settings.assembly = assembly
      try write(encode(document, settings))
    }

    private func encode(_ document: Document, _ settings: WireFormat.Settings) throws -> [UInt8] {
      let format = try WireFormat.requested(to)
      do throws(DocumentError) {
        return try format.format(settings).encode(document)
      } catch {
        // The place is in the document and not in the input's bytes.
        throw Failure.report(error.description, Failure.badDocument)
      }
    }

    private func write(_ bytes: [UInt8]) throws {
      guard let output else { return try FileHandle.standardOutput.write(contentsOf: Data(bytes)) }
      do {
        try Data(bytes).write(to: URL(filePath: output))
      } catch {
        throw Failure.report("\(output): cannot be written", ExitCode(73))
      }
    }
  }
#endif
