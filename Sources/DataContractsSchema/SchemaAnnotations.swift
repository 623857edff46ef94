import DataContractsCore

/// What the annotations of a type, member or enumeration value say, of those that matter to a contract.
struct SchemaAnnotations {
  /// The namespace of this library's own annotations.
  static let namespace = "urn:swift-data-contracts:schema"

  var isValueType = false
  var isDictionary = false
  var emitsDefaultValue = true
  /// The number of an enumeration's value.
  var enumerationValue: SchemaElement?
  /// The type behind an enumeration or a member that hides one of its base.
  var actualType: QualifiedName?
  var declaredOrder: SchemaElement?
  /// The name in C# of a type, member or enumeration value.
  var clrName: String?
  /// `[DataMember(Order = …)]`.
  var order: Int?

  private let place: Place

  /// What an annotation belongs to, and so which ones of this library's own it may be.
  enum Place {
    case object, enumeration, member, value

    fileprivate var notes: [String] {
      switch self {
      case .object: ["DeclaredOrder", "ClrName"]
      case .member: ["ClrName", "Order"]
      case .enumeration, .value: ["ClrName"]
      }
    }
  }

  init(of element: SchemaElement, as place: Place, at path: DocumentPath) throws(DocumentError) {
    self.place = place
    for annotation in element.children where annotation.isSchema("annotation") {
      for appinfo in annotation.children where appinfo.isSchema("appinfo") {
        for note in appinfo.children { try read(note, at: path) }
      }
    }
  }

  private mutating func read(_ note: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    switch note.name.namespace {
    case DotNetNamespace.serialization: try readNet(note, at: path)
    case Self.namespace: try readOwn(note, at: path)
    default: break
    }
  }

  private mutating func readOwn(_ note: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    let name = note.name.localName
    guard place.notes.contains(name) else {
      throw note.failure(
        .contract, at: path, expected: place.notes.joined(separator: " or "), found: "another annotation, \(name)")
    }
    switch name {
    case "DeclaredOrder" where declaredOrder == nil: declaredOrder = note
    case "ClrName" where clrName == nil && !note.text.trimmed.isEmpty: clrName = note.text.trimmed
    case "Order" where order == nil: order = try number(note, at: path)
    default: throw note.failure(.contract, at: path, expected: "one \(name) with content", found: "another \(name)")
    }
  }

  private func number(_ note: SchemaElement, at path: DocumentPath) throws(DocumentError) -> Int {
    guard let number = Int32(note.text.trimmed), number >= 0 else {
      throw note.failure(.contract, at: path, expected: "a number from 0 in Order", found: note.text.trimmed.quoted)
    }
    return Int(number)
  }

  private mutating func readNet(_ note: SchemaElement, at path: DocumentPath) throws(DocumentError) {
    switch note.name.localName {
    case "IsValueType": isValueType = try boolean(note, note.text, at: path)
    case "IsDictionary": isDictionary = try boolean(note, note.text, at: path)
    case "DefaultValue":
      guard let text = note.attribute("EmitDefaultValue") else { return }
      emitsDefaultValue = try boolean(note, text, at: path)
    case "EnumerationValue": enumerationValue = note
    case "ActualType":
      guard let name = note.attribute("Name"), let namespace = note.attribute("Namespace") else {
        throw note.failure(.contract, at: path, expected: "Name and Namespace of ActualType", found: "one or none")
      }
      actualType = QualifiedName(namespace: namespace, localName: name)
    default: break
    }
  }

  private func boolean(_ note: SchemaElement, _ text: String, at path: DocumentPath) throws(DocumentError) -> Bool {
    guard let value = SchemaElement.boolean(text) else {
      throw note.failure(.contract, at: path, expected: "true or false in \(note.name.localName)", found: text.quoted)
    }
    return value
  }
}
