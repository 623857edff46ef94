/// Turns declared types into the flat records of a ``ContractTable``.
struct ContractCompiler {
  let types: [ContractType]
  var compiled: [CompiledType] = []
  var members: [CompiledMember] = []
  var declaredOrder: [UInt16] = []
  var sourceOrder: [UInt16] = []
  var lookupOrder: [UInt16] = []
  var xmlLookupOrder: [UInt16] = []
  var clrLookupOrder: [UInt16] = []
  var xmlSuccessors: [UInt16] = []
  var declaredSuccessors: [UInt16] = []
  var text: [UInt8] = []
  var namespaces: [String] = [""]
  var derived: [[Contract.TypeIndex]] = []
  private var namespaceIndices: [String: UInt16] = ["": 0]
  private var interned: [String: ContractText] = [:]

  init(types: [ContractType]) { self.types = types }

  mutating func compile() {
    derived = Array(repeating: [], count: types.count)
    for (index, type) in types.enumerated() {
      compiled.append(compile(type, at: index))
      compiled[index].content = CompiledType.content(compiled[index].shape, compiled[index].primitive)
      compileSuccessors(of: compiled[index])
      recordDerivation(of: index)
    }
    text.append(contentsOf: repeatElement(0, count: ContractText.slack))
    for index in compiled.indices {
      if !derived[index].isEmpty { compiled[index].needsLookahead = true }
      compiled[index].isPlainObject = isPlainObject(at: index)
    }
    compiled[Int(Contract.TypeIndex.untyped.rawValue)].shape = .untyped
    compiled[Int(Contract.TypeIndex.untyped.rawValue)].content = .anything
  }

  private func isPlainObject(at index: Int) -> Bool {
    let type = compiled[index]
    return type.shape == .object && derived[index].isEmpty && bases(of: index).isEmpty && !type.isAbstract
      && !type.isReference && !type.hidesMembers && type.memberCount <= CompiledType.plainMemberLimit
  }

  /// Whether a member, an item, a key or a value is of a built-in type.
  func holds(_ type: Contract.TypeIndex) -> Bool {
    members.contains { $0.type == type.rawValue }
      || compiled.contains { $0.first == type.rawValue || $0.second == type.rawValue }
  }

  private mutating func compile(_ type: ContractType, at index: Int) -> CompiledType {
    var result = CompiledType()
    result.isValueType = type.isValueType
    result.isReference = type.isReference
    result.namespace = intern(namespace: type.name.namespace)
    result.name = intern(type.name.localName)
    switch type.shape {
    case .primitive(let primitive):
      result.shape = .primitive
      result.primitive = primitive
      result.needsLookahead = primitive == .duration || primitive == .qName
    case .object(let object):
      result.shape = .object
      result.isAbstract = object.isAbstract
      compileMembers(of: index, into: &result)
    case .list(let list): compile(list, into: &result)
    case .dictionary(let dictionary): compile(dictionary, into: &result)
    case .enumeration(let enumeration):
      result.shape = .enumeration
      result.primitive = enumeration.underlying
      result.isValueType = true
    case .any: result.shape = .any
    case .file: result.shape = .file
    }
    return result
  }

  private mutating func compile(_ list: ListContract, into result: inout CompiledType) {
    result.shape = .list
    result.first = list.item.rawValue
    result.firstIsNillable = list.itemIsNillable
    result.itemName = intern(list.itemName)
  }

  private mutating func compile(_ dictionary: DictionaryContract, into result: inout CompiledType) {
    result.shape = .dictionary
    result.first = dictionary.key.rawValue
    result.firstIsNillable = dictionary.keyIsNillable
    result.second = dictionary.value.rawValue
    result.secondIsNillable = dictionary.valueIsNillable
    result.itemName = intern(dictionary.entryName)
    result.keyName = intern(dictionary.keyName)
    result.valueName = intern(dictionary.valueName)
  }

  private mutating func intern(namespace: String) -> UInt16 {
    if let known = namespaceIndices[namespace] { return known }
    // A contract has at most 65,535 types, so namespaces fit as well.
    let index = UInt16(clamping: namespaces.count)
    namespaces.append(namespace)
    namespaceIndices[namespace] = index
    return index
  }

  private mutating func intern(_ name: String) -> ContractText {
    if let known = interned[name] { return known }
    text += [0x2C, 0x22]
    let slice = ContractText(start: UInt32(clamping: text.count), count: UInt16(clamping: name.utf8.count))
    text.append(contentsOf: name.utf8)
    text += [0x22, 0x3A]
    interned[name] = slice
    return slice
  }

  private mutating func recordDerivation(of index: Int) {
    for base in bases(of: index) {
      derived[base].append(Contract.TypeIndex(UInt16(clamping: index)))
    }
  }

  /// The bases of an object, nearest first. ``ContractBuilder`` has made sure that the chain ends.
  private func bases(of index: Int) -> [Int] {
    var result: [Int] = []
    var current = index
    while case .object(let object) = types[current].shape, let base = object.base {
      current = Int(base.rawValue)
      result.append(current)
    }
    return result
  }
}

extension ContractCompiler {
  /// A member with what decides its place in JSON.
  private struct Placed {
    let member: DataMember
    let index: UInt16
    /// 0 for the object's own members, 1 for its base's, and so on.
    let level: Int
  }

