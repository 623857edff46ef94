/// Copies texts of a few bytes in steps of 16, which a call of `memmove` for each would take three times as long for.
///
/// Safety: a step may write up to 15 bytes beyond the text; callers have reserved ``slack`` bytes more than they write.
/// A step may read up to 15 bytes beyond the text, but only where `readable`, the bytes from the text's start to the end
/// of the memory that it lies in, says that they are there; otherwise bytes go one by one.
enum ShortCopy {
  /// The room that a copy needs beyond the text.
  static let slack = 16

  @inline(__always)
  static func copy(
    _ source: UnsafePointer<UInt8>, _ count: Int, readable: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    guard count &+ 15 <= readable, count <= 256 else { return target.update(from: source, count: count) }
    var index = 0
    while index < count {
      let chunk = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(target + index).storeBytes(of: chunk, as: SIMD16<UInt8>.self)
      index &+= 16
    }
  }

  /// Copies at least one byte, where 16 can be read and written behind the last of them.
  @inline(__always)
  static func copySteps(_ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>) {
    var index = 0
    repeat {
      let chunk = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(target + index).storeBytes(of: chunk, as: SIMD16<UInt8>.self)
      index &+= 16
    } while index < count
  }

  /// Copies up to the first byte of a set and returns how many bytes that were.
  @inline(__always)
  static func copy(
    _ source: UnsafePointer<UInt8>, _ count: Int, readable: Int, to target: UnsafeMutablePointer<UInt8>,
    upTo stops: StringEscapes.ByteSet
  ) -> Int {
    var index = 0
    let whole = count &+ 15 <= readable ? count : count &- 15
    while index < whole {
      let chunk = UnsafeRawPointer(source + index).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(target + index).storeBytes(of: chunk, as: SIMD16<UInt8>.self)
      let found = stops.firstIndex(in: chunk)
      if found < 16 { return min(index &+ found, count) }
      index &+= 16
    }
    guard index < count else { return count }
    if count >= 16 {
      // The last 16 bytes, of which some have been copied before.
      let last = count &- 16
      let chunk = UnsafeRawPointer(source + last).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(target + last).storeBytes(of: chunk, as: SIMD16<UInt8>.self)
      return last &+ stops.firstIndex(in: chunk)
    }
    if count >= 8 {
      let last = count &- 8
      let first = UnsafeRawPointer(source).loadUnaligned(as: UInt64.self)
      let second = UnsafeRawPointer(source + last).loadUnaligned(as: UInt64.self)
      UnsafeMutableRawPointer(target).storeBytes(of: first, as: UInt64.self)
      UnsafeMutableRawPointer(target + last).storeBytes(of: second, as: UInt64.self)
      let found = stops.firstIndex(in: unsafeBitCast(SIMD2(first, second), to: SIMD16<UInt8>.self))
      return found < 8 ? found : found &- 8 &+ last
    }
    var chunk = SIMD16<UInt8>(repeating: 0x41)
    for offset in 0..<count &- index { chunk[offset] = source[index &+ offset] }
    target.advanced(by: index).update(from: source + index, count: count &- index)
    return min(index &+ stops.firstIndex(in: chunk), count)
  }
}
