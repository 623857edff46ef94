import Benchmark
import Contenders
import Measure

extension BenchmarkMetric {
  /// 10⁶ bytes of the document a second: what readers of tables compare, whatever the size of the document.
  ///
  /// The package's own `throughput` counts runs a second of the wall clock.
  static let megabytesPerSecond = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)

  /// What a service pays for one small message; MB/s of a 300-byte document says little.
  static let nanosecondsPerDocument = BenchmarkMetric.custom("ns a document", useScalingFactor: false)
}

extension Contender {
  /// Adds this contender to the benchmarks of the running target.
  ///
  /// An iteration is one sample of at least a millisecond of this thread's processor time, taken by `Sampler`, because
  /// wall-clock time on a shared machine measures its other tenants too.
  public func register() {
    let metrics: [BenchmarkMetric] = [.megabytesPerSecond, .nanosecondsPerDocument]
    let state = RegisteredState()
    Benchmark(fullName, configuration: .init(metrics: metrics, maxDuration: .seconds(2), maxIterations: 100)) {
      benchmark in
      do {
        let (bytes, time) = try state.sample(of: self)
        let rate = megabytesPerSecond(bytes: bytes, nanoseconds: time)
        benchmark.measurement(.megabytesPerSecond, Int(rate.rounded()))
        benchmark.measurement(.nanosecondsPerDocument, Int(time.rounded()))
      } catch { benchmark.error("\(error)") }
    }
  }
}

/// The input and sampler of a contender, made at its first iteration, which is the warm-up.
private final class RegisteredState {
  private var prepared: (bytes: Int, sampler: Sampler)?

  func sample(of contender: Contender) throws -> (Int, Double) {
    if prepared == nil {
      let work = try contender.prepare()
      prepared = (work.bytes, try Sampler(work.run))
    }
    guard let bytes = prepared?.bytes, let time = try prepared?.sampler.sample() else { return (0, 0) }
    return (bytes, time)
  }
}
