import Benchmark
import Contenders
import Registration

/// DataContract XML: this package beside libxml2 itself, Foundation's XMLParser and XMLCoder.
let benchmarks: @Sendable () -> Void = {
  for contender in Contenders.xml([.suntech, .chat, .mid, .large]) {
    contender.register()
  }
}
