extension [UInt8] {
  /// Appends a span, whose bytes may not be this array's own.
  @inline(__always)
  package mutating func append(copying span: Span<UInt8>) {
    span.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Whether the bytes from `start` on are those of `span`. `false` when there are too few.
  @inline(__always)
  package func holds(_ span: Span<UInt8>, at start: Int) -> Bool {
    withUnsafeBufferPointer { bytes in
      guard start >= 0, start <= bytes.count, span.count <= bytes.count - start else { return false }
      return span.withUnsafeBufferPointer { equal(bytes.baseAddress, start, $0) }
    }
  }
}

/// Compares eight bytes at a time. Every load lies within `other.count` bytes from its buffer's start, which the
/// callers have checked against both buffers.
@inline(__always)
private func equal(_ base: UnsafePointer<UInt8>?, _ start: Int, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let base, let right = other.baseAddress else { return other.isEmpty }
  let left = UnsafeRawPointer(base + start)
  let right8 = UnsafeRawPointer(right)
  let count = other.count
  if count >= 8 {
    var index = 0
    while index &+ 8 <= count {
      guard
        left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == right8.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index &+= 8
    }
    return left.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      == right8.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
  }
  for index in 0..<count where left.load(fromByteOffset: index, as: UInt8.self) != right[index] { return false }
  return true
}

extension Span<UInt8> {
  /// A copy of the bytes.
  var bytesArray: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(copying: self)
    return bytes
  }
}
