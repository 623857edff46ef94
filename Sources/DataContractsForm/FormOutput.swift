import DataContractsCore
import DataContractsFields

/// Writes fields one after the other: `name=value&name=value`.
final class FormOutput: FieldOutput {
  private var buffer: OutputBuffer
  private var isFirst = true
  private let format: String

  init(taking output: inout [UInt8], format: String) {
    self.format = format
    buffer = OutputBuffer(taking: &output, capacity: 4096)
  }

  func field(name: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    Self.append(name, text, isFirst: isFirst, to: &buffer)
    isFirst = false
  }

  /// The buffer is passed on, so that it is entered once for a field.
  @inline(__always)
  private static func append(
    _ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, isFirst: Bool, to buffer: inout OutputBuffer
  ) {
    if !isFirst { buffer.append(0x26) }
    buffer.append(name)
    buffer.append(0x3D)
    buffer.append(room: FieldEscaping.formRoom(for: text.count)) { FieldEscaping.writeForm(text, to: $0) }
  }

  func reserve(done: Int, of all: Int) { buffer.reserve(done: done, of: all) }

  func file(
    name: UnsafeBufferPointer<UInt8>, fileName: UnsafeBufferPointer<UInt8>?, mediaType: UnsafeBufferPointer<UInt8>?,
    content: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    throw DocumentError(
      .notRepresentable, format: format, path: DocumentPath([.member(String(decoding: name, as: UTF8.self))]),
      expected: "a value", found: "a file")
  }

  /// What was there at first and the fields. To be called once.
  func finish() -> [UInt8] {
    var taken = OutputBuffer(capacity: 0)
    swap(&taken, &buffer)
    return taken.finish()
  }
}
