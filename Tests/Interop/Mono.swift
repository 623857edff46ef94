import Foundation

/// Debian's Mono, where it is installed: the packages `mono-mcs`, `mono-runtime` and
/// `libmono-system-runtime-serialization4.0-cil`.
enum Mono {
  static let isInstalled = compiler != nil && hasSerialization

  /// Whether a machine without Mono fails the tests: where `DATA_CONTRACTS_REQUIRE_MONO` is set.
  static let isRequired = ProcessInfo.processInfo.environment["DATA_CONTRACTS_REQUIRE_MONO"] != nil

  private static let compiler = executable("mcs")
  private static let runtime = executable("mono")

  /// Whether the runtime has the library that the serializer is in, which is a package of its own.
  private static let hasSerialization =
    runtime.map { runtime in
      let library = runtime.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "lib/mono/4.5/System.Runtime.Serialization.dll")
      return FileManager.default.fileExists(atPath: library.path)
    } ?? false

  private static func executable(_ name: String) -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Compiles a program.
  static func compile(_ sources: [URL], to program: URL) throws {
    let options = ["-nologo", "-warn:0", "-r:System.Runtime.Serialization.dll", "-r:System.Xml.dll"]
    try run(compiler, options + ["-out:\(program.path)"] + sources.map(\.path))
  }

  /// Runs a program, four hours ahead of UTC.
  static func run(_ program: URL, _ arguments: [String]) throws {
    try run(runtime, [program.path] + arguments)
  }

  private static func run(_ executable: URL?, _ arguments: [String]) throws {
    guard let executable else { throw Failure(message: "Mono is not installed") }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["TZ": "Asia/Dubai"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(message: text) }
  }

  /// What a program printed that ended with another status than 0.
  struct Failure: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
  }
}
