/// A prefix as .NET's writers make them up: `d2p1`, `a`, `i`, or none for the default namespace.
///
/// The low bits hold the number within the element, those above it the depth; letters are small numbers.
struct NamespacePrefix: Hashable {
  private let code: UInt32

  static let none = NamespacePrefix(code: 0)
  /// For XML Schema's instance attributes: `i:nil`, `i:type`.
  static let instance = letter(UInt8(ascii: "i"))
  /// For the serialization namespace: `z:Id`, `z:Ref`, `z:anyType`.
  static let serialization = letter(UInt8(ascii: "z"))
  /// For elements whose value is a qualified name.
  static let qualifiedName = letter(UInt8(ascii: "q"))
  /// The prefix that every document has.
  static let xml = NamespacePrefix(code: 1)

  static func letter(_ letter: UInt8) -> NamespacePrefix { NamespacePrefix(code: UInt32(letter)) }

  /// `d{depth}p{number}`: the root has depth 1, the first declaration of an element number 1.
  static func generated(depth: Int, number: Int) -> NamespacePrefix {
    // Depth is at most 1,000 and the declarations of an element far below a million.
    NamespacePrefix(
      code: 0x8000_0000 | UInt32(truncatingIfNeeded: depth & 0x7FF) << 20
        | UInt32(truncatingIfNeeded: number & 0xF_FFFF))
  }

  var isGenerated: Bool { code >= 0x8000_0000 }

  /// Most bytes of a prefix: `d2047p1048575`.
  static let maximumLength = 16

  /// Writes the prefix without its colon and returns its length, at most ``maximumLength``.
  func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    switch code {
    case 0: return 0
    case 1: return Self.write("xml", to: target)
    case 2..<0x8000_0000:
      target[0] = UInt8(truncatingIfNeeded: code)
      return 1
    default:
      target[0] = UInt8(ascii: "d")
      var length = 1 + Self.write(code >> 20 & 0x7FF, to: target + 1)
      target[length] = UInt8(ascii: "p")
      length += 1
      return length + Self.write(code & 0xF_FFFF, to: target + length)
    }
  }

  private static func write(_ text: StaticString, to target: UnsafeMutablePointer<UInt8>) -> Int {
    target.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return text.utf8CodeUnitCount
  }

  private static func write(_ number: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var divisor: UInt32 = 1
    while number / divisor >= 10 { divisor *= 10 }
    var length = 0
    while divisor > 0 {
      target[length] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10)
      divisor /= 10
      length += 1
    }
    return length
  }
}
