#if CLI
  import ArgumentParser
  import DataContracts

  struct ListFormats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "formats", abstract: "List the formats: names, media types, what each can lose.")

    func run() throws {
      let width = WireFormat.all.map(\.name.count).max() ?? 0
      for format in WireFormat.all {
        let name = format.name.padding(to: width)
        print("\(name)  \(format.summary)")
        print("\("".padding(to: width))  \(format.mediaTypes.joined(separator: ", "))")
        print("\("".padding(to: width))  loses \(format.losses)")
      }
    }
  }

  extension String {
    fileprivate func padding(to width: Int) -> String {
      self + String(repeating: " ", count: max(0, width - count))
    }
  }
#endif
