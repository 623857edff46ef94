extension DotNetTimeSpan {
  /// No time at all.
  public static let zero = DotNetTimeSpan(ticks: 0)

  /// The longest negative span: `TimeSpan.MinValue`, about -29,227 years.
  public static let minimum = DotNetTimeSpan(ticks: .min)

  /// The longest span: `TimeSpan.MaxValue`, about 29,227 years.
  public static let maximum = DotNetTimeSpan(ticks: .max)

  /// Creates a length of time from units, of which each may be negative and of any size.
  ///
  /// - Parameter fraction: Ticks of 100 ns.
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for more ticks than 64 bits hold.
  public init(
    days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0, fraction: Int = 0
  ) throws(DocumentError) {
    let wholeMinutes = (Int128(days) * 24 + Int128(hours)) * 60 + Int128(minutes)
    let total = (wholeMinutes * 60 + Int128(seconds)) * 10_000_000 + Int128(fraction)
    guard let ticks = Int64(exactly: total) else { throw Self.outOfRange("\(total) ticks") }
    self.init(ticks: ticks)
  }

  /// Whole days; negative for a negative span, as the other parts are.
  public var days: Int { Int(ticks / 864_000_000_000) }

  /// Hours beside the whole days, -23 through 23.
  public var hours: Int { Int(ticks / 36_000_000_000 % 24) }

  /// Minutes beside the whole hours, -59 through 59.
  public var minutes: Int { Int(ticks / 600_000_000 % 60) }

  /// Seconds beside the whole minutes, -59 through 59.
  public var seconds: Int { Int(ticks / 10_000_000 % 60) }

  /// Ticks of 100 ns beside the whole seconds, -9,999,999 through 9,999,999.
  public var fraction: Int { Int(ticks % 10_000_000) }

  /// The whole span in seconds, rounded to what a `Double` holds.
  public var totalSeconds: Double { Double(ticks) / 10_000_000 }

  /// The sum.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for more ticks than 64 bits hold.
  public static func + (left: DotNetTimeSpan, right: DotNetTimeSpan) throws(DocumentError) -> DotNetTimeSpan {
    try checked(left.ticks.addingReportingOverflow(right.ticks), "\(left) + \(right)")
  }

  /// The difference.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for more ticks than 64 bits hold.
  public static func - (left: DotNetTimeSpan, right: DotNetTimeSpan) throws(DocumentError) -> DotNetTimeSpan {
    try checked(left.ticks.subtractingReportingOverflow(right.ticks), "\(left) - \(right)")
  }

  /// The product.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for more ticks than 64 bits hold.
  public static func * (span: DotNetTimeSpan, factor: Int) throws(DocumentError) -> DotNetTimeSpan {
    try checked(span.ticks.multipliedReportingOverflow(by: Int64(factor)), "\(span) * \(factor)")
  }

  /// The span of the other sign.
  ///
  /// - Throws: ``DocumentError`` of code ``DocumentError/Code/outOfRange`` for ``minimum``, which has no counterpart.
  public static prefix func - (span: DotNetTimeSpan) throws(DocumentError) -> DotNetTimeSpan {
    try checked(Int64(0).subtractingReportingOverflow(span.ticks), "-(\(span))")
  }

  /// Adds a span; see ``+(_:_:)``.
  public static func += (left: inout DotNetTimeSpan, right: DotNetTimeSpan) throws(DocumentError) {
    left = try left + right
  }

  /// Subtracts a span; see ``-(_:_:)``.
  public static func -= (left: inout DotNetTimeSpan, right: DotNetTimeSpan) throws(DocumentError) {
    left = try left - right
  }

  private static func checked(
    _ result: (partialValue: Int64, overflow: Bool), _ computation: @autoclosure () -> String
  ) throws(DocumentError) -> DotNetTimeSpan {
    guard !result.overflow else { throw outOfRange(computation()) }
    return DotNetTimeSpan(ticks: result.partialValue)
  }
}
