import DataContracts

/// What a document holds that some format cannot carry, or that .NET's writer of some format spells otherwise than its
/// own reader could read.
enum DocumentFeature: String, CaseIterable {
  case nullMember, nullItem, nullEntry, nullRoot
  case emptyCollection, emptyObject, emptyString
  case carriageReturn, controlCharacter, replacementCharacter
  case ticksBelowMilliseconds, unspecifiedDate, oldUnspecifiedDate, zonedDate, zonedMidnight, dateTimeOffset, duration,
    longDuration
  case wholeDecimal, negativeZeroDecimal, nonFinite
  case structure, derivedObject, valueOfObject, reference
  /// An object in a place of type `object`, whose type only some formats name.
  case objectOfObject
  /// A null in a list of lists, dictionaries or binary data, of which ServiceStack writes nothing.
  case nullCollectionItem
  case enumeration, unnamedEnumeration, flags
  case uri, qualifiedName, binary, emptyBinary, character, listOfBytes
  case dictionary, upperCaseKey, file
  case escapedName, nestedCollection
  /// The root has a member that is an object or a collection.
  case rootOfContainers
  /// The root is a list of collections, of binary data or of values of type object.
  case rootListOfOthers
  case uriRoot
  /// -0 in a member of `EmitDefaultValue = false`, which counts as 0 and is left out.
  case omittedNegativeZero
  /// A text that begins with U+FEFF, which the tool that made the vectors' forms took for a mark.
  case byteOrderMark
  /// A set, of which MultipartDataMediaFormatter writes the name of its type.
  case typeNameOfSet
  /// A body that .NET wrote so that it ends early or has a header that cannot be read: the boundary in a value, a quote
  /// in a file's name.
  case brokenBody
  /// What .NET writes beside the data members: read-only properties, those without `[DataMember]`.
  case memberOutsideContract
}

extension Set<DocumentFeature> {
  /// The features of a document.
  init(of document: Document) {
    self.init()
    if document.root.isNull { insert(.nullRoot) }
    addRoot(document.root)
    var pending = [document.root]
    while let value = pending.popLast() {
      add(value)
      switch value.kind {
      case .list: pending += value.items
      case .object: pending += value.members
      case .dictionary: pending += value.entries.flatMap { [$0.key, $0.value] }
      default: break
      }
    }
  }

  private mutating func addRoot(_ root: Document.Cursor) {
    if root.members.contains(where: { $0.kind.isContainer }) { insert(.rootOfContainers) }
    if root.items.contains(where: { $0.kind == .list || $0.kind == .bytes }) { insert(.rootListOfOthers) }
    if case .list(let list)? = root.type?.shape, list.item == .any { insert(.rootListOfOthers) }
    if case .primitive(.anyURI)? = root.type?.shape { insert(.uriRoot) }
  }

  private mutating func add(_ value: Document.Cursor) {
    addMarks(of: value)
    switch value.kind {
    case .list, .dictionary: addCollection(value)
    case .object: addObject(value)
    case .string, .text: addText(value.text ?? "", value.type)
    case .dateTime: addDate(value.text ?? "", value.type)
    case .duration: addDuration(value.text ?? "")
    case .number: addNumber(value.text ?? "", value.type)
    case .enumeration: addEnumeration(value)
    case .bytes:
      insert(.binary)
      if value.text == "" { insert(.emptyBinary) }
      // Field names have no empty list of bytes either.
      if value.text?.isEmpty == true { insert(.emptyCollection) }
    case .reference: insert(.reference)
    case .file: insert(.file)
    case .null, .boolean, .guid: break
    }
  }

  private mutating func addMarks(of value: Document.Cursor) {
    if value.node.flags.contains(.concreteType) {
      insert(value.kind == .object ? .derivedObject : .valueOfObject)
    }
    if value.typeIndex == .any { insert(.valueOfObject) }
    if value.type?.isReference == true { insert(.reference) }
    if let name = value.name, !name.utf8.allSatisfy({ $0 == 0x5F || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }) {
      insert(.escapedName)
    }
  }

