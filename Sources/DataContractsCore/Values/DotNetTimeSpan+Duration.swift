extension DotNetTimeSpan {
  /// Attoseconds of a tick.
  private static let attosecondsPerTick: Int64 = 100_000_000_000

  /// The same length of time.
  ///
  /// - Returns: `nil` for a duration that is no whole number of ticks of 100 ns, or beyond ±29,227 years.
  public init?(exactly duration: Duration) {
    let (seconds, attoseconds) = duration.components
    guard attoseconds % Self.attosecondsPerTick == 0 else { return nil }
    let ticks = Int128(seconds) * 10_000_000 + Int128(attoseconds / Self.attosecondsPerTick)
    guard let ticks = Int64(exactly: ticks) else { return nil }
    self.init(ticks: ticks)
  }

  /// The nearest length of time in ticks of 100 ns, half to even.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` beyond ±29,227 years.
  public init(rounding duration: Duration) throws(DocumentError) {
    let (seconds, attoseconds) = duration.components
    let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: Self.attosecondsPerTick)
    let floor = Int128(seconds) * 10_000_000 + Int128(whole)
    let half = Self.attosecondsPerTick / 2
    let roundsAway = rest.magnitude > half || (rest.magnitude == half && floor & 1 != 0)
    let ticks = roundsAway ? floor + Int128(rest.signum()) : floor
    guard let ticks = Int64(exactly: ticks) else { throw Self.outOfRange("\(duration)") }
    self.init(ticks: ticks)
  }
}

extension Duration {
  /// The same length of time; a duration resolves finer than a tick and reaches further.
  public init(_ span: DotNetTimeSpan) {
    let (seconds, ticks) = span.ticks.quotientAndRemainder(dividingBy: 10_000_000)
    self.init(secondsComponent: seconds, attosecondsComponent: ticks * 100_000_000_000)
  }
}
