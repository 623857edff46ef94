import DataContractsCore

/// The text that a ``JSVReader`` reads: the whole input, a part of it, or what a part of it stood for.
struct JSVText {
  let bytes: [UInt8]
  /// The positions that are read.
  let range: Range<Int>
  /// Whether the positions are those of the input, so that values can be slices of it.
  let isSource: Bool
  /// Where in the input the first byte stands.
  private let start: Int
  /// Positions before which the input has one byte more than the text: doubled quotation marks.
  private let gaps: [Int]

  /// The input, but for a byte order mark.
  init(source: [UInt8]) {
    self.init(source: source, range: InputCheck.markLength(source)..<source.count)
  }

  /// A part of the input.
  init(source: [UInt8], range: Range<Int>) {
    bytes = source
    self.range = range
    isSource = true
    start = 0
    gaps = []
  }

  /// What stands in the input from `start` on in another spelling.
  init(_ bytes: [UInt8], from start: Int, gaps: [Int] = []) {
    self.bytes = bytes
    range = 0..<bytes.count
    isSource = false
    self.start = start
    self.gaps = gaps
  }

  /// The byte at a position; 0 beyond the end.
  @inline(__always)
  func byte(at position: Int) -> UInt8 { range.contains(position) ? bytes[position] : 0 }

  /// Where a position of the text stands in the input.
  func offset(_ position: Int) -> Int {
    guard !isSource else { return position }
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle] <= position { low = middle + 1 } else { high = middle }
    }
    return max(0, start + position + low)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: self.range)], as: UTF8.self) }

  /// Whether the bytes from a position on are those of a word.
  func holds(_ word: StaticString, at position: Int) -> Bool {
    guard position >= range.lowerBound, position + word.utf8CodeUnitCount <= range.upperBound else { return false }
    return bytes.withSpan(of: position..<position + word.utf8CodeUnitCount) { $0.holds(word) }
  }
}
