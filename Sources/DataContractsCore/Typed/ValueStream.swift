/// Values that come straight from an input, one at a time, where the document is not wanted.
///
/// A document of 10 MB costs as long to build as the values of its Swift types do (measured: 7.2 of 11.0 ms). A stream
/// leaves it out for what is frequent: lists, dictionaries with keys of text, objects whose contract is plain
/// (``CompiledType/isPlainObject``), scalars that stand in canonical form. Any other value it reads through ``ValueBuilder``, as a document of its own, so that the
/// rules of contracts are written once. It knows no errors: where something is wrong, or has to be known of the whole
/// document, it only says that it has failed, and the input is read as a document.
@usableFromInline
package protocol ValueStream: AnyObject {
  /// Whether the input has to be read as a document. What a reader gets from then on is of no meaning.
  var hasFailed: Bool { get set }

  /// Moves into the container that comes next.
  ///
  /// - Parameter state: ``OpenContainer/none``; where the stream stands in the container.
  /// - Returns: How many items it is likely to have; 0 for an object.
  func enter(_ container: Node, _ state: inout OpenContainer) -> Int

  /// Moves to the value of the next member that the contract knows.
  ///
  /// - Returns: The member's index; -1 when the object has ended.
  func nextMember(of object: inout OpenContainer, in window: inout NodeWindow) -> Int

  /// Moves to the next item, or to the key and the value of the next entry.
  ///
  /// - Returns: -1 when the list or dictionary has ended.
  func nextItem(of list: inout OpenContainer, in window: inout NodeWindow) -> Int

  /// Moves behind the container that comes next, which is checked all the same.
  func skip(_ container: Node, in window: inout NodeWindow)
}

/// A stream as readers hold it: without counting references, which took a third of the time.
///
/// Safety: ``DocumentReader/read(_:_:as:_:)``, the only maker, outlives its reader.
@usableFromInline
final class StreamReference {
  @usableFromInline let stream: any ValueStream

  init(_ stream: any ValueStream) { self.stream = stream }
}

extension DocumentReader {
  /// Calls `body` with a reader of the values that a stream gives.
  ///
  /// - Parameter window: Where the stream has put the first of them.
  package static func read(
    _ stream: any ValueStream, _ window: NodeWindow, as types: TypeContract, _ body: (inout DocumentReader) -> Void
  ) {
    let reference = StreamReference(stream)
    var reader = DocumentReader(reference, window, types: types)
    body(&reader)
    withExtendedLifetime(reference) {}
  }
}

/// Where a stream stands in a container whose values it gives one at a time.
///
/// Whole words: Swift 6.3 takes Booleans and short integers of a structure apart bit by bit whenever it moves one.
@usableFromInline
package struct OpenContainer: BitwiseCopyable {
  /// 0 for what is no such container, 1 at its beginning, 2 once something of it has been read.
  @usableFromInline package var progress = 0
  /// The container's type.
  package var type = 0
  package var memberStart = 0
  /// 0 for a list, -1 for a dictionary.
  package var memberCount = 0
  /// How many required members are still to come.
  package var missing = 0
  /// Where the guess for an object's next member stands; how many items or entries have come.
  package var successor = 0
  /// A bit for each member that has come.
  package var seen: UInt = 0

  @inlinable @inline(__always)
  package init() {}

  @inlinable @inline(__always)
  var isOpen: Bool { progress != 0 }

  /// What stands for a container whose values are all at hand.
  @inlinable @inline(__always)
  package static var none: OpenContainer { OpenContainer() }

  /// The ``Node/extent`` of a container that is not at hand as a whole.
  @inlinable @inline(__always)
  package static var extent: UInt32 { .max }
}

extension DocumentReader {
  /// Whether a stream gives the values of a container.
  @inlinable @inline(__always)
  func isOpen(_ node: Node) -> Bool { stream != nil && node.extent == OpenContainer.extent }

  @inline(never) @usableFromInline
  mutating func enterOpen(_ node: Node) -> Children {
    guard let stream else { return Children(start: index, end: index, count: 0) }
    window.index += 1
    var open = OpenContainer.none
    let count = stream._withUnsafeGuaranteedRef { $0.stream.enter(node, &open) }
    return Children(start: 0, end: 0, count: count, open: open)
  }

  @inlinable @inline(__always)
  mutating func nextOpenMember(of object: inout Children) -> Int? {
    guard let stream else { return nil }
    let member = stream._withUnsafeGuaranteedRef { $0.stream.nextMember(of: &object.open, in: &window) }
    return member < 0 ? nil : member
  }

  @inlinable @inline(__always)
  mutating func hasNextOpen(in list: inout Children) -> Bool {
    guard let stream else { return false }
    return stream._withUnsafeGuaranteedRef { $0.stream.nextItem(of: &list.open, in: &window) } >= 0
  }

  @inline(never) @usableFromInline
  mutating func skipOpen() {
    let node = node
    window.index += 1
    stream?._withUnsafeGuaranteedRef { $0.stream.skip(node, in: &window) }
  }

  /// Says of the stream that the input has to be read as a document.
  mutating func failStream() {
    stream?._withUnsafeGuaranteedRef { $0.stream.hasFailed = true }
  }
}
