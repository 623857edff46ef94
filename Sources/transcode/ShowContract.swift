#if CLI
  import ArgumentParser
  import DataContracts

  struct ShowContract: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "contract", abstract: "Show contracts readably: types, members and roots.")

    @Argument(help: "An .xsd file or a folder of them.")
    var paths: [String]

    func run() throws {
      print(try ContractFiles.load(paths), terminator: "")
    }
  }
#endif
