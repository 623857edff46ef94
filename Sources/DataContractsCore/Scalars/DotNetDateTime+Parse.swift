extension DotNetDateTime {
  /// Reads what .NET's `DateTime.Parse` reads in the invariant culture, where year, month and day are all told:
  /// `02/04/2026 6:54 PM`, `2026/2/4`, `4 Feb 2026`, `Wed, 04 Feb 2026 06:54:54 GMT`.
  ///
  /// Of three numbers the month is the first, unless the first has three digits or more and is the year. A year of two
  /// digits is one of 1930 through 2029. Digits of a second beyond the seventh are rounded. What `DateTime.Parse` takes
  /// from the reader's clock (a missing year or day, a time alone) is refused, and a zone is kept where .NET converts
  /// to the reader's own.
  ///
  /// - Returns: nil for any other text.
  package init?(likeDotNet text: Span<UInt8>) {
    var parser = DateTimeParser(text.extracting(text.trimmedRange))
    guard let value = parser.parse() else { return nil }
    self = value
  }
}

/// Takes a date and a time apart into numbers, words and what stands between them.
private struct DateTimeParser {
  private var tokens: [Token] = []
  private var position = 0

  private enum Token: Equatable {
    case number(Int, digits: Int)
    /// Letters, in lower case.
    case word(String)
    case mark(UInt8)
    case blank
  }

  /// The longest text that can be a date.
  private static let longestText = 80

  init(_ text: Span<UInt8>) {
    guard text.count <= Self.longestText else { return }
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, ASCII.isDigit(text[index]) { index += 1 }
      if index > start {
        tokens.append(Self.number(text.extracting(start..<index)))
        continue
      }
      while index < text.count, Self.isLetter(text[index]) { index += 1 }
      if index > start {
        let word = text.extracting(start..<index)
        tokens.append(.word(String(decoding: word.indices.map { word[$0].asciiFolded }, as: UTF8.self)))
        continue
      }
      tokens.append(text[index] == 0x20 || text[index] == 0x09 ? .blank : .mark(text[index]))
      index += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Digits beyond the ninth count nowhere but in a fraction, where they are past what is rounded.
  private static func number(_ digits: Span<UInt8>) -> Token {
    var value = 0
    for index in 0..<min(digits.count, 9) { value = value * 10 + Int(digits[index] &- 0x30) }
    return .number(value, digits: digits.count)
  }

  mutating func parse() -> DotNetDateTime? {
    guard let day = parseDate() else { return nil }
    skipBlanks()
    skip(.word("t"))
    var ticks = Int64(day) * DotNetDateTime.ticksPerDay
    if position < tokens.count {
      guard let time = parseTime() else { return nil }
      ticks += time
    }
    guard let kind = parseZone(), position == tokens.count else { return nil }
    return DotNetDateTime(ticks: ticks, kind: kind)
  }
}

extension DateTimeParser {
  /// The day's number in the calendar.
  private mutating func parseDate() -> Int? {
    let weekday = parseWeekday()
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    while numbers.count + (month == nil ? 0 : 1) < 3 {
      skipSeparators()
      if let number = takeNumber() {
        numbers.append(number)
      } else if month == nil, let name = takeMonth() {
        month = name
      } else {
        return nil
      }
    }
    guard let day = Self.day(numbers, month) else { return nil }
    // The first day of the calendar was a Monday.
    guard weekday == nil || weekday == (day + 1) % 7 else { return nil }
    return day
  }

  private static func day(_ numbers: [(value: Int, digits: Int)], _ month: Int?) -> Int? {
    let isYearFirst = (numbers.first?.digits ?? 0) > 2
    guard let first = numbers.first, let last = numbers.last else { return nil }
    let year = isYearFirst ? first : last
    let dayOfMonth = isYearFirst ? last : month == nil ? numbers[1] : first
    let number = month ?? (isYearFirst ? numbers[1] : first).value
    guard let fullYear = fullYear(year), dayOfMonth.digits <= 2, (1...12).contains(number), dayOfMonth.value > 0,
      dayOfMonth.value <= GregorianCalendar.days(inMonth: number, of: fullYear)
    else { return nil }
    return GregorianCalendar.day(year: fullYear, month: number, day: dayOfMonth.value)
  }

