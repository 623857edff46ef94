/// An absolute URI in the parts that `System.Uri` has properties for, in canonical form.
///
/// Understood are hosts of ASCII names and dotted IPv4 addresses, and schemes that are not .NET's own but `http`,
/// `https`, `ws`, `wss`, `ftp` and `mailto`. Scheme and host are put in lower case, dot segments are taken out, what may
/// not stand in a URI is escaped as UTF-8 in capital hexadecimal digits, and escaped letters, digits and `-._~` are
/// unescaped.
package struct DotNetURI: Sendable, Hashable {
  /// What `HostNameType` tells.
  package enum HostType: String, Sendable {
    case unknown = "Unknown"
    case name = "Dns"
    case ipv4 = "IPv4"
  }

  /// In lower case, without the colon.
  package let scheme: String
  /// What stands before the `@`; empty without one.
  package private(set) var userInfo = ""
  /// In lower case; empty for a URI such as `urn:x:y`.
  package private(set) var host = ""
  package private(set) var hostType = HostType.unknown
  /// The port that is written or the scheme's own; -1 where there is none.
  package private(set) var port = -1
  /// Escaped; `/` at least where there is an authority.
  package private(set) var path = ""
  /// With its question mark; empty without one.
  package private(set) var query = ""
  /// With its number sign; empty without one.
  package private(set) var fragment = ""
  /// What stands between the scheme and the user or host.
  private var separator = ":"

  private static let defaultPorts = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21, "mailto": 25]
  /// Schemes of .NET's with rules of their own.
  private static let otherSchemes: Set = [
    "file", "gopher", "ldap", "net.pipe", "net.tcp", "news", "nntp", "telnet", "uuid", "vsmacros",
  ]

  /// - Returns: nil for a relative reference, and for what is not understood.
  package init?(_ text: Span<UInt8>) {
    let text = text.extracting(text.trimmedRange)
    guard let colon = Self.schemeEnd(text) else { return nil }
    scheme = Self.string(text, 0..<colon).lowercased()
    guard !Self.otherSchemes.contains(scheme), !text.indices.contains(where: { text[$0] == 0x5C }) else { return nil }
    let end = text.first(0x23, from: colon) ?? text.count
    let pathEnd = text.first(0x3F, from: colon).map { min($0, end) } ?? end
    query = Self.escaped(text, pathEnd..<end)
    fragment = Self.escaped(text, end..<text.count)
    guard scheme != "ftp" || query.isEmpty, parse(text, (colon + 1)..<pathEnd) else { return nil }
  }

  /// Where the colon after the scheme stands. A scheme of one letter is a drive.
  private static func schemeEnd(_ text: Span<UInt8>) -> Int? {
    var index = 0
    while index < text.count, isSchemeByte(text[index], isFirst: index == 0) { index += 1 }
    return index > 1 && index < text.count && text[index] == 0x3A ? index : nil
  }

  private static func isSchemeByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    if (byte | 0x20) &- 0x61 < 26 { return true }
    return !isFirst && (ASCII.isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E)
  }

  /// Reads what stands between the scheme's colon and the query.
  private mutating func parse(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if scheme == "mailto" { return parseAuthority(text, range, isMail: true) }
    let hasAuthority = range.count > 2 && text[range.lowerBound] == 0x2F && text[range.lowerBound + 1] == 0x2F
    guard hasAuthority else {
      path = Self.escaped(text, range)
      return Self.defaultPorts[scheme] == nil && !path.isEmpty && !path.hasPrefix("/") && !path.contains("/.")
    }
    separator = "://"
    let start = range.lowerBound + 2
    let pathStart = min(text.first(0x2F, from: start) ?? range.upperBound, range.upperBound)
    guard parseAuthority(text, start..<pathStart, isMail: false) else { return false }
    path = Self.withoutDotSegments(Self.escaped(text, pathStart..<range.upperBound))
    return true
  }
}

