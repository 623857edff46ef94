/// A Swift type whose values are scalars: one text, of one of .NET's primitive types.
///
/// Conform to it to make a type of your own a member's type. A value has to come back equal from its canonical text.
///
/// ```swift
/// extension Celsius: DataContractScalar {
///   static var primitive: PrimitiveType { .double }
///   init?(canonical text: Span<UInt8>) { … }
///   func appendCanonical(to text: inout [UInt8]) { … }
/// }
/// ```
public protocol DataContractScalar: DataContractCodable, SendableMetatype {
  /// Which of .NET's types the values are on the wire.
  static var primitive: PrimitiveType { get }

  /// Reads the canonical text, which is DataContract XML's lexical form, in UTF-8.
  ///
  /// - Returns: `nil` for a value that the type cannot hold.
  init?(canonical text: Span<UInt8>)

  /// Appends the canonical text.
  func appendCanonical(to text: inout [UInt8])

  /// Adds the scalar as a member of the object that has begun. Default: by its canonical text.
  func encode(as member: Int, into builder: inout DocumentBuilder) throws(DocumentError)
}

extension DataContractScalar {
  /// The primitive's name: `{http://www.w3.org/2001/XMLSchema}int`.
  public static var dataContractName: QualifiedName { primitive.contractName }

  /// Whether .NET holds the primitive by reference, as it does strings and binary data.
  @inlinable
  public static var canBeNull: Bool { !primitive.isValueType }

  /// The primitive's index, which is the same in every contract.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex { .primitive(primitive) }

  /// Reads the scalar at which the reader stands.
  @inlinable @inline(__always)
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    let text = try reader.scalar(Self.primitive)
    guard let value = Self(canonical: text.span) else { throw reader.unreadable(Self.primitive) }
    self = value
  }

  /// Adds the scalar.
  @inlinable @inline(__always)
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    let start = builder.arena.count
    appendCanonical(to: &builder.arena)
    try builder.append(Self.primitive, canonicalFrom: start)
  }

  /// Adds the scalar as a member by its canonical text.
  @inlinable @inline(__always)
  public func encode(as member: Int, into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.encodeText(of: self, as: member)
  }

  /// The canonical text.
  public func canonicalKey() throws(DocumentError) -> [UInt8] {
    var text: [UInt8] = []
    appendCanonical(to: &text)
    return text
  }
}
