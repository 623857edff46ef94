/// What an encoder writes for a member of the contract that a document does not have.
public enum AbsentMembers: Sendable, Hashable {
  /// What a .NET object, which has all its members, would show: null for a member that can be null, the type's
  /// default for a value type; nothing where the contract says `EmitDefaultValue = false`.
  case asDotNet
  /// Nothing.
  case omit
}
