import DataContractsCore

/// What `System.Uri` tells of an absolute URI in its public properties.
///
/// Understood are hosts of ASCII names and dotted IPv4 addresses, and schemes that are not .NET's own but `http`,
/// `https`, `ws`, `wss`, `ftp` and `mailto`.
/// - SeeAlso: [System.Uri](https://learn.microsoft.com/dotnet/api/system.uri#properties)
package struct URIProperties: Sendable {
  /// What `HostNameType` tells.
  package enum HostType: String, Sendable {
    case unknown = "Unknown"
    case name = "Dns"
    case ipv4 = "IPv4"
  }

  /// The canonical form of the whole.
  package let absoluteURI: String
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

  private static let defaultPorts = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21, "mailto": 25]
  /// Schemes of .NET's with rules of their own.
  private static let otherSchemes: Set = [
    "file", "gopher", "ldap", "net.pipe", "net.tcp", "news", "nntp", "telnet", "uuid", "vsmacros",
  ]

  /// - Returns: nil for a relative reference, and for what is not understood.
  package init?(_ text: Span<UInt8>) {
    guard let canonical = URIText.escaped(text.extracting(text.trimmedIndices)) else { return nil }
    absoluteURI = String(decoding: canonical, as: UTF8.self)
    var rest = Substring(absoluteURI)
    guard canonical.allSatisfy({ $0 < 0x80 && $0 != 0x5C }), let colon = rest.firstIndex(of: ":") else { return nil }
    scheme = String(rest[..<colon])
    fragment = Self.cut(&rest, from: "#")
    query = Self.cut(&rest, from: "?")
    guard !Self.otherSchemes.contains(scheme), scheme != "ftp" || query.isEmpty,
      parse(rest[rest.index(after: colon)...])
    else { return nil }
  }

  /// Takes from a text what begins with a mark; nothing where the mark is not there.
  private static func cut(_ text: inout Substring, from mark: Character) -> String {
    guard let start = text.firstIndex(of: mark) else { return "" }
    defer { text = text[..<start] }
    return String(text[start...])
  }

  /// Reads what stands between the scheme's colon and the query.
  private mutating func parse(_ text: Substring) -> Bool {
    if scheme == "mailto" { return text.contains("@") && parseAuthority(text) }
    guard text.hasPrefix("//") else {
      path = String(text)
      return Self.defaultPorts[scheme] == nil && !path.isEmpty && !path.hasPrefix("/") && !path.contains("/.")
    }
    let authority = text.dropFirst(2)
    let pathStart = authority.firstIndex(of: "/") ?? authority.endIndex
    path = String(authority[pathStart...])
    return parseAuthority(authority[..<pathStart])
  }

  private mutating func parseAuthority(_ text: Substring) -> Bool {
    var text = text
    if let at = text.firstIndex(of: "@") {
      userInfo = String(text[..<at])
      text = text[text.index(after: at)...]
    }
    port = Self.defaultPorts[scheme] ?? -1
    let number = Self.cut(&text, from: ":").dropFirst()
    if !number.isEmpty {
      guard number.utf8.count <= 5, let written = UInt16(number) else { return false }
      port = Int(written)
    }
    return parseHost(text.lowercased())
  }

  private mutating func parseHost(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name.utf8.count <= 255, labels.allSatisfy(Self.isLabel) else { return false }
    host = name
    hostType = .name
    // Whatever ends in a number is an address, of which only the usual form is understood.
    guard labels.last?.utf8.allSatisfy({ $0 &- 0x30 < 10 }) == true else { return true }
    hostType = .ipv4
    return labels.count == 4 && labels.allSatisfy { UInt8($0).map { "\($0)" } == String($0) }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.utf8.first != 0x2D
      && label.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F }
  }
}

extension URIProperties {
  /// Whether the port is that of the scheme.
  package var hasDefaultPort: Bool { port == Self.defaultPorts[scheme] ?? -1 }

  /// The host, and the port where it is not the scheme's own.
  package var authority: String { hasDefaultPort ? host : "\(host):\(port)" }

  /// Whether the host is this machine.
  package var isLoopback: Bool {
    host == "localhost" || host == "loopback" || (hostType == .ipv4 && host.hasPrefix("127."))
  }

  /// The path without escapes.
  package var localPath: String {
    let bytes = Array(path.replacingPlus.utf8)
    var output: [UInt8] = []
    bytes.withUnsafeBufferPointer { _ = PercentEncoding.decode($0.span, into: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// The parts of the path, each with the slash after it.
  package var segments: [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.enumerated().compactMap { position, part in
      let isLast = position == parts.count - 1
      return isLast && part.isEmpty ? nil : isLast ? String(part) : part + "/"
    }
  }
}

extension String {
  /// A path for a reader of forms, to whom a plus sign is a space.
  fileprivate var replacingPlus: String {
    split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%2B")
  }
}
