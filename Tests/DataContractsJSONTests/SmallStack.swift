import Foundation

/// Runs `body` on a thread with 512 KiB of stack, the smallest in use for secondary threads.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) throws -> Result {
  let box = Box<Result>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    box.result = Swift.Result { try body() }
    done.signal()
  }
  thread.stackSize = 512 * 1024
  thread.start()
  done.wait()
  return try box.result.get()
}

/// Written by one thread before the semaphore's signal, read by the other after its wait.
private final class Box<Value>: @unchecked Sendable {
  var result: Result<Value, any Error> = .failure(CancellationError())
}
