/// A name in a namespace, as contracts, elements and types have one.
public struct QualifiedName: Sendable, Hashable {
  /// The namespace; empty when there is none.
  public var namespace: String
  /// The name without a prefix.
  public var localName: String

  /// Creates a name; an empty namespace means none.
  public init(namespace: String, localName: String) {
    self.namespace = namespace
    self.localName = localName
  }

  /// Reads `{namespace}name` or `name`, the forms that `description` gives.
  ///
  /// - Returns: nil when the name is empty, the brace is never closed, or the name holds a brace.
  public init?(parsing text: String) {
    var namespace = ""
    var localName = text[...]
    if text.first == "{" {
      guard let end = text.lastIndex(of: "}") else { return nil }
      namespace = String(text[text.index(after: text.startIndex)..<end])
      localName = text[text.index(after: end)...]
    }
    guard !localName.isEmpty, !localName.contains("{"), !localName.contains("}") else { return nil }
    self.init(namespace: namespace, localName: String(localName))
  }
}

extension QualifiedName: CustomStringConvertible {
  /// `{namespace}name`, or just the name when there is no namespace.
  public var description: String {
    namespace.isEmpty ? localName : "{\(namespace)}\(localName)"
  }
}
