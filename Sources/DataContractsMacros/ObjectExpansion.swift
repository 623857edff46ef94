#if Macros
  import SwiftSyntax

  /// The code of a struct or class with data members.
  struct ObjectExpansion {
    let header: ContractHeader
    let members: ObjectMembers
    /// The type whose contract comes first; `nil` for none.
    let base: String?
    let isClass: Bool
    let isFinal: Bool
    /// Whether the type's memberwise initializer makes the values.
    let isMemberwise: Bool

    init(_ header: ContractHeader, of declaration: some DeclGroupSyntax) throws {
      self.header = header
      members = try ObjectMembers(of: declaration, naming: header.naming)
      isClass = declaration.is(ClassDeclSyntax.self)
      isFinal = declaration.modifiers.contains(.final)
      base = header.base ?? members.base?.type
      isMemberwise =
        declaration.hasPlainMemberwiseInitializer && base == nil && !members.members.isEmpty
        && members.members.allSatisfy { !$0.hasDefault || $0.isInitiallyNil }
      try check()
    }

    private func check() throws {
      if !isClass, header.isReference {
        throw Misuse(
          header.arguments.expression("isReference") ?? ExprSyntax(NilLiteralExprSyntax()),
          "only a class keeps its objects' identity")
      }
      if !isClass, let base = header.arguments.expression("base") {
        throw Misuse(base, "a struct holds its base contract in a property that is marked @BaseContract")
      }
      if isClass, let base = members.base {
        throw Misuse(base.nameNode, "a class names its base contract as in @DataContract(base: Base.self)")
      }
      if isClass, header.isValueType {
        throw Misuse(
          header.arguments.expression("isValueType") ?? ExprSyntax(NilLiteralExprSyntax()), "a class is no value type")
      }
      guard header.isReference else { return }
      for member in members.members where !member.hasDefault {
        throw Misuse(
          member.nameNode,
          "a member of a type with isReference needs an initial value, since the object may be mentioned before it is read"
        )
      }
    }

    /// What stands in front of a static member.
    private var typeLevel: String {
      guard isClass, !isFinal || base != nil else { return "static " }
      return (base == nil ? "" : "override ") + "class "
    }

    private var overriding: String { isClass && base != nil ? "override " : "" }

    var code: ContractExpansion.Code {
      ContractExpansion.Code(
        properties: properties, body: isClass ? functions + [initializer] + classCode : functions,
        // A struct with an initializer in its body would lose its memberwise one.
        extensionCode: isClass ? [] : [initializer], isObject: true)
    }

    private var properties: [String] {
      let isExtended = isClass && (!isFinal || base != nil)
      return header.common(typeLevel: typeLevel, storesContract: !isExtended)
        + ["\(header.access)\(typeLevel)var dataMemberCount: Swift.Int { \(count) }"]
    }

    private var functions: [String] {
      let access = header.access
      let encodeHead = header.encodeHead("encodeMembers", isClass: isClass)
      return [
        "\(access)\(typeLevel)\(header.declareHead(isClass: isClass)) {\n  \(declaration.indented(by: 2))\n}",
        "\(access)\(overriding)\(encodeHead) {\n  \(encoding.indented(by: 2))\n}",
      ] + values
    }

    /// The members whose values are kept until all are read.
    private var awaited: [MemberProperty] { members.members.filter { isMemberwise || !$0.hasDefault } }

    private var values: [String] {
      guard !awaited.isEmpty else { return [] }
      let lines = awaited.map { "  var \($0.name): \($0.type)\($0.hasDefault ? "" : "?")" }.joined(separator: "\n")
      return ["private struct _AwaitedMembers {\n\(lines)\n}"]
    }

    private var count: String {
      let own = members.members.count
      return base.map { "\($0).dataMemberCount + \(own)" } ?? "\(own)"
    }

    private func index(_ member: MemberProperty) -> String {
      base.map { "\($0).dataMemberCount + \(member.index)" } ?? "\(member.index)"
    }
  }

  extension ObjectExpansion {
    private var declaration: String {
      var arguments = ["Self.self"]
      if header.isReference { arguments.append("isReference: true") }
      if header.isAbstract { arguments.append("isAbstract: true") }
      if let name = header.clrName { arguments.append("clrName: \(name.literal)") }
      let base = base.map { "base: types.index(of: \($0).self), " } ?? ""
      let lines = members.members.map { "  \(declare($0))," }.joined(separator: "\n  ")
      let list = lines.isEmpty ? "[]" : "[\n  \(lines)\n  ]"
      let declared =
        "types.object(\(arguments.joined(separator: ", "))) { types in\n  "
        + "DataContractsCore.ObjectContract(\(base)declaring: \(list))\n}"
      guard !header.knownTypes.isEmpty else { return declared }
      let known = header.knownTypes.map { "_ = types.index(of: \($0).self)" }.joined(separator: "\n")
      return "let index = \(declared)\n\(known)\nreturn index"
    }

    private func declare(_ member: MemberProperty) -> String {
      var arguments = [member.wireName.literal, "\(member.typeExpression).self"]
      if let order = member.order { arguments.append("order: \(order)") }
      if member.isRequired { arguments.append("isRequired: true") }
      if !member.emitsDefaultValue { arguments.append("emitsDefaultValue: false") }
      if let name = member.clrName { arguments.append("clrName: \(name.literal)") }
      return "types.member(\(arguments.joined(separator: ", ")))"
    }

    private var encoding: String {
      var lines = members.inDeclaredOrder.map { "try builder.encode(self.\($0.name), as: \(index($0)))" }
      if let base = members.base { lines.append("try self.\(base.name).encodeMembers(into: &builder)") }
      if isClass, base != nil { lines.append("try super.encodeMembers(into: &builder)") }
      return lines.joined(separator: "\n")
    }

    private var initializer: String {
      let body = header.isReference ? initializerOfReference : initializerOfValue
      // Whether an initializer is required, not whether it is open, decides about subclasses elsewhere.
      let access = header.access == "open " ? "public " : header.access
      let head = access + (isClass ? "required " : "") + ContractHeader.initHead
      return "\(head) {\n  \(body.joined(separator: "\n").indented(by: 2))\n}"
    }

    private var initializerOfValue: [String] {
      var lines: [String] = []
      if let base = members.base { lines.append("self.\(base.name) = try reader.decodeBase()") }
      if !awaited.isEmpty { lines.append("var values = _AwaitedMembers()") }
      lines.append("var members = try reader.beginObject(Self.self)")
      lines += loop
      lines += isMemberwise ? [memberwise] : awaited.map { "self.\($0.name) = \(value(of: $0))" }
      if isClass, base != nil { lines += ["reader.rewind(to: members)", "try super.init(from: &reader)"] }
      return lines
    }

    private var memberwise: String {
      let arguments = members.members.map { "  \($0.label): \(value(of: $0))" }.joined(separator: ",\n")
      return "self.init(\n\(arguments)\n)"
    }

    /// The value of a member that was awaited.
    private func value(of member: MemberProperty) -> String {
      let value = "values.\(member.name).take()"
      return member.hasDefault ? value : "try reader.require(\(value), \(member.wireName.literal), of: members)"
    }

    /// The object is known before its members are read, since they may mention it.
    private var initializerOfReference: [String] {
      var lines = ["var members = try reader.beginObject(Self.self)"]
      if base != nil {
        lines += ["reader.rewind(to: members)", "try super.init(from: &reader)", "reader.reenter(members)"]
      }
      return lines + ["reader.register(self, members)"] + loop
    }

    private var loop: [String] {
      let cases = members.members.map {
        let owner = isMemberwise || !$0.hasDefault ? "values" : "self"
        let place = "\($0.hasDefault ? "replacing" : "into"): &\(owner).\($0.name)"
        return "  case \($0.index): try reader.decode(\(place))"
      }
      let first = base == nil ? [] : ["let first = Self.dataMemberCount - \(members.members.count)"]
      let value = base == nil ? "member" : "member - first"
      let body = (["switch \(value) {"] + cases + ["  default: reader.skip()", "  }"]).joined(separator: "\n")
      return first + ["while let member = reader.nextMember(of: &members) {\n  \(body)\n}"]
    }

    /// A class writes its dynamic type, and reads the type that the document names.
    private var classCode: [String] {
      guard isClass else { return [] }
      var code: [String] = []
      if base == nil { code.append(classEncoding) }
      if !header.knownTypes.isEmpty || (base == nil && header.isReference) { code.append(classDecoding) }
      return code
    }

    private var classEncoding: String {
      var lines: [String] = []
      if header.isReference { lines.append("guard try builder.encodesFirst(self) else { return }") }
      if !isFinal { lines.append("try builder.expectConcrete(Self.self)") }
      lines += ["try builder.beginObject()", "try encodeMembers(into: &builder)", "try builder.endObject()"]
      return "\(header.access)\(header.encodeHead("encode", isClass: true)) {\n  \(lines.joined(separator: "\n  "))\n}"
    }

    private var classDecoding: String {
      var lines: [String] = []
      if header.isReference {
        lines.append("if let object = try reader.referencedObject(Self.self) { return object }")
      }
      lines += header.knownTypes.map {
        "if reader.isConcrete(\($0).self), let object = try \($0)(from: &reader) as? Self { return object }"
      }
      lines.append("return try Self(from: &reader)")
      let head =
        "func decode(from reader: inout DataContractsCore.DocumentReader) throws(DataContractsCore.DocumentError) -> Self"
      return "\(header.access)\(typeLevel)\(head) {\n  \(lines.joined(separator: "\n  "))\n}"
    }
  }

  extension MemberProperty {
    /// The type where an expression names it: an optional's question mark needs parentheses.
    var typeExpression: String { type.hasSuffix("?") ? "(\(type))" : type }

    /// The name as the label of an argument, where few words need backticks.
    fileprivate var label: String {
      let word = name.unquoted
      let isPlain = word.first?.isNumber == false && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      return isPlain && !["inout", "var", "let"].contains(word) ? word : name
    }
  }
#endif
