#if CLI
  import ArgumentParser

  @main
  struct Transcode: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Documents of .NET services, from one wire format into another.",
      discussion: """
        A contract says what a document looks like: names, kinds and order. It comes from the XSD that .NET's
        XsdDataContractExporter writes. Without one, a document keeps what its own format knows.
        """,
      subcommands: [Convert.self, Check.self, Inspect.self, ShowContract.self, ListFormats.self]
    )
  }
#else
  /// Without the trait CLI the package has no argument parser.
  @main
  struct Transcode {
    static func main() {
      print("transcode was built without the trait CLI; build it with that trait to use it")
    }
  }
#endif
