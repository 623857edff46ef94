/// Values of types that extend the declared one, as formats tell them that name the type in the input or not at all.
extension DocumentBuilder {
  /// Whether the text of the object that begins next has to be looked into first: other types extend the declared one,
  /// or it is a scalar that some serializers write as an object.
  package var expectsLookahead: Bool {
    @inline(__always) mutating get {
      skipped == 0 && pending.isExpected && table.compiled[Int(pending.type)].needsLookahead
    }
  }

  /// Whether the next value is one that JSON writes as a structure of its own where it can be null: a structure or a
  /// length of time.
  package var expectsNullableStructure: Bool {
    mutating get {
      let compiled = table.compiled[Int(pending.type)]
      return skipped == 0 && pending.isExpected && pending.isNillable && compiled.isValueType
        && (compiled.shape == .object || (compiled.shape == .primitive && compiled.primitive == .duration))
    }
  }

  /// Whether the next value is an item of a list whose objects are never without members, since one of them is of a
  /// value type and always written.
  package var expectsItemWithMembers: Bool {
    mutating get {
      guard skipped == 0, pending.isExpected, top.kind == .list, pending.isNillable else { return false }
      let compiled = table.compiled[Int(pending.type)]
      if compiled.shape == .primitive { return compiled.primitive == .qName }
      guard compiled.shape == .object else { return false }
      return table.members[compiled.memberRange].contains { !$0.isNillable && $0.emitsDefaultValue }
    }
  }

  /// Whether the type of the object that begins next has a member of exactly this name.
  package mutating func expectsMember(named name: Span<UInt8>) -> Bool {
    guard pending.shape == .object else { return false }
    return knows(name, pending.type)
  }

  /// Makes the object that begins next one of the only type that has all these members, where the declared type has not.
  ///
  /// The types that count are the declared one and those that extend it. Names that none of them knows do not count.
  /// Of several types that have all the names the one that all others extend is taken; if there is none such, the
  /// declared type stays, and members that a type which extends it knows are kept.
  package mutating func expectDerived(knowing names: [TextSlice]) {
    // .NET's readers make the declared type.
    guard reader == nil else { return }
    let declared = pending.type
    let derived = table.derived[Int(declared)].map(\.rawValue).filter { !table.compiled[Int($0)].isAbstract }
    var candidates: [UInt16]? = table.compiled[Int(declared)].isAbstract ? derived : nil
    for slice in names {
      let text = takeText(slice)
      let isPossible = text.withSpan(of: 0..<text.count) { name in narrow(&candidates, to: name, declared, derived) }
      giveBack(text)
      guard isPossible else { return }
    }
    guard let candidates, let type = mostGeneral(of: candidates) else { return }
    expectConcrete(Contract.TypeIndex(type))
  }

  /// Leaves the types that know a name; `nil` stands for the declared one.
  ///
  /// - Returns: `false` where a type knows the name and none of those that are left.
  private mutating func narrow(
    _ candidates: inout [UInt16]?, to name: Span<UInt8>, _ declared: UInt16, _ derived: [UInt16]
  ) -> Bool {
    if candidates == nil, knows(name, declared) { return true }
    var left: [UInt16] = []
    for type in candidates ?? derived where knows(name, type) { left.append(type) }
    if !left.isEmpty {
      candidates = left
      return true
    }
    guard candidates != nil else { return true }
    for type in derived where knows(name, type) { return false }
    return true
  }

  private mutating func mostGeneral(of types: [UInt16]) -> UInt16? {
    types.first { base in
      types.allSatisfy { $0 == base || table.derived[Int(base)].contains(Contract.TypeIndex($0)) }
    }
  }

  private mutating func knows(_ name: Span<UInt8>, _ type: UInt16) -> Bool {
    let compiled = table.compiled[Int(type)]
    guard compiled.shape == .object else { return false }
    do throws(DocumentError) { return try search(name, 0, in: compiled, at: 0) != nil } catch {
      // Several members differ from it in case alone.
      return true
    }
  }

  /// Whether a type that extends that of the open object has a member which the object's own type has not: such a member
  /// is kept, since .NET would not have lost it.
  mutating func isKnownToDerivedType(_ name: Span<UInt8>) -> Bool {
    guard spelling != .xml else { return false }
    for type in table.derived[Int(top.type)] where knows(name, type.rawValue) { return true }
    return false
  }
}

extension DocumentBuilder {
  /// Makes the object that begins next one of the type that the input names.
  ///
  /// - Parameter name: `Circle:#Zoo` as DataContractJsonSerializer spells it, or a full name of C#, with or without an
  ///   assembly.
  /// - Returns: `false` where the contract has no such type. The name is then noted for encoders.
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/typeMismatch`` for a type that does not extend the declared
  ///   one.
  @discardableResult
  package mutating func expectConcrete(named name: String, at offset: Int) throws(DocumentError) -> Bool {
    let contractName = QualifiedName(dataContractJSON: name)
    let clrName = AssemblyQualifiedName(name)
    let type = contractName.flatMap { table.typesByName[$0] } ?? table.type(named: clrName)
    if contractName == nil, name.utf8.count > clrName.fullName.utf8.count {
      annotate(.assemblyQualifiedName(name))
    } else if let contractName, type == nil, pending.shape == .any {
      annotate(.typeName(contractName))
    }
    guard let type else { return false }
    if reader == .jsonNet {
      if type.rawValue != pending.type { noteTypeName(name, at: offset) }
      return false
    }
    let isRelated = pending.shape == .any || type.rawValue == pending.type
    guard isRelated || table.derived[Int(pending.type)].contains(type) else {
      let expected = "\(string(table.compiled[Int(pending.type)].name)) or a type that extends it"
      throw failure(.typeMismatch, expected: expected, found: "\"\(name)\"", at: offset)
    }
    expectConcrete(type)
    return true
  }
}

extension QualifiedName {
  /// Reads `Circle:#Zoo`, where `#` stands for .NET's default namespaces, or `Sq:urn:zoo:shapes`.
  ///
  /// - Returns: nil for a text without a colon.
  package init?(dataContractJSON text: String) {
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
    let rest = text[text.index(after: colon)...]
    let namespace = rest.first == "#" ? DotNetNamespace.namespace(forCLR: String(rest.dropFirst())) : String(rest)
    self.init(namespace: namespace, localName: String(text[..<colon]))
  }

  /// The name as DataContractJsonSerializer spells it.
  package var dataContractJSON: String {
    let prefix = DotNetNamespace.dataContract
    let shown = namespace.hasPrefix(prefix) ? "#\(namespace.dropFirst(prefix.count))" : namespace
    return "\(localName):\(shown)"
  }
}
