/// Which characters a dialect escapes, in the shape that a fast scan wants.
struct StringEscapes {
  let style: JSONDialect.Escapes
  /// The bytes at which copying has to stop and look: each that begins a character which may be escaped.
  let stops: ByteSet

  init(_ style: JSONDialect.Escapes) {
    self.style = style
    stops =
      switch style {
      case .jsonNet: .jsonNet
      case .serviceStack: .serviceStack
      case .dataContract: .dataContract
      case .systemText: .systemText
      }
  }

  /// Whether a character has to be escaped.
  func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x22, 0x5C: true
    case 0x2F: style == .dataContract
    case 0x26, 0x27, 0x2B, 0x3C, 0x3E, 0x60: style == .systemText
    case 0x20..<0x7F: false
    case 0x85: true
    case 0x7F..<0xA0: style == .serviceStack || style == .systemText
    case 0x2028, 0x2029: style != .serviceStack
    case 0xFFFE, 0xFFFF, 0x1_0000...: style == .dataContract || style == .systemText
    default: style == .systemText
    }
  }

  /// The letter of a character's short escape, 0 where it has none.
  func shortEscape(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x08: 0x62
    case 0x09: 0x74
    case 0x0A: 0x6E
    case 0x0C: 0x66
    case 0x0D: 0x72
    case 0x22: style == .systemText ? 0 : 0x22
    case 0x5C: 0x5C
    case 0x2F: 0x2F
    default: 0
    }
  }

  /// The digits of `\uXXXX`.
  var hexDigits: StaticString {
    style == .serviceStack || style == .systemText ? "0123456789ABCDEF" : "0123456789abcdef"
  }

  /// A set of bytes: all below 0x20, some others, and all from a bound on.
  struct ByteSet {
    let others: (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)
    let more: (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)?
    let bound: SIMD16<UInt8>

    init(_ others: (UInt8, UInt8, UInt8, UInt8), _ more: (UInt8, UInt8, UInt8, UInt8)? = nil, from bound: UInt8) {
      self.others = Self.repeated(others)
      self.more = more.map { Self.repeated($0) }
      self.bound = SIMD16<UInt8>(repeating: bound)
    }

    private static func repeated(
      _ bytes: (UInt8, UInt8, UInt8, UInt8)
    ) -> (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>) {
      (
        SIMD16<UInt8>(repeating: bytes.0), SIMD16<UInt8>(repeating: bytes.1), SIMD16<UInt8>(repeating: bytes.2),
        SIMD16<UInt8>(repeating: bytes.3)
      )
    }

    /// `"`, `\`, and what begins U+0085 and U+2028. UTF-8 has no byte 0xFF.
    static let jsonNet = ByteSet((0x22, 0x5C, 0xC2, 0xE2), from: 0xFF)
    /// `"`, `\`, U+007F, and what begins U+0080 through U+009F.
    static let serviceStack = ByteSet((0x22, 0x5C, 0x7F, 0xC2), from: 0xFF)
    /// `"`, `\`, `/`, what begins U+0085, and what begins U+2028, U+FFFE and pairs.
    static let dataContract = ByteSet((0x22, 0x5C, 0x2F, 0xC2), from: 0xE2)
    static let systemText = ByteSet((0x22, 0x5C, 0x3C, 0x3E), (0x26, 0x27, 0x2B, 0x60), from: 0x7F)

    func contains(_ byte: UInt8) -> Bool { firstIndex(in: SIMD16<UInt8>(repeating: byte)) == 0 }

    /// The first of 16 bytes that is in the set; 16 when none is.
    @inline(__always)
    func firstIndex(in chunk: SIMD16<UInt8>) -> Int {
      var found = (chunk .< SIMD16<UInt8>(repeating: 0x20)) .| (chunk .>= bound)
      found = found .| (chunk .== others.0) .| (chunk .== others.1) .| (chunk .== others.2) .| (chunk .== others.3)
      if let more {
        found = found .| (chunk .== more.0) .| (chunk .== more.1) .| (chunk .== more.2) .| (chunk .== more.3)
      }
      let words = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if words[0] != 0 { return words[0].littleEndian.trailingZeroBitCount &>> 3 }
      if words[1] != 0 { return 8 &+ words[1].littleEndian.trailingZeroBitCount &>> 3 }
      return 16
    }
  }
}
