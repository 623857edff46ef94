#if Macros
  import Foundation
  import Testing

  /// What the macros write, in files: `Expansions/name.input` and `Expansions/name.expanded`.
  ///
  /// `RECORD_SNAPSHOTS=1 swift test --filter ExpansionTests` writes the second ones anew, to be read before they are kept.
  @Suite("Expansions")
  struct ExpansionTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expansions")

    private static let names: [String] = {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return files.filter { $0.hasSuffix(".input") }.map { String($0.dropLast(6)) }.sorted()
    }()

    @Test("the macros write what is on file", arguments: names) func expansion(_ name: String) throws {
      let input = try String(contentsOf: Self.folder.appending(path: "\(name).input"), encoding: .utf8)
      let file = Self.folder.appending(path: "\(name).expanded")
      let source = MacroSource(input)
      #expect(source.diagnostics == [])
      if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try source.expanded.write(to: file, atomically: true, encoding: .utf8)
      }
      #expect(try source.expanded == String(contentsOf: file, encoding: .utf8))
    }

    @Test("the folder is not empty") func folderIsThere() { #expect(Self.names.count >= 12) }
  }
#endif
