// Types with a data contract are `Codable` too, more often than not: the overloads for them come first.
extension DocumentFormat {
  /// Reads a `Decodable` value, without a contract.
  ///
  /// ```swift
  /// let chats = try JSONFormat.webAPI.decode([Chat].self, from: body)
  /// ```
  ///
  /// - Throws: ``DocumentError`` for bytes that are no document of the format; `DecodingError` for a document that is
  ///   no value of the type, with a ``DocumentError`` of path and byte offset as its underlying error; whatever else
  ///   the type's own initializer throws.
  @_disfavoredOverload
  public func decode<T: Decodable>(
    _ type: T.Type, from input: [UInt8], options: CodableOptions = CodableOptions()
  ) throws -> T {
    let plan = DecodingPlan.of(type, CodingVariant(shape: documentShape, memberNames: options.memberNames))
    let document = try plan.reader(self).decode(input, as: nil)
    let state = DecodingState(document.storage, format: name, options: options, plan: plan)
    do {
      let value = try state.decode(type)
      plan.learn(from: state, of: type)
      return value
    } catch let error as DecodingError {
      throw state.failedPlace(of: error).flatMap { offset(ofNode: $0, in: input) }.map(error.located) ?? error
    }
  }

  /// Reads a `Decodable` value from any collection of bytes, such as `Data` or a slice of an array.
  @_disfavoredOverload
  public func decode<T: Decodable>(
    _ type: T.Type, from input: some Collection<UInt8>, options: CodableOptions = CodableOptions()
  ) throws -> T {
    try decode(type, from: [UInt8](input), options: options)
  }

  /// Reads a `Decodable` value from borrowed bytes.
  @_disfavoredOverload
  public func decode<T: Decodable>(
    _ type: T.Type, from input: Span<UInt8>, options: CodableOptions = CodableOptions()
  ) throws -> T {
    try decode(type, from: input.bytesArray, options: options)
  }

  /// Reads a `Decodable` value from borrowed raw bytes.
  @_disfavoredOverload
  public func decode<T: Decodable>(
    _ type: T.Type, from input: RawSpan, options: CodableOptions = CodableOptions()
  ) throws -> T {
    try decode(type, from: input.withUnsafeBytes { [UInt8]($0) }, options: options)
  }

  /// Appends an `Encodable` value, without a contract.
  ///
  /// - Throws: `EncodingError` for a value that no document can hold; ``DocumentError`` of code
  ///   ``DocumentError/Code/notRepresentable`` where the format cannot carry a value; whatever else the type throws.
  @_disfavoredOverload
  public func encode<T: Encodable>(
    _ value: T, into output: inout [UInt8], options: CodableOptions = CodableOptions()
  ) throws {
    try encode(Document(encoding: value, shape: documentShape, options: options), into: &output)
  }

  /// An `Encodable` value's bytes in this format, without a contract.
  @_disfavoredOverload
  public func encode<T: Encodable>(_ value: T, options: CodableOptions = CodableOptions()) throws -> [UInt8] {
    var output: [UInt8] = []
    try encode(value, into: &output, options: options)
    return output
  }

  /// Where a node of a document without a contract began. Nodes do not keep it: the input is read again, for as many
  /// nodes as came before the one in question, and the next is refused with its offset.
  private func offset(ofNode node: Int, in input: [UInt8]) -> Int? {
    var reader = self
    reader.decoding.limits.nodes = node
    do throws(DocumentError) {
      _ = try reader.decode(input, as: nil)
      return nil
    } catch {
      return error.code == .limitExceeded ? error.offset : nil
    }
  }
}

extension Document {
  /// The document of an `Encodable` value, without a contract.
  ///
  /// - Parameter shape: That of the format in which the document is to be written. Default ``DocumentShape/values``.
  /// - Throws: `EncodingError` for a value that no document can hold, and whatever else the type throws.
  @_disfavoredOverload
  public init<T: Encodable>(
    encoding value: T, shape: DocumentShape = .values, options: CodableOptions = CodableOptions()
  ) throws {
    let plan = EncodingPlan.of(T.self, shape, options)
    let state = EncodingState(options: options, plan: plan)
    self = try state.document(of: value)
    plan.learn(from: state, of: T.self, self)
  }

  /// The document as a `Decodable` value, whatever contract it was read with.
  ///
  /// - Parameter shape: That of the format from which the document came. Default ``DocumentShape/values``.
  /// - Throws: `DecodingError` for a document that is no value of the type, and whatever else the type throws.
  @_disfavoredOverload
  public func decode<T: Decodable>(
    _ type: T.Type, shape: DocumentShape = .values, options: CodableOptions = CodableOptions()
  ) throws -> T {
    let document = try isPlain ? self : untyped()
    let plan = DecodingPlan.of(type, CodingVariant(shape: shape, memberNames: options.memberNames))
    return try DecodingState(document.storage, format: "document", options: options, plan: plan).decode(type)
  }

  /// Whether every name is the document's own, and every dictionary an object, as decoders leave them that have no
  /// contract.
  private var isPlain: Bool {
    storage.nodes.allSatisfy { $0.kind != .dictionary && !$0.flags.contains(.contractMember) }
  }

  private func untyped() throws(DocumentError) -> Document {
    var options = DecodingOptions()
    options.limits.nodes = Int(UInt32.max)
    options.limits.textBytes = .max
    options.limits.depth = Limits.maximumDepth
    var builder = DocumentBuilder(format: "document", options: options)
    try builder.copy(root)
    return try builder.finish()
  }
}
