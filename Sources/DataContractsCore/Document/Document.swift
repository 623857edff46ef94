/// A document of any format: an immutable tree, stored flat.
///
/// Values are nodes of 16 bytes in one array, in document order; their text is a slice of the input that was read, or
/// of an arena that holds what had to be rewritten. Copies share the storage. Values are read through cursors:
///
/// ```swift
/// document.root["Chat"]?[0]?["ChatName"]?.string
/// ```
///
/// A scalar is its canonical text, which is DataContract XML's lexical form, and a kind. Documents come from decoders,
/// from ``DocumentBuilder``, and in tests from literals.
public struct Document: Sendable {
  package let storage: Storage

  package init(storage: Storage) {
    self.storage = storage
  }

  /// The whole document's value.
  public var root: Cursor { Cursor(storage: storage, index: 0, parent: nil) }

  /// The contract that the document was read with.
  public var contract: Contract? { storage.contract }

  package final class Storage: Sendable {
    /// Never empty; the first is the root.
    package let nodes: [Node]
    /// The input that was read; texts that stood there in canonical form are slices of it.
    package let source: [UInt8]
    /// Texts that were rewritten, or that no input held.
    package let arena: [UInt8]
    package let names: NameTable
    package let contract: Contract?
    /// `contract`'s table, or the built-in types.
    package let table: ContractTable
    package let annotations: [Annotation]
    /// See ``ReadingConventions/countsByClock``; of importance to types without a contract.
    let countsByClock: Bool

    package init(
      nodes: [Node], source: [UInt8], arena: [UInt8], names: NameTable, contract: Contract?, annotations: [Annotation],
      countsByClock: Bool = false
    ) {
      self.nodes = nodes
      self.source = source
      self.arena = arena
      self.names = names
      self.contract = contract
      self.table = contract?.table ?? .builtIn
      self.annotations = annotations
      self.countsByClock = countsByClock
    }
  }

  /// Something rare that a node carries beside its value.
  package struct Annotation: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
      /// The concrete type of a value that no contract knows: XML's `i:type`.
      case typeName(QualifiedName)
      /// The identity that references mention: XML's `z:Id`.
      case identity(String)
      /// The concrete type as ServiceStack names it, with its assembly: `Zoo.Circle, Zoo`.
      case assemblyQualifiedName(String)
      /// A namespace that XML declares on the element of a value without a contract, though nothing in it may be of it.
      case declares(namespace: String)
    }

    package let node: UInt32
    package let content: Content
  }
}
