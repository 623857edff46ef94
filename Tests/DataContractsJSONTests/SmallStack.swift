import Foundation

#if DEBUG
  /// Frames of unoptimised code are several times as large.
  private let stackSize = 8 << 20
#else
  /// The smallest stack in use for secondary threads.
  private let stackSize = 512 << 10
#endif

/// Runs `body` on a thread with little stack: 512 KiB where the code is optimised.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) throws -> Result {
  let box = Box<Result>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    box.result = Swift.Result { try body() }
    done.signal()
  }
  thread.stackSize = stackSize
  thread.start()
  done.wait()
  return try box.result.get()
}

/// Written by one thread before the semaphore's signal, read by the other after its wait.
private final class Box<Value>: @unchecked Sendable {
  var result: Result<Value, any Error> = .failure(CancellationError())
}
