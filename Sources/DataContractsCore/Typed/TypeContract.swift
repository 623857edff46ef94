import Synchronization

/// A contract that was made of Swift types, and where in it each of them is.
///
/// A class, since every reader of a document holds it.
public final class TypeContract: Sendable {
  /// The contract, whose root is the type that it was compiled for.
  public let contract: Contract
  package let indices: [ObjectIdentifier: Contract.TypeIndex]
  /// What the last value of the type took, which the next one is likely to take as well.
  package let size = DocumentSize()
  /// What encoders look at where a value is written without a document.
  package let emptyDocument: Document

  init(contract: Contract, indices: [ObjectIdentifier: Contract.TypeIndex]) {
    self.contract = contract
    self.indices = indices
    emptyDocument = Document(
      storage: Document.Storage(
        nodes: [], source: [], arena: [], names: NameTable(), contract: contract, annotations: []))
  }

  /// Compiles the contract of a type and all that it is made of.
  ///
  /// - Returns: What ``ContractBuilder/contract()`` refuses as a failure, such as two types of one name.
  public static func compile<T: DataContractType>(_ type: T.Type) -> Result<TypeContract, DocumentError> {
    var types = ContractTypes()
    let index = types.index(of: type)
    // A nullable value has the element of what it is otherwise.
    let root = Contract.Root(ofTypeNamed: types.name(of: index), index)
    types.builder.addRoot(element: root.element, type: index, isNillable: type.canBeNull)
    do throws(DocumentError) {
      return .success(TypeContract(contract: try types.contract(), indices: types.indices))
    } catch {
      return .failure(error)
    }
  }
}

/// The compiled contracts of types that have none of their own to keep it in: collections and generic types.
enum TypeContractTable {
  private static let contracts = Mutex<[ObjectIdentifier: Result<TypeContract, DocumentError>]>([:])

  static func contract<T: DataContractType>(of type: T.Type) -> Result<TypeContract, DocumentError> {
    let identifier = ObjectIdentifier(type)
    if let known = contracts.withLock({ $0[identifier] }) { return known }
    // Compiled outside the lock: two threads at once may both do it, to the same end.
    let compiled = TypeContract.compile(type)
    return contracts.withLock { contracts in
      if let known = contracts[identifier] { return known }
      contracts[identifier] = compiled
      return compiled
    }
  }
}

/// The room that the last document of a type took: a document that grows is copied, and costs its pages twice.
package final class DocumentSize: Sendable {
  /// Bytes of the last output that was written without a document.
  package let output = Atomic<Int>(0)
  private let nodes = Atomic<Int>(0)
  private let texts = Atomic<Int>(0)

  var expected: (nodes: Int, texts: Int) {
    (nodes.load(ordering: .relaxed), texts.load(ordering: .relaxed))
  }

  func note(nodes: Int, texts: Int) {
    self.nodes.store(nodes, ordering: .relaxed)
    self.texts.store(texts, ordering: .relaxed)
  }
}
