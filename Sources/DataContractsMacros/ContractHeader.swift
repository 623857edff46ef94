#if Macros
  import DataContractsCore
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// What `@DataContract` says of a type as a whole, and what the type's declaration adds.
  struct ContractHeader {
    let arguments: AttributeArguments
    /// The type's name in Swift, without what it is nested in.
    let typeName: String
    /// The name behind those of enclosing contracts, as in `Outer.Inner`.
    let nestedName: String
    /// The full name in C#, where it is not what the contract's name tells.
    let clrName: String?
    let name: String?
    /// A Swift expression.
    let namespace: String
    let isReference: Bool
    let isValueType: Bool
    let isAbstract: Bool
    let base: String?
    let naming: MemberNaming
    let knownTypes: [String]
    let genericParameters: [String]
    let access: String

    init(
      _ attribute: AttributeSyntax, of declaration: some DeclGroupSyntax, in context: some MacroExpansionContext
    ) throws {
      arguments = AttributeArguments(attribute)
      guard let type = declaration.asProtocol((any NamedDeclSyntax).self),
        let generics = declaration.asProtocol((any WithGenericParametersSyntax).self)
      else { throw Misuse(attribute, "only a struct, a class or an enum has a data contract") }
      typeName = type.name.text
      let outer = context.lexicalContext.compactMap(Self.contractName).reversed()
      nestedName = (outer + [typeName.unquoted]).joined(separator: ".")
      name = try arguments.string("name")
      clrName = try arguments.string("clrName")
      namespace = arguments.expression("namespace")?.trimmedDescription ?? ".clr(\"\")"
      isReference = try arguments.boolean("isReference") ?? false
      isValueType = try arguments.boolean("isValueType") ?? false
      isAbstract = try arguments.boolean("isAbstract") ?? false
      base = try arguments.type("base")
      naming = try MemberNaming(arguments)
      knownTypes = try declaration.attributes.named("KnownType").compactMap { try $0.type("") }
      genericParameters = generics.genericParameterClause?.parameters.map(\.name.text) ?? []
      access = declaration.modifiers.accessKeyword
      try checkPattern()
    }

    private static func contractName(_ node: Syntax) -> String? {
      guard let type = node.asProtocol((any NamedDeclSyntax).self),
        let group = node.asProtocol((any DeclGroupSyntax).self),
        !group.attributes.named("DataContract").isEmpty
      else { return nil }
      return type.name.text.unquoted
    }

    /// Numbers in braces stand for the names of type arguments.
    private func checkPattern() throws {
      guard let name, name.contains("{") else { return }
      let placeholders = genericParameters.map { QualifiedName(namespace: "", localName: $0) }
      guard ContractName.expand(name, with: placeholders) == nil else { return }
      throw Misuse(
        arguments.expression("name") ?? ExprSyntax(NilLiteralExprSyntax()),
        "a name's placeholders are {#} and the numbers of generic parameters, from {0} on")
    }
  }

  extension ContractHeader {
    private static let core = "DataContractsCore"

    /// A macro's extension has to name inherited protocols too.
    static let valueProtocols =
      "\(core).DataContractType, \(core).DataContractDecodable, \(core).DataContractEncodable"
    static let objectProtocols = "\(valueProtocols), \(core).DataContractObject"

    /// The contract's name as a Swift expression.
    var nameExpression: String {
      let pattern = name ?? (genericParameters.isEmpty ? nestedName : nestedName + "Of" + placeholders + "{#}")
      guard !genericParameters.isEmpty else {
        return "\(Self.core).QualifiedName(dataContract: \(pattern.literal), in: \(namespace))"
      }
      let arguments = genericParameters.map { "\($0).dataContractName" }.joined(separator: ", ")
      return "\(Self.core).QualifiedName(dataContract: \(pattern.literal), of: [\(arguments)], in: \(namespace))"
    }

    private var placeholders: String { genericParameters.indices.map { "{\($0)}" }.joined() }

    /// What every kind of contract has: its name, its compiled contract, whether null is a value.
    var common: [String] {
      var members = [
        """
        \(access)static var dataContractName: \(Self.core).QualifiedName {
          \(nameExpression)
        }
        """
      ]
      if genericParameters.isEmpty {
        members.append(
          "\(access)static let dataContract = \(Self.core).TypeContract.compile(\(typeName).self)")
      }
      if isValueType { members.append("\(access)static var canBeNull: Bool { false }") }
      return members
    }

    /// The head of `declareDataContract(in:)`.
    var declareHead: String {
      "func declareDataContract(in types: inout \(Self.core).ContractTypes) -> \(Self.core).Contract.TypeIndex"
    }

    /// The head of the initializer.
    static let initHead =
      "init(from reader: inout DataContractsCore.DocumentReader) throws(DataContractsCore.DocumentError)"

    /// The head of a function that adds to a document.
    static func encodeHead(_ name: String) -> String {
      "func \(name)(into builder: inout DataContractsCore.DocumentBuilder) throws(DataContractsCore.DocumentError)"
    }

    /// The conformance of a type, its generic parameters' included.
    func extensionDecl(
      of type: some TypeSyntaxProtocol, to protocols: String, members: [String]
    ) throws -> ExtensionDeclSyntax {
      let constraints = genericParameters.map { "\($0): DataContractsCore.DataContractCodable" }
      let whereClause = constraints.isEmpty ? "" : " where \(constraints.joined(separator: ", "))"
      let body = members.isEmpty ? "{}" : "{\n\(members.joined(separator: "\n\n"))\n}"
      return try ExtensionDeclSyntax(
        "extension \(raw: type.trimmedDescription): \(raw: protocols)\(raw: whereClause) \(raw: body)")
    }
  }

  /// How the names of properties and cases become names on the wire.
  enum MemberNaming: String {
    case pascalCase, asDeclared

    init(_ arguments: AttributeArguments) throws {
      let choice = try arguments.choice("memberNames") ?? MemberNaming.pascalCase.rawValue
      guard let naming = MemberNaming(rawValue: choice) else {
        throw Misuse(
          arguments.expression("memberNames") ?? ExprSyntax(NilLiteralExprSyntax()),
          "'memberNames' is .pascalCase or .asDeclared")
      }
      self = naming
    }

    func wireName(_ name: String) -> String {
      switch self {
      case .asDeclared: name
      case .pascalCase: name.prefix(1).uppercased() + name.dropFirst()
      }
    }
  }

  extension DeclModifierListSyntax {
    /// `public ` for what has to be as visible as a public type, nothing for what is visible enough as it is.
    var accessKeyword: String {
      for modifier in self {
        switch modifier.name.tokenKind {
        case .keyword(.open): return "open "
        case .keyword(.public): return "public "
        case .keyword(.package): return "package "
        default: continue
        }
      }
      return ""
    }

    func contains(_ keyword: Keyword) -> Bool {
      contains { $0.name.tokenKind == .keyword(keyword) }
    }
  }

  extension String {
    /// A name without the backticks that keep it from being a keyword.
    var unquoted: String { hasPrefix("`") ? String(dropFirst().dropLast()) : self }

    /// The text as a Swift string literal.
    var literal: String { StringLiteralExprSyntax(content: self).description }

    /// Every line but the first moved to the right.
    func indented(by spaces: Int) -> String {
      split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n" + String(repeating: " ", count: spaces))
    }
  }
#endif
