/// Finds the ends of lines.
enum LineSearch {
  /// The first line feed at or after `start`.
  ///
  /// 16 bytes at a time: contents can be megabytes long. Every load is bounds-checked.
  @inline(__always)
  static func lineFeed(in text: Span<UInt8>, from start: Int) -> Int? {
    let raw = text.bytes
    let wanted = SIMD16<UInt8>(repeating: 0x0A)
    var index = start
    while index &+ 16 <= text.count {
      let chunk = raw.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      if any(chunk .== wanted) { break }
      index &+= 16
    }
    while index < text.count {
      if text[index] == 0x0A { return index }
      index &+= 1
    }
    return nil
  }
}
