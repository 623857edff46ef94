/// How ServiceStack's text formats write a value of a C# structure of one's own.
public enum ServiceStackStructures: Sendable, Hashable {
  /// As its `ToString()`, which is its type's name in C#: ServiceStack. The members are lost. A type whose name no
  /// contract tells is written by its members, and so is a `KeyValuePair`.
  case typeNames
  /// As an object.
  case members
}
