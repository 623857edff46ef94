import DataContractsCore

/// A namespace of a document that is written: its index among the document's namespaces, or one of XML's own.
typealias NamespaceIndex = UInt32

/// The declarations in scope while a document is written, searched as .NET's writers search theirs.
struct NamespaceStack {
  struct Declaration {
    let prefix: NamespacePrefix
    let namespace: NamespaceIndex
    let depth: Int
    /// Whether the writer itself has to put the declaration at the end of the start tag.
    var isPending: Bool
  }

  private(set) var declarations: [Declaration] = []
  /// Changes whenever the declarations do.
  private(set) var version: UInt64 = 0
  let style: XMLFormat.Style

  init(style: XMLFormat.Style) {
    self.style = style
    declarations.reserveCapacity(16)
    // Without a declaration, no prefix means no namespace.
    declarations.append(Declaration(prefix: .none, namespace: 0, depth: 0, isPending: false))
  }

  /// The innermost prefix of a namespace that no later declaration has given to another one.
  func prefix(of namespace: NamespaceIndex) -> NamespacePrefix? {
    var index = declarations.count - 1
    while index >= 0 {
      let candidate = declarations[index]
      if candidate.namespace == namespace {
        if !declarations[(index + 1)...].contains(where: { $0.prefix == candidate.prefix }) { return candidate.prefix }
        // `XmlWriter` looks no further; the writer of streams does.
        if style == .xmlWriter { return nil }
      }
      index -= 1
    }
    return nil
  }

  /// The namespace that a prefix stands for.
  func namespace(of prefix: NamespacePrefix) -> NamespaceIndex? {
    declarations.last { $0.prefix == prefix }?.namespace
  }

  mutating func push(_ prefix: NamespacePrefix, _ namespace: NamespaceIndex, depth: Int, isPending: Bool) {
    version &+= 1
    declarations.append(Declaration(prefix: prefix, namespace: namespace, depth: depth, isPending: isPending))
  }

  /// Declares an element's or attribute's prefix unless it is known: the declaration comes at the end of the start tag.
  mutating func require(_ prefix: NamespacePrefix, _ namespace: NamespaceIndex, depth: Int) {
    if self.namespace(of: prefix) != namespace { push(prefix, namespace, depth: depth, isPending: true) }
  }

  /// A prefix that nothing in scope has, for a namespace of the element at `depth`.
  mutating func freshPrefix(depth: Int) -> NamespacePrefix {
    if style == .stream, let letter = freshLetter() { return letter }
    return .generated(depth: depth, number: declarations.count { $0.depth == depth && $0.prefix.isGenerated } + 1)
  }

  private func freshLetter() -> NamespacePrefix? {
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      let prefix = NamespacePrefix.letter(letter)
      if !declarations.contains(where: { $0.prefix == prefix }) { return prefix }
    }
    return nil
  }

  mutating func pop(to count: Int) {
    guard declarations.count > count else { return }
    version &+= 1
    declarations.removeLast(declarations.count - count)
  }

  mutating func settle(from start: Int) {
    for index in start..<declarations.count { declarations[index].isPending = false }
  }
}
