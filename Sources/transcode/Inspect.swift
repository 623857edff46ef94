#if CLI
  import ArgumentParser
  import DataContracts

  struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the document that was read, a value a line.")

    @OptionGroup var options: DocumentOptions

    @Option(help: "The Content-Type that came with the input, for a multipart body's boundary.")
    var contentType: String?

    @Option(help: "The multipart boundary to read with.")
    var boundary: String?

    func run() throws {
      print(try options.decode(contentType: contentType, boundary: boundary), terminator: "")
    }
  }
#endif
