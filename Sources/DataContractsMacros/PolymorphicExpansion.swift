#if Macros
  import SwiftSyntax

  /// The code of an enum whose cases are the types that a value can have: a base class's derived ones, or any for
  /// `System.Object`.
  struct PolymorphicExpansion {
    let header: ContractHeader
    private let cases: [(name: String, type: String)]

    init(_ header: ContractHeader, of declaration: EnumDeclSyntax) throws {
      self.header = header
      var cases: [(name: String, type: String)] = []
      var misuses = Misuses()
      for item in declaration.memberBlock.members {
        guard let declared = item.decl.as(EnumCaseDeclSyntax.self) else { continue }
        try misuses.collect {
          for element in declared.elements { cases.append((element.name.text, try Self.payload(of: element))) }
        }
      }
      self.cases = cases
      try misuses.check()
    }

    private static func payload(of element: EnumCaseElementSyntax) throws -> String {
      guard let parameters = element.parameterClause?.parameters, parameters.count == 1, let only = parameters.first,
        only.firstName == nil
      else {
        throw Misuse(element, "each case of a polymorphic value holds one value without a label, whose type is known")
      }
      return only.type.trimmedDescription
    }

    var code: ContractExpansion.Code {
      let access = header.access
      let properties = [
        "\(access)static var dataContractName: DataContractsCore.QualifiedName { \(name) }"
      ]
      return ContractExpansion.Code(
        properties: properties + header.storedContract,
        body: [
          "\(access)static \(header.declareHead()) {\n  \(declaration)\n}",
          "\(access)\(header.bodyInitHead) {\n  \(initializer)\n}",
          "\(access)\(header.encodeHead("encode")) {\n  \(encoding)\n}",
        ])
    }

    private var name: String {
      header.base.map { "\($0).dataContractName" } ?? "DataContractsCore.QualifiedName.anyType"
    }

    private var declaration: String {
      let index = header.base.map { "types.index(of: \($0).self)" } ?? "DataContractsCore.Contract.TypeIndex.any"
      let known = cases.map { "  _ = types.index(of: \($0.type).self)" }
      return (["let index = \(index)"] + known + ["  return index"]).joined(separator: "\n")
    }

    private var initializer: String {
      let cases = cases.map {
        "if reader.isConcrete(\($0.type).self) {\n    self = .\($0.name)(try reader.decode())\n  }"
      }
      return (cases + ["{\n    throw reader.unknownType(Self.self)\n  }"]).joined(separator: " else ")
    }

    private var encoding: String {
      let cases = cases.map {
        """
          case .\($0.name)(let value):
            try builder.expectConcrete(\($0.type).self)
            try value.encode(into: &builder)
        """
      }
      return (["switch self {"] + cases + ["  }"]).joined(separator: "\n")
    }
  }
#endif
