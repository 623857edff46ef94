import DataContractsCore

/// How the names of a format's fields are to be read.
package struct FieldSyntax: Sendable {
  /// Whether names are as they stand in a form: `%XX` and `+` are escapes, `=` and `&` end a name.
  package var isEscaped = false
  /// Whether a percent sign that begins no escape stands for itself and invalid UTF-8 becomes U+FFFD, as in .NET.
  package var isLenient = false
  /// Whether a dot separates steps: `a.b`. Where it does not, it is part of a name.
  package var splitsDots = true
  /// Whether text after a closing bracket belongs to that step (`a[b]c` is `b]c` in `a`), as Web API's reader of
  /// untyped forms has it. Where it does not, such a name is refused.
  package var joinsTextAfterBracket = false
  /// Whether a name of several steps may be repeated without `[]`. Web API's untyped reader refuses it.
  package var repeatsNestedNames = true
  /// Whether `on` and `off` are booleans and `undefined` is null, as MultipartDataMediaFormatter has it.
  package var knowsSwitchWords = false
  /// Whether a member that cannot be null has to be there: `ValidateNonNullableMissedProperty`.
  package var requiresValues = false
  /// The limit that bounds how many fields there are, and with it the nulls that stand for absent items.
  package var fieldLimit = (name: "formPairs", value: 1_000)

  package init() {}
}

/// A text of a field: a slice of the input, or of the tree's own buffer where it had to be decoded.
package struct FieldText: Sendable {
  package var start: UInt32
  package var count: UInt32
  package var isDecoded: Bool

  package init(_ range: Range<Int>, isDecoded: Bool = false) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    count = UInt32(truncatingIfNeeded: range.count)
    self.isDecoded = isDecoded
  }

  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }

  var slice: TextSlice { TextSlice(start: Int(start), count: Int(count), inArena: isDecoded) }
}

/// What a part with a file name says of its file beside the content.
package struct FieldFile: Sendable {
  package var name: String
  package var mediaType: String?

  package init(name: String, mediaType: String?) {
    self.name = name
    self.mediaType = mediaType
  }
}