  private mutating func addCollection(_ value: Document.Cursor) {
    addItems(of: value)
    if value.count == 0 { insert(.emptyCollection) }
    if value.items.contains(where: \.isNull) { insert(.nullItem) }
    if value.items.contains(where: { $0.kind == .list || $0.kind == .dictionary }) { insert(.nestedCollection) }
    if case .list(let list)? = value.type?.shape, list.item == .primitive(.unsignedByte) { insert(.listOfBytes) }
    guard value.kind == .dictionary else { return }
    insert(.dictionary)
    for (key, item) in value.entries {
      if item.isNull { insert(.nullEntry) }
      if item.kind == .list || item.kind == .dictionary { insert(.nestedCollection) }
      if let first = key.text?.unicodeScalars.first, first.properties.isUppercase { insert(.upperCaseKey) }
    }
  }

  private mutating func addItems(of value: Document.Cursor) {
    guard let contract = value.storage.contract, case .list(let list)? = value.type?.shape else { return }
    if list.item == .any, value.items.contains(where: { $0.kind == .object }) { insert(.objectOfObject) }
    switch contract[list.item]?.shape {
    case .list, .dictionary, .primitive(.base64Binary):
      if value.items.contains(where: \.isNull) { insert(.nullCollectionItem) }
    default: break
    }
  }

  private mutating func addObject(_ value: Document.Cursor) {
    if case .object(let object)? = value.type?.shape {
      let untyped = object.members.filter { $0.type == .any }.map(\.name)
      if value.members.contains(where: { $0.kind == .object && untyped.contains($0.name ?? "") }) {
        insert(.objectOfObject)
      }
    }
    if value.members.contains(where: \.isNull) { insert(.nullMember) }
    if value.members.allSatisfy(\.isNull) { insert(.emptyObject) }
    if value.type?.isValueType == true { insert(.structure) }
    guard case .object(let contract)? = value.type?.shape else { return }
    for member in contract.members where !member.emitsDefaultValue {
      let text = value[member.name]?.text
      if text == "-0" || text?.hasPrefix("-0.0") == true { insert(.omittedNegativeZero) }
    }
  }

  private mutating func addText(_ text: String, _ type: ContractType?) {
    if text.isEmpty { insert(.emptyString) }
    if text.unicodeScalars.first == "\u{FEFF}" { insert(.byteOrderMark) }
    if text.utf8.contains(0x0D) { insert(.carriageReturn) }
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }) {
      insert(.controlCharacter)
    }
    if text.unicodeScalars.contains("\u{FFFD}") { insert(.replacementCharacter) }
    switch type?.shape {
    case .primitive(.anyURI): insert(.uri)
    case .primitive(.qName): insert(.qualifiedName)
    default: break
    }
  }

  private mutating func addDate(_ text: String, _ type: ContractType?) {
    let hasZone = text.hasSuffix("Z") || text.suffix(6).first == "+" || text.suffix(6).first == "-"
    if case .primitive(.dateTimeOffset)? = type?.shape {
      insert(.dateTimeOffset)
    } else {
      insert(text.hasSuffix("Z") ? .zonedDate : hasZone && text.contains("T") ? .zonedDate : .unspecifiedDate)
    }
    if !hasZone, text < "1900" { insert(.oldUnspecifiedDate) }
    if hasZone, text.contains("T00:00:00"), !text.contains(".") { insert(.zonedMidnight) }
    let fraction = text.split(separator: ".").dropFirst().first.map { $0.prefix { $0.isNumber } } ?? ""
    if fraction.count > 3 { insert(.ticksBelowMilliseconds) }
  }

  private mutating func addDuration(_ text: String) {
    insert(.duration)
    if text.contains("D"), text.count > 12 { insert(.longDuration) }
  }

  private mutating func addNumber(_ text: String, _ type: ContractType?) {
    if text == "INF" || text == "-INF" || text == "NaN" { insert(.nonFinite) }
    switch type?.shape {
    case .primitive(.decimal) where !text.contains("."): insert(.wholeDecimal)
    case .primitive(.char): insert(.character)
    default: break
    }
  }

  private mutating func addEnumeration(_ value: Document.Cursor) {
    insert(.enumeration)
    guard case .enumeration(let contract)? = value.type?.shape else { return }
    if contract.isFlags { insert(.flags) }
    if Int64(value.text ?? "") != nil { insert(.unnamedEnumeration) }
  }
}
