public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A point in time, without a zone.
///
/// A `Date` resolves about 1.2 × 10⁻⁷ s near today, a little coarser than .NET's ticks of 100 ns, and keeps no offset:
/// use ``DotNetDateTime`` where a value has to be sent back unchanged.
extension Date: DataContractScalar {
  /// .NET's `DateTime`.
  @inlinable public static var primitive: PrimitiveType { .dateTime }

  /// Reads a date and time whose zone is known. One without a zone, whose point in time would be a guess, is refused.
  public init?(canonical text: Span<UInt8>) {
    guard let value = DotNetDateTime(text), value.kind != .unspecified else { return nil }
    let (seconds, ticks) = (value.utcTicks - Self.referenceTicks).quotientAndRemainder(dividingBy: 10_000_000)
    self.init(timeIntervalSinceReferenceDate: Double(seconds) + Double(ticks) / 10_000_000)
  }

  /// Appends the date in UTC, to the nearest tick of 100 ns; nothing for one that is not within the years 1 through
  /// 9999.
  public func appendCanonical(to text: inout [UInt8]) {
    // In two parts: the ticks since year 1 are more than a double can tell apart.
    let seconds = timeIntervalSinceReferenceDate.rounded(.down)
    let fraction = (timeIntervalSinceReferenceDate - seconds) * 10_000_000
    guard abs(seconds) < 4e11,
      let value = DotNetDateTime(
        ticks: Self.referenceTicks + Int64(seconds) * 10_000_000 + Int64(fraction.rounded()), kind: .utc)
    else { return }
    value.appendCanonical(to: &text)
  }

  /// The ticks of 2001-01-01T00:00:00.
  private static let referenceTicks: Int64 = 631_139_040_000_000_000
}
