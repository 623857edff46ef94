/// Documents in tests and examples can be written as literals: `["Chat": [["ChatId": "1", "Unread": 3, "Name": nil]]]`.
///
/// A literal has JSON's kinds. Put it under a contract with ``Document/applying(_:options:)``.
extension Document: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// An object; names may repeat.
  public init(dictionaryLiteral elements: (String, Document)...) {
    self = Self.building { builder throws(DocumentError) in
      try builder.beginObject()
      for (name, value) in elements {
        try builder.member(name)
        try builder.copy(value.root)
      }
      try builder.endObject()
    }
  }

  /// A list.
  public init(arrayLiteral elements: Document...) {
    self = Self.building { builder throws(DocumentError) in
      try builder.beginList()
      for element in elements { try builder.copy(element.root) }
      try builder.endList()
    }
  }

  /// A string.
  public init(stringLiteral value: String) {
    self = Self.building { builder throws(DocumentError) in try builder.value(.string, value) }
  }

  /// A number.
  public init(integerLiteral value: Int) {
    self = Self.building { builder throws(DocumentError) in try builder.value(.number, "\(value)") }
  }

  /// A number, in its shortest decimal form.
  public init(floatLiteral value: Double) {
    self = Self.building { builder throws(DocumentError) in try builder.value(.number, "\(value)") }
  }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) {
    self = Self.building { builder throws(DocumentError) in try builder.value(.boolean, value ? "true" : "false") }
  }

  /// Null.
  public init(nilLiteral: ()) {
    self = Self.building { builder throws(DocumentError) in try builder.null() }
  }

  /// A literal stands in the program's own text, so a failure is the programmer's and not the input's.
  private static func building(
    _ build: (inout DocumentBuilder) throws(DocumentError) -> Void
  ) -> Document {
    var options = DecodingOptions()
    options.limits.nodes = .max
    options.limits.depth = Limits.maximumDepth
    var builder = DocumentBuilder(format: "literal", options: options)
    do throws(DocumentError) {
      try build(&builder)
      return try builder.finish()
    } catch {
      preconditionFailure("a document literal nests more than \(Limits.maximumDepth) levels")
    }
  }
}
