internal import CLibXML2
import DataContractsCore

/// Namespaces that the parser has met, by their place in libxml2's dictionary: the same namespace is the same pointer.
struct NamespaceCache {
  enum Role: UInt8 {
    case other, schemaInstance, serialization
  }

  struct Entry {
    let pointer: DictionaryString?
    /// The namespace in the document that is built.
    let index: UInt32
    let role: Role
  }

  private var recent = Entry(pointer: nil, index: 0, role: .other)
  private var slots: [Entry] = []

  @inline(__always)
  mutating func entry(for namespace: DictionaryString?, in builder: inout DocumentBuilder) -> Entry {
    if recent.pointer == namespace { return recent }
    return search(namespace, in: &builder)
  }

  private static let slotCount = 16
  /// A pointer may be in the slot that it falls into or in the three behind it, so that two that fall into one do not
  /// displace each other at every turn.
  private static let ways = 4

  /// A miss costs a look-up by text.
  private mutating func search(_ namespace: DictionaryString?, in builder: inout DocumentBuilder) -> Entry {
    guard let namespace else { return Entry(pointer: nil, index: 0, role: .other) }
    if slots.isEmpty {
      slots = Array(repeating: Entry(pointer: nil, index: 0, role: .other), count: Self.slotCount)
    }
    let hash = UInt(bitPattern: namespace) &* 0x9E37_79B9_7F4A_7C15
    let home = Int(truncatingIfNeeded: hash >> 60)
    var free = home
    for way in (0..<Self.ways).reversed() {
      let slot = (home + way) % Self.slotCount
      if slots[slot].pointer == namespace {
        recent = slots[slot]
        return recent
      }
      if slots[slot].pointer == nil { free = slot }
    }
    recent = Self.entry(namespace, in: &builder)
    slots[free] = recent
    return recent
  }

  private static func entry(_ namespace: DictionaryString, in builder: inout DocumentBuilder) -> Entry {
    let text = String(decoding: text(ofAttribute: bytes(of: namespace)), as: UTF8.self)
    let role: Role =
      switch text {
      case DotNetNamespace.xmlSchemaInstance: .schemaInstance
      case DotNetNamespace.serialization: .serialization
      default: .other
      }
    return Entry(pointer: namespace, index: builder.namespaceIndex(of: text), role: role)
  }
}

/// The prefixes in scope, for names in values: libxml2 resolves those of elements and attributes only.
struct NamespaceScopes {
  private struct Declaration {
    let prefix: DictionaryString?
    let namespace: DictionaryString?
    let depth: Int
  }

  private var declarations: [Declaration] = []
  /// The depth of the innermost element with declarations; -1 when nothing is declared.
  private(set) var innermostDepth = -1

  var count: Int { declarations.count }

  mutating func declare(_ prefix: DictionaryString?, _ namespace: DictionaryString?, at depth: Int) {
    declarations.append(Declaration(prefix: prefix, namespace: namespace, depth: depth))
    innermostDepth = depth
  }

  /// Forgets the declarations of an element that ends.
  mutating func leave(_ depth: Int) {
    while let last = declarations.last, last.depth >= depth { declarations.removeLast() }
    innermostDepth = declarations.last?.depth ?? -1
  }

  /// The namespace of a prefix, empty for no namespace; `nil` when the prefix is not declared.
  func namespace(of prefix: String) -> String? {
    let found = declarations.last { declaration in
      declaration.prefix.map { bytes(of: $0).elementsEqual(prefix.utf8) } ?? prefix.isEmpty
    }
    guard let found else { return prefix.isEmpty ? "" : prefix == "xml" ? Self.xml : nil }
    return found.namespace.map { String(decoding: text(ofAttribute: bytes(of: $0)), as: UTF8.self) } ?? ""
  }

  private static let xml = "http://www.w3.org/XML/1998/namespace"
}

/// `prefix:local` or `local`, white space round it aside.
struct QName {
  let prefix: String
  let localName: String

  init(_ text: UnsafeBufferPointer<UInt8>) {
    let trimmed = text.split(whereSeparator: \.isXMLWhiteSpace).first ?? text[0..<0]
    let colon = trimmed.firstIndex(of: UInt8(ascii: ":"))
    prefix = colon.map { String(decoding: trimmed[..<$0], as: UTF8.self) } ?? ""
    localName = String(decoding: trimmed[(colon.map { $0 + 1 } ?? trimmed.startIndex)...], as: UTF8.self)
  }
}

extension ElementReader {
  /// The index of an element's namespace in the document.
  @inline(__always)
  mutating func namespaceIndex(of namespace: DictionaryString?) -> UInt32 {
    namespaces.entry(for: namespace, in: &builder).index
  }

  /// Notes the declarations of a start tag. Their number in scope is bounded as well: libxml2 goes through them for
  /// every name.
  mutating func declare(_ declarations: Declarations, at offset: Int) throws(DocumentError) {
    guard scopes.count + declarations.count <= limits.elementAttributes else {
      throw builder.failure(
        .limitExceeded,
        expected: "at most \(limits.elementAttributes) namespace declarations in scope (limit elementAttributes)",
        found: "\(scopes.count + declarations.count)", at: offset)
    }
    for index in 0..<declarations.count {
      scopes.declare(declarations.prefix(index), declarations.namespace(index), at: depth)
    }
  }

  /// The name that a text means in the scope of the element that begins.
  mutating func resolve(_ text: UnsafeBufferPointer<UInt8>, in attribute: String, at offset: Int) throws(DocumentError)
    -> QualifiedName
  {
    let name = QName(text)
    guard let namespace = scopes.namespace(of: name.prefix) else {
      throw builder.failure(
        .syntax, expected: "a declared prefix in \(attribute)", found: "\"\(name.prefix.prefix(40))\"", at: offset)
    }
    return QualifiedName(namespace: namespace, localName: name.localName)
  }

  /// Appends the names of an attribute to the arena, each as `{namespace}local`.
  mutating func appendResolved(
    _ value: UnsafeBufferPointer<UInt8>, in attribute: String, at offset: Int
  ) throws(DocumentError) {
    var isFirst = true
    for part in value.split(whereSeparator: \.isXMLWhiteSpace) {
      let name = try resolve(UnsafeBufferPointer(rebasing: part), in: attribute, at: offset)
      if !isFirst { builder.arena.append(UInt8(ascii: " ")) }
      builder.arena.append(contentsOf: name.description.utf8)
      isFirst = false
    }
  }
}

extension Contract {
  /// The type that `i:type` names: one of the contract, a primitive, or another built-in type of XML Schema, which
  /// .NET reads as a string or a long.
  func type(named name: QualifiedName) -> TypeIndex? {
    if let type = table.typesByName[name] { return type }
    guard name.namespace == DotNetNamespace.xmlSchema else { return nil }
    switch name.localName {
    case "integer", "positiveInteger", "negativeInteger", "nonPositiveInteger", "nonNegativeInteger":
      return .primitive(.long)
    case "normalizedString", "token", "language", "Name", "NCName", "ID", "IDREF", "IDREFS", "ENTITY", "ENTITIES",
      "NMTOKEN", "NMTOKENS", "date", "time", "gYear", "gYearMonth", "gMonthDay", "gDay", "gMonth", "hexBinary":
      return .primitive(.string)
    default: return nil
    }
  }

  /// Whether a value of a type may stand where another type is declared.
  func allows(_ type: TypeIndex, inPlaceOf declared: UInt16) -> Bool {
    type.rawValue == declared || declared == TypeIndex.any.rawValue || table.derived[Int(declared)].contains(type)
  }
}
