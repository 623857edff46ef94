extension Document: CustomStringConvertible {
  /// The document for people: a value a line, indented by two spaces a level.
  ///
  /// ```
  /// object SuntechCustSupportChat
  ///   MID: number 1
  ///   CUST_CODE: string "sample string 2"
  ///   MESSAGE_DATE: date-time 2026-02-04T06:54:54.5659927+04:00
  /// ```
  public var description: String {
    var dump = DocumentDump()
    dump.write(root, label: "", level: 0)
    return dump.text
  }
}

private struct DocumentDump {
  var text = ""

  mutating func write(_ value: Document.Cursor, label: String, level: Int) {
    text += String(repeating: "  ", count: level) + label + describe(value) + "\n"
    switch value.kind {
    case .object:
      for member in value.members {
        let prefix = member.isAttribute ? "@" : ""
        write(member, label: "\(prefix)\(member.name ?? ""): ", level: level + 1)
      }
    case .list:
      for (index, item) in value.items.enumerated() { write(item, label: "[\(index)] ", level: level + 1) }
    case .dictionary:
      for (key, item) in value.entries { write(item, label: "[\(describe(key))] ", level: level + 1) }
    default: break
    }
  }

  private func describe(_ value: Document.Cursor) -> String {
    switch value.kind {
    case .null: "null"
    case .object, .dictionary: named(value)
    case .list: "\(named(value)) of \(value.count)"
    case .string, .text: "\(value.kind) \(quoted(value.text ?? ""))"
    case .file: describe(value.file)
    default: "\(value.kind) \(value.text ?? "")"
    }
  }

  private func named(_ value: Document.Cursor) -> String {
    guard let type = value.type, type.shape != .any else { return "\(value.kind)" }
    return "\(value.kind) \(type.name.localName)"
  }

  private func describe(_ file: Document.File?) -> String {
    guard let file else { return "file" }
    let type = file.mediaType.map { " \($0)" } ?? ""
    return "file \(quoted(file.name))\(type), \(file.content.count) bytes"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
