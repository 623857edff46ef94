/// A document as a value of `object`: whatever a member, an item or an entry of that type holds.
///
/// ```swift
/// @DataContract(namespace: .clr("Zoo"))
/// struct Envelope { var id: Int32; var payload: Document? }
/// ```
///
/// What has a type in the input keeps it, and is written with it. A type that the contract of the value's surroundings does
/// not know is refused, and so is a value that mentions other objects (`z:Ref`), whose identities are the whole document's.
extension Document: DataContractCodable {
  /// `System.Object`.
  public static var dataContractName: QualifiedName { .anyType }

  /// The built-in type of any value.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex { .any }

  /// Reads a value and all below it, of whatever kind, null included. It shares the texts of the document that is read.
  public init(from reader: inout DocumentReader) throws(DocumentError) { self = try reader.document() }

  /// Adds the document's value.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/contract`` for a value of a type that the contract does not
  ///   know, and of code ``DocumentError/Code/notRepresentable`` for one that mentions other objects.
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    if storage.nodes.contains(where: { $0.kind == .reference }) {
      throw builder.failure(.notRepresentable, expected: "a value without references", found: "a reference", at: 0)
    }
    try builder.copy(root, keepingIdentities: false)
  }

  /// The document of one value of another and all below it.
  init(_ value: Cursor) {
    let storage = value.storage
    let range = value.index..<min(value.index + value.node.span, storage.nodes.count)
    var nodes = Array(storage.nodes[range])
    for index in nodes.indices.prefix(1) {
      nodes[index].name = Node.noName
      nodes[index].flags.subtract([.contractMember, .attribute])
    }
    let first = storage.firstAnnotation(from: range.lowerBound)
    let annotations = storage.annotations[first..<storage.firstAnnotation(from: range.upperBound)].map {
      Annotation(node: $0.node - UInt32(truncatingIfNeeded: range.lowerBound), content: $0.content)
    }
    let root = Contract.Root(ofTypeNamed: .anyType, .any)
    self.init(
      storage: Storage(
        nodes: nodes, source: storage.source, arena: storage.arena, names: storage.names,
        contract: storage.contract?.rooted(at: root), annotations: annotations))
  }
}

extension DocumentReader {
  /// The value that comes next, as a document of its own.
  mutating func document() throws(DocumentError) -> Document {
    // No stream is made of a contract with values of `object`.
    guard let view, !window.isAtEnd else { throw mismatch() }
    let value = Document.Cursor(storage: view.storage, index: index, parent: nil)
    let end = min(index + value.node.span, view.nodes.count)
    for reference in index..<end where view.nodes[reference].kind == .reference {
      index = reference
      throw failure(.typeMismatch, expected: "a value without references", found: description)
    }
    skip()
    return Document(value)
  }
}
