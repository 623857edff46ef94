/// How values of a Swift type are coded: found once for a type, since asking a type for its conformances takes longer
/// than reading a scalar.
enum CodableForm: Sendable {
  /// By what the type itself asks of its decoder or encoder.
  case ordinary
  /// As one of the scalars that Codable's containers know.
  case builtIn(any CodableScalar.Type)
  /// As the scalar that the type is under contracts: dates, GUIDs, binary data.
  case scalar(any DataContractScalar.Type)
  /// As .NET's `byte[]`.
  case bytes
  /// As `Array` does it, only quicker.
  case decodableList(any DecodableList.Type)
  case encodableList(any EncodableList.Type)
  /// As .NET's `Dictionary<K, V>`.
  case decodableDictionary(any DecodableDictionary.Type)
  case encodableDictionary(any EncodableDictionary.Type)

  init(_ type: Any.Type, isDecoded: Bool) {
    if let builtIn = type as? any CodableScalar.Type {
      self = .builtIn(builtIn)
    } else if let scalar = type as? any DataContractScalar.Type {
      self = .scalar(scalar)
    } else if type == [UInt8].self {
      self = .bytes
    } else if isDecoded, let list = type as? any DecodableList.Type {
      self = .decodableList(list)
    } else if !isDecoded, let list = type as? any EncodableList.Type {
      self = .encodableList(list)
    } else if isDecoded, let dictionary = type as? any DecodableDictionary.Type, dictionary.hasScalarKeys {
      self = .decodableDictionary(dictionary)
    } else if !isDecoded, let dictionary = type as? any EncodableDictionary.Type, dictionary.hasScalarKeys {
      self = .encodableDictionary(dictionary)
    } else {
      self = .ordinary
    }
  }
}

/// The forms of the types that a coding has met.
struct CodableForms: Sendable {
  private var forms = TypeTable<CodableForm>()
  private let areDecoded: Bool

  init(areDecoded: Bool) { self.areDecoded = areDecoded }

  var count: Int { forms.count }

  @inline(__always)
  mutating func form(of type: Any.Type) -> CodableForm { forms[ObjectIdentifier(type)] ?? add(type) }

  @inline(never)
  private mutating func add(_ type: Any.Type) -> CodableForm {
    let form = CodableForm(type, isDecoded: areDecoded)
    forms.add(ObjectIdentifier(type), form)
    return form
  }
}

/// One step of a coding path.
enum CodingStep {
  case none
  case key(any CodingKey)
  case index(Int)

  var key: (any CodingKey)? {
    switch self {
    case .none: nil
    case .key(let key): key
    case .index(let index): IndexKey(index)
    }
  }
}

/// The coding key of a list's item: `Index 3`, as Foundation's coders spell it.
struct IndexKey: CodingKey {
  let index: Int

  init(_ index: Int) { self.index = index }
  init?(intValue: Int) { self.init(intValue) }
  init?(stringValue: String) { nil }

  var intValue: Int? { index }
  var stringValue: String { "Index \(index)" }
}

/// The coding key of a dictionary's entry, and of the base that `superDecoder()` reads.
struct NameKey: CodingKey {
  let stringValue: String

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { self.init("\(intValue)") }

  var intValue: Int? { Int(stringValue) }

  static var base: NameKey { NameKey("super") }
}
