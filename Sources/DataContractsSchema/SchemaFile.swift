import DataContractsCore
import DataContractsXML

/// One file of a schema set, read as XML.
final class SchemaFile: Sendable {
  let name: String
  let bytes: [UInt8]
  private let document: Document
  private let element: Document.Cursor
  /// The namespace of the file's types and elements; empty for none.
  let targetNamespace: String
  /// Most bytes of a name; contracts hold no more than 65,535.
  let nameLimit: Int

  init(name: String, bytes: [UInt8], limits: Limits) throws(DocumentError) {
    self.name = name
    self.bytes = bytes
    nameLimit = min(limits.nameBytes, Int(UInt16.max))
    document = try Self.read(bytes, name: name, limits: limits)
    // Without a contract the root element is the only member of the document's value.
    guard let element = document.root.members.first(where: { _ in true }) else {
      throw DocumentError(.syntax, format: "xsd", expected: "the element xs:schema", found: "nothing", file: name)
    }
    self.element = element
    targetNamespace = element["targetNamespace"]?.text ?? ""
  }

  /// Whether the elements of types are in the target namespace unless they say otherwise.
  var qualifiesElements: Bool { element["elementFormDefault"]?.text == "qualified" }

  /// The file's outermost element.
  var root: SchemaElement { SchemaElement(cursor: element, file: self) }

  private static func read(_ bytes: [UInt8], name: String, limits: Limits) throws(DocumentError) -> Document {
    var format = XMLFormat()
    format.decoding.limits = limits
    do {
      return try format.decode(bytes, as: nil, resolvingQNamesIn: ["type", "base", "ref"])
    } catch {
      throw error.inFile(name)
    }
  }
}

extension SchemaFile {
  /// Where an element's start tag begins; `nil` for a file in another encoding than UTF-8.
  ///
  /// The document does not keep the places of its values, so the file is searched for the tag of the same number.
  func offset(of element: SchemaElement) -> Int? {
    guard bytes.starts(with: [0x3C]) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    return element.number.flatMap { StartTags.offset(of: $0, in: bytes) }
  }
}

extension SchemaElement {
  /// How many elements of the file begin before this one.
  fileprivate var number: Int? {
    var number = 0
    // Elements that are still to be counted, the next one last. No recursion: errors in deep files need no deep stack.
    var rest = [file.root]
    while let element = rest.popLast() {
      if element.cursor.index == cursor.index { return number }
      number += 1
      rest += element.children.reversed()
    }
    return nil
  }
}
