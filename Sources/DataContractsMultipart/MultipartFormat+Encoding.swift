import DataContractsCore
import DataContractsFields

extension MultipartFormat {
  /// A body with the header that belongs to it.
  public struct Message: Sendable, Hashable {
    /// The `Content-Type`, which names the boundary.
    public let contentType: String
    /// The bytes of the body.
    /// The parts, ended by the closing boundary.
    public let body: [UInt8]
  }

  /// Appends the document.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/notRepresentable`` when a value or a file holds the
  ///   boundary (``message(of:)`` chooses another one), when there is no value to write, and for references, half
  ///   characters, and names that hold `%22`, `%0D` or `%0A`, which would be read as escapes.
  public func encode(_ document: Document, into output: inout [UInt8]) throws(DocumentError) {
    let boundary = try Self.checked(Array((boundary ?? Self.defaultBoundary).utf8), format: name)
    let parts = MultipartOutput(taking: &output, format: name, boundary: boundary)
    defer { output = parts.take() }
    let style = FieldStyle(escaping: .multipart, bracketsMembers: false, sendsBytesAsFiles: sendsBytesAsFiles)
    try document.withView { view throws(DocumentError) in
      var writer = FieldWriter(format: name, view: view, style: style, absentMembers: absentMembers, output: parts)
      try writer.writeDocument()
    }
    try parts.close()
  }

  /// The document with a boundary that none of its values holds: the format's own, or a random one of 128 bits.
  ///
  /// - Throws: ``DocumentError`` as ``encode(_:into:)`` does, save for the boundary.
  public func message(of document: Document) throws(DocumentError) -> Message {
    do throws(DocumentError) {
      return try message(of: document, boundary: boundary ?? Self.defaultBoundary)
    } catch {
      guard error.code == .notRepresentable, error.expected == MultipartOutput.freeBoundary else { throw error }
    }
    return try message(of: document, boundary: Self.randomBoundary())
  }

  private func message(of document: Document, boundary: String) throws(DocumentError) -> Message {
    var format = self
    format.boundary = boundary
    var body: [UInt8] = []
    try format.encode(document, into: &body)
    let isToken = boundary.utf8.allSatisfy { PartHeaderFields.isToken($0) }
    let parameter = isToken ? boundary : "\"\(boundary)\""
    return Message(contentType: "multipart/form-data; boundary=\(parameter)", body: body)
  }

  private static func randomBoundary() -> String {
    let high = String(UInt64.random(in: .min ... .max), radix: 36)
    let low = String(UInt64.random(in: .min ... .max), radix: 36)
    return "DataContractsBoundary\(high)x\(low)"
  }
}
