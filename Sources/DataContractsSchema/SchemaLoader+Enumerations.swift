import DataContractsCore

extension SchemaLoader {
  func enumeration(_ element: SchemaElement, at path: DocumentPath) throws(DocumentError) -> Definition {
    try element.allowAttributes(["name"], at: path)
    let annotations = try SchemaAnnotations(of: element, as: .enumeration, at: path)
    let underlying = try underlyingType(annotations, of: element, at: path)
    let (restriction, isFlags) = try restriction(of: element, at: path)
    let values = try values(of: restriction, isFlags: isFlags, underlying: underlying, at: path)
    let contract = EnumerationContract(values: values, isFlags: isFlags, underlying: underlying)
    return Definition(
      shape: .enumeration(contract), isValueType: true, clrName: annotations.clrName, element: element, path: path)
  }

  private func underlyingType(
    _ annotations: SchemaAnnotations, of element: SchemaElement, at path: DocumentPath
  ) throws(DocumentError) -> PrimitiveType {
    guard let name = annotations.actualType else { return .int }
    guard let type = BuiltInTypes.primitive(name), type.isInteger else {
      throw element.failure(.contract, at: path, expected: "an integer type as ActualType", found: name.shown)
    }
    return type
  }

  /// The restriction that lists the names: the type's own, or for flags that of the list's item.
  private func restriction(
    of element: SchemaElement, at path: DocumentPath
  ) throws(DocumentError) -> (SchemaElement, isFlags: Bool) {
    guard let content = try element.onlyContent(allowing: ["restriction", "list"], at: path) else {
      throw element.unsupported("an empty xs:simpleType", at: path)
    }
    guard content.isSchema("list") else { return (content, false) }
    try content.allowAttributes([], at: path)
    guard let item = try content.onlyContent(allowing: ["simpleType"], at: path),
      let restriction = try item.onlyContent(allowing: ["restriction"], at: path)
    else { throw content.unsupported("xs:list without a type of its own", at: path) }
    return (restriction, true)
  }

  private func values(
    of restriction: SchemaElement, isFlags: Bool, underlying: PrimitiveType, at path: DocumentPath
  ) throws(DocumentError) -> [EnumerationContract.Value] {
    try restriction.allowAttributes(["base"], at: path)
    let base = try restriction.qualifiedName("base", at: path)
    guard let base, BuiltInTypes.primitive(base) == .string else {
      throw restriction.unsupported("a restriction of \(base?.shown ?? "nothing")", at: path)
    }
    var values: [EnumerationContract.Value] = []
    var seen: Set<String> = []
    for facet in try restriction.content(allowing: ["enumeration"], at: path) {
      try facet.allowAttributes(["value"], at: path)
      guard let name = facet.attribute("value"), seen.insert(name).inserted else {
        throw facet.failure(
          .contract, at: path, expected: "each value of an enumeration once",
          found: facet.attribute("value").map { "\($0.quoted) twice" } ?? "one without a name")
      }
      let annotations = try SchemaAnnotations(of: facet, as: .value, at: path)
      let bits = try number(
        of: facet, annotations, position: values.count, isFlags: isFlags, underlying: underlying,
        at: path.appending(name))
      values.append(EnumerationContract.Value(name, bits: bits, clrName: annotations.clrName))
    }
    return values
  }

  /// The annotated number, otherwise .NET's default: the position, and of flags the bit at that position.
  private func number(
    of facet: SchemaElement, _ annotations: SchemaAnnotations, position: Int, isFlags: Bool,
    underlying: PrimitiveType, at path: DocumentPath
  ) throws(DocumentError) -> UInt64 {
    let note = annotations.enumerationValue
    let text = note?.text.trimmed ?? Self.defaultNumber(at: position, isFlags: isFlags)
    guard let bits = underlying.bits(of: text) else {
      throw (note ?? facet).failure(
        .outOfRange, at: path, expected: "a number of type \(underlying)", found: text.quoted)
    }
    return bits
  }

  private static func defaultNumber(at position: Int, isFlags: Bool) -> String {
    guard isFlags else { return "\(position)" }
    return position < 64 ? "\(UInt64(1) << UInt64(position))" : "2 to the power of \(position)"
  }
}

extension PrimitiveType {
  /// The bits of an integer's text, a negative number sign-extended; `nil` beyond the type's range.
  fileprivate func bits(of text: String) -> UInt64? {
    switch self {
    case .byte: Int8(text).map { UInt64(bitPattern: Int64($0)) }
    case .short: Int16(text).map { UInt64(bitPattern: Int64($0)) }
    case .int: Int32(text).map { UInt64(bitPattern: Int64($0)) }
    case .long: Int64(text).map { UInt64(bitPattern: $0) }
    case .unsignedByte: UInt8(text).map { UInt64($0) }
    case .unsignedShort: UInt16(text).map { UInt64($0) }
    case .unsignedInt: UInt32(text).map { UInt64($0) }
    case .unsignedLong: UInt64(text)
    default: nil
    }
  }
}
