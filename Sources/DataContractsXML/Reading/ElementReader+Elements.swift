internal import CLibXML2
import DataContractsCore

extension ElementReader {
  mutating func startElement(
    _ name: DictionaryString, _ namespace: DictionaryString?, _ declarations: Declarations, _ attributes: Attributes
  ) {
    guard failure == nil else { return stop() }
    if lookedAhead >= 0 { lookedAhead = -1 }
    let offset = position
    do throws(DocumentError) {
      try enter(name, namespace, declarations, attributes, at: offset)
    } catch {
      if !recover(from: error, at: offset) { fail(error, tagEnd: offset) }
    }
    if isChecking { placeFindings(tagEnd: offset) }
    contentStart = offset &+ 1
    contentAddress = context.pointee.input?.pointee.cur.map { $0 + 1 }
    expectedText = contentStart
  }

  private mutating func enter(
    _ name: DictionaryString, _ namespace: DictionaryString?, _ declarations: Declarations, _ attributes: Attributes,
    at offset: Int
  ) throws(DocumentError) {
    depth &+= 1
    guard depth <= maximumDepth else { throw tooDeep(at: offset) }
    if declarations.count > 0 { try declare(declarations, at: offset) }
    if skipDepth > 0 {
      skipDepth &+= 1
      if nilPath != nil { noteNilContent(at: offset) }
      return
    }
    let name = bytes(of: name)
    let space = namespaceIndex(of: namespace)
    let content = try self.content(name.span, space, at: offset)
    text.count = 0
    if attributes.count > 0 {
      try open(attributes, at: offset)
    } else {
      try open(content, at: offset)
    }
  }

  /// Tells the builder which member or item the element is, and asks what it holds.
  @inline(__always)
  private mutating func content(
    _ name: Span<UInt8>, _ space: UInt32, at offset: Int
  ) throws(DocumentError) -> CompiledContent {
    if mode != .object, mode != .list {
      let isRoot = mode == .document
      try prepare(name, space, at: offset)
      if isRoot { return builder.expectedContent }
    }
    return try builder.element(named: name, namespace: space, at: offset)
  }

  /// Makes the element that is open one that can have children.
  @inline(never)
  private mutating func prepare(_ name: Span<UInt8>, _ space: UInt32, at offset: Int) throws(DocumentError) {
    switch mode {
    case .object, .list: break
    case .document: try root(name, space, at: offset)
    case .wrapper: throw builder.failure(.syntax, expected: "one root element", found: "another", at: offset)
    case .untyped:
      try becomeObject(at: offset)
      try flushText(at: offset)
    case .untypedObject: try flushText(at: offset)
    case .scalar, .qualifiedName:
      guard mode == .scalar, builder.expectsDateTimeOffset, try textIsBlank(at: offset) else {
        throw builder.failure(.typeMismatch, expected: "text", found: "an element \(Excerpt.text(name))", at: offset)
      }
      try builder.beginObject(at: offset)
      outerModes.append(modeAroundScalar)
      mode = .object
    }
    hasChildren = true
  }

  /// Opens the element for what it holds.
  @inline(__always)
  mutating func open(_ content: CompiledContent, at offset: Int) throws(DocumentError) {
    // Nearly every element is a scalar.
    if case .scalar = content {
      modeAroundScalar = mode
      return mode = .scalar
    }
    switch content {
    case .scalar: break
    case .members:
      try builder.beginObject(at: offset)
      push(.object)
    case .items:
      try builder.beginList(at: offset)
      push(.list)
    case .anything:
      push(.untyped)
      hasChildren = false
      isNil = false
    case .qualifiedName: push(.qualifiedName)
    case .passedOver:
      // The value that the builder is waiting to pass over is this whole element.
      try builder.null(at: offset)
      skipDepth = 1
    }
  }

  @inline(__always)
  mutating func push(_ mode: Mode) {
    outerModes.append(self.mode)
    self.mode = mode
  }

  @inline(__always)
  mutating func pop() {
    mode = outerModes.isEmpty ? .document : outerModes.removeLast()
  }

