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
    self.init(timeIntervalSinceReferenceDate: Double(value.utcTicks - Self.referenceTicks) / 10_000_000)
  }

  /// Appends the date in UTC, to the nearest tick of 100 ns; nothing for one that is not within the years 1 through
  /// 9999.
  public func appendCanonical(to text: inout [UInt8]) {
    let ticks = (timeIntervalSinceReferenceDate * 10_000_000).rounded() + Double(Self.referenceTicks)
    guard let ticks = Int64(exactly: ticks), let value = DotNetDateTime(ticks: ticks, kind: .utc) else { return }
    value.appendCanonical(to: &text)
  }

  /// The ticks of 2001-01-01T00:00:00.
  private static let referenceTicks: Int64 = 631_139_040_000_000_000
}
