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
      let raw = declaration.inheritanceClause?.inheritedTypes.first?.type.trimmedDescription ?? ""
      hasIntegers = IntegerType.primitives[raw] != nil
      underlying = IntegerType.primitives[raw] ?? "int"
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
      let mark = declaration.attributes.named("EnumMember").first
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

    var code: [String] {
      let access = header.access
      return header.common + [
        "\(access)static var canBeNull: Bool { false }",
        "\(access)static var dotNetDefault: Self? { \(zero) }",
        "\(access)static \(header.declareHead) {\n  \(declaration)\n}",
        "\(access)\(ContractHeader.initHead) {\n  \(initializer)\n}",
        "\(access)\(ContractHeader.encodeHead("encode")) {\n  \(encoding)\n}",
      ]
    }

    /// C#'s default: the case of the number 0.
    private var zero: String { hasIntegers ? "Self(rawValue: 0)" : ".\(cases.first?.name ?? "none")" }

    private var declaration: String {
      let values = cases.enumerated().map { number, item in
        let bits = hasIntegers ? "UInt64(truncatingIfNeeded: Self.\(item.name).rawValue)" : "\(number)"
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
        guard let property = item.decl.as(VariableDeclSyntax.self), let binding = property.bindings.first,
          let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
        else { continue }
        if name == "rawValue", let type = binding.typeAnnotation?.type {
          guard let primitive = IntegerType.primitives[type.trimmedDescription] else {
            try misuses.collect { throw Misuse(type, "flags need an integer type") }
            continue
          }
          underlying = primitive
        }
        guard property.modifiers.contains(.static), property.attributes.named("IgnoreDataMember").isEmpty else {
          continue
        }
        try misuses.collect {
          let ownName = header.naming.wireName(name.unquoted)
          let mark = property.attributes.named("EnumMember").first
          let wireName = try mark?.string("value") ?? ownName
          guard names.insert(wireName).inserted else {
            throw Misuse(binding.pattern, "the enumeration has a name \"\(wireName)\" already")
          }
          let clrName = try mark?.string("clrName").map { ", clrName: \($0.literal)" } ?? ""
          values.append(
            "      .init(\(wireName.literal), bits: UInt64(truncatingIfNeeded: Self.\(name).rawValue)\(clrName)),")
        }
      }
      self.values = values
      self.underlying = underlying
      try misuses.check()
    }

    var body: [String] {
      let access = header.access
      let declaration = EnumerationCode.declaration(header, values: values, isFlags: true, underlying: underlying)
      return header.common + [
        "\(access)static var canBeNull: Bool { false }",
        "\(access)static var dotNetDefault: Self? { [] }",
        "\(access)static \(header.declareHead) {\n  \(declaration)\n}",
        """
        \(access)\(ContractHeader.encodeHead("encode")) {
          try builder.enumeration(bits: UInt64(truncatingIfNeeded: rawValue))
        }
        """,
      ]
    }

    /// In an extension, so that the struct keeps its memberwise one.
    var initializer: String {
      """
      \(header.access)\(ContractHeader.initHead) {
        self.init(rawValue: RawValue(truncatingIfNeeded: try reader.enumerationBits()))
      }
      """
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

  /// Swift's integer types under the names that contracts give them.
  enum IntegerType {
    static let primitives = [
      "Int8": "byte", "UInt8": "unsignedByte", "Int16": "short", "UInt16": "unsignedShort", "Int32": "int",
      "UInt32": "unsignedInt", "Int64": "long", "UInt64": "unsignedLong", "Int": "long", "UInt": "unsignedLong",
    ]
  }
#endif
