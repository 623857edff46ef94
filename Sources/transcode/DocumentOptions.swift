#if CLI
  import ArgumentParser
  import DataContracts
  import Foundation

  /// What `convert` and `inspect` share: the input, its format and its contract.
  struct DocumentOptions: ParsableArguments {
    @Option(help: "The input's format; otherwise its file ending says it, then its first bytes.")
    var from: String?

    @Option(help: "An .xsd file or a folder of them; may be given several times.")
    var contract: [String] = []

    @Option(help: "The root element, {namespace}Name or a name that only one has; XML says it itself.")
    var root: String?

    @Option(help: "A bound to change, such as formPairs=300000; may be given several times.")
    var limit: [String] = []

    @Option(help: "The zone of dates without one where JSON counts milliseconds, as +04:00; otherwise this machine's.")
    var utcOffset: String?

    @Flag(name: .customLong("like-dotnet"), help: "Read with .NET's own leniency, where it has to guess too.")
    var likeDotNet = false

    @Argument(help: "A file, or - for standard input.")
    var input = "-"

    mutating func validate() throws {
      if let from { _ = try WireFormat.requested(from) }
      guard root == nil || !contract.isEmpty else { throw ValidationError("--root needs a --contract") }
      _ = try limits()
      _ = try unspecifiedDateOffset()
    }

    /// The contract with the root that documents of `format` have; `nil` when no contract was named.
    func loadContract(for format: WireFormat) throws -> Contract? {
      guard !contract.isEmpty else { return nil }
      let contract = try ContractFiles.load(self.contract)
      if let root { return try chosen(root, of: contract) }
      guard contract.root == nil, !format.name.hasPrefix("xml") else { return contract }
      throw ValidationError("the contract has several roots: name one with --root, such as \(Self.examples(contract))")
    }

    private func chosen(_ root: String, of contract: Contract) throws -> Contract {
      do throws(DocumentError) {
        return try contract.rooted(at: root)
      } catch {
        throw ValidationError("--root: \(error.problem)")
      }
    }

    private static func examples(_ contract: Contract) -> String {
      contract.roots.prefix(4).map(\.element.localName).joined(separator: ", ")
    }

    func settings() throws -> WireFormat.Settings {
      var settings = WireFormat.Settings()
      if likeDotNet { settings.decoding = .likeDotNet }
      settings.decoding.limits = try limits()
      settings.unspecifiedDateOffset = try unspecifiedDateOffset()
      return settings
    }

    /// In minutes.
    func unspecifiedDateOffset() throws -> Int {
      try utcOffset.map(UTCOffset.minutes) ?? UTCOffset.ofThisMachine
    }
  }

  extension DocumentOptions {
    private func limits() throws -> Limits {
      var limits = Limits()
      for setting in limit {
        let parts = setting.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let path = Self.limitNames[String(parts[0])], let value = Int(parts[1]), value > 0
        else {
          let names = Self.limitNames.keys.sorted().joined(separator: ", ")
          throw ValidationError("--limit takes NAME=NUMBER; the names are \(names)")
        }
        limits[keyPath: path] = value
      }
      return limits
    }

    private static var limitNames: [String: WritableKeyPath<Limits, Int>] {
      [
        "depth": \.depth, "keyDepth": \.keyDepth, "inputBytes": \.inputBytes, "textBytes": \.textBytes,
        "numberBytes": \.numberBytes, "nameBytes": \.nameBytes, "nodes": \.nodes,
        "elementAttributes": \.elementAttributes, "formPairs": \.formPairs, "parts": \.parts,
        "partHeaders": \.partHeaders, "partHeaderBytes": \.partHeaderBytes, "findings": \.findings,
      ]
    }

    /// Reads the input and decodes it; tells of a failure with its place in the input.
    func decode(contentType: String?, boundary: String?) throws -> Document {
      let input = try InputFile(self.input)
      let format = try input.format(from)
      let contract = try loadContract(for: format)
      var settings = try settings()
      settings.contentType = contentType
      settings.boundary = boundary
      let progress = Progress(bytes: input.bytes.count)
      defer { progress.clear() }
      progress.show("reading \(format.name)")
      do throws(DocumentError) {
        return try format.format(settings).decode(input.bytes, as: contract)
      } catch {
        progress.clear()
        throw Failure.report(error, in: input)
      }
    }
  }
#endif
