#if Macros
  import SwiftSyntax

  /// The code of an enum whose cases are names of an enumeration.
  struct EnumerationExpansion {
    let header: ContractHeader
    private let cases: [Case]
    private let underlying: String
    private let hasIntegers: Bool

    private struct Case {
      let name: String
      let wireName: String
      let clrName: String?
    }

    init(_ header: ContractHeader, of declaration: EnumDeclSyntax) throws {
      self.header = header
      let rawType = declaration.inheritanceClause?.inheritedTypes.first?.type
      let raw = rawType?.trimmedDescription.withoutSwiftModule ?? ""
      hasIntegers = IntegerType.primitives[raw] != nil
      underlying = IntegerType.primitives[raw] ?? "int"
      if let rawType, !hasIntegers, raw != "String", declaration.hasRawValues {
        throw Misuse(
          rawType, "the raw type of an enumeration has to be one of Swift's integer types or String, by its own name")
      }
      var cases: [Case] = []
      var misuses = Misuses()
      for item in declaration.memberBlock.members {
        guard let declared = item.decl.as(EnumCaseDeclSyntax.self) else { continue }
        try misuses.collect {
          for found in try Self.cases(in: declared, naming: header.naming, takesRawNames: raw == "String") {
            guard !cases.contains(where: { $0.wireName == found.wireName }) else {
              throw Misuse(declared, "the enumeration has a name \"\(found.wireName)\" already")
            }
            cases.append(found)
          }
        }
      }
      self.cases = cases
      try misuses.check()
      guard !cases.isEmpty else { throw Misuse(declaration.name, "an enumeration needs a case") }
    }

    private static func cases(
      in declaration: EnumCaseDeclSyntax, naming: MemberNaming, takesRawNames: Bool
    ) throws -> [Case] {
      let mark = try declaration.attributes.only("EnumMember")
      let given = try mark?.string("value")
      let clrName = try mark?.string("clrName")
      if let mark, given != nil, declaration.elements.count > 1 {
        throw Misuse(mark.attribute, "a case with a name of its own needs a declaration of its own")
      }
      return declaration.elements.map { element in
        let ownName = naming.wireName(element.name.text.unquoted)
        let raw = element.rawValue?.value.as(StringLiteralExprSyntax.self)?.representedLiteralValue
        let wireName = given ?? (takesRawNames ? raw : nil) ?? ownName
        return Case(name: element.name.text, wireName: wireName, clrName: clrName)
      }
    }

    var code: ContractExpansion.Code {
      let access = header.access
      let properties = [
        "\(access)static var canBeNull: Swift.Bool { false }",
        "\(access)static var dotNetDefault: Self? { \(zero) }",
      ]
      return ContractExpansion.Code(
        properties: header.common() + properties,
        body: [
          "\(access)static \(header.declareHead()) {\n  \(declaration)\n}",
          "\(access)\(header.bodyInitHead) {\n  \(initializer)\n}",
          "\(access)\(header.encodeHead("encode")) {\n  \(encoding)\n}",
        ])
    }

    /// C#'s default: the case of the number 0.
    private var zero: String { hasIntegers ? "Self(rawValue: 0)" : "Self.\(cases.first?.name ?? "none")" }

    private var declaration: String {
      let values = cases.enumerated().map { number, item in
        let bits = hasIntegers ? "Swift.UInt64(truncatingIfNeeded: Self.\(item.name).rawValue)" : "\(number)"
        let clrName = item.clrName.map { ", clrName: \($0.literal)" } ?? ""
        return "      .init(\(item.wireName.literal), bits: \(bits)\(clrName)),"
      }
      return EnumerationCode.declaration(header, values: values, isFlags: false, underlying: underlying)
    }

    private var initializer: String {
      let cases = cases.map { "  case \($0.wireName.literal): self = .\($0.name)" }
      return (["switch try reader.enumerationText() {"] + cases + ["  default: throw reader.unknownCase()", "  }"])
        .joined(separator: "\n")
    }

    private var encoding: String {
      let cases = cases.map { "  case .\($0.name): try builder.enumeration(\($0.wireName.literal))" }
      return (["switch self {"] + cases + ["  }"]).joined(separator: "\n")
    }
  }

  /// The code of an option set whose static constants are the flags of an enumeration.
  struct FlagsExpansion {
    let header: ContractHeader
    private let values: [String]
    private let underlying: String

    init(_ header: ContractHeader, of declaration: some DeclGroupSyntax) throws {
      self.header = header
      var values: [String] = []
      var names: Set<String> = []
      var underlying = "int"
      var misuses = Misuses()
      for item in declaration.memberBlock.members {
        guard let property = item.decl.as(VariableDeclSyntax.self) else { continue }
        for binding in property.bindings {
          try misuses.collect {
            if let primitive = try Self.underlying(of: binding, in: property) { underlying = primitive }
            guard let flag = try Flag(binding, of: property, in: header) else { return }
            guard names.insert(flag.wireName).inserted else {
              throw Misuse(binding.pattern, "the enumeration has a name \"\(flag.wireName)\" already")
            }
            values.append(flag.value)
          }
        }
      }
      for declared in declaration.conditionalMembers {
        guard let property = declared.as(VariableDeclSyntax.self), Flag.isFlag(property) else { continue }
        try misuses.collect {
          throw Misuse(property, "a flag cannot stand in #if: a macro does not see whether it is compiled")
        }
      }
      self.values = values
      self.underlying = underlying
      try misuses.check()
    }

    /// What contracts call the type of the raw value; `nil` for any other property.
    private static func underlying(
      of binding: PatternBindingSyntax, in property: VariableDeclSyntax
    ) throws -> String? {
      guard binding.pattern.trimmedDescription == "rawValue", !property.modifiers.contains(.static),
        let type = binding.typeAnnotation?.type
      else { return nil }
      guard let primitive = IntegerType.primitives[type.trimmedDescription.withoutSwiftModule] else {
        throw Misuse(type, "flags need an integer type")
      }
      return primitive
    }

    var code: ContractExpansion.Code {
      let access = header.access
      let declaration = EnumerationCode.declaration(header, values: values, isFlags: true, underlying: underlying)
      let properties = [
        "\(access)static var canBeNull: Swift.Bool { false }",
        "\(access)static var dotNetDefault: Self? { [] }",
      ]
      return ContractExpansion.Code(
        properties: header.common() + properties,
        body: [
          "\(access)static \(header.declareHead()) {\n  \(declaration)\n}",
          """
          \(access)\(header.encodeHead("encode")) {
            try builder.enumeration(bits: Swift.UInt64(truncatingIfNeeded: rawValue))
          }
          """,
        ], extensionCode: [initializer])
    }

    /// In an extension, so that the struct keeps its memberwise one.
    private var initializer: String {
      """
      \(header.access)\(ContractHeader.initHead) {
        self.init(rawValue: RawValue(truncatingIfNeeded: try reader.enumerationBits()))
      }
      """
    }
  }

  /// A static constant that names a flag.
  private struct Flag {
    let wireName: String
    /// Its value in the contract.
    let value: String

    /// - Returns: `nil` for a property that is no flag.
    init?(_ binding: PatternBindingSyntax, of property: VariableDeclSyntax, in header: ContractHeader) throws {
      guard Self.isFlag(property), let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else {
        return nil
      }
      guard Self.mayBeFlag(binding, of: header.typeName) else {
        throw Misuse(
          binding.pattern, "a flag is a constant of the option set's own type; mark others @IgnoreDataMember")
      }
      let mark = try property.attributes.only("EnumMember")
      wireName = try mark?.string("value") ?? header.naming.wireName(name.unquoted)
      let clrName = try mark?.string("clrName").map { ", clrName: \($0.literal)" } ?? ""
      value =
        "      .init(\(wireName.literal), bits: Swift.UInt64(truncatingIfNeeded: Self.\(name).rawValue)\(clrName)),"
    }

    static func isFlag(_ property: VariableDeclSyntax) -> Bool {
      property.modifiers.contains(.static) && property.attributes.named("IgnoreDataMember").isEmpty
    }

    /// Whether nothing says that a constant is of another type than the option set.
    private static func mayBeFlag(_ binding: PatternBindingSyntax, of typeName: String) -> Bool {
      if let type = binding.typeAnnotation?.type { return ["Self", typeName].contains(type.unqualifiedName) }
      return binding.initializer?.value.literalType == nil
    }
  }

  enum EnumerationCode {
    static func declaration(
      _ header: ContractHeader, values: [String], isFlags: Bool, underlying: String
    ) -> String {
      let clrName = header.clrName.map { ", clrName: \($0.literal)" } ?? ""
      let list = (["["] + values + ["    ]"]).joined(separator: "\n")
      return """
        types.enumeration(
            Self.self,
            DataContractsCore.EnumerationContract(
              values: \(list), isFlags: \(isFlags), underlying: .\(underlying))\(clrName))
        """
    }
  }

  extension EnumDeclSyntax {
    fileprivate var hasRawValues: Bool {
      memberBlock.members.contains { item in
        item.decl.as(EnumCaseDeclSyntax.self)?.elements.contains { $0.rawValue != nil } ?? false
      }
    }
  }

  extension String {
    /// The name of a type of the standard library without its module.
    fileprivate var withoutSwiftModule: String { hasPrefix("Swift.") ? String(dropFirst(6)) : self }
  }

  /// Swift's integer types under the names that contracts give them.
  enum IntegerType {
    static let primitives = [
      "Int8": "byte", "UInt8": "unsignedByte", "Int16": "short", "UInt16": "unsignedShort", "Int32": "int",
      "UInt32": "unsignedInt", "Int64": "long", "UInt64": "unsignedLong", "Int": "long", "UInt": "unsignedLong",
    ]
  }
#endif
