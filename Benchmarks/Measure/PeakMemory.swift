import Foundation

/// How far the resident memory of this process rises while it does something once.
///
/// Meaningful only in a fresh process: memory that earlier work freed is resident already and would be used again
/// unnoticed.
public enum PeakMemory {
  /// The growth in bytes. On Linux the kernel's high-water mark is reset before the work; elsewhere the mark of the
  /// whole process is compared, which is right only when nothing before needed more.
  public static func growth(during work: () throws -> Void) rethrows -> Int {
    resetHighWaterMark()
    let before = highWaterMark()
    try work()
    return highWaterMark() - before
  }

  private static func resetHighWaterMark() {
    #if os(Linux)
      // proc(5): writing 5 to clear_refs resets the peak resident set size to the current one.
      guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
      try? file.write(contentsOf: Data("5\n".utf8))
      try? file.close()
    #endif
  }

  private static func highWaterMark() -> Int {
    #if os(Linux)
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
        return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
      }
      return 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
