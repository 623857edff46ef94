import DataContractsCore
import DataContractsFields

/// Writes fields as parts, byte for byte as MultipartDataMediaFormatter does, save that nothing can be injected.
final class MultipartOutput: FieldOutput {
  /// What the error expects when a value holds the boundary.
  static let freeBoundary = "a boundary that no value holds"

  private var buffer: OutputBuffer
  private let format: String
  /// Two hyphens and the boundary.
  private let delimiter: [UInt8]
  /// A part up to its name.
  private let opening: [UInt8]
  private var hasParts = false

  init(taking output: inout [UInt8], format: String, boundary: [UInt8]) {
    buffer = OutputBuffer(taking: &output, capacity: 4096)
    self.format = format
    delimiter = Array("--".utf8) + boundary
    opening = delimiter + Array("\r\nContent-Disposition: form-data; name=\"".utf8)
  }

  func field(name: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    try checkBoundary(in: text, of: name)
    hasParts = true
    Self.append(opening, name, text, to: &buffer)
  }

  /// The buffer is passed on, so that it is entered once for a field.
  @inline(__always)
  private static func append(
    _ opening: [UInt8], _ name: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>,
    to buffer: inout OutputBuffer
  ) {
    buffer.append(opening)
    buffer.append(name)
    buffer.append("\"\r\n\r\n")
    buffer.append(text)
    buffer.append("\r\n")
  }

  func reserve(done: Int, of all: Int) { buffer.reserve(done: done, of: all) }

  func file(
    name: UnsafeBufferPointer<UInt8>, fileName: UnsafeBufferPointer<UInt8>?, mediaType: UnsafeBufferPointer<UInt8>?,
    content: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    try checkBoundary(in: content, of: name)
    hasParts = true
    buffer.append(opening)
    buffer.append(name)
    buffer.append("\"; filename=\"")
    if let fileName { try append(fileName: fileName, of: name) } else { buffer.append(name) }
    buffer.append("\"\r\nContent-Type: ")
    if let mediaType { try append(mediaType: mediaType, of: name) } else { buffer.append("application/octet-stream") }
    buffer.append("\r\n\r\n")
    buffer.append(content)
    buffer.append("\r\n")
  }

  private func append(
    fileName: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    let fileName = Array(fileName)
    guard !FieldEscaping.looksEscaped(fileName) else {
      throw refusal("a file name without \"%22\", \"%0D\" and \"%0A\"", "an escape", name)
    }
    var escaped: [UInt8] = []
    FieldEscaping.appendMultipart(fileName, to: &escaped)
    try refuseControls(in: escaped, "a file name", name)
    buffer.append(escaped)
  }

  private func append(
    mediaType: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    let text = Array(mediaType)
    try refuseControls(in: text, "a media type", name)
    buffer.append(text)
  }

  /// Writes the closing boundary.
  ///
  /// - Throws: ``DocumentError`` when there is no part; MultipartDataMediaFormatter refuses it too ("No data found.").
  func close() throws(DocumentError) {
    guard hasParts else {
      throw DocumentError(.notRepresentable, format: format, expected: "at least one value", found: "none")
    }
    buffer.append(delimiter)
    buffer.append("--\r\n")
  }

  /// What was there at first and the parts. To be called once.
  func take() -> [UInt8] {
    var taken = OutputBuffer(capacity: 0)
    swap(&taken, &buffer)
    return taken.finish()
  }
}

extension MultipartOutput {
  /// Refuses a content that holds the delimiter, at a line's start or not: lenient readers would cut it there.
  private func checkBoundary(
    in content: UnsafeBufferPointer<UInt8>, of name: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    guard content.count >= delimiter.count, Self.holds(content, delimiter) else { return }
    let boundary = String(decoding: delimiter.dropFirst(2), as: UTF8.self)
    throw refusal(Self.freeBoundary, "\"\(boundary)\" in one", name)
  }

  /// Whether the content holds the delimiter. Of each two bytes one is looked at: a delimiter begins with two hyphens.
  private static func holds(_ content: UnsafeBufferPointer<UInt8>, _ delimiter: [UInt8]) -> Bool {
    let last = content.count - delimiter.count
    var index = 0
    while index <= last {
      if content[index &+ 1] == 0x2D {
        if matches(content, index, delimiter) { return true }
        if index < last, matches(content, index &+ 1, delimiter) { return true }
      }
      index &+= 2
    }
    return false
  }

  private static func matches(_ content: UnsafeBufferPointer<UInt8>, _ start: Int, _ delimiter: [UInt8]) -> Bool {
    for index in 0..<delimiter.count where content[start &+ index] != delimiter[index] { return false }
    return true
  }

  private func refuseControls(
    in text: [UInt8], _ what: String, _ name: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    guard let bad = text.first(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else { return }
    throw refusal("\(what) without control characters", "the control character \(bad)", name)
  }

  private func refusal(_ expected: String, _ found: String, _ name: UnsafeBufferPointer<UInt8>) -> DocumentError {
    DocumentError(
      .notRepresentable, format: format, path: DocumentPath([.member(String(decoding: name, as: UTF8.self))]),
      expected: expected, found: found)
  }
}
