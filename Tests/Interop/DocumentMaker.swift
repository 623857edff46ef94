import DataContractsCore
import TestSupport

/// Random documents of a contract, from a seed.
///
/// Every member is there, as .NET writes it; one that `EmitDefaultValue = false` leaves out holds no default.
struct DocumentMaker {
  let contract: Contract
  let known: [Contract.TypeIndex]
  let abstract: Set<String>
  var random: SeededGenerator
  /// The objects so far that can be mentioned again, by their numbers from 1.
  private var identities: [Contract.TypeIndex] = []

  private static let maximumDepth = 5

  init(_ contract: Contract, known: [String], abstract: Set<String>, seed: UInt64) throws {
    self.contract = contract
    self.abstract = abstract
    random = SeededGenerator(seed: seed)
    let types = Array(contract.types)
    self.known = try known.map { name in
      guard let position = types.firstIndex(where: { $0.name.description == name }) else {
        throw Mono.Failure(message: "no schema has the type \(name)")
      }
      return Contract.TypeIndex(Contract.TypeIndex.firstDeclared.rawValue + UInt16(position))
    }
  }

  /// A document of the root that the contract has.
  mutating func document() throws(DocumentError) -> Document {
    identities = []
    var builder = DocumentBuilder(format: "made", contract: contract)
    guard let root = contract.root else { return try builder.finish() }
    try value(of: root.type, isNillable: root.isNillable, at: 0, in: &builder)
    return try builder.finish()
  }

  private mutating func value(
    of declared: Contract.TypeIndex, isNillable: Bool, at depth: Int, in builder: inout DocumentBuilder
  ) throws(DocumentError) {
    if isNillable, random.chance(depth > Self.maximumDepth ? 100 : depth == 0 ? 5 : 20) { return try builder.null() }
    let type = concrete(declared)
    if type != declared { builder.expectConcrete(type) }
    switch contract[type]?.shape {
    case .primitive(let primitive): try builder.value(.text, text(of: primitive, in: &builder))
    case .enumeration(let enumeration): try builder.value(.text, text(of: enumeration))
    case .object, .list, .dictionary: try structure(of: type, at: depth, in: &builder)
    case .any, .file, nil: try builder.null()
    }
  }

  /// Some type that a value of the declared type can have.
  private mutating func concrete(_ declared: Contract.TypeIndex) -> Contract.TypeIndex {
    if declared == .any {
      let primitives = PrimitiveType.allCases.filter { $0 != .qName }
      return random.chance(60) || known.isEmpty ? .primitive(random.pick(primitives)) : random.pick(known)
    }
    let candidates = [declared] + contract.table.derived[Int(declared.rawValue)]
    return random.pick(candidates.filter { !abstract.contains(contract[$0]?.name.description ?? "") })
  }

  private mutating func structure(
    of type: Contract.TypeIndex, at depth: Int, in builder: inout DocumentBuilder
  ) throws(DocumentError) {
    guard let contractType = contract[type] else { return }
    if contractType.isReference {
      let earlier = identities.indices.filter { identities[$0] == type }
      if !earlier.isEmpty, random.chance(40) { return try builder.reference(to: "i\(random.pick(earlier) + 1)", at: 0) }
      identities.append(type)
      builder.annotate(.identity("i\(identities.count)"))
    }
    switch contractType.shape {
    case .object: try object(of: type, at: depth, in: &builder)
    case .list(let list): try self.list(list, at: depth, in: &builder)
    case .dictionary(let dictionary): try self.dictionary(dictionary, at: depth, in: &builder)
    default: break
    }
  }

  private mutating func object(
    of type: Contract.TypeIndex, at depth: Int, in builder: inout DocumentBuilder
  ) throws(DocumentError) {
    try builder.beginObject()
    for member in members(of: type) {
      if !member.emitsDefaultValue, random.chance(40), canBeLeftOut(member) { continue }
      try builder.member(member.name)
      if member.emitsDefaultValue {
        try value(of: member.type, isNillable: member.isNillable, at: depth + 1, in: &builder)
      } else {
        try setValue(of: member, at: depth + 1, in: &builder)
      }
    }
    try builder.endObject()
  }

