import DataContractsCore

extension SchemaElement {
  /// Fails at the first attribute without a namespace that is not one of these; attributes of other namespaces are
  /// remarks, which XML Schema allows anywhere.
  func allowAttributes(_ names: Set<String>, at path: DocumentPath) throws(DocumentError) {
    for attribute in attributes where attribute.namespace.isEmpty {
      guard let name = attribute.name, !names.contains(name), name != "id" else { continue }
      throw unsupported("the attribute \(name) of \(shownName)", at: path)
    }
  }

  /// The child elements that define something, which must be XML Schema's and of these names; annotations are left out.
  func content(allowing names: Set<String>, at path: DocumentPath) throws(DocumentError) -> [SchemaElement] {
    let content = children.filter { !$0.isSchema("annotation") }
    for child in content {
      guard child.name.namespace == DotNetNamespace.xmlSchema, names.contains(child.name.localName) else {
        throw child.unsupported("\(child.shownName) in \(shownName)", at: path)
      }
    }
    return content
  }

  /// The one child that defines something; `nil` when there is none.
  func onlyContent(allowing names: Set<String>, at path: DocumentPath) throws(DocumentError) -> SchemaElement? {
    let content = try content(allowing: names, at: path)
    guard content.count <= 1 else {
      throw content[1].unsupported("a second \(content[1].shownName) in \(shownName)", at: path)
    }
    return content.first
  }

  /// An attribute of type `boolean`; `false` when it is absent.
  func flag(_ name: String, at path: DocumentPath) throws(DocumentError) -> Bool {
    guard let text = attribute(name) else { return false }
    guard let value = Self.boolean(text) else {
      throw failure(.contract, at: path, expected: "true or false as \(name)", found: text.quoted)
    }
    return value
  }

  /// XML Schema's `boolean`; `nil` for other text.
  static func boolean(_ text: String) -> Bool? {
    switch text.trimmed {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// The element's `name`, which must be there and be a name.
  func requiredName(at path: DocumentPath) throws(DocumentError) -> String {
    guard let name = attribute("name"), !name.isEmpty, XMLNameEncoding.isNCName(name) else {
      throw failure(
        .contract, at: path, expected: "a name for \(shownName)", found: attribute("name")?.quoted ?? "none")
    }
    guard name.utf8.count <= file.nameLimit else {
      throw failure(
        .limitExceeded, at: path, expected: "at most \(file.nameLimit) bytes in a name (nameBytes)", found: name.quoted)
    }
    return name
  }

  /// An attribute that names a type or element: the XML decoder has put `{namespace}name` for its prefix.
  func qualifiedName(_ attribute: String, at path: DocumentPath) throws(DocumentError) -> QualifiedName? {
    guard let text = self.attribute(attribute) else { return nil }
    guard let name = QualifiedName(parsing: text), !name.localName.contains(":") else {
      throw failure(
        .contract, at: path, expected: "a name with a declared prefix as \(attribute)", found: text.quoted)
    }
    return name
  }
}

extension SchemaElement {
  func unsupported(_ what: String, at path: DocumentPath) -> DocumentError {
    failure(.unsupported, at: path, expected: "a schema as .NET's exporter writes it", found: what)
  }

  func failure(
    _ code: DocumentError.Code, at path: DocumentPath, expected: String, found: String
  ) -> DocumentError {
    DocumentError(
      code, format: "xsd", offset: file.offset(of: self), path: path, expected: expected, found: found, file: file.name)
  }
}

extension DocumentPath {
  func appending(_ name: String) -> DocumentPath { DocumentPath(components + [.member(name)]) }
}

extension String {
  /// The text in quotes for errors, cut to 40 characters.
  var quoted: String { "\"\(prefix(40))\(count > 40 ? "…" : "")\"" }
  /// The text without XML's white space at its ends.
  var trimmed: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else {
      return ""
    }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
