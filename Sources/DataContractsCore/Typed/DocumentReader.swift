/// A cursor that moves through a document from its first value to its last, for types that read themselves from it.
///
/// Every `decode` takes one value, with all below it, and leaves the reader at the next one. An object is read by asking
/// for its members until there are none; they come in the order of the document, by their index in the contract:
///
/// ```swift
/// var id: Int32?
/// var members = try reader.beginObject(Self.self)
/// while let member = reader.nextMember(of: &members) {
///   switch member {
///   case 0: id = try reader.decode()
///   default: reader.skip()
///   }
/// }
/// ```
///
/// The document need not be there: where a format can, its values come from a ``ValueStream`` one by one, and only the one
/// that comes next is at hand.
///
/// Safety: a reader lives only inside ``Document/decode(_:)`` or ``read(_:_:as:_:)``, which keep the values and the
/// stream alive. ``DocumentBuilder`` is the only maker of documents; it writes extents and slices within the arrays that it
/// hands over. Every access to a node and every slice is checked nevertheless, once.
public struct DocumentReader: ~Copyable {
  @usableFromInline var window: NodeWindow
  /// Where values come from that are not at hand; `nil` when all of them are.
  @usableFromInline let stream: Unmanaged<StreamReference>?
  let table: ContractTable
  /// `nil` for the values of a stream.
  let view: DocumentView?
  let types: TypeContract
  let format: String
  let tolerance: DecodingOptions.Tolerance
  /// Whether the object that comes next is read as the base of its own type.
  var readsBase = false
  /// Objects that references mention, by their identity.
  var objects: [String: AnyObject] = [:]
  /// The node that the last error is about.
  var failedIndex = 0

  init(_ view: DocumentView, types: TypeContract, format: String, tolerance: DecodingOptions.Tolerance) {
    window = NodeWindow(nodes: view.nodes, source: view.source, arena: view.arena)
    stream = nil
    table = view.table
    self.view = view
    self.types = types
    self.format = format
    self.tolerance = tolerance
  }

  init(_ stream: StreamReference, _ window: NodeWindow, types: TypeContract) {
    self.window = window
    self.stream = Unmanaged.passUnretained(stream)
    table = types.contract.table
    view = nil
    self.types = types
    // Nobody sees the errors of a stream.
    format = ""
    tolerance = .exact
  }

  /// The index of the value that comes next.
  @inlinable @inline(__always)
  var index: Int {
    get { window.index }
    set { window.index = newValue }
  }

  @inlinable @inline(__always)
  var node: Node { window.node }

  /// The kind of the value that comes next.
  @inlinable
  public var kind: Document.Kind { node.kind }

  /// Whether the value that comes next is null.
  @inlinable @inline(__always)
  public var isNull: Bool { node.kind == .null }

  /// Passes over the value that comes next, with all below it.
  @inlinable @inline(__always)
  public mutating func skip() {
    let node = node
    if isOpen(node) { return skipOpen() }
    index &+= node.span
  }

  /// Reads the value that comes next.
  @inlinable @inline(__always)
  public mutating func decode<T: DataContractDecodable>(_ type: T.Type = T.self) throws(DocumentError) -> T {
    try T.decode(from: &self)
  }
}

extension DocumentReader {
  /// Reads the value that comes next into a place that was empty.
  @inlinable @inline(__always)
  public mutating func decode<T: DataContractDecodable>(into value: inout T?) throws(DocumentError) {
    value = try T.decode(from: &self)
  }

  /// Reads the value that comes next in place of one that was there.
  @inlinable @inline(__always)
  public mutating func decode<T: DataContractDecodable>(replacing value: inout T) throws(DocumentError) {
    value = try T.decode(from: &self)
  }

  /// The members of an object that are still to be read, or the items of a list.
  public struct Children {
    @usableFromInline let end: Int
    /// How many there were in the beginning; a dictionary's entries count once. Straight from a text, where that is not
    /// known yet: how many items a list is likely to have, and 0 for an object.
    public let count: Int
    @usableFromInline let start: Int
    /// Where the value is that was handed out last; -1 for none. One that nobody has read by the time that the next is
    /// asked for is passed over: a type that reads nothing would be given it for ever.
    @usableFromInline var last = -1
    /// Where the stream stands in a container that is not at hand as a whole.
    @usableFromInline var open: OpenContainer

    @inlinable @inline(__always)
    init(start: Int, end: Int, count: Int, open: OpenContainer = .none) {
      self.start = start
      self.end = end
      self.count = count
      self.open = open
    }
  }

  /// Enters an object.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/typeMismatch`` for any other kind of value, and for an
  ///   object of a derived contract, of which reading it as `type` would lose a part.
  @inlinable @inline(__always)
  public mutating func beginObject<T: DataContractType>(_ type: T.Type) throws(DocumentError) -> Children {
    let node = node
    guard node.kind == .object, node.flags.isDisjoint(with: .concreteType) else { return try beginConcrete(type) }
    return enter(node)
  }

  /// Enters a list.
  @inlinable @inline(__always)
  public mutating func beginList() throws(DocumentError) -> Children {
    let node = node
    guard node.kind == .list else { throw mismatch() }
    return enter(node)
  }

