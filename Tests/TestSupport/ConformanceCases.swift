import Foundation

/// A third-party case, as the index of its folder describes it.
///
/// Unchecked: the entry comes from a JSON file, is never changed and holds Foundation's immutable values alone.
public struct ConformanceCase: @unchecked Sendable {
  /// The case's name in the index.
  public let name: String
  /// The bytes to be read.
  public let input: [UInt8]
  /// `accept`, `reject` or `either`.
  public let expect: String
  /// The whole entry of the index.
  public let entry: [String: Any]

  /// The cases of a format; `nil` when `DATA_CONTRACTS_CONFORMANCE` is not set.
  ///
  /// - Throws: When a file is missing from the index, or the other way round.
  public static func all(_ format: String) throws -> [ConformanceCase]? {
    guard let folder = Fixtures.conformance?.appending(path: format) else { return nil }
    let data = try Data(contentsOf: folder.appending(path: "index.json"))
    let index = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let entries = index?["cases"] as? [[String: Any]] ?? []
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "cases").path)
    let named = entries.compactMap { ($0["file"] as? String)?.split(separator: "/").last.map(String.init) }
    guard Set(files) == Set(named), named.count == entries.count else { throw CocoaError(.fileReadCorruptFile) }
    return try zip(entries, named).map { entry, file in
      ConformanceCase(
        name: entry["name"] as? String ?? file,
        input: try [UInt8](Data(contentsOf: folder.appending(path: "cases/\(file)"))),
        expect: entry["expect"] as? String ?? "", entry: entry)
    }
  }
}
