/// The primitive data contract types of .NET, under the names that DataContract XML gives them.
///
/// `byte` is signed and `unsignedByte` is not, as in XML Schema (C#: `sbyte` and `byte`).
///
/// - SeeAlso: [Data contract names of primitives](https://learn.microsoft.com/dotnet/framework/wcf/feature-details/types-supported-by-the-data-contract-serializer)
public enum PrimitiveType: UInt8, Sendable, Hashable, CaseIterable {
  case boolean = 1
  case byte, unsignedByte, short, unsignedShort, int, unsignedInt, long, unsignedLong
  case float, double, decimal
  case string, char
  case dateTime, dateTimeOffset, duration
  case guid, anyURI, base64Binary, qName
}
