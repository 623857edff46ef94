/// Where a value stands in a document: the members, indices and keys that lead to it from the root.
///
/// Written as `Chat[3].ChatMembers[0].UserId`; a dictionary's key is quoted: `Meta["TraceId"].Length`.
public struct DocumentPath: Sendable, Hashable {
  /// One step down the document.
  public enum Component: Sendable, Hashable {
    case member(String)
    case index(Int)
    case key(String)
  }

  /// The steps, from the root down.
  public var components: [Component]

  /// A path of these steps; none leads to the root.
  public init(_ components: [Component] = []) {
    self.components = components
  }

  /// Whether the path is that of the root.
  public var isEmpty: Bool { components.isEmpty }
}

extension DocumentPath: CustomStringConvertible {
  /// The path as people write it: `Chat[3].ChatMembers[0].UserId`.
  public var description: String {
    var text = ""
    for component in components {
      switch component {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += "[\"\(key)\"]"
      }
    }
    return text
  }
}
