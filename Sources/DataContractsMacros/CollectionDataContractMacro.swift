#if Macros
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// `@CollectionDataContract`: the one property of a struct, a list or a dictionary, under a name of its own.
  enum CollectionDataContractMacro {}

  extension CollectionDataContractMacro: MemberMacro {
    static func expansion(
      of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
      conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
      try diagnosing(in: context) {
        let header = try ContractHeader(node, of: declaration, in: context)
        let expansion = try CollectionExpansion(header, of: declaration)
        let properties = header.genericParameters.isEmpty ? expansion.properties : []
        return (properties + expansion.body).map { "\(raw: $0)" }
      } ?? []
    }
  }

  extension CollectionDataContractMacro: ExtensionMacro {
    static func expansion(
      of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
      providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
      in context: some MacroExpansionContext
    ) throws -> [ExtensionDeclSyntax] {
      // What is wrong is said where the members are written.
      guard let header = try? ContractHeader(node, of: declaration, in: context),
        let expansion = try? CollectionExpansion(header, of: declaration)
      else { return [] }
      let members = (header.genericParameters.isEmpty ? [] : expansion.properties) + [expansion.initializer]
      return [
        try header.extensionDecl(
          of: type, to: ContractHeader.valueProtocols, missing: protocols, members: members)
      ]
    }
  }

  struct CollectionExpansion {
    let header: ContractHeader
    private let property: MemberProperty
    private let names: String

    init(_ header: ContractHeader, of declaration: some DeclGroupSyntax) throws {
      guard let declaration = declaration.as(StructDeclSyntax.self) else {
        throw Misuse(header.arguments.attribute, "only a struct has a collection contract")
      }
      self.header = header
      let members = try ObjectMembers(of: declaration, naming: header.naming)
      guard let property = members.members.first, members.members.count == 1 else {
        throw Misuse(declaration.name, "a collection contract has one stored property, which holds its items")
      }
      guard !property.isOptional else {
        throw Misuse(property.nameNode, "the items of a collection contract cannot be optional")
      }
      self.property = property
      names = try ["itemName", "keyName", "valueName"]
        .map { "\($0): \(try header.arguments.string($0)?.literal ?? "nil")" }.joined(separator: ", ")
    }

    var properties: [String] { header.common() }

    var body: [String] {
      let access = header.access
      return [
        """
        \(access)static \(header.declareHead()) {
          \(property.type).declareCollection(
            as: Self.self, in: &types, \(names), isReference: \(header.isReference))
        }
        """,
        "\(access)\(header.encodeHead("encode")) {\n  try self.\(property.name).encode(into: &builder)\n}",
      ]
    }

    /// In an extension, so that the struct keeps its memberwise one.
    var initializer: String {
      "\(header.access)\(ContractHeader.initHead) {\n  self.\(property.name) = try reader.decode()\n}"
    }
  }
#endif
