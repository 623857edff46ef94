extension Span<UInt8> {
  /// Whether both hold the same bytes, eight compared at a time. Every load is bounds-checked.
  @inline(__always)
  func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let left = bytes
    let right = other.bytes
    var index = 0
    while index &+ 8 <= count {
      guard
        left.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
          == right.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index &+= 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index &+= 1
    }
    return true
  }
}
