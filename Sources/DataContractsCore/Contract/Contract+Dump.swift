extension Contract: CustomStringConvertible {
  /// The contract for people: its types by namespace, in the order of XML, and the roots that documents may have.
  ///
  /// ```
  /// namespace n1 = urn:shop
  ///
  /// class Order
  ///   Id: guid, required
  ///   Lines: ArrayOfLine?
  ///   Note: n2:Note?, not written when default
  ///   declared order: Lines Id Note
  ///
  /// list ArrayOfLine of Line?, item Line
  /// ```
  ///
  /// A `?` marks what can be null. Names are those of the wire; a member whose name XML cannot hold shows its element
  /// in parentheses. Types of another namespace have the prefix that the namespace's heading gives.
  public var description: String {
    var dump = ContractDump(self)
    dump.write()
    return dump.text
  }
}

private struct ContractDump {
  let contract: Contract
  /// The namespaces of types and roots, in order.
  var namespaces: [String] = []
  var prefixes: [String: String] = [:]
  var typesByNamespace: [String: [ContractType]] = [:]
  var rootsByNamespace: [String: [Contract.Root]] = [:]
  var text = ""

  init(_ contract: Contract) {
    self.contract = contract
    for type in contract.types {
      note(type.name.namespace)
      typesByNamespace[type.name.namespace, default: []].append(type)
    }
    for root in contract.roots {
      note(root.element.namespace)
      rootsByNamespace[root.element.namespace, default: []].append(root)
    }
  }

  private mutating func note(_ namespace: String) {
    guard prefixes[namespace] == nil else { return }
    namespaces.append(namespace)
    prefixes[namespace] = "n\(namespaces.count)"
  }

  mutating func write() {
    for namespace in namespaces {
      if !text.isEmpty { text += "\n" }
      text += "namespace \(prefixes[namespace] ?? "") = \(namespace.isEmpty ? "(none)" : namespace)\n"
      for type in typesByNamespace[namespace] ?? [] {
        text += "\n"
        write(type)
      }
      write(rootsByNamespace[namespace] ?? [], in: namespace)
    }
  }

  private mutating func write(_ type: ContractType) {
    switch type.shape {
    case .object(let object): write(object, of: type)
    case .list(let list): write(list, of: type)
    case .dictionary(let dictionary): write(dictionary, of: type)
    case .enumeration(let enumeration): write(enumeration, of: type)
    case .primitive(let primitive): text += "\(type.name.localName), \(primitive)\n"
    case .any: text += "\(type.name.localName), any content\n"
    case .file: text += "\(type.name.localName), file\n"
    }
  }

  private mutating func write(_ roots: [Contract.Root], in namespace: String) {
    guard !roots.isEmpty else { return }
    text += "\nroots\n"
    for root in roots {
      let type = reference(root.type, isNillable: root.isNillable, in: namespace)
      text += "  \(root.element.localName): \(type)\n"
    }
  }
}

extension ContractDump {
  private mutating func write(_ object: ObjectContract, of type: ContractType) {
    let namespace = type.name.namespace
    text += object.isAbstract ? "abstract " : ""
    text += "\(type.isValueType ? "struct" : "class") \(type.name.localName)"
    if let base = object.base { text += " : \(reference(base, isNillable: false, in: namespace))" }
    text += type.isReference ? ", keeps identity" : ""
    text += type.clrName.map { ", in C# \($0)\n" } ?? "\n"
    for member in object.members { write(member, in: namespace) }
    writeDeclaredOrder(of: object.members)
  }

  private mutating func write(_ member: DataMember, in namespace: String) {
    let element = XMLNameEncoding.encode(member.name)
    let shown = element == member.name ? "" : " (\(element))"
    text += "  \(member.name)\(shown): \(reference(member.type, isNillable: member.isNillable, in: namespace))"
    text += member.isRequired ? ", required" : ""
    text += member.emitsDefaultValue ? "" : ", not written when default"
    text += member.order.map { ", order \($0)" } ?? ""
    text += member.clrName.map { ", in C# \($0)" } ?? ""
    text += "\n"
  }

  /// Only where it is known and is not XML's.
  private mutating func writeDeclaredOrder(of members: [DataMember]) {
    let positioned = members.compactMap { member in member.declaredPosition.map { ($0, member) } }
    guard positioned.count == members.count else { return }
    let declared = positioned.sorted { $0.0 < $1.0 }.map { XMLNameEncoding.encode($0.1.name) }
    guard declared != members.map({ XMLNameEncoding.encode($0.name) }) else { return }
    text += "  declared order: \(declared.joined(separator: " "))\n"
  }

  private mutating func write(_ list: ListContract, of type: ContractType) {
    let item = reference(list.item, isNillable: list.itemIsNillable, in: type.name.namespace)
    text +=
      "list \(type.name.localName) of \(item), item \(list.itemName)\(type.isReference ? ", keeps identity" : "")\n"
  }

  private mutating func write(_ dictionary: DictionaryContract, of type: ContractType) {
    let namespace = type.name.namespace
    let key = reference(dictionary.key, isNillable: dictionary.keyIsNillable, in: namespace)
    let value = reference(dictionary.value, isNillable: dictionary.valueIsNillable, in: namespace)
    text += "dictionary \(type.name.localName), entry \(dictionary.entryName)\n"
    text += "  \(dictionary.keyName): \(key)\n  \(dictionary.valueName): \(value)\n"
  }

  private mutating func write(_ enumeration: EnumerationContract, of type: ContractType) {
    text += "\(enumeration.isFlags ? "flags" : "enum") \(type.name.localName): \(enumeration.underlying)\n"
    for value in enumeration.values {
      let isUnsigned = enumeration.underlying == .unsignedLong
      text += "  \(value.name) = \(isUnsigned ? "\(value.bits)" : "\(Int64(bitPattern: value.bits))")"
      text += value.clrName.map { ", in C# \($0)\n" } ?? "\n"
    }
  }

  private func reference(_ index: Contract.TypeIndex, isNillable: Bool, in namespace: String) -> String {
    name(of: index, in: namespace) + (isNillable ? "?" : "")
  }

  private func name(of index: Contract.TypeIndex, in namespace: String) -> String {
    guard let type = contract[index] else { return "untyped" }
    switch type.shape {
    case .primitive(let primitive): return "\(primitive)"
    case .any where index == .any: return "any"
    case .file: return "file"
    default:
      let prefix = type.name.namespace == namespace ? nil : prefixes[type.name.namespace]
      return (prefix.map { "\($0):" } ?? "") + type.name.localName
    }
  }
}
