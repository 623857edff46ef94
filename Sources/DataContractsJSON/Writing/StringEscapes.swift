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
    let others: (UInt8, UInt8, UInt8, UInt8)
    let bound: UInt8
    /// Whether there are more others, so that each byte beyond plain letters, digits and blanks counts as one.
    let hasMore: Bool

    /// `"`, `\`, and what begins U+0085 and U+2028.
    static let jsonNet = ByteSet(others: (0x22, 0x5C, 0xC2, 0xE2), bound: 0xFF, hasMore: false)
    /// `"`, `\`, U+007F, and what begins U+0080 through U+009F.
    static let serviceStack = ByteSet(others: (0x22, 0x5C, 0x7F, 0xC2), bound: 0xFF, hasMore: false)
    /// `"`, `\`, `/`, what begins U+0085, and what begins U+2028, U+FFFE and pairs.
    static let dataContract = ByteSet(others: (0x22, 0x5C, 0x2F, 0xC2), bound: 0xE2, hasMore: false)
    static let systemText = ByteSet(others: (0x22, 0x5C, 0x3C, 0x3E), bound: 0x7F, hasMore: true)

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      byte < 0x20 || byte == others.0 || byte == others.1 || byte == others.2 || byte == others.3 || byte >= bound
        || (hasMore && (byte == 0x26 || byte == 0x27 || byte == 0x2B || byte == 0x60))
    }
  }
}
