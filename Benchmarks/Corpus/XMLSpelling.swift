/// Writes a value as DataContractSerializer does through an XmlWriter: compact, without an XML declaration.
struct XMLSpelling {
  private var output: [UInt8] = []
  private var scope: [(namespace: Namespace, prefix: String)] = []
  private var depth = 0

  static func write(_ value: Value, rootName: String) -> [UInt8] {
    var writer = XMLSpelling()
    guard case .record(let record) = value else { return [] }
    writer.scope = [(record.namespace, "")]
    writer.output += "<\(rootName) xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"".utf8
    writer.output += " xmlns=\"\(record.namespace.rawValue)\">".utf8
    writer.depth = 1
    writer.appendContent(value)
    writer.output += "</\(rootName)>".utf8
    return writer.output
  }

  private mutating func append(_ name: String, in namespace: Namespace, _ value: Value) {
    let tag = prefix(of: namespace) + name
    depth += 1
    defer { depth -= 1 }
    guard value != .null else {
      output += "<\(tag) i:nil=\"true\" />".utf8
      return
    }
    let outer = scope.count
    output += "<\(tag)\(declaration(for: value))>".utf8
    appendContent(value)
    output += "</\(tag)>".utf8
    scope.removeLast(scope.count - outer)
  }

  private mutating func appendContent(_ value: Value) {
    switch value {
    case .null: break
    case .boolean(let flag): output += (flag ? "true" : "false").utf8
    case .integer(let number): output += String(number).utf8
    case .text(let text): appendEscaped(text)
    case .guid(let guid): output += guid.utf8
    case .moment(let moment): output += moment.shortText.utf8
    case .record(let record):
      for member in record.membersInXMLOrder { append(member.name, in: record.namespace, member.value) }
    case .list(let itemName, let namespace, let items):
      for item in items { append(itemName, in: namespace, item) }
    case .map(let pairs):
      for pair in pairs { appendEntry(pair) }
    }
  }

  private mutating func appendEntry(_ pair: Value.Pair) {
    let tag = prefix(of: .arrays) + "KeyValueOfstringstring"
    output += "<\(tag)>".utf8
    append("Key", in: .arrays, .text(pair.key))
    append("Value", in: .arrays, .text(pair.value))
    output += "</\(tag)>".utf8
  }

  /// A contract in a namespace without a prefix gets one on the member's element: `d`, depth, `p1`.
  private mutating func declaration(for value: Value) -> String {
    guard let namespace = contractNamespace(of: value), !scope.contains(where: { $0.namespace == namespace }) else {
      return ""
    }
    scope.append((namespace, "d\(depth)p1"))
    return " xmlns:d\(depth)p1=\"\(namespace.rawValue)\""
  }

  private func contractNamespace(of value: Value) -> Namespace? {
    switch value {
    case .record(let record): record.namespace
    case .list(_, let namespace, _): namespace
    case .map: .arrays
    default: nil
    }
  }

  private func prefix(of namespace: Namespace) -> String {
    guard let known = scope.last(where: { $0.namespace == namespace }), !known.prefix.isEmpty else { return "" }
    return known.prefix + ":"
  }

  private mutating func appendEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      default: output.append(byte)
      }
    }
  }
}
