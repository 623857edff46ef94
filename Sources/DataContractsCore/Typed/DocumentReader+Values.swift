extension DocumentReader {
  /// The text of a value of an enumeration: its name, for flags the names of all that are set with spaces between them,
  /// or a number that has no name.
  public mutating func enumerationText() throws(DocumentError) -> String {
    let node = node
    guard node.kind == .enumeration else { throw mismatch() }
    index += 1
    return String(decoding: text(of: node), as: UTF8.self)
  }

  /// The number behind a value of an enumeration, sign-extended.
  public mutating func enumerationBits() throws(DocumentError) -> UInt64 {
    guard let bits = table.enumerationBits(of: node, text(of: node)) else { throw mismatch() }
    index += 1
    return bits
  }

  /// The failure of a value of an enumeration, just passed, that has no case of its own.
  public mutating func unknownCase() -> DocumentError {
    index -= 1
    let type = table.types[Int(node.type)].name.localName
    return failure(
      .typeMismatch, expected: "a name of the enumeration \(type)",
      found: "\"\(String(decoding: text(of: node), as: UTF8.self))\"")
  }

  /// Binary data.
  public mutating func bytes() throws(DocumentError) -> [UInt8] {
    let node = node
    guard node.kind == .bytes, let bytes = bytes(of: node) else {
      throw mismatch(expected: PrimitiveType.base64Binary.expectation)
    }
    skip()
    return bytes
  }

  /// A file of a multipart body.
  public mutating func file() throws(DocumentError) -> Document.File {
    let node = node
    guard node.kind == .file, node.extent == 3, index + 3 < window.nodes.count else { throw mismatch() }
    let mediaType = window.nodes[index + 2]
    let file = Document.File(
      name: String(decoding: text(of: window.nodes[index + 1]), as: UTF8.self),
      mediaType: mediaType.kind == .null ? nil : String(decoding: text(of: mediaType), as: UTF8.self),
      content: bytes(of: window.nodes[index + 3]) ?? [])
    skip()
    return file
  }

  private func bytes(of node: Node) -> [UInt8]? {
    let text = text(of: node)
    if node.flags.contains(.rawBytes) { return [UInt8](text) }
    var bytes: [UInt8] = []
    return Base64.decode(text.span, into: &bytes) ? bytes : nil
  }
}

extension DocumentReader {
  /// Whether the value that comes next is of a type that the contract knows, and not of one derived from it.
  ///
  /// A value of `object` that came without a type, as JSON's do, is of any primitive type that its kind and its digits
  /// allow, and is a ``Document``.
  public mutating func isConcrete<T: DataContractType>(_ type: T.Type) -> Bool {
    guard let index = types.indices[ObjectIdentifier(type)]?.rawValue else { return false }
    let node = node
    if node.type == index { return true }
    guard node.type == Contract.TypeIndex.any.rawValue || node.type == 0 else { return false }
    let compiled = table.compiled[Int(index)]
    return compiled.shape == .primitive && isPossible(compiled.primitive, for: node)
  }

  /// Whether a value without a type can be one of a primitive type. No number is a `char`, which JSON writes as text.
  private func isPossible(_ primitive: PrimitiveType, for node: Node) -> Bool {
    guard node.kind == .number else {
      return primitive.kind == node.kind || (node.kind == .text && primitive == .string)
    }
    guard primitive.isInteger else { return primitive.isNumeric && primitive != .char }
    var canonical: [UInt8] = []
    return primitive.canonicalize(text(of: node).span, rounds: false, into: &canonical) == .unchanged
  }

  /// The failure of a value whose type is none of those that a Swift type can be.
  public mutating func unknownType<T: DataContractType>(_ type: T.Type) -> DocumentError {
    let found = node.type == 0 ? "a value without a type" : table.types[Int(node.type)].name.localName
    return failure(.typeMismatch, expected: "a known type of \(type)", found: found)
  }
}

extension DocumentReader {
  /// The object that a reference mentions, which the reader passes; `nil` when no reference comes next.
  ///
  /// - Throws: ``DocumentError`` for a reference to no object of the type that has been read.
  public mutating func referencedObject<T: AnyObject>(_ type: T.Type = T.self) throws(DocumentError) -> T? {
    let node = node
    guard node.kind == .reference else { return nil }
    let identity = String(decoding: text(of: node), as: UTF8.self)
    guard let object = objects[identity] as? T else {
      throw failure(.typeMismatch, expected: "a reference to an object of the type", found: "\"\(identity)\"")
    }
    index += 1
    return object
  }

  /// Makes an object known to the references below it and after it.
  ///
  /// - Parameter members: What ``beginObject(_:)`` gave for the object.
  public mutating func register(_ object: AnyObject, _ members: Children) {
    guard let view, view.nodes.indices.contains(members.start), view.nodes[members.start].flags.contains(.annotated)
    else { return }
    for annotation in view.storage.annotations where Int(annotation.node) == members.start {
      if case .identity(let identity) = annotation.content { objects[identity] = object }
    }
  }
}
