extension Document.Cursor {
  /// Calls `body` with the canonical text of a scalar, in place; with no bytes for null and for containers.
  public func withText<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let node = node
    guard !node.kind.isContainer else { return try body(Span()) }
    let range = Int(node.start)..<Int(node.start) + Int(node.extent)
    let bytes = node.flags.contains(.inArena) ? storage.arena : storage.source
    return try bytes.withSpan(of: range, body)
  }

  /// The canonical text of any scalar: `true`, `12.50`, `2026-02-04T06:54:54.5659927+04:00`, base64 for bytes.
  /// `nil` for null and for containers.
  public var text: String? {
    guard !kind.isContainer, kind != .null else { return nil }
    return withText { span in span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
  }

  /// The text of a string, and of text that no contract has given a kind.
  public var string: String? {
    switch kind {
    case .string, .text: text
    default: nil
    }
  }

  /// `true` and `false`; `nil` for any other kind.
  public var boolean: Bool? {
    kind == .boolean ? text == "true" : nil
  }

  /// The integer of a number or of untyped text that fits `T`; `nil` otherwise.
  public func integer<T: FixedWidthInteger>(_ type: T.Type = Int.self) -> T? {
    kind == .number || kind == .text ? text.flatMap { T($0) } : nil
  }

  /// The nearest binary64 of a number, `INF`, `-INF` and `NaN` included.
  public var double: Double? {
    guard kind == .number, let text else { return nil }
    switch text {
    case "INF": return .infinity
    case "-INF": return -.infinity
    default: return Double(text)
    }
  }

  /// The bytes behind a value of kind ``Document/Kind/bytes``.
  public var bytes: [UInt8]? {
    guard kind == .bytes else { return nil }
    if node.flags.contains(.rawBytes) {
      return withText { span in
        var bytes: [UInt8] = []
        bytes.append(copying: span)
        return bytes
      }
    }
    var bytes: [UInt8] = []
    return withText { Base64.decode($0, into: &bytes) } ? bytes : nil
  }

  /// The file of a multipart body; `nil` for any other kind.
  public var file: Document.File? {
    guard kind == .file, storage.nodes[index].extent == 3 else { return nil }
    let part = { (offset: Int) in Document.Cursor(storage: storage, index: index + offset, parent: nil) }
    return Document.File(name: part(1).text ?? "", mediaType: part(2).text, content: part(3).bytes ?? [])
  }
}

extension Document {
  /// A file that travels in a multipart body: MultipartDataMediaFormatter's `HttpFile`.
  public struct File: Sendable, Hashable {
    /// The name that the sender gave the file, without a path.
    public var name: String
    /// The part's media type without parameters; `nil` when the part did not give one.
    public var mediaType: String?
    /// The file's bytes.
    public var content: [UInt8]

    /// A file of these bytes.
    public init(name: String, mediaType: String? = nil, content: [UInt8]) {
      self.name = name
      self.mediaType = mediaType
      self.content = content
    }
  }
}

extension [UInt8] {
  /// Calls `body` with a slice, which is empty where the range lies beyond the array.
  @inline(__always)
  package func withSpan<Result, Failure: Error>(
    of range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = range.clamped(to: 0..<count)
    return try withUnsafeBufferPointer { bytes throws(Failure) -> Result in
      try body(UnsafeBufferPointer(rebasing: bytes[range]).span)
    }
  }
}
