import DataContracts
import Foundation
import TestSupport

/// The types that the program knows, by where their schemas are.
struct Catalogue {
  /// Types that share schemas.
  struct Source {
    let name: String
    /// Elements of documents, `{namespace}Name`.
    var roots: [String] = []
    /// Those of the roots whose schema allows values that the class does not have.
    var readOnly: Set<String> = []
    /// Types that a member of type `object` may have, beside the primitive ones.
    var known: [String] = []
  }

  private(set) var sources: [Source] = []
  /// Classes that only derived ones can be made of, which a schema does not say.
  private(set) var abstract: Set<String> = []

  /// Reads lines of a word, a tab and a name.
  init(_ text: String) throws {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 2 else { throw Mono.Failure(message: "a line of the catalogue: \(line)") }
      if parts[0] == "source" { sources.append(Source(name: parts[1])) }
      if parts[0] == "abstract" { abstract.insert(Self.name(parts[1])) }
      guard let last = sources.indices.last else { continue }
      if parts[0] == "root" || parts[0] == "schemaAllowsMore" { sources[last].roots.append(Self.name(parts[1])) }
      if parts[0] == "schemaAllowsMore" { sources[last].readOnly.insert(Self.name(parts[1])) }
      if parts[0] == "known" { sources[last].known.append(Self.name(parts[1])) }
    }
  }

  /// A name without a namespace has no braces.
  static func name(_ text: String) -> String { text.hasPrefix("{}") ? String(text.dropFirst(2)) : text }

  static func name(_ text: [UInt8]) -> String { name(String(decoding: text, as: UTF8.self)) }

  /// The name as the program writes it.
  static func bracedName(_ name: String) -> String { name.hasPrefix("{") ? name : "{}\(name)" }
}

extension Oracle {
  /// The contract of a source: from the samples' schemas, from the vectors', and from those that the program wrote.
  func contract(of source: Catalogue.Source) throws -> Contract {
    switch source.name {
    case "chat": try Sample.all[2].contract()
    case "support": try Sample.all[0].contract()
    case "vectors": try Self.contract(in: Fixtures.vectors.appending(path: "xsd"))
    default: try Contract(xsdFiles: schemas)
    }
  }

  private static func contract(in folder: URL) throws -> Contract {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
    return try Contract(
      xsdFiles: names.sorted().map { (name: $0, bytes: try [UInt8](Data(contentsOf: folder.appending(path: $0)))) })
  }
}
