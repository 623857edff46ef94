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

  /// A set of bytes: all below 0x20, some others, and perhaps more.
  ///
  /// A class, since Swift 6.3 copies a structure of this size for each text that is searched.
  final class ByteSet: Sendable {
    private typealias Four = (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)

    private let others: Four
    private let hasMore: Bool
    private let more: Four
    /// All bytes from here on are of the set, where it has more.
    private let bound: SIMD16<UInt8>

    private init(_ others: Four, more: Four? = nil, from bound: UInt8 = 0xFF) {
      self.others = others
      hasMore = more != nil
      self.more = more ?? others
      self.bound = SIMD16<UInt8>(repeating: bound)
    }

    private static func repeated(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Four {
      (
        SIMD16<UInt8>(repeating: first), SIMD16<UInt8>(repeating: second), SIMD16<UInt8>(repeating: third),
        SIMD16<UInt8>(repeating: fourth)
      )
    }

    /// `"`, `\`, and what begins U+0085 and U+2028.
    static let jsonNet = ByteSet(repeated(0x22, 0x5C, 0xC2, 0xE2))
    /// `"`, `\`, U+007F, and what begins U+0080 through U+009F.
    static let serviceStack = ByteSet(repeated(0x22, 0x5C, 0x7F, 0xC2))
    /// `"`, `\`, `/`, what begins U+0085, and what begins U+2028, U+FFFE and pairs.
    static let dataContract = ByteSet(
      repeated(0x22, 0x5C, 0x2F, 0xC2), more: repeated(0xE2, 0xE2, 0xE2, 0xE2), from: 0xE2)
    static let systemText = ByteSet(
      repeated(0x22, 0x5C, 0x3C, 0x3E), more: repeated(0x26, 0x27, 0x2B, 0x60), from: 0x7F)

    /// The first of 16 bytes that is in the set; 16 when none is.
    @inline(__always)
    func firstIndex(in chunk: SIMD16<UInt8>) -> Int {
      var words = found(others, in: chunk, or: chunk .< SIMD16<UInt8>(repeating: 0x20))
      if hasMore { words |= found(more, in: chunk, or: chunk .>= bound) }
      if words[0] != 0 { return words[0].littleEndian.trailingZeroBitCount &>> 3 }
      if words[1] != 0 { return 8 &+ words[1].littleEndian.trailingZeroBitCount &>> 3 }
      return 16
    }

    /// All bits of the bytes that are one of four, or are marked already.
    @inline(__always)
    private func found(
      _ bytes: Four, in chunk: SIMD16<UInt8>, or marked: SIMDMask<SIMD16<Int8>>
    ) -> SIMD2<UInt64> {
      let found =
        marked .| (chunk .== bytes.0) .| (chunk .== bytes.1) .| (chunk .== bytes.2) .| (chunk .== bytes.3)
      return unsafeBitCast(found, to: SIMD2<UInt64>.self)
    }
  }
}
