import DataContractsCore

/// How a dialect writes scalars whose canonical text it takes as it is, for each kind in two bits.
struct CopiedKinds {
  enum Form: UInt32 {
    /// Not copied: the dialect has its own spelling.
    case none
    /// As it stands: booleans, and numbers if they are integers.
    case bare
    /// In quotation marks, with nothing to escape.
    case quoted
    /// In quotation marks, escaped where need be.
    case escaped
  }

  private let forms: UInt32
  /// The same for each primitive type.
  private let primitiveForms: UInt64

  /// - Parameter looksAtStrings: Whether a string may be something that is written otherwise.
  init(_ dialect: JSONDialect, looksAtStrings: Bool) {
    var forms: UInt32 = 0
    func set(_ kind: Document.Kind, _ form: Form) { forms |= form.rawValue << (2 * UInt32(kind.rawValue)) }
    set(.boolean, .bare)
    set(.number, .bare)
    if !looksAtStrings { set(.string, .escaped) }
    set(.text, .escaped)
    if dialect.guids == .hyphenated { set(.guid, .quoted) }
    if dialect.dates == .iso { set(.dateTime, .quoted) }
    if dialect.binary == .base64 { set(.bytes, .quoted) }
    self.forms = forms
    var primitiveForms: UInt64 = 0
    for (kind, places) in Self.places {
      primitiveForms |= UInt64(forms >> (2 * UInt32(kind.rawValue)) & 3) &* places
    }
    self.primitiveForms = primitiveForms
  }

  /// For each kind the lowest bits of its primitive types' forms; of numbers those that are always integers.
  private static let places: [(kind: Document.Kind, places: UInt64)] = {
    var places: [Document.Kind: UInt64] = [:]
    for primitive in PrimitiveType.allCases where primitive.kind != .number || primitive.isPlainInteger {
      places[primitive.kind, default: 0] |= 1 << (2 * UInt64(primitive.rawValue))
    }
    return places.map { ($0, $1) }
  }()

  /// How values of a primitive type are written; `none` for what is not always an integer.
  @inline(__always)
  func form(of primitive: PrimitiveType) -> Form {
    Form(rawValue: UInt32(truncatingIfNeeded: primitiveForms &>> (2 &* UInt64(primitive.rawValue)) & 3)) ?? .none
  }

  @inline(__always)
  func form(of kind: Document.Kind) -> Form {
    Form(rawValue: forms &>> (2 &* UInt32(kind.rawValue)) & 3) ?? .none
  }
}

extension JSONWriter {
  /// Writes a comma, a name that needs no escapes and a scalar at one go: most of a document is this.
  @inline(__always)
  mutating func writeScalarMember(
    _ index: Int, _ node: Node, _ member: CompiledMember, _ isFirst: inout Bool
  ) throws(DocumentError) {
    var form = copies.form(of: node.kind)
    if node.kind == .number, !isInteger(node.type) { form = .none }
    let name = self.name(of: member)
    let (text, readable) = view.bytes(of: node)
    let hasComma = !isFirst
    isFirst = false
    var copied = text.count
    do {
      let room = Int(name.count) &+ text.count &+ 6 &+ ShortCopy.slack
      let names = contract.text
      output.put(room: room) { room in
        var target = room
        if hasComma {
          target[0] = 0x2C
          target += 1
        }
        target = Self.copyName(name, names, to: target)
        guard form != .none, let source = text.baseAddress else { return target - room }
        if form == .bare {
          ShortCopy.copy(source, text.count, readable: readable, to: target)
          return target - room &+ text.count
        }
        target[0] = 0x22
        target += 1
        if form == .escaped {
          copied = ShortCopy.copy(source, text.count, readable: readable, to: target, upTo: escapes.stops)
        } else {
          ShortCopy.copy(source, text.count, readable: readable, to: target)
        }
        target += copied
        guard copied == text.count else { return target - room }
        target[0] = 0x22
        return target - room &+ 1
      }
    }
    if form == .none || text.baseAddress == nil { return try writeScalar(index, node) }
    if copied < text.count { writeRest(of: text, readable: readable, from: copied) }
  }

  @inline(__always)
  private mutating func isInteger(_ type: UInt16) -> Bool {
    contract.type(type).shape == .primitive && contract.type(type).primitive.isPlainInteger
  }

  /// Copies `"name":` as it lies in the table.
  @inline(__always)
  static func copyName(
    _ name: ContractText, _ names: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let start = Int(name.start) &- 1
    let count = Int(name.count) &+ 3
    precondition(start >= 0 && start &+ count <= names.count)
    guard let source = names.baseAddress else { return target }
    ShortCopy.copy(source + start, count, readable: names.count &- start, to: target)
    return target + count
  }
}

extension PrimitiveType {
  /// Whether the type's canonical text is a number as JSON writes it.
  @inline(__always)
  var isPlainInteger: Bool {
    rawValue >= PrimitiveType.byte.rawValue && rawValue <= PrimitiveType.unsignedLong.rawValue
  }
}
