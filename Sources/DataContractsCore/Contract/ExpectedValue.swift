/// What a contract says of the value that comes next, in one place for readers and writers that meet hundreds of
/// thousands.
package struct ExpectedValue: BitwiseCopyable, Sendable {
  /// The value's node but for its text; ``Node/kind`` is that of the type's usual form.
  package let node: Node
  /// A member's name between `"` and `":`, as it stands in ``ContractTable/text`` with a comma before it.
  package let nameStart: UInt32
  /// The length of that; 0 where no name, or one that JSON would escape, is to be compared with.
  package let nameLength: UInt16
  package let form: ValueForm
  package let traits: Traits

  package struct Traits: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static var nillable: Traits { Traits(rawValue: 1) }
    package static var required: Traits { Traits(rawValue: 2) }
    /// A default may be left out where the value is written.
    package static var suppressible: Traits { Traits(rawValue: 4) }
  }

  /// The spellings of names that ``ContractTable/expectedMembers`` has, in its order.
  static var spellings: [DocumentBuilder.NameSpelling] { [.declared, .camelCase, .clr, .decoded] }

  /// How many those are.
  package static var spellingCount: Int { 4 }

  /// The place of a spelling among them; that of the declared names for any other.
  package static func place(of spelling: DocumentBuilder.NameSpelling) -> Int {
    switch spelling {
    case .declared, .xml: 0
    case .camelCase: 1
    case .clr: 2
    case .decoded: 3
    }
  }

  /// A value that is no member.
  package init(type index: UInt16, _ type: CompiledType, isNillable: Bool) {
    let form = ValueForm(type)
    node = Node(kind: form.kind(type.primitive), flags: [], type: index)
    nameStart = 0
    nameLength = 0
    self.form = form
    traits = isNillable ? .nillable : []
  }

  /// A member's value.
  ///
  /// - Parameters:
  ///   - index: The member's in its object.
  ///   - name: The name in a spelling; `nil` where JSON would escape it.
  init(_ member: CompiledMember, at index: Int, _ type: CompiledType, name: ContractText?) {
    let form = ValueForm(type)
    node = Node(
      kind: form.kind(type.primitive), flags: .contractMember, type: member.type,
      name: UInt32(truncatingIfNeeded: index))
    let length = name.map { Int($0.count) + 3 } ?? 0
    nameStart = name.map { $0.start - 1 } ?? 0
    nameLength = UInt16(exactly: length) ?? 0
    self.form = form
    var traits: Traits = member.isNillable ? .nillable : []
    if member.isRequired { traits.insert(.required) }
    // The default of what can be null is null.
    if !member.emitsDefaultValue, !member.isNillable { traits.insert(.suppressible) }
    self.traits = traits
  }
}

/// What a value of a type usually looks like.
package enum ValueForm: UInt8, BitwiseCopyable, Sendable {
  /// Any text in quotation marks.
  case text
  case guid
  case boolean
  /// Digits, of which nine are always in range.
  case integer
  /// Any other primitive.
  case scalar
  case list
  /// An object that is read member by member; see ``CompiledType/isPlainObject``.
  case plainObject
  case other

  init(_ type: CompiledType) {
    switch type.shape {
    case .primitive: self.init(type.primitive)
    case .list: self = .list
    case .object where type.isPlainObject: self = .plainObject
    default: self = .other
    }
  }

  private init(_ primitive: PrimitiveType) {
    switch primitive {
    case .string, .anyURI: self = .text
    case .guid: self = .guid
    case .boolean: self = .boolean
    case .int, .unsignedInt, .long, .unsignedLong: self = .integer
    default: self = .scalar
    }
  }

  fileprivate func kind(_ primitive: PrimitiveType) -> Document.Kind {
    switch self {
    case .text: .string
    case .guid, .boolean, .integer, .scalar: primitive.kind
    case .list: .list
    case .plainObject: .object
    case .other: .null
    }
  }
}

extension ContractCompiler {
  var expectedMembers: [ExpectedValue] {
    ExpectedValue.spellings.flatMap { spelling in
      compiled.flatMap { type in
        type.memberRange.map { place in
          let member = members[place]
          return ExpectedValue(
            member, at: place - Int(type.memberStart), compiled[Int(member.type)], name: member.plainName(spelling))
        }
      }
    }
  }

  var expectedItems: [ExpectedValue] {
    compiled.map { ExpectedValue(type: $0.first, compiled[Int($0.first)], isNillable: $0.firstIsNillable) }
  }

  var longestName: Int {
    members.map { Int(max($0.name.count, $0.camelName.count, $0.clrName.count, $0.decodedName.count)) }.max() ?? 0
  }
}

extension CompiledMember {
  /// The name in a spelling; `nil` where JSON would have to escape it.
  fileprivate func plainName(_ spelling: DocumentBuilder.NameSpelling) -> ContractText? {
    switch spelling {
    case .declared: isPlainName ? name : nil
    case .camelCase: isPlainName ? camelName : nil
    case .clr: isPlainCLRName ? clrName : nil
    case .decoded: isPlainName ? decodedName : nil
    case .xml: nil
    }
  }
}
