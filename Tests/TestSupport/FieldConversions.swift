import DataContracts

/// What came of converting each vector that has two files.
public struct FieldConversions: Sendable {
  /// How many came out byte for byte.
  public private(set) var same = 0
  /// The cases that did not.
  public private(set) var others: Set<String> = []

  /// Reads one file of each case and compares what is written of it with the other.
  ///
  /// - Parameters:
  ///   - source: The file that is read, such as `jsonnet.json`.
  ///   - target: The file that is to come out.
  public init(
    from source: String, _ reader: some DocumentFormat, to target: String, _ writer: some DocumentFormat
  ) throws {
    for vector in FieldVectors.written {
      guard let input = vector.file(source), let expected = vector.file(target) else { continue }
      let contract = try vector.contract()
      if (try? writer.encode(reader.decode(input, as: contract))) == expected {
        same += 1
      } else {
        others.insert(vector.name)
      }
    }
  }
}

/// A rule by which something is lost, and the cases that it touches.
public struct FieldRule: Sendable {
  /// What is lost, and to what.
  public let rule: String
  /// The vectors' names.
  public let cases: Set<String>

  /// A rule and the names of the cases.
  public init(_ rule: String, _ cases: String...) {
    self.rule = rule
    self.cases = Set(cases)
  }
}

extension [FieldRule] {
  /// The cases of all rules.
  public var cases: Set<String> { reduce(into: []) { $0.formUnion($1.cases) } }
}
