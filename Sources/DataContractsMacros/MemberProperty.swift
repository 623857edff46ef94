#if Macros
  import DataContractsCore
  import SwiftSyntax

  /// A stored property that is a data member.
  struct MemberProperty {
    /// As it is written, backticks included.
    let name: String
    let type: String
    let isOptional: Bool
    let wireName: String
    /// The name that the property has in C#, where that is another one.
    let clrName: String?
    let order: Int?
    let isRequired: Bool
    let emitsDefaultValue: Bool
    /// Where the wire name is said.
    let nameNode: Syntax
    /// Whether it is no member but the base of its type.
    let isBase: Bool
    /// The member's place in XML among those of its type.
    var index = 0

    /// Whether the property has a value before one is read: an initial one, or `nil` for a variable.
    let hasDefault: Bool
    /// Whether that value is `nil`.
    let isInitiallyNil: Bool
  }

  extension MemberProperty {
    /// Reads a declaration.
    ///
    /// - Returns: `nil` for a property that is no member.
    init?(_ property: VariableDeclSyntax, naming: MemberNaming) throws {
      let member = try property.attributes.only("DataMember")
      let base = try property.attributes.only("BaseContract")
      guard try Self.isMember(property, marked: member ?? base) else { return nil }
      guard let binding = property.bindings.first, property.bindings.count == 1 else {
        throw Misuse(property.bindings, "a data member needs a declaration of its own")
      }
      guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
        throw Misuse(binding.pattern, "a data member needs a name")
      }
      name = pattern.identifier.text
      if let value = binding.initializer?.value, property.bindingSpecifier.tokenKind == .keyword(.let) {
        throw Misuse(
          value, "a constant that has a value already cannot be read; make it a 'var' or mark it @IgnoreDataMember")
      }
      hasDefault = binding.hasDefault(property.bindingSpecifier)
      isInitiallyNil = hasDefault && binding.isInitiallyNil
      let declared = try Self.type(of: binding)
      type = declared.name
      isOptional = declared.isOptional
      wireName = try member?.string("name") ?? naming.wireName(name.unquoted)
      clrName = try member?.string("clrName")
      order = try member?.integer("order")
      isRequired = try member?.boolean("isRequired") ?? false
      emitsDefaultValue = try member?.boolean("emitDefaultValue") ?? true
      nameNode = member?.expression("name").map { Syntax($0) } ?? Syntax(pattern)
      isBase = base != nil
      guard emitsDefaultValue || hasDefault || isOptional else {
        throw Misuse(
          pattern, "a member that is not written when it is the default needs an initial value, or to be optional")
      }
    }

    /// Refuses a member of which nobody knows whether it is there.
    static func checkConditional(_ property: VariableDeclSyntax) throws {
      guard try isMember(property, marked: nil) else { return }
      throw Misuse(
        property,
        "a data member cannot stand in #if: a macro does not see whether it is compiled; mark it @IgnoreDataMember")
    }

    private static func isMember(_ property: VariableDeclSyntax, marked mark: AttributeArguments?) throws -> Bool {
      let ignored = property.attributes.named("IgnoreDataMember").first
      if let mark, ignored != nil { throw Misuse(mark.attribute, "a member cannot be ignored at the same time") }
      let isStatic = property.modifiers.contains(.static) || property.modifiers.contains(.class)
      let isStored = !isStatic && !property.modifiers.contains(.lazy) && property.isStored
      if let mark, !isStored { throw Misuse(mark.attribute, "only a stored property can be a data member") }
      guard isStored else { return false }
      guard ignored != nil else { return true }
      for binding in property.bindings where !binding.hasDefault(property.bindingSpecifier) {
        throw Misuse(binding.pattern, "an ignored member needs an initial value, since no document has one")
      }
      return false
    }

    private static func type(of binding: PatternBindingSyntax) throws -> (name: String, isOptional: Bool) {
      guard let type = binding.typeAnnotation?.type else {
        guard let name = binding.initializer?.value.literalType else {
          throw Misuse(binding.pattern, "a data member needs a type annotation")
        }
        return (name, false)
      }
      if let optional = type.as(OptionalTypeSyntax.self) {
        try check(optional.wrappedType)
        return ("\(optional.wrappedType.trimmedDescription)?", true)
      }
      try check(type)
      let text = type.trimmedDescription
      return (text, text.hasPrefix("Optional<") || text.hasPrefix("Swift.Optional<"))
    }

    /// Refuses what can have no contract whatever its conformances.
    private static func check(_ type: TypeSyntax) throws {
      if let attributed = type.as(AttributedTypeSyntax.self) { return try check(attributed.baseType) }
      let problem: String? =
        switch type.kind {
        case .identifierType where ["Any", "AnyObject"].contains(type.trimmedDescription):
          "of any type; a Document holds whatever comes"
        case .someOrAnyType where type.as(SomeOrAnyTypeSyntax.self)?.someOrAnySpecifier.tokenKind == .keyword(.some):
          "an opaque type"
        case .tupleType: "a tuple"
        case .functionType: "a function"
        case .someOrAnyType, .compositionType: "a protocol's existential"
        case .implicitlyUnwrappedOptionalType: "an implicitly unwrapped optional"
        case .metatypeType: "a metatype"
        default: nil
        }
      guard let problem else { return }
      // A type in parentheses is a tuple of one.
      if let tuple = type.as(TupleTypeSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
        return try check(only.type)
      }
      throw Misuse(type, "a data member cannot be \(problem)")
    }
  }

  extension VariableDeclSyntax {
    /// Whether the property holds a value; observers leave it one that does.
    var isStored: Bool {
      bindings.allSatisfy { binding in
        switch binding.accessorBlock?.accessors {
        case nil: true
        case .getter: false
        case .accessors(let accessors):
          accessors.allSatisfy {
            $0.accessorSpecifier.tokenKind == .keyword(.willSet) || $0.accessorSpecifier.tokenKind == .keyword(.didSet)
          }
        }
      }
    }
  }

  extension PatternBindingSyntax {
    func hasDefault(_ specifier: TokenSyntax) -> Bool {
      if initializer != nil { return true }
      guard specifier.tokenKind == .keyword(.var) else { return false }
      // Only the type with a question mark has nil without being told.
      return typeAnnotation?.type.is(OptionalTypeSyntax.self) == true
    }
  }

  extension PatternBindingSyntax {
    fileprivate var isInitiallyNil: Bool {
      guard let type = typeAnnotation?.type, type.is(OptionalTypeSyntax.self) else { return false }
      return initializer?.value.is(NilLiteralExprSyntax.self) ?? true
    }
  }

  extension ExprSyntax {
    /// The type that Swift gives a literal.
    var literalType: String? {
      switch kind {
      case .stringLiteralExpr: "String"
      case .booleanLiteralExpr: "Bool"
      case .integerLiteralExpr: "Int"
      case .floatLiteralExpr: "Double"
      default: nil
      }
    }
  }
#endif
