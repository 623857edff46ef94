#if Macros
  import SwiftSyntax
  import SwiftSyntaxMacros

  /// An attribute that `@DataContract` reads and that by itself does nothing but say where it does not belong.
  protocol MarkerMacro: PeerMacro {
    static func check(_ node: AttributeSyntax, on declaration: some DeclSyntaxProtocol, in outer: Syntax?) throws
  }

  extension MarkerMacro {
    static func expansion(
      of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
      in context: some MacroExpansionContext
    ) throws -> [DeclSyntax] {
      try diagnosing(in: context) { try check(node, on: declaration, in: context.lexicalContext.first) }
      return []
    }
  }

  /// `@DataMember`.
  enum DataMemberMacro: MarkerMacro {
    static func check(
      _ node: AttributeSyntax, on declaration: some DeclSyntaxProtocol, in outer: Syntax?
    ) throws {
      try checkProperty(node, declaration, outer, "@DataMember")
    }
  }

  /// `@BaseContract`.
  enum BaseContractMacro: MarkerMacro {
    static func check(
      _ node: AttributeSyntax, on declaration: some DeclSyntaxProtocol, in outer: Syntax?
    ) throws {
      try checkProperty(node, declaration, outer, "@BaseContract")
    }
  }

  /// `@IgnoreDataMember`.
  enum IgnoreDataMemberMacro: MarkerMacro {
    static func check(
      _ node: AttributeSyntax, on declaration: some DeclSyntaxProtocol, in outer: Syntax?
    ) throws {
      try checkProperty(node, declaration, outer, "@IgnoreDataMember")
    }
  }

  /// `@EnumMember`.
  enum EnumMemberMacro: MarkerMacro {
    static func check(
      _ node: AttributeSyntax, on declaration: some DeclSyntaxProtocol, in outer: Syntax?
    ) throws {
      let isFlag = declaration.as(VariableDeclSyntax.self)?.modifiers.contains(.static) ?? false
      guard declaration.is(EnumCaseDeclSyntax.self) || isFlag else {
        throw Misuse(node, "@EnumMember belongs on a case of an enum or a static constant of an option set")
      }
      try requireContract(node, outer, "@EnumMember")
    }
  }

  /// `@KnownType`.
  enum KnownTypeMacro: MarkerMacro {
    static func check(
      _ node: AttributeSyntax, on declaration: some DeclSyntaxProtocol, in outer: Syntax?
    ) throws {
      guard let type = declaration.asProtocol((any DeclGroupSyntax).self),
        !type.attributes.named("DataContract").isEmpty
      else { throw Misuse(node, "@KnownType belongs on a type with @DataContract") }
    }
  }

  private func checkProperty(
    _ node: AttributeSyntax, _ declaration: some DeclSyntaxProtocol, _ outer: Syntax?, _ name: String
  ) throws {
    guard declaration.is(VariableDeclSyntax.self) else { throw Misuse(node, "\(name) belongs on a property") }
    try requireContract(node, outer, name)
  }

  private func requireContract(_ node: AttributeSyntax, _ outer: Syntax?, _ name: String) throws {
    let attributes = outer?.asProtocol((any DeclGroupSyntax).self)?.attributes
    let isContract = ["DataContract", "CollectionDataContract"].contains { attributes?.named($0).isEmpty == false }
    guard isContract else { throw Misuse(node, "\(name) says nothing outside a type with @DataContract") }
  }
#endif
