import DataContractsCore

/// What takes the fields that a ``FieldWriter`` makes of a document, in order.
package protocol FieldOutput: AnyObject {
  /// Takes a field whose name is already escaped as ``FieldWriter/Escaping`` says.
  func field(name: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>) throws(DocumentError)

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

  package var escaping: Escaping
  /// Whether members stand in brackets: `Chat[0][ChatId]`. Otherwise after a dot.
  package var bracketsMembers: Bool
  /// Whether binary data is a file; otherwise it is a list of numbers.
  package var sendsBytesAsFiles: Bool

  package init(escaping: Escaping, bracketsMembers: Bool, sendsBytesAsFiles: Bool) {
    self.escaping = escaping
    self.bracketsMembers = bracketsMembers
    self.sendsBytesAsFiles = sendsBytesAsFiles
  }
}
