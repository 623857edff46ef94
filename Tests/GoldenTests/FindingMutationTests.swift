import DataContracts
import TestSupport
import Testing

/// A check reads on where a reader would stop, so it meets states that no reader meets.
@Suite("Findings of broken documents")
struct FindingMutationTests {
  private static let formats = ["datacontract", "jsonnet", "datacontractjson", "form-typed", "multipart"]

  private static func format(of folder: String) -> any DocumentFormat {
    switch folder {
    case "datacontract": XMLFormat.dataContract
    case "jsonnet": JSONFormat.webAPI
    case "datacontractjson": JSONFormat.dataContractJSON
    case "form-typed": FormFormat.bracketed
    default: MultipartFormat.dataMediaFormatter
    }
  }

  /// The input with a piece left out, doubled or replaced by a piece from elsewhere in it.
  private static func mutate(_ input: [UInt8], _ generator: inout some RandomNumberGenerator) -> [UInt8] {
    guard input.count > 4 else { return input }
    let start = Int.random(in: 0..<input.count, using: &generator)
    let end = min(input.count, start + Int.random(in: 1...24, using: &generator))
    let source = Int.random(in: 0..<input.count, using: &generator)
    let piece = input[source..<min(input.count, source + Int.random(in: 0...24, using: &generator))]
    return Array(input[..<start] + piece + input[end...])
  }

  @Test("whatever is broken, a check ends with findings inside the input, in order", arguments: formats)
  func mutations(folder: String) throws {
    var generator = SeededGenerator(seed: 20_261_125)
    let format = Self.format(of: folder)
    var found = 0
    for vector in try ReadVector.all(folder) {
      let contract = try vector.contract()
      for round in 0..<60 {
        var input = Self.mutate(vector.input, &generator)
        if round % 3 == 0 { input = Self.mutate(input, &generator) }
        guard let findings = try? format.findings(in: input, as: contract) else { continue }
        found += findings.count
        #expect(findings.allSatisfy { (0...input.count).contains($0.offset) }, "\(vector.vector.name)")
        #expect(zip(findings, findings.dropFirst()).allSatisfy { $0.offset <= $1.offset }, "\(vector.vector.name)")
        // What the check finds nothing in, the reader takes.
        if findings.isEmpty { #expect(throws: Never.self) { try lenient(format).decode(input, as: contract) } }
      }
    }
    #expect(found > 500)
  }

  private func lenient(_ format: any DocumentFormat) -> any DocumentFormat {
    switch format {
    case var xml as XMLFormat:
      xml.decoding = .likeDotNet
      return xml
    case var json as JSONFormat:
      json.decoding = .likeDotNet
      return json
    case is FormFormat: return FormFormat.likeDotNet
    case is MultipartFormat: return MultipartFormat.likeDotNet
    default: return format
    }
  }
}
