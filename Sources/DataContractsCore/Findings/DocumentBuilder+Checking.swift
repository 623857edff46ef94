// A check reads a document as ever, but a refusal is noted and null stands for the value, so that one run finds
// everything. What .NET does otherwise than this package is noted as well. All of it is off the hot paths: under a
// check no member is the expected one and every text is too long, so that each goes the slow way, where these are.
extension DocumentBuilder {
  /// Whether the document is held against the rules of a reader of .NET's.
  package var isChecking: Bool { mutating get { reader != nil } }

  /// Notes a finding about the value, member or item that was named last.
  package mutating func note(
    _ kind: Finding.Kind, _ effect: Finding.Effect, _ reason: String, at offset: Int
  ) {
    note(kind, effect, reason, path: path, at: offset)
  }

  /// Notes a finding about a member of the open object that the contract does not have under this name.
  package mutating func note(
    _ kind: Finding.Kind, _ effect: Finding.Effect, member name: String, _ reason: String, at offset: Int
  ) {
    note(kind, effect, reason, path: containerPath(adding: .member(name)), at: offset)
  }

  /// Notes what this package would have given as an error, for .NET gives one as well.
  package mutating func note(_ error: DocumentError, at offset: Int? = nil) {
    let kind: Finding.Kind =
      switch error.code {
      case .missingMember: .missing
      case .duplicateMember: .duplicate
      case .unknownMember: .unknownMember
      case .syntax, .unsupported: .syntax
      default: .value
      }
    note(kind, .refused, error.problem, path: error.path, at: offset ?? error.offset ?? 0)
  }

  /// Notes a finding about the value at a path.
  package mutating func note(
    _ kind: Finding.Kind, _ effect: Finding.Effect, _ reason: String, path: DocumentPath, at offset: Int
  ) {
    guard findings.count < options.limits.findings else { return }
    findings.append(Finding(kind, effect, path: path, offset: offset, reason: reason))
  }

  /// The path of the container that is open, or of one of its members.
  func containerPath(adding component: DocumentPath.Component? = nil) -> DocumentPath {
    var path = path
    let hasStep = top.kind == .object || top.kind == .untypedObject ? top.member != Node.noName : top.kind.isList
    if hasStep, !path.components.isEmpty { path.components.removeLast() }
    if let component { path.components.append(component) }
    return path
  }

  /// Throws the error; under a check it is noted, and null stands for the value.
  @inline(never)
  mutating func refuse(_ error: DocumentError) throws(DocumentError) {
    guard reader != nil else { throw error }
    note(error)
    try appendPlaceholder(at: error.offset ?? 0)
  }

  /// Throws the error; under a check it is noted, and the container that begins is passed over.
  @inline(never)
  mutating func refuseContainer(_ error: DocumentError) throws(DocumentError) {
    try refuse(error)
    skipped = 2
  }

  /// Puts null in the place of a value that could not be read.
  package mutating func appendPlaceholder(at offset: Int) throws(DocumentError) {
    try append(.null, start: 0, extent: 0, flags: [], at: offset)
    finishScalar()
  }

  /// Notes an error of the format's that concerns the value which comes next, and puts null in its place.
  ///
  /// - Returns: `false` when there is no going on after the error: no check, a limit, no value to be replaced.
  package mutating func recovers(from error: DocumentError, at offset: Int) -> Bool {
    guard reader != nil, pending.isExpected, skipped == 0, error.code != .limitExceeded else { return false }
    note(error, at: offset)
    return (try? appendPlaceholder(at: offset)) != nil
  }

  /// Ends a check.
  ///
  /// - Parameter failure: What ended the reading before the document's end.
  /// - Throws: A failure that says nothing of .NET: one of code ``DocumentError/Code/limitExceeded`` or `contract`.
  package consuming func finishCheck(after failure: DocumentError?) throws(DocumentError) -> [Finding] {
    guard let failure else { return findings }
    guard failure.code != .limitExceeded, failure.code != .contract else { throw failure }
    note(failure)
    return findings
  }
}
