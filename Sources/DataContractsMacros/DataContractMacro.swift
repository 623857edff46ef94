#if Macros
  import SwiftDiagnostics
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// `@DataContract`: a contract, a decoder and an encoder.
  ///
  /// They stand in the type's body, where names mean what they mean to its properties and cases; only the initializer
  /// of a struct stands in an extension, so that the struct keeps its memberwise one, and the properties of a generic type,
  /// which can ask something of its parameters nowhere else.
  enum DataContractMacro {}

  extension DataContractMacro: MemberMacro {
    static func expansion(
      of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
      conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
      try diagnosing(in: context) {
        let expansion = try ContractExpansion(node, of: declaration, in: context)
        try expansion.checkBase(of: declaration, missing: protocols)
        return expansion.body.map { "\(raw: $0)" }
      } ?? []
    }
  }

  extension DataContractMacro: ExtensionMacro {
    static func expansion(
      of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
      providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
      in context: some MacroExpansionContext
    ) throws -> [ExtensionDeclSyntax] {
      // What is wrong is said where the members are written.
      guard let expansion = try? ContractExpansion(node, of: declaration, in: context) else { return [] }
      // A derived class has its base's conformance.
      guard !(declaration.is(ClassDeclSyntax.self) && expansion.header.base != nil) else { return [] }
      return [
        try expansion.header.extensionDecl(
          of: type, to: expansion.protocols, missing: protocols, members: expansion.extensionCode)
      ]
    }
  }

  /// The code of any kind of contract.
  struct ContractExpansion {
    let header: ContractHeader
    let protocols: [String]
    let body: [String]
    let extensionCode: [String]

    init(
      _ node: AttributeSyntax, of declaration: some DeclGroupSyntax, in context: some MacroExpansionContext
    ) throws {
      let header = try ContractHeader(node, of: declaration, in: context)
      let code = try Self.code(header, node, declaration)
      self.header = header
      protocols = code.isObject ? ContractHeader.objectProtocols : ContractHeader.valueProtocols
      // Only an extension can ask something of generic parameters for a property.
      let isConstrained = !header.genericParameters.isEmpty && !declaration.is(ClassDeclSyntax.self)
      body = isConstrained ? code.body : code.properties + code.body
      extensionCode = isConstrained ? code.properties + code.extensionCode : code.extensionCode
    }

    /// The parts of a contract's code.
    struct Code {
      /// Static properties.
      var properties: [String]
      /// What stands in the type's body, where every name means what it means to the type's own declarations.
      var body: [String]
      var extensionCode: [String] = []
      var isObject = false
    }

    private static func code(
      _ header: ContractHeader, _ node: AttributeSyntax, _ declaration: some DeclGroupSyntax
    ) throws -> Code {
      if let declaration = declaration.as(EnumDeclSyntax.self) { return try code(header, declaration) }
      if declaration.isOptionSet { return try FlagsExpansion(header, of: declaration).code }
      guard declaration.is(StructDeclSyntax.self) || declaration.is(ClassDeclSyntax.self) else {
        throw Misuse(node, "only a struct, a class or an enum has a data contract")
      }
      return try ObjectExpansion(header, of: declaration).code
    }

    /// Refuses a class that has a contract from the class it extends, and does not name that one.
    func checkBase(of declaration: some DeclGroupSyntax, missing: [TypeSyntax]) throws {
      guard declaration.is(ClassDeclSyntax.self), header.base == nil,
        !missing.contains(where: { $0.unqualifiedName == "DataContractObject" }),
        let base = declaration.inheritanceClause?.inheritedTypes.first?.type,
        !base.unqualifiedName.hasPrefix("DataContract")
      else { return }
      throw Misuse(
        base, "a class names the contract that it extends: @DataContract(base: \(base.trimmedDescription).self)")
    }

    private static func code(_ header: ContractHeader, _ declaration: EnumDeclSyntax) throws -> Code {
      try header.refuse("isReference", "isValueType", "isAbstract", on: "an enum")
      try declaration.checkCases()
      if declaration.hasPayloads { return try PolymorphicExpansion(header, of: declaration).code }
      if let base = header.arguments.expression("base") {
        throw Misuse(base, "only an enum whose cases hold values has a base")
      }
      return try EnumerationExpansion(header, of: declaration).code
    }
  }

  /// Shows what a use gets wrong, and then expands to nothing.
  func diagnosing<Result>(in context: some MacroExpansionContext, _ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch let misuse as Misuse {
      context.diagnose(misuse.diagnostic)
    } catch let error as DiagnosticsError {
      for diagnostic in error.diagnostics { context.diagnose(diagnostic) }
    }
    return nil
  }

  extension ContractHeader {
    func refuse(_ labels: String..., on kind: String) throws {
      for label in labels {
        guard let expression = arguments.expression(label) else { continue }
        throw Misuse(expression, "'\(label)' says nothing of \(kind)")
      }
    }
  }

  extension DeclGroupSyntax {
    var isOptionSet: Bool {
      inheritanceClause?.inheritedTypes.contains { inherited in
        let parts = inherited.type.as(CompositionTypeSyntax.self)?.elements.map(\.type) ?? [inherited.type]
        return parts.contains { ["OptionSet", "Swift.OptionSet"].contains($0.trimmedDescription) }
      } ?? false
    }
  }

  extension DeclGroupSyntax {
    /// The declarations that stand in `#if`: a macro is handed all of them, whichever of them are compiled.
    var conditionalMembers: [DeclSyntax] { Self.conditional(in: memberBlock.members) }

    private static func conditional(in members: MemberBlockItemListSyntax) -> [DeclSyntax] {
      members.compactMap { $0.decl.as(IfConfigDeclSyntax.self) }.flatMap(\.clauses).flatMap { clause -> [DeclSyntax] in
        guard case .decls(let items) = clause.elements else { return [] }
        return items.map(\.decl) + conditional(in: items)
      }
    }
  }

  extension EnumDeclSyntax {
    /// Refuses cases of which nobody knows whether they are there.
    func checkCases() throws {
      for declared in conditionalMembers where declared.is(EnumCaseDeclSyntax.self) {
        throw Misuse(declared, "a case cannot stand in #if: a macro does not see whether it is compiled")
      }
    }

    var hasPayloads: Bool {
      memberBlock.members.contains { item in
        item.decl.as(EnumCaseDeclSyntax.self)?.elements.contains { $0.parameterClause != nil } ?? false
      }
    }
  }
#endif
