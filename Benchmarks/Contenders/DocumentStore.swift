import Corpus
import Foundation
import Synchronization

/// The corpus as bytes, each document made once a process.
public enum DocumentStore {
  private struct State {
    var folder: URL?
    var known: [String: [UInt8]] = [:]
  }

  private static let state = Mutex(State())

  /// Reads documents from files that ``write(_:_:to:)`` made instead of generating them.
  ///
  /// For measuring memory: a generator leaves freed memory behind, which the measured work would use unnoticed.
  public static func read(from folder: URL) { state.withLock { $0.folder = folder } }

  public static func bytes(_ corpus: Corpus, _ spelling: Spelling) throws -> [UInt8] {
    try state.withLock { state in
      let name = fileName(corpus, spelling)
      if let bytes = state.known[name] { return bytes }
      let bytes = try state.folder.map { try [UInt8](Data(contentsOf: $0.appending(path: name))) }
      let made = bytes ?? corpus.bytes(spelling)
      state.known[name] = made
      return made
    }
  }

  public static func write(_ corpus: Corpus, _ spelling: Spelling, to folder: URL) throws {
    try Data(bytes(corpus, spelling)).write(to: folder.appending(path: fileName(corpus, spelling)))
  }

  private static func fileName(_ corpus: Corpus, _ spelling: Spelling) -> String {
    "\(corpus.rawValue).\(spelling.rawValue)"
  }
}

/// JSON files of others, beside the corpus: twitter.json, citm_catalog.json, canada.json and the like.
public enum ThirdPartyFiles {
  /// The environment variable that names their folder.
  public static let variable = "DATA_CONTRACTS_PERF_CORPUS"

  /// The files in it, by name; `nil` when the variable is not set.
  public static var all: [URL]? {
    guard let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty else { return nil }
    let files = try? FileManager.default.contentsOfDirectory(
      at: URL(filePath: path), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }
}
