import DataContractsCore

/// Writes the values of Swift types as they come.
///
/// Safety: the writer lies in memory of the sink's own, which goes with it; a stored property of a class would be guarded
/// by a check at each access, which took half of the time. No call of the sink leads to another.
final class JSONValueSink: ValueSink {
  private let writer = UnsafeMutablePointer<JSONValueWriter>.allocate(capacity: 1)

  init(_ writer: consuming JSONValueWriter) { self.writer.initialize(to: writer) }

  deinit {
    writer.deinitialize(count: 1)
    writer.deallocate()
  }

  var depth: Int { writer.pointee.depth }
  var isComplete: Bool { writer.pointee.isComplete }
  var place: Int { writer.pointee.place }

  func expect(member: Int) -> SinkAnswer { writer.pointee.expect(member: member) }
  func beginObject() -> Bool { writer.pointee.beginObject() }
  func beginList() -> Bool { writer.pointee.beginList() }
  func end() -> Bool { writer.pointee.end() }
  func null(as member: Int) -> SinkAnswer { writer.pointee.null(as: member) }

  func text(_ text: UnsafeBufferPointer<UInt8>, _ primitive: PrimitiveType, as member: Int) -> SinkAnswer {
    writer.pointee.text(text, primitive, as: member)
  }

  func guid(low: UInt64, high: UInt64, as member: Int) -> SinkAnswer {
    writer.pointee.guid(low: low, high: high, as: member)
  }

  func boolean(_ value: Bool, as member: Int) -> SinkAnswer { writer.pointee.boolean(value, as: member) }

  func integer(_ magnitude: UInt64, isNegative: Bool, _ primitive: PrimitiveType, as member: Int) -> SinkAnswer {
    writer.pointee.integer(magnitude, isNegative: isNegative, primitive, as: member)
  }

  func enumeration(bits: UInt64) -> Bool { writer.pointee.enumeration(bits: bits) }
  func write(_ part: Document) -> Bool { writer.pointee.write(part) }
  func finish(_ output: inout [UInt8]) { writer.pointee.finish(&output) }
}
