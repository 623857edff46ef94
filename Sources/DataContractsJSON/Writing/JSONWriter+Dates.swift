import DataContractsCore

extension JSONWriter {
  @inline(__always)
  mutating func writeDate(
    _ index: Int, _ type: UInt16, _ text: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) {
    if dialect.dates == .iso { return writePlain(text) }
    guard let date = DotNetDateTime(text.span) else { return writeString(text) }
    if dialect.dates == .isoSevenDigits { return writeRoundTrip(date) }
    let type = contract.type(type)
    let hasOffset = type.shape == .primitive && type.primitive == .dateTimeOffset
    if dialect.dates == .serviceStack {
      writeServiceStackDate(date, hasOffset: hasOffset)
    } else if hasOffset {
      try writeDateAndOffset(index, date)
    } else {
      try writeDataContractDate(index, date)
    }
  }

  /// The date in UTC and its offset apart, as DataContractJsonSerializer writes a `DateTimeOffset`.
  private mutating func writeDateAndOffset(_ index: Int, _ date: DotNetDateTime) throws(DocumentError) {
    guard let universal = DotNetDateTime(ticks: date.utcTicks, kind: .utc) else { throw beyondCalendar(index, date) }
    begin(0x7B)
    var isFirst = true
    if index < view.nodes.count, view.at(index).kind == .dateTime, view.at(index).has(0x20),
      dialect.typeNames == .dataContract
    {
      separate(&isFirst)
      writeName("__type")
      writeString(PrimitiveType.dateTimeOffset.contractName.dataContractJSON)
    }
    separate(&isFirst)
    writeName("DateTime")
    writeEpoch(milliseconds: universal.millisecondsSinceUnixEpoch, offset: nil)
    separate(&isFirst)
    writeName("OffsetMinutes")
    output.put(text: "\(date.offsetMinutes)")
    end(0x7D, isEmpty: false)
  }

  private mutating func writeRoundTrip(_ date: DotNetDateTime) {
    var text: [UInt8] = []
    date.appendRoundTrip(to: &text)
    text.withUnsafeBufferPointer { writePlain($0) }
  }

  /// Whether a string that no contract speaks of is a date as ServiceStack writes them, with the escapes that it gives
  /// to dates alone.
  mutating func isDateOfObject(_ node: Node, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard dialect.dates == .serviceStack, contract.type(node.type).shape != .primitive else { return false }
    return DotNetDateTime(text.span) != nil
  }

  /// Writes `/Date(…)/` with its escapes.
  mutating func writeEscapedDate(_ text: UnsafeBufferPointer<UInt8>) {
    output.put("\"\\")
    output.put(UnsafeBufferPointer(rebasing: text[..<(text.count - 1)]))
    output.put("\\/\"")
  }

  private mutating func writeDataContractDate(_ index: Int, _ date: DotNetDateTime) throws(DocumentError) {
    var offset: Int?
    let written = date
    var date = date
    switch date.kind {
    case .utc: break
    case .offset(let minutes): offset = minutes
    case .unspecified:
      offset = dialect.unspecifiedDateOffset
      guard let zoned = DotNetDateTime(ticks: date.ticks, kind: .offset(minutes: dialect.unspecifiedDateOffset)) else {
        throw beyondCalendar(index, date)
      }
      date = zoned
    }
    guard (0...DotNetDateTime.maximumTicks).contains(date.utcTicks) else { throw beyondCalendar(index, written) }
    writeEpoch(milliseconds: date.millisecondsSinceUnixEpoch, offset: offset)
  }

  private mutating func beyondCalendar(_ index: Int, _ date: DotNetDateTime) -> DocumentError {
    notRepresentable(index, expected: "a date within years 1 through 9999 in UTC", found: "\(date)")
  }

