import Contenders
import Corpus
import Foundation

/// The peak memory of each decode, every one in a process of its own.
struct MemoryReport {
  private let options: Options
  private let contenders: [Contender]

  init(_ options: Options, only name: String) {
    self.options = options
    contenders = Contenders.all([options.generated]).filter {
      $0.question.operation == .decode && $0.question.document == options.generated.rawValue
        && (name.isEmpty || $0.fullName.contains(name))
    }
  }

  /// Whether every child did its work.
  func print() throws -> Bool {
    guard !contenders.isEmpty else { return true }
    let folder = FileManager.default.temporaryDirectory.appending(path: "ratios-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for spelling in Spelling.allCases {
      for corpus in [options.generated, .chat] { try DocumentStore.write(corpus, spelling, to: folder) }
    }
    return printTable(of: folder)
  }

  private func printTable(of folder: URL) -> Bool {
    var table = Table(["peak memory", "contender", "input MB", "growth MB", "÷ input", "verdict"], textColumns: 2)
    var isComplete = true
    for contender in contenders {
      guard let result = measure(contender, folder) else {
        isComplete = false
        table.append(["\(contender.question)", contender.name, "", "", "", "FAILED"])
        continue
      }
      table.append(row(contender, result))
    }
    Swift.print("\n## Memory: growth of the resident set during one decode, the input not counted\n\n\(table.text)")
    return isComplete
  }

  private func row(_ contender: Contender, _ result: MemoryChild.Result) -> [String] {
    let share = Double(result.growth) / Double(max(1, result.input))
    let isOurs = contender.name == Goal.contender
    return [
      "\(contender.question)", contender.name, short(Double(result.input) / 1e6), short(Double(result.growth) / 1e6),
      "\(short(share)) ×", isOurs ? verdict(Goal.memory / max(share, 0.01)) : "",
    ]
  }

  private func measure(_ contender: Contender, _ folder: URL) -> MemoryChild.Result? {
    let child = Process()
    child.executableURL = Bundle.main.executableURL
    child.arguments = ["--measure-memory", contender.fullName, folder.path]
    let output = Pipe()
    child.standardOutput = output
    guard (try? child.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    child.waitUntilExit()
    return child.terminationStatus == 0 ? MemoryChild.Result(text) : nil
  }
}
