import DataContracts

/// What comes of a vector that is read otherwise than .NET reads it.
public enum FieldOutcome: Sendable, Equatable, CustomStringConvertible {
  /// The whole text of the error.
  case refused(String)
  /// What .NET's object is in JSON, with the first text in place of the second.
  case reads(String, insteadOf: String)
  /// The document in JSON, where .NET has an error.
  case readsAlone(String)

  /// Swift's spelling of the value, for the output of tests.
  public var description: String {
    switch self {
    case .refused(let text): ".refused(\(text.debugDescription))"
    case .reads(let text, let other): ".reads(\(text.debugDescription), insteadOf: \(other.debugDescription))"
    case .readsAlone(let text): ".readsAlone(\(text.debugDescription))"
    }
  }

  /// Whether this is what came of a vector: `document` in JSON or the error, where .NET has `expected` or an error.
  public func fits(_ document: String?, _ error: String?, expected: String?) -> Bool {
    switch self {
    case .refused(let text): error == text
    case .readsAlone(let text): document == text && expected == nil
    case .reads(let text, let other):
      document != nil && expected?.contains(other) == true && document == expected?.replacing(other, with: text)
    }
  }
}

/// Reads the vectors of a format and compares each with what .NET read.
public struct FieldComparison: Sendable {
  /// The vectors that were read as .NET reads them, errors included.
  public private(set) var same = 0
  /// What came of the others.
  public private(set) var others: [String: FieldOutcome] = [:]

  /// - Parameters:
  ///   - expected: Outcomes that are known; one that fits is taken as it is.
  ///   - decode: Reads a vector under its contract.
  public init(
    of vectors: [FieldVector], expected: [String: FieldOutcome],
    _ decode: (FieldVector, Contract?) throws(DocumentError) -> Document
  ) throws {
    for vector in vectors {
      let contract = try vector.contract()
      let theirs = try vector.isError ? nil : vector.expectedJSON(contract)
      var ours: String?
      var error: String?
      do { ours = try CanonicalJSON.text(decode(vector, contract)) } catch { ours = nil }
      do throws(DocumentError) { _ = try decode(vector, contract) } catch let failure { error = "\(failure)" }
      if let known = expected[vector.name], known.fits(ours, error, expected: theirs) {
        others[vector.name] = known
      } else if ours == theirs {
        same += 1
      } else {
        others[vector.name] = error.map { .refused($0) } ?? Self.difference(ours ?? "", theirs)
      }
    }
  }

  /// The part in which two texts differ.
  private static func difference(_ ours: String, _ theirs: String?) -> FieldOutcome {
    guard let theirs else { return .readsAlone(ours) }
    let start = zip(ours, theirs).prefix { $0 == $1 }.count
    let end = zip(ours.dropFirst(start).reversed(), theirs.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    return .reads(
      String(ours.dropFirst(start).dropLast(end)), insteadOf: String(theirs.dropFirst(start).dropLast(end)))
  }
}

extension FieldVector {
  /// What .NET read, as sorted JSON. A type that holds files has no JSON of its own and is compared as it stands.
  public func expectedJSON(_ contract: Contract?) throws -> String? {
    guard let file = file("expected.json") else { return nil }
    let document = contract.flatMap { try? JSONFormat.webAPI.decode(file, as: $0) }
    return try CanonicalJSON.text(document ?? JSONFormat.webAPI.decode(file))
  }
}