  /// ServiceStack takes `DateTime.MinValue` for UTC whatever its kind, multiplies ticks by a ten-thousandth, and counts
  /// the milliseconds of a `DateTimeOffset` by its clock and not by UTC.
  private mutating func writeServiceStackDate(_ date: DotNetDateTime, hasOffset: Bool) {
    var ticks = (hasOffset ? date.ticks : date.utcTicks) - Self.unixEpochTicks
    var suffix: Int?
    switch date.kind {
    case .utc: break
    case .offset(let minutes): suffix = hasOffset && minutes == 0 ? nil : minutes
    case .unspecified:
      suffix = .min
      if date.ticks > 0 { ticks -= Int64(dialect.unspecifiedDateOffset) * 600_000_000 }
    }
    let milliseconds = hasOffset ? ticks / 10_000 : Int64(Double(ticks) * (1.0 / 10_000))
    writeEpoch(milliseconds: milliseconds, offset: suffix)
  }

  private static var unixEpochTicks: Int64 { 621_355_968_000_000_000 }

  /// - Parameter offset: Minutes ahead of UTC; `nil` writes none, `Int.min` ServiceStack's `-0000`.
  private mutating func writeEpoch(milliseconds: Int64, offset: Int?) {
    output.put("\"\\/Date(")
    output.put(text: "\(milliseconds)")
    if let offset {
      let minutes = offset == .min ? 0 : abs(offset)
      output.put(offset < 0 ? 0x2D : 0x2B)
      writePair(minutes / 60)
      writePair(minutes % 60)
    }
    output.put(")\\/\"")
  }

  private mutating func writePair(_ value: Int) {
    output.put(0x30 &+ UInt8(truncatingIfNeeded: value / 10))
    output.put(0x30 &+ UInt8(truncatingIfNeeded: value % 10))
  }
}

extension JSONWriter {
  mutating func writeDuration(_ text: UnsafeBufferPointer<UInt8>) {
    if dialect.durations == .properties, let value = DotNetTimeSpan(text.span) { return writeProperties(of: value) }
    let spelled = durationText(text) ?? Array(text)
    spelled.withUnsafeBufferPointer { writePlain($0) }
  }

  /// How a duration is spelled as text, where that is not its canonical text.
  mutating func durationText(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard dialect.durations != .iso, let value = DotNetTimeSpan(text.span) else { return nil }
    var spelled: [UInt8] = []
    if dialect.durations == .isoThroughDouble {
      ServiceStackText.throughDouble(value).appendISO(to: &spelled)
    } else {
      value.appendClock(to: &spelled)
    }
    return spelled
  }

  private static var maximumMilliseconds: Double { 922_337_203_685_477 }

  private mutating func writeProperties(of value: DotNetTimeSpan) {
    let ticks = value.ticks
    let whole: [(StaticString, Int64)] = [
      ("Ticks", ticks), ("Days", ticks / 864_000_000_000), ("Hours", ticks / 36_000_000_000 % 24),
      ("Milliseconds", ticks / 10_000 % 1000), ("Minutes", ticks / 600_000_000 % 60),
      ("Seconds", ticks / 10_000_000 % 60),
    ]
    let total: [(StaticString, Double)] = [
      ("TotalDays", 864_000_000_000), ("TotalHours", 36_000_000_000), ("TotalMilliseconds", 10_000),
      ("TotalMinutes", 600_000_000), ("TotalSeconds", 10_000_000),
    ]
    begin(0x7B)
    var isFirst = true
    for (name, number) in whole {
      separate(&isFirst)
      writeName(name)
      output.put(text: "\(number)")
    }
    for (name, unit) in total {
      separate(&isFirst)
      writeName(name)
      var text: [UInt8] = []
      // .NET bounds the milliseconds by the whole ones of the greatest length.
      let total =
        unit == 10_000
        ? max(min(Double(ticks) / unit, Self.maximumMilliseconds), -Self.maximumMilliseconds)
        : Double(ticks) / unit
      FloatingPointPrinter.appendDouble(total, to: &text)
      output.put(text)
    }
    end(0x7D, isEmpty: false)
  }
}
