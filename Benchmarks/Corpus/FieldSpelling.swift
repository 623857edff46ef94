/// Writes a value as names and values (`Chat[0].ChatMembers[1].UserId`), in a form or in parts.
enum FieldSpelling {
  /// The boundary that MultipartDataMediaFormatter uses unless told otherwise.
  static let boundary = "MultipartDataMediaFormatterBoundary1q2w3e"

  /// `join` makes the name of a member from its object's name and its own: `a.b` unless told otherwise.
  static func form(_ value: Value, join: (String, String) -> String = dotted) -> [UInt8] {
    var output: [UInt8] = []
    visit(value, name: "", join) { name, text in
      if !output.isEmpty { output += "&".utf8 }
      appendEscaped(name, to: &output)
      output += "=".utf8
      appendEscaped(text, to: &output)
    }
    return output
  }

  static func multipart(_ value: Value) -> [UInt8] {
    var output: [UInt8] = []
    visit(value, name: "", dotted) { name, text in
      output += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)\r\n".utf8
    }
    return output + "--\(boundary)--\r\n".utf8
  }

  private static func visit(
    _ value: Value, name: String, _ join: (String, String) -> String, _ body: (String, String) -> Void
  ) {
    switch value {
    case .null: break
    case .boolean(let flag): body(name, flag ? "True" : "False")
    case .integer(let number): body(name, String(number))
    case .text(let text), .guid(let text): body(name, text)
    case .moment(let moment): body(name, moment.roundTripText)
    case .record(let record):
      for member in record.members { visit(member.value, name: join(name, member.name), join, body) }
    case .list(_, _, let items):
      for (index, item) in items.enumerated() { visit(item, name: "\(name)[\(index)]", join, body) }
    case .map(let pairs):
      for (index, pair) in pairs.enumerated() {
        body("\(name)[\(index)].Key", pair.key)
        body("\(name)[\(index)].Value", pair.value)
      }
    }
  }

  static func dotted(_ outer: String, _ name: String) -> String { outer.isEmpty ? name : outer + "." + name }

  /// `FormUrlEncodedContent`: letters, digits and `-_.~` stay, a space becomes `+`, other bytes `%XX`.
  private static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        output.append(byte)
      case UInt8(ascii: " "): output.append(UInt8(ascii: "+"))
      default: output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }
}
