import DataContracts
import Foundation
import TestSupport
import Testing

/// Every file of every written case is read, and every other file of the case is written from it.
@Suite("What .NET wrote, from each format into each")
struct WriteVectorTests {
  private struct Outcome {
    var equal = 0
    var excused = 0
    var unexplained: [String] = []
  }

  @Test("reading any file and writing any other gives its bytes, save for the table of losses")
  func everyPair() throws {
    #expect(WriteVectors.all.count == 200)
    var outcomes: [VectorFile: [VectorFile: Outcome]] = [:]
    for vector in WriteVectors.all {
      let files = VectorFile.all.filter { vector.files.contains($0.name) }
      var features = try features(of: vector, files)
      if try files.contains(where: { try goesBeyondContract(vector, $0) }) { features.insert(.memberOutsideContract) }
      for source in files {
        let document = try? read(vector, source)
        for target in files {
          let isEqual = try document.map { try writes($0, vector, target) } ?? false
          var outcome = outcomes[source, default: [:]][target, default: Outcome()]
          if isEqual {
            outcome.equal += 1
          } else if VectorLosses.excuse(source, target, features) {
            outcome.excused += 1
          } else {
            outcome.unexplained.append("\(vector.name): \(source) to \(target) \(features.map(\.rawValue).sorted())")
          }
          outcomes[source, default: [:]][target] = outcome
        }
      }
    }
    report(outcomes)
  }

  @Test("the documentation has the table of losses that the vectors are held against")
  func documentation() throws {
    let article = Fixtures.package.appending(path: "Sources/DataContracts/Documentation.docc/Losses.md")
    let rows = try String(contentsOf: article, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(Array(rows) == VectorLosses.table)
  }

  private func read(_ vector: WriteVector, _ file: VectorFile) throws -> Document? {
    guard let bytes = vector.bytes(file) else { return nil }
    return try file.wireFormat().decode(bytes, as: vector.contract())
  }

  private func writes(_ document: Document, _ vector: WriteVector, _ target: VectorFile) throws -> Bool {
    guard let expected = vector.bytes(target) else { return false }
    return (try? target.wireFormat().encode(document)) == expected
  }

  /// What the richest file holds, and what only a multipart body shows.
  private func features(of vector: WriteVector, _ files: [VectorFile]) throws -> Set<DocumentFeature> {
    let order = ["xml-stream", "json", "multipart", "form-dotted"]
    let richest = files.min { left, right in
      (order.firstIndex(of: left.format) ?? .max) < (order.firstIndex(of: right.format) ?? .max)
    }
    var features: Set<DocumentFeature> = []
    if let richest, let document = try? read(vector, richest) { features = Set(of: document) }
    for file in files where file.format.hasPrefix("multipart") {
      if let document = try? read(vector, file) {
        features.formUnion(Set(of: document).intersection([.omittedNegativeZero]))
      }
      let body = vector.bytes(file) ?? []
      if isBroken(body) { features.insert(.brokenBody) }
      if String(decoding: body, as: UTF8.self).contains("System.Collections.Generic.HashSet`1[") {
        features.insert(.typeNameOfSet)
      }
    }
    return features
  }

  /// Whether a multipart body cannot be read, or goes on after its closing boundary.
  private func isBroken(_ body: [UInt8]) -> Bool {
    let closing = "--\(MultipartFormat.defaultBoundary)--\r\n"
    let text = String(decoding: body, as: UTF8.self)
    return (try? MultipartFormat.dataMediaFormatter.decode(body)) == nil
      || text.utf8.count > closing.utf8.count && text.dropLast(1).contains(closing)
  }

  /// Whether a file holds members that no data contract has.
  private func goesBeyondContract(_ vector: WriteVector, _ file: VectorFile) throws -> Bool {
    guard let bytes = vector.bytes(file), let contract = try vector.contract() else { return false }
    var settings = WireFormat.Settings()
    settings.decoding.unknownMembers = .reject
    do throws(DocumentError) {
      _ = try WireFormat.named(file.format)?.format(settings).decode(bytes, as: contract)
      return false
    } catch {
      return error.code == .unknownMember
    }
  }

  private func report(_ outcomes: [VectorFile: [VectorFile: Outcome]]) {
    var equal = 0
    var excused = 0
    for source in VectorFile.all {
      for target in VectorFile.all {
        guard let outcome = outcomes[source]?[target] else { continue }
        equal += outcome.equal
        excused += outcome.excused
        #expect(outcome.unexplained.isEmpty, "\(outcome.unexplained.joined(separator: "\n"))")
      }
    }
    // A loss that a rule excuses has to be a known one.
    #expect(equal == 28_058)
    let total = outcomes.values.flatMap(\.values).reduce(0) { $0 + $1.equal + $1.excused + $1.unexplained.count }
    print("written vectors: \(equal) of \(total) conversions give .NET's bytes, \(excused) lose by rule")
  }
}
