internal import CLibXML2
import DataContractsCore

extension ElementReader {
  /// What `i:nil`, `i:type`, `z:Id` and `z:Ref` say about an element, and whether it has other attributes.
  private struct Marks {
    var isNil = false
    var hasOther = false
    var type: UnsafeBufferPointer<UInt8>?
    var identity: UnsafeBufferPointer<UInt8>?
    var reference: UnsafeBufferPointer<UInt8>?
  }

  /// Opens an element that has attributes.
  mutating func open(_ attributes: Attributes, at offset: Int) throws(DocumentError) {
    if builder.isPassingOver { return try open(.passedOver, at: offset) }
    guard attributes.count <= limits.elementAttributes else { throw tooManyAttributes(attributes.count, at: offset) }
    let marks = try marks(of: attributes, at: offset)
    if let type = marks.type { try note(type: type, at: offset) }
    // `i:type` may have made another type of it.
    let content = builder.expectedContent
    if case .anything = content { return try openUntyped(attributes, marks, at: offset) }
    if isChecking, marks.hasOther { noteAttributes(attributes, at: offset) }
    if let reference = marks.reference {
      try refer(to: String(decoding: DataContractsXML.text(ofAttribute: reference), as: UTF8.self), at: offset)
    } else if marks.isNil {
      if isChecking { nilPath = builder.path }
      try builder.null(at: offset)
      skipDepth = 1
    } else {
      if let identity = marks.identity, content == .members || content == .items {
        try identify(as: String(decoding: DataContractsXML.text(ofAttribute: identity), as: UTF8.self), at: offset)
      }
      try open(content, at: offset)
    }
  }

  private mutating func identify(as identity: String, at offset: Int) throws(DocumentError) {
    guard identities.insert(identity).inserted else {
      throw builder.failure(.syntax, expected: "each z:Id once", found: "\"\(identity.prefix(40))\" again", at: offset)
    }
    builder.annotate(.identity(identity))
  }

  /// A mention of an object that has begun before, which may be one that the mention stands in.
  private mutating func refer(to identity: String, at offset: Int) throws(DocumentError) {
    guard identities.contains(identity) else {
      throw builder.failure(
        .syntax, expected: "a z:Ref to an object before it", found: "\"\(identity.prefix(40))\"", at: offset)
    }
    try builder.reference(to: identity, at: offset)
    skipDepth = 1
  }

  private mutating func marks(of attributes: Attributes, at offset: Int) throws(DocumentError) -> Marks {
    var marks = Marks()
    for index in 0..<attributes.count {
      guard let namespace = attributes.namespace(index), let pointer = attributes.name(index) else {
        marks.hasOther = true
        continue
      }
      let name = bytes(of: pointer).span
      switch namespaces.entry(for: namespace, in: &builder).role {
      case .schemaInstance where name.holds("nil"): marks.isNil = try boolean(attributes.value(index), at: offset)
      case .schemaInstance where name.holds("type"): marks.type = attributes.value(index)
      case .serialization where name.holds("Id"): marks.identity = attributes.value(index)
      case .serialization where name.holds("Ref"): marks.reference = attributes.value(index)
      default: marks.hasOther = true
      }
    }
    return marks
  }

  /// The value of `i:nil`: `true`, `1`, `false` or `0`, white space round it aside.
  private mutating func boolean(_ value: UnsafeBufferPointer<UInt8>, at offset: Int) throws(DocumentError) -> Bool {
    var text = value[...]
    while let first = text.first, first.isXMLWhiteSpace { text = text.dropFirst() }
    while let last = text.last, last.isXMLWhiteSpace { text = text.dropLast() }
    let trimmed = UnsafeBufferPointer(rebasing: text).span
    if trimmed.holds("true") || trimmed.holds("1") { return true }
    if trimmed.holds("false") || trimmed.holds("0") { return false }
    throw builder.failure(
      .typeMismatch, expected: "i:nil of true or false", found: Excerpt.text(value.span), at: offset)
  }

  /// Takes `i:type` to heart: under a contract the value is of that type, without one the name is kept.
  private mutating func note(type value: UnsafeBufferPointer<UInt8>, at offset: Int) throws(DocumentError) {
    let name = try resolve(value, in: "i:type", at: offset)
    guard let contract, builder.expectedType != 0 else {
      // The namespace becomes one of the document's, so that it can be declared again.
      _ = builder.namespaceIndex(of: name.namespace)
      return builder.annotate(.typeName(name))
    }
    let declared = builder.expectedType
    guard let type = contract.type(named: name) else {
      throw builder.failure(.typeMismatch, expected: "a type of the contract in i:type", found: "\(name)", at: offset)
    }
    guard contract.allows(type, inPlaceOf: declared) else {
      let expected = contract.table.types[Int(declared)].name
      throw builder.failure(
        .typeMismatch, expected: "\(expected) or a type derived from it in i:type", found: "\(name)", at: offset)
    }
    builder.expectConcrete(type)
  }

  /// An element that no contract speaks of: its attributes become members.
  private mutating func openUntyped(
    _ attributes: Attributes, _ marks: Marks, at offset: Int
  ) throws(DocumentError) {
    push(.untyped)
    hasChildren = false
    isNil = marks.isNil
    guard marks.hasOther || marks.identity != nil || marks.reference != nil else { return }
    if isChecking, builder.expectedShape == .any { return noteAttributes(attributes, at: offset) }
    try becomeObject(at: offset)
    for index in 0..<attributes.count {
      guard let name = attributes.name(index) else { continue }
      let namespace = attributes.namespace(index)
      let entry = namespaces.entry(for: namespace, in: &builder)
      let local = bytes(of: name)
      if entry.role == .schemaInstance, local.span.holds("nil") || local.span.holds("type") { continue }
      try builder.member(named: local.span, namespace: entry.index, isAttribute: true, at: offset)
      try attributeValue(attributes.value(index), of: namespace == nil ? local : nil, at: offset)
    }
  }

  private mutating func attributeValue(
    _ value: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>?, at offset: Int
  ) throws(DocumentError) {
    let start = builder.arena.count
    let text = resolvedAttributes.isEmpty ? nil : name.map { String(decoding: $0, as: UTF8.self) }
    if let text, resolvedAttributes.contains(text) {
      try appendResolved(value, in: text, at: offset)
    } else {
      builder.arena.append(contentsOf: DataContractsXML.text(ofAttribute: value))
    }
    try builder.value(.text, inArenaFrom: start, at: offset)
  }

  /// An attribute that is put into the document though it is not in the input as it stands.
  mutating func attribute(
    _ name: StaticString, in namespace: String, _ value: StaticString, at offset: Int
  ) throws(DocumentError) {
    let index = builder.namespaceIndex(of: namespace)
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    try builder.member(named: name.span, namespace: index, isAttribute: true, at: offset)
    let start = builder.arena.count
    builder.arena.append(copying: UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount).span)
    try builder.value(.text, inArenaFrom: start, at: offset)
  }

  private func tooManyAttributes(_ count: Int, at offset: Int) -> DocumentError {
    builder.failure(
      .limitExceeded,
      expected: "at most \(limits.elementAttributes) attributes and declarations (limit elementAttributes)",
      found: "\(count)", at: offset)
  }
}
