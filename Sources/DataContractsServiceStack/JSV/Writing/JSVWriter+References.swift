import DataContractsCore

extension JSVWriter {
  /// Most nodes that are written for references, each of which is a whole object once more, and for default structures.
  private static let maximumRepeatedNodes = 1_000_000

  /// The node that stands for the one at `index`: of a reference the object that it mentions, which ServiceStack, as
  /// it knows no identities, writes once more.
  mutating func resolved(_ index: Int) throws(DocumentError) -> Int {
    let node = view.node(index)
    guard node.kind == .reference else { return index }
    let identity = String(decoding: view.text(of: node), as: UTF8.self)
    guard let target = target(of: identity) else {
      throw notRepresentable(index, expected: "a reference to an object of the document", found: "\"\(identity)\"")
    }
    guard target > index || view.after(target) <= index, !frames.contains(where: { $0.node == target }) else {
      throw notRepresentable(
        index, expected: "an object that does not contain itself", found: "a reference to one around it")
    }
    try noteRepeated(view.node(target).span, at: index)
    return target
  }

  mutating func noteRepeated(_ count: Int, at index: Int) throws(DocumentError) {
    repeatedNodes += count
    guard repeatedNodes <= Self.maximumRepeatedNodes else {
      throw notRepresentable(
        index, expected: "at most \(Self.maximumRepeatedNodes) values for references and defaults", found: "more")
    }
  }

  /// `__type:"Zoo.Circle, Zoo"`, under the name that the document was read with or that the contract knows.
  mutating func writeTypeName(of index: Int) { writeTypeName(typeName(of: index)) }

  mutating func writeTypeName(_ name: String) {
    if syntax == .query {
      output.append("%5f%5ftype:")
      var text = name
      return text.withUTF8 { PercentText.append($0, to: &output) }
    }
    output.append("__type:")
    var text = name
    text.withUTF8 { writeText($0) }
  }

  /// The name that stands for a structure; `nil` for what is written by its members.
  func structureName(_ index: UInt16) -> String? {
    guard options.structures == .typeNames, table.compiled[Int(index)].isValueType else { return nil }
    let type = table.types[Int(index)]
    return type.name.isKeyValuePair ? nil : type.fullCLRName
  }

  mutating func writeStructure(_ name: String) {
    var text = name
    text.withUTF8 { writeText($0) }
  }

  private func typeName(of index: Int) -> String {
    if let name = readTypeName(of: index) { return name }
    let type = table.types[Int(view.node(index).type)]
    let name = type.fullCLRName ?? type.name.localName
    return options.assembly.isEmpty ? name : "\(name), \(options.assembly)"
  }
}
