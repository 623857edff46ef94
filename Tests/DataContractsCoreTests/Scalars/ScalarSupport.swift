import Testing

@testable import DataContractsCore

/// The outcome of canonicalizing a text, and the canonical form when there is one.
struct Canonical: Equatable, CustomStringConvertible {
  var outcome: Canonicalization
  var text: String?

  var description: String { "\(outcome) \(text ?? "-")" }

  static let malformed = Canonical(outcome: .malformed)
  static let outOfRange = Canonical(outcome: .outOfRange)
  static let losesPrecision = Canonical(outcome: .losesPrecision)

  static func rewritten(_ text: String) -> Canonical { Canonical(outcome: .rewritten, text: text) }
  static func unchanged(_ text: String) -> Canonical { Canonical(outcome: .unchanged, text: text) }
}

/// Canonicalizes behind some output that must stay as it is.
func canonical(_ type: PrimitiveType, _ text: String, rounds: Bool = false) -> Canonical {
  canonical(type, Array(text.utf8), rounds: rounds)
}

func canonical(_ type: PrimitiveType, _ bytes: [UInt8], rounds: Bool = false) -> Canonical {
  let before: [UInt8] = [1, 2, 3]
  var output = before
  let outcome = bytes.withUnsafeBufferPointer { type.canonicalize($0.span, rounds: rounds, into: &output) }
  if !output.starts(with: before) { Issue.record("\(type) \(bytes) changed the output before") }
  let appended = Array(output.dropFirst(before.count))
  switch outcome {
  case .rewritten:
    return Canonical(outcome: outcome, text: String(decoding: appended, as: UTF8.self))
  case .unchanged:
    if !appended.isEmpty { Issue.record("\(type) \(bytes) appended \(appended)") }
    return Canonical(outcome: outcome, text: String(decoding: bytes, as: UTF8.self))
  case .malformed, .outOfRange, .losesPrecision:
    if !appended.isEmpty { Issue.record("\(type) \(bytes) appended \(appended)") }
    return Canonical(outcome: outcome)
  }
}

/// Calls a printer and returns what it appended.
func printed(_ body: (inout [UInt8]) -> Void) -> String {
  var output: [UInt8] = []
  body(&output)
  return String(decoding: output, as: UTF8.self)
}

/// Like `#expect`, for loops of many thousand turns, where the macro's bookkeeping takes most of the time.
func check(
  _ isRight: Bool, _ about: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
) {
  if !isRight { Issue.record("\(about())", sourceLocation: sourceLocation) }
}

func withSpan<Result>(_ text: String, _ body: (Span<UInt8>) -> Result) -> Result {
  Array(text.utf8).withUnsafeBufferPointer { body($0.span) }
}
