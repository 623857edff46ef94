import DataContractsCore

extension FieldTree {
  /// A failure at the name or value that is being read.
  package func failure(
    _ code: DocumentError.Code, expected: String, found: String, at offset: Int
  ) -> DocumentError {
    DocumentError(code, format: settings.format, offset: Int(place(offset)), expected: expected, found: found)
  }

  /// Where in the input a byte of a name stands.
  @inline(__always)
  func place(_ position: Int) -> UInt32 { UInt32(truncatingIfNeeded: origin.offset ?? position) }

  /// Notes a finding about the name that was read last; a check shows it.
  package mutating func note(_ kind: Finding.Kind, _ effect: Finding.Effect, _ reason: String, at offset: Int) {
    guard findings.count < settings.options.limits.findings else { return }
    findings.append(Finding(kind, effect, path: currentPath, offset: offset, reason: reason))
  }

  func tooDeep(at offset: Int) -> DocumentError {
    failure(
      .limitExceeded, expected: "a name of at most \(depthLimit) steps (limit keyDepth)", found: "\(depthLimit + 1)",
      at: offset)
  }

  func nameTooLong(at offset: Int) -> DocumentError {
    failure(
      .limitExceeded, expected: "a name of at most \(settings.options.limits.nameBytes) bytes (limit nameBytes)",
      found: "a longer one", at: offset)
  }

  func misplacedAppend(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "\"[]\" at the end of a name", found: "more after it", at: offset)
  }

  func textAfterBracket(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "\".\", \"[\" or the name's end after \"]\"", found: "other text", at: offset)
  }

  func unopenedBracket(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "\"[\" before \"]\"", found: "none", at: offset)
  }

  func nestedBracket(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "\"]\"", found: "a second \"[\"", at: offset)
  }

  func unclosedBracket(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "\"]\"", found: "the name's end", at: offset)
  }

  func bracketFirst(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "a name or an index", found: "a bracket first", at: offset)
  }

  func emptyStep(at offset: Int) -> DocumentError {
    failure(.syntax, expected: "a name beside each \".\"", found: "none", at: offset)
  }

  func valueAndMembers(at offset: Int) -> DocumentError {
    conflict(expected: "a value or members under one name", found: "both", at: offset)
  }

  func repeatedName(at offset: Int) -> DocumentError {
    conflict(expected: "a repeated name of several steps to end in \"[]\"", found: "it without", at: offset)
  }

  private func conflict(expected: String, found: String, at offset: Int) -> DocumentError {
    DocumentError(
      .duplicateMember, format: settings.format, offset: Int(place(offset)), path: currentPath, expected: expected,
      found: found)
  }

  func badEscape(_ text: Span<UInt8>, at offset: Int) -> DocumentError {
    let shown = text.extracting(offset..<min(offset + 3, text.count))
    let found = shown.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    return failure(.syntax, expected: "two hexadecimal digits after \"%\"", found: "\"\(found)\"", at: offset)
  }

  func invalidUTF8(at start: Int, in text: Span<UInt8>, after invalid: Int) -> DocumentError {
    let distance = isEscaped ? PercentEncoding.rawOffset(ofDecoded: invalid, in: text) : invalid
    return failure(.syntax, expected: "UTF-8", found: "an invalid byte", at: start + distance)
  }

  func string(_ text: FieldText) -> String {
    String(decoding: (text.isDecoded ? decoded : source)[text.range], as: UTF8.self)
  }

  /// The steps of the name that was read last.
  private var currentPath: DocumentPath {
    DocumentPath(
      path.map { step in
        let node = nodes[Int(step.node)]
        return node.flags.contains(.index) ? .index(Int(node.key)) : .member(string(node.name))
      })
  }
}
