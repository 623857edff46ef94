/// Writes a value as the JSON serializers of .NET do.
struct JSONSpelling {
  static let webAPI = JSONSpelling(isServiceStack: false)
  static let serviceStack = JSONSpelling(isServiceStack: true)

  private let isServiceStack: Bool

  func write(_ value: Value) -> [UInt8] {
    var output: [UInt8] = []
    append(value, to: &output)
    return output
  }

  private func append(_ value: Value, to output: inout [UInt8]) {
    switch value {
    case .null: output += "null".utf8
    case .boolean(let flag): output += (flag ? "true" : "false").utf8
    case .integer(let number): output += String(number).utf8
    case .text(let text): appendQuoted(text, to: &output)
    case .guid(let guid): output += "\"\(isServiceStack ? String(guid.filter { $0 != "-" }) : guid)\"".utf8
    case .moment(let moment): output += "\"\(isServiceStack ? moment.serviceStackText : moment.shortText)\"".utf8
    case .record(let record): appendObject(record.members.map { (name($0.name), $0.value) }, to: &output)
    case .map(let pairs): appendObject(pairs.map { ($0.key, .text($0.value)) }, to: &output)
    case .list(_, _, let items): appendList(items, to: &output)
    }
  }

  private func appendObject(_ members: [(String, Value)], to output: inout [UInt8]) {
    var separator = "{"
    for (name, value) in members where !(isServiceStack && value == .null) {
      output += separator.utf8
      appendQuoted(name, to: &output)
      output += ":".utf8
      append(value, to: &output)
      separator = ","
    }
    output += (separator == "{" ? "{}" : "}").utf8
  }

  private func appendList(_ items: [Value], to output: inout [UInt8]) {
    output += "[".utf8
    for (index, item) in items.enumerated() {
      if index > 0 { output += ",".utf8 }
      append(item, to: &output)
    }
    output += "]".utf8
  }

  /// The characters of the corpus that need an escape: quotation mark, backslash, line feed, tab.
  private func appendQuoted(_ text: String, to output: inout [UInt8]) {
    output += "\"".utf8
    for byte in text.utf8 {
      switch byte {
      case 0x22: output += "\\\"".utf8
      case 0x5C: output += "\\\\".utf8
      case 0x0A: output += "\\n".utf8
      case 0x09: output += "\\t".utf8
      default: output.append(byte)
      }
    }
    output += "\"".utf8
  }

  /// Json.NET's and ServiceStack's camel case: capitals are lowered up to the one before the next small letter.
  private func name(_ name: String) -> String {
    guard isServiceStack else { return name }
    var letters = Array(name)
    for index in letters.indices {
      let nextIsSmall = index + 1 < letters.count && !letters[index + 1].isUppercase
      guard letters[index].isUppercase, index == 0 || !nextIsSmall else { break }
      letters[index] = Character(letters[index].lowercased())
    }
    return String(letters)
  }
}
