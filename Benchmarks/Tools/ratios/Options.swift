import Corpus
import Foundation

/// The command line of `ratios`.
struct Options {
  static let usage = """
    usage: ratios [--quick] [--rounds N] [--filter TEXT] [--memory [NAME]]

      --quick         a smoke run: 1 MB documents instead of 10 MB, 3 rounds, under 20 seconds
      --rounds N      samples a contender; default 15
      --filter TEXT   only questions or contenders whose name contains TEXT, such as "XML decode"
      --memory NAME   only the peak memory of the contenders whose name contains NAME (all without one)
    """

  enum Mode {
    case ratios
    case memory(String)
    /// What `--memory` starts for each contender, in a process of its own.
    case measureMemory(String, URL)
    case help
  }

  private(set) var mode = Mode.ratios
  private(set) var rounds = 15
  private(set) var filter = ""
  private(set) var isQuick = false

  init(_ arguments: ArraySlice<String>) throws(UsageError) {
    var rest = arguments
    var roundsGiven: Int?
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--rounds": roundsGiven = try Self.positive(rest.popFirst())
      case "--filter": filter = try Self.required(rest.popFirst(), argument)
      case "--memory": mode = .memory(rest.first.map { $0.hasPrefix("--") } == false ? rest.removeFirst() : "")
      case "--measure-memory": mode = try Self.child(&rest)
      case "--help", "-h": mode = .help
      default: throw UsageError(description: "unknown argument \(argument)")
      }
    }
    rounds = roundsGiven ?? (isQuick ? 3 : 15)
  }

  /// The generated document of this run: 10 MB of JSON, or 1 MB in a smoke run.
  var generated: Corpus { isQuick ? .mid : .large }

  /// XMLParser and XMLCoder refuse 10 MB of XML, so that a full run shows them on 1 MB as well.
  var documents: [Corpus] { isQuick ? [.suntech, .chat, .mid] : [.suntech, .chat, .mid, .large] }

  private static func child(_ rest: inout ArraySlice<String>) throws(UsageError) -> Mode {
    let name = try required(rest.popFirst(), "--measure-memory")
    return .measureMemory(name, URL(filePath: try required(rest.popFirst(), "--measure-memory")))
  }

  private static func required(_ value: String?, _ option: String) throws(UsageError) -> String {
    guard let value else { throw UsageError(description: "\(option) needs a value") }
    return value
  }

  private static func positive(_ value: String?) throws(UsageError) -> Int {
    guard let number = Int(try required(value, "--rounds")), number > 0 else {
      throw UsageError(description: "--rounds needs a number above 0")
    }
    return number
  }
}

/// A command line that makes no sense.
struct UsageError: Error {
  let description: String
}
