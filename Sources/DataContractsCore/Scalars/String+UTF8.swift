extension String {
  /// A text that is known to be UTF-8, without looking for what is not.
  ///
  /// Safety: the caller has validated the text. A string of anything else would break the promises that the standard
  /// library makes of strings.
  ///
  /// - Parameter isASCII: Whether the text is known to be ASCII, which strings of more than 15 bytes remember.
  init(validUTF8 text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
      self.init(copying: UTF8Span(unchecked: text.span, isKnownASCII: isASCII))
    } else {
      self.init(decoding: text, as: UTF8.self)
    }
  }
}
