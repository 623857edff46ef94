/// One way of doing one piece of work: what the benchmarks run side by side.
public struct Contender {
  public let question: Question
  public let name: String
  /// Makes the input and everything else that is not measured.
  public let prepare: () throws -> Work

  public init(_ question: Question, _ name: String, prepare: @escaping () throws -> Work) {
    self.question = question
    self.name = name
    self.prepare = prepare
  }

  public var fullName: String { "\(question): \(name)" }
}

/// What is asked of several contenders: a format, a direction, a document.
public struct Question: Hashable, CustomStringConvertible {
  public enum Operation: String { case decode, encode }

  public let format: String
  public let operation: Operation
  public let document: String

  public init(_ format: String, _ operation: Operation, _ document: String) {
    self.format = format
    self.operation = operation
    self.document = document
  }

  public var description: String { "\(format) \(operation.rawValue), \(document)" }
}

/// The measured part: its result is used and freed inside `run`.
public struct Work {
  /// The size of the document in the format: what is read, or what is written.
  public let bytes: Int
  public let run: () throws -> Void

  public init(bytes: Int, run: @escaping () throws -> Void) {
    self.bytes = bytes
    self.run = run
  }
}
