#if Macros
  import Testing

  /// A use of a macro that makes no sense, and what is said of it, where.
  struct MisuseCase: Sendable, CustomTestStringConvertible {
    let fact: String
    let source: String
    let messages: [String]

    init(_ fact: String, _ source: String, _ messages: String...) {
      self.fact = fact
      self.source = source
      self.messages = messages
    }

    var testDescription: String { fact }
  }

  @Suite("Misuse of macros")
  struct DiagnosticTests {
    @Test("a class that has a contract from the class it extends names that one") func unnamedBase() {
      let source = "@DataContract\nclass A: B {}"
      #expect(
        MacroSource(source, conformances: []).diagnostics
          == ["2:10: a class names the contract that it extends: @DataContract(base: B.self)"])
    }

    @Test("a conformance that a type has already is not added again") func conformance() {
      let source = MacroSource("@DataContract\nstruct A: DataContractCodable {}", conformances: ["DataContractObject"])
      #expect(source.diagnostics == [])
      #expect(source.expanded.contains("extension A: DataContractsCore.DataContractObject {"))
    }

    @Test("is told at its place", arguments: members + types + enumerations + markers) func misuse(_ misuse: MisuseCase)
    {
      #expect(MacroSource(misuse.source).diagnostics == misuse.messages)
    }

    private static func member(_ declaration: String) -> String { "@DataContract\nstruct A {\n  \(declaration)\n}" }

    static let members = [
      MisuseCase(
        "a computed property is no member", member("@DataMember var b: Int { 1 }"),
        "3:3: only a stored property can be a data member"),
      MisuseCase(
        "a static property is no member", member("@DataMember static var b = 1"),
        "3:3: only a stored property can be a data member"),
      MisuseCase(
        "a lazy property is no member", member("@DataMember lazy var b = 1"),
        "3:3: only a stored property can be a data member"),
      MisuseCase(
        "a property without a type", member("var b = makeB()"), "3:7: a data member needs a type annotation"),
      MisuseCase(
        "several properties in one declaration", member("var b: Int32, c: Int32"),
        "3:7: a data member needs a declaration of its own"),
      MisuseCase("a tuple of names", member("var (b, c): (Int32, Int32)"), "3:7: a data member needs a name"),
      MisuseCase("a tuple", member("var b: (Int32, Int32)"), "3:10: a data member cannot be a tuple"),
      MisuseCase("a function", member("var b: () -> Void"), "3:10: a data member cannot be a function"),
      MisuseCase(
        "an existential", member("var b: any Sequence"), "3:10: a data member cannot be a protocol's existential"),
      MisuseCase(
        "an implicitly unwrapped optional", member("var b: Int32!"),
        "3:10: a data member cannot be an implicitly unwrapped optional"),
      MisuseCase(
        "an optional tuple", member("var b: (Int32, Int32)?"), "3:10: a data member cannot be a tuple"),
      MisuseCase(
        "a constant with a value", member("let b = 1"),
        "3:11: a constant that has a value already cannot be read; make it a 'var' or mark it @IgnoreDataMember"),
      MisuseCase(
        "no default for what is not written", member("@DataMember(emitDefaultValue: false) var b: Int32"),
        "3:44: a member that is not written when it is the default needs an initial value, or to be optional"),
      MisuseCase(
        "an ignored member without a value", member("@IgnoreDataMember var b: Int32"),
        "3:25: an ignored member needs an initial value, since no document has one"),
      MisuseCase(
        "a member that is ignored as well", member("@DataMember @IgnoreDataMember var b = 1"),
        "3:3: a member cannot be ignored at the same time"),
      MisuseCase(
        "two members of one name", member("var b: Int32\n  @DataMember(name: \"B\") var c: Int32"),
        "4:21: the contract has a member \"B\" already"),
      MisuseCase(
        "two properties that differ in the case of their first letter", member("var b: Int32\n  var B: Int32"),
        "4:7: the contract has a member \"B\" already"),
      MisuseCase(
        "a name that is no literal", member("@DataMember(name: wire) var b: Int32"),
        "3:21: 'name' has to be a string literal"),
      MisuseCase(
        "a name that is made up of parts", member(#"@DataMember(name: "a\(1)") var b: Int32"#),
        "3:21: 'name' has to be a string literal"),
      MisuseCase("an empty name", member("@DataMember(name: \"\") var b: Int32"), "3:21: 'name' cannot be empty"),
      MisuseCase(
        "a negative order", member("@DataMember(order: -1) var b: Int32"),
        "3:22: 'order' has to be an integer literal from 0 on"),
      MisuseCase(
        "a choice that is no literal", member("@DataMember(isRequired: yes) var b: Int32"),
        "3:27: 'isRequired' has to be true or false"),
      MisuseCase(
        "a member in a condition", member("#if DEBUG\n  var b: Int32?\n  #endif"),
        "4:3: a data member cannot stand in #if: a macro does not see whether it is compiled; mark it @IgnoreDataMember"
      ),
      MisuseCase(
        "a member in a condition inside another",
        member("#if DEBUG\n  var b: Int { 1 }\n  #if os(Linux)\n  #else\n  var c = 1\n  #endif\n  #endif"),
        "7:3: a data member cannot stand in #if: a macro does not see whether it is compiled; mark it @IgnoreDataMember"
      ),
      MisuseCase(
        "a value of any type", member("var b: Any?"),
        "3:10: a data member cannot be of any type; a Document holds whatever comes"),
      MisuseCase("an opaque type", member("var b: some Hashable = 1"), "3:10: a data member cannot be an opaque type"),
      MisuseCase(
        "a function with attributes", member("var b: @Sendable () -> Void"), "3:20: a data member cannot be a function"),
      MisuseCase(
        "a member that is described twice", member("@DataMember(order: 1) @DataMember(name: \"c\") var b: Int32"),
        "3:25: there is a @DataMember already"),
      MisuseCase(
        "all at once", member("var b: ()\n  var c = d()"), "3:10: a data member cannot be a tuple",
        "4:7: a data member needs a type annotation"),
    ]

    static let types = [
      MisuseCase(
        "a contract of a protocol", "@DataContract\nprotocol A {}",
        "1:1: only a struct, a class or an enum has a data contract"),
      MisuseCase(
        "a contract of an actor", "@DataContract\nactor A {}",
        "1:1: only a struct, a class or an enum has a data contract"),
      MisuseCase(
        "identity of a struct", "@DataContract(isReference: true)\nstruct A {}",
        "1:28: only a class keeps its objects' identity"),
      MisuseCase(
        "a class as a value type", "@DataContract(isValueType: true)\nclass A {}",
        "1:28: a class is no value type"),
      MisuseCase(
        "the base of a struct in the attribute", "@DataContract(base: B.self)\nstruct A {}",
        "1:21: a struct holds its base contract in a property that is marked @BaseContract"),
      MisuseCase(
        "the base of a class in a property", "@DataContract\nclass A {\n  @BaseContract var b: B\n}",
        "3:21: a class names its base contract as in @DataContract(base: Base.self)"),
      MisuseCase(
        "two bases", member("@BaseContract var b: B\n  @BaseContract var c: C"), "4:21: a contract has one base"),
      MisuseCase("an optional base", member("@BaseContract var b: B?"), "3:21: a base cannot be optional"),
      MisuseCase(
        "a type that is not named", "@DataContract(base: b)\nclass A {}",
        "1:21: a type has to be named as in Shape.self"),
      MisuseCase(
        "a member of a reference type without a value",
        "@DataContract(isReference: true)\nclass A {\n  var b: Int32\n}",
        "3:7: a member of a type with isReference needs an initial value, since the object may be mentioned before it is read"
      ),
      MisuseCase(
        "a placeholder for no parameter", "@DataContract(name: \"{1}Of\")\nstruct A<T> {}",
        "1:21: a name's placeholders are {#} and the numbers of generic parameters, from {0} on"),
      MisuseCase(
        "a policy that there is not", "@DataContract(memberNames: .kebab)\nstruct A {}",
        "1:28: 'memberNames' is .pascalCase or .asDeclared"),
      MisuseCase(
        "a type that cannot be copied", "@DataContract\nstruct A: ~Copyable {}",
        "2:11: a type that cannot be copied has no contract"),
      MisuseCase(
        "a parameter pack", "@DataContract\nstruct A<each T> {}",
        "2:10: a generic parameter of a contract is a type, and no pack or value"),
      MisuseCase(
        "a generic value", "@DataContract\nstruct A<let n: Int> {}",
        "2:10: a generic parameter of a contract is a type, and no pack or value"),
      MisuseCase(
        "a parameter of a class that is no contract", "@DataContract\nclass A<T> {}",
        "2:9: a generic parameter of a class has to be a contract: T: DataContractCodable"),
      MisuseCase(
        "a private type inside another", "enum N {\n  @DataContract private struct A {}\n}",
        "2:17: a private type inside another cannot get a conformance; make it fileprivate"),
      MisuseCase(
        "two contracts of one type", "@CollectionDataContract @DataContract\nstruct A {\n  var b: [Int32]\n}",
        "1:1: a type has one contract", "1:1: a type has one contract"),
      MisuseCase(
        "a collection of two properties", "@CollectionDataContract\nstruct A {\n  var b: [Int32]\n  var c: [Int32]\n}",
        "2:8: a collection contract has one stored property, which holds its items"),
      MisuseCase(
        "an optional collection", "@CollectionDataContract\nstruct A {\n  var b: [Int32]?\n}",
        "3:7: the items of a collection contract cannot be optional"),
      MisuseCase(
        "a collection contract of a class", "@CollectionDataContract\nclass A {}",
        "1:1: only a struct has a collection contract"),
    ]

    static let enumerations = [
      MisuseCase(
        "two cases of one name", "@DataContract\nenum A {\n  case b\n  @EnumMember(value: \"B\") case c\n}",
        "4:3: the enumeration has a name \"B\" already"),
      MisuseCase(
        "a name for two cases", "@DataContract\nenum A {\n  @EnumMember(value: \"x\") case b, c\n}",
        "3:3: a case with a name of its own needs a declaration of its own"),
      MisuseCase("an enumeration without a case", "@DataContract\nenum A {}", "2:6: an enumeration needs a case"),
      MisuseCase(
        "a base of plain cases", "@DataContract(base: B.self)\nenum A {\n  case b\n}",
        "1:21: only an enum whose cases hold values has a base"),
      MisuseCase(
        "a case with two values", "@DataContract\nenum A {\n  case b(B)\n  case c(C, D)\n}",
        "4:8: each case of a polymorphic value holds one value without a label, whose type is known"),
      MisuseCase(
        "a plain case among those with values", "@DataContract\nenum A {\n  case b(B)\n  case c\n}",
        "4:8: each case of a polymorphic value holds one value without a label, whose type is known"),
      MisuseCase(
        "an enum as a value type", "@DataContract(isValueType: true)\nenum A {\n  case b\n}",
        "1:28: 'isValueType' says nothing of an enum"),
      MisuseCase(
        "a case in a condition", "@DataContract\nenum A {\n  case b\n  #if DEBUG\n  case c\n  #endif\n}",
        "5:3: a case cannot stand in #if: a macro does not see whether it is compiled"),
      MisuseCase(
        "a case with a value in a condition",
        "@DataContract\nenum A {\n  case b(B)\n  #if DEBUG\n  case c(C)\n  #endif\n}",
        "5:3: a case cannot stand in #if: a macro does not see whether it is compiled"),
      MisuseCase(
        "raw values of another type", "@DataContract\nenum A: Number {\n  case b = 5\n}",
        "2:9: the raw type of an enumeration has to be one of Swift's integer types or String, by its own name"),
      MisuseCase(
        "a flag in a condition",
        "@DataContract\nstruct A: OptionSet {\n  #if DEBUG\n  static let b = A(rawValue: 1)\n  #endif\n}",
        "4:3: a flag cannot stand in #if: a macro does not see whether it is compiled"),
      MisuseCase(
        "constants of other types among flags",
        "@DataContract\nstruct A: Swift.OptionSet {\n  let rawValue: Int32\n  static let b = 5\n  static let c: [String] = []\n  @IgnoreDataMember static let d = 5\n}",
        "4:14: a flag is a constant of the option set's own type; mark others @IgnoreDataMember",
        "5:14: a flag is a constant of the option set's own type; mark others @IgnoreDataMember"),
      MisuseCase(
        "flags over text", "@DataContract\nstruct A: OptionSet {\n  let rawValue: String\n}",
        "3:17: flags need an integer type"),
      MisuseCase(
        "two flags of one name",
        "@DataContract\nstruct A: OptionSet {\n  static let b = A(rawValue: 1)\n  @EnumMember(value: \"B\") static let c = A(rawValue: 2)\n}",
        "4:38: the enumeration has a name \"B\" already"),
    ]

    static let markers = [
      MisuseCase(
        "a member of no contract", "struct A {\n  @DataMember var b: Int32\n}",
        "2:3: @DataMember says nothing outside a type with @DataContract"),
      MisuseCase(
        "an ignored member of no contract", "struct A {\n  @IgnoreDataMember var b = 1\n}",
        "2:3: @IgnoreDataMember says nothing outside a type with @DataContract"),
      MisuseCase(
        "a function as a member", member("@DataMember func b() {}"), "3:3: @DataMember belongs on a property"),
      MisuseCase(
        "a name of an enumeration on a property", member("@EnumMember var b: Int32"),
        "3:3: @EnumMember belongs on a case of an enum or a static constant of an option set"),
      MisuseCase(
        "a name of no enumeration", "enum A {\n  @EnumMember case b\n}",
        "2:3: @EnumMember says nothing outside a type with @DataContract"),
      MisuseCase(
        "a known type of no contract", "@KnownType(B.self)\nstruct A {}",
        "1:1: @KnownType belongs on a type with @DataContract"),
    ]
  }
#endif
