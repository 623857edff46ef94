import Benchmark
import Contenders
import Registration

/// Forms and multipart: this package beside the limit of a copy.
let benchmarks: @Sendable () -> Void = {
  for contender in Contenders.formAndMultipart([.suntech, .chat, .large]) {
    contender.register()
  }
}
