/// Repeats one piece of work and keeps the time of each run.
///
/// A sample lasts at least a millisecond, so that the clock's own cost (about 0.3 µs) stays below 0.1 %; short work is
/// repeated inside a sample.
public struct Sampler {
  private let run: () throws -> Void
  private let repetitions: Int
  private var samples: [Double] = []

  /// Runs the work twice: the first run warms caches and lazy values, the second one says how often to repeat it.
  public init(_ run: @escaping () throws -> Void) throws {
    self.run = run
    try run()
    let start = CPUClock.now()
    try run()
    repetitions = max(1, Int((1e6 / max(1, CPUClock.now() - start)).rounded(.up)))
  }

  /// Takes one sample and returns it: nanoseconds a run.
  @discardableResult
  public mutating func sample() throws -> Double {
    let start = CPUClock.now()
    for _ in 0..<repetitions { try run() }
    let time = (CPUClock.now() - start) / Double(repetitions)
    samples.append(time)
    return time
  }

  /// The smallest sample: what the work costs when nothing disturbs it. Infinite before the first sample.
  public var minimum: Double { samples.min() ?? .infinity }

  /// The middle sample. Infinite before the first sample.
  public var median: Double { samples.isEmpty ? .infinity : samples.sorted()[samples.count / 2] }
}

/// 10⁶ bytes of the document a second.
public func megabytesPerSecond(bytes: Int, nanoseconds: Double) -> Double { Double(bytes) / nanoseconds * 1e3 }
