public import DataContractsCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DotNetGUID {
  /// The same 16 bytes.
  public init(_ uuid: UUID) {
    let (low, high) = unsafeBitCast(uuid.uuid, to: (UInt64, UInt64).self)
    self.init(low: low.littleEndian, high: high.littleEndian)
  }
}

extension UUID {
  /// The same 16 bytes.
  public init(_ guid: DotNetGUID) {
    self.init(uuid: unsafeBitCast((guid.low.littleEndian, guid.high.littleEndian), to: uuid_t.self))
  }
}