extension DotNetURI {
  private mutating func parseAuthority(_ text: Span<UInt8>, _ range: Range<Int>, isMail: Bool) -> Bool {
    var start = range.lowerBound
    if let at = text.first(0x40, from: start), at < range.upperBound {
      userInfo = Self.escaped(text, start..<at)
      start = at + 1
    } else if isMail {
      return false
    }
    let colon = min(text.first(0x3A, from: start) ?? range.upperBound, range.upperBound)
    guard parsePort(text, colon..<range.upperBound) else { return false }
    return parseHost(Self.string(text, start..<colon).lowercased())
  }

  private mutating func parsePort(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    port = Self.defaultPorts[scheme] ?? -1
    guard range.count > 1 else { return true }
    guard range.count <= 6, let number = UInt16(Self.string(text, (range.lowerBound + 1)..<range.upperBound)) else {
      return false
    }
    port = Int(number)
    return true
  }

  private mutating func parseHost(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.utf8.first.map { $0 != 0x2D } == true
        && label.utf8.allSatisfy { ASCII.isDigit($0) || $0 &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F }
    }
    guard isName, name.utf8.count <= 255 else { return false }
    host = name
    hostType = .name
    // Whatever ends in a number is an address, of which only the usual form is understood.
    guard labels.last?.utf8.allSatisfy(ASCII.isDigit) == true else { return true }
    hostType = .ipv4
    return labels.count == 4 && labels.allSatisfy { UInt8($0).map { "\($0)" } == String($0) }
  }

  private static func withoutDotSegments(_ path: String) -> String {
    var kept: [Substring] = []
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (position, segment) in segments.enumerated() {
      let isLast = position == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        kept = Array(kept.dropLast())
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}

extension DotNetURI {
  private static func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    text.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  private static func escaped(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0x25, let value = escape(text, at: index, range.upperBound) {
        if value >= 0x80 {
          appendEscape(of: value, to: &output)
        } else if isUnreserved(value) {
          output.append(value)
        } else {
          output.append(bytesOf: text.extracting(index..<index + 3))
        }
        index += 3
        continue
      }
      if byte != 0x25, isUnreserved(byte) || ":/?#[]@!$&'()*+,;=".utf8.contains(byte) {
        output.append(byte)
      } else {
        appendEscape(of: byte, to: &output)
      }
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The byte that two hexadecimal digits after a percent sign stand for.
  private static func escape(_ text: Span<UInt8>, at index: Int, _ end: Int) -> UInt8? {
    guard index + 2 < end, let high = ASCII.hexValue(text[index + 1]), let low = ASCII.hexValue(text[index + 2]) else {
      return nil
    }
    return high << 4 | low
  }

  private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    output.append(0x25)
    output.append(digits[Int(byte >> 4)])
    output.append(digits[Int(byte & 15)])
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || "-._~".utf8.contains(byte)
  }
}

extension DotNetURI {
  /// Whether the port is that of the scheme.
  package var hasDefaultPort: Bool { port == Self.defaultPorts[scheme] ?? -1 }

  /// The host, and the port where it is not the scheme's own.
  package var authority: String { hasDefaultPort ? host : "\(host):\(port)" }

  /// Whether the host is this machine.
  package var isLoopback: Bool {
    host == "localhost" || host == "loopback" || (hostType == .ipv4 && host.hasPrefix("127."))
  }

  /// The canonical form of the whole, which DataContract XML writes too.
  package var absoluteURI: String {
    "\(scheme)\(separator)\(userInfo)\(userInfo.isEmpty ? "" : "@")\(authority)\(path)\(query)\(fragment)"
  }

  /// The path without escapes.
  package var localPath: String {
    let bytes = Array(path.utf8)
    var output: [UInt8] = []
    bytes.withSpan(of: 0..<bytes.count) { text in
      var index = 0
      while index < text.count {
        let value = text[index] == 0x25 ? Self.escape(text, at: index, text.count) : nil
        output.append(value ?? text[index])
        index += value == nil ? 1 : 3
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The parts of the path, each with the slash after it.
  package var segments: [String] {
    var result: [String] = []
    var current = ""
    for character in path {
      current.append(character)
      if character == "/" {
        result.append(current)
        current = ""
      }
    }
    return current.isEmpty ? result : result + [current]
  }
}

extension Span<UInt8> {
  /// Where a byte stands first, from a position on.
  fileprivate func first(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
