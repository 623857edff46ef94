/// What the builder waits for: formats whose bytes do not say whether a value is an object, a list or a scalar ask here.
///
/// The getters are mutating because the compiler hands a builder that is only read over as a copy of some hundred
/// bytes (measured with Swift 6.3), and these are called for every element.
extension DocumentBuilder {
  /// Names an element inside the container that is open, and tells what it holds.
  package mutating func element(
    named name: Span<UInt8>, namespace: UInt32, at offset: Int
  ) throws(DocumentError) -> CompiledContent {
    if top.kind == .object {
      guard skipped == 0, name.count <= options.limits.nameBytes else {
        try member(named: name, namespace: namespace, at: offset)
        return .passedOver
      }
      try contractMember(name, namespace, false, at: offset)
    } else if top.kind == .list || top.kind == .entries {
      try item(named: name, namespace: namespace, at: offset)
    } else {
      try member(named: name, namespace: namespace, at: offset)
    }
    return skipped > 0 ? .passedOver : expectedContent
  }

  /// What the value that comes next holds.
  package var expectedContent: CompiledContent {
    mutating get {
      top.kind == .entries ? .members : pending.content
    }
  }

  /// Whether the member or item that was named last is to be passed over, with all below it.
  package var isPassingOver: Bool { mutating get { skipped > 0 } }

  /// The shape of the value that comes next; meaningless while the builder waits for a name.
  package var expectedShape: CompiledShape { mutating get { pending.shape } }

  /// The type of the value that comes next, 0 where no contract speaks of it.
  package var expectedType: UInt16 { mutating get { pending.type } }

  /// Whether the list that is open is that of a dictionary's entries, of which each begins as an object.
  package var expectsEntry: Bool { mutating get { top.kind == .entries } }

  /// Whether the next value is a `DateTimeOffset`, which XML writes as a structure.
  package var expectsDateTimeOffset: Bool {
    mutating get { pending.shape == .primitive && pending.primitive == .dateTimeOffset }
  }

  /// Makes the value that comes next one of a concrete type, as XML's `i:type` and JSON's `__type` name it.
  package mutating func expectConcrete(_ type: Contract.TypeIndex) {
    guard pending.type != type.rawValue, Int(type.rawValue) < table.compiled.count else { return }
    let compiled = table.compiled[Int(type.rawValue)]
    pending.shape = compiled.shape
    pending.primitive = compiled.primitive
    pending.content = compiled.content
    pending.type = type.rawValue
    pending.flags.insert(.concreteType)
  }

  /// Takes errors to be about the container that is open, and no longer about its last member.
  package mutating func endMember() { top.member = Node.noName }

  /// Notes something about the value that comes next.
  package mutating func annotate(_ content: Document.Annotation.Content) {
    annotations.append(Document.Annotation(node: UInt32(truncatingIfNeeded: nodes.count), content: content))
    pending.flags.insert(.annotated)
  }

  /// Adds a mention of an object that stands elsewhere in the document, by the identity it was given there.
  package mutating func reference(to identity: String, at offset: Int) throws(DocumentError) {
    guard skipped == 0 else { return try null(at: offset) }
    try requireExpected(at: offset)
    let start = arena.count
    arena.append(contentsOf: identity.utf8)
    try appendScalar(.reference, TextSlice(start: start, count: arena.count - start, inArena: true), at: offset)
  }
}

extension DocumentBuilder {
  /// The namespace behind an index of this document.
  package func namespace(_ index: UInt32) -> String { names.namespaces[Int(index)] }
}
