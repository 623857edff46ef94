extension SwiftTypeName {
  /// Finds the type of a name by a mangled one that is made of it.
  ///
  /// The runtime takes names without the compiler's abbreviations. Whether a type is a structure, a class or an
  /// enumeration is part of a mangled name but not of the text: it is tried, from the outermost type on.
  ///
  /// - Parameters:
  ///   - names: The module, the types round the type, and the type.
  ///   - arguments: The type's own.
  ///   - text: The whole name, which the type that is found has to have.
  /// - SeeAlso: [Mangling](https://github.com/swiftlang/swift/blob/main/docs/ABI/Mangling.rst)
  static func find(
    _ names: [SwiftTypeText], with arguments: [SwiftTypeName], named text: Substring
  ) -> (type: Any.Type, mangledName: String)? {
    guard let module = names.first, names.count > 1 else { return nil }
    var nominal = module.name == "Swift" ? "s" : identifier(module.name)
    var lists: [String] = []
    var found: (type: Any.Type, mangledName: String)?
    for (index, name) in names.enumerated().dropFirst() {
      let own = index == names.count - 1 ? arguments : name.arguments.map { SwiftTypeName(qualified: $0, plain: nil) }
      guard own.allSatisfy({ $0.type != nil }) else { return nil }
      lists.append(own.compactMap(\.mangledName).joined())
      nominal += identifier(name.name)
      let kinds = ["V", "C", "O"]
      guard let kind = kinds.first(where: { _typeByName(bound(nominal + $0, to: lists)) != nil }) else { return nil }
      nominal += kind
      found = _typeByName(bound(nominal, to: lists)).map { ($0, bound(nominal, to: lists)) }
    }
    return found.flatMap { String(reflecting: $0.type) == text ? $0 : nil }
  }

  private static func identifier(_ name: Substring) -> String { "\(name.utf8.count)\(name)" }

  /// The name of a type with the arguments of those that it is nested in, and its own.
  private static func bound(_ nominal: String, to lists: [String]) -> String {
    lists.allSatisfy(\.isEmpty) ? nominal : nominal + "y" + lists.joined(separator: "_") + "G"
  }
}
