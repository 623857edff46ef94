#if CLI
  import Foundation

  /// A line on standard error that says what is being done, for large inputs and people at a terminal only.
  struct Progress {
    /// Inputs above 5 MB take long enough to be noticed.
    static let threshold = 5_000_000

    private let size: String
    private let isShown: Bool

    init(bytes: Int) {
      isShown = bytes > Self.threshold && isatty(FileHandle.standardError.fileDescriptor) == 1
      size = "\(bytes / 1_000_000) MB"
    }

    func show(_ step: String) {
      write("\r\u{1B}[Ktranscode: \(step), \(size)")
    }

    func clear() {
      write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
      guard isShown else { return }
      FileHandle.standardError.write(Data(text.utf8))
    }
  }
#endif