  /// Enters a dictionary, whose keys and values take turns.
  @inlinable @inline(__always)
  public mutating func beginDictionary() throws(DocumentError) -> Children {
    let node = node
    guard node.kind == .dictionary else { throw mismatch() }
    return enter(node)
  }

  @inlinable @inline(__always)
  mutating func enter(_ node: Node) -> Children {
    if isOpen(node) { return enterOpen(node) }
    let start = index
    index &+= 1
    return Children(start: start, end: index &+ Int(node.extent), count: Int(node.start))
  }

  /// The index of the next member in the contract, its bases' members counted first; `nil` when the object ends.
  ///
  /// Members that the contract does not know are passed over, and so is the value of the last one if it was not read.
  @inlinable @inline(__always)
  public mutating func nextMember(of members: inout Children) -> Int? {
    if members.open.isOpen { return nextOpenMember(of: &members) }
    if index == members.last { skip() }
    while index < members.end {
      let node = node
      members.last = index
      if node.flags.contains(.contractMember) { return Int(node.name) }
      skip()
    }
    members.last = -1
    return nil
  }

  /// The value of a member, which its Swift type cannot do without.
  ///
  /// - Parameters:
  ///   - value: What was read; `nil` when the object did not have the member.
  ///   - name: The member's name on the wire.
  ///   - members: What ``beginObject(_:)`` gave for the object.
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/missingMember``, unless the format is as tolerant as .NET
  ///   and the type has a ``DataContractDecodable/dotNetDefault``.
  @inlinable @inline(__always)
  public mutating func require<T: DataContractDecodable>(
    _ value: consuming T?, _ name: StaticString, of members: borrowing Children
  ) throws(DocumentError) -> T {
    guard let value else { return try defaultValue(name, ofObjectAt: members.start) }
    return value
  }

  @inline(never) @usableFromInline
  mutating func defaultValue<T: DataContractDecodable>(
    _ name: StaticString, ofObjectAt start: Int
  ) throws(DocumentError) -> T {
    if let value = T.absentValue { return value }
    guard tolerance == .dotNet, let value = T.dotNetDefault else {
      throw missingMember("\(name)", of: Children(start: start, end: start, count: 0))
    }
    return value
  }

  /// Whether items or entries are left. The last one is passed over if it was not read.
  @inlinable @inline(__always)
  public mutating func hasNext(in children: inout Children) -> Bool {
    if children.open.isOpen { return hasNextOpen(in: &children) }
    if index == children.last { skip() }
    children.last = index
    return index < children.end
  }

  /// Reads an object as the base of its own type, without moving on: the members of both follow.
  public mutating func decodeBase<Base: DataContractObject>(_ type: Base.Type = Base.self) throws(DocumentError) -> Base
  {
    let start = index
    let isBase = readsBase
    readsBase = node.flags.contains(.concreteType)
    let base = try Base(from: &self)
    readsBase = isBase
    index = start
    return base
  }

  @inline(never) @usableFromInline
  mutating func beginConcrete<T: DataContractType>(_ type: T.Type) throws(DocumentError) -> Children {
    let node = node
    guard node.kind == .object else { throw mismatch() }
    guard readsBase || types.indices[ObjectIdentifier(type)]?.rawValue == node.type else { throw derived(type) }
    readsBase = false
    return enter(node)
  }
}

extension DocumentReader {
  /// The canonical text of the scalar that comes next, which the reader passes.
  @inlinable @inline(__always)
  package mutating func scalar(_ primitive: PrimitiveType) throws(DocumentError) -> UnsafeBufferPointer<UInt8> {
    let node = node
    guard node.kind == primitive.kind else { return try untypedScalar(primitive) }
    index &+= 1
    return text(of: node)
  }

  /// The string that comes next, which the reader passes.
  @inline(never) @usableFromInline
  mutating func string() throws(DocumentError) -> String {
    let isASCII = node.flags.contains(.isASCII)
    let text = try scalar(.string)
    // What a stream gives has been validated with its input, or is put together from what has.
    guard stream == nil else { return String(validUTF8: text, isASCII: isASCII) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The 16 bytes of the GUID that comes next, which the reader passes; `nil` where they have to be read from its text.
  @inlinable @inline(__always)
  package mutating func packedGUID() -> (low: UInt64, high: UInt64)? {
    let node = node
    guard node.kind == .guid, node.flags.contains(.rawBytes) else { return nil }
    index &+= 1
    return window.guid
  }

  @inlinable @inline(__always)
  func text(of node: Node) -> UnsafeBufferPointer<UInt8> { window.text(of: node) }

  /// A value of `object` can be text that its format gave no kind.
  @inline(never) @usableFromInline
  mutating func untypedScalar(_ primitive: PrimitiveType) throws(DocumentError) -> UnsafeBufferPointer<UInt8> {
    let node = node
    guard node.kind == .text, primitive == .string else { throw mismatch(expected: primitive.expectation) }
    index &+= 1
    return text(of: node)
  }
}

extension DocumentReader {
  /// Goes back to the beginning of an object, which another reads too: a base class its members.
  public mutating func rewind(to members: Children) {
    if members.open.isOpen { return failStream() }
    index = members.start
  }

  /// Goes back to the first member of an object.
  public mutating func reenter(_ members: Children) {
    if members.open.isOpen { return failStream() }
    index = members.start + 1
  }
}
