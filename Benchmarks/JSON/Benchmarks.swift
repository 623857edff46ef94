import Benchmark
import Contenders
import Registration

/// JSON: this package beside Foundation's JSONSerialization.
let benchmarks: @Sendable () -> Void = {
  for contender in Contenders.json([.suntech, .chat, .large]) + Contenders.thirdPartyJSON() {
    contender.register()
  }
}
