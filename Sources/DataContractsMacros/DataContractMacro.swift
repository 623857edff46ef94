#if Macros
  import SwiftDiagnostics
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// `@DataContract`: a contract, a decoder and an encoder.
  ///
  /// They stand in the type's body, where names mean what they mean to its properties and cases; only the initializer
  /// of a struct stands in an extension, so that the struct keeps its memberwise one. A generic type has all of them there.
  enum DataContractMacro {}

  extension DataContractMacro: MemberMacro {
    static func expansion(
      of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
      conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
      try diagnosing(in: context) {
        try ContractExpansion(node, of: declaration, in: context).body.map { "\(raw: $0)" }
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
      return [try expansion.header.extensionDecl(of: type, to: expansion.protocols, members: expansion.extensionCode)]
    }
  }

  /// The code of any kind of contract.
  struct ContractExpansion {
    let header: ContractHeader
    let protocols: String
    let body: [String]
    let extensionCode: [String]

    init(
      _ node: AttributeSyntax, of declaration: some DeclGroupSyntax, in context: some MacroExpansionContext
    ) throws {
      let header = try ContractHeader(node, of: declaration, in: context)
      let body: [String]
      let extensionCode: [String]
      if let declaration = declaration.as(EnumDeclSyntax.self) {
        (body, extensionCode) = (try Self.body(header, declaration), [])
        protocols = ContractHeader.valueProtocols
      } else if declaration.inherits("OptionSet") {
        let flags = try FlagsExpansion(header, of: declaration)
        (body, extensionCode) = (flags.body, [flags.initializer])
        protocols = ContractHeader.valueProtocols
      } else {
        guard declaration.is(StructDeclSyntax.self) || declaration.is(ClassDeclSyntax.self) else {
          throw Misuse(node, "only a struct, a class or an enum has a data contract")
        }
        let object = try ObjectExpansion(header, of: declaration)
        (body, extensionCode) = (object.body, object.extensionCode)
        protocols = ContractHeader.objectProtocols
      }
      self.header = header
      // Only an extension can ask something of generic parameters.
      let isConstrained = !header.genericParameters.isEmpty && !declaration.is(ClassDeclSyntax.self)
      self.body = isConstrained ? [] : body
      self.extensionCode = isConstrained ? body + extensionCode : extensionCode
    }

    private static func body(_ header: ContractHeader, _ declaration: EnumDeclSyntax) throws -> [String] {
      try header.refuse("isReference", "isValueType", "isAbstract", on: "an enum")
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
    func inherits(_ name: String) -> Bool {
      inheritanceClause?.inheritedTypes.contains { $0.type.trimmedDescription == name } ?? false
    }
  }

  extension EnumDeclSyntax {
    var hasPayloads: Bool {
      memberBlock.members.contains { item in
        item.decl.as(EnumCaseDeclSyntax.self)?.elements.contains { $0.parameterClause != nil } ?? false
      }
    }
  }
#endif
