public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A GUID.
extension UUID: DataContractScalar {
  /// .NET's `Guid`.
  @inlinable public static var primitive: PrimitiveType { .guid }

  /// Reads 36 characters.
  @inlinable @inline(__always)
  public init?(canonical text: Span<UInt8>) {
    guard let bytes = GUIDText.bytes(ofCanonical: text) else { return nil }
    self.init(uuid: unsafeBitCast((bytes.low.littleEndian, bytes.high.littleEndian), to: uuid_t.self))
  }

  /// Appends 36 characters in lower case.
  @inlinable @inline(__always)
  public func appendCanonical(to text: inout [UInt8]) {
    let (low, high) = unsafeBitCast(uuid, to: (UInt64, UInt64).self)
    GUIDText.append(low: low.littleEndian, high: high.littleEndian, to: &text)
  }
}
