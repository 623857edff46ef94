/// A scalar that Codable's containers have a method of their own for.
protocol CodableScalar: SendableMetatype {
  /// The primitive whose values the type holds.
  static var codablePrimitive: PrimitiveType { get }

  /// Reads a scalar without a contract; `nil` for a kind or text that is no value of the type.
  static func read(_ node: Node, in state: DecodingState) -> Self?

  /// Appends the canonical text.
  func appendText(to text: inout [UInt8])
}

extension CodableScalar where Self: FixedWidthInteger {
  @inline(__always)
  static func read(_ node: Node, in state: DecodingState) -> Self? {
    guard node.kind == .number || node.kind == .text else { return nil }
    return state.withText(of: node) { integer($0) } ?? readSpelledOtherwise(node, in: state)
  }

  /// An optional minus and digits.
  @inline(__always)
  private static func integer(_ text: Span<UInt8>) -> Self? {
    let isNegative = text.count > 0 && text[0] == 0x2D
    var index = isNegative ? 1 : 0
    guard index < text.count, text.count &- index <= 18 else { return nil }
    var magnitude: Int64 = 0
    while index < text.count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return nil }
      magnitude = magnitude &* 10 &+ Int64(digit)
      index &+= 1
    }
    return Self(exactly: isNegative ? 0 &- magnitude : magnitude)
  }

  /// More than 18 digits, white space round text, a fraction or an exponent that leaves an integer.
  @inline(never)
  private static func readSpelledOtherwise(_ node: Node, in state: DecodingState) -> Self? {
    state.withText(of: node) { text in
      let text = String(decoding: text.extracting(text.trimmedRange).bytesArray, as: UTF8.self)
      if let value = Self(text) { return value }
      // Beyond 2⁵³ a double is no longer every integer.
      guard node.kind == .number, let double = Double(text), double.magnitude < 9_007_199_254_740_992 else {
        return nil
      }
      return Self(exactly: double)
    }
  }

  @inline(__always)
  func appendText(to text: inout [UInt8]) {
    if let small = Int64(exactly: self) {
      if small < 0 { text.append(0x2D) }
      text.appendDecimal(small.magnitude)
    } else {
      text.append(contentsOf: String(self).utf8)
    }
  }
}

extension Int: CodableScalar { static var codablePrimitive: PrimitiveType { .long } }
extension Int8: CodableScalar { static var codablePrimitive: PrimitiveType { .byte } }
extension Int16: CodableScalar { static var codablePrimitive: PrimitiveType { .short } }
extension Int32: CodableScalar { static var codablePrimitive: PrimitiveType { .int } }
extension Int64: CodableScalar { static var codablePrimitive: PrimitiveType { .long } }
extension UInt: CodableScalar { static var codablePrimitive: PrimitiveType { .unsignedLong } }
extension UInt8: CodableScalar { static var codablePrimitive: PrimitiveType { .unsignedByte } }
extension UInt16: CodableScalar { static var codablePrimitive: PrimitiveType { .unsignedShort } }
extension UInt32: CodableScalar { static var codablePrimitive: PrimitiveType { .unsignedInt } }
extension UInt64: CodableScalar { static var codablePrimitive: PrimitiveType { .unsignedLong } }

// .NET has no primitive of 128 bits: as the nearest in kind, an integer, in the formats that write one.
extension Int128: CodableScalar { static var codablePrimitive: PrimitiveType { .long } }
extension UInt128: CodableScalar { static var codablePrimitive: PrimitiveType { .unsignedLong } }

extension Bool: CodableScalar {
  static var codablePrimitive: PrimitiveType { .boolean }

  @inline(__always)
  static func read(_ node: Node, in state: DecodingState) -> Bool? {
    if node.kind == .boolean { return node.extent == 4 }
    return node.kind == .text ? state.canonical(node, as: .boolean) { $0.count == 4 } : nil
  }

  @inline(__always)
  func appendText(to text: inout [UInt8]) { appendCanonical(to: &text) }
}

extension String: CodableScalar {
  static var codablePrimitive: PrimitiveType { .string }

  @inline(__always)
  static func read(_ node: Node, in state: DecodingState) -> String? {
    switch node.kind {
    case .string, .text: state.withText(of: node) { String(canonical: $0) }
    default: nil
    }
  }

  @inline(__always)
  func appendText(to text: inout [UInt8]) { text.append(contentsOf: utf8) }
}

extension Double: CodableScalar {
  static var codablePrimitive: PrimitiveType { .double }

  static func read(_ node: Node, in state: DecodingState) -> Double? {
    state.floatingPoint(node, as: .double) { FloatingPointText.double($0) }
  }

  func appendText(to text: inout [UInt8]) { appendCanonical(to: &text) }
}

extension Float: CodableScalar {
  static var codablePrimitive: PrimitiveType { .float }

  static func read(_ node: Node, in state: DecodingState) -> Float? {
    state.floatingPoint(node, as: .float) { FloatingPointText.float($0) }
  }

  func appendText(to text: inout [UInt8]) { appendCanonical(to: &text) }
}

extension DecodingState {
  /// A number, text that is one, or the name of what JSON has no number for.
  func floatingPoint<Value: FloatingPoint>(
    _ node: Node, as primitive: PrimitiveType, _ parse: (Span<UInt8>) -> Value?
  ) -> Value? {
    switch node.kind {
    case .number:
      // The document's own `INF` is a number; one that overflows is none of the type.
      guard let value = withText(of: node, parse) else { return nil }
      return value.isFinite || withText(of: node, { $0[$0.count - 1] > 0x39 }) ? value : nil
    case .text: return canonical(node, as: primitive, parse)
    case .string: return withText(of: node, parse).flatMap { $0.isFinite ? nil : $0 }
    default: return nil
    }
  }
}
