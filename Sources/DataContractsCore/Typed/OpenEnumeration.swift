/// A value of a C# enum, which can be any number of the enum's type: a case of a Swift enum holds named ones alone.
///
/// ```swift
/// @DataContract(namespace: .clr("Shop"))
/// enum Color: Int32 { case red = 1, green }
///
/// @DataContract(namespace: .clr("Shop"))
/// struct Car { var color: OpenEnumeration<Color> }   // .red, .green, or 0, C#'s default
/// ```
///
/// JSON, JSV, CSV and query strings carry a number without a name. DataContract XML, forms and multipart bodies do not:
/// .NET refuses it there, and so do the encoders here.
public struct OpenEnumeration<Named: RawRepresentable & DataContractCodable>: RawRepresentable
where Named.RawValue: FixedWidthInteger {
  /// The number.
  public var rawValue: Named.RawValue

  /// The value of a number, named or not.
  public init(rawValue: Named.RawValue) { self.rawValue = rawValue }

  /// The value of a case.
  public init(_ named: Named) { rawValue = named.rawValue }

  /// The case with this number; `nil` where it has no name.
  public var named: Named? { Named(rawValue: rawValue) }
}

extension OpenEnumeration: Sendable where Named.RawValue: Sendable {}

extension OpenEnumeration: Hashable {}

extension OpenEnumeration: DataContractCodable {
  /// The enumeration's own.
  public static var dataContractName: QualifiedName { Named.dataContractName }

  /// As the enumeration's own: `false`.
  public static var canBeNull: Bool { Named.canBeNull }

  /// The number 0, be it named or not.
  public static var dotNetDefault: OpenEnumeration? { OpenEnumeration(rawValue: 0) }

  /// The enumeration's index.
  public static func declareDataContract(in types: inout ContractTypes) -> Contract.TypeIndex {
    types.index(of: Named.self)
  }

  /// Reads a name, or a number where the format carries one.
  public init(from reader: inout DocumentReader) throws(DocumentError) {
    self.init(rawValue: Named.RawValue(truncatingIfNeeded: try reader.enumerationBits()))
  }

  /// Adds the value's name, or its number.
  public func encode(into builder: inout DocumentBuilder) throws(DocumentError) {
    try builder.enumeration(bits: UInt64(truncatingIfNeeded: rawValue))
  }
}
