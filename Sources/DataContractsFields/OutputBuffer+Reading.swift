import DataContractsCore

extension OutputBuffer {
  /// Calls `body` with what has been appended.
  @inline(__always)
  borrowing func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) -> Result in
      try body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
