/// Where ``keep(_:)`` puts what it reads; public, so that no optimisation may take it for write-only.
nonisolated(unsafe) public var blackHole: UInt8 = 0

/// Uses a value, so that the work that made it cannot be optimised away.
///
/// The caller frees the value when it lets go of it: inside the measured time.
@inline(never)
public func keep<Value>(_ value: Value) {
  withUnsafeBytes(of: value) { blackHole ^= $0.first ?? 0 }
}
