extension DataContractScalar where Self: FixedWidthInteger {
  /// Reads an optional minus and digits.
  @inlinable @inline(__always)
  public init?(canonical text: Span<UInt8>) {
    let count = text.count
    guard count > 0 else { return nil }
    if count <= 9, text[0] != 0x2D {
      var value: UInt32 = 0
      for index in 0..<count { value = value &* 10 &+ UInt32(text[index] &- 0x30) }
      self.init(exactly: value)
      return
    }
    let isNegative = text[0] == 0x2D
    var index = isNegative ? 1 : 0
    guard index < count, count &- index <= 20 else { return nil }
    // 19 digits fit 64 bits; the twentieth is looked at for overflow.
    var magnitude: UInt64 = 0
    let safe = Swift.min(count, index &+ 19)
    while index < safe {
      magnitude = magnitude &* 10 &+ UInt64(text[index] &- 0x30)
      index &+= 1
    }
    if index < count {
      let (product, first) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, second) = product.addingReportingOverflow(UInt64(text[index] &- 0x30))
      guard !first, !second else { return nil }
      magnitude = sum
    }
    if isNegative {
      guard magnitude <= 1 << 63, let value = Self(exactly: Int64(truncatingIfNeeded: 0 &- magnitude)) else {
        return nil
      }
      self = value
    } else {
      guard let value = Self(exactly: magnitude) else { return nil }
      self = value
    }
  }

  /// 0.
  public static var dotNetDefault: Self? { 0 }

  /// Appends an optional minus and digits.
  @inlinable
  public func appendCanonical(to text: inout [UInt8]) {
    if self < 0 { text.append(0x2D) }
    text.appendDigits(UInt64(magnitude))
  }

  /// Adds the number as a member.
  @inlinable @inline(__always)
  public func encode(as member: Int, into builder: inout DocumentBuilder) throws(DocumentError) {
    if builder.sink != nil {
      return try builder.sendInteger(UInt64(magnitude), isNegative: self < 0, Self.primitive, as: member)
    }
    try builder.encodeText(of: self, as: member)
  }
}

extension [UInt8] {
  /// Appends the decimal digits of a number.
  @usableFromInline
  mutating func appendDigits(_ value: UInt64) { appendDecimal(value) }
}

extension Int8: DataContractScalar {
  /// `xs:byte`, C#'s `sbyte`.
  @inlinable public static var primitive: PrimitiveType { .byte }
}

extension UInt8: DataContractScalar {
  /// `xs:unsignedByte`, C#'s `byte`. A `[UInt8]` is binary data and no list of numbers.
  @inlinable public static var primitive: PrimitiveType { .unsignedByte }
}

extension Int16: DataContractScalar {
  /// `xs:short`.
  @inlinable public static var primitive: PrimitiveType { .short }
}

extension UInt16: DataContractScalar {
  /// `xs:unsignedShort`, C#'s `ushort`.
  @inlinable public static var primitive: PrimitiveType { .unsignedShort }
}

extension Int32: DataContractScalar {
  /// `xs:int`.
  @inlinable public static var primitive: PrimitiveType { .int }
}

extension UInt32: DataContractScalar {
  /// `xs:unsignedInt`, C#'s `uint`.
  @inlinable public static var primitive: PrimitiveType { .unsignedInt }
}

extension Int64: DataContractScalar {
  /// `xs:long`.
  @inlinable public static var primitive: PrimitiveType { .long }
}

extension UInt64: DataContractScalar {
  /// `xs:unsignedLong`, C#'s `ulong`.
  @inlinable public static var primitive: PrimitiveType { .unsignedLong }
}

extension Int: DataContractScalar {
  /// `xs:long`; C#'s `int` is Swift's `Int32`.
  @inlinable public static var primitive: PrimitiveType { .long }
}

extension UInt: DataContractScalar {
  /// `xs:unsignedLong`; C#'s `uint` is Swift's `UInt32`.
  @inlinable public static var primitive: PrimitiveType { .unsignedLong }
}

extension Bool: DataContractScalar {
  /// `xs:boolean`.
  @inlinable public static var primitive: PrimitiveType { .boolean }

  /// `false`.
  public static var dotNetDefault: Bool? { false }

  /// Reads `true` or `false`.
  @inlinable @inline(__always)
  public init?(canonical text: Span<UInt8>) { self = text.count == 4 }

  /// Appends `true` or `false`.
  @inlinable
  public func appendCanonical(to text: inout [UInt8]) {
    (self ? "true" : "false" as StaticString).withUTF8Buffer { text.append(contentsOf: $0) }
  }

  /// Adds the value as a member.
  @inlinable @inline(__always)
  public func encode(as member: Int, into builder: inout DocumentBuilder) throws(DocumentError) {
    if builder.sink != nil { return try builder.sendBoolean(self, as: member) }
    try builder.encodeText(of: self, as: member)
  }
}

extension Double: DataContractScalar {
  /// `xs:double`.
  @inlinable public static var primitive: PrimitiveType { .double }

  /// 0.
  public static var dotNetDefault: Self? { 0 }

  /// Reads the nearest value, `INF`, `-INF` or `NaN`.
  public init?(canonical text: Span<UInt8>) {
    guard let value = FloatingPointText.double(text) else { return nil }
    self = value
  }

  /// Appends the shortest text that reads back as the same value.
  public func appendCanonical(to text: inout [UInt8]) { FloatingPointPrinter.appendDouble(self, to: &text) }
}

extension Float: DataContractScalar {
  /// `xs:float`, C#'s `float`.
  @inlinable public static var primitive: PrimitiveType { .float }

  /// 0.
  public static var dotNetDefault: Self? { 0 }

  /// Reads the nearest value, `INF`, `-INF` or `NaN`.
  public init?(canonical text: Span<UInt8>) {
    guard let value = FloatingPointText.float(text) else { return nil }
    self = value
  }

  /// Appends the shortest text that reads back as the same value.
  public func appendCanonical(to text: inout [UInt8]) { FloatingPointPrinter.appendFloat(self, to: &text) }
}

extension String: DataContractScalar {
  /// `xs:string`.
  @inlinable public static var primitive: PrimitiveType { .string }

  /// Reads the text as it is.
  @inlinable @inline(__always)
  public init?(canonical text: Span<UInt8>) {
    self = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads the text at which the reader stands.
  @inlinable @inline(__always)
  public init(from reader: inout DocumentReader) throws(DocumentError) { self = try reader.string() }

  /// Appends the text as it is.
  @inlinable @inline(__always)
  public func appendCanonical(to text: inout [UInt8]) { text.append(contentsOf: utf8) }

  /// Adds the text as a member.
  @inlinable @inline(__always)
  public func encode(as member: Int, into builder: inout DocumentBuilder) throws(DocumentError) {
    if builder.sink != nil { return try builder.send(self, as: member) }
    try builder.encodeText(of: self, as: member)
  }
}
