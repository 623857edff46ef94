import DataContracts
import Foundation
import TestSupport

/// The real DataContractSerializer: the program in `Oracle`, which runs twice.
struct Oracle {
  /// What the program knows.
  let catalogue: Catalogue
  /// The schemas that XsdDataContractExporter wrote of the program's own types.
  let schemas: [(name: String, bytes: [UInt8])]
  /// Values that the program has made.
  let made: [Written]
  /// Lines of operands and of what .NET makes of them.
  let arithmetic: [String]
  private let program: Data

  /// A document that .NET wrote: its root, and the two forms of it.
  struct Written {
    let root: String
    let xml: [UInt8]
    let stream: [UInt8]
  }

  /// What .NET made of one form of a document.
  struct Answer {
    /// Why it was not read; empty if it was.
    let failure: String
    let xml: [UInt8]
    let stream: [UInt8]
  }

  /// Compiles the program and lets it make values.
  ///
  /// - Parameter count: The values of each root.
  init(making count: Int, seed: Int) throws {
    let sources = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { $0.hasSuffix(".cs") }
    let own = sources.sorted().map { Self.sources.appending(path: $0) }
    (catalogue, schemas, made, arithmetic, program) = try Self.withFolder { folder in
      let program = folder.appending(path: "oracle.exe")
      try Mono.compile(own + [Fixtures.vectors.appending(path: "types.cs")], to: program)
      try Mono.run(program, ["prepare", folder.path, "\(count)", "\(seed)"])
      let made = try Fields.rows(Self.bytes(of: "made", in: folder), of: 3)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
      return (
        try Catalogue(String(decoding: Self.bytes(of: "catalogue", in: folder), as: UTF8.self)),
        try names.sorted().map { (name: $0, bytes: try Self.bytes(of: $0, in: folder)) },
        made.map { Written(root: Catalogue.name($0[0]), xml: $0[1], stream: $0[2]) },
        String(decoding: try Self.bytes(of: "arithmetic", in: folder), as: UTF8.self)
          .split(whereSeparator: \.isNewline).map(String.init),
        try Data(contentsOf: program)
      )
    }
  }

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle")

  /// Hands documents over, each in both forms, and returns what .NET made of either form.
  func exchange(_ documents: [Written]) throws -> [(ofXML: Answer, ofStream: Answer)] {
    let requests = documents.flatMap { [Array(Catalogue.bracedName($0.root).utf8), $0.xml, $0.stream] }
    let rows = try Self.withFolder { folder in
      let program = folder.appending(path: "oracle.exe")
      try self.program.write(to: program)
      try Data(Fields.joined(requests)).write(to: folder.appending(path: "requests"))
      let files = ["requests", "responses"].map { folder.appending(path: $0).path }
      try Mono.run(program, ["exchange"] + files)
      return try Fields.rows(Self.bytes(of: "responses", in: folder), of: 6)
    }
    return rows.map { (Self.answer($0[0...2]), Self.answer($0[3...5])) }
  }

  private static func answer(_ fields: ArraySlice<[UInt8]>) -> Answer {
    let fields = Array(fields)
    return Answer(failure: String(decoding: fields[0], as: UTF8.self), xml: fields[1], stream: fields[2])
  }

  private static func bytes(of name: String, in folder: URL) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  private static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "data-contracts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
