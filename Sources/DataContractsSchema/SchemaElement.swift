import DataContractsCore

/// An element of a schema file: a value of the file's document with the name that it stands under.
struct SchemaElement {
  let cursor: Document.Cursor
  let file: SchemaFile

  var name: QualifiedName { QualifiedName(namespace: cursor.namespace, localName: cursor.name ?? "") }

  /// Child elements in document order. A member without a name is text between them.
  var children: [SchemaElement] {
    cursor.members.filter { !$0.isAttribute && $0.name != "" }.map { SchemaElement(cursor: $0, file: file) }
  }

  var attributes: [Document.Cursor] { cursor.members.filter(\.isAttribute) }

  /// The value of an attribute without a namespace.
  func attribute(_ name: String) -> String? {
    cursor.members.first { $0.isAttribute && $0.namespace.isEmpty && $0.name == name }?.text
  }

  /// The element's text before its first child.
  var text: String { cursor.text ?? cursor[""]?.text ?? "" }

  /// Whether the element is XML Schema's of this name.
  func isSchema(_ localName: String) -> Bool {
    name.localName == localName && name.namespace == DotNetNamespace.xmlSchema
  }

  /// The element's name for errors: `xs:choice`.
  var shownName: String { name.shown }
}

extension QualifiedName {
  /// The name for errors, XML Schema's under the prefix that everyone gives it.
  var shown: String { namespace == DotNetNamespace.xmlSchema ? "xs:\(localName)" : description }
}
