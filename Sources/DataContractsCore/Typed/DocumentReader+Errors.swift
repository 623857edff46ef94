extension DocumentReader {
  /// A failure at the value that comes next.
  public mutating func failure(_ code: DocumentError.Code, expected: String, found: String) -> DocumentError {
    failStream()
    failedIndex = max(min(index, window.nodes.count - 1), 0)
    return DocumentError(
      code, format: format, path: view?.path(to: failedIndex) ?? DocumentPath(), expected: expected, found: found)
  }

  /// The failure of a value of another kind than its contract has.
  @inline(never) @usableFromInline
  mutating func mismatch() -> DocumentError { mismatch(expected: expectation) }

  @inline(never) @usableFromInline
  mutating func mismatch(expected: String) -> DocumentError {
    failure(.typeMismatch, expected: expected, found: description)
  }

  /// The failure of a scalar that has been passed, and is no value of its Swift type.
  @inline(never) @usableFromInline
  package mutating func unreadable(_ primitive: PrimitiveType) -> DocumentError {
    index -= 1
    return failure(.outOfRange, expected: "a value that the Swift type holds", found: description)
  }

  /// The failure of an object without a member that its Swift type cannot do without.
  ///
  /// - Parameters:
  ///   - name: The member's name on the wire.
  ///   - members: What ``beginObject(_:)`` gave for the object.
  @inline(never)
  public mutating func missingMember(_ name: String, of members: Children) -> DocumentError {
    index = members.start
    return failure(.missingMember, expected: "the member \"\(name)\"", found: "none")
  }

  /// The failure of an object that would have to be cut down to one of its bases.
  @inline(never)
  mutating func derived<T: DataContractType>(_ type: T.Type) -> DocumentError {
    let found = table.types[Int(node.type)].name.localName
    return failure(.typeMismatch, expected: "a value of \(type.dataContractName.localName) itself", found: found)
  }

  /// What the contract wants at this place.
  private var expectation: String {
    let declared = declaredType
    guard declared != 0 else { return "a value" }
    let type = table.types[Int(declared)]
    return switch type.shape {
    case .primitive(let primitive): primitive.expectation
    case .object: "an object \(type.name.localName)"
    case .list: "a list \(type.name.localName)"
    case .dictionary: "a dictionary \(type.name.localName)"
    case .enumeration: "a name of the enumeration \(type.name.localName)"
    case .any: "a value"
    case .file: "a file"
    }
  }

  private var declaredType: UInt16 { node.type }

  /// The value that comes next, as errors show it.
  var description: String {
    guard !window.isAtEnd else { return "nothing" }
    let node = node
    guard !node.kind.isContainer, node.kind != .null else { return "\(node.kind)" }
    let text = String(decoding: text(of: node).prefix(200), as: UTF8.self)
    let cut = text.count > 40 ? "\(text.prefix(40))…" : text
    return node.kind == .number || node.kind == .boolean ? cut : "\"\(cut)\""
  }
}
