import Contenders
import Measure

/// The time of one contender in this run.
struct Measurement {
  let contender: Contender
  let bytes: Int
  let minimum: Double
  let median: Double

  var rate: Double { megabytesPerSecond(bytes: bytes, nanoseconds: minimum) }
  var medianRate: Double { megabytesPerSecond(bytes: bytes, nanoseconds: median) }

  /// Measures the contenders of one question in turns, round by round, so that a slow stretch of the machine hits all
  /// of them. One that fails is reported and left out.
  static func measure(
    _ contenders: [Contender], rounds: Int, failed: (Contender, any Error) -> Void
  ) -> [Measurement] {
    var running: [(contender: Contender, bytes: Int, sampler: Sampler)] = []
    for contender in contenders {
      do {
        let work = try contender.prepare()
        running.append((contender, work.bytes, try Sampler(work.run)))
      } catch { failed(contender, error) }
    }
    for _ in 0..<rounds {
      for index in running.indices {
        do { try running[index].sampler.sample() } catch { failed(running[index].contender, error) }
      }
    }
    return running.map {
      Measurement(contender: $0.contender, bytes: $0.bytes, minimum: $0.sampler.minimum, median: $0.sampler.median)
    }
  }
}
