#if Macros
  import SwiftDiagnostics
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// `@DataContract`: a contract, a decoder and an encoder.
  ///
  /// Structs and enums get them in an extension, so that a struct keeps its memberwise initializer; a class gets them in
  /// its body, since initializers and what subclasses override cannot stand in an extension.
  public enum DataContractMacro {}

  extension DataContractMacro: ExtensionMacro {
    public static func expansion(
      of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
      providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
      in context: some MacroExpansionContext
    ) throws -> [ExtensionDeclSyntax] {
      // What is wrong with a class is said where its members are written.
      if declaration.is(ClassDeclSyntax.self) {
        let header = try? ContractHeader(node, of: declaration, in: context)
        // A derived class has its base's conformance.
        guard let header, header.base == nil else { return [] }
        return [try header.extensionDecl(of: type, to: ContractHeader.objectProtocols, members: [])]
      }
      return try diagnosing(in: context) {
        let header = try ContractHeader(node, of: declaration, in: context)
        let (code, protocols) = try code(header, declaration)
        return [try header.extensionDecl(of: type, to: protocols, members: code)]
      } ?? []
    }

    private static func code(
      _ header: ContractHeader, _ declaration: some DeclGroupSyntax
    ) throws -> (members: [String], protocols: String) {
      let codable = ContractHeader.valueProtocols
      if let declaration = declaration.as(EnumDeclSyntax.self) {
        try header.refuse("isReference", "isValueType", "isAbstract", on: "an enum")
        if declaration.hasPayloads { return (try PolymorphicExpansion(header, of: declaration).code, codable) }
        if let base = header.arguments.expression("base") {
          throw Misuse(base, "only an enum whose cases hold values has a base")
        }
        return (try EnumerationExpansion(header, of: declaration).code, codable)
      }
      guard declaration.is(StructDeclSyntax.self) else {
        throw Misuse(header.arguments.attribute, "only a struct, a class or an enum has a data contract")
      }
      if declaration.inherits("OptionSet") { return (try FlagsExpansion(header, of: declaration).code, codable) }
      return (try ObjectExpansion(header, of: declaration).code, ContractHeader.objectProtocols)
    }
  }

  extension DataContractMacro: MemberMacro {
    public static func expansion(
      of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
      conformingTo protocols: [TypeSyntax],
      in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
      guard declaration.is(ClassDeclSyntax.self) else { return [] }
      return try diagnosing(in: context) {
        let header = try ContractHeader(node, of: declaration, in: context)
        return try ObjectExpansion(header, of: declaration).code.map { "\(raw: $0)" }
      } ?? []
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
