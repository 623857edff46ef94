#if Macros
  import SwiftSyntax

  /// The arguments of one attribute, which have to be literals: the macro reads them and nobody evaluates them.
  struct AttributeArguments {
    let attribute: AttributeSyntax
    private let arguments: [String: ExprSyntax]

    init(_ attribute: AttributeSyntax) {
      self.attribute = attribute
      var arguments: [String: ExprSyntax] = [:]
      if case .argumentList(let list) = attribute.arguments {
        for argument in list { arguments[argument.label?.text ?? ""] = argument.expression }
      }
      self.arguments = arguments
    }

    /// The expression of an argument; `nil` when it is left out or `nil`.
    func expression(_ label: String) -> ExprSyntax? {
      guard let expression = arguments[label], !expression.is(NilLiteralExprSyntax.self) else { return nil }
      return expression
    }

    func string(_ label: String) throws -> String? {
      guard let expression = expression(label) else { return nil }
      guard let text = expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue else {
        throw Misuse(expression, "'\(label)' has to be a string literal")
      }
      guard !text.isEmpty else { throw Misuse(expression, "'\(label)' cannot be empty") }
      return text
    }

    func boolean(_ label: String) throws -> Bool? {
      guard let expression = expression(label) else { return nil }
      guard let literal = expression.as(BooleanLiteralExprSyntax.self) else {
        throw Misuse(expression, "'\(label)' has to be true or false")
      }
      return literal.literal.tokenKind == .keyword(.true)
    }

    func integer(_ label: String) throws -> Int? {
      guard let expression = expression(label) else { return nil }
      guard let literal = expression.as(IntegerLiteralExprSyntax.self)?.representedLiteralValue else {
        throw Misuse(expression, "'\(label)' has to be an integer literal from 0 on")
      }
      return literal
    }

    /// The type that an argument `Shape.self`, or the text `"Shape"`, names.
    func type(_ label: String) throws -> String? {
      guard let expression = expression(label) else { return nil }
      if let name = expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue, !name.isEmpty { return name }
      guard let access = expression.as(MemberAccessExprSyntax.self), access.declName.baseName.text == "self",
        let base = access.base
      else { throw Misuse(expression, "a type has to be named as in Shape.self") }
      return base.trimmedDescription
    }

    /// The name behind the point of an argument such as `.pascalCase`.
    func choice(_ label: String) throws -> String? {
      guard let expression = expression(label) else { return nil }
      guard let access = expression.as(MemberAccessExprSyntax.self) else {
        throw Misuse(expression, "'\(label)' has to be one of the names that its type has")
      }
      return access.declName.baseName.text
    }
  }

  extension AttributeListSyntax {
    /// The attributes of a name, which may be written with its module.
    func named(_ name: String) -> [AttributeArguments] {
      compactMap { element in
        guard let attribute = element.as(AttributeSyntax.self) else { return nil }
        let path = attribute.attributeName.trimmedDescription.split(separator: ".")
        return path.last.map(String.init) == name ? AttributeArguments(attribute) : nil
      }
    }

    /// The attribute of a name, which there may be once.
    func only(_ name: String) throws -> AttributeArguments? {
      let all = named(name)
      if all.count > 1 { throw Misuse(all[1].attribute, "there is a @\(name) already") }
      return all.first
    }
  }
#endif
