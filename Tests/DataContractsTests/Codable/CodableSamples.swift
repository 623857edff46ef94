import DataContracts
import Foundation

// Types of every shape that `Codable` knows, as programs write them.

struct Everything: Codable, Equatable {
  var text = "häßlich \"quoted\" \u{1F600}\n"
  var flag = true
  var int = Int.min
  var int8 = Int8.min
  var int16 = Int16.max
  var int32 = Int32.min
  var int64 = Int64.max
  var uint = UInt.max
  var uint8 = UInt8.max
  var uint16 = UInt16.max
  var uint32 = UInt32.max
  var uint64 = UInt64.max
  var double = -0.1
  var float: Float = 1.5e10
  var absent: Int?
  var present: Int? = 7
  var list = [1, 2, 3]
  var none: [String] = []
  var nested = [[1], [], [2, 3]]
  var optionals: [Int?] = [1, nil, 3]
  var object = Inner(name: "x", value: nil)
  var objects = [Inner(name: "a", value: 1), Inner(name: "b", value: nil)]

  struct Inner: Codable, Equatable {
    var name: String
    var value: Double?
  }
}

struct Wide: Codable, Equatable {
  var low = Int128.min
  var high = UInt128.max
  var small: Int128? = 12
  var none: UInt128?
}

enum Colour: String, Codable { case red, green }
enum Level: Int, Codable { case low = 1, high = 9 }

enum Figure: Codable, Equatable {
  case point
  case circle(Double)
  case box(width: Int, height: Int)
  indirect case both(Figure, Figure)
}

struct Empty: Codable, Equatable {}

final class Branch: Codable, Equatable {
  var name: String
  var children: [Branch]
  var next: Branch?

  init(_ name: String, _ children: [Branch] = [], next: Branch? = nil) {
    self.name = name
    self.children = children
    self.next = next
  }

  static func == (left: Branch, right: Branch) -> Bool {
    left.name == right.name && left.children == right.children && left.next == right.next
  }
}

/// A class that asks for the same container as its base.
class Pet: Codable {
  var name = "Rex"
  enum CodingKeys: String, CodingKey { case name }
  init() {}
}

final class SharingDog: Pet, Equatable {
  var age = 3
  enum Keys: String, CodingKey { case age }

  override init() { super.init() }

  required init(from decoder: any Decoder) throws {
    try super.init(from: decoder)
    age = try decoder.container(keyedBy: Keys.self).decode(Int.self, forKey: .age)
  }

  override func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try super.encode(to: encoder)
    try container.encode(age, forKey: .age)
  }

  static func == (left: SharingDog, right: SharingDog) -> Bool { left.name == right.name && left.age == right.age }
}

/// A class that hands its base an encoder of its own.
final class NestingDog: Pet, Equatable {
  var age = 3
  enum Keys: String, CodingKey { case age, base }

  override init() { super.init() }

  required init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    age = try container.decode(Int.self, forKey: .age)
    try super.init(from: container.superDecoder())
    let other = try Pet(from: container.superDecoder(forKey: .base))
    precondition(other.name == name)
  }

  override func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try super.encode(to: container.superEncoder())
    try container.encode(age, forKey: .age)
    try super.encode(to: container.superEncoder(forKey: .base))
  }

  static func == (left: NestingDog, right: NestingDog) -> Bool { left.name == right.name && left.age == right.age }
}

/// Containers inside containers, written to in turns.
struct Interleaved: Codable, Equatable {
  var a = 1
  var b = 2
  var c = 3
  var items = ["x", "y"]

