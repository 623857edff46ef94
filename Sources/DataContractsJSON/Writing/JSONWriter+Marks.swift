import DataContractsCore

/// What a document's annotations say of its objects, and the numbers that identities have been given.
struct Marks {
  let annotations: [UInt32: [Document.Annotation.Content]]
  /// The identities that references mention.
  let mentioned: Set<String>
  var numbers: [String: Int] = [:]
  var count = 0

  init(of view: DocumentView, _ dialect: JSONDialect) {
    guard !view.storage.annotations.isEmpty else {
      annotations = [:]
      mentioned = []
      return
    }
    annotations = Dictionary(grouping: view.storage.annotations, by: \.node).mapValues { $0.map(\.content) }
    guard dialect.references == .identities else {
      mentioned = []
      return
    }
    mentioned = Set(
      view.nodes.lazy.filter { $0.kind == .reference }.map { String(decoding: view.text(of: $0), as: UTF8.self) })
  }
}

extension JSONWriter {
  /// Writes what comes before an object's members: `$id`, and the type where it is not the declared one.
  @inline(never)
  mutating func writeMarks(
    _ index: Int, _ node: Node, _ type: CompiledType, _ isFirst: inout Bool
  ) throws(DocumentError) {
    let notes = node.has(8) ? marks.annotations[UInt32(truncatingIfNeeded: index)] ?? [] : []
    if dialect.references == .identities { writeIdentity(notes, isKept: type.isReference, &isFirst) }
    guard dialect.typeNames != .none, let name = try typeName(index, node, notes) else { return }
    separate(&isFirst)
    writeName(dialect.typeNames == .jsonNet ? "$type" : "__type")
    writeString(name)
  }

  /// Objects are numbered in the order in which they are written.
  ///
  /// - Parameter isKept: Whether the contract keeps the identity of each object of the type.
  private mutating func writeIdentity(
    _ notes: [Document.Annotation.Content], isKept: Bool, _ isFirst: inout Bool
  ) {
    var identity: String?
    for case .identity(let name) in notes { identity = name }
    guard isKept || identity.map({ marks.mentioned.contains($0) }) == true else { return }
    marks.count += 1
    if let identity { marks.numbers[identity] = marks.count }
    separate(&isFirst)
    writeName("$id")
    writeString("\(marks.count)")
  }

  /// The name of a value's type where it differs from the declared one.
  private mutating func typeName(
    _ index: Int, _ node: Node, _ notes: [Document.Annotation.Content]
  ) throws(DocumentError) -> String? {
    let type = view.table.types[Int(node.type)]
    if dialect.typeNames == .dataContract {
      for case .typeName(let name) in notes { return name.dataContractJSON }
      return node.has(0x20) ? type.name.dataContractJSON : nil
    }
    for case .assemblyQualifiedName(let name) in notes { return name }
    let assembly = dialect.assembly
    for case .typeName(let name) in notes { return name.clrName.map { Self.name($0, in: assembly) } }
    guard node.has(0x20), type.shape != .any else { return nil }
    guard let name = type.fullCLRName else {
      throw notRepresentable(index, expected: "a type whose name in C# is known", found: "\(type.name)")
    }
    return Self.name(name, in: assembly)
  }

  private static func name(_ name: String, in assembly: String) -> String {
    assembly.isEmpty ? name : "\(name), \(assembly)"
  }

  /// The name of a structure's type in C#, as `ToString()` gives it; `nil` for a pair, which ServiceStack writes by its
  /// members, and where the name is not known.
  mutating func structureName(_ type: UInt16) -> String? {
    let type = view.table.types[Int(type)]
    guard type.isValueType, case .object = type.shape, !type.name.isKeyValuePair else { return nil }
    return type.fullCLRName
  }

  /// Refuses a type of which two members get the same name.
  @inline(never)
  mutating func refuseRepeatedNames(_ index: Int, _ type: CompiledType) throws(DocumentError) {
    var names: [UInt32: UInt32] = [:]
    for position in type.memberRange {
      let member = contract.member(position)
      let written = name(of: member)
      let other = names.updateValue(member.name.start, forKey: written.start)
      guard let other, other != member.name.start else { continue }
      let name = String(decoding: contract.text(written), as: UTF8.self)
      throw notRepresentable(index, expected: "members of different names", found: "two named \"\(name)\"")
    }
  }

