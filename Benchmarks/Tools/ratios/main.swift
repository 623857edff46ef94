import Contenders
import Foundation

do {
  let options = try Options(CommandLine.arguments.dropFirst())
  switch options.mode {
  case .help: print(Options.usage)
  case .measureMemory(let name, let folder): try MemoryChild.run(name, documents: folder)
  case .memory(let name): exit(try MemoryReport(options, only: name).print() ? 0 : 1)
  case .ratios: exit(try Report(options).print() ? 0 : 1)
  }
} catch let error as UsageError {
  FileHandle.standardError.write(Data("ratios: \(error.description)\n\(Options.usage)\n".utf8))
  exit(64)
}
