/// How .NET's `System.Uri` spells a URI: documents keep the text as it was given, and each serializer prints one of
/// these forms of it.
///
/// | form      | printed by                           | of `HTTP://EXAMPLE.org:80/a b/%7eé`       |
/// |-----------|--------------------------------------|-------------------------------------------|
/// | as given  | Json.NET, System.Text.Json           | `HTTP://EXAMPLE.org:80/a b/%7eé`          |
/// | escaped   | DataContract XML and JSON            | `http://example.org/a%20b/~%C3%A9`        |
/// | displayed | ServiceStack                         | `http://example.org/a b/~é`               |
///
/// A relative URI is printed as given in all three.
/// - SeeAlso: [Uri.AbsoluteUri](https://learn.microsoft.com/dotnet/api/system.uri.absoluteuri),
///   [Uri.ToString](https://learn.microsoft.com/dotnet/api/system.uri.tostring)
package enum URIText {
  /// `Uri.AbsoluteUri`: scheme and host in lower case, no default port, a path, dot segments resolved, and everything
  /// escaped that RFC 3986 does not allow as it is.
  package static func escaped(_ text: Span<UInt8>) -> [UInt8]? {
    guard var parts = URIParts(text) else { return nil }
    parts.normalize()
    return parts.joined { Self.escape($0) }
  }

  /// `Uri.ToString()`: as ``escaped(_:)``, but with the characters themselves in place of their escapes, as far as no
  /// delimiter is among them.
  package static func displayed(_ text: Span<UInt8>) -> [UInt8]? {
    guard var parts = URIParts(text) else { return nil }
    parts.normalize()
    return parts.joined { Self.unescape($0) }
  }

  /// Escapes what RFC 3986 does not allow; escapes of unreserved characters are undone.
  private static func escape(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "%"), let value = hexPair(text, at: index) {
        if value.isUnreserved {
          result.append(value)
        } else {
          result.append(contentsOf: text[index...index + 2].map { value >= 0x80 ? $0.upperHex : $0 })
        }
        index += 3
        continue
      }
      if byte.isUnreserved || byte.isReserved { result.append(byte) } else { result.append(escapeOf: byte) }
      index += 1
    }
    return result
  }

  /// Undoes escapes, but for those of delimiters, of `%`, of control characters and of what is no UTF-8.
  private static func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "%"), let value = hexPair(text, at: index) else {
        result.append(text[index])
        index += 1
        continue
      }
      if value < 0x80 {
        let stays = value.isReserved || value == UInt8(ascii: "%") || value < 0x20 || value == 0x7F
        if stays { result.append(contentsOf: text[index...index + 2]) } else { result.append(value) }
        index += 3
      } else {
        index = appendSequence(text, at: index, to: &result)
      }
    }
    return result
  }

  /// Appends a run of escaped bytes beyond ASCII: as characters where they are UTF-8. Returns the index after it.
  private static func appendSequence(_ text: ArraySlice<UInt8>, at start: Int, to result: inout [UInt8]) -> Int {
    var bytes: [UInt8] = []
    var index = start
    while index < text.endIndex, text[index] == UInt8(ascii: "%"), let value = hexPair(text, at: index), value >= 0x80 {
      bytes.append(value)
      index += 3
    }
    let isText = bytes.withUnsafeBufferPointer { UTF8Validation.firstInvalidOffset(in: $0.span) == nil }
    result.append(contentsOf: isText ? bytes[...] : text[start..<index])
    return index
  }

  private static func hexPair(_ text: ArraySlice<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < text.endIndex, let high = ASCII.hexValue(text[index + 1]),
      let low = ASCII.hexValue(text[index + 2])
    else {
      return nil
    }
    return high << 4 | low
  }
}

/// An absolute URI in its parts (RFC 3986, section 3).
private struct URIParts {
  var scheme: [UInt8]
  /// What stands between `//` and the path; `nil` where there is no `//`.
  var authority: [UInt8]?
  var path: [UInt8]
  /// The query and the fragment, with their marks.
  var rest: [UInt8]

  /// - Returns: `nil` for a relative URI.
  init?(_ text: Span<UInt8>) {
    let bytes = text.withUnsafeBufferPointer { Array($0) }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 1, bytes[0].isASCIILetter,
      bytes[..<colon].allSatisfy({ $0.isASCIILetter || ASCII.isDigit($0) || "+-.".utf8.contains($0) })
    else { return nil }
    scheme = bytes[..<colon].map(\.asciiFolded)
    var body = bytes[(colon + 1)...]
    let restStart = body.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? body.endIndex
    rest = Array(body[restStart...])
    body = body[..<restStart]
    guard body.starts(with: "//".utf8) else {
      path = Array(body)
      return
    }
    let authorityStart = body.startIndex + 2
    let pathStart = body[authorityStart...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    authority = Array(body[authorityStart..<(pathStart ?? body.endIndex)])
    path = pathStart.map { Array(body[$0...]) } ?? []
  }

  mutating func normalize() {
    guard let authority else { return }
    self.authority = normalized(authority)
    if path.isEmpty { path = [UInt8(ascii: "/")] }
    path = path.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    path = Self.withoutDotSegments(path)
  }

  /// The host in lower case, and no port that the scheme has anyway.
  private func normalized(_ authority: [UInt8]) -> [UInt8] {
    let userEnd = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? 0
    var host = authority[userEnd...].map(\.asciiFolded)
    if let port = Self.defaultPorts[String(decoding: scheme, as: UTF8.self)],
      host.suffix(port.utf8.count + 1).elementsEqual(":\(port)".utf8)
    {
      host.removeLast(port.utf8.count + 1)
    }
    return authority[..<userEnd] + host
  }

  private static let defaultPorts = [
    "http": "80", "https": "443", "ws": "80", "wss": "443", "ftp": "21", "net.tcp": "808",
  ]

  /// RFC 3986, section 5.2.4.
  private static func withoutDotSegments(_ path: [UInt8]) -> [UInt8] {
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard segments.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) else { return path }
    var kept: [ArraySlice<UInt8>] = []
    for (position, segment) in segments.enumerated() {
      let isLast = position == segments.count - 1
      if segment.elementsEqual(".".utf8) {
        if isLast { kept.append([]) }
      } else if segment.elementsEqual("..".utf8) {
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    return Array(kept.joined(separator: [UInt8(ascii: "/")]))
  }

  func joined(_ spell: (ArraySlice<UInt8>) -> [UInt8]) -> [UInt8] {
    var result = scheme
    result.append(UInt8(ascii: ":"))
    if let authority {
      result += "//".utf8
      result += authority
    }
    result += spell(path[...])
    result += spell(rest[...])
    return result
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// RFC 3986, section 2.3.
  fileprivate var isUnreserved: Bool { isASCIILetter || ASCII.isDigit(self) || "-._~".utf8.contains(self) }
  /// RFC 3986, section 2.2.
  fileprivate var isReserved: Bool { ":/?#[]@!$&'()*+,;=".utf8.contains(self) }

  fileprivate var upperHex: UInt8 { self &- 0x61 < 26 ? self & ~0x20 : self }
}

extension [UInt8] {
  fileprivate mutating func append(escapeOf byte: UInt8) {
    let digits = Array<UInt8>("0123456789ABCDEF".utf8)
    append(UInt8(ascii: "%"))
    append(digits[Int(byte >> 4)])
    append(digits[Int(byte & 15)])
  }
}
