internal import CLibXML2
import DataContractsCore

extension ElementReader {
  /// A piece of text, of a CDATA section, or what a reference stands for.
  mutating func characters(_ piece: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return stop() }
    guard skipDepth == 0 else {
      if nilPath != nil, !piece.allSatisfy(\.isXMLWhiteSpace) { noteNilContent(at: position) }
      return
    }
    if lookedAhead >= 0, isSecondSight(of: piece) { return }
    if mode == .scalar, text.count == 0, piece.baseAddress == contentAddress {
      // The whole text, as a rule: libxml2 shows the very bytes behind the start tag.
      text = Text(start: contentStart, count: min(piece.count, source.count &- contentStart), inArena: false)
      expectedText = contentStart &+ piece.count
      return
    }
    switch mode {
    case .scalar, .qualifiedName, .untyped, .untypedObject: append(piece)
    case .object, .list:
      guard !piece.allSatisfy(\.isXMLWhiteSpace) else { return }
      let expected = mode == .object ? "an element of a member" : "an element of an item"
      let blanks = piece.prefix(while: \.isXMLWhiteSpace).count
      let found = UnsafeBufferPointer(rebasing: piece.dropFirst(blanks))
      let offset = sourcePosition(of: found) ?? position
      builder.endMember()
      let error = builder.failure(
        .typeMismatch, expected: expected, found: "text \(Excerpt.text(found.span))", at: offset)
      if isChecking { builder.note(error) } else { fail(error) }
    case .document, .wrapper: break
    }
  }

  /// A comment or processing instruction: text before and after it is one.
  mutating func passedOver() {
    guard failure == nil else { return stop() }
    lookedAhead = -1
    expectedText = position
  }

  /// Adds a piece to the text of the element. As long as it is all one stretch of the source, nothing is copied.
  private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    let start = sourcePosition(of: piece)
    if !text.inArena || text.count == 0 {
      if let start, text.count == 0 {
        text = Text(start: start, count: piece.count)
        expectedText = start + piece.count
        return
      }
      if let start, start == text.start + text.count {
        text.count += piece.count
        expectedText = start + piece.count
        return
      }
      moveTextToArena()
    }
    expectedText = start.map { $0 + piece.count } ?? position
    builder.arena.append(copying: piece.span)
    text.count += piece.count
  }

  /// Goes on in the arena with what has been a slice of the source.
  private mutating func moveTextToArena() {
    let start = builder.arena.count
    if text.count > 0, !text.inArena {
      builder.arena.append(copying: UnsafeBufferPointer(rebasing: source[text.start..<text.start + text.count]).span)
    }
    text = Text(start: start, count: text.count, inArena: true)
  }

  /// Where the source holds the piece: as far from where libxml2 stands as the piece is in libxml2's buffer, or where
  /// the text before it ended.
  ///
  /// The bytes are compared, so a wrong guess, as for what a reference stands for, costs a copy and nothing else.
  mutating func sourcePosition(of piece: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let current = context.pointee.input?.pointee.cur, let start = piece.baseAddress else { return nil }
    let guess = position &+ (Int(bitPattern: start) &- Int(bitPattern: current))
    if sourceHolds(piece, at: guess) { return guess }
    // Text beyond ASCII comes from a buffer of its own. An ampersand there would be that of a reference.
    return piece.first != UInt8(ascii: "&") && sourceHolds(piece, at: expectedText) ? expectedText : nil
  }

  @inline(__always)
  mutating func sourceHolds(_ piece: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, let base = source.baseAddress, let bytes = piece.baseAddress,
      start <= source.count, piece.count <= source.count &- start
    else { return false }
    return memcmp(base + start, bytes, piece.count) == 0
  }

  /// Gives the element's text to the builder.
  mutating func scalar() throws(DocumentError) {
    if text.inArena, text.count > 0 {
      return try builder.value(.text, inArenaFrom: text.start, at: contentStart)
    }
    let start = text.count > 0 ? text.start : min(contentStart, source.count)
    let span = UnsafeBufferPointer(rebasing: source[start..<start &+ text.count]).span
    try builder.value(.text, span, inSourceFrom: start)
  }

  /// A qualified name becomes `namespace:local`, as `XmlQualifiedName` prints itself; its prefix means nothing
  /// elsewhere.
  mutating func qualifiedName() throws(DocumentError) {
    // `XmlQualifiedName.Empty`, whatever the default namespace is.
    guard text.count > 0 else { return try builder.value(.text, "", at: contentStart) }
    let bytes =
      text.inArena
      ? Array(builder.arena[text.start..<text.start + text.count])
      : Array(source[text.start..<text.start + text.count])
    let name = try bytes.withUnsafeBufferPointer { bytes throws(DocumentError) in
      try resolve(bytes, in: "a qualified name", at: contentStart)
    }
    // The namespace becomes one of the document's, so that it can be declared again.
    _ = builder.namespaceIndex(of: name.namespace)
    let canonical = name.namespace.isEmpty ? name.localName : "\(name.namespace):\(name.localName)"
    try builder.value(.text, canonical, at: contentStart)
  }

  /// Text among the children of an untyped element is a member without a name. White space there is layout.
  mutating func flushText(at offset: Int) throws(DocumentError) {
    guard text.count > 0 else { return }
    let isData = try !textIsBlank(at: offset) || (offset == contentStart && !hasChildren)
    if isData {
      try builder.member(named: Span(), at: offset)
      try scalar()
    }
    text.count = 0
  }

  mutating func textIsBlank(at offset: Int) throws(DocumentError) -> Bool {
    if text.inArena, text.count > 0 {
      return builder.arena[text.start...].allSatisfy(\.isXMLWhiteSpace)
    }
    return source[text.start..<text.start + text.count].allSatisfy(\.isXMLWhiteSpace)
  }
}

extension Excerpt {
  static func string(_ text: Span<UInt8>) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// A name or text as messages show it: quoted, cut to 40 characters.
  static func text(_ text: Span<UInt8>) -> String {
    let start = text.extracting(0..<min(text.count, 200)).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    return start.count > 40 ? "\"\(start.prefix(40))…\"" : "\"\(start)\""
  }
}
