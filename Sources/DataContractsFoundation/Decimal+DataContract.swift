public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A decimal number of up to 38 digits, of which .NET's hold 28.
extension Decimal: DataContractScalar {
  /// .NET's `decimal`.
  @inlinable public static var primitive: PrimitiveType { .decimal }

  /// Reads a decimal number; the zeros that end its fraction are not kept.
  public init?(canonical text: Span<UInt8>) {
    guard let text = String(canonical: text) else { return nil }
    self.init(string: text)
  }

  /// Appends the number's digits; nothing for one that .NET's `decimal` cannot hold.
  public func appendCanonical(to text: inout [UInt8]) {
    let digits = Array(description.utf8)
    digits.withUnsafeBufferPointer { digits in
      guard PrimitiveType.decimal.canonicalize(digits.span, rounds: false, into: &text) == .unchanged else { return }
      text.append(contentsOf: digits)
    }
  }
}
