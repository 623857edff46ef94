import Synchronization

/// A Swift type's name, taken apart: `Box` and `[Item]` for `Box<Array<Item>>`.
///
/// Swift has no question for the arguments of a generic type. The text of its name says what they are, and the runtime
/// finds the types of those: all but private and local ones, and what is no nominal type, such as a tuple.
struct SwiftTypeName: Sendable {
  /// The name without arguments and without what it is nested in: `Box`. The whole text of what is no nominal type.
  let name: String
  let arguments: [SwiftTypeName]
  /// The type of the name, where the runtime has found it.
  let type: Any.Type?
  /// The name by which it was found.
  let mangledName: String?
  /// Whether the type is one of Swift's own, such as `Array`.
  let isStandard: Bool

  /// - Parameters:
  ///   - qualified: The text with modules and outer types, as `String(reflecting:)` has it.
  ///   - plain: The text without them, as `String(describing:)` has it, which has the same arguments. Where it is not
  ///     known, what is no nominal type goes by the other.
  init(qualified: Substring, plain: Substring?) {
    let components = SwiftTypeText.split(qualified, at: ".").map(SwiftTypeText.init)
    let shown = plain.map { SwiftTypeText($0).arguments }
    guard let own = components.last, own.arguments.count == shown?.count ?? own.arguments.count,
      SwiftTypeText.isNominal(qualified, own)
    else {
      (name, arguments, type, mangledName, isStandard) = (String(plain ?? qualified), [], nil, nil, false)
      return
    }
    name = String(own.name)
    arguments = own.arguments.enumerated().map { SwiftTypeName(qualified: $1, plain: shown?[$0]) }
    isStandard = components.count == 2 && components[0].name == "Swift"
    let found = Self.find(components, with: arguments, named: qualified)
    (type, mangledName) = (found?.type, found?.mangledName)
  }
}

/// The text of one name among those that are nested in one another: `Box<Swift.Int>`, or a module's.
struct SwiftTypeText {
  let name: Substring
  let arguments: [Substring]

  init(_ text: Substring) {
    guard text.hasSuffix(">"), let bracket = text.firstIndex(of: "<") else {
      (name, arguments) = (text, [])
      return
    }
    name = text[..<bracket]
    let list = text[text.index(after: bracket)...].dropLast()
    arguments = Self.split(list, at: ",").map { $0.first == " " ? $0.dropFirst() : $0 }
  }

  /// Whether a text whose last name is `own` is that of a type with a name: no tuple, function or metatype, none of
  /// several protocols.
  static func isNominal(_ text: Substring, _ own: SwiftTypeText) -> Bool {
    split(text, at: " ").count == 1 && !own.name.isEmpty && own.name.utf8.allSatisfy(isIdentifier)
      && own.name != "Type" && own.name != "Protocol"
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5F || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// What stands between the separators that are in no brackets.
  static func split(_ text: Substring, at separator: Unicode.Scalar) -> [Substring] {
    var parts: [Substring] = []
    var (start, depth, previous) = (text.startIndex, 0, UInt8(0))
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      switch Unicode.Scalar(byte) {
      case "<", "(", "[", "{": depth += 1
      case ">" where previous == UInt8(ascii: "-"): break  // The arrow of a function.
      case ">", ")", "]", "}": depth -= 1
      case separator where depth == 0:
        parts.append(text[start..<index])
        start = text.utf8.index(after: index)
      default: break
      }
      previous = byte
    }
    return parts + [text[start...]]
  }
}

/// The names of generic types, which are taken apart once: it takes 0.1 ms to find that no type has a name.
enum GenericTypeNames {
  private static let names = Mutex(TypeTable<SwiftTypeName>())

  static func name(of type: Any.Type) -> SwiftTypeName {
    let identifier = ObjectIdentifier(type)
    if let known = names.withLock({ $0[identifier] }) { return known }
    // Outside the lock: two threads at once may both do it, to the same end.
    let name = SwiftTypeName(
      qualified: Substring(String(reflecting: type)), plain: Substring(String(describing: type)))
    names.withLock { names in
      if names[identifier] == nil, names.count < PlanLimits.types { names.add(identifier, name) }
    }
    return name
  }
}
