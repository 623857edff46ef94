import Benchmark
import Contenders
import Corpus
import Registration

/// Forms with bracket keys: this package beside Hummingbird's form coder.
let benchmarks: @Sendable () -> Void = {
  for contender in Contenders.bracketForm("suntech", { BracketForm.suntech }) { contender.register() }
  for contender in Contenders.bracketForm("members", { BracketForm.members }) { contender.register() }
  #if Hummingbird
    for contender in HummingbirdPeer.all { contender.register() }
  #endif
}
