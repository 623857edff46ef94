/// A type as .NET's `Type` names it with its assembly: `Zoo.Circle, Zoo`, ``Zoo.Pair`2[[System.Int32, …],[Zoo.Item, …]], Zoo``.
package struct AssemblyQualifiedName {
  /// The name without the assembly.
  package let fullName: String

  package init(_ text: String) {
    var depth = 0
    let end = text.firstIndex { character in
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      return character == "," && depth == 0
    }
    fullName = String(text[..<(end ?? text.endIndex)])
  }

  /// The contract's name that .NET makes by default of a generic type; `nil` for any other type, and where an argument
  /// has no contract that is known.
  func contractName(in table: ContractTable) -> QualifiedName? {
    guard let mark = fullName.firstIndex(of: "`"), let list = fullName.firstIndex(of: "[") else { return nil }
    let arguments = Self.arguments(fullName[list...]).map { AssemblyQualifiedName($0).argument(in: table) }
    guard !arguments.isEmpty, arguments.allSatisfy({ $0 != nil }) else { return nil }
    let parts = fullName[..<mark].split(separator: ".")
    guard let name = parts.last else { return nil }
    return ContractName.generic(
      String(name), of: arguments.compactMap { $0 },
      namespace: DotNetNamespace.dataContract + parts.dropLast().joined(separator: "."))
  }

  /// One level alone: an argument that is itself generic is not looked for.
  private func argument(in table: ContractTable) -> QualifiedName? {
    if let type = table.typesByCLRName[fullName] { return table.types[Int(type.rawValue)].name }
    return Self.primitives[fullName]?.contractName
  }

  /// What stands in the inner brackets of `[[…],[…]]`.
  private static func arguments(_ list: Substring) -> [String] {
    var result: [String] = []
    var depth = 0
    var start = list.startIndex
    for index in list.indices {
      if list[index] == "[" {
        depth += 1
        if depth == 2 { start = list.index(after: index) }
      } else if list[index] == "]" {
        if depth == 2 { result.append(String(list[start..<index])) }
        depth -= 1
      }
    }
    return result
  }

  private static let primitives: [String: PrimitiveType] = [
    "System.Boolean": .boolean, "System.SByte": .byte, "System.Byte": .unsignedByte, "System.Int16": .short,
    "System.UInt16": .unsignedShort, "System.Int32": .int, "System.UInt32": .unsignedInt, "System.Int64": .long,
    "System.UInt64": .unsignedLong, "System.Single": .float, "System.Double": .double, "System.Decimal": .decimal,
    "System.String": .string, "System.Char": .char, "System.DateTime": .dateTime,
    "System.DateTimeOffset": .dateTimeOffset, "System.TimeSpan": .duration, "System.Guid": .guid, "System.Uri": .anyURI,
    "System.Byte[]": .base64Binary,
  ]
}

extension ContractTable {
  /// The type that C# names so, whatever its assembly; `nil` where the contract has none of the name.
  package func type(named name: AssemblyQualifiedName) -> Contract.TypeIndex? {
    if name.fullName == "System.Xml.XmlQualifiedName" { return .primitive(.qName) }
    return typesByCLRName[name.fullName] ?? name.contractName(in: self).flatMap { typesByName[$0] }
  }
}
