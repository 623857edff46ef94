extension Document {
  /// A cursor: one value of a document, and through it the values below.
  public struct Cursor: Sendable {
    package let storage: Storage
    package let index: Int
    /// The object that a member belongs to; `nil` for values that have no name.
    package let parent: Int?

    package init(storage: Storage, index: Int, parent: Int?) {
      self.storage = storage
      self.index = index
      self.parent = parent
    }

    package var node: Node { storage.nodes[index] }
  }
}

extension Document.Cursor {
  /// What the value is.
  public var kind: Document.Kind { node.kind }

  /// Whether the value is null, which differs from being absent and from being empty.
  public var isNull: Bool { kind == .null }

  /// The number of members, items or entries; 0 for a scalar and for a file.
  public var count: Int {
    switch kind {
    case .list, .object, .dictionary: Int(node.start)
    default: 0
    }
  }

  /// The value's type in the document's contract: the concrete one, which can extend the declared one.
  public var type: ContractType? {
    node.type == 0 ? nil : storage.table.types[Int(node.type)]
  }

  /// The value's index in the document's contract.
  public var typeIndex: Contract.TypeIndex { Contract.TypeIndex(node.type) }

  /// The member's name, as JSON writes it; `nil` for a value that is no member.
  public var name: String? {
    guard node.name != Node.noName else { return nil }
    guard node.flags.contains(.contractMember) else { return storage.names.name(node.name) }
    return contractMember?.name
  }

  /// The namespace of the member's element or attribute; empty where the format has none.
  public var namespace: String {
    guard node.name != Node.noName else { return "" }
    guard node.flags.contains(.contractMember) else { return storage.names.namespace(node.name) }
    return compiledMember.map { storage.table.namespaces[Int($0.namespace)] } ?? ""
  }

  /// Whether the member was an attribute of an XML element.
  public var isAttribute: Bool { node.flags.contains(.attribute) }

  private var compiledMember: CompiledMember? {
    guard let parent, node.flags.contains(.contractMember) else { return nil }
    let owner = storage.table.compiled[Int(storage.nodes[parent].type)]
    return node.name < UInt32(owner.memberCount)
      ? storage.table.members[Int(owner.memberStart) + Int(node.name)] : nil
  }

  private var contractMember: (name: String, member: CompiledMember)? {
    compiledMember.map { (String(decoding: storage.table.text[$0.name.range], as: UTF8.self), $0) }
  }
}

extension Document.Cursor {
  /// The value with this name, the first where names repeat; `nil` for anything but an object.
  ///
  /// Takes time linear in the number of members; iterate ``members`` to read them all.
  public subscript(_ name: String) -> Document.Cursor? {
    members.first { $0.name == name }
  }

  /// The item at an index; `nil` beyond the end and for anything but a list. Takes time linear in the index.
  public subscript(_ position: Int) -> Document.Cursor? {
    guard position >= 0, position < count else { return nil }
    var iterator = items.makeIterator()
    for _ in 0..<position { _ = iterator.next() }
    return iterator.next()
  }

  /// The value under a path; `nil` where the document has none.
  public subscript(_ path: DocumentPath) -> Document.Cursor? {
    var value = self
    for component in path.components {
      let next: Document.Cursor? =
        switch component {
        case .member(let name): value[name]
        case .index(let index): value[index]
        case .key(let key): value.entries.first { $0.key.text == key }?.value
        }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// The members of an object, in the order of the document; empty for any other kind. Allocates nothing.
  public var members: Children { Children(of: self, ifKind: .object) }

  /// The items of a list; empty for any other kind. Allocates nothing.
  public var items: Children { Children(of: self, ifKind: .list) }

  /// The entries of a dictionary; empty for any other kind. Allocates nothing.
  public var entries: Entries { Entries(children: Children(of: self, ifKind: .dictionary)) }

  /// The values of a container in document order.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    private let storage: Document.Storage
    private let parent: Int?
    private var position: Int
    private let end: Int

    init(of value: Document.Cursor, ifKind kind: Document.Kind) {
      storage = value.storage
      parent = kind == .object ? value.index : nil
      position = value.index + 1
      end = value.kind == kind ? value.index + value.node.span : position
    }

    /// The next value; `nil` at the end.
    public mutating func next() -> Document.Cursor? {
      guard position < end else { return nil }
      let value = Document.Cursor(storage: storage, index: position, parent: parent)
      position += storage.nodes[position].span
      return value
    }
  }

  /// The keys and values of a dictionary in document order.
  public struct Entries: Sequence, IteratorProtocol, Sendable {
    var children: Children

    /// The next entry; `nil` at the end.
    public mutating func next() -> (key: Document.Cursor, value: Document.Cursor)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }
}