  /// Writes of an object the members of the declared type alone.
  ///
  /// - Returns: `false`, with nothing written, where the declared type has no members to choose by.
  @inline(never)
  mutating func writeDeclaredMembers(_ index: Int, _ isFirst: inout Bool) throws(DocumentError) -> Bool {
    let declared = contract.type(declaredType)
    guard declared.shape == .object else { return false }
    try writeRemainingMembers(index, Int(declared.memberStart), 0..<Int(declared.memberCount), &isFirst)
    return true
  }
}

extension JSONWriter {
  /// A mention of an object: by its number, or as a copy of the object.
  @inline(never)
  mutating func writeReference(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    let identity = String(decoding: text, as: UTF8.self)
    guard dialect.references == .identities else { return try writeCopy(of: identity, index) }
    guard let number = marks.numbers[identity] else {
      throw notRepresentable(index, expected: "a reference to an object before it", found: "\"\(identity)\"")
    }
    begin(0x7B)
    var isFirst = true
    separate(&isFirst)
    writeName("$ref")
    writeString("\(number)")
    end(0x7D, isEmpty: false)
  }

  private mutating func writeCopy(of identity: String, _ index: Int) throws(DocumentError) {
    var expansion = expansion ?? ReferenceExpansion(of: view)
    self.expansion = nil
    let outer = expansion.offset
    switch expansion.enter(identity, at: index, in: view) {
    case .success(let target):
      self.expansion = expansion
      try writeValue(target, view.at(target))
      self.expansion?.leave(to: outer)
    case .failure(let refusal):
      throw notRepresentable(index, expected: refusal.expected, found: refusal.found)
    }
  }
}

extension JSONWriter {
  /// Whether a value is one that the dialect writes with `HasValue` where it can be null.
  mutating func isWrapped(_ type: UInt16, _ node: Node) -> Bool {
    let type = contract.type(type)
    guard node.kind != .null, type.isValueType else { return false }
    return type.shape == .object || (type.shape == .primitive && type.primitive == .duration)
  }

  mutating func writeWrapped(_ index: Int, _ node: Node) throws(DocumentError) {
    begin(0x7B)
    var isFirst = true
    separate(&isFirst)
    writeName("HasValue")
    output.put("true")
    separate(&isFirst)
    writeName("Value")
    try writeValue(index, node)
    end(0x7D, isEmpty: false)
  }

  /// Writes a string that is more than a string.
  ///
  /// - Returns: `false`, with nothing written, for one that is not.
  @inline(never)
  mutating func writeUncommonString(_ node: Node, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let type = contract.type(node.type)
    guard type.shape == .primitive else { return false }
    switch type.primitive {
    case .qName: writeQualifiedName(text, namesType: node.has(0x20) && dialect.typeNames == .serviceStack)
    case .anyURI:
      guard dialect.uris != .original else { return false }
      let canonical = dialect.uris == .escaped ? URIText.escaped(text.span) : URIText.displayed(text.span)
      guard let canonical else { return false }
      canonical.withUnsafeBufferPointer { writeString($0) }
    default: return false
    }
    return true
  }

  /// Writes an `XmlQualifiedName`, whose canonical text is `namespace:local`.
  private mutating func writeQualifiedName(_ text: UnsafeBufferPointer<UInt8>, namesType: Bool) {
    let colon = text.lastIndex(of: 0x3A)
    let local = String(decoding: text[(colon.map { $0 + 1 } ?? 0)...], as: UTF8.self)
    // XML has one empty name, whatever the default namespace is where it stands.
    let namespace = local.isEmpty ? "" : String(decoding: text[..<(colon ?? 0)], as: UTF8.self)
    guard dialect.qualifiedNames == .properties else {
      return writeString(local.isEmpty ? "" : "\(local):\(namespace)")
    }
    let isCamelCase = dialect.memberNames == .camelCase
    begin(0x7B)
    var isFirst = true
    if namesType {
      separate(&isFirst)
      writeName("__type")
      writeString("System.Xml.XmlQualifiedName, System.Private.Xml")
    }
    separate(&isFirst)
    writeName(isCamelCase ? "namespace" : "Namespace")
    writeString(namespace)
    separate(&isFirst)
    writeName(isCamelCase ? "name" : "Name")
    writeString(local)
    separate(&isFirst)
    writeName(isCamelCase ? "isEmpty" : "IsEmpty")
    output.put(local.isEmpty ? "true" : "false")
    end(0x7D, isEmpty: false)
  }
}
