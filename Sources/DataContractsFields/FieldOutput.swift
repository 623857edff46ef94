import DataContractsCore

/// What takes the fields that a ``FieldWriter`` makes of a document, in order.
package protocol FieldOutput: AnyObject {
  /// Takes a field whose name is already escaped as ``FieldWriter/Escaping`` says.
  func field(name: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>) throws(DocumentError)

  /// Makes room for the rest when `done` of the document's `all` nodes have been written.
  func reserve(done: Int, of all: Int)

  /// Takes a file. A `fileName` of `nil` is the field's name.
  func file(
    name: UnsafeBufferPointer<UInt8>, fileName: UnsafeBufferPointer<UInt8>?, mediaType: UnsafeBufferPointer<UInt8>?,
    content: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError)
}

/// How a format spells the names of fields.
package struct FieldStyle: Sendable {
  package enum Escaping: Sendable {
    /// As `FormUrlEncodedContent` does: `%5B`, `+`.
    case form
    /// As browsers write names of parts: `%22`, `%0D`, `%0A`.
    case multipart
  }

  package let escaping: Escaping
  /// Whether members stand in brackets: `Chat[0][ChatId]`. Otherwise after a dot.
  package let bracketsMembers: Bool
  /// Whether binary data is a file; otherwise it is a list of numbers.
  package let sendsBytesAsFiles: Bool

  /// What stands before the name of a member of a member, and what after it.
  let opening: [UInt8]
  let closing: [UInt8]
  /// What stands before an index, and what after it.
  let indexOpening: [UInt8]
  let indexClosing: [UInt8]

  package init(escaping: Escaping, bracketsMembers: Bool, sendsBytesAsFiles: Bool) {
    self.escaping = escaping
    self.bracketsMembers = bracketsMembers
    self.sendsBytesAsFiles = sendsBytesAsFiles
    indexOpening = Array(escaping == .form ? "%5B".utf8 : "[".utf8)
    indexClosing = Array(escaping == .form ? "%5D".utf8 : "]".utf8)
    opening = bracketsMembers ? indexOpening : [0x2E]
    closing = bracketsMembers ? indexClosing : []
  }
}

extension OutputBuffer {
  /// Makes room for a whole whose first `done` of `all` parts are there. A buffer that is doubled as it fills costs a
  /// quarter of the time that a large document takes: it is copied, and its pages are touched in vain.
  package mutating func reserve(done: Int, of all: Int) {
    guard done > 0, all > done else { return }
    let rest = Double(count) / Double(done) * Double(all - done) * 1.05
    // A document that begins with its largest texts is no measure of the rest.
    reserve(Int(min(rest, 256_000_000)))
  }
}
