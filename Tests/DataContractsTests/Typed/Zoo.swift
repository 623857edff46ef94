#if Macros
  import DataContracts
  import DataContractsFoundation
  import Foundation

  // The C# types of the vectors, as Swift says them.

  @DataContract(namespace: .clr("Zoo"))
  struct Bools { var v: Bool; var n: Bool?; var l: [Bool]? }

  @DataContract(namespace: .clr("Zoo"))
  struct Ints {
    var i8: Int8
    var u8: UInt8
    var i16: Int16
    var u16: UInt16
    var i32: Int32
    var u32: UInt32
    var i64: Int64
    var u64: UInt64
  }

  @DataContract(namespace: .clr("Zoo"))
  struct NullableInts {
    var i8: Int8?
    var u8: UInt8?
    var i16: Int16?
    var u16: UInt16?
    var i32: Int32?
    var u32: UInt32?
    var i64: Int64?
    var u64: UInt64?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Doubles { var v: Double; var n: Double?; var l: [Double]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Floats { var v: Float; var n: Float?; var l: [Float]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Decimals { var v: DotNetDecimal; var n: DotNetDecimal?; var l: [DotNetDecimal]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Chars { var v: DotNetChar; var n: DotNetChar?; var l: [DotNetChar]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Strings { var v: String?; var l: [String?]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Dates { var v: DotNetDateTime; var n: DotNetDateTime?; var l: [DotNetDateTime]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Offsets { var v: DotNetDateTimeOffset; var n: DotNetDateTimeOffset?; var l: [DotNetDateTimeOffset]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Spans { var v: DotNetTimeSpan; var n: DotNetTimeSpan?; var l: [DotNetTimeSpan]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Guids { var v: UUID; var n: UUID?; var l: [UUID]? }
  @DataContract(namespace: .clr("Zoo"))
  struct Uris { var v: DotNetURI?; var l: [DotNetURI?]? }

  @DataContract(namespace: .clr("Zoo"))
  struct Bytes {
    var v: [UInt8]?
    var l: [[UInt8]?]?
    @DataMember(name: "LB") var list: ByteList?
  }

  @DataContract(namespace: .clr("Zoo"))
  enum Color: Int32 { case red, green = 5, blue }

  @DataContract(name: "Hue", namespace: "urn:zoo:enums")
  enum Hue: Int32 {
    @EnumMember(value: "deep red", clrName: "DeepRed") case deepRed = 1
    case teal
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Access: OptionSet {
    let rawValue: Int32
    static let none: Access = []
    static let read = Access(rawValue: 1)
    static let write = Access(rawValue: 2)
    static let exec = Access(rawValue: 4)
    static let readWrite = Access(rawValue: 3)
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Perm: OptionSet {
    let rawValue: Int32
    @EnumMember(value: "r", clrName: "R") static let r = Perm(rawValue: 1)
    @EnumMember(value: "w", clrName: "W") static let w = Perm(rawValue: 2)
    static let x = Perm(rawValue: 4)
  }

  @DataContract(namespace: .clr("Zoo"))
  enum BigEnum: UInt64 { case zero = 0, max = 18_446_744_073_709_551_615 }
  @DataContract(namespace: .clr("Zoo"))
  enum ByteEnum: UInt8 { case a = 1, b = 255 }

  @DataContract(namespace: .clr("Zoo"))
  struct Enums {
    var c: Color
    var n: Color?
    var h: Hue?
    var a: Access
    var p: Perm?
    var b: BigEnum
    var y: ByteEnum
    var l: [Color]?
    @DataMember(name: "AA") var aa: [Access]?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Item: Equatable { var id: Int32; var name: String? }

  @DataContract(namespace: .clr("Zoo"))
  struct Sparse {
    @DataMember(emitDefaultValue: false) var i: Int32 = 0
    @DataMember(emitDefaultValue: false) var s: String?
    @DataMember(emitDefaultValue: false) var d: DotNetDateTime = .minimum
    @DataMember(name: "NI", emitDefaultValue: false) var ni: Int32?
    @DataMember(emitDefaultValue: false) var l: [Int32]?
    @DataMember(emitDefaultValue: false) var b = false
    @DataMember(emitDefaultValue: false) var c: Color = .red
    @DataMember(emitDefaultValue: false) var g: UUID = UUID.empty
    @DataMember(emitDefaultValue: false) var it: Item?
    @DataMember(emitDefaultValue: false) var f: Double = 0
    var always: String?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Strict {
    @DataMember(isRequired: true) var must: String?
    @DataMember(isRequired: true) var num: Int32
    var may: String?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Ordered {
    @DataMember(order: 2) var b: String?
    @DataMember(order: 1) var z: String?
    @DataMember(order: 1) var a: String?
    @DataMember(name: "m") var lowerM: String?
    @DataMember(name: "M") var upperM: String?
    var c: String?
    var _u: String?
    @DataMember(name: "a1") var a1: String?
    @DataMember(order: 0) var y: String?
    @DataMember(order: 10) var d: String?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Base0 { var zeta: String?; @DataMember(order: 3) var alpha: String? }
  @DataContract(namespace: .clr("Zoo"))
  struct Mid0 { @BaseContract var base: Base0; var beta: String?; @DataMember(order: 1) var omega: String? }
  @DataContract(namespace: "urn:zoo:leaf")
  struct Leaf0 { @BaseContract var base: Mid0; var aaa: String? }

  @DataContract(namespace: .clr("Zoo"))
  class PocoBase {
    var zed: String?
    var num: Int32
  }

  @DataContract(namespace: .clr("Zoo"), base: PocoBase.self)
  final class PocoDerived: PocoBase {
    var ant: String?
  }

  @DataContract(name: "re named", namespace: "http://example.org/some ns")
  struct Renamed {
    @DataMember(name: "first name", clrName: "N1") var n1: String?
    @DataMember(name: "2nd", clrName: "N2") var n2: String?
    @DataMember(name: "a:b", clrName: "N3") var n3: String?
    @DataMember(name: "na\u{EF}ve", clrName: "N4") var n4: String?
    @DataMember(name: "_x0041_", clrName: "N5") var n5: String?
    @DataMember(name: "x-y.z", clrName: "N6") var n6: String?
    @DataMember(name: "\u{65E5}\u{672C}", clrName: "N7") var n7: String?
    @DataMember(name: "$amount", clrName: "N8") var n8: String?
    @DataMember(name: "xmlish", clrName: "N9") var n9: String?
    @DataMember(name: "e\u{1F600}", clrName: "N10") var n10: String?
    @DataMember(name: "-dash", clrName: "N11") var n11: String?
    @DataMember(name: "a<b>&\"c", clrName: "N12") var n12: String?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Lists {
    var ints: [Int32]?
    var strings: [String?]?
    var arr: [String?]?
    var items: [Item?]?
    var itemArr: [Item?]?
    var nullables: [Int32?]?
    var colors: [Color]?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Nested {
    @DataMember(name: "LL") var ll: [[Int32]?]?
    @DataMember(name: "JA") var ja: [[Int32]?]?
    @DataMember(name: "LLI") var lli: [[Item?]?]?
    @DataMember(name: "LSA") var lsa: [[String?]?]?
    @DataMember(name: "LD") var ld: [OrderedEntries<String, Int32>?]?
  }

  @CollectionDataContract(name: "Phones", itemName: "Phone", namespace: "urn:zoo:coll")
  struct PhoneList { var items: [String?] }
  @CollectionDataContract(name: "RosterOf{0}", itemName: "Person", namespace: .clr("Zoo"))
  struct Roster<T> { var items: [T] }
  @CollectionDataContract(
    name: "Prices", itemName: "Entry", keyName: "Sku", valueName: "Price", namespace: "urn:zoo:coll")
  struct PriceMap { var entries: OrderedEntries<String, DotNetDecimal> }
  @CollectionDataContract(namespace: .clr("Zoo"))
  struct PlainList { var items: [Item?] }

  @DataContract(namespace: .clr("Zoo"))
  struct CustomColls {
    var phones: PhoneList?
    var roster: Roster<Item>?
    var prices: PriceMap?
    var plain: PlainList?
    var bare: [Item?]?
  }

  @DataContract(namespace: .clr("Zoo"))
  struct ApiResponse<T> {
    @DataMember(name: "status") var status: String?
    @DataMember(name: "message") var message: String?
    @DataMember(name: "response") var response: T
  }
  @DataContract(namespace: .clr("Zoo"))
  struct Pair<A, B> { var first: A; var second: B }
  @DataContract(name: "{0}Response", namespace: "urn:zoo:gen")
  struct Wrap<T> { var body: T }
  @DataContract(name: "{1}By{0}{#}", namespace: "urn:zoo:gen")
  struct Both<A, B> { var key: A; var val: B }

  @DataContract(namespace: .clr("Zoo"), isAbstract: true)
  struct Shape { var label: String? }
  @DataContract(namespace: .clr("Zoo"))
  struct Circle { @BaseContract var shape: Shape; var radius: Double }
  @DataContract(name: "Sq", namespace: "urn:zoo:shapes", clrName: "Zoo.Square")
  struct Square { @BaseContract var shape: Shape; var side: Int32 }

  @DataContract(base: Shape.self)
  enum AnyShape { case circle(Circle), square(Square) }

  @DataContract
  enum AnyValue {
    case circle(Circle), square(Square), color(Color), shapes([AnyShape?]), numbers([Int32])
    case int(Int32), string(String)
  }

  @DataContract(namespace: .clr("Zoo"))
  struct Drawing { var main: AnyShape?; var all: [AnyShape?]?; var any: AnyValue? }

  @DataContract(namespace: .clr("Zoo"), isReference: true)
  final class Node {
    var name: String?
    var next: Node?
    var kids: [Node?]?
  }
  @DataContract(namespace: .clr("Zoo"))
  struct NodeHolder { var a: Node?; var b: Node?; var x: Item?; var y: Item? }

  @DataContract(namespace: .clr("Zoo"), isValueType: true)
  struct Point { var x: Int32; var y: Int32 }
  @DataContract(namespace: .clr("Zoo"))
  struct Points { var p: Point; var n: Point?; var l: [Point]? }

  @DataContract(namespace: .clr("Zoo"))
  struct Outer {
    @DataContract(namespace: .clr("Zoo"))
    struct Inner { var v: Int32 }
    var i: Inner?
  }

  @DataContract
  final class NoNs {
    var a: Int32
    var b: NoNs?
  }

  extension UUID {
    static let empty = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
  }
#endif
