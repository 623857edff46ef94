/// What the documents of a format look like where no contract has put them in order, so that they can be read into
/// types that have none.
public enum DocumentShape: Sendable, Hashable {
  /// Values have kinds, lists are lists: JSON.
  case values
  /// All scalars are text, the root is the only member of an object, and a list is an object whose members are its
  /// items, or a name that repeats: XML.
  case elements
  /// All scalars are text; there are no nulls, and a list of one may stand as its item: forms and multipart.
  case fields
}
