import Foundation

/// Files that tests read: the vectors of real .NET serializers, and the samples.
public enum Fixtures {
  /// The package's folder.
  public static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What .NET wrote and read: `Tests/Fixtures/vectors`.
  public static let vectors = package.appending(path: "Tests/Fixtures/vectors")

  /// The documented services: `Samples`.
  public static let samples = package.appending(path: "Samples")

  /// Third-party conformance cases, which the project does not hold: the folder in `DATA_CONTRACTS_CONFORMANCE`.
  public static var conformance: URL? {
    ProcessInfo.processInfo.environment["DATA_CONTRACTS_CONFORMANCE"].map { URL(filePath: $0) }
  }

  /// The bytes of a file below the vectors' folder.
  public static func vector(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: vectors.appending(path: path)))
  }
}
