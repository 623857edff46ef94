import DataContractsCore

extension FieldWriter {
  /// Writes the public properties of a `TimeSpan`, which MultipartDataMediaFormatter takes for a class.
  mutating func writeTimeSpan(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    guard let span = DotNetTimeSpan(text.span) else { return try send(text) }
    for (property, number) in Self.integers(of: span) {
      try writeProperty(property) { $0.append(contentsOf: "\(number)".utf8) }
    }
    for (property, number) in Self.totals(of: span) {
      try writeProperty(property) { FloatingPointPrinter.appendDouble(number, style: .shortest, to: &$0) }
    }
  }

  private static func integers(of span: DotNetTimeSpan) -> [(StaticString, Int64)] {
    let ticks = span.ticks
    return [
      ("Ticks", ticks), ("Days", ticks / 864_000_000_000), ("Hours", ticks / 36_000_000_000 % 24),
      ("Milliseconds", ticks / 10_000 % 1_000), ("Minutes", ticks / 600_000_000 % 60),
      ("Seconds", ticks / 10_000_000 % 60),
    ]
  }

  /// .NET Core's own arithmetic: a division of doubles, and milliseconds cut to what `TimeSpan` can hold.
  private static func totals(of span: DotNetTimeSpan) -> [(StaticString, Double)] {
    let ticks = Double(span.ticks)
    let limit = Double(Int64.max / 10_000)
    return [
      ("TotalDays", ticks / 864_000_000_000), ("TotalHours", ticks / 36_000_000_000),
      ("TotalMilliseconds", min(max(ticks / 10_000, -limit), limit)), ("TotalMinutes", ticks / 600_000_000),
      ("TotalSeconds", ticks / 10_000_000),
    ]
  }

  /// Writes the public properties of an `XmlQualifiedName`, whose canonical text is `namespace:local`.
  mutating func writeQualifiedName(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
    let colon = text.lastIndex(of: 0x3A)
    let local = text[(colon.map { $0 + 1 } ?? text.startIndex)...]
    // XML has one empty name, whatever the default namespace is where it stands.
    let namespace = text[..<(local.isEmpty ? text.startIndex : colon ?? text.startIndex)]
    try writeProperty("Namespace") { $0.append(contentsOf: namespace) }
    try writeProperty("Name") { $0.append(contentsOf: local) }
    try writeProperty("IsEmpty") { $0.append(contentsOf: (local.isEmpty ? "True" : "False").utf8) }
  }

  mutating func writeProperty(_ property: StaticString, _ text: (inout [UInt8]) -> Void) throws(DocumentError) {
    let mark = name.count
    append(plain: property)
    scratch.removeAll(keepingCapacity: true)
    text(&scratch)
    try sendScratch()
    name.truncate(to: mark)
  }

  /// Writes binary data: the numbers of its bytes, or a file.
  mutating func writeBytes(_ node: Node) throws(DocumentError) {
    var bytes: [UInt8] = []
    let text = view.text(of: node)
    if node.flags.contains(.rawBytes) {
      bytes.append(contentsOf: text)
    } else if !Base64.decode(text.span, into: &bytes) {
      return try send(text)
    }
    guard !style.sendsBytesAsFiles else { return try writeFile(fileName: nil, mediaType: nil, bytes) }
    let mark = name.count
    for (position, byte) in bytes.enumerated() {
      append(index: position)
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: "\(byte)".utf8)
      try sendScratch()
      name.truncate(to: mark)
    }
  }

  private func writeFile(fileName: String?, mediaType: String?, _ bytes: [UInt8]) throws(DocumentError) {
    try name.withBytes { name throws(DocumentError) in
      try bytes.withUnsafeBufferPointer { content throws(DocumentError) in
        try output.file(name: name, fileName: nil, mediaType: nil, content: content)
      }
    }
  }

  mutating func writeFile(_ index: Int) throws(DocumentError) {
    guard view.node(index).extent == 3 else { return }
    let fileName = view.text(of: view.node(index + 1))
    let mediaType = view.node(index + 2)
    let content = view.node(index + 3)
    try name.withBytes { name throws(DocumentError) in
      try output.file(
        name: name, fileName: fileName, mediaType: mediaType.kind == .null ? nil : view.text(of: mediaType),
        content: view.text(of: content))
    }
  }
}
