import DataContractsCore

extension FieldWriter {
  /// Writes the public properties of a `Uri`, which MultipartDataMediaFormatter takes for a class.
  ///
  /// A relative one, of which .NET cannot tell most properties, and one that ``URIProperties`` does not understand are
  /// written as their text, which readers take.
  mutating func writeURI(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    guard let uri = URIProperties(text.span) else { return try send(text) }
    try writeProperty("AbsolutePath", uri.path)
    try writeProperty("AbsoluteUri", uri.absoluteURI)
    try writeProperty("LocalPath", uri.localPath)
    try writeProperty("Authority", uri.authority)
    try writeProperty("HostNameType", uri.hostType.rawValue)
    try writeProperty("IsDefaultPort", uri.hasDefaultPort ? "True" : "False")
    try writeProperty("IsFile", "False")
    try writeProperty("IsLoopback", uri.isLoopback ? "True" : "False")
    try writeProperty("PathAndQuery", uri.path + uri.query)
    try writeSegments(uri.segments)
    try writeProperty("IsUnc", "False")
    try writeProperty("Host", uri.host)
    try writeProperty("Port", "\(uri.port)")
    try writeProperty("Query", uri.query)
    try writeProperty("Fragment", uri.fragment)
    try writeProperty("Scheme", uri.scheme)
    try writeProperty("OriginalString") { $0.append(contentsOf: text) }
    try writeProperty("DnsSafeHost", uri.host)
    try writeProperty("IdnHost", uri.host)
    try writeProperty("IsAbsoluteUri", "True")
    try writeProperty("UserEscaped", "False")
    try writeProperty("UserInfo", uri.userInfo)
  }

  private mutating func writeProperty(_ property: StaticString, _ text: String) throws(DocumentError) {
    try writeProperty(property) { $0.append(contentsOf: text.utf8) }
  }

  private mutating func writeSegments(_ segments: [String]) throws(DocumentError) {
    let mark = name.count
    append(plain: "Segments")
    let list = name.count
    for (position, segment) in segments.enumerated() {
      append(index: position)
      try send(segment)
      name.truncate(to: list)
    }
    name.truncate(to: mark)
  }
}