  enum Keys: String, CodingKey { case first, second, list, deep, more }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    let first = try container.nestedContainer(keyedBy: Keys.self, forKey: .first)
    let second = try container.nestedContainer(keyedBy: Keys.self, forKey: .second)
    a = try first.decode(Int.self, forKey: .first)
    b = try second.decode(Int.self, forKey: .first)
    c = try first.decode(Int.self, forKey: .second)
    var list = try container.nestedUnkeyedContainer(forKey: .list)
    var inner = try list.nestedUnkeyedContainer()
    items = [try inner.decode(String.self)]
    let object = try list.nestedContainer(keyedBy: Keys.self)
    items.append(try object.decode(String.self, forKey: .deep))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    var first = container.nestedContainer(keyedBy: Keys.self, forKey: .first)
    var second = container.nestedContainer(keyedBy: Keys.self, forKey: .second)
    try first.encode(a, forKey: .first)
    try second.encode(b, forKey: .first)
    var list = container.nestedUnkeyedContainer(forKey: .list)
    try first.encode(c, forKey: .second)
    var inner = list.nestedUnkeyedContainer()
    var object = list.nestedContainer(keyedBy: Keys.self)
    try object.encode(items[1], forKey: .deep)
    try inner.encode(items[0])
  }
}

/// A member that is written twice, the way a class and its base may both write it.
struct Twice: Codable, Equatable {
  var value = 2
  var other = "o"

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode([1, 2], forKey: .value)
    try container.encode(other, forKey: .other)
    try container.encode(value, forKey: .value)
  }
}

/// A list of values of different types, with nulls between them.
struct Mixed: Codable, Equatable {
  var count = 5
  var text = "t"

  init() {}

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    count = try container.decode(Int.self)
    guard try container.decodeNil(), try !container.decodeNil() else { throw CocoaError(.coderInvalidValue) }
    text = try container.decode(String.self)
    guard container.isAtEnd, container.count == 3 else { throw CocoaError(.coderInvalidValue) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(count)
    try container.encodeNil()
    try container.encode(text)
  }
}

struct Wrapper<Value: Codable & Equatable>: Codable, Equatable {
  var value: Value

  init(_ value: Value) { self.value = value }
  init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Value.self) }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

struct IntegerKeys: Codable, Equatable {
  var one = "a"
  var two: Int? = 2

  enum CodingKeys: Int, CodingKey { case one = 1, two = 22 }
}

enum Side: String, Codable, CodingKeyRepresentable { case left, right }

struct Dictionaries: Codable, Equatable {
  var strings = ["a b": 1, "": 2, "c": 3]
  var integers = [1: "x", -5: "y"]
  var sides = [Side.left: [1], .right: []]
  var nested = ["k": ["l": true]]
  var none: [String: Int] = [:]
}

struct FromUserInfo: Codable, Equatable {
  var prefix: String

  static let key = CodingUserInfoKey(rawValue: "prefix").unsafelyUnwrapped

  init(prefix: String) { self.prefix = prefix }

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    prefix = "\(decoder.userInfo[Self.key] ?? "none")-\(text)"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("\(encoder.userInfo[Self.key] ?? "none")/\(prefix)")
  }
}

struct DotNetValues: Codable, Equatable {
  var date = try? DotNetDateTime(parsing: "2026-02-04T06:54:54.565+04:00")
  var offset = try? DotNetDateTimeOffset(parsing: "2026-02-04T06:54:54.25+04:00")
  var span = try? DotNetTimeSpan(parsing: "P1DT12H")
  var price = try? DotNetDecimal(parsing: "1.10")
  var id = try? DotNetGUID(parsing: "6f9619ff-8b86-d011-b42d-00cf4fc964ff")
  var letter = try? DotNetChar(parsing: "65")
  var link = try? DotNetURI(parsing: "http://example.org/a?b=c")
}

struct FoundationValues: Codable, Equatable {
  var date = Date(timeIntervalSinceReferenceDate: 700_000_000.25)
  var data = Data([0, 1, 254, 255])
  var bytes: [UInt8] = [1, 2, 3]
  var url = URL(string: "https://example.com/a?b=c%20d")
  var uuid = UUID(uuidString: "0F3CD4A4-1A2B-4C3D-8E9F-001122334455")
  var decimal = Decimal(string: "12345678901234567890.125")
  var byID = [UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)): 1]
}
