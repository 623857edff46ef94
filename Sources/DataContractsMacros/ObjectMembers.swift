#if Macros
  import DataContractsCore
  import SwiftSyntax

  /// The data members of one type.
  struct ObjectMembers {
    /// In the order of their declaration.
    private(set) var members: [MemberProperty] = []
    /// The property that holds the base contract of a struct.
    private(set) var base: MemberProperty?

    init(of declaration: some DeclGroupSyntax, naming: MemberNaming) throws {
      var misuses = Misuses()
      for item in declaration.memberBlock.members {
        guard let property = item.decl.as(VariableDeclSyntax.self) else { continue }
        try misuses.collect {
          guard let member = try MemberProperty(property, naming: naming) else { return }
          try add(member)
        }
      }
      for declared in declaration.conditionalMembers {
        guard let property = declared.as(VariableDeclSyntax.self) else { continue }
        try misuses.collect { try MemberProperty.checkConditional(property) }
      }
      try misuses.check()
      placeInXML()
    }

    private mutating func add(_ member: MemberProperty) throws {
      if member.isBase {
        guard base == nil else { throw Misuse(member.nameNode, "a contract has one base") }
        guard !member.isOptional else { throw Misuse(member.nameNode, "a base cannot be optional") }
        return base = member
      }
      if members.contains(where: { $0.wireName == member.wireName }) {
        throw Misuse(member.nameNode, "the contract has a member \"\(member.wireName)\" already")
      }
      members.append(member)
    }

    /// The same rule that puts a contract's members in order.
    private mutating func placeInXML() {
      let contracts = members.map { DataMember($0.wireName, .untyped, order: $0.order) }
      let places = Dictionary(
        DataMember.inXMLOrder(contracts).enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
      for index in members.indices { members[index].index = places[members[index].wireName] ?? index }
    }

    /// In the order of JSON: members without an order as they are declared, then by order.
    var inDeclaredOrder: [MemberProperty] {
      members.enumerated().sorted { ($0.element.order ?? -1, $0.offset) < ($1.element.order ?? -1, $1.offset) }
        .map(\.element)
    }
  }
#endif
