import DataContractsCore

extension JSVReader {
  /// Reads an empty object, or the beginning of one up to its first value.
  mutating func beginObject(
    _ expected: JSVExpectation, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> Bool {
    if isNullObject(expected) {
      try builder.null(at: text.offset(position))
      position += 2
      return false
    }
    let mark = expected.shape == .dictionary ? nil : typeMark(at: position + 1)
    if holdsQualifiedName(expected, mark, &builder) {
      try readQualifiedName(from: mark?.end ?? position + 1, &builder)
      return false
    }
    let isKept = try mark.map { mark throws(DocumentError) in try apply(mark, expected, &builder) } ?? false
    let container = container(expected, &builder)
    try builder.beginObject(at: text.offset(position))
    enclosing.append(container)
    position += 1
    guard let mark else { return try readFirstName(container, &builder) }
    if isKept { try keep(mark, &builder) }
    position = mark.end
    return false
  }

  private func container(_ expected: JSVExpectation, _ builder: inout DocumentBuilder) -> Container {
    if !builder.isPassingOver, builder.expectsEntry { return Container(kind: .entry, type: 0) }
    let type = builder.isPassingOver ? 0 : builder.expectedType
    return Container(kind: expected.shape == .dictionary ? .dictionary : .object, type: type)
  }

  private mutating func readFirstName(
    _ container: Container, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> Bool {
    let first = text.afterWhiteSpace(from: position)
    if text.byte(at: first) == 0x7D {
      position = first
      try endContainer(container, &builder)
      return false
    }
    try readName(container, &builder)
    return true
  }

  /// Whether `{}` stands for null: an item of a list whose type has members that are always written.
  ///
  /// ServiceStack writes a null object in a list as `{}`. Where an object could look the same, it is taken for one.
  private func isNullObject(_ expected: JSVExpectation) -> Bool {
    guard enclosing.last?.kind == .list, expected.isNillable, text.byte(at: position + 1) == 0x7D else { return false }
    guard expected.shape == .object else { return expected.shape == .primitive && expected.primitive == .qName }
    let type = table.compiled[Int(expected.type)]
    return type.isAbstract || table.members[type.memberRange].contains { isAlwaysWritten($0) }
  }

  private func isAlwaysWritten(_ member: CompiledMember) -> Bool {
    let type = table.compiled[Int(member.type)]
    return !member.isNillable && type.isValueType && (member.emitsDefaultValue || type.shape == .enumeration)
  }
}

extension JSVReader {
  /// `__type:"Zoo.Circle, Zoo"` at the beginning of an object.
  struct TypeMark {
    /// `Zoo.Circle, Zoo`.
    let name: String
    let start: Int
    let end: Int
  }

  private mutating func typeMark(at start: Int) -> TypeMark? {
    let isEscaped = syntax == .query && text.holds("%5f%5ftype:", at: start)
    guard isEscaped || text.holds("__type:", at: start) else { return nil }
    let first = start + (isEscaped ? 11 : 7)
    if syntax == .plain, text.byte(at: first) == 0x22 {
      guard let quoted = quotedText(at: first), !quoted.hasDoubled else { return nil }
      return TypeMark(name: text.string(quoted.content), start: first, end: quoted.end)
    }
    let end = typeNameEnd(from: first)
    return TypeMark(name: PercentText.name(text.bytes[first..<end]), start: first, end: end)
  }

  /// In query strings a type's name is not quoted, though commas and spaces stand in it.
  private func typeNameEnd(from start: Int) -> Int {
    var index = start
    while index < text.range.upperBound, text.bytes[index] != 0x7D {
      if text.bytes[index] == 0x2C, syntax == .plain || text.byte(at: index + 1) != 0x2B { break }
      index += 1
    }
    return index
  }

  /// Makes the object that begins one of the type that was named.
  ///
  /// - Returns: Whether the name is to be kept as a member, since nothing is known of the type.
  private mutating func apply(
    _ mark: TypeMark, _ expected: JSVExpectation, _ builder: inout DocumentBuilder
  ) throws(DocumentError) -> Bool {
    guard isTyped, !builder.isPassingOver else { return true }
    let isAny = expected.shape != .object
    guard let type = type(of: mark), isAny || isDerived(type, from: expected.type) else {
      if isAny { return true }
      let name = table.types[Int(expected.type)].name.localName
      throw builder.failure(
        .typeMismatch, expected: "a type derived from \(name)", found: "\"\(mark.name)\"", at: text.offset(mark.start))
    }
    builder.expectConcrete(type)
    builder.annotate(.assemblyQualifiedName(mark.name))
    return false
  }

  /// Whether the object is an `XmlQualifiedName`, by the contract or by its own word.
  private func holdsQualifiedName(
    _ expected: JSVExpectation, _ mark: TypeMark?, _ builder: inout DocumentBuilder
  ) -> Bool {
    if expected.shape == .primitive { return expected.primitive == .qName }
    guard isTyped, !builder.isPassingOver, expected.shape == .any || expected.shape == .untyped,
      let mark, type(of: mark) == .primitive(.qName)
    else { return false }
    builder.expectConcrete(.primitive(.qName))
    return true
  }

  private func isDerived(_ type: Contract.TypeIndex, from base: UInt16) -> Bool {
    type.rawValue == base || table.derived[Int(base)].contains(type)
  }

  private func keep(_ mark: TypeMark, _ builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.member("__type", at: text.offset(mark.start))
    try builder.value(.field, mark.name, at: text.offset(mark.start))
  }

  private func type(of mark: TypeMark) -> Contract.TypeIndex? { table.type(named: AssemblyQualifiedName(mark.name)) }
}

extension PercentText {
  /// A type's name without its escapes.
  fileprivate static func name(_ text: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x25, index + 2 < text.endIndex, let high = text[index + 1].hexadecimalValue,
        let low = text[index + 2].hexadecimalValue
      {
        output.append(high << 4 | low)
        index += 3
      } else {
        output.append(text[index] == 0x2B ? 0x20 : text[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
