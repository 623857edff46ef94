/// Bytes that an encoder appends to: an array whose tail is room to write in.
///
/// Measured against `[UInt8].append(contentsOf:)`, which checks uniqueness and capacity and updates the count on every
/// call, one bounds comparison an append takes a third of the time for the short texts that documents are made of.
///
/// Safety: writes go to `bytes` at `count..<count + n` after `reserve(n)` has made sure that the array is that long. Bytes
/// beyond `count` are not initialised, which any byte may be, are never read, and are cut off in the end; filling them
/// first would touch every page of a large document twice.
package struct OutputBuffer: ~Copyable {
  @usableFromInline package var bytes: [UInt8]
  @usableFromInline package var count: Int
  /// Whether the room is the caller's, who may want to keep it.
  private let keepsRoom: Bool

  /// 64 KiB, which a result may hold beyond its bytes, however few these are.
  private static let spareRoom = 65_536

  /// Takes a caller's buffer, whose room is used where it is enough: filling pages that are there costs nothing.
  ///
  /// - Parameters:
  ///   - output: What the buffer begins with; empty afterwards, until the caller puts ``finish()`` there.
  ///   - capacity: How many bytes are expected to come.
  package init(taking output: inout [UInt8], capacity: Int) {
    // Swapped out, so that nothing else holds the array and it is not copied.
    var taken: [UInt8] = []
    swap(&taken, &output)
    count = taken.count
    keepsRoom = taken.capacity > 0
    bytes = Self.extended(taken, by: max(capacity, 64))
  }

  /// A buffer of its own.
  package init(capacity: Int) {
    var output: [UInt8] = []
    self.init(taking: &output, capacity: capacity)
  }

  /// What was there at first and what was appended.
  package consuming func finish() -> [UInt8] {
    cut()
    return bytes
  }

  /// Hands over what ``finish()`` returns.
  package mutating func give(to output: inout [UInt8]) {
    cut()
    swap(&bytes, &output)
    bytes = []
    count = 0
  }

  /// Cuts off what is not written, and room of the buffer's own that is far more than that takes.
  private mutating func cut() {
    bytes.removeLast(bytes.count - count)
    let spare = bytes.capacity - count
    guard !keepsRoom, spare > Self.spareRoom, spare > count else { return }
    var exact: [UInt8] = []
    exact.reserveCapacity(count)
    exact.append(contentsOf: bytes)
    bytes = exact
  }

  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    write { $0[0] = byte }
    advance(1)
  }

  @inlinable @inline(__always)
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress else { return }
    reserve(text.count)
    write { $0.update(from: source, count: text.count) }
    advance(text.count)
  }

  @inlinable @inline(__always)
  package mutating func append(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { append($0) }
  }

  @inlinable @inline(__always)
  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inlinable @inline(__always)
  package mutating func append(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { append($0) }
  }

  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Takes back what was appended beyond `count`.
  package mutating func truncate(to count: Int) {
    self.count = min(max(count, 0), self.count)
  }

  /// Calls `body` with room for `room` bytes; it returns how many it wrote.
  @inlinable @inline(__always)
  package mutating func append(room: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(room)
    var written = 0
    write { written = body($0) }
    advance(min(written, room))
  }

  @inlinable @inline(__always)
  package mutating func advance(_ written: Int) { count &+= written }

  @inlinable @inline(__always)
  package mutating func reserve(_ room: Int) {
    if count &+ room > bytes.count { grow(by: room) }
  }

  @inlinable @inline(__always)
  package mutating func write(_ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    let start = count
    bytes.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base + start) }
    }
  }

  @usableFromInline @inline(never)
  package mutating func grow(by room: Int) {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    bytes = Self.extended(taken, by: max(taken.count, room))
  }

  /// The same bytes with room behind them: in place, or in a new array that is not filled.
  private static func extended(_ bytes: consuming [UInt8], by room: Int) -> [UInt8] {
    if bytes.capacity - bytes.count >= room {
      bytes.append(contentsOf: repeatElement(0, count: room))
      return bytes
    }
    return [UInt8](unsafeUninitializedCapacity: HugePages.room(for: bytes.count + room)) { [bytes] buffer, count in
      if let base = buffer.baseAddress { HugePages.request(for: base, count: buffer.count) }
      _ = buffer.initialize(fromContentsOf: bytes)
      count = bytes.count + room
    }
  }
}
