/// A contract compiled for reading and writing: fixed-size records in flat arrays, names as UTF-8 in one arena.
///
/// Members of an object are stored with those of its bases in front, in XML order, so that a member's index is its
/// position in XML.
package final class ContractTable: Sendable {
  package let types: [ContractType]
  package let roots: [Contract.Root]
  /// Parallel to `types`.
  package let compiled: [CompiledType]
  /// The members of all objects; ``CompiledType/memberStart`` points here.
  package let members: [CompiledMember]
  /// Parallel to `members`: for each object the indices of its members as JSON and multipart write them, the derived
  /// class's own members before those of its base.
  package let declaredOrder: [UInt16]
  /// The same without regard to `[DataMember(Order = …)]`, which System.Text.Json does not know.
  package let sourceOrder: [UInt16]
  /// Parallel to `members`: for each object the indices of its members by ASCII-folded name.
  let lookupOrder: [UInt16]
  /// The same by ASCII-folded XML name.
  let xmlLookupOrder: [UInt16]
  /// The same by ASCII-folded C# name.
  let clrLookupOrder: [UInt16]
  /// For each object, and in it for the object's start and each member, the member that comes next in XML; the slot
  /// is ``CompiledType/memberStart`` plus the type's index, plus the member's index and 1.
  let xmlSuccessors: [UInt16]
  /// The same in the declared order.
  package let declaredSuccessors: [UInt16]
  /// Names of members, items and types, each between `,"` and `":`, so that JSON's `,"name":` is one copy, and
  /// ``ContractText/slack`` bytes behind them.
  package let text: [UInt8]
  /// Every namespace; the first is the empty one.
  package let namespaces: [String]
  /// Parallel to `types`: every type that extends this one, however far.
  package let derived: [[Contract.TypeIndex]]
  package let typesByName: [QualifiedName: Contract.TypeIndex]
  /// The declared types by their full names in C#, as far as those are known.
  package let typesByCLRName: [String: Contract.TypeIndex]
  /// Whether any value can be an `XmlQualifiedName`, for which most serializers of JSON have an object.
  package let holdsQualifiedNames: Bool
  /// Whether any value can be a `Uri`, which some serializers write in canonical form.
  package let holdsURIs: Bool
  /// Whether any object keeps its identity.
  package let keepsIdentities: Bool
  /// Whether any value can be of any type.
  package let holdsValuesOfAnyType: Bool
  /// What is known of each member's value before it comes: those of ``members`` under their declared names, after them
  /// those under the names of each other spelling, in the order of ``ExpectedValue/spellings``.
  package let expectedMembers: [ExpectedValue]
  /// Parallel to `types`: the same of a list's items.
  package let expectedItems: [ExpectedValue]
  /// How many bytes the longest name of a member has.
  package let longestName: Int
  package let rootsByElement: [QualifiedName: Contract.Root]

  init(types: [ContractType], roots: [Contract.Root]) {
    var compiler = ContractCompiler(types: types)
    compiler.compile()
    self.types = types
    self.roots = roots
    compiled = compiler.compiled
    members = compiler.members
    declaredOrder = compiler.declaredOrder
    sourceOrder = compiler.sourceOrder
    lookupOrder = compiler.lookupOrder
    xmlLookupOrder = compiler.xmlLookupOrder
    clrLookupOrder = compiler.clrLookupOrder
    xmlSuccessors = compiler.xmlSuccessors
    declaredSuccessors = compiler.declaredSuccessors
    text = compiler.text
    namespaces = compiler.namespaces
    derived = compiler.derived
    typesByName = Dictionary(
      types.enumerated().map { ($1.name, Contract.TypeIndex(UInt16($0))) }, uniquingKeysWith: { first, _ in first })
    typesByCLRName = Dictionary(
      types.enumerated().dropFirst(Int(Contract.TypeIndex.firstDeclared.rawValue)).compactMap { index, type in
        type.fullCLRName.map { ($0, Contract.TypeIndex(UInt16(index))) }
      }, uniquingKeysWith: { first, _ in first })
    holdsQualifiedNames = compiler.holds(.primitive(.qName))
    holdsURIs = compiler.holds(.primitive(.anyURI))
    keepsIdentities = compiled.contains { $0.isReference }
    holdsValuesOfAnyType = compiler.holds(.any)
    expectedMembers = compiler.expectedMembers
    expectedItems = compiler.expectedItems
    longestName = compiler.longestName
    rootsByElement = Dictionary(roots.map { ($0.element, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The types that every contract has, at their fixed indices.
  static let builtInTypes: [ContractType] = {
    let primitives = PrimitiveType.allCases.map { type in
      ContractType(name: type.contractName, shape: .primitive(type), isValueType: type.isValueType)
    }
    let untyped = ContractType(
      name: QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "anyType"), shape: .any)
    let file = ContractType(
      name: QualifiedName(namespace: DotNetNamespace.multipartDataMediaFormatter, localName: "HttpFile"), shape: .file)
    return [untyped] + primitives + [untyped, file]
  }()

  /// The table of documents without a contract: the built-in types alone.
  package static let builtIn = ContractTable(types: builtInTypes, roots: [])
}

/// What a value of a type is, in one byte.
package enum CompiledShape: UInt8, Sendable {
  case untyped, primitive, object, list, dictionary, enumeration, any, file
}

/// What an element of a type holds, as formats ask whose bytes do not tell.
package enum CompiledContent: Sendable {
  /// Nothing that anybody wants to know.
  case passedOver
  case scalar
  /// A scalar whose prefix only the format can resolve.
  case qualifiedName
  /// Members: those of an object of the contract, or the two halves of a dictionary's entry.
  case members
  /// Items, or entries.
  case items
  /// Whatever comes.
  case anything
}

extension CompiledType {
  /// Settled once for each type: it is asked for every element, and a jump by shape is slow where types alternate.
  static func content(_ shape: CompiledShape, _ primitive: PrimitiveType) -> CompiledContent {
    switch shape {
    case .primitive: primitive == .qName ? .qualifiedName : .scalar
    case .enumeration, .file: .scalar
    case .object: .members
    case .list, .dictionary: .items
    case .untyped, .any: .anything
    }
  }
}

/// A slice of ``ContractTable/text``.
package struct ContractText: Sendable {
  /// How far beyond the last text memory may be read: 16 bytes, as one copy has.
  package static let slack = 16

  package let start: UInt32
  package let count: UInt16

  package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

package struct CompiledType: Sendable {
  package var shape = CompiledShape.untyped
  /// What an element of the type holds.
  package var content = CompiledContent.anything
  package var primitive = PrimitiveType.string
  package var isValueType = false
  package var isReference = false
  package var isAbstract = false
  /// Whether the text of an object has to be looked into before a value of the type can begin: other types extend it, or
  /// it is a scalar that some serializers write as an object.
  package var needsLookahead = false
  /// Whether a value can be read member by member: an object of one contract, neither extended nor extending, without
  /// identity, of at most ``plainMemberLimit`` members.
  package var isPlainObject = false
  /// 64, as many as a word has bits.
  static let plainMemberLimit = 64
  /// Whether a member's ``CompiledMember/decodedName`` differs from its name by more than case.
  package var hasDecodedNames = false
  /// Whether every member knows its place in the class's source.
  package var hasDeclaredOrder = false
  /// Whether JSON's order of the members is that of the class's source.
  package var hasSourceOrder = false
  /// Whether no two members' names are the same but for ASCII case.
  package var namesDifferBeyondCase = true
  /// Whether two members have the same name and namespace, and different types: one hides the other (C#'s `new`).
  package var hidesMembers = false
  /// Whether a member's name goes beyond ASCII.
  package var hasNonASCIINames = false
  package var requiredCount: UInt16 = 0
  /// The contract's namespace, which is also that of its items and entries.
  package var namespace: UInt16 = 0
  /// The item of a list, the key of a dictionary.
  package var first: UInt16 = 0
  package var firstIsNillable = false
  /// The value of a dictionary.
  package var secondIsNillable = false
  package var second: UInt16 = 0
  package var memberStart: UInt32 = 0
  package var memberCount: UInt16 = 0
  package var name = ContractText(start: 0, count: 0)
  /// The element of a list's item or of a dictionary's entry.
  package var itemName = ContractText(start: 0, count: 0)
  package var keyName = ContractText(start: 0, count: 0)
  package var valueName = ContractText(start: 0, count: 0)

  package var memberRange: Range<Int> { Int(memberStart)..<Int(memberStart) + Int(memberCount) }
}

package struct CompiledMember: Sendable {
  /// The name as JSON writes it.
  package let name: ContractText
  /// The name as DataContractJsonSerializer writes it: the data member's, with what looks escaped taken for an escape.
  package let decodedName: ContractText
  /// The name in C#.
  package let clrName: ContractText
  /// The name under camelCase.
  package let camelName: ContractText
  /// The name as an XML local name.
  package let xmlName: ContractText
  /// The namespace of the contract that declares the member.
  package let namespace: UInt16
  package let type: UInt16
  package let isNillable: Bool
  package let isRequired: Bool
  package let emitsDefaultValue: Bool
  /// Whether ``name`` and ``decodedName`` hold nothing that JSON or an attribute value would have to escape: ASCII without quotes,
  /// backslash, control characters, `&`, `<` and `>`.
  package let isPlainName: Bool
  /// The same of ``clrName``.
  package let isPlainCLRName: Bool
  /// Whether the member hides one of another type, or is hidden by it; see ``CompiledType/hidesMembers``.
  package var isAmbiguous = false
}
