import Contenders
import Foundation
import Measure

/// A run over all questions, and its tables.
struct Report {
  private let options: Options
  private let contenders: [Contender]

  init(_ options: Options) {
    self.options = options
    contenders = Contenders.all(options.documents).filter {
      options.filter.isEmpty || $0.fullName.contains(options.filter)
    }
  }

  /// Whether every contender did its work. A missed target is no failure: a busy machine can cause it.
  func print() throws -> Bool {
    printHead()
    var failures: [String] = []
    let measurements = questions.flatMap { question in
      Measurement.measure(contenders.filter { $0.question == question }, rounds: options.rounds) {
        failures.append("\($0.fullName): \($1)")
      }
    }
    printGoals(measurements)
    printAll(measurements)
    let memoryIsFine = try MemoryReport(options, only: options.filter).print()
    for failure in failures { Swift.print("FAILED \(failure)") }
    return failures.isEmpty && memoryIsFine
  }

  /// In the order of their first contender.
  private var questions: [Question] {
    var seen: Set<Question> = []
    return contenders.map(\.question).filter { seen.insert($0).inserted }
  }

  private func printHead() {
    Swift.print("Processor time of one thread, smallest of \(options.rounds) rounds; MB = 10⁶ bytes of the document.")
    if options.isQuick { Swift.print("A smoke run on 1 MB documents: verdicts need a full run.") }
    if ThirdPartyFiles.all == nil {
      Swift.print("\(ThirdPartyFiles.variable) is not set: no rows for twitter.json and the like.")
    }
  }

  private func printGoals(_ measurements: [Measurement]) {
    var table = Table(["what", "figure", "target", "verdict"], textColumns: 1)
    for goal in Goal.all(on: options.generated) {
      guard let row = row(for: goal, measurements) else { continue }
      table.append(row)
    }
    Swift.print("\n## Targets\n\n\(table.text)")
  }

  private func row(for goal: Goal, _ measurements: [Measurement]) -> [String]? {
    let asked = measurements.filter { $0.contender.question == goal.question }
    guard let ours = asked.first(where: { $0.contender.name == goal.contender }) else { return nil }
    switch goal.measure {
    case .ratio(let peer, let target):
      guard let other = asked.first(where: { $0.contender.name == peer }) else { return nil }
      let ratio = ours.rate / other.rate
      return [
        "\(goal.title), ÷ \(peer)", "\(short(ratio)) ×", "≥ \(short(target)) ×", verdict(ratio / target),
      ]
    case .rate(let target):
      let scaled = target * min(1, copyRate(goal, measurements) / Goal.referenceCopy)
      return ["\(goal.question)", "\(short(ours.rate)) MB/s", "≥ \(short(scaled)) MB/s", verdict(ours.rate / scaled)]
    }
  }

  /// What memcpy reaches on as many bytes in this run; the reference where it was not measured.
  private func copyRate(_ goal: Goal, _ measurements: [Measurement]) -> Double {
    let question = Question(goal.question.format, .encode, goal.question.document)
    return measurements.first { $0.contender.question == question && $0.contender.name == PeerName.copy }?.rate
      ?? Goal.referenceCopy
  }

  private func printAll(_ measurements: [Measurement]) {
    var table = Table(["question", "contender", "MB/s", "median", "ns a document", "ours ÷ this"], textColumns: 2)
    for measurement in measurements {
      let ours = measurements.first { $0.contender.question == measurement.contender.question }
      let ratio = (ours?.rate ?? 0) / measurement.rate
      table.append([
        "\(measurement.contender.question)", measurement.contender.name, short(measurement.rate),
        short(measurement.medianRate), String(format: "%.0f", measurement.minimum), "\(short(ratio)) ×",
      ])
    }
    Swift.print("\n## All\n\n\(table.text)")
  }
}

/// How a figure stands to its target, as a share of it: `1` and above pass.
func verdict(_ share: Double) -> String { share >= 1 ? "pass" : "miss by \(short((1 - share) * 100)) %" }
