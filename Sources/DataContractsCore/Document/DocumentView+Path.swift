extension DocumentView {
  /// Where the node at `index` stands: for the errors of encoders. Takes time linear in the document.
  package func path(to index: Int) -> DocumentPath {
    var components: [DocumentPath.Component] = []
    var parent = 0
    while parent < index {
      var child = parent + 1
      var previous = child
      var position = 0
      while after(child) <= index {
        previous = child
        child = after(child)
        position += 1
      }
      components.append(component(child, position, after: previous, in: parent))
      parent = child
    }
    return DocumentPath(components)
  }

  private func component(
    _ child: Int, _ position: Int, after previous: Int, in parent: Int
  ) -> DocumentPath.Component {
    switch node(parent).kind {
    case .object:
      return .member(Document.Cursor(storage: storage, index: child, parent: parent).name ?? "")
    case .dictionary:
      // Keys and values take turns; a key that is a container has no text.
      let key = node(position % 2 == 0 ? child : previous)
      return .key(key.kind.isContainer ? "" : String(decoding: text(of: key), as: UTF8.self))
    default: return .index(position)
    }
  }
}
