import Contenders
import Corpus
import Foundation
import Measure

/// The process that decodes one document once and prints how far its memory rose.
enum MemoryChild {
  /// Bytes.
  struct Result {
    let input: Int
    let growth: Int

    init(input: Int, growth: Int) {
      self.input = input
      self.growth = growth
    }

    init?(_ text: String) {
      let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      self.init(input: numbers[0], growth: numbers[1])
    }

    var text: String { "\(input) \(growth)" }
  }

  static func run(_ fullName: String, documents folder: URL) throws {
    DocumentStore.read(from: folder)
    guard let contender = contender(named: fullName) else {
      throw UsageError(description: "no contender is named \(fullName)")
    }
    try warmUp(like: contender)
    let work = try contender.prepare()
    let growth = try PeakMemory.growth(during: work.run)
    print(Result(input: work.bytes, growth: growth).text)
  }

  private static func contender(named fullName: String) -> Contender? {
    Contenders.all(Corpus.allCases).first { $0.fullName == fullName }
  }

  /// The same work on a small document brings in code and one-time tables, which are no part of the answer.
  private static func warmUp(like contender: Contender) throws {
    let question = Question(contender.question.format, contender.question.operation, Corpus.chat.rawValue)
    guard let small = self.contender(named: Contender(question, contender.name, prepare: contender.prepare).fullName)
    else { return }
    try small.prepare().run()
  }
}
