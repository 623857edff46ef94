/// The spellings of a duration: XML Schema's (`P1DT12H`, canonical as .NET prints it) and .NET's constant form
/// (`1.12:00:00`).
enum DurationText {
  /// Reads a duration; years (365 days) and months (30 days) only with `rounds`, as .NET reads them.
  static func parse(_ text: Span<UInt8>, rounds: Bool) throws(LexicalFailure) -> DotNetTimeSpan {
    var position = 0
    let isNegative = text.skip(0x2D, at: &position)
    let magnitude =
      text.byte(at: position) == 0x50
      ? try readISO(text, rounds: rounds, at: &position)
      : try readClock(text, rounds: rounds, at: &position)
    guard position == text.count else { throw .malformed }
    return try timeSpan(magnitude, isNegative: isNegative)
  }

  private static func timeSpan(_ magnitude: UInt128, isNegative: Bool) throws(LexicalFailure) -> DotNetTimeSpan {
    let limit = UInt128(Int64.max) + (isNegative ? 1 : 0)
    guard magnitude <= limit else { throw .outOfRange }
    let bits = Int64(truncatingIfNeeded: magnitude)
    return DotNetTimeSpan(ticks: isNegative ? 0 &- bits : bits)
  }

  private static func readISO(
    _ text: Span<UInt8>, rounds: Bool, at position: inout Int
  ) throws(LexicalFailure) -> UInt128 {
    position += 1
    var total: UInt128 = 0
    var last = -1
    var isTime = false
    while position < text.count {
      if !isTime, text.skip(0x54, at: &position) {
        isTime = true
        guard position < text.count else { throw .malformed }
      }
      let number = try readCount(text, at: &position)
      var fraction: Int64 = 0
      let hasFraction = text.skip(0x2E, at: &position)
      if hasFraction { fraction = try text.readFractionTicks(rounds: rounds, at: &position) }
      guard let letter = text.byte(at: position), let unit = Unit(letter, isTime: isTime), unit.rank > last,
        unit.rank == Unit.secondRank || !hasFraction, unit.rank != Unit.weekRank || last == -1
      else { throw .malformed }
      guard rounds || unit.isExact || number == 0 else { throw .losesPrecision }
      position += 1
      // Weeks stand alone: nothing ranks above them.
      last = unit.rank == Unit.weekRank ? .max : unit.rank
      total += UInt128(number) * unit.ticks + UInt128(fraction.magnitude)
    }
    guard last >= 0 else { throw .malformed }
    return total
  }

  private static func readClock(
    _ text: Span<UInt8>, rounds: Bool, at position: inout Int
  ) throws(LexicalFailure) -> UInt128 {
    var hours = try readCount(text, at: &position)
    var total: UInt128 = 0
    if text.skip(0x2E, at: &position) {
      total = UInt128(hours) * Unit.dayTicks
      hours = try readCount(text, at: &position)
    }
    guard hours < 24, text.skip(0x3A, at: &position),
      let minutes = text.readNumber(digits: 2, at: &position), minutes < 60, text.skip(0x3A, at: &position),
      let seconds = text.readNumber(digits: 2, at: &position), seconds < 60
    else { throw .malformed }
    total += UInt128((Int(hours) * 60 + minutes) * 60 + seconds) * Unit.secondTicks
    guard text.skip(0x2E, at: &position) else { return total }
    return total + UInt128(try text.readFractionTicks(rounds: rounds, at: &position).magnitude)
  }

  /// A number of any length; more than 64 bits are out of every unit's range.
  private static func readCount(_ text: Span<UInt8>, at position: inout Int) throws(LexicalFailure) -> UInt64 {
    let start = position
    while let byte = text.byte(at: position), ASCII.isDigit(byte) { position += 1 }
    return try IntegerText.parse(text.extracting(start..<position)).magnitude
  }

  /// A unit of XML Schema's duration, ranked by the order in which they must come.
  private struct Unit {
    let rank: Int
    let ticks: UInt128
    let isExact: Bool

    static let weekRank = 2
    static let secondRank = 6
    static let secondTicks: UInt128 = 10_000_000
    static let dayTicks: UInt128 = 864_000_000_000

    init?(_ letter: UInt8, isTime: Bool) {
      switch (letter, isTime) {
      case (0x59, false): (rank, ticks, isExact) = (0, 365 * Self.dayTicks, false)
      case (0x4D, false): (rank, ticks, isExact) = (1, 30 * Self.dayTicks, false)
      case (0x57, false): (rank, ticks, isExact) = (Self.weekRank, 7 * Self.dayTicks, true)
      case (0x44, false): (rank, ticks, isExact) = (3, Self.dayTicks, true)
      case (0x48, true): (rank, ticks, isExact) = (4, 3600 * Self.secondTicks, true)
      case (0x4D, true): (rank, ticks, isExact) = (5, 60 * Self.secondTicks, true)
      case (0x53, true): (rank, ticks, isExact) = (Self.secondRank, Self.secondTicks, true)
      default: return nil
      }
    }
  }
}
