import DataContractsCore

/// Scalars that serializers write as objects of their public properties.
extension JSONReader {
  /// Reads a `TimeSpan` as System.Text.Json writes it, by its `Ticks`, or an `XmlQualifiedName`, by its `Namespace` and
  /// `Name`; other properties only repeat those.
  ///
  /// - Returns: `false`, with nothing read, where neither is wanted.
  mutating func readStructure(_ builder: inout DocumentBuilder) throws(DocumentError) -> Bool {
    switch builder.expectedPrimitive {
    case .duration: try readTimeSpan(&builder)
    case .qName: try readQualifiedName(&builder)
    default: return false
    }
    return true
  }

  private mutating func readTimeSpan(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let start = position
    let properties = try readProperties(&builder)
    guard let text = properties["ticks"], let ticks = Int64(text) else {
      throw builder.failure(.typeMismatch, expected: "a duration", found: "an object without Ticks", at: start)
    }
    try builder.value(.string, "\(DotNetTimeSpan(ticks: ticks))", at: start)
  }

  private mutating func readQualifiedName(_ builder: inout DocumentBuilder) throws(DocumentError) {
    let start = position
    let properties = try readProperties(&builder)
    guard let name = properties["name"] else {
      throw builder.failure(.typeMismatch, expected: "a qualified name", found: "an object without Name", at: start)
    }
    let namespace = properties["namespace"] ?? ""
    // Encoders of XML look the namespace up.
    _ = builder.namespaceIndex(of: namespace)
    try builder.value(.string, namespace.isEmpty ? name : "\(namespace):\(name)", at: start)
  }

  /// Reads an object of scalars whole.
  ///
  /// - Returns: The texts of strings and numbers by name, in lower case.
  private mutating func readProperties(_ builder: inout DocumentBuilder) throws(DocumentError) -> [String: String] {
    var properties: [String: String] = [:]
    position = text.afterWhiteSpace(from: position + 1)
    while text.byte(at: position) != 0x7D {
      let name = try readText(&builder)
      position = text.afterWhiteSpace(from: position)
      guard text.byte(at: position) == 0x3A else { throw failure("\":\"", &builder) }
      position = text.afterWhiteSpace(from: position + 1)
      properties[name.lowercased()] = try readPropertyValue(&builder)
      position = text.afterWhiteSpace(from: position)
      guard text.byte(at: position) == 0x2C else { break }
      position = text.afterWhiteSpace(from: position + 1)
      guard text.byte(at: position) == 0x22 else { throw failure("a member name", &builder) }
    }
    guard text.byte(at: position) == 0x7D else { throw failure("\",\" or \"}\"", &builder) }
    position += 1
    return properties
  }

  private mutating func readPropertyValue(_ builder: inout DocumentBuilder) throws(DocumentError) -> String? {
    if text.byte(at: position) == 0x22 { return try readText(&builder) }
    if text.holds("null", at: position) {
      position += 4
      return nil
    }
    for word: StaticString in ["true", "false"] where text.holds(word, at: position) {
      position += word.utf8CodeUnitCount
      return "\(word)"
    }
    let start = position
    while position < text.count, text.byte(at: position) > 0x2C, text.byte(at: position) != 0x7D { position += 1 }
    guard isJSONNumber(text.slice(start, position - start)) else {
      position = start
      throw failure("a number, a string, true, false or null", &builder)
    }
    return String(decoding: text.slice(start, position - start), as: UTF8.self)
  }

  private mutating func readText(_ builder: inout DocumentBuilder) throws(DocumentError) -> String {
    guard text.byte(at: position) == 0x22 else { throw failure("a member name or \"}\"", &builder) }
    let start = position + 1
    let slice = try unescape(from: start, plainTo: text.plainEnd(from: start), &builder)
    defer { builder.arena.removeLast(slice.count) }
    return String(decoding: builder.arena[slice.start...], as: UTF8.self)
  }
}
