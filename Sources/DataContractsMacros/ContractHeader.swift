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
    /// Whether the type has generic parameters, or those of one that it is nested in.
    let isGeneric: Bool
    let access: String
    /// `@MainActor ` for a type that belongs to the main actor, whose conformances do too.
    let isolation: String

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
      isGeneric = !genericParameters.isEmpty || context.lexicalContext.contains(where: \.isGenericType)
      access = declaration.modifiers.accessKeyword(in: context.lexicalContext.first)
      isolation = declaration.attributes.named("MainActor").isEmpty ? "" : "@MainActor "
      try check(declaration, generics)
      if !context.lexicalContext.isEmpty { try checkAccess(declaration) }
      try checkPattern()
    }

    private static func contractName(_ node: Syntax) -> String? {
      guard let type = node.asProtocol((any NamedDeclSyntax).self),
        let group = node.asProtocol((any DeclGroupSyntax).self),
        !group.attributes.named("DataContract").isEmpty
      else { return nil }
      return type.name.text.unquoted
    }

    /// Refuses what no code could make a contract of.
    private func check(
      _ declaration: some DeclGroupSyntax, _ generics: any WithGenericParametersSyntax
    ) throws {
      let contracts =
        declaration.attributes.named("DataContract") + declaration.attributes.named("CollectionDataContract")
      if contracts.count > 1 { throw Misuse(contracts[1].attribute, "a type has one contract") }
      for type in declaration.inheritanceClause?.inheritedTypes.map(\.type) ?? []
      where type.is(SuppressedTypeSyntax.self) {
        throw Misuse(type, "a type that cannot be copied has no contract")
      }
      let isClass = declaration.is(ClassDeclSyntax.self)
      for parameter in generics.genericParameterClause?.parameters ?? [] {
        if parameter.specifier != nil {
          throw Misuse(parameter, "a generic parameter of a contract is a type, and no pack or value")
        }
        // Only an extension could ask something of the parameter, where a class cannot have what others override.
        if isClass, parameter.inheritedType == nil, generics.genericWhereClause == nil {
          throw Misuse(
            parameter,
            "a generic parameter of a class has to be a contract: \(parameter.name.text): DataContractCodable")
        }
      }
    }

    private func checkAccess(_ declaration: some DeclGroupSyntax) throws {
      for modifier in declaration.modifiers where modifier.name.tokenKind == .keyword(.private) {
        throw Misuse(modifier, "a private type inside another cannot get a conformance; make it fileprivate")
      }
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
    static let valueProtocols = ["DataContractType", "DataContractDecodable", "DataContractEncodable"]
    static let objectProtocols = valueProtocols + ["DataContractObject"]

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
    ///
    /// - Parameters:
    ///   - typeLevel: What stands in front of a static member.
    ///   - storesContract: Whether the compiled contract is stored. A class that others derive from has one for each of
    ///     them, and a generic type one for each of its arguments: these the process's table keeps.
    func common(typeLevel: String = "static ", storesContract: Bool = true) -> [String] {
      var members = [
        """
        \(access)\(typeLevel)var dataContractName: \(Self.core).QualifiedName {
          \(nameExpression)
        }
        """
      ]
      if storesContract { members += storedContract }
      if isValueType { members.append("\(access)\(typeLevel)var canBeNull: Swift.Bool { false }") }
      return members
    }

    /// The compiled contract, where the type can store one.
    var storedContract: [String] {
      isGeneric ? [] : ["\(access)static let dataContract = \(Self.core).TypeContract.compile(\(typeName).self)"]
    }

    /// What is asked of generic parameters.
    private var requirements: String {
      genericParameters.isEmpty
        ? "" : " where " + genericParameters.map { "\($0): \(Self.core).DataContractCodable" }.joined(separator: ", ")
    }

    /// The same for what stands in the type's body; a class says of its parameters by itself what they have to be.
    private func bodyRequirements(isClass: Bool) -> String { isClass ? "" : requirements }

    /// The head of `declareDataContract(in:)`.
    func declareHead(isClass: Bool = false) -> String {
      "func declareDataContract(in types: inout \(Self.core).ContractTypes) -> \(Self.core).Contract.TypeIndex"
        + bodyRequirements(isClass: isClass)
    }

    /// The head of the initializer.
    static let initHead = "init(from reader: inout \(core).DocumentReader) throws(\(core).DocumentError)"

    /// The head of the initializer of an enum, which stands in its body.
    var bodyInitHead: String { Self.initHead + requirements }

    /// The head of a function that adds to a document.
    func encodeHead(_ name: String, isClass: Bool = false) -> String {
      "func \(name)(into builder: inout \(Self.core).DocumentBuilder) throws(\(Self.core).DocumentError)"
        + bodyRequirements(isClass: isClass)
    }

    /// The conformance of a type, its generic parameters' included.
    ///
    /// - Parameters:
    ///   - protocols: Those that the contract has.
    ///   - missing: Those that the type has not got yet, as the compiler tells.
    func extensionDecl(
      of type: some TypeSyntaxProtocol, to protocols: [String], missing: [TypeSyntax], members: [String]
    ) throws -> ExtensionDeclSyntax {
      let missing = Set(missing.map(\.unqualifiedName))
      let conformances = protocols.filter(missing.contains).map { "\(isolation)\(Self.core).\($0)" }
      let inheritance = conformances.isEmpty ? "" : ": \(conformances.joined(separator: ", "))"
      let body = members.isEmpty ? "{}" : "{\n\(members.joined(separator: "\n\n"))\n}"
      return try ExtensionDeclSyntax(
        "extension \(raw: type.trimmedDescription)\(raw: inheritance)\(raw: requirements) \(raw: body)")
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
      case .pascalCase: PascalCase.dotNet(name)
      }
    }
  }

  extension DeclModifierListSyntax {
    /// `public ` for what has to be as visible as a public type, nothing for what is visible enough as it is.
    ///
    /// - Parameter outer: What the type stands in: an extension says how visible its members are that do not.
    func accessKeyword(in outer: Syntax?) -> String {
      let own = accessKeyword
      guard own.isEmpty, let outer = outer?.as(ExtensionDeclSyntax.self) else { return own }
      let hasOwn = [Keyword.internal, .private, .fileprivate].contains { contains($0) }
      return hasOwn ? "" : outer.modifiers.accessKeyword
    }

    private var accessKeyword: String {
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

  extension Syntax {
    /// Whether the node is that of a type with generic parameters.
    fileprivate var isGenericType: Bool {
      asProtocol((any WithGenericParametersSyntax).self)?.genericParameterClause != nil
        && asProtocol((any DeclGroupSyntax).self) != nil
    }
  }

  extension TypeSyntax {
    /// The name behind those of modules and outer types.
    var unqualifiedName: String { String(trimmedDescription.split(separator: ".").last ?? "") }
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
