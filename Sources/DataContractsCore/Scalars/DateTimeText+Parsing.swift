extension DateTimeText {
  /// Reads any spelling of a `dateTime`.
  static func parse(_ text: Span<UInt8>, rounds: Bool) throws(LexicalFailure) -> DotNetDateTime {
    if text.byte(at: 0) == 0x2F { return try parseUnixMilliseconds(text) }
    var position = 0
    let (days, isWholeDate) = try readDate(text, at: &position)
    var ticks = Int64(days) * DotNetDateTime.ticksPerDay
    if isWholeDate, let mark = text.byte(at: position), mark == 0x54 || mark == 0x74 || mark == 0x20 {
      position += 1
      ticks += try readTime(text, rounds: rounds, at: &position)
    }
    let kind = try readZone(text, at: &position)
    guard position == text.count else { throw .malformed }
    guard let value = DotNetDateTime(ticks: ticks, kind: kind) else { throw .outOfRange }
    return value
  }

  /// Reads any spelling of a `dateTimeOffset`: a zone is required, and UTC is offset zero.
  static func parseWithOffset(_ text: Span<UInt8>, rounds: Bool) throws(LexicalFailure) -> DotNetDateTime {
    let value = try parse(text, rounds: rounds)
    // ServiceStack's "-0000" says that the kind is unspecified, yet the milliseconds before it count from UTC.
    guard value.kind != .unspecified || text.byte(at: 0) == 0x2F else { throw .malformed }
    guard (0...DotNetDateTime.maximumTicks).contains(value.utcTicks) else { throw .outOfRange }
    let kind = DotNetDateTime.Kind.offset(minutes: value.offsetMinutes)
    guard let result = DotNetDateTime(ticks: value.ticks, kind: kind) else { throw .outOfRange }
    return result
  }

  private static func readDate(
    _ text: Span<UInt8>, at position: inout Int
  ) throws(LexicalFailure) -> (days: Int, isWholeDate: Bool) {
    guard let year = text.readNumber(digits: 4, at: &position) else { throw .malformed }
    guard let month = readDatePart(text, at: &position) else {
      return (try days(year: year, month: 1, day: 1), false)
    }
    guard let day = readDatePart(text, at: &position) else {
      return (try days(year: year, month: month, day: 1), false)
    }
    return (try days(year: year, month: month, day: day), true)
  }

  /// A hyphen and two digits, unless a colon shows that they are an offset.
  private static func readDatePart(_ text: Span<UInt8>, at position: inout Int) -> Int? {
    var end = position
    guard text.skip(0x2D, at: &end), let value = text.readNumber(digits: 2, at: &end), text.byte(at: end) != 0x3A
    else { return nil }
    position = end
    return value
  }

  private static func days(year: Int, month: Int, day: Int) throws(LexicalFailure) -> Int {
    guard (1...12).contains(month), day > 0, day <= GregorianCalendar.days(inMonth: month, of: year) else {
      throw .malformed
    }
    guard year > 0 else { throw .outOfRange }
    return GregorianCalendar.day(year: year, month: month, day: day)
  }

  private static func readTime(
    _ text: Span<UInt8>, rounds: Bool, at position: inout Int
  ) throws(LexicalFailure) -> Int64 {
    guard let hour = text.readNumber(digits: 2, at: &position), hour < 24, text.skip(0x3A, at: &position),
      let minute = text.readNumber(digits: 2, at: &position), minute < 60
    else { throw .malformed }
    var ticks = Int64(hour * 60 + minute) * DotNetDateTime.ticksPerMinute
    guard text.skip(0x3A, at: &position) else { return ticks }
    guard let second = text.readNumber(digits: 2, at: &position), second < 60 else { throw .malformed }
    ticks += Int64(second) * DotNetDateTime.ticksPerSecond
    guard text.skip(0x2E, at: &position) else { return ticks }
    return ticks + (try text.readFractionTicks(rounds: rounds, at: &position))
  }

  private static func readZone(
    _ text: Span<UInt8>, at position: inout Int
  ) throws(LexicalFailure) -> DotNetDateTime.Kind {
    guard let sign = text.byte(at: position) else { return .unspecified }
    position += 1
    if sign == 0x5A || sign == 0x7A { return .utc }
    guard sign == 0x2B || sign == 0x2D, let hours = text.readNumber(digits: 2, at: &position) else {
      throw .malformed
    }
    var minutes = 0
    if position < text.count {
      _ = text.skip(0x3A, at: &position)
      guard let number = text.readNumber(digits: 2, at: &position), number < 60 else { throw .malformed }
      minutes = number
    }
    return .offset(minutes: sign == 0x2D ? -(hours * 60 + minutes) : hours * 60 + minutes)
  }
}

extension DateTimeText {
  /// Reads `/Date(ms)/` as UTC, `/Date(ms±hhmm)/` as the clock at that offset, and `/Date(ms-0000)/`, which
  /// ServiceStack writes for `DateTimeKind.Unspecified`, as a clock without a zone.
  ///
  /// In all of them the number counts milliseconds from 1970-01-01T00:00:00 UTC.
  private static func parseUnixMilliseconds(_ text: Span<UInt8>) throws(LexicalFailure) -> DotNetDateTime {
    var position = 6
    guard text.count > 8, text.extracting(0..<6).equals("/Date("),
      text.extracting((text.count - 2)..<text.count).equals(")/")
    else { throw .malformed }
    let isNegative = text.skip(0x2D, at: &position)
    let start = position
    while let byte = text.byte(at: position), ASCII.isDigit(byte) { position += 1 }
    let number = text.extracting(start..<position)
    let kind = try readEpochZone(text, at: &position)
    guard position == text.count - 2 else { throw .malformed }
    let magnitude = try IntegerText.parse(number).magnitude
    guard let milliseconds = Int64(exactly: magnitude) else { throw .outOfRange }
    return try dateTime(milliseconds: isNegative ? -milliseconds : milliseconds, kind: kind)
  }

  private static func readEpochZone(
    _ text: Span<UInt8>, at position: inout Int
  ) throws(LexicalFailure) -> DotNetDateTime.Kind {
    guard let sign = text.byte(at: position), sign == 0x2B || sign == 0x2D else { return .utc }
    position += 1
    guard let hours = text.readNumber(digits: 2, at: &position),
      let minutes = text.readNumber(digits: 2, at: &position), minutes < 60
    else { throw .malformed }
    let offset = hours * 60 + minutes
    if sign == 0x2D, offset == 0 { return .unspecified }
    return .offset(minutes: sign == 0x2D ? -offset : offset)
  }

  private static func dateTime(
    milliseconds: Int64, kind: DotNetDateTime.Kind
  ) throws(LexicalFailure) -> DotNetDateTime {
    var offset: Int64 = 0
    if case .offset(let minutes) = kind { offset = Int64(minutes) * DotNetDateTime.ticksPerMinute }
    let (ticks, overflows) = milliseconds.multipliedReportingOverflow(by: 10_000)
    guard !overflows, ticks.magnitude <= DotNetDateTime.maximumTicks.magnitude,
      let value = DotNetDateTime(ticks: DotNetDateTime.unixEpochTicks + ticks + offset, kind: kind)
    else { throw .outOfRange }
    return value
  }
}
