/// A Swift type that has a data contract, and so a place in ``Contract``s.
///
/// The macro `@DataContract` writes the conformance; by hand it is a name and a declaration.
public protocol DataContractType {
  /// The name of the type's contract, as .NET makes it: `{urn:chat}Chat`, `ArrayOfstring`.
  static var dataContractName: QualifiedName { get }

  /// Whether null is a value of the type: .NET's reference types, and `Nullable<T>`. Default `true`.
  static var canBeNull: Bool { get }

  /// Adds the type, and all that it is made of, to a contract.
  ///
  /// - Returns: The type's index in that contract. ``ContractTypes/index(of:)`` asks once for each type.
  static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex

  /// The contract of documents whose root is a value of the type, compiled once.
  ///
  /// The default looks it up in a table of the process; a `static let` saves the look-up.
  static var dataContract: Result<TypeContract, DocumentError> { get }
}

/// A Swift type that can be read from a document.
public protocol DataContractDecodable: DataContractType {
  /// Reads the value at which the reader stands, and moves the reader behind it.
  ///
  /// - Throws: ``DocumentError`` for a value that the type cannot hold.
  init(from reader: inout DocumentReader) throws(DocumentError)

  /// The same where the value decides about its class. Default: the initializer.
  static func decode(from reader: inout DocumentReader) throws(DocumentError) -> Self

  /// What .NET gives a member that a document lacks: 0, `false`, an empty GUID. Default `nil`: the member has to be there.
  ///
  /// It is taken under ``DecodingOptions/Tolerance/dotNet`` alone.
  static var dotNetDefault: Self? { get }

  /// What stands for a member that a document lacks, under any tolerance: `nil` for an optional. Default `nil`: nothing
  /// does, and the member has to be there.
  static var absentValue: Self? { get }
}

/// A Swift type that can be written to a document.
public protocol DataContractEncodable: DataContractType {
  /// Adds the value to a document under construction.
  ///
  /// - Throws: ``DocumentError`` for what no document can hold: more than ``Limits/maximumDepth`` levels, 4 GiB of text.
  func encode(into builder: inout DocumentBuilder) throws(DocumentError)

  /// The text by which dictionaries that have no order of their own are ordered: the value's canonical text. Default: the
  /// text of a document of the value alone, empty for an object.
  func canonicalKey() throws(DocumentError) -> [UInt8]
}

/// A Swift type that can be read from documents and written to them.
public typealias DataContractCodable = DataContractDecodable & DataContractEncodable

/// A type with data members of its own: a contract that others can extend.
public protocol DataContractObject: DataContractCodable {
  /// How many members the contract has, those of its bases included. A contract that extends it counts on from here.
  static var dataMemberCount: Int { get }

  /// Adds the members of an object that has begun.
  func encodeMembers(into builder: inout DocumentBuilder) throws(DocumentError)
}

extension DataContractType {
  /// `true`: most types of .NET are classes.
  @inlinable
  public static var canBeNull: Bool { true }

  /// The contract from the process's table, compiled when it is asked for the first time.
  public static var dataContract: Result<TypeContract, DocumentError> { TypeContractTable.contract(of: Self.self) }
}

extension DataContractDecodable {
  /// The value that the initializer reads.
  @inlinable @inline(__always)
  public static func decode(from reader: inout DocumentReader) throws(DocumentError) -> Self {
    try Self(from: &reader)
  }
}

extension DataContractEncodable {
  /// The text of a document of the value alone.
  public func canonicalKey() throws(DocumentError) -> [UInt8] {
    Array((try Document(encoding: self).root.text ?? "").utf8)
  }
}

extension DataContractDecodable {
  /// `nil`: there is none.
  public static var dotNetDefault: Self? { nil }

  /// `nil`: there is none.
  public static var absentValue: Self? { nil }
}

extension DataContractObject {
  /// An object of the members that ``encodeMembers(into:)`` adds.
  @inlinable
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.beginObject()
    try encodeMembers(into: &builder)
    try builder.endObject()
  }
}