  private mutating func compileMembers(of index: Int, into result: inout CompiledType) {
    result.memberStart = UInt32(clamping: members.count)
    var placed: [Placed] = []
    // The pair is no data contract for other serializers, which name its properties as C# does.
    let jsonName: (DataMember) -> String =
      types[index].name.isKeyValuePair ? { $0.clrName ?? $0.name } : { $0.name }
    for (level, owner) in ([index] + bases(of: index)).enumerated().reversed() {
      guard case .object(let object) = types[owner].shape else { continue }
      let namespace = intern(namespace: types[owner].name.namespace)
      for member in object.members {
        placed.append(Placed(member: member, index: UInt16(clamping: placed.count), level: level))
        members.append(compile(member, named: jsonName(member), namespace: namespace))
      }
    }
    result.memberCount = UInt16(clamping: placed.count)
    result.requiredCount = UInt16(clamping: placed.count { $0.member.isRequired })
    result.hasDeclaredOrder = placed.allSatisfy { $0.member.declaredPosition != nil }
    result.hasNonASCIINames = placed.contains { jsonName($0.member).utf8.contains { $0 >= 0x80 } }
    result.namesDifferBeyondCase = Set(placed.map { jsonName($0.member).utf8.map(\.asciiFolded) }).count == placed.count
    result.hidesMembers = markAmbiguousMembers(in: result.memberRange)
    result.hasDecodedNames = members[result.memberRange].contains { $0.decodedName.count != $0.name.count }
    declaredOrder += Self.declaredOrder(placed) { $0.order ?? -1 }
    sourceOrder += Self.declaredOrder(placed) { _ in 0 }
    result.hasSourceOrder = declaredOrder.suffix(placed.count) == sourceOrder.suffix(placed.count)
    lookupOrder += Self.foldedOrder(placed, jsonName)
    clrLookupOrder += Self.foldedOrder(placed) { $0.clrName ?? $0.name }
    xmlLookupOrder += Self.foldedOrder(placed) { XMLNameEncoding.encode($0.name) }
  }

  /// Marks the members that share name and namespace with one of another type; tells whether there are any.
  private mutating func markAmbiguousMembers(in range: Range<Int>) -> Bool {
    let groups = Dictionary(grouping: range) { UInt64(members[$0].xmlName.start) << 16 | UInt64(members[$0].namespace) }
    let ambiguous = groups.values.filter { group in
      group.contains { members[$0].type != members[group[0]].type }
    }
    for index in ambiguous.joined() { members[index].isAmbiguous = true }
    return !ambiguous.isEmpty
  }

  private static func foldedOrder(_ placed: [Placed], _ name: (DataMember) -> String) -> [UInt16] {
    placed.map { ($0.index, name($0.member).utf8.map(\.asciiFolded)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) || ($0.1 == $1.1 && $0.0 < $1.0) }
      .map(\.0)
  }

  private mutating func compileSuccessors(of type: CompiledType) {
    let count = Int(type.memberCount)
    xmlSuccessors += (0...count).map { UInt16(clamping: $0) }
    let order = declaredOrder.suffix(count)
    var successors = Array(repeating: UInt16.max, count: count + 1)
    var previous = 0
    for index in order {
      successors[previous] = index
      previous = Int(index) + 1
    }
    declaredSuccessors += successors
  }

  private mutating func compile(_ member: DataMember, named name: String, namespace: UInt16) -> CompiledMember {
    let clrName = member.clrName ?? member.name
    let decodedName = XMLNameEncoding.decodeEveryEscape(XMLNameEncoding.encode(member.name))
    return CompiledMember(
      name: intern(name),
      decodedName: intern(decodedName),
      clrName: intern(clrName),
      camelName: intern(CamelCase.jsonNet(name)),
      xmlName: intern(XMLNameEncoding.encode(member.name)),
      namespace: namespace,
      type: member.type.rawValue,
      isNillable: member.isNillable,
      isRequired: member.isRequired,
      emitsDefaultValue: member.emitsDefaultValue,
      isPlainName: name.utf8.allSatisfy(\.isPlainNameByte) && decodedName.utf8.allSatisfy(\.isPlainNameByte),
      isPlainCLRName: clrName.utf8.allSatisfy(\.isPlainNameByte))
  }

  /// Json.NET sorts by `Order`, members without one first, and keeps reflection's order otherwise: the class's own
  /// members as declared, then its base's.
  private static func declaredOrder(_ placed: [Placed], _ order: (DataMember) -> Int) -> [UInt16] {
    let keyed = placed.map { (order($0.member), $0.level, $0.member.declaredPosition ?? Int($0.index), $0.index) }
    return keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }
}

extension UInt8 {
  /// The byte with `A`…`Z` turned into `a`…`z`.
  package var asciiFolded: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  fileprivate var isPlainNameByte: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
      && self != UInt8(ascii: "&") && self != UInt8(ascii: "<") && self != UInt8(ascii: ">")
  }
}

extension PrimitiveType {
  /// The name of the type's contract: XML Schema's for most, the serialization namespace's for `char`, `duration` and
  /// `guid`, and a structure of the System namespace for `DateTimeOffset`.
  package var contractName: QualifiedName {
    switch self {
    case .char, .duration, .guid: QualifiedName(namespace: DotNetNamespace.serialization, localName: "\(self)")
    case .dateTimeOffset: QualifiedName(namespace: DotNetNamespace.system, localName: "DateTimeOffset")
    case .qName: QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "QName")
    default: QualifiedName(namespace: DotNetNamespace.xmlSchema, localName: "\(self)")
    }
  }

  /// Whether .NET holds the type by value, so that it cannot be null.
  @inlinable
  package var isValueType: Bool {
    switch self {
    case .string, .anyURI, .base64Binary, .qName: false
    default: true
    }
  }
}
