import DataContractsCore

/// A JSON text as plain memory.
///
/// Safety: the pointer comes from `withUnsafeBufferPointer` of the input and does not outlive its closure. `byte(at:)`
/// answers 0, which no JSON text may hold outside a string's escapes, at and beyond the end. Loads of 4, 8 and 16 bytes
/// are made only where as many are left; indices begin at 0 and only grow.
struct JSONBytes {
  let base: UnsafePointer<UInt8>
  let count: Int

  /// Stands in for the memory of an empty input; it is never read, since `count` is 0.
  private static let nothing: StaticString = " "

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes.baseAddress ?? Self.nothing.utf8Start
    count = bytes.count
  }

  /// Where the text is not UTF-8; `nil` when it is.
  var firstInvalidOffset: Int? { UTF8Validation.firstInvalidOffset(in: slice(0, count).span) }

  /// The first byte of the character that `index` is in, at most three before it; `index` at the end of the text, and
  /// where no character is.
  func characterStart(near index: Int) -> Int {
    guard index < count else { return index }
    var start = index
    while start > index &- 3, start > 0, base[start] & 0xC0 == 0x80 { start &-= 1 }
    return base[start] & 0xC0 == 0xC0 ? start : index
  }

  /// The first byte behind a byte order mark.
  var start: Int { byte(at: 0) == 0xEF && byte(at: 1) == 0xBB && byte(at: 2) == 0xBF ? 3 : 0 }

  /// The byte at `index`; 0 from the end on.
  @inline(__always)
  func byte(at index: Int) -> UInt8 { index < count ? base[index] : 0 }

  /// The bytes of a range, which the callers have found within the text.
  @inline(__always)
  func slice(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: count)
  }

  /// Whether the text has these bytes at `index`.
  @inline(__always)
  func holds(_ word: StaticString, at index: Int) -> Bool { holds(word.utf8Start, word.utf8CodeUnitCount, at: index) }

  /// Whether the text has these bytes at `index`.
  @inline(__always)
  func holds(_ other: UnsafePointer<UInt8>, _ length: Int, at index: Int) -> Bool {
    guard length <= count &- index else { return false }
    return Self.areSame(UnsafeRawPointer(base + index), UnsafeRawPointer(other), length)
  }

  /// Whether the first bytes of two texts are the same.
  @inline(__always)
  private static func areSame(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ length: Int) -> Bool {
    if length >= 8 {
      if length <= 16 { return areSameAtEnds(left, right, length, by: UInt64.self) }
      if length <= 32 { return areSameAtEnds(left, right, length, by: SIMD2<UInt64>.self) }
    } else if length >= 4 {
      return areSameAtEnds(left, right, length, by: UInt32.self)
    }
    return areSameOfAnyLength(left, right, length)
  }

  @inline(never)
  private static func areSameOfAnyLength(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ length: Int) -> Bool {
    var offset = 0
    while length &- offset >= 16 {
      guard areSameAtEnds(left + offset, right + offset, 16, by: UInt64.self) else { return false }
      offset &+= 16
    }
    while offset < length {
      guard left.load(fromByteOffset: offset, as: UInt8.self) == right.load(fromByteOffset: offset, as: UInt8.self)
      else { return false }
      offset &+= 1
    }
    return true
  }

  /// Whether the first and the last word are the same, which may overlap; there is one at least.
  @inline(__always)
  private static func areSameAtEnds<Word: BitwiseCopyable & Equatable>(
    _ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ length: Int, by word: Word.Type
  ) -> Bool {
    let last = length &- MemoryLayout<Word>.size
    return left.loadUnaligned(as: Word.self) == right.loadUnaligned(as: Word.self)
      && left.loadUnaligned(fromByteOffset: last, as: Word.self)
        == right.loadUnaligned(fromByteOffset: last, as: Word.self)
  }

  /// The first byte at or after `start` that ends a run of plain string content: a quotation mark, a backslash or a
  /// control character; `count` when there is none.
  @inline(__always)
  func plainEnd(from start: Int) -> Int { plainRun(from: start).end }

  /// The same, and whether the run is known to be ASCII: no byte that was looked at, some behind the end among them, is
  /// above 0x7F.
  @inline(__always)
  func plainRun(from start: Int) -> (end: Int, isASCII: Bool) {
    var index = start
    var seen = SIMD2<UInt64>.zero
    while index &+ 16 <= count {
      // Comparing with an inferred or scalar operand picks a generic overload that is 200 times slower (Swift 6.3).
      let chunk = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
      let stops =
        (chunk .== SIMD16<UInt8>(repeating: 0x22)) .| (chunk .== SIMD16<UInt8>(repeating: 0x5C))
        .| (chunk .< SIMD16<UInt8>(repeating: 0x20))
      let words = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
      seen |= unsafeBitCast(chunk, to: SIMD2<UInt64>.self)
      if words[0] != 0 { return (index &+ words[0].littleEndian.trailingZeroBitCount &>> 3, Self.isASCII(seen)) }
      if words[1] != 0 { return (index &+ 8 &+ words[1].littleEndian.trailingZeroBitCount &>> 3, Self.isASCII(seen)) }
      index &+= 16
    }
    while index < count {
      let byte = base[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return (index, false) }
      index &+= 1
    }
    return (count, false)
  }

  @inline(__always)
  private static func isASCII(_ words: SIMD2<UInt64>) -> Bool { (words[0] | words[1]) & 0x8080_8080_8080_8080 == 0 }

  /// The first byte at or after `start` that is no white space.
  @inline(__always)
  func afterWhiteSpace(from start: Int) -> Int {
    // Compact documents have none, and a single space after a colon is the next frequent case.
    if byte(at: start) > 0x20 { return start }
    return afterRun(from: start)
  }

  /// The first byte at or after `start` that is no white space, and where it is; 0 at the end.
  @inline(__always)
  func token(from start: Int) -> (index: Int, byte: UInt8) {
    let first = byte(at: start)
    if first > 0x20 { return (start, first) }
    let index = afterRun(from: start)
    return (index, byte(at: index))
  }

  @inline(never)
  private func afterRun(from start: Int) -> Int {
    var index = start
    while index < count {
      switch base[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index &+= 1
      default: return index
      }
    }
    return count
  }

  /// The first byte at or after `start` that is no decimal digit.
  @inline(__always)
  func afterDigits(from start: Int) -> Int {
    var index = start
    while index < count, base[index] &- 0x30 < 10 { index &+= 1 }
    return index
  }
}
