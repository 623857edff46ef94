import Foundation

/// The limit of anything that writes bytes: `memcpy` from one buffer to another that is resident already.
public final class CopyPeer {
  private let source: [UInt8]
  private var target: [UInt8]

  public init(byteCount: Int) {
    source = [UInt8](repeating: 0x61, count: byteCount)
    target = [UInt8](repeating: 0, count: byteCount)
  }

  public func copy() {
    source.withUnsafeBytes { from in
      target.withUnsafeMutableBytes { to in to.copyMemory(from: from) }
    }
  }

  /// A byte of the copy, so that it is used.
  public var last: UInt8 { target.last ?? 0 }
}