  /// The members of the bases first, as XML has them.
  private func members(of type: Contract.TypeIndex) -> [DataMember] {
    guard case .object(let object) = contract[type]?.shape else { return [] }
    return (object.base.map { members(of: $0) } ?? []) + object.members
  }

  private mutating func list(
    _ list: ListContract, at depth: Int, in builder: inout DocumentBuilder
  ) throws(DocumentError) {
    try builder.beginList()
    for _ in 0..<count(at: depth) {
      try value(of: list.item, isNillable: list.itemIsNillable, at: depth + 1, in: &builder)
    }
    try builder.endList()
  }

  private mutating func dictionary(
    _ dictionary: DictionaryContract, at depth: Int, in builder: inout DocumentBuilder
  ) throws(DocumentError) {
    var keys: Set<String> = []
    try builder.beginList()
    for _ in 0..<count(at: depth) {
      let key = scalar(of: dictionary.key, in: &builder)
      // XmlWriter makes line feeds of carriage returns, and keys that differ in these alone the same.
      guard keys.insert(key.replacing("\r\n", with: "\n")).inserted else { continue }
      try builder.beginObject()
      try builder.member(dictionary.keyName)
      try builder.value(.text, key)
      try builder.member(dictionary.valueName)
      try value(of: dictionary.value, isNillable: dictionary.valueIsNillable, at: depth + 1, in: &builder)
      try builder.endObject()
    }
    try builder.endList()
  }

  private mutating func count(at depth: Int) -> Int { depth > Self.maximumDepth ? 0 : random.below(4) }
}

/// Members that `EmitDefaultValue = false` leaves out.
extension DocumentMaker {
  /// Mono knows the defaults of these types alone and writes those of the others, where .NET writes nothing.
  private static let typesWithKnownDefaults: Set<PrimitiveType> = [
    .boolean, .int, .long, .float, .double, .decimal, .dateTime,
  ]

  private func canBeLeftOut(_ member: DataMember) -> Bool {
    if member.isNillable { return true }
    guard case .primitive(let primitive) = contract[member.type]?.shape else { return false }
    return Self.typesWithKnownDefaults.contains(primitive)
  }

  private mutating func setValue(
    of member: DataMember, at depth: Int, in builder: inout DocumentBuilder
  ) throws(DocumentError) {
    switch contract[member.type]?.shape {
    case .primitive, .enumeration:
      var text = scalar(of: member.type, in: &builder)
      while !member.isNillable, isDefault(text, of: member.type) { text = scalar(of: member.type, in: &builder) }
      try builder.value(.text, text)
    default: try value(of: member.type, isNillable: false, at: min(depth, Self.maximumDepth), in: &builder)
    }
  }

  private func isDefault(_ text: String, of type: Contract.TypeIndex) -> Bool {
    switch contract[type]?.shape {
    case .primitive(.dateTime): DotNetDateTime(text)?.ticks == 0
    case .primitive(.dateTimeOffset): DotNetDateTime(text)?.utcTicks == 0
    case .primitive(let primitive):
      primitive.isNumeric ? Double(text) == 0 : primitive.defaultText.map { "\($0)" == text } ?? false
    case .enumeration(let enumeration):
      enumeration.bits(of: text, as: .contract) == 0
    default: false
    }
  }

  private mutating func scalar(of type: Contract.TypeIndex, in builder: inout DocumentBuilder) -> String {
    switch contract[type]?.shape {
    case .primitive(let primitive): text(of: primitive, in: &builder)
    case .enumeration(let enumeration): text(of: enumeration)
    default: ""
    }
  }
}
