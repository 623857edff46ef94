import DataContractsCore

/// The texts of scalars: corner values in a third of the cases.
extension DocumentMaker {
  mutating func text(of enumeration: EnumerationContract) -> String {
    guard enumeration.isFlags else { return random.pick(enumeration.values).name }
    let bits = enumeration.values.reduce(into: UInt64(0)) { bits, value in
      if random.chance(40) { bits |= value.bits }
    }
    return enumeration.canonicalText(of: bits)
  }

  mutating func text(of primitive: PrimitiveType, in builder: inout DocumentBuilder) -> String {
    switch primitive {
    case .boolean: random.pick(["true", "false"])
    case .byte: integer(Int8.self)
    case .unsignedByte: integer(UInt8.self)
    case .short: integer(Int16.self)
    case .unsignedShort, .char: integer(UInt16.self)
    case .int: integer(Int32.self)
    case .unsignedInt: integer(UInt32.self)
    case .long: integer(Int64.self)
    case .unsignedLong: integer(UInt64.self)
    case .float: float()
    case .double: double()
    case .decimal: decimal()
    case .string: string()
    case .dateTime: dateTime()
    case .dateTimeOffset: dateTimeOffset()
    case .duration: duration()
    case .guid: guid()
    case .anyURI: random.pick(["http://example.org/", "http://example.org/a%20b?q=1&r=%C3%A9#f", "../x", "urn:x:y"])
    case .base64Binary: base64()
    case .qName: qualifiedName(in: &builder)
    }
  }

  private mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) -> String {
    if random.chance(30) { return "\(random.pick([0, 1, Value.min, .max, .max - 1]))" }
    return "\(Value(truncatingIfNeeded: random.next()) >> random.below(Value.bitWidth))"
  }

  /// No -0, which DataContractSerializer writes but reads as 0.
  private mutating func double() -> String {
    let corners: [Double] = [
      0, 1, 0.1, 1 / 3, 1e15, 1e16, 1e17, 1e-4, 1e-5, 9_007_199_254_740_992, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, .nan, .infinity, -.infinity,
    ]
    let value =
      random.chance(40)
      ? Double(random.below(100_000)) / 100
      : random.chance(30) ? random.pick(corners) : Double(bitPattern: random.next())
    return agreed(digits: 15) { FloatingPointPrinter.appendDouble(value, style: $0, to: &$1) } ?? double()
  }

  private mutating func float() -> String {
    let corners: [Float] = [
      0, 1, 0.1, 1 / 3, 1e7, 1e8, 1e9, 1e-4, 1e-5, 16_777_216, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, .nan, .infinity, -.infinity,
    ]
    let value =
      random.chance(40)
      ? Float(random.below(10_000)) / 100
      : random.chance(30) ? random.pick(corners) : Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
    return agreed(digits: 7) { FloatingPointPrinter.appendFloat(value, style: $0, to: &$1) } ?? float()
  }

  /// The text of a number that every .NET prints alike, of so few digits that Mono reads it exactly.
  private func agreed(digits: Int, _ print: (FloatingPointStyle, inout [UInt8]) -> Void) -> String? {
    let texts = [FloatingPointStyle.shortest, .framework].map { style in
      var output: [UInt8] = []
      print(style, &output)
      return String(decoding: output, as: UTF8.self)
    }
    let count = texts[0].prefix { $0 != "E" }.filter(\.isNumber).drop { $0 == "0" }.count
    return texts[0] == texts[1] && count <= digits ? texts[0] : nil
  }

  /// 96 bits at a scale of 0 through 28.
  private mutating func decimal() -> String {
    if random.chance(30) {
      return random.pick([
        "0", "0.0", "0.0000000000000000000000000000", "1", "-1", "1.10", "0.0000000000000000000000000001",
        "79228162514264337593543950335", "-79228162514264337593543950335", "7.9228162514264337593543950335",
      ])
    }
    let bits = UInt128(random.next()) << 64 | UInt128(random.next())
    let digits = "\(bits >> (32 + random.below(96)))"
    let scale = random.below(29)
    let padded = String(repeating: "0", count: max(scale + 1 - digits.count, 0)) + digits
    let sign = bits & 1 == 0 || !padded.contains { $0 != "0" } ? "" : "-"
    return sign + padded.dropLast(scale) + (scale == 0 ? "" : "." + padded.suffix(scale))
  }

  private mutating func string() -> String {
    let plain = [
      "a", "Zürich", "日本", "😀", "<", ">", "&", "\"", "'", "]]>", "&amp;", "\n", "\t", " ", "  ", "007", "_x0041_",
    ]
    let rare = ["\u{1}", "\0", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\r\n"]
    let fragments = random.chance(70) ? plain : plain + rare
    return (0..<random.below(7)).map { _ in random.pick(fragments) }.joined()
  }

  private mutating func ticks(in range: ClosedRange<Int64>) -> Int64 {
    if random.chance(20) { return random.pick([range.lowerBound, range.upperBound]) }
    let ticks = Int64.random(in: range, using: &random)
    return max(range.lowerBound, ticks - ticks % random.pick([1, 10, 10_000, 10_000_000, 864_000_000_000]))
  }

  /// A local time is four hours ahead of UTC; before 1920 Dubai's clock was no whole minutes ahead.
  private mutating func dateTime() -> String {
    if random.chance(30) {
      let local = ticks(in: 608_672_448_000_000_000...3_155_000_000_000_000_000)
      return DotNetDateTime(ticks: local, kind: .offset(minutes: 240))?.description ?? ""
    }
    let kind = random.pick([DotNetDateTime.Kind.unspecified, .utc])
    return DotNetDateTime(ticks: ticks(in: 0...DotNetDateTime.maximumTicks), kind: kind)?.description ?? ""
  }

  private mutating func dateTimeOffset() -> String {
    let minutes = random.pick([0, 240, -840, 840, random.below(1681) - 840])
    let aDay: Int64 = 864_000_000_000
    let ticks = ticks(in: aDay...DotNetDateTime.maximumTicks - aDay)
    return DotNetDateTime(ticks: ticks, kind: .offset(minutes: minutes))?.description ?? ""
  }

  private mutating func duration() -> String {
    if random.chance(30) { return DotNetTimeSpan(ticks: random.pick([0, 1, -1, .max, .min])).description }
    return DotNetTimeSpan(ticks: Int64(bitPattern: random.next()) >> random.below(64)).description
  }

  private mutating func guid() -> String {
    if random.chance(15) { return "00000000-0000-0000-0000-000000000000" }
    let digits = (0..<32).map { _ in random.pick(Array("0123456789abcdef")) }
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }

  private mutating func base64() -> String {
    var text: [UInt8] = []
    let bytes = (0..<random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    bytes.withUnsafeBufferPointer { Base64.encode($0.span, into: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  /// `namespace:local`; the document has to know the namespace.
  private mutating func qualifiedName(in builder: inout DocumentBuilder) -> String {
    let namespace = random.pick(["urn:q", "urn:q:2"])
    _ = builder.namespaceIndex(of: namespace)
    return "\(namespace):\(random.pick(["local", "a.b-c"]))"
  }
}
