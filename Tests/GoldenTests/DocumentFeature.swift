import DataContracts

/// What a document holds that some format cannot carry, or that .NET's writer of some format spells otherwise than its
/// own reader could read.
enum DocumentFeature: String, CaseIterable {
  case nullItem, nullCollectionItem, nullEntry, nullRoot
  case emptyCollection, emptyObject, emptyString, emptyBinary
  case carriageReturn, replacementCharacter, byteOrderMark
  case ticksBelowMilliseconds, unspecifiedDate, oldUnspecifiedDate, zonedMidnight, longDuration
  case wholeDecimal, omittedNegativeZero, nonFinite
  case structure, derivedObject, valueOfObject, objectOfObject, reference
  case unnamedEnumeration, uri, uriRoot, character
  case upperCaseKey, escapedName, nestedCollection
  case rootOfContainers, rootListOfOthers
  case memberOutsideContract, typeNameOfSet, brokenBody

  /// What it is, for the documentation's table of losses.
  var summary: String {
    switch self {
    case .nullItem: "a null in a list"
    case .nullCollectionItem: "a null in a list of lists, dictionaries or binary data"
    case .nullEntry: "a null value in a dictionary"
    case .nullRoot: "a document that is null"
    case .emptyCollection: "an empty list or dictionary, empty binary data"
    case .emptyObject: "an object whose members are all null"
    case .emptyString: "an empty text"
    case .emptyBinary: "empty binary data in a list"
    case .carriageReturn: "a carriage return in a text"
    case .replacementCharacter: "half a surrogate pair: documents are UTF-8"
    case .byteOrderMark: "a text that begins with U+FEFF"
    case .ticksBelowMilliseconds: "of a date and time what is finer than a millisecond"
    case .unspecifiedDate: "that a date has no zone"
    case .oldUnspecifiedDate: "the zone's minutes of a date without one, before zones were introduced"
    case .zonedMidnight: "the zone of a date at midnight"
    case .longDuration: "the ticks of a length of time of days, which has been a double"
    case .wholeDecimal: "that a decimal has no fraction: `5` and `5.0` are one"
    case .omittedNegativeZero: "-0 in a member of `EmitDefaultValue = false`"
    case .nonFinite: "infinities and NaN, of which .NET's writer makes no JSON"
    case .structure: "a structure, which is written as its type's name"
    case .derivedObject: "which class an object is of, and so what only that class has"
    case .valueOfObject: "which type a value of a member of type `object` has"
    case .objectOfObject: "which class an object in a member of type `object` is of"
    case .reference: "that two mentions are one object"
    case .unnamedEnumeration: "a value of an enumeration that its contract does not name"
    case .uri: "how a URI was given: it is written in one of .NET's forms"
    case .uriRoot: "a document that is a URI, whose properties are written"
    case .character: "a character that the format gives a meaning"
    case .upperCaseKey: "that a dictionary's key begins with a capital"
    case .escapedName: "a member's name that JSON has to escape and .NET's writer does not"
    case .nestedCollection: "a list in a list: which of two ends was meant"
    case .rootOfContainers: "objects and lists of the root, which share a row"
    case .rootListOfOthers: "a list of other things than objects and scalars"
    case .memberOutsideContract: "what a class has beside its public data members: read-only, private, ignored"
    case .typeNameOfSet: "a set, of which the type's name is written"
    case .brokenBody: "a value that holds the boundary, a file's name that holds a quote"
    }
  }
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
    case .dateTime: addDate(value.text ?? "")
    case .duration: addDuration(value.text ?? "")
    case .number: addNumber(value.text ?? "", value.type)
    case .enumeration where Int64(value.text ?? "") != nil: insert(.unnamedEnumeration)
    case .bytes:
      // Field names have no empty list of bytes either.
      if value.text?.isEmpty == true { formUnion([.emptyBinary, .emptyCollection]) }
    case .reference: insert(.reference)
    case .null, .boolean, .guid, .file, .enumeration: break
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
    guard value.kind == .dictionary else { return }
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
    if text.unicodeScalars.contains("\u{FFFD}") { insert(.replacementCharacter) }
    if case .primitive(.anyURI)? = type?.shape { insert(.uri) }
  }

  private mutating func addDate(_ text: String) {
    let hasZone = text.hasSuffix("Z") || text.suffix(6).first == "+" || text.suffix(6).first == "-"
    if !hasZone { insert(.unspecifiedDate) }
    if !hasZone, text < "1900" { insert(.oldUnspecifiedDate) }
    if hasZone, text.contains("T00:00:00"), !text.contains(".") { insert(.zonedMidnight) }
    let fraction = text.split(separator: ".").dropFirst().first.map { $0.prefix { $0.isNumber } } ?? ""
    if fraction.count > 3 { insert(.ticksBelowMilliseconds) }
  }

  private mutating func addDuration(_ text: String) {
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
}