  private static func fullYear(_ year: (value: Int, digits: Int)) -> Int? {
    guard year.digits <= 2 else { return (1...9999).contains(year.value) ? year.value : nil }
    return year.value < 30 ? 2000 + year.value : 1900 + year.value
  }

  /// 0 for Sunday; `nil` where no day of the week comes first.
  private mutating func parseWeekday() -> Int? {
    guard case .word(let word)? = token else { return nil }
    let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    guard let found = names.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else { return nil }
    position += 1
    return found
  }

  private mutating func takeMonth() -> Int? {
    guard case .word(let word)? = token else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    guard let found = names.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else { return nil }
    position += 1
    return found + 1
  }
}

extension DateTimeParser {
  /// Ticks since midnight. An hour alone needs `AM` or `PM`.
  private mutating func parseTime() -> Int64? {
    guard let (number, digits) = takeNumber(), digits <= 2 else { return nil }
    var hour = number
    var ticks: Int64 = 0
    let hasMinutes = skip(.mark(0x3A))
    if hasMinutes {
      guard let minutes = takePart() else { return nil }
      ticks = Int64(minutes) * DotNetDateTime.ticksPerMinute
      if skip(.mark(0x3A)) {
        guard let seconds = takePart(), let fraction = parseFraction() else { return nil }
        ticks += Int64(seconds) * DotNetDateTime.ticksPerSecond + fraction
      }
    }
    skipBlanks()
    if let isAfternoon = takeHalf() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    } else if !hasMinutes || hour > 23 {
      return nil
    }
    return ticks + Int64(hour) * 60 * DotNetDateTime.ticksPerMinute
  }

  /// Minutes or seconds.
  private mutating func takePart() -> Int? {
    guard let (value, digits) = takeNumber(), digits <= 2, value < 60 else { return nil }
    return value
  }

  private mutating func parseFraction() -> Int64? {
    guard skip(.mark(0x2E)) else { return 0 }
    guard let (value, digits) = takeNumber() else { return nil }
    var ticks = Int64(value)
    if digits < 7 { for _ in digits..<7 { ticks *= 10 } }
    if digits == 8 { ticks = (ticks + 5) / 10 }
    if digits > 8 { ticks = (ticks + 50) / 100 }
    return ticks
  }

  private mutating func takeHalf() -> Bool? {
    guard case .word(let word)? = token, word == "am" || word == "pm" else { return nil }
    position += 1
    return word == "pm"
  }

  private mutating func parseZone() -> DotNetDateTime.Kind? {
    skipBlanks()
    if skip(.word("z")) || skip(.word("gmt")) { return .utc }
    let isNegative = skip(.mark(0x2D))
    guard isNegative || skip(.mark(0x2B)) else { return .unspecified }
    guard let (number, digits) = takeNumber() else { return nil }
    var minutes = digits <= 2 ? number * 60 : number / 100 * 60 + number % 100
    if digits <= 2, skip(.mark(0x3A)) {
      guard let part = takePart() else { return nil }
      minutes += part
    }
    guard digits <= 4, minutes <= DotNetDateTime.maximumOffsetMinutes else { return nil }
    return .offset(minutes: isNegative ? -minutes : minutes)
  }
}

extension DateTimeParser {
  private var token: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func takeNumber() -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits)? = token else { return nil }
    position += 1
    return (value, digits)
  }

  @discardableResult
  private mutating func skip(_ wanted: Token) -> Bool {
    guard token == wanted else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while skip(.blank) {}
  }

  /// What may stand between the parts of a date: `/`, `-`, `.`, a comma, blanks.
  private mutating func skipSeparators() {
    while let next = token {
      switch next {
      case .blank, .mark(0x2F), .mark(0x2D), .mark(0x2E), .mark(0x2C): position += 1
      default: return
      }
    }
  }
}