  /// An untyped element turns out to have attributes or children.
  mutating func becomeObject(at offset: Int) throws(DocumentError) {
    if isChecking { noteUntyped(at: offset) }
    try builder.beginObject(at: offset)
    mode = .untypedObject
    if isNil {
      isNil = false
      try attribute("nil", in: DotNetNamespace.xmlSchemaInstance, "true", at: offset)
    }
  }

  mutating func endElement() {
    guard failure == nil else { return stop() }
    if lookedAhead >= 0 { lookedAhead = -1 }
    if skipDepth > 0 {
      skipDepth &-= 1
      if skipDepth == 0 { nilPath = nil }
    } else if mode == .scalar, !text.inArena {
      do throws(DocumentError) {
        try scalar()
      } catch {
        fail(error, tagEnd: -1)
      }
      mode = modeAroundScalar
    } else {
      do throws(DocumentError) {
        try leave()
      } catch {
        if isChecking, builder.recovers(from: error, at: contentStart) { pop() } else { fail(error, tagEnd: position) }
      }
      if isChecking { placeFindings(tagEnd: position) }
    }
    if scopes.innermostDepth >= depth { scopes.leave(depth) }
    depth &-= 1
    expectedText = -1
    text.count = 0
  }

  private mutating func leave() throws(DocumentError) {
    switch mode {
    case .scalar:
      try scalar()
      return mode = modeAroundScalar
    case .qualifiedName: try qualifiedName()
    case .object:
      try builder.endObject(at: position)
    case .list: try builder.endList(at: contentStart)
    case .untyped: try untypedValue()
    case .untypedObject:
      try flushText(at: contentStart)
      try builder.endObject(at: contentStart)
      // The object that this one is a member of has, by that, a child.
      hasChildren = true
    case .document, .wrapper: break
    }
    pop()
    if mode == .wrapper { try builder.endObject(at: contentStart) }
  }

  private mutating func untypedValue() throws(DocumentError) {
    if isNil, text.count == 0 {
      try builder.null(at: contentStart)
    } else if isNil {
      try becomeObject(at: contentStart)
      try flushText(at: contentStart)
      try builder.endObject(at: contentStart)
    } else if text.count == 0, builder.expectedShape == .any, contract != nil {
      // `new object()` is an empty element, and so is what .NET makes of one.
      try builder.beginObject(at: contentStart)
      try builder.endObject(at: contentStart)
    } else {
      if isChecking { noteUntyped(at: contentStart) }
      try scalar()
    }
    hasChildren = true
  }
}

extension ElementReader {
  private mutating func root(_ name: Span<UInt8>, _ space: UInt32, at offset: Int) throws(DocumentError) {
    guard let contract else {
      try builder.beginObject(at: offset)
      try builder.member(named: name, namespace: space, at: offset)
      return mode = .wrapper
    }
    let element = QualifiedName(namespace: builder.namespace(space), localName: Excerpt.string(name))
    if let root = contract.root {
      guard root.element != element else { return }
      // A root of its value's own name, as ServiceStack writes it.
      guard takesRootsOfValues, let other = contract.table.rootsByElement[element],
        contract.allows(other.type, inPlaceOf: root.type.rawValue)
      else { throw wrongRoot([root], element, at: offset) }
      builder.expectConcrete(other.type)
    } else {
      guard let root = contract.table.rootsByElement[element] else {
        throw wrongRoot(contract.roots, element, at: offset)
      }
      builder.choose(root: root)
    }
  }

  private func wrongRoot(_ roots: [Contract.Root], _ found: QualifiedName, at offset: Int) -> DocumentError {
    let names = roots.prefix(3).map(\.element.description)
    let more = roots.count > 3 ? " or one of \(roots.count - 3) more" : ""
    let expected =
      names.isEmpty ? "a contract with a root element" : "the root element \(names.joined(separator: " or "))"
    return builder.failure(.typeMismatch, expected: expected + more, found: "\(found)", at: offset)
  }

  private func tooDeep(at offset: Int) -> DocumentError {
    builder.failure(
      .limitExceeded, expected: "at most \(maximumDepth - 1) nested containers (limit depth)", found: "\(depth - 1)",
      at: offset)
  }
}
