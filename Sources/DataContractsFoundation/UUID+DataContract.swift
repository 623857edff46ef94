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

  /// `00000000-0000-0000-0000-000000000000`.
  public static var dotNetDefault: UUID? { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }

  /// Reads 36 characters.
  @inlinable @inline(__always)
  public init?(canonical text: Span<UInt8>) {
    guard let bytes = GUIDText.bytes(ofCanonical: text) else { return nil }
    self.init(bytes)
  }

  @inlinable @inline(__always)
  init(_ bytes: (low: UInt64, high: UInt64)) {
    // A UUID is its 16 bytes; its own initializer takes as long as reading them from the text.
    self = unsafeBitCast((bytes.low.littleEndian, bytes.high.littleEndian), to: UUID.self)
  }

  /// Appends 36 characters in lower case.
  @inlinable @inline(__always)
  public func appendCanonical(to text: inout [UInt8]) {
    let (low, high) = unsafeBitCast(self, to: (UInt64, UInt64).self)
    GUIDText.append(low: low.littleEndian, high: high.littleEndian, to: &text)
  }
}

// Swift reaches the conformance of a type of Foundation through its witness table, which keeps what it calls from being
// inlined. Members are the frequent case: these are preferred to the generic functions and say the same.
extension DocumentReader {
  /// Reads a GUID into a place that was empty.
  @inlinable @inline(__always)
  public mutating func decode(into value: inout UUID?) throws(DocumentError) { value = try guid() }

  /// Reads a GUID in place of one that was there.
  @inlinable @inline(__always)
  public mutating func decode(replacing value: inout UUID) throws(DocumentError) { value = try guid() }

  /// Reads a GUID or null in place of what was there.
  @inlinable @inline(__always)
  public mutating func decode(replacing value: inout UUID?) throws(DocumentError) {
    if isNull {
      skip()
      value = nil
    } else {
      value = try guid()
    }
  }

  @inlinable @inline(__always)
  mutating func guid() throws(DocumentError) -> UUID {
    if let bytes = packedGUID() { return UUID(bytes) }
    let text = try scalar(.guid)
    guard let value = UUID(canonical: text.span) else { throw unreadable(.guid) }
    return value
  }
}

extension DocumentBuilder {
  /// Adds a GUID as a member of the object that has begun.
  @inlinable @inline(__always)
  public mutating func encode(_ value: UUID, as member: Int) throws(DocumentError) {
    if sink != nil {
      let (low, high) = unsafeBitCast(value, to: (UInt64, UInt64).self)
      return try sendGUID(low: low.littleEndian, high: high.littleEndian, as: member)
    }
    try encodeText(of: value, as: member)
  }

  /// Adds a GUID, or null, as a member of the object that has begun.
  @inlinable @inline(__always)
  public mutating func encode(_ value: UUID?, as member: Int) throws(DocumentError) {
    switch value {
    case .some(let value): try encode(value, as: member)
    case nil: try encodeNull(as: member)
    }
  }
}
